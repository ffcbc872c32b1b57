/** Cells as the file has them, read again from the source: they are never stored a second time. */
import { isSheet, type Reading } from '../model/table';
import { turnedRecords } from './area';
import { readRecords, startOf, type RowIndex } from './records';

/**
 * The verbatim cells of some records, by 1-based record number of the table (turned where it is transposed). A number
 * beyond the table's end is absent. With an index, reading starts at the nearest known record before the first one
 * wanted, and again where a gap is large.
 */
export async function verbatim(
  blob: Blob,
  reading: Pick<Reading, 'dialect' | 'area' | 'transposed'>,
  rows: readonly number[],
  index: RowIndex = [[1, startOf(reading.dialect)]],
  signal?: AbortSignal,
): Promise<Map<number, string[]>> {
  const { dialect } = reading;
  const found = new Map<number, string[]>();
  const wanted = [...new Set(rows)].filter((r) => r >= 1).sort((a, b) => a - b);
  if (reading.transposed) {
    const records = wanted.length > 0 ? await turnedRecords(blob, reading, signal) : [];
    for (const row of wanted) if (records[row - 1]) found.set(row, records[row - 1] as string[]);
    return found;
  }
  // A sheet has one place to start from.
  const starts = isSheet(dialect) ? ([[1, 0]] as const) : index;
  let i = 0;
  while (i < wanted.length) {
    const before = i;
    const [record, offset] = nearest(starts, wanted[i] as number, startOf(dialect));
    for await (const piece of readRecords(blob, dialect, { record, offset }, signal)) {
      const end = piece.first + piece.records.length;
      for (; i < wanted.length && (wanted[i] as number) < end; i++) {
        const cells = piece.records[(wanted[i] as number) - piece.first];
        if (cells) found.set(wanted[i] as number, [...cells]);
      }
      if (i >= wanted.length || (i > before && nearest(starts, wanted[i] as number, startOf(dialect))[0] > end)) break;
    }
    if (i === before) break; // beyond the end of the file
  }
  return found;
}

function nearest(index: RowIndex, row: number, bom: number): readonly [number, number] {
  let [low, high] = [0, index.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((index[middle] as readonly [number, number])[0] <= row) low = middle;
    else high = middle;
  }
  const start = index[low];
  return start && start[0] <= row ? start : [1, bom];
}
