/** One worked example per rule and edge case, for docs/scheme.md; its points are computed by the rule's code, and held in a test against points worked by hand. */
import type { Rule } from './rules';

export interface RuleExample {
  readonly rule: Rule;
  /** Full marks W. */
  readonly full: number;
  /** The prepared value. */
  readonly x: number;
  /** What the rule holds the value against: the target due, the best; absent where it looks at nothing. */
  readonly against?: number;
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
    rule: { type: 'attainment', target: 20, inverse: true },
    full: 4,
    x: 25,
    against: 20,
    says: '25 days where 20 are allowed: 4 × 20/25',
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
  { rule: { type: 'perCase', step: 0.5, cap: 2 }, full: 4, x: 3, says: 'Three cases at 0.5 each: 4 − 1.5' },
  { rule: { type: 'perCase', step: 0.5, cap: 2 }, full: 4, x: 7, says: 'Seven cases would be 3.5, at most 2 is taken: 4 − 2' },
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
  { rule: { type: 'asGiven', max: 5 }, full: 6, x: 5.5, says: '5.5 given, at most 5 counts' },
];
