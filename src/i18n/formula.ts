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

/** `12 ÷ 30 = 0.4`, `2 × 12 + 1 × 5 = 29`: what a figure is made of, names before the parts. */
export function made(r: Reason, f: Formats, nameOf: (r: Reason) => string): string {
  const signs = { ratio: ' ÷ ', difference: ' − ' }[String(r.params['how'])] ?? ' + ';
  const terms = r.args.map((a, i) => {
    const by = numberOf(r, `by${i}`);
    return `${by === null ? '' : `${f.brief(by, 4)} × `}${nameOf(a)} ${f.inline(a.value, a.unit)}`;
  });
  return `${terms.join(signs)} = ${f.value(r.value, r.unit)}`;
}

/** `(15 × 7.00 + 25 × 8.00) ÷ 40 = 7.63 分`: points of a year's periods by their weights. */
export function yearMean(r: Reason, f: Formats): string {
  const weights = r.args.map((a) => numberOf(a, 'weight') ?? 0);
  const terms = r.args.map((a, i) => `${f.brief(weights[i] ?? 0, 4)} × ${f.brief(a.value ?? 0, 4)}`);
  const sum = f.brief(
    weights.reduce((s, w) => s + w, 0),
    4,
  );
  return `(${terms.join(' + ')}) ÷ ${sum} = ${points(r, f)}`;
}

/** Shares of the full marks of a node's children with their weights: `甲 0.8 (40)`. */
export function shares(r: Reason, f: Formats, nameOf: (r: Reason) => string): string {
  const parts = r.args.filter((a) => (a.op === 'leaf' || a.op === 'section') && a.value !== null);
  return parts
    .map((a) => {
      const marks = numberOf(a, 'effective') ?? 0;
      return `${nameOf(a)} ${f.brief(marks > 0 ? (a.value ?? 0) / marks : 0, 4)} (${f.brief(marks, 4)})`;
    })
    .join(', ');
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
  const floor = numberOf(r, 'floor') ?? 0;
  const held = way(r, f);
  return times(floor > 0 ? `(${f.brief(floor, 4)} + ${f.brief(1 - floor, 4)} × ${held})` : held, r, f);
}

/** `0.6 ^ (1 − (88.2 − 60) ÷ (95 − 60)) × 3 分 = 2.72 分` */
export const exponential = (r: Reason, f: Formats): string =>
  times(`${f.brief(numberOf(r, 'floor') ?? 0, 4)} ^ (1 − ${way(r, f)})`, r, f);

/** How far a value is from one post to the other, held between them where they bound it. */
function way(r: Reason, f: Formats): string {
  const value = first(r);
  const [x, lo, hi] = [value?.value ?? null, numberOf(r, 'lo'), numberOf(r, 'hi')].map((v) => like(value, v, f));
  const plain = `(${x} − ${lo}) ÷ (${hi} − ${lo})`;
  return r.params['bounded'] === true && outside(r) ? `min(max(${plain}, 0), 1)` : plain;
}

/** `(0.6 + 0.1 × (88.2 − 80) ÷ 5.1) × 3 分 = 2.28 分`; where a bound decides, `min(max(…, 0), 1) × 3 分`. */
export function zScore(r: Reason, f: Formats): string {
  const [value, mean, sd] = r.args;
  const [x, m] = [like(value, value?.value ?? null, f), like(value, mean?.value ?? null, f)];
  const [centre, spread] = [numberOf(r, 'centre') ?? 0, numberOf(r, 'spread') ?? 0];
  const [floor, cap] = [numberOf(r, 'floor') ?? 0, numberOf(r, 'cap') ?? 1];
  const way = r.params['inverse'] === true ? `${m} − ${x}` : `${x} − ${m}`;
  const share = `${f.brief(centre, 4)} + ${f.brief(spread, 4)} × (${way}) ÷ ${like(value, sd?.value ?? null, f)}`;
  const sign = r.params['inverse'] === true ? -1 : 1;
  const free = centre + (sign * spread * ((value?.value ?? 0) - (mean?.value ?? 0))) / (sd?.value ?? 1);
  const held = free < floor || free > cap;
  return times(held ? `min(max(${share}, ${f.brief(floor, 4)}), ${f.brief(cap, 4)})` : `(${share})`, r, f);
}

/** `45.45% × 9 分 = 4.09 分`: a share that the step before it worked out. */
export const ofMarks = (r: Reason, f: Formats, share: number | null): string => times(f.inline(share, 'share'), r, f);

/** `(1 − 2% ÷ 84%) × 9 分 = 8.79 分`; beyond the reach `max(1 − 90% ÷ 84%, 0) × 9 分`. */
export function distance(r: Reason, f: Formats): string {
  const [d, reach] = [numberOf(r, 'distance') ?? 0, numberOf(r, 'reach') ?? 0];
  const share = `1 − ${like(first(r), d, f)} ÷ ${like(first(r), reach, f)}`;
  return times(d > reach ? `max(${share}, 0)` : `(${share})`, r, f);
}

