/** The rules 计分规则 as a scheme file writes them: the fields of each, and no arithmetic (that is `score/rules/`). */
import * as v from 'valibot';
import { bounds, measureId, notNegative, number, positive, says } from './parts';

const inverse = v.exactOptional(says(v.boolean(), '反向: less is better (default false)'));

/** Who is looked at; the same for every rule that looks at others. */
const others = {
  among: says(v.picklist(['group', 'city']), 'who is looked at: the peer group 考核分组, or the whole city'),
  fallback: v.exactOptional(
    says(v.picklist(['city', 'group']), 'who is looked at when the group has fewer than 4 units (default city); always flagged'),
  ),
};

const figure = v.strictObject({ measure: measureId });

const target = says(
  v.union([number, figure]),
  '目标值: a number, or {"measure"} for a target of each unit (its own figure, else the whole city’s; of the period, else of the half-year or year)',
);

const pace = v.exactOptional(
  says(
    v.union([v.literal(true), v.strictTuple([notNegative, notNegative, notNegative, notNegative])]),
    '序时: the target is the year’s, of which this cumulative share is due by Q1–Q4; true is 0.25, 0.5, 0.75, 1',
  ),
);

const attainment = v.strictObject({
  type: v.literal('attainment'),
  target,
  pace,
  cap: v.exactOptional(says(positive, '封顶, as a share of the full marks (default 1)')),
  inverse,
  whenZero: v.exactOptional(
    says(
      v.picklist(['na', 'full', 'none']),
      'a target of 0: not applicable (default), full marks, or none; not for inverse, where only x = 0 meets it',
    ),
  ),
});

const extreme = v.strictObject({
  is: v.picklist(['min', 'max']),
  ...others,
  over: v.exactOptional(v.picklist(['period', 'all', 'yearStart'])),
});

/** A goalpost: fixed, of each unit, or where the field stands. */
const post = v.union([number, figure, extreme]);

const floor = v.pipe(notNegative, v.ltValue(1));
const floorWords = '0.6 is the usual 60 + 40 × … (default 0)';
const bounded = v.exactOptional(says(v.boolean(), 'hold x between lo and hi first (default true)'));

const goalposts = v.strictObject({
  type: v.literal('goalposts'),
  lo: says(
    post,
    '不允许值: where the points are floor × full marks; lo > hi means less is better. A number; or {"measure"}, as a target; or {"is": "min" or "max", "among", "fallback", "over"}: the least or greatest value of the group or the city, over the "period" (default), "all" periods scored, or as it stood at "yearStart", in the last period before the year',
  ),
  hi: says(post, '满意值: where the points are the full marks; given as lo is'),
  floor: v.exactOptional(says(floor, floorWords)),
  bounded,
});

/** Goalposts that need nothing but themselves. */
const fixedGoalposts = v.strictObject({
  type: v.literal('goalposts'),
  lo: says(number, '不允许值'),
  hi: says(number, '满意值'),
  floor: v.exactOptional(says(floor, floorWords)),
  bounded,
});

const exponential = v.strictObject({
  type: v.literal('exponential'),
  lo: says(post, '不允许值: where the points are floor × full marks; given as the lo of goalposts is'),
  hi: says(post, '满意值: where the points are the full marks'),
  floor: says(v.pipe(positive, v.ltValue(1)), 'share of the full marks at lo; above 0, for the curve never reaches 0'),
  bounded,
});

const ratioToBest = v.strictObject({ type: v.literal('ratioToBest'), ...others, inverse });

const zScore = v.strictObject({
  type: v.literal('zScore'),
  ...others,
  centre: says(notNegative, 'share of the full marks at the mean'),
  spread: says(positive, 'share of the full marks for each standard deviation (sample, n − 1) from the mean'),
  floor: v.exactOptional(says(number, 'the least, as a share of the full marks (default 0)')),
  cap: v.exactOptional(says(number, 'the most, as a share of the full marks (default 1)')),
  inverse,
});

const percentile = v.strictObject({
  type: v.literal('percentile'),
  ...others,
  ties: v.exactOptional(says(v.picklist(['low', 'mid']), 'equal values are not beaten (default), or count half')),
  inverse,
});

const reach = (of: string) =>
  v.exactOptional(
    says(positive, `how far away the points are used up, in the measure’s own unit (default: the size of the ${of})`),
  );

const distanceToBest = v.strictObject({ type: v.literal('distanceToBest'), ...others, reach: reach('best'), inverse });

const distanceToTarget = v.strictObject({
  type: v.literal('distanceToTarget'),
  target,
  pace,
  side: says(v.picklist(['below', 'above', 'both']), 'which distance costs: lying below the target, above it, or either'),
  reach: reach('target'),
});

const place = {
  type: v.literal('rankTable'),
  ...others,
  inverse,
  from: v.exactOptional(says(v.picklist(['top', 'bottom']), 'place 1 is the first (default), or the last')),
  ties: v.exactOptional(
    says(
      v.picklist(['best', 'mean']),
      'equal values: all have the best place they share (default), or the mean of its places’ points',
    ),
  ),
};

