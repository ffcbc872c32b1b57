/**
 * The arithmetic of a reason as text, the same in every language but for the words that `Formats` carries. What a
 * formula prints is what the step's own arguments and parameters say; nothing is worked out again here but which
 * of two forms (inside a bound or at it) applies.
 */
import type { Reason } from '../model/reason';
import { numberOf } from './catalogue';
import type { Formats } from './format';

const first = (r: Reason): Reason | undefined => r.args[0];

/** A number of a parameter as the step's value is written: a bound, a goalpost. */
const like = (r: Reason | undefined, v: number | null, f: Formats): string => f.inline(v, r?.unit ?? 'number');

/** `7 ÷ 9 = 77.78%`, or the value alone where there is no denominator. */
export function quotient(r: Reason, f: Formats): string {
  const [numerator, denominator] = r.args;
  const value = f.value(r.value, r.unit);
  return numerator && denominator
    ? `${f.inline(numerator.value, 'number')} ÷ ${f.inline(denominator.value, 'number')} = ${value}`
    : value;
}

/** `28.97 + 29.18 − 0.01 = 58.14`, names before the terms. Steps without a value (not due, not applicable) are left out. */
export function sum(r: Reason, f: Formats, nameOf: (r: Reason) => string): string {
  const terms = r.args.filter((a) => a.value !== null);
  const text = terms.map((a, i) => {
    const v = a.value ?? 0;
    const sign = v < 0 ? '− ' : i > 0 ? '+ ' : '';
    return `${sign}${nameOf(a)} ${f.points(Math.abs(v))}`;
  });
  const result = r.value === null ? f.words.none.missing : f.pointsWithUnit(r.value);
  return text.length > 0 ? `${text.join(' ')} = ${result}` : result;
}

/** `min(77.78% ÷ 目标 100%, 1) × 9 分 = 7.00 分` */
export function attainment(r: Reason, f: Formats): string {
  const [value, target] = r.args;
  const x = like(value, value?.value ?? null, f);
  const goal = `${f.words.target} ${like(target, target?.value ?? null, f)}`;
  const over = r.params['inverse'] === true ? `${goal} ÷ ${x}` : `${x} ÷ ${goal}`;
  return times(`min(${over}, ${f.brief(numberOf(r, 'cap') ?? 1, 4)})`, r, f);
}

/** `(0.6 + 0.4 × (88.2 − 60) ÷ (95 − 60)) × 3 分 = 2.77 分` */
export function goalposts(r: Reason, f: Formats): string {
  const value = first(r);
  const floor = numberOf(r, 'floor') ?? 0;
  const [x, lo, hi] = [value?.value ?? null, numberOf(r, 'lo'), numberOf(r, 'hi')].map((v) => like(value, v, f));
  const way = `(${x} − ${lo}) ÷ (${hi} − ${lo})`;
  const held = r.params['bounded'] === true && outside(r) ? `min(max(${way}, 0), 1)` : way;
  return times(floor > 0 ? `(${f.brief(floor, 4)} + ${f.brief(1 - floor, 4)} × ${held})` : held, r, f);
}

/** Whether a goalpost's value lies outside the two posts, so that a bound decides. */
function outside(r: Reason): boolean {
  const [x, lo, hi] = [first(r)?.value ?? 0, numberOf(r, 'lo') ?? 0, numberOf(r, 'hi') ?? 0];
  return x < Math.min(lo, hi) || x > Math.max(lo, hi);
}

/** `5.2 ÷ 最优 8 × 3 分 = 1.95 分` */
export function ratioToBest(r: Reason, f: Formats): string {
  const [value, best] = r.args;
  const x = like(value, value?.value ?? null, f);
  const top = `${f.words.best} ${like(best, best?.value ?? null, f)}`;
  return times(r.params['inverse'] === true ? `${top} ÷ ${x}` : `${x} ÷ ${top}`, r, f);
}

/** `9 分 − 3 × 0.5 分 = 7.50 分`; where the cap decides, `9 分 − min(30 × 0.5 分, 9 分) = 0.00 分`. */
export function perCase(r: Reason, f: Formats): string {
  const n = first(r)?.value ?? 0;
  const step = numberOf(r, 'step') ?? 0;
  const cap = numberOf(r, 'cap') ?? Infinity;
  const off = `${f.brief(n, 4)} × ${f.marks(step)}`;
  const full = f.marks(numberOf(r, 'fullMarks') ?? 0);
  return `${full} − ${n * step > cap ? `min(${off}, ${f.marks(cap)})` : off} = ${points(r, f)}`;
}

