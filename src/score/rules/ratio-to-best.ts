/** ratioToBest 比最优: W·x/best; inverse W·best/x. The best of the peer group or of the city, of what was reported for the period. */
import type { RuleOf } from '../../scheme';
import { bestOf, bestReason, poolOf } from './look';
import { reason, type RuleCode } from './rule';

type RatioToBest = RuleOf<'ratioToBest'>;

/**
 * Between 0 and full marks. A best of 0 (or less): nobody has anything, nobody gets points; inverse: whoever is
 * at the best has full marks, the others none. Both are flagged.
 */
function points(rule: RatioToBest, full: number, x: number, top: number): number {
  if (Number.isNaN(top)) return NaN;
  if (rule.inverse) return x <= top ? full : top > 0 ? full * (top / x) : 0;
  return top > 0 ? full * Math.max(0, Math.min(x / top, 1)) : 0;
}

export const ratioToBest: RuleCode<RatioToBest> = {
  points,
  against: (rule, field, u) => bestOf(rule, poolOf(rule, field, u)),

  flag(rule, field, u) {
    const pool = poolOf(rule, field, u);
    if (pool.small) return 'smallGroup';
    return bestOf(rule, pool) <= 0 ? 'bestZero' : null;
  },

  reason(rule, full, value, field, u, unitOf) {
    const pool = poolOf(rule, field, u);
    const top = bestOf(rule, pool);
    const held = bestReason(pool, top, field, value.unit, unitOf);
    return reason('ratioToBest', points(rule, full, value.value ?? NaN, top), 'points', [value, held], {
      fullMarks: full,
      inverse: rule.inverse ?? false,
    });
  },
};
