/**
 * Records of another width than the header. What a record lacks may be missing at its end, where blanks were cut off, or
 * anywhere before, where a cell was lost: then all that follows has moved, and nothing may be read from it. The same of
 * what it has too much.
 */
import type { ReadCell } from './cells/cell';

/** A column of the file by position; null where it is not used. */
export interface WidthColumn {
  readonly read: ReadCell;
  readonly required: boolean;
  /** Whether anything can stand in it. */
  readonly free: boolean;
}

/** So many rows of one width in a row are how the table was written: spreadsheets leave off trailing blanks by blocks of rows. */
export const USUAL_RUN = 8;

export class RowWidths {
  readonly #columns: readonly (WidthColumn | null)[];
  /** Cells a record must have: up to the last required column. */
  readonly #needed: number;
  /** Whether cells have addresses of their own, so that none can be lost (sheets). */
  readonly #addressed: boolean;
  #usual: ReadonlySet<number> = new Set();

  constructor(columns: readonly (WidthColumn | null)[], addressed: boolean) {
    this.#columns = columns;
    this.#needed = columns.reduce((n, c, i) => (c?.required === true ? i + 1 : n), 0);
    this.#addressed = addressed;
  }

  /** Learns the widths that are usual among the records to come. */
  learn(records: readonly (readonly unknown[])[], from = 0): void {
    const usual = new Set<number>();
    let run = 0;
    for (let i = from; i < records.length; i++) {
      const { length } = records[i] as readonly unknown[];
      run = i > from && (records[i - 1] as readonly unknown[]).length === length ? run + 1 : 1;
      if (run === USUAL_RUN) usual.add(length);
    }
    this.#usual = usual;
  }

  /** Whether each cell of a record is in its column. @param looked the user has mended the record and so has seen it. */
  fits(cells: readonly string[], looked: boolean): boolean {
    const wide = this.#columns.length;
    if (cells.length === wide || this.#addressed) return cells.slice(wide).every((c) => c === '');
    const settled = looked || this.#usual.has(cells.length);
    if (cells.length > wide && cells.slice(wide).some((c) => c !== '')) return false;
    if (cells.length < this.#needed || !this.#reads(cells)) return false;
    return settled || !(cells.length > wide ? this.#mayHaveGained(cells) : this.#mayHaveLost(cells));
  }

  /** Whether every cell can be read where it stands. */
  #reads(cells: readonly string[]): boolean {
    return cells.every((text, i) => this.#columns[i]?.read(text).state !== 'bad');
  }

  /**
   * Whether the record could as well have lost cells before its end: from some place on every cell can be read where it
   * would have stood, what would be missing is not required, and no figure has become mere text.
   */
  #mayHaveLost(cells: readonly string[]): boolean {
    const lost = this.#columns.length - cells.length;
    let moved = false;
    for (let i = cells.length - 1; i >= 0; i--) {
      const text = cells[i] as string;
      const [here, there] = [this.#columns[i], this.#columns[i + lost]];
      if (there?.read(text).state === 'bad') return false;
      if (text !== '' && here?.free === false && (there?.free ?? true)) return false;
      moved ||= text !== '';
      const complete = this.#columns.slice(i, i + lost).every((c) => c?.required !== true);
      if (moved && complete) return true;
    }
    return false;
  }

  /** Whether the record could as well have gained cells before its end, so that all that follows stands too far on. */
  #mayHaveGained(cells: readonly string[]): boolean {
    const gained = cells.length - this.#columns.length;
    for (let i = cells.length - 1; i >= gained; i--) {
      const text = cells[i] as string;
      const there = this.#columns[i - gained];
      if (there?.read(text).state === 'bad') return false;
      if (text !== '') return this.#columns[i]?.free !== false || there?.free === false;
      const before = i - gained;
      if (cells.slice(before, i).some((c, k) => c !== '' && (this.#columns[before + k]?.free ?? true))) return true;
    }
    return false;
  }
}
