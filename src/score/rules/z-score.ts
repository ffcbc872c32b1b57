/** zScore 标准分: W·(centre + spread·(x − mean)/sd), held between floor and cap; sd is the sample's (n − 1). */
import type { RuleOf } from '../../scheme';
import { poolOf, poolParams } from './look';
import { reason, type RuleCode } from './rule';

type ZScore = RuleOf<'zScore'>;

/** Where all who reported are equal, or one alone did, there is nothing to tell apart: full marks, flagged. */
function points(rule: ZScore, full: number, x: number, mean: number, sd = NaN): number {
  if (Number.isNaN(mean) || Number.isNaN(sd)) return NaN;
  if (sd === 0) return full;
  const z = ((rule.inverse ? mean - x : x - mean) / sd) * rule.spread;
  return full * Math.max(rule.floor ?? 0, Math.min(rule.centre + z, rule.cap ?? 1));
}

export const zScore: RuleCode<ZScore> = {
  points,
  against: (rule, field, u) => poolOf(rule, field, u).mean,
  second: (rule, field, u) => poolOf(rule, field, u).sd,

  flag(rule, field, u) {
    const pool = poolOf(rule, field, u);
    return pool.sd === 0 ? 'zeroRange' : pool.small ? 'smallGroup' : null;
  },

  reason(rule, full, value, field, u) {
    const pool = poolOf(rule, field, u);
    const { mean, sd } = pool;
    const args = [
      value,
      reason('mean', mean, value.unit, [], poolParams(pool)),
      reason('spread', sd, value.unit, [], poolParams(pool)),
    ];
    return reason('zScore', points(rule, full, value.value ?? NaN, mean, sd), 'points', args, {
      fullMarks: full,
      centre: rule.centre,
      spread: rule.spread,
      floor: rule.floor ?? 0,
      cap: rule.cap ?? 1,
      inverse: rule.inverse ?? false,
      zeroRange: sd === 0,
    });
  },
};
