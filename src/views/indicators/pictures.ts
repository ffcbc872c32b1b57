/** The data of the indicators screen's pictures: where every unit is, and how each came there. */
import type { DotPlotData } from '../../charts/dot-plot/place';
import { unitStyle } from '../../charts/palette';
import type { SmallMultiplesData } from '../../charts/small-multiples/place';
import type { ColumnCell } from '../../findings/column';
import { cutWords } from '../../i18n/cut';
import { locale } from '../../i18n/locale.svelte';
import type { IndicatorWords } from '../../i18n/indicators';
import type { MeasureDef } from '../../model/measure';
import type { Period } from '../../model/period';
import type { Board } from '../../state/board.svelte';

/** What of a measure the pictures must know; one that only a table names is a plain number. */
export interface About {
  readonly id: string;
  readonly name: string;
  readonly unit: MeasureDef['unit'];
  readonly better: MeasureDef['better'];
}

export const meanOf = (column: readonly ColumnCell[]): number | null => {
  const values = column.flatMap((c) => c.cell?.value ?? []);
  return values.length === 0 ? null : values.reduce((sum, v) => sum + v, 0) / values.length;
};

export const bestOf = (column: readonly ColumnCell[]): ColumnCell | null => column.find((c) => c.rank === 1) ?? null;

export function spreadData(board: Board, about: About, column: readonly ColumnCell[], w: IndicatorWords): DotPlotData {
  const { f } = board;
  const spot = (at: number | null | undefined) => (typeof at === 'number' ? { at, text: f.value(at, about.unit) } : null);
  return {
    title: w.spread,
    scale: 'value',
    units: column.map((c) => ({ unit: c.unit, name: board.name(c.unit), style: unitStyle(board.colourOf.get(c.unit) ?? 0) })),
    selected: board.pinned ? [board.pinned] : [],
    rows: [
      {
        indicator: about.id,
        title: about.name,
        dots: column.map((c) => {
          const at = spot(c.cell?.value);
          return at ? { spot: at } : { spot: null, why: c.cell?.status === 'na' ? f.words.none.na : w.missing };
        }),
        mean: spot(meanOf(column)),
        best: spot(bestOf(column)?.cell?.value),
        target: null,
      },
    ],
    words: { axis: w.axis, unnamed: w.unnamed, absent: w.absent },
  };
}

/** The periods in which anybody has the measure, of the kind on show. */
export function coursesData(
  board: Board,
  about: About,
  periods: readonly Period[],
  column: readonly ColumnCell[],
  w: IndicatorWords,
): SmallMultiplesData {
  const { measures } = board.session.snapshot;
  const courses = column.map((c) => periods.map((p) => measures.get(about.id, c.unit, p)?.value ?? null));
  return {
    title: w.courses,
    periods,
    measure: about.unit === 'share' ? 'share' : 'total',
    panels: column.map((c, i) => ({
      unit: c.unit,
      title: board.name(c.unit),
      style: unitStyle(board.colourOf.get(c.unit) ?? 0),
      own: courses[i] ?? [],
      others: courses,
      why: w.missing,
    })),
    words: { others: w.others, band: w.band, more: cutWords[locale.current] },
  };
}
