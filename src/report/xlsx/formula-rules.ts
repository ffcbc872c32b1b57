/** The rules as spreadsheet formulas: the arithmetic of each with its edges, over the cells of what it was worked out from. */
import { numberOf } from '../../i18n/catalogue';
import type { Reason } from '../../model/reason';
import { snap, type Bounds, type Rule, type RuleOf, type RuleType } from '../../scheme';
import {
  atLeast,
  atMost,
  call,
  equal,
  held,
  less,
  list,
  minus,
  more,
  num,
  over,
  plus,
  power,
  snapped,
  times,
  total,
  when,
  type Formula,
} from './formula';

/** What a rule's formula is made over. */
export interface RuleStep {
  readonly reason: Reason;
  /** The cells of its arguments, in their order; the first is the value that is scored. */
  readonly args: readonly Formula[];
  /** The cells in which the first and the last of the shared places stand, where an argument is a place. */
  readonly places: readonly [Formula, Formula] | null;
}

/** The formula of a rule; null where its reason is no rule's, or of another rule. */
export function ruleFormula(rule: Rule, step: RuleStep): Formula | null {
  // Bands without a benchmark are scored by the goalposts they name instead.
  if (rule.type === 'bands' && step.reason.op === 'goalposts')
    return rule.without ? RULES.goalposts(rule.without, made(step)) : null;
  if (rule.type !== step.reason.op || step.args.length === 0) return null;
  return (RULES[rule.type] as OfRule<Rule>)(rule, made(step));
}

interface Made extends RuleStep {
  readonly x: Formula;
  /** Full marks. */
  readonly full: number;
  /** The cell of the first argument, after the value, of one of these kinds. */
  readonly of: (...ops: readonly Reason['op'][]) => Formula | null;
}

const made = (step: RuleStep): Made => ({
  ...step,
  x: step.args[0]!,
  full: numberOf(step.reason, 'fullMarks') ?? NaN,
  of: (...ops) => step.args[step.reason.args.findIndex((a, i) => i > 0 && ops.includes(a.op))] ?? null,
});

type OfRule<R extends Rule> = (rule: R, step: Made) => Formula | null;

const NONE = call('NA');
const share = (full: number, of: Formula): Formula => times(full, of);
const inside = (x: Formula): Formula => held(0, x, 1);

/** Whether every bound holds, compared at 1e-9. */
export function holds(bounds: Bounds, x: Formula): Formula {
  const y = snapped(x);
  const asked = [
    ...(bounds.atLeast === undefined ? [] : [atLeast(y, snap(bounds.atLeast))]),
    ...(bounds.above === undefined ? [] : [more(y, snap(bounds.above))]),
    ...(bounds.atMost === undefined ? [] : [atMost(y, snap(bounds.atMost))]),
    ...(bounds.below === undefined ? [] : [less(y, snap(bounds.below))]),
  ];
  return asked.length === 1 ? asked[0]! : call('AND', ...asked);
}

type Posts = RuleOf<'goalposts'> | RuleOf<'exponential'>;

/** `of` the way from the lower to the upper post; full marks where there is no way. */
function between(rule: Posts, step: Made, of: (way: Formula) => Formula): Formula | null {
  const end = (post: Posts['lo'], name: 'lo' | 'hi'): Formula | null => {
    if (typeof post === 'number') return num(post);
    const at = step.reason.args.findIndex((a) => a.params['end'] === name);
    return step.args[at] ?? null;
  };
  const [lo, hi] = [end(rule.lo, 'lo'), end(rule.hi, 'hi')];
  if (!lo || !hi) return null;
  const { x, full } = step;
  const plain = over(minus(x, lo), minus(hi, lo));
  const bounded = (rule.bounded ?? true) ? inside(plain) : plain;
  if (lo.kind === 'number' && hi.kind === 'number') return snap(lo.value - hi.value) === 0 ? num(full) : of(bounded);
  const fromField = (post: Posts['lo']) => (typeof post === 'object' && 'is' in post ? post.is : null);
  const [low, high] = [fromField(rule.lo), fromField(rule.hi)];
  // Posts of the field are meant to stand one way; figures may cross them, which leaves no way.
  const falling = high !== null ? high === 'min' : low !== null ? low === 'max' : null;
  const crossed = falling === null ? null : falling ? less(lo, hi) : more(lo, hi);
  const reaches = atLeast(snapped(falling ? minus(lo, x) : minus(x, lo)), 0);
  const way = crossed ? when(crossed, when(reaches, 1, 0), bounded) : bounded;
  return when(equal(snapped(minus(lo, hi)), 0), full, of(way));
}

