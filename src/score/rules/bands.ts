/** bands 分档: the points of the first band that the value reaches, or that its distance to a benchmark does. */
import type { RuleOf } from '../../scheme';
import { snap } from '../../scheme';
import { findHolding } from '../find';
import { goalposts } from './goalposts';
import { reason, type RuleCode } from './rule';

type Bands = RuleOf<'bands'>;

/** Compared at 1e-9, as bounds are everywhere: 0.9 − 0.85 reaches 0.05. */
const band = (rule: Bands, x: number): Bands['bands'][number] | undefined =>
  rule.bands.find((b) => snap(x) >= (b.atLeast ?? -Infinity) && snap(x) > (b.above ?? -Infinity));

/** Without a benchmark to compare with: `without`, else not applicable. A value below every band has no points. */
function points(rule: Bands, full: number, x: number, benchmark: number): number {
  if (rule.against && Number.isNaN(benchmark)) return rule.without ? goalposts.points(rule.without, full, x, NaN) : NaN;
  const reached = band(rule, rule.against ? x - benchmark : x);
  return reached ? (full * reached.points) / rule.outOf : 0;
}

export const bands: RuleCode<Bands> = {
  points,

  against(rule, field, u) {
    const unit = field.units[u];
    return (rule.against && unit && field.measures.holding(rule.against.measure, unit, field.period)?.value) ?? NaN;
  },

  flag: (rule, field, u) => (rule.against && Number.isNaN(bands.against(rule, field, u)) ? 'noTarget' : null),

  reason(rule, full, value, field, u, unitOf) {
    const benchmark = bands.against(rule, field, u);
    const unit = field.units[u];
    if (rule.against && Number.isNaN(benchmark) && rule.without)
      return goalposts.reason(rule.without, full, value, field, u, unitOf);
    const found = rule.against && unit ? findHolding(field.measures, rule.against.measure, unit, field.period) : undefined;
    const rows =
      found && rule.against
        ? { measure: rule.against.measure, unit: found.unit, period: found.period, side: 'value' as const }
        : undefined;
    const held = rule.against ? [reason('target', benchmark, value.unit, [], { measure: rule.against.measure }, rows)] : [];
    const x = rule.against ? (value.value ?? NaN) - benchmark : (value.value ?? NaN);
    const reached = band(rule, x);
    return reason('bands', points(rule, full, value.value ?? NaN, benchmark), 'points', [value, ...held], {
      fullMarks: full,
      outOf: rule.outOf,
      bandPoints: reached?.points ?? 0,
      atLeast: reached?.atLeast ?? null,
      above: reached?.above ?? null,
      distance: rule.against ? snap(x) : null,
    });
  },
};
