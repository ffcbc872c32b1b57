/**
 * exponential 指数功效: A·e^(B·x) through (lo, floor·W) and (hi, W), which is W·floor^((hi − x)/(hi − lo)): the nearer
 * to hi, the more each step is worth. lo > hi: less is better.
 */
import type { RuleOf } from '../../scheme';
import { endsOf, flagPosts, noRange, postOf, postParams, postReasons, wayOf } from './posts';
import { reason, type RuleCode } from './rule';

type Exponential = RuleOf<'exponential'>;

/**
 * Between floor and full marks, unless `bounded` is false. A range of zero gives everybody full marks, and is
 * flagged. Not bounded and so far beyond hi that no number holds it: NaN.
 */
function points(rule: Exponential, full: number, x: number, against: number, second = NaN): number {
  const [lo, hi] = endsOf(rule, against, second);
  if (noRange(lo, hi)) return full;
  const got = full * rule.floor ** (1 - wayOf(rule, x, lo, hi));
  return Number.isFinite(got) ? got : NaN;
}

export const exponential: RuleCode<Exponential> = {
  points,
  against: (rule, field, u) => postOf(rule.lo, field, u),
  second: (rule, field, u) => postOf(rule.hi, field, u),
  flag: flagPosts,
  reason(rule, full, value, field, u, unitOf) {
    const [lo, hi] = [postOf(rule.lo, field, u), postOf(rule.hi, field, u)];
    const params = { fullMarks: full, floor: rule.floor, ...postParams(rule, lo, hi) };
    const args = [value, ...postReasons(rule, field, u, value.unit, unitOf)];
    return reason('exponential', points(rule, full, value.value ?? NaN, lo, hi), 'points', args, params);
  },
};
