/** The main facts of a county beside its score: figures of the ledgers as they were last reported by the end of the period. */
import type { ProfileWords } from '../../i18n/profile';
import type { MeasureCell, Measures } from '../../model/measures';
import { asOf, type Period } from '../../model/period';
import type { UnitId } from '../../model/unit';
import type { Board } from '../../state/board.svelte';

export interface Fact {
  readonly title: string;
  readonly text: string;
}

/** The newest cell of a measure by the end of a period, and of which period it is. */
export function newest(
  measures: Measures,
  measure: string,
  unit: UnitId,
  period: Period,
): { readonly period: Period; readonly cell: MeasureCell } | null {
  for (const p of [...measures.periods].reverse()) {
    if (asOf(p) > asOf(period)) continue;
    const cell = measures.get(measure, unit, p);
    if (cell && cell.status === 'ok') return { period: p, cell };
  }
  return null;
}

export function factsOf(board: Board, unit: UnitId, w: ProfileWords): Fact[] {
  const { period, f } = board;
  if (!period) return [];
  const { measures } = board.session.snapshot;
  const of = (measure: string) => newest(measures, measure, unit, period);
  const now = (measure: string) => measures.get(measure, unit, period);
  const none = f.words.none.missing;
  const share = (cell: MeasureCell | undefined) =>
    !cell ? none : cell.value === null ? f.words.none[cell.status === 'na' ? 'na' : 'missing'] : f.share(cell.value, 1);
  const stars = of('branch-rating.mean_score');
  const three = of('branch-rating.three_star_share');
  const weak = now('rectification.identified');
  const talent = now('talent-intake.attainment');
  return [
    {
      title: w.branches,
      text: stars ? w.branchLine(f.period(stars.period), f.points(stars.cell.value ?? 0), share(three?.cell)) : w.notReported,
    },
    {
      title: w.weak,
      text:
        typeof weak?.value !== 'number'
          ? w.notReported
          : w.weakLine(
              f.brief(weak.value),
              share(now('rectification.closed_on_time')),
              f.brief(now('rectification.overdue')?.value ?? 0),
            ),
    },
    {
      title: w.talent,
      text:
        typeof talent?.numerator !== 'number' || talent.denominator === null
          ? w.notReported
          : w.talentLine(f.brief(talent.numerator), f.brief(talent.denominator), share(talent)),
    },
  ];
}
