/** goalposts 功效系数: W·(floor + (1 − floor)·(x − lo)/(hi − lo)); the usual 60 + 40·… is floor 0.6. lo > hi: less is better. */
import type { RuleOf } from '../../scheme';
import { alone, reason, type RuleCode } from './rule';

type Goalposts = RuleOf<'goalposts'>;

/** Between floor and full marks, unless `bounded` is false. A range of zero gives everybody full marks, and is flagged. */
function points(rule: Goalposts, full: number, x: number): number {
  const { lo, hi, floor = 0, bounded = true } = rule;
  if (lo === hi) return full;
  const way = (x - lo) / (hi - lo);
  return full * (floor + (1 - floor) * (bounded ? Math.max(0, Math.min(way, 1)) : way));
}

export const goalposts: RuleCode<Goalposts> = {
  ...alone,
  points,
  flag: (rule) => (rule.lo === rule.hi ? 'zeroRange' : null),
  reason(rule, full, value) {
    const { lo, hi, floor = 0, bounded = true } = rule;
    const params = { fullMarks: full, lo, hi, floor, bounded, inverse: lo > hi, zeroRange: lo === hi };
    return reason('goalposts', points(rule, full, value.value ?? NaN), 'points', [value], params);
  },
};
