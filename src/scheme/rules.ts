/** The rules 计分规则 as a scheme file writes them: the fields of each, no words (meanings.ts) and no arithmetic (score/rules/). */
import * as v from 'valibot';
import { bounds, measureId, notNegative, number, positive } from './parts';

const inverse = v.exactOptional(v.boolean());

/** Who is looked at; the same for every rule that looks at others. */
const others = {
  among: v.picklist(['group', 'city']),
  fallback: v.exactOptional(v.picklist(['city', 'group'])),
};

const figure = v.strictObject({ measure: measureId });

/** One for each peer group, by its name. */
const perGroup = v.strictObject({
  groups: v.pipe(v.record(v.pipe(v.string(), v.minLength(1)), number), v.minEntries(1)),
  others: v.exactOptional(number),
});

const target = v.union([number, figure, perGroup]);

const pace = v.exactOptional(v.union([v.literal(true), v.strictTuple([notNegative, notNegative, notNegative, notNegative])]));

const attainment = v.strictObject({
  type: v.literal('attainment'),
  target,
  pace,
  cap: v.exactOptional(positive),
  inverse,
  whenZero: v.exactOptional(v.picklist(['na', 'full', 'none'])),
});

const extreme = v.strictObject({
  is: v.picklist(['min', 'max']),
  ...others,
  over: v.exactOptional(v.picklist(['period', 'all', 'yearStart'])),
});

/** A goalpost: fixed, of each unit, or where the field stands. */
const post = v.union([number, figure, extreme]);

const floor = v.pipe(notNegative, v.ltValue(1));
const bounded = v.exactOptional(v.boolean());

const goalposts = v.strictObject({
  type: v.literal('goalposts'),
  lo: post,
  hi: post,
  floor: v.exactOptional(floor),
  bounded,
});

/** Goalposts that need nothing but themselves. */
const fixedGoalposts = v.strictObject({
  type: v.literal('goalposts'),
  lo: number,
  hi: number,
  floor: v.exactOptional(floor),
  bounded,
});

const exponential = v.strictObject({
  type: v.literal('exponential'),
  lo: post,
  hi: post,
  floor: v.pipe(positive, v.ltValue(1)),
  bounded,
});

const ratioToBest = v.strictObject({ type: v.literal('ratioToBest'), ...others, inverse });

const zScore = v.strictObject({
  type: v.literal('zScore'),
  ...others,
  centre: notNegative,
  spread: positive,
  floor: v.exactOptional(number),
  cap: v.exactOptional(number),
  inverse,
});

const percentile = v.strictObject({
  type: v.literal('percentile'),
  ...others,
  ties: v.exactOptional(v.picklist(['low', 'mid'])),
  inverse,
});

const reach = v.exactOptional(positive);

const distanceToBest = v.strictObject({ type: v.literal('distanceToBest'), ...others, reach, inverse });

const distanceToTarget = v.strictObject({
  type: v.literal('distanceToTarget'),
  target,
  pace,
  side: v.picklist(['below', 'above', 'both']),
  reach,
});

const place = {
  type: v.literal('rankTable'),
  ...others,
  inverse,
  from: v.exactOptional(v.picklist(['top', 'bottom'])),
  ties: v.exactOptional(v.picklist(['best', 'mean'])),
};

/** Exactly one of `table` and `step`: two shapes of one type. */
const rankTable = v.strictObject({
  ...place,
  table: v.pipe(v.array(number), v.minLength(1)),
  outOf: positive,
  beyond: v.exactOptional(number),
});
const rankStep = v.strictObject({
  ...place,
  step: positive,
  floor: v.exactOptional(floor),
});

const perCase = v.strictObject({
  type: v.literal('perCase'),
  step: positive,
  cap: v.exactOptional(positive),
  free: v.exactOptional(positive),
});

const countMet = v.strictObject({
  type: v.literal('countMet'),
  required: v.union([number, figure]),
  whole: v.exactOptional(v.boolean()),
});

const yesNo = v.pipe(
  v.strictObject({ type: v.literal('yesNo'), ...bounds }),
  // type and one bound: a condition without bounds would always hold.
  v.minEntries(2),
);

/** A benchmark: a figure of its own, or the mean of the others. */
const against = v.exactOptional(
  v.union([figure, v.strictObject({ mean: v.picklist(['group', 'city']), fallback: others.fallback })]),
);

const roundTo = v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9)));

const step = v.strictObject({
  type: v.literal('step'),
  against,
  atLeast: v.exactOptional(number),
  atMost: v.exactOptional(number),
  per: positive,
  step: positive,
  parts: v.exactOptional(v.picklist(['exact', 'down', 'up'])),
  floor: v.exactOptional(number),
  gain: v.exactOptional(positive),
  gainCap: v.exactOptional(positive),
  exempt: v.exactOptional(v.pipe(v.strictObject({ measure: measureId, ...bounds }), v.minEntries(2))),
  roundTo,
});

const band = v.strictObject({
  atLeast: v.exactOptional(number),
  above: v.exactOptional(number),
  points: notNegative,
});

const bands = v.strictObject({
  type: v.literal('bands'),
  against,
  outOf: positive,
  bands: v.pipe(v.array(band), v.minLength(1)),
  without: v.exactOptional(fixedGoalposts),
  roundTo,
});

const vote = v.strictObject({
  type: v.literal('vote'),
  options: v.pipe(
    v.array(
      v.strictObject({
        measure: measureId,
        coefficient: number,
      }),
    ),
    v.minLength(1),
  ),
});

const asGiven = v.strictObject({
  type: v.literal('asGiven'),
  min: v.exactOptional(number),
  max: v.exactOptional(number),
});

export const rule = v.variant('type', [
  attainment,
  goalposts,
  exponential,
  zScore,
  percentile,
  distanceToBest,
  distanceToTarget,
  ratioToBest,
  rankTable,
  rankStep,
  bands,
  step,
  perCase,
  countMet,
  yesNo,
  vote,
  asGiven,
]);

export type Rule = v.InferOutput<typeof rule>;
export type RuleType = Rule['type'];
export type RuleOf<T extends RuleType> = Extract<Rule, { type: T }>;