/** Exactly one of `table` and `step`: two shapes of one type. */
const rankTable = v.strictObject({
  ...place,
  table: says(v.pipe(v.array(number), v.minLength(1)), 'points of place 1, 2, …, as a part of `outOf`'),
  outOf: says(positive, 'the full marks the table is written for; under other marks it changes in proportion'),
  beyond: v.exactOptional(says(number, 'points of places beyond the table (default: its last entry)')),
});
const rankStep = v.strictObject({
  ...place,
  step: says(positive, 'share of the full marks lost with each place (0.02 is 2 %)'),
  floor: v.exactOptional(says(floor, 'the least, as a share of the full marks (default 0)')),
});

const perCase = v.strictObject({
  type: v.literal('perCase'),
  step: says(positive, 'points taken off for each case'),
  cap: v.exactOptional(says(positive, '扣完为止: the most that is taken off (default, and at most, the full marks)')),
  free: v.exactOptional(says(positive, 'so many cases cost nothing (default 0)')),
});

const countMet = v.strictObject({
  type: v.literal('countMet'),
  required: says(
    v.union([number, figure]),
    '应达次数: a number, or {"measure"} for each unit’s own (else the whole city’s; of the period, else of the half-year or year)',
  ),
  whole: v.exactOptional(says(v.boolean(), 'all or nothing (default false: in proportion)')),
});

const yesNo = v.pipe(
  v.strictObject({ type: v.literal('yesNo'), ...bounds }),
  // type and one bound: a condition without bounds would always hold.
  v.minEntries(2),
);

/** A benchmark: a figure of its own, or the mean of the others. */
const against = (more: string) =>
  v.exactOptional(
    says(
      v.union([figure, v.strictObject({ mean: v.picklist(['group', 'city']), fallback: others.fallback })]),
      `x is the value less this: {"measure"}, a figure (of the unit, else of the whole city; of the period, else of the half-year or year) such as the provincial mean; or {"mean": "group" or "city", "fallback"}, the mean of the values reported${more}`,
    ),
  );

const roundTo = v.exactOptional(
  says(
    v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9)),
    'decimals that what is compared is rounded to first, half up, in the measure’s own unit: 3 makes 94.96 % count as 95.0 % (default: not rounded)',
  ),
);

const step = v.strictObject({
  type: v.literal('step'),
  against: against('; the bounds are then distances to it'),
  atLeast: v.exactOptional(says(number, 'from here on, upwards, nothing is taken off')),
  atMost: v.exactOptional(says(number, 'up to here nothing is taken off; with both bounds: between them')),
  per: says(positive, 'how far outside makes one step, in the measure’s own unit (0.01 is a percentage point)'),
  step: says(positive, 'points taken off for each step'),
  parts: v.exactOptional(
    says(v.picklist(['exact', 'down', 'up']), 'a part of a step counts in proportion (default), not at all, or as a whole one'),
  ),
  floor: v.exactOptional(says(number, 'the least points it comes down to; may be negative (default 0)')),
  gain: v.exactOptional(says(positive, 'points added for each step beyond the bound on the good side; only with one bound')),
  gainCap: v.exactOptional(says(positive, 'the most that is added (default: no limit)')),
  exempt: v.exactOptional(
    says(
      v.pipe(v.strictObject({ measure: measureId, ...bounds }), v.minEntries(2)),
      '免扣: nothing is taken off from a unit whose figure of this measure keeps these bounds; without a figure it is not exempt',
    ),
  ),
  roundTo,
});

const band = v.strictObject({
  atLeast: v.exactOptional(says(number, 'x ≥ this; only the last band may leave out its bound: everything below')),
  above: v.exactOptional(says(number, 'x > this')),
  points: says(notNegative, 'points, as a part of `outOf`'),
});

const bands = v.strictObject({
  type: v.literal('bands'),
  against: against(''),
  outOf: says(positive, 'the full marks the points of the bands are written for; under other marks they change in proportion'),
  bands: says(v.pipe(v.array(band), v.minLength(1)), '分档, the highest first: the first that x reaches'),
  without: v.exactOptional(
    says(fixedGoalposts, 'what counts where there is no figure to compare with (default: not applicable)'),
  ),
  roundTo,
});

const vote = v.strictObject({
  type: v.literal('vote'),
  options: says(
    v.pipe(
      v.array(
        v.strictObject({
          measure: says(measureId, 'how many voted so'),
          coefficient: says(number, 'what such a vote counts: 1 for 好, 0.8 for 较好 …'),
        }),
      ),
      v.minLength(1),
    ),
    '票种: the answers of the ballot; votes given to no answer listed count nothing',
  ),
});

const asGiven = v.strictObject({
  type: v.literal('asGiven'),
  min: v.exactOptional(says(number, 'the least the value counts (default 0)')),
  max: v.exactOptional(says(number, 'the most the value counts (default, and at most, the full marks)')),
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
