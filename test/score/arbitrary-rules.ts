/**
 * Any rule and any step of preparing that a scheme file can write, edges first: for tests of what holds whatever a
 * scheme says. Both tables are keyed by type, so that a new one without its line here does not compile.
 */
import fc from 'fast-check';
import type { PrepareStep, RuleOf, RuleType } from '../../src/scheme';

/** Beyond any figure of a county, and far enough from the ends of a double that squares and products do not overflow. */
const HUGE = 1e30;
const EDGES = [0, 1, -1, 0.1 + 0.2, 1e-9, -1e-9, 1e-30, 1e9, 1e15, -1e15, HUGE, -HUGE];
const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true }).map((x) => (Math.abs(x) < 1 / HUGE ? 0 : x));

/** Mostly what people write, and always some of what they should not: zero, tiny, huge, negative. */
export const anyNumber: fc.Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: between(0, 1) },
  { weight: 3, arbitrary: between(-100, 100) },
  { weight: 2, arbitrary: fc.constantFrom(...EDGES) },
  { weight: 1, arbitrary: between(-HUGE, HUGE) },
);
export const anyPositive = anyNumber.map(Math.abs).filter((x) => x > 0);
export const anyNotNegative = anyNumber.map(Math.abs);
const below1 = fc.oneof(between(0, 1), fc.constant(0)).filter((x) => x < 1);

/** The measures that rules and adjustments look at beside the leaf's own. */
export const BESIDE = ['m.sector0', 'm.sector1', 'm.target'] as const;
export const anyMeasure = fc.constantFrom<string>(...BESIDE, 'm.nobody');
const figure = anyMeasure.map((measure) => ({ measure }));
const city = fc.constantFrom<'group' | 'city'>('group', 'city');
const others = { among: city, fallback: city };
const inverse = fc.boolean();
const target = fc.oneof(anyNumber, figure);
const pace = fc.oneof(
  fc.constant<true>(true),
  fc.tuple(anyNotNegative, anyNotNegative, anyNotNegative, anyNotNegative),
  fc.constant<[number, number, number, number]>([0, 0, 0, 0]),
);
const extreme = fc.record(
  { is: fc.constantFrom('min' as const, 'max' as const), ...others, over: fc.constantFrom('period' as const, 'all' as const, 'yearStart' as const) },
  { requiredKeys: ['is', 'among'] },
); // prettier-ignore
const post = fc.oneof({ weight: 2, arbitrary: anyNumber }, figure, extreme);
const bounds = { atLeast: anyNumber, above: anyNumber, atMost: anyNumber, below: anyNumber };
/** One bound and more: a condition without any is not accepted. */
const someBound = fc.record(bounds, { requiredKeys: ['atLeast'] });
const against = fc.oneof(figure, fc.record({ mean: city, fallback: city }, { requiredKeys: ['mean'] }));
const roundTo = fc.integer({ min: 0, max: 9 });
const type = <T extends RuleType>(t: T): fc.Arbitrary<T> => fc.constant(t);

const bandList = fc
  .tuple(fc.array(fc.record({ atLeast: anyNumber, points: anyNotNegative }), { maxLength: 4 }), anyNotNegative, fc.boolean())
  .map(([list, last, open]) => [
    ...list.sort((a, b) => b.atLeast - a.atLeast).filter((b, i) => i === 0 || b.atLeast < (list[i - 1]?.atLeast ?? Infinity)),
    ...(open || list.length === 0 ? [{ points: last }] : []),
  ]);

const place = {
  type: type('rankTable'),
  ...others,
  inverse,
  from: fc.constantFrom('top' as const, 'bottom' as const),
  ties: fc.constantFrom('best' as const, 'mean' as const),
};