/** What bands and steps compare: the value or its distance to a benchmark, rounded first where the rule says so. */
function compared(rule: RuleOf<'bands'> | RuleOf<'step'>, step: Made): Formula | null {
  const benchmark = rule.against ? step.of('target', 'mean') : null;
  if (rule.against && !benchmark) return null;
  const plain = benchmark ? minus(step.x, benchmark) : step.x;
  return rule.roundTo === undefined ? plain : call('ROUND', snapped(plain), rule.roundTo);
}

/** Points that fall with a distance; without a reach only who has none gets any. */
function falling(distance: Formula, { full }: Made, reach: number | undefined, size: Formula): Formula {
  const share = (r: Formula | number): Formula => times(full, call('MAX', 0, minus(1, over(distance, r))));
  if (reach !== undefined) return share(reach);
  return when(equal(size, 0), when(equal(distance, 0), full, 0), share(call('ABS', size)));
}

const RULES: { readonly [T in RuleType]: OfRule<RuleOf<T>> } = {
  attainment(rule, { x, full, of }) {
    const T = of('target');
    if (!T) return null;
    const cap = rule.cap ?? 1;
    if (rule.inverse) return when(atMost(x, 0), full * cap, share(full, call('MIN', over(T, x), cap)));
    const zero = rule.whenZero === 'full' ? num(full) : rule.whenZero === 'none' ? num(0) : null;
    const plain = share(full, held(0, over(x, T), cap));
    return when(more(T, 0), plain, zero ? when(equal(T, 0), zero, NONE) : NONE);
  },
  goalposts(rule, step) {
    const floor = rule.floor ?? 0;
    return between(rule, step, (way) => share(step.full, floor === 0 ? way : plus(floor, times(1 - floor, way))));
  },
  exponential: (rule, step) => between(rule, step, (way) => share(step.full, power(rule.floor, minus(1, way)))),
  zScore(rule, { x, full, of }) {
    const [mean, sd] = [of('mean'), of('spread')];
    if (!mean || !sd) return null;
    const way = over(rule.inverse ? minus(mean, x) : minus(x, mean), sd);
    return when(
      equal(sd, 0),
      full,
      share(full, held(rule.floor ?? 0, plus(rule.centre, times(rule.spread, way)), rule.cap ?? 1)),
    );
  },
  percentile(_rule, { full, of }) {
    const beaten = of('beaten');
    return beaten && share(full, beaten);
  },
  distanceToBest(rule, step) {
    const best = step.of('best');
    if (!best) return null;
    const behind = call('MAX', 0, snapped(rule.inverse ? minus(step.x, best) : minus(best, step.x)));
    return falling(behind, step, rule.reach, best);
  },
  distanceToTarget(rule, step) {
    const T = step.of('target');
    if (!T) return null;
    const short = snapped(rule.side === 'above' ? minus(step.x, T) : minus(T, step.x));
    return falling(rule.side === 'both' ? call('ABS', short) : call('MAX', 0, short), step, rule.reach, T);
  },
  ratioToBest(rule, { x, full, of }) {
    const best = of('best');
    if (!best) return null;
    if (rule.inverse) return when(atMost(x, best), full, when(more(best, 0), times(full, over(best, x)), 0));
    return when(more(best, 0), share(full, inside(over(x, best))), 0);
  },
  rankTable(rule, { full, places }) {
    if (!places) return null;
    const [first, last] = places;
    const n = plus(minus(last, first), 1);
    if ('table' in rule) {
      const { table, outOf } = rule;
      const numbers = list(table.map((_, i) => i + 1));
      const inTable = call('SUMPRODUCT', times(times(list(table), atLeast(numbers, first)), atMost(numbers, last)));
      const beyond = call('MAX', 0, minus(last, call('MAX', minus(first, 1), table.length)));
      return times(full, over(over(plus(inTable, times(rule.beyond ?? table.at(-1) ?? 0, beyond)), n), outOf));
    }
    const { step, floor = 0 } = rule;
    // The last place before the floor holds; up to it the shares fall evenly.
    const lastFalling = Math.floor(snap((1 - floor) / step)) + 1;
    const shareOf = (place: Formula): Formula => minus(1, times(step, minus(place, 1)));
    if (rule.ties !== 'mean') return times(full, when(atMost(first, lastFalling), shareOf(first), floor));
    const until = call('MAX', minus(first, 1), call('MIN', last, lastFalling));
    const m = plus(minus(until, first), 1);
    const ends = over(times(m, plus(shareOf(first), shareOf(until))), 2);
    return times(full, over(plus(when(more(m, 0), ends, 0), times(floor, minus(n, m))), n));
  },
  bands(rule, step) {
    const y = compared(rule, step);
    // Spreadsheets hold no more conditions inside each other.
    if (!y || rule.bands.length > 50) return null;
    return rule.bands.reduceRight<Formula>((rest, band) => {
      const asked = [
        ...(band.atLeast === undefined ? [] : [atLeast(snapped(y), band.atLeast)]),
        ...(band.above === undefined ? [] : [more(snapped(y), band.above)]),
      ];
      const points = over(times(step.full, band.points), rule.outOf);
      return asked.length === 0 ? points : when(asked.length === 1 ? asked[0]! : call('AND', ...asked), points, rest);
    }, num(0));
  },
  step(rule, step) {
    const y = compared(rule, step);
    if (!y) return null;
    const { full } = step;
    const { parts = 'exact' } = rule;
    const count = (distance: Formula): Formula => {
      const n = snapped(over(call('MAX', 0, distance), rule.per));
      return parts === 'exact' ? n : call(parts === 'up' ? 'ROUNDUP' : 'ROUNDDOWN', n, 0);
    };
    const outside = [
      ...(rule.atLeast === undefined ? [] : [minus(rule.atLeast, y)]),
      ...(rule.atMost === undefined ? [] : [minus(y, rule.atMost)]),
    ];
    const most = Math.max(0, full - (rule.floor ?? 0));
    const steps = outside.length === 0 ? num(0) : count(outside.length === 1 ? outside[0]! : call('MAX', ...outside));
    const taken = call('MIN', most, times(steps, rule.step));
    const told = step.of('exempt');
    const free = rule.exempt && told ? call('AND', call('ISNUMBER', told), holds(rule.exempt, told)) : null;
    const left = minus(full, free ? when(free, 0, taken) : taken);
    const { gain, gainCap } = rule;
    if (gain === undefined || (rule.atLeast === undefined) === (rule.atMost === undefined)) return left;
    const beyond = times(count(rule.atLeast === undefined ? minus(rule.atMost ?? 0, y) : minus(y, rule.atLeast)), gain);
    return plus(left, gainCap === undefined ? beyond : call('MIN', gainCap, beyond));
  },
  perCase(rule, { x, full }) {
    const cases = rule.free === undefined ? x : minus(x, rule.free);
    return minus(full, call('MAX', 0, call('MIN', Math.min(rule.cap ?? full, full), times(cases, rule.step))));
  },
  countMet(rule, { x, full, of }) {
    const required = of('required');
    if (!required) return null;
    const met = rule.whole ? when(atLeast(snapped(minus(x, required)), 0), full, 0) : share(full, inside(over(x, required)));
    return when(atMost(required, 0), full, met);
  },
  yesNo: (rule, { x, full }) => when(holds(rule, x), full, 0),
  vote(_rule, { x, full, args }) {
    return when(more(x, 0), share(full, inside(over(total(args.slice(1)), x))), NONE);
  },
  asGiven(rule, { x, full }) {
    return call('MIN', call('MAX', x, rule.min ?? 0), Math.min(rule.max ?? full, full));
  },
};
