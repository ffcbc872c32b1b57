/** countMet 次数达标: W·min(n/required, 1), or all or nothing. */
import { snap, type RuleOf } from '../../scheme';
import { heldFigure, heldReason } from './look';
import { reason, type RuleCode } from './rule';

type CountMet = RuleOf<'countMet'>;

/** Between 0 and full marks. Nothing required (0 or less): full marks, flagged; how many are required not known: not applicable. */
function points(rule: CountMet, full: number, n: number, required: number): number {
  if (Number.isNaN(required)) return NaN;
  if (required <= 0) return full;
  const share = Math.max(0, Math.min(n / required, 1));
  return rule.whole ? (snap(n - required) >= 0 ? full : 0) : full * share;
}

export const countMet: RuleCode<CountMet> = {
  points,
  against: (rule, field, u) => heldFigure(rule.required, field, u),
  flag(rule, field, u) {
    const required = heldFigure(rule.required, field, u);
    return Number.isNaN(required) ? 'noTarget' : required > 0 ? null : 'targetZero';
  },

  reason(rule, full, value, field, u, unitOf) {
    const required = heldFigure(rule.required, field, u);
    const n = value.value ?? NaN;
    const held = heldReason('required', rule.required, field, u, value.unit, unitOf);
    return reason('countMet', points(rule, full, n, required), 'points', [value, held], {
      fullMarks: full,
      whole: rule.whole ?? false,
      met: snap(n - required) >= 0,
    });
  },
};