/** By type of rule. */
export const RULES_ANY: { readonly [T in RuleType]: fc.Arbitrary<RuleOf<T>> } = {
  attainment: fc.record(
    { type: type('attainment'), target, pace, cap: anyPositive, inverse, whenZero: fc.constantFrom('na', 'full', 'none') },
    { requiredKeys: ['type', 'target'] },
  ),
  goalposts: fc.record(
    { type: type('goalposts'), lo: post, hi: post, floor: below1, bounded: fc.boolean() },
    { requiredKeys: ['type', 'lo', 'hi'] },
  ),
  exponential: fc.record(
    { type: type('exponential'), lo: post, hi: post, floor: below1.filter((x) => x > 0), bounded: fc.boolean() },
    { requiredKeys: ['type', 'lo', 'hi', 'floor'] },
  ),
  zScore: fc.record(
    { type: type('zScore'), ...others, centre: anyNotNegative, spread: anyPositive, floor: anyNumber, cap: anyNumber, inverse },
    { requiredKeys: ['type', 'among', 'centre', 'spread'] },
  ),
  percentile: fc.record(
    { type: type('percentile'), ...others, ties: fc.constantFrom('low', 'mid'), inverse },
    { requiredKeys: ['type', 'among'] },
  ),
  distanceToBest: fc.record(
    { type: type('distanceToBest'), ...others, reach: anyPositive, inverse },
    { requiredKeys: ['type', 'among'] },
  ),
  distanceToTarget: fc.record(
    { type: type('distanceToTarget'), target, pace, side: fc.constantFrom('below', 'above', 'both'), reach: anyPositive },
    { requiredKeys: ['type', 'target', 'side'] },
  ),
  ratioToBest: fc.record({ type: type('ratioToBest'), ...others, inverse }, { requiredKeys: ['type', 'among'] }),
  rankTable: fc.oneof(
    fc.record(
      { ...place, table: fc.array(anyNumber, { minLength: 1, maxLength: 12 }), outOf: anyPositive, beyond: anyNumber },
      { requiredKeys: ['type', 'among', 'table', 'outOf'] },
    ),
    fc.record({ ...place, step: anyPositive, floor: below1 }, { requiredKeys: ['type', 'among', 'step'] }),
  ),
  bands: fc.record(
    {
      type: type('bands'),
      against,
      outOf: anyPositive,
      bands: bandList,
      without: fc.record({ type: type('goalposts'), lo: anyNumber, hi: anyNumber }),
      roundTo,
    },
    { requiredKeys: ['type', 'outOf', 'bands'] },
  ),
  step: fc.oneof(
    fc.record(
      {
        ...{ type: type('step'), against, atLeast: anyNumber, per: anyPositive, step: anyPositive, floor: anyNumber, roundTo },
        ...{ parts: fc.constantFrom('exact' as const, 'down' as const, 'up' as const), gain: anyPositive, gainCap: anyPositive },
        exempt: fc.tuple(anyMeasure, someBound).map(([measure, b]) => ({ measure, ...b })),
      },
      { requiredKeys: ['type', 'atLeast', 'per', 'step'] },
    ),
    fc.record(
      { type: type('step'), atLeast: anyNumber, atMost: anyNumber, per: anyPositive, step: anyPositive, floor: anyNumber },
      { requiredKeys: ['type', 'atMost', 'per', 'step'] },
    ),
  ),
  perCase: fc.record(
    { type: type('perCase'), step: anyPositive, cap: anyPositive, free: anyPositive },
    { requiredKeys: ['type', 'step'] },
  ),
  countMet: fc.record({ type: type('countMet'), required: target, whole: fc.boolean() }, { requiredKeys: ['type', 'required'] }),
  yesNo: someBound.map((b) => ({ type: 'yesNo' as const, ...b })),
  vote: fc.record({
    type: type('vote'),
    options: fc.array(fc.record({ measure: anyMeasure, coefficient: anyNumber }), { minLength: 1, maxLength: 4 }),
  }),
  asGiven: fc.record({ type: type('asGiven'), min: anyNumber, max: anyNumber }, { requiredKeys: ['type'] }),
};

export const RULE_TYPES = Object.keys(RULES_ANY) as RuleType[];
export const anyRule = fc.constantFrom(...RULE_TYPES).chain((t) => RULES_ANY[t] as fc.Arbitrary<RuleOf<RuleType>>);

type StepOf<D extends PrepareStep['do']> = Extract<PrepareStep, { do: D }>;
const does = <D extends PrepareStep['do']>(d: D): fc.Arbitrary<D> => fc.constant(d);

/** By step of preparing. */
export const STEPS_ANY: { readonly [D in PrepareStep['do']]: fc.Arbitrary<StepOf<D>> } = {
  per: fc.record({ do: does('per'), figure: anyMeasure, times: anyPositive }, { requiredKeys: ['do', 'figure'] }),
  log: fc.record({ do: does('log'), base: fc.constantFrom('e' as const, 2 as const, 10 as const) }, { requiredKeys: ['do'] }),
  clamp: fc.record({ do: does('clamp'), lo: anyNumber, hi: anyNumber }, { requiredKeys: ['do'] }),
  change: fc.record(
    { do: does('change'), on: fc.constantFrom('previous', 'lastYear'), as: fc.constantFrom('share', 'difference') },
    { requiredKeys: ['do', 'on'] },
  ),
  over: fc.record({
    do: does('over'),
    periods: fc.oneof(fc.constant('year' as const), fc.integer({ min: 2, max: 6 })),
    take: fc.constantFrom('sum', 'mean', 'latest'),
  }),
  winsorise: fc.record(
    { do: does('winsorise'), most: fc.integer({ min: 1, max: 12 }), skew: anyPositive, kurtosis: anyPositive },
    { requiredKeys: ['do', 'most'] },
  ),
  rank: fc.record({ do: does('rank'), among: city, from: fc.constantFrom('top', 'bottom') }),
};
export const anyStep = fc
  .constantFrom(...(Object.keys(STEPS_ANY) as PrepareStep['do'][]))
  .chain((d) => STEPS_ANY[d] as fc.Arbitrary<PrepareStep>);
