/** A score book as a worker can be sent it: plain data and columns, and the same book made of them on the other side. */
import { Measures, WHOLE_CITY, type CellStatus, type MeasureCell, type MeasureEntry, type MeasurePart } from '../model/measures';
import type { MeasureId, ValueUnit } from '../model/measure';
import type { Period } from '../model/period';
import { Roster } from '../model/roster';
import type { Unit, UnitId } from '../model/unit';
import { ScoreBook } from '../score';
import { Prepared } from '../score/prepare';
import type { Scheme } from '../scheme';

export interface BookData {
  readonly scheme: Scheme;
  readonly periods: readonly Period[];
  readonly units: readonly Unit[];
  /** Whose cells `figures` holds. */
  readonly owners: readonly UnitId[];
  readonly figures: readonly FigureColumn[];
  /** How each measure is written. */
  readonly writtenAs: Readonly<Record<MeasureId, ValueUnit>>;
}

/** A measure's cells in one period. Columns are by owner; NaN: null. */
export interface FigureColumn {
  readonly measure: MeasureId;
  readonly period: Period;
  /** Position in `STATUSES`; -1: no cell. */
  readonly status: Int8Array;
  readonly value: Float64Array;
  readonly numerator: Float64Array;
  readonly denominator: Float64Array;
  readonly rows: Float64Array;
  /** By position of the owner, of those cells that have parts. */
  readonly parts: ReadonlyMap<number, readonly MeasurePart[]>;
}

const STATUSES: readonly CellStatus[] = ['ok', 'missing', 'na'];

/** The data of a book. What is changed by hand in it (a what-if) is in the data too. */
export function dataOf(book: ScoreBook): BookData {
  const { measures, roster, scheme, periods } = book;
  const owners = [...roster.units.map((u) => u.id), WHOLE_CITY];
  const figures = measures.ids.flatMap((measure) =>
    measures.periods.flatMap((period) => {
      const cells = measures.cells(measure, period, owners);
      return cells.some((c) => c) ? [columnOf(measure, period, cells)] : [];
    }),
  );
  const writtenAs = Object.fromEntries(measures.ids.map((id) => [id, book.unitOf(id)]));
  return { scheme, periods, units: roster.units, owners, figures, writtenAs };
}

/** The buffers of the columns, to be given away instead of copied. */
export const buffersOf = ({ figures }: BookData): ArrayBuffer[] =>
  figures.flatMap((f) => [f.status, f.value, f.numerator, f.denominator, f.rows].map((c) => c.buffer as ArrayBuffer));

/** The book that the data were made of: every score of it is the same to the bit. */
export function bookOf({ scheme, periods, units, owners, figures, writtenAs }: BookData): ScoreBook {
  const measures = new Measures(entriesOf(figures, owners));
  return new ScoreBook(
    scheme,
    new Prepared(scheme, measures, new Roster(units), periods),
    (measure) => writtenAs[measure] ?? 'number',
  );
}

function columnOf(measure: MeasureId, period: Period, cells: readonly (MeasureCell | undefined)[]): FigureColumn {
  const of = (figure: (cell: MeasureCell) => number | null): Float64Array =>
    Float64Array.from(cells, (cell) => (cell ? (figure(cell) ?? NaN) : NaN));
  return {
    ...{ measure, period },
    status: Int8Array.from(cells, (cell) => (cell ? STATUSES.indexOf(cell.status) : -1)),
    value: of((c) => c.value),
    numerator: of((c) => c.numerator),
    denominator: of((c) => c.denominator),
    rows: of((c) => c.rows),
    parts: new Map(cells.flatMap((c, i) => (c?.parts ? [[i, c.parts] as const] : []))),
  };
}

function* entriesOf(figures: readonly FigureColumn[], owners: readonly UnitId[]): Generator<MeasureEntry> {
  const orNull = (x: number | undefined): number | null => (x === undefined || Number.isNaN(x) ? null : x);
  for (const { measure, period, status, value, numerator, denominator, rows, parts } of figures)
    for (const [i, unit] of owners.entries()) {
      const known = STATUSES[status[i] ?? -1];
      if (!known) continue;
      const own = parts.get(i);
      yield {
        ...{ measure, unit, period, status: known, rows: rows[i] ?? 0 },
        ...{ value: orNull(value[i]), numerator: orNull(numerator[i]), denominator: orNull(denominator[i]) },
        ...(own ? { parts: own } : {}),
      };
    }
}
