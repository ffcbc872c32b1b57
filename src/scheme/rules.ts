/** The rules 计分规则 as a scheme file writes them: the fields of each, and no arithmetic (that is `score/rules/`). */
import * as v from 'valibot';
import { bounds, measureId, notNegative, number, positive, says } from './parts';

const inverse = v.exactOptional(says(v.boolean(), '反向: less is better (default false)'));

const attainment = v.strictObject({
  type: v.literal('attainment'),
  target: says(
    v.union([number, v.strictObject({ measure: measureId })]),
    '目标值: a number, or {"measure"} for a target of each unit (its own figure, else the whole city’s; of the period, else of the half-year or year)',
  ),
  pace: v.exactOptional(
    says(
      v.union([v.literal(true), v.strictTuple([notNegative, notNegative, notNegative, notNegative])]),
      '序时: the target is the year’s, of which this cumulative share is due by Q1–Q4; true is 0.25, 0.5, 0.75, 1',
    ),
  ),
  cap: v.exactOptional(says(positive, '封顶, as a share of the full marks (default 1)')),
  inverse,
});

const goalposts = v.strictObject({
  type: v.literal('goalposts'),
  lo: says(number, '不允许值: where the points are floor × full marks; lo > hi means less is better'),
  hi: says(number, '满意值: where the points are the full marks'),
  floor: v.exactOptional(says(v.pipe(notNegative, v.ltValue(1)), '0.6 is the usual 60 + 40 × … (default 0)')),
  bounded: v.exactOptional(says(v.boolean(), 'hold x between lo and hi first (default true)')),
});

const ratioToBest = v.strictObject({
  type: v.literal('ratioToBest'),
  among: says(v.picklist(['group', 'city']), 'who is looked at: the peer group 考核分组, or the whole city'),
  fallback: v.exactOptional(
    says(v.picklist(['city', 'group']), 'who is looked at when the group has fewer than 4 units (default city); always flagged'),
  ),
  inverse,
});

const perCase = v.strictObject({
  type: v.literal('perCase'),
  step: says(positive, 'points taken off for each case'),
  cap: v.exactOptional(says(positive, '扣完为止: the most that is taken off (default, and at most, the full marks)')),
});

const yesNo = v.pipe(
  v.strictObject({ type: v.literal('yesNo'), ...bounds }),
  // type and one bound: a condition without bounds would always hold.
  v.minEntries(2),
);

const step = v.strictObject({
  type: v.literal('step'),
  atLeast: v.exactOptional(says(number, 'from here on, upwards, nothing is taken off')),
  atMost: v.exactOptional(says(number, 'up to here nothing is taken off; with both bounds: between them')),
  per: says(positive, 'how far outside makes one step, in the measure’s own unit (0.01 is a percentage point)'),
  step: says(positive, 'points taken off for each step'),
  parts: v.exactOptional(
    says(v.picklist(['exact', 'down', 'up']), 'a part of a step counts in proportion (default), not at all, or as a whole one'),
  ),
});

const band = v.strictObject({
  atLeast: v.exactOptional(says(number, 'x ≥ this; only the last band may leave out its bound: everything below')),
  above: v.exactOptional(says(number, 'x > this')),
  points: says(notNegative, 'points, as a part of `outOf`'),
});

const bands = v.strictObject({
  type: v.literal('bands'),
  against: v.exactOptional(
    says(
      v.strictObject({ measure: measureId }),
      'x is the value less this figure (of the unit, else of the whole city; of the period, else of the half-year or year): a benchmark such as the provincial mean',
    ),
  ),
  outOf: says(positive, 'the full marks the points of the bands are written for; under other marks they change in proportion'),
  bands: says(v.pipe(v.array(band), v.minLength(1)), '分档, the highest first: the first that x reaches'),
  without: v.exactOptional(says(goalposts, 'what counts where there is no figure to compare with (default: not applicable)')),
});

const asGiven = v.strictObject({
  type: v.literal('asGiven'),
  min: v.exactOptional(says(number, 'the least the value counts (default 0)')),
  max: v.exactOptional(says(number, 'the most the value counts (default, and at most, the full marks)')),
});

export const rule = v.variant('type', [attainment, goalposts, ratioToBest, bands, step, perCase, yesNo, asGiven]);

export type Rule = v.InferOutput<typeof rule>;
export type RuleType = Rule['type'];
export type RuleOf<T extends RuleType> = Extract<Rule, { type: T }>;