/** `2 分 − 3 × 0.2 分 = 1.40 分`: steps outside the bounds, each its points. */
export function step(r: Reason, f: Formats): string {
  const off = `${f.brief(numberOf(r, 'steps') ?? 0, 4)} × ${f.marks(numberOf(r, 'step') ?? 0)}`;
  const full = numberOf(r, 'fullMarks') ?? 0;
  const wanted = (numberOf(r, 'steps') ?? 0) * (numberOf(r, 'step') ?? 0);
  return `${f.marks(full)} − ${wanted > full ? `min(${off}, ${f.marks(full)})` : off} = ${points(r, f)}`;
}

/** `86% − 84% = 2% ≥ 0%`: the value, or its distance to the benchmark, and the bound of the band it reached. */
export function reached(r: Reason, f: Formats): string {
  const [value, benchmark] = r.args;
  const distance = numberOf(r, 'distance');
  const x = like(value, value?.value ?? null, f);
  const held = benchmark ? `${x} − ${like(benchmark, benchmark.value, f)} = ${like(value, distance, f)}` : x;
  const bound = numberOf(r, 'atLeast') ?? numberOf(r, 'above');
  return bound === null ? held : `${held} ${numberOf(r, 'atLeast') === null ? '>' : '≥'} ${like(value, bound, f)}`;
}

/** `6 分 × 2.5 ÷ 3 = 5.00 分` */
export function bandPoints(r: Reason, f: Formats): string {
  const [share, of, full] = ['bandPoints', 'outOf', 'fullMarks'].map((n) => numberOf(r, n) ?? 0) as [number, number, number];
  return of === full ? points(r, f) : `${f.marks(full)} × ${f.brief(share, 4)} ÷ ${f.brief(of, 4)} = ${points(r, f)}`;
}

/** `7.00 分 + 3 × −0.2 分 = 6.40 分`; where a cap or floor decides, the change in force is named after it. */
export function adjustment(r: Reason, f: Formats): string {
  const [before, measure] = r.args;
  const change = numberOf(r, 'change') ?? 0;
  const n = measure?.value ?? 0;
  const per = numberOf(r, 'per') ?? 1;
  const step = numberOf(r, 'step') ?? 0;
  const asked = `${f.brief(n, 4)}${per === 1 ? '' : ` ÷ ${f.brief(per, 4)}`} × ${f.marks(step)}`;
  const free = Math.abs((n / per) * step - change) < 1e-9;
  return `${points(before, f)} + ${free ? asked : `(${asked} → ${f.marks(change)})`} = ${points(r, f)}`;
}

/** `7.00 × 10.23 ÷ 9 = 7.96 分` */
export function reweight(r: Reason, f: Formats): string {
  const [from, to] = [numberOf(r, 'from') ?? 0, numberOf(r, 'to') ?? 0];
  return `${f.brief(first(r)?.value ?? 0, 4)} × ${f.brief(to, 4)} ÷ ${f.brief(from, 4)} = ${f.brief(r.value ?? 0, 4)}`;
}

/** The bounds of a condition on a value: `77.78% ≥ 10%`, `90% ≤ 96% ≤ 100%`. */
export function condition(r: Reason, f: Formats): string {
  const value = first(r);
  const x = like(value, value?.value ?? null, f);
  const below = numberOf(r, 'atLeast') ?? numberOf(r, 'above');
  const above = numberOf(r, 'atMost') ?? numberOf(r, 'below');
  const lower = numberOf(r, 'atLeast') !== null ? '≥' : '>';
  const upper = numberOf(r, 'atMost') !== null ? '≤' : '<';
  if (below !== null && above !== null) {
    const flipped = lower === '≥' ? '≤' : '<';
    return `${like(value, below, f)} ${flipped} ${x} ${upper} ${like(value, above, f)}`;
  }
  if (below !== null) return `${x} ${lower} ${like(value, below, f)}`;
  return above === null ? x : `${x} ${upper} ${like(value, above, f)}`;
}

const points = (r: Reason | undefined, f: Formats): string =>
  r === undefined || r.value === null ? f.words.none.missing : f.pointsWithUnit(r.value);

const times = (share: string, r: Reason, f: Formats): string =>
  `${share} × ${f.marks(numberOf(r, 'fullMarks') ?? 0)} = ${points(r, f)}`;
