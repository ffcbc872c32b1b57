/** goalposts 功效系数: W·(floor + (1 − floor)·(x − lo)/(hi − lo)); the usual 60 + 40·… is floor 0.6. lo > hi: less is better. */
import type { RuleOf } from '../../scheme';
import { endsOf, flagPosts, noRange, postOf, postParams, postReasons, wayOf } from './posts';
import { reason, type RuleCode } from './rule';

type Goalposts = RuleOf<'goalposts'>;

/** Between floor and full marks, unless `bounded` is false. A range of zero gives everybody full marks, and is flagged. */
function points(rule: Goalposts, full: number, x: number, against: number, second = NaN): number {
  const [lo, hi] = endsOf(rule, against, second);
  if (noRange(lo, hi)) return full;
  const floor = rule.floor ?? 0;
  return full * (floor + (1 - floor) * wayOf(rule, x, lo, hi));
}

export const goalposts: RuleCode<Goalposts> = {
  points,
  against: (rule, field, u) => postOf(rule.lo, field, u),
  second: (rule, field, u) => postOf(rule.hi, field, u),
  flag: flagPosts,
  reason(rule, full, value, field, u, unitOf) {
    const [lo, hi] = [postOf(rule.lo, field, u), postOf(rule.hi, field, u)];
    const params = { fullMarks: full, floor: rule.floor ?? 0, ...postParams(rule, lo, hi) };
    const args = [value, ...postReasons(rule, field, u, value.unit, unitOf)];
    return reason('goalposts', points(rule, full, value.value ?? NaN, lo, hi), 'points', args, params);
  },
};
