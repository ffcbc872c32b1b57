/**
 * Mends 修正: what the user changed of a table beside its untouched source. A mend names a record and a cell of the
 * source by number; reading the source with its mends gives the rows that count.
 */

/** One cell read as another text. A column beyond the record's end makes the record longer; the text '' in an extra cell takes it away. */
export interface CellMend {
  /** 1-based record number in the source, as in `Place.row`. */
  readonly row: number;
  /** 0-based position in the record, as in `ColumnMapping.index`. */
  readonly column: number;
  readonly text: string;
}

/** A row left out by the user. */
export interface RowExclusion {
  readonly row: number;
  readonly reason: string;
}

export interface Mends {
  /** At most one per cell: the last one made. */
  readonly cells: readonly CellMend[];
  readonly excluded: readonly RowExclusion[];
}

export const NO_MENDS: Mends = { cells: [], excluded: [] };
