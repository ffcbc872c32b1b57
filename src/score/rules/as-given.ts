/** asGiven 直接计分: the value itself is the points, held between min (default 0) and max (default, and at most, the full marks). */
import type { RuleOf } from '../../scheme';
import { alone, reason, type RuleCode } from './rule';

type AsGiven = RuleOf<'asGiven'>;

const range = (rule: AsGiven, full: number): { min: number; max: number } => ({
  min: rule.min ?? 0,
  max: Math.min(rule.max ?? full, full),
});

function points(rule: AsGiven, full: number, x: number): number {
  const { min, max } = range(rule, full);
  return Math.min(Math.max(x, min), max);
}

export const asGiven: RuleCode<AsGiven> = {
  ...alone,
  points,
  reason: (rule, full, value) =>
    reason('asGiven', points(rule, full, value.value ?? NaN), 'points', [value], { fullMarks: full, ...range(rule, full) }),
};
