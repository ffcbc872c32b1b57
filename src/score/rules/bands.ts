/** bands 分档: the points of the first band that the value reaches, or that its distance to a benchmark does. */
import { snap, type RuleOf } from '../../scheme';
import { benchmark, benchmarkReason, compared, flagBenchmark } from './benchmark';
import { goalposts } from './goalposts';
import { reason, type RuleCode } from './rule';

type Bands = RuleOf<'bands'>;

const band = (rule: Bands, y: number): Bands['bands'][number] | undefined =>
  rule.bands.find((b) => y >= (b.atLeast ?? -Infinity) && y > (b.above ?? -Infinity));

/** Without a benchmark to compare with: `without`, else not applicable. A value below every band has no points. */
function points(rule: Bands, full: number, x: number, held: number): number {
  if (rule.against && Number.isNaN(held)) return rule.without ? goalposts.points(rule.without, full, x, NaN) : NaN;
  const reached = band(rule, snap(compared(rule, x, held)));
  return reached ? (full * reached.points) / rule.outOf : 0;
}

export const bands: RuleCode<Bands> = {
  points,
  against: benchmark,
  flag: flagBenchmark,

  reason(rule, full, value, field, u, unitOf) {
    const held = benchmark(rule, field, u);
    if (rule.against && Number.isNaN(held) && rule.without) return goalposts.reason(rule.without, full, value, field, u, unitOf);
    const x = value.value ?? NaN;
    const y = snap(compared(rule, x, held));
    const reached = band(rule, y);
    const args = [value, ...benchmarkReason(rule, field, u, value.unit, unitOf)];
    return reason('bands', points(rule, full, x, held), 'points', args, {
      fullMarks: full,
      outOf: rule.outOf,
      bandPoints: reached?.points ?? 0,
      atLeast: reached?.atLeast ?? null,
      above: reached?.above ?? null,
      distance: rule.against ? y : null,
      ...(rule.roundTo === undefined ? {} : { compared: y }),
    });
  },
};
