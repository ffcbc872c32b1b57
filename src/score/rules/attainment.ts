/** attainment 完成率: W·min(x/T, cap); inverse W·min(T/x, cap), where x = 0 is W·cap. T may be the part of the year's target due so far. */
import type { RuleOf } from '../../scheme';
import { heldTarget, targetReason } from './look';
import { reason, type RuleCode } from './rule';

type Attainment = RuleOf<'attainment'>;

/**
 * Never below 0. A target of 0 asks nothing: not applicable, unless `whenZero` says otherwise; inverse, only x = 0 meets it.
 * A target that is not known makes the leaf not applicable too: it is not the unit's fault.
 */
function points(rule: Attainment, full: number, x: number, T: number): number {
  const cap = rule.cap ?? 1;
  if (rule.inverse) return T >= 0 ? full * (x <= 0 ? cap : Math.min(T / x, cap)) : NaN;
  if (T === 0 && rule.whenZero !== undefined && rule.whenZero !== 'na') return rule.whenZero === 'full' ? full : 0;
  return T > 0 ? full * Math.max(0, Math.min(x / T, cap)) : NaN;
}

export const attainment: RuleCode<Attainment> = {
  points,
  against: heldTarget,
  flag(rule, field, u) {
    const T = heldTarget(rule, field, u);
    if (Number.isNaN(points(rule, 1, 1, T))) return 'noTarget';
    return !rule.inverse && T === 0 ? 'targetZero' : null;
  },

  reason(rule, full, value, field, u, unitOf) {
    const held = targetReason(rule, field, u, value.unit, unitOf);
    const T = heldTarget(rule, field, u);
    const zero = !rule.inverse && T === 0 && rule.whenZero !== undefined ? { whenZero: rule.whenZero } : {};
    return reason('attainment', points(rule, full, value.value ?? NaN, T), 'points', [value, held], {
      fullMarks: full,
      cap: rule.cap ?? 1,
      inverse: rule.inverse ?? false,
      ...zero,
    });
  },
};
