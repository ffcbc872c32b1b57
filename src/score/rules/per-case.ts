/** perCase 扣次: W − min(cap, n·step), 扣完为止: never below 0 and never above W; the first `free` cases cost nothing. */
import type { RuleOf } from '../../scheme';
import { alone, reason, type RuleCode } from './rule';

type PerCase = RuleOf<'perCase'>;

const taken = (rule: PerCase, full: number, n: number): number =>
  Math.max(0, Math.min(rule.cap ?? full, full, (n - (rule.free ?? 0)) * rule.step));

export const perCase: RuleCode<PerCase> = {
  ...alone,
  points: (rule, full, n) => full - taken(rule, full, n),
  reason(rule, full, value) {
    const off = taken(rule, full, value.value ?? NaN);
    const params = { fullMarks: full, step: rule.step, cap: Math.min(rule.cap ?? full, full), taken: off };
    const free = rule.free === undefined ? {} : { free: rule.free };
    return reason('perCase', full - off, 'points', [value], { ...params, ...free });
  },
};
