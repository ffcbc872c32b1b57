/** One worked example per rule and edge case, for docs/scheme.md; its points are computed by the rule's code, and held in a test against points worked by hand. */
import type { Rule } from './rules';

export interface RuleExample {
  readonly rule: Rule;
  /** Full marks W. */
  readonly full: number;
  /** The prepared value. */
  readonly x: number;
  /** What the rule holds the value against: the target due, the best, the place; absent where it looks at nothing. */
  readonly against?: number;
  /** The other number, where the rule looks at two: the spread, the upper goalpost, the last of the places shared. */
  readonly second?: number;
  /** The case in words, with the arithmetic. */
  readonly says: string;
}

export const RULE_EXAMPLES: readonly RuleExample[] = [
  {
    rule: { type: 'attainment', target: 1, pace: true },
    full: 16,
    x: 0.27,
    against: 0.5,
    says: 'Second quarter, half of the year’s target is due, 27 % is reached: 16 × 0.27/0.5',
  },
  {
    rule: { type: 'attainment', target: { measure: 'targets.人才引进' }, cap: 1.2 },
    full: 5,
    x: 130,
    against: 100,
    says: '130 of a target of 100, held at 1.2: 5 × 1.2',
  },
  {
    rule: { type: 'attainment', target: { groups: { 城区组: 0.9, 县域组: 0.8 }, others: 0.6 } },
    full: 10,
    x: 0.72,
    against: 0.8,
    says: '72 % of a unit of 县域组, whose target is 80 %: 10 × 0.72/0.8',
  },
  {
    rule: { type: 'attainment', target: 20, inverse: true },
    full: 4,
    x: 25,
    against: 20,
    says: '25 days where 20 are allowed: 4 × 20/25',
  },
  {
    rule: { type: 'attainment', target: { measure: 'targets.人才引进' }, whenZero: 'full' },
    full: 5,
    x: 2,
    against: 0,
    says: 'Nothing was asked of the unit, and the scheme gives it all',
  },
  {
    rule: { type: 'goalposts', lo: 6, hi: 12, floor: 0.6, bounded: false },
    full: 100,
    x: 5.81,
    says: 'The usual 60 + 40·(x − lo)/(hi − lo), not bounded: 60 + 40 × (5.81 − 6)/(12 − 6)',
  },
  {
    rule: { type: 'goalposts', lo: 0.1, hi: 0 },
    full: 3,
    x: 0.04,
    says: 'Less is better, 4 % on the way from 10 % to 0: 3 × 0.6',
  },
  {
    rule: {
      type: 'goalposts',
      lo: { is: 'min', among: 'group', over: 'yearStart' },
      hi: { is: 'max', among: 'group', over: 'yearStart' },
      floor: 0.5,
    },
    full: 8,
    x: 0.75,
    against: 0.6,
    second: 0.8,
    says: 'Before the year began the group lay between 60 % and 80 %; 75 % is three quarters of the way: 8 × (0.5 + 0.5 × 0.75)',
  },
  {
    rule: { type: 'exponential', lo: 60, hi: 90, floor: 0.25 },
    full: 10,
    x: 75,
    says: 'Half way, and the square root of 0.25 is 0.5: 10 × 0.25^(1 − 0.5); straight goalposts would give 6.25',
  },
  {
    rule: { type: 'exponential', lo: 60, hi: 90, floor: 0.25 },
    full: 10,
    x: 50,
    says: 'Below lo, held at the floor: 10 × 0.25',
  },
  {
    rule: { type: 'zScore', among: 'city', centre: 0.6, spread: 0.1 },
    full: 20,
    x: 88,
    against: 80,
    second: 4,
    says: 'Mean 80, standard deviation 4: two deviations above, 20 × (0.6 + 0.1 × 2)',
  },
  {
    rule: { type: 'zScore', among: 'city', centre: 0.6, spread: 0.2, floor: 0.3 },
    full: 20,
    x: 72,
    against: 80,
    second: 4,
    says: 'Two deviations below would be 0.2, held at the floor: 20 × 0.3',
  },
  {
    rule: { type: 'percentile', among: 'city' },
    full: 10,
    x: 5,
    against: 0.25,
    says: 'Of nine units two lie below, one is equal: 2 of the 8 others, 10 × 2/8',
  },
  {
    rule: { type: 'percentile', among: 'city', ties: 'mid' },
    full: 10,
    x: 5,
    against: 0.3125,
    says: 'The same where an equal one counts half: 10 × 2.5/8',
  },
  {
    rule: { type: 'distanceToBest', among: 'group' },
    full: 6,
    x: 60,
    against: 80,
    says: '20 behind the best, which has 80: 6 × (1 − 20/80)',
  },
  {
    rule: { type: 'distanceToBest', among: 'group', inverse: true, reach: 10 },
    full: 6,
    x: 7,
    against: 2,
    says: 'Less is better, 7 days where the best needs 2, and ten days behind is nothing: 6 × (1 − 5/10)',
  },
  {
    rule: { type: 'distanceToTarget', target: 0.9, side: 'both', reach: 0.2 },
    full: 5,
    x: 0.94,
    against: 0.9,
    says: '94 % where 90 % is asked, either side costs: 5 × (1 − 0.04/0.2)',
  },
  {
    rule: { type: 'distanceToTarget', target: 50, side: 'below' },
    full: 5,
    x: 40,
    against: 50,
    says: '10 short of a target of 50: 5 × (1 − 10/50)',
  },
  {
    rule: { type: 'ratioToBest', among: 'group' },
    full: 9,
    x: 1.2,
    against: 1.6,
    says: '1.2 where the best of the group has 1.6: 9 × 0.75',
  },
  {
    rule: { type: 'ratioToBest', among: 'city', inverse: true },
    full: 9,
    x: 5,
    against: 4,
    says: 'Less is better, 5 where the best has 4: 9 × 0.8',
  },
  {
    rule: { type: 'rankTable', among: 'group', table: [60, 57, 54, 51, 48], outOf: 60 },
    full: 60,
    x: 0.8,
    against: 3,
    second: 3,
    says: 'Third in the group: 54 of 60',
  },
  {
    rule: { type: 'rankTable', among: 'group', table: [60, 57, 54, 51, 48], outOf: 60, ties: 'mean' },
    full: 60,
    x: 0.8,
    against: 2,
    second: 3,
    says: 'Two units share the second and third places: (57 + 54)/2',
  },
  {
    rule: { type: 'rankTable', among: 'city', table: [0, 1, 2], outOf: 3, from: 'bottom' },
    full: 3,
    x: 0.8,
    against: 5,
    second: 5,
    says: 'Fifth from the bottom, beyond the table, whose last entry counts: 3 × 2/3',
  },
  {
    rule: { type: 'rankTable', among: 'city', step: 0.02 },
    full: 200,
    x: 0.8,
    against: 4,
    second: 4,
    says: 'Fourth, 2 % of the marks lost with each place: 200 × (1 − 0.02 × 3)',
  },
  { rule: { type: 'perCase', step: 0.5, cap: 2 }, full: 4, x: 3, says: 'Three cases at 0.5 each: 4 − 1.5' },
  { rule: { type: 'perCase', step: 0.5, cap: 2 }, full: 4, x: 7, says: 'Seven cases would be 3.5, at most 2 is taken: 4 − 2' },
  { rule: { type: 'perCase', step: 1, free: 2 }, full: 4, x: 3, says: 'Three cases, of which two cost nothing: 4 − 1' },
  { rule: { type: 'countMet', required: 10 }, full: 5, x: 8, against: 10, says: 'Eight sessions of the ten asked: 5 × 8/10' },
  {
    rule: { type: 'countMet', required: 4, whole: true },
    full: 2,
    x: 3,
    against: 4,
    says: 'Three of the four asked, all or nothing: nothing',
  },
  { rule: { type: 'yesNo', atLeast: 0.1 }, full: 2, x: 0.1, says: '10 % where at least 10 % is asked: all' },
  { rule: { type: 'yesNo', atLeast: 0.95, atMost: 1 }, full: 2, x: 1.02, says: '102 % where 95–100 % is asked: nothing' },
  {
    rule: { type: 'step', atLeast: 0.95, atMost: 1, per: 0.01, step: 0.2 },
    full: 2,
    x: 1.03,
    says: '103 % of a plan of which 95–100 % is asked, three points outside: 2 − 3 × 0.2',
  },
  {
    rule: { type: 'step', atLeast: 1, per: 0.01, step: 0.1, parts: 'up' },
    full: 1,
    x: 0.985,
    says: '1.5 points short, each point begun taken for a whole one: 1 − 2 × 0.1',
  },
  {
    rule: { type: 'step', atLeast: 10, per: 1, step: 1 },
    full: 5,
    x: 8,
    says: 'Ten study sessions a year are asked, each one short costs a point: 5 − 2 × 1',
  },
  {
    rule: {
      type: 'step',
      against: { mean: 'group' },
      atLeast: 0,
      per: 0.01,
      step: 0.1,
      floor: -0.5,
      gain: 0.05,
      gainCap: 0.5,
    },
    full: 1.5,
    x: 0.86,
    against: 0.82,
    says: 'Four points above the group’s mean of 82 %: 1.5 + 4 × 0.05',
  },
  {
    rule: { type: 'step', against: { mean: 'group' }, atLeast: 0, per: 0.01, step: 0.1, floor: -0.5 },
    full: 1.5,
    x: 0.5,
    against: 0.82,
    says: '32 points below would take 3.2, as far as the floor: −0.5',
  },
  {
    rule: { type: 'step', atLeast: 1, per: 0.01, step: 0.1, exempt: { measure: 'indicators.发展党员计划数', atMost: 5 } },
    full: 2,
    x: 0.8,
    second: 1,
    says: 'A plan of five members or fewer is exempt (1 says that it holds): nothing is taken off 2',
  },
  {
    rule: { type: 'step', atLeast: 0.95, per: 0.01, step: 0.2, roundTo: 3 },
    full: 2,
    x: 0.9496,
    says: '94.96 % is rounded to 95.0 % before it is compared with 95 %: nothing is taken off 2',
  },
  {
    rule: {
      type: 'bands',
      against: { measure: 'targets.两新组织覆盖率/provincial' },
      outOf: 3,
      bands: [{ atLeast: 0.05, points: 3 }, { atLeast: 0, points: 2.5 }, { atLeast: -0.05, points: 1.5 }, { points: 0.5 }],
    },
    full: 6,
    x: 0.86,
    against: 0.84,
    says: '86 % where the province has 84 %, two points above: 6 × 2.5/3',
  },
  {
    rule: {
      type: 'bands',
      outOf: 200,
      bands: [
        { atLeast: 0.9, points: 200 },
        { atLeast: 0.8, points: 190 },
        { atLeast: 0.7, points: 180 },
        { atLeast: 0.6, points: 170 },
        { points: 160 },
      ],
    },
    full: 200,
    x: 0.88,
    says: '88 % voted “good”, which lies in 80–90 %: 190',
  },
  {
    rule: {
      type: 'vote',
      options: [
        { measure: 'indicators.测评好票', coefficient: 1 },
        { measure: 'indicators.测评较好票', coefficient: 0.8 },
        { measure: 'indicators.测评一般票', coefficient: 0.5 },
      ],
    },
    full: 10,
    x: 100,
    against: 94.5,
    says: '100 votes, 80 good, 15 fairly good, 5 average: 80 × 1 + 15 × 0.8 + 5 × 0.5 = 94.5, 10 × 94.5/100',
  },
  { rule: { type: 'asGiven', max: 5 }, full: 6, x: 5.5, says: '5.5 given, at most 5 counts' },
];
