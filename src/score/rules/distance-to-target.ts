/** distanceToTarget 与目标差距: W·max(0, 1 − d/reach), d how far x lies on the side of the target that costs; reach is the size of the target unless given. */
import { snap, type RuleOf } from '../../scheme';
import { heldTarget, targetReason } from './look';
import { reason, type RuleCode } from './rule';

type DistanceToTarget = RuleOf<'distanceToTarget'>;

function distance({ side }: DistanceToTarget, x: number, T: number): number {
  const short = snap(T - x);
  return side === 'below' ? Math.max(0, short) : side === 'above' ? Math.max(0, -short) : Math.abs(short);
}

/** Between 0 and full marks. Without a reach (the target is 0 and none is given) only who keeps to the target has points, all of them; flagged. */
function points(rule: DistanceToTarget, full: number, x: number, T: number): number {
  const reach = rule.reach ?? Math.abs(T);
  const d = distance(rule, x, T);
  return reach === 0 ? (d === 0 ? full : 0) : full * Math.max(0, 1 - d / reach);
}

export const distanceToTarget: RuleCode<DistanceToTarget> = {
  points,
  against: heldTarget,
  flag(rule, field, u) {
    const T = heldTarget(rule, field, u);
    if (Number.isNaN(T)) return 'noTarget';
    return T === 0 && rule.reach === undefined ? 'targetZero' : null;
  },

  reason(rule, full, value, field, u, unitOf) {
    const T = heldTarget(rule, field, u);
    const x = value.value ?? NaN;
    const args = [value, targetReason(rule, field, u, value.unit, unitOf)];
    return reason('distanceToTarget', points(rule, full, x, T), 'points', args, {
      fullMarks: full,
      side: rule.side,
      distance: distance(rule, x, T),
      reach: rule.reach ?? Math.abs(T),
    });
  },
};
