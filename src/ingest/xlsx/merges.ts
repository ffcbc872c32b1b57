/** Merged cells: the value stands in the top left cell; what it means for the others is decided here. */

/** A merged range, 0-based, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?%?$/;

/**
 * Whether a value merged over several rows counts for each of them. A name, a date or a year does; a figure stays in
 * the first: repeated it would be counted several times.
 */
const isRepeated = (text: string): boolean => !PLAIN_NUMBER.test(text) || /^(?:19|20)\d{2}$/.test(text);

/** Fills the values of cells merged over several rows down, row after row. */
export class FillDown {
  readonly #merges: readonly Merge[];
  #next = 0;
  #open: { readonly merge: Merge; readonly text: string }[] = [];

  constructor(merges: readonly Merge[]) {
    this.#merges = merges.filter((m) => m.bottom > m.top).sort((a, b) => a.top - b.top);
  }

  /** Takes the record of a row, rows in ascending order, and fills it. A row without any value of its own stays blank. */
  fill(row: number, record: string[]): void {
    this.#open = this.#open.filter(({ merge }) => merge.bottom >= row);
    for (const { merge, text } of this.#open) {
      while (record.length <= merge.left) record.push('');
      if (record[merge.left] === '') record[merge.left] = text;
    }
    for (; (this.#merges[this.#next]?.top ?? Infinity) <= row; this.#next++) {
      const merge = this.#merges[this.#next] as Merge;
      const text = record[merge.left] ?? '';
      if (merge.top === row && text.trim() !== '' && isRepeated(text)) this.#open.push({ merge, text });
    }
  }
}

/**
 * Repeats a parent of a header over its children: a cell merged over several columns that have cells of their own in
 * the row below, and that is not alone in its row, as a title is.
 */
export function repeatParents(records: readonly string[][], merges: readonly Merge[]): void {
  const filled = (record: readonly string[] | undefined, from: number, to: number) =>
    (record ?? []).slice(from, to).filter((c) => c.trim() !== '').length;
  for (const { top, left, bottom, right } of merges) {
    const record = records[top];
    const text = record?.[left] ?? '';
    if (!record || right === left || text.trim() === '' || right >= record.length) continue;
    if (filled(record, 0, record.length) < 2 || filled(records[bottom + 1], left, right + 1) < 2) continue;
    for (let column = left + 1; column <= right; column++) if (record[column] === '') record[column] = text;
  }
}