/** `8 ÷ 10 × 6 分 = 4.80 分`; above what is required `min(12 ÷ 10, 1) × 6 分`. */
export function countMet(r: Reason, f: Formats): string {
  const [value, required] = r.args;
  const share = `${like(value, value?.value ?? null, f)} ÷ ${like(value, required?.value ?? null, f)}`;
  return times(r.params['met'] === true ? `min(${share}, 1)` : share, r, f);
}

/** `(80 + 12 + 2.5) ÷ 100 × 6 分 = 5.67 分`: what the answers count, over all votes; held where a coefficient leads beyond the marks. */
export function vote(r: Reason, f: Formats): string {
  const [total, ...answers] = r.args;
  const terms = answers.map((a) => f.inline(a.value, a.unit));
  const share = `${terms.length === 1 ? terms[0]! : `(${terms.join(' + ')})`} ÷ ${like(total, total?.value ?? null, f)}`;
  const [sum, all] = [numberOf(r, 'sum') ?? 0, total?.value ?? 0];
  return times(sum < 0 || sum > all ? `min(max(${share}, 0), 1)` : share, r, f);
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
  const cases = first(r)?.value ?? 0;
  const free = numberOf(r, 'free') ?? 0;
  const n = Math.max(0, cases - free);
  const step = numberOf(r, 'step') ?? 0;
  const cap = numberOf(r, 'cap') ?? Infinity;
  const counted = free === 0 ? f.brief(cases, 4) : cases > free ? `(${f.brief(cases, 4)} − ${f.brief(free, 4)})` : '0';
  const off = `${counted} × ${f.marks(step)}`;
  const full = f.marks(numberOf(r, 'fullMarks') ?? 0);
  return `${full} − ${n * step > cap ? `min(${off}, ${f.marks(cap)})` : off} = ${points(r, f)}`;
}

/** `2 分 − 3 × 0.2 分 = 1.40 分`: steps outside the bounds, each its points; `1.5 分 + 4 × 0.05 分 = 1.70 分` on the good side. */
export function step(r: Reason, f: Formats): string {
  const full = f.marks(numberOf(r, 'fullMarks') ?? 0);
  const [more, gain] = [numberOf(r, 'gainSteps') ?? 0, numberOf(r, 'gain') ?? 0];
  if (more > 0) {
    const gained = numberOf(r, 'gained') ?? 0;
    const on = `${f.brief(more, 4)} × ${f.marks(gain)}`;
    return `${full} + ${more * gain > gained + 1e-9 ? `min(${on}, ${f.marks(gained)})` : on} = ${points(r, f)}`;
  }
  if (r.params['exempt'] === true) return `${full} = ${points(r, f)}`;
  const most = Math.max(0, (numberOf(r, 'fullMarks') ?? 0) - (numberOf(r, 'floor') ?? 0));
  const off = `${f.brief(numberOf(r, 'steps') ?? 0, 4)} × ${f.marks(numberOf(r, 'step') ?? 0)}`;
  const wanted = (numberOf(r, 'steps') ?? 0) * (numberOf(r, 'step') ?? 0);
  return `${full} − ${wanted > most ? `min(${off}, ${f.marks(most)})` : off} = ${points(r, f)}`;
}

/** What bands and steps compare: `86%`, its distance to a benchmark `86% − 84% = 2%`, rounded first `94.96% ≈ 95%`. */
export function compared(r: Reason, f: Formats): string {
  const value = first(r);
  const benchmark = r.args.find((a, i) => i > 0 && (a.op === 'target' || a.op === 'mean'));
  const y = numberOf(r, 'compared') ?? numberOf(r, 'distance');
  const x = like(value, value?.value ?? null, f);
  const plain = benchmark ? `${x} − ${like(benchmark, benchmark.value, f)}` : x;
  if (y === null) return plain;
  const exact = (value?.value ?? 0) - (benchmark?.value ?? 0);
  const same = Math.abs(exact - y) < 1e-9;
  return same && !benchmark ? plain : `${plain} ${same ? '=' : '≈'} ${like(value, y, f)}`;
}

/** `86% − 84% = 2% ≥ 0%`: the value, or its distance to the benchmark, and the bound of the band it reached. */
export function reached(r: Reason, f: Formats): string {
  const bound = numberOf(r, 'atLeast') ?? numberOf(r, 'above');
  const held = compared(r, f);
  return bound === null ? held : `${held} ${numberOf(r, 'atLeast') === null ? '>' : '≥'} ${like(first(r), bound, f)}`;
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
  const n = numberOf(r, 'count') ?? measure?.value ?? 0;
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
