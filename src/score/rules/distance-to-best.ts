/** distanceToBest 与最优差距: W·max(0, 1 − d/reach), d the distance to the best of the group or the city; reach is the size of the best unless given. */
import { snap, type RuleOf } from '../../scheme';
import { bestOf, bestReason, poolOf } from './look';
import { reason, type RuleCode } from './rule';

type DistanceToBest = RuleOf<'distanceToBest'>;

/** How far x lies behind; a value put in place of a missing one may lie ahead of the best reported, which costs nothing. */
const behind = (rule: DistanceToBest, x: number, best: number): number => Math.max(0, snap(rule.inverse ? x - best : best - x));

/** Between 0 and full marks. Without a reach (the best is 0 and none is given) only the best itself has points, all of them; flagged. */
function points(rule: DistanceToBest, full: number, x: number, best: number): number {
  const reach = rule.reach ?? Math.abs(best);
  const d = behind(rule, x, best);
  return reach === 0 ? (d === 0 ? full : 0) : full * Math.max(0, 1 - d / reach);
}

export const distanceToBest: RuleCode<DistanceToBest> = {
  points,
  against: (rule, field, u) => bestOf(rule, poolOf(rule, field, u)),

  flag(rule, field, u) {
    const pool = poolOf(rule, field, u);
    if (pool.small) return 'smallGroup';
    return rule.reach === undefined && bestOf(rule, pool) === 0 ? 'bestZero' : null;
  },

  reason(rule, full, value, field, u, unitOf) {
    const pool = poolOf(rule, field, u);
    const best = bestOf(rule, pool);
    const x = value.value ?? NaN;
    return reason(
      'distanceToBest',
      points(rule, full, x, best),
      'points',
      [value, bestReason(pool, best, field, value.unit, unitOf)],
      {
        fullMarks: full,
        distance: behind(rule, x, best),
        reach: rule.reach ?? Math.abs(best),
        inverse: rule.inverse ?? false,
      },
    );
  },
};
