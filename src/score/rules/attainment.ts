/** attainment 完成率: W·min(x/T, cap); inverse W·min(T/x, cap), where x = 0 is W·cap. T may be the part of the year's target due so far. */
import type { RuleOf } from '../../scheme';
import { paceShare } from '../due';
import type { Field } from '../field';
import { findHolding } from '../find';
import { reason, type RuleCode } from './rule';

type Attainment = RuleOf<'attainment'>;

const target = (rule: Attainment, field: Field, u: number): number => {
  if (typeof rule.target === 'number') return rule.target;
  const unit = field.units[u];
  return (unit && field.measures.holding(rule.target.measure, unit, field.period)?.value) ?? NaN;
};

const share = (rule: Attainment, field: Field): number => (rule.pace === undefined ? 1 : paceShare(rule.pace, field.period));

/**
 * Never below 0. A target of 0 asks nothing: not applicable, except inverse, where only x = 0 meets it.
 * A target that is not known makes the leaf not applicable too: it is not the unit's fault.
 */
function points(rule: Attainment, full: number, x: number, T: number): number {
  const cap = rule.cap ?? 1;
  if (rule.inverse) return T >= 0 ? full * (x <= 0 ? cap : Math.min(T / x, cap)) : NaN;
  return T > 0 ? full * Math.max(0, Math.min(x / T, cap)) : NaN;
}

export const attainment: RuleCode<Attainment> = {
  points,
  against: (rule, field, u) => target(rule, field, u) * share(rule, field),
  flag: (rule, field, u) => (Number.isNaN(points(rule, 1, 1, attainment.against(rule, field, u))) ? 'noTarget' : null),

  reason(rule, full, value, field, u, unitOf) {
    const T = attainment.against(rule, field, u);
    const unit = field.units[u];
    const own = typeof rule.target === 'object' ? rule.target.measure : null;
    const found = own && unit ? findHolding(field.measures, own, unit, field.period) : undefined;
    const rows = found && own ? { measure: own, unit: found.unit, period: found.period, side: 'value' as const } : undefined;
    const kind = own ? unitOf(own) : value.unit;
    const whole = target(rule, field, u);
    const pace =
      rule.pace === undefined
        ? []
        : [
            reason('constant', whole, kind, [], {}, rows),
            reason('pace', share(rule, field), 'share', [], { period: field.period }),
          ];
    const held = reason('target', T, kind, pace, own ? { measure: own } : {}, pace.length > 0 ? undefined : rows);
    return reason('attainment', points(rule, full, value.value ?? NaN, T), 'points', [value, held], {
      fullMarks: full,
      cap: rule.cap ?? 1,
      inverse: rule.inverse ?? false,
    });
  },
};
