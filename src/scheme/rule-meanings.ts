/** What the keys of rules 计分规则 and of the steps that prepare 预处理 mean, for the JSON Schema and docs/scheme.md: see meanings.ts. */
import { BOUNDS, within, type Meanings } from './meanings';
import type { PrepareStep } from './prepare';
import type { RuleOf, RuleType } from './rules';

const inverse = '反向: less is better (default false)';
const target = {
  target:
    '目标值: a number, or {"measure"} for a target of each unit (its own figure, else the whole city’s; of the period, else of the half-year or year), or {"groups"} for one of each peer group 考核分组',
  'target.groups': 'by the group’s name',
  'target.others': 'for units of any other group, or of none (default: not applicable to them, and flagged)',
};
/** Who is looked at; the same for every rule that looks at others. */
const others = {
  among: 'who is looked at: the peer group 考核分组, or the whole city',
  fallback: 'who is looked at when the group has fewer than 4 units (default city); always flagged',
};

export const RULE_MEANINGS: { readonly [T in RuleType]: Meanings<RuleOf<T>> } = {
  attainment: {
    ...target,
    pace: '序时: the target is the year’s, of which this cumulative share is due by Q1–Q4; true is 0.25, 0.5, 0.75, 1',
    cap: '封顶, as a share of the full marks (default 1)',
    inverse,
    whenZero: 'a target of 0: not applicable (default), full marks, or none; not for inverse, where only x = 0 meets it',
  },
  goalposts: {
    lo: '不允许值: where the points are floor × full marks; lo > hi means less is better. A number; or {"measure"}, as a target; or {"is": "min" or "max", "among", "fallback", "over"}: the least or greatest value of the group or the city, over the "period" (default), "all" periods scored, or as it stood at "yearStart", in the last period before the year',
    ...within('lo', others),
    hi: '满意值: where the points are the full marks; given as lo is',
    ...within('hi', others),
    floor: '0.6 is the usual 60 + 40 × … (default 0)',
    bounded: 'hold x between lo and hi first (default true)',
  },
  exponential: {
    lo: '不允许值: where the points are floor × full marks; given as the lo of goalposts is',
    ...within('lo', others),
    hi: '满意值: where the points are the full marks',
    ...within('hi', others),
    floor: 'share of the full marks at lo; above 0, for the curve never reaches 0',
    bounded: 'hold x between lo and hi first (default true)',
  },
  zScore: {
    ...others,
    centre: 'share of the full marks at the mean',
    spread: 'share of the full marks for each standard deviation (sample, n − 1) from the mean',
    floor: 'the least, as a share of the full marks (default 0)',
    cap: 'the most, as a share of the full marks (default 1)',
    inverse,
  },
  percentile: { ...others, ties: 'equal values are not beaten (default), or count half', inverse },
  distanceToBest: {
    ...others,
    reach: 'how far away the points are used up, in the measure’s own unit (default: the size of the best)',
    inverse,
  },
  distanceToTarget: {
    ...target,
    pace: '序时: the target is the year’s, of which this cumulative share is due by Q1–Q4; true is 0.25, 0.5, 0.75, 1',
    side: 'which distance costs: lying below the target, above it, or either',
    reach: 'how far away the points are used up, in the measure’s own unit (default: the size of the target)',
  },
  ratioToBest: { ...others, inverse },
  rankTable: {
    ...others,
    inverse,
    from: 'place 1 is the first (default), or the last',
    ties: 'equal values: all have the best place they share (default), or the mean of its places’ points',
    table: 'points of place 1, 2, …, as a part of `outOf`',
    outOf: 'the full marks the table is written for; under other marks it changes in proportion',
    beyond: 'points of places beyond the table (default: its last entry)',
    step: 'share of the full marks lost with each place (0.02 is 2 %)',
    floor: 'the least, as a share of the full marks (default 0)',
  },
  bands: {
    against:
      'x is the value less this: {"measure"}, a figure (of the unit, else of the whole city; of the period, else of the half-year or year) such as the provincial mean; or {"mean": "group" or "city", "fallback"}, the mean of the values reported',
    'against.fallback': 'who is looked at when the group has fewer than 4 units (default city); always flagged',
    outOf: 'the full marks the points of the bands are written for; under other marks they change in proportion',
    bands: '分档, the highest first: the first that x reaches',
    'bands.atLeast': 'x ≥ this; only the last band may leave out its bound: everything below',
    'bands.above': 'x > this',
    'bands.points': 'points, as a part of `outOf`',
    without: 'what counts where there is no figure to compare with (default: not applicable)',
    'without.lo': '不允许值',
    'without.hi': '满意值',
    'without.floor': '0.6 is the usual 60 + 40 × … (default 0)',
    'without.bounded': 'hold x between lo and hi first (default true)',
    roundTo:
      'decimals that what is compared is rounded to first, half up, in the measure’s own unit: 3 makes 94.96 % count as 95.0 % (default: not rounded)',
  },
  step: {
    against:
      'x is the value less this: {"measure"}, a figure (of the unit, else of the whole city; of the period, else of the half-year or year) such as the provincial mean; or {"mean": "group" or "city", "fallback"}, the mean of the values reported; the bounds are then distances to it',
    'against.fallback': 'who is looked at when the group has fewer than 4 units (default city); always flagged',
    atLeast: 'from here on, upwards, nothing is taken off',
    atMost: 'up to here nothing is taken off; with both bounds: between them',
    per: 'how far outside makes one step, in the measure’s own unit (0.01 is a percentage point)',
    step: 'points taken off for each step',
    parts: 'a part of a step counts in proportion (default), not at all, or as a whole one',
    floor: 'the least points it comes down to; may be negative (default 0)',
    gain: 'points added for each step beyond the bound on the good side; only with one bound',
    gainCap: 'the most that is added (default: no limit)',
    exempt:
      '免扣: nothing is taken off from a unit whose figure of this measure keeps these bounds; without a figure it is not exempt',
    ...within('exempt', BOUNDS),
    roundTo:
      'decimals that what is compared is rounded to first, half up, in the measure’s own unit: 3 makes 94.96 % count as 95.0 % (default: not rounded)',
  },
  perCase: {
    step: 'points taken off for each case',
    cap: '扣完为止: the most that is taken off (default, and at most, the full marks)',
    free: 'so many cases cost nothing (default 0)',
  },
  countMet: {
    required:
      '应达次数: a number, or {"measure"} for each unit’s own (else the whole city’s; of the period, else of the half-year or year)',
    whole: 'all or nothing (default false: in proportion)',
  },
  yesNo: { ...BOUNDS },
  vote: {
    options: '票种: the answers of the ballot; votes given to no answer listed count nothing',
    'options.measure': 'how many voted so',
    'options.coefficient': 'what such a vote counts: 1 for 好, 0.8 for 较好 …',
  },
  asGiven: {
    min: 'the least the value counts (default 0)',
    max: 'the most the value counts (default, and at most, the full marks)',
  },
};

export const STEP_MEANINGS: { readonly [D in PrepareStep['do']]: Meanings<Extract<PrepareStep, { do: D }>> } = {
  per: {
    figure: 'what the value is divided by (人均, 每万名党员); not applicable where it is 0',
    times: 'multiplied by this afterwards (default 1; 10000 for 每万人)',
  },
  log: { base: 'default e' },
  clamp: { lo: 'values below are this', hi: 'values above are this' },
  change: {
    on: '环比: the period before · 同比: the same period a year before',
    as: '(x − p)/|p|, not applicable where p is 0 (default), or x − p',
  },
  over: {
    periods: 'the periods of the year so far, or so many periods up to this one',
    take: 'sum of flows (a figure since 1 January is never summed again), mean of those reported, or the last reported',
  },
  winsorise: {
    most: 'at most so many values are pulled in to the next one',
    skew: 'until |skewness| is below this (default 2)',
    kurtosis: 'or the excess kurtosis is below this (default 3.5)',
  },
  rank: {
    among: 'who is looked at: the peer group 考核分组, or the whole city',
    from: 'whose place is 1: the highest value’s or the lowest’s',
  },
};
