/** A table's records out of its source's: those of its area, as columns where the table is transposed. */
import type { Reading } from '../model/table';
import { readRecords } from './records';

/** Records become columns and columns records; the width is that of the longest record. */
export function turned(records: readonly (readonly string[])[]): string[][] {
  const width = records.reduce((most, r) => Math.max(most, r.length), 0);
  return Array.from({ length: width }, (_, column) => records.map((r) => r[column] ?? ''));
}

/** The records of a transposed table, read whole: its area has as many records as the table has columns. Rejects with AbortError. */
export async function turnedRecords(
  blob: Blob,
  { dialect, area }: Pick<Reading, 'dialect' | 'area'>,
  signal?: AbortSignal,
): Promise<string[][]> {
  const { first, last } = area ?? { first: 0, last: Infinity };
  const records: (readonly string[])[] = [];
  for await (const piece of readRecords(blob, dialect, undefined, signal)) {
    const start = piece.first - 1;
    records.push(...piece.records.slice(Math.max(0, first - start), Math.max(0, last + 1 - start)));
    if (start + piece.records.length > last) break;
  }
  return turned(records);
}
