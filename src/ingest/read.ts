/** The careful path: a source read record by record into canonical batches, and the few rows the engine hands back. */
import type { LedgerDef } from '../model/ledger';
import { problem, ProblemError } from '../model/problem';
import type { LoadReport, Reading } from '../model/table';
import { readRecords, type RowIndex } from './records';
import { RowReader } from './rows';
import { secrecyMark } from './secrecy';

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Bytes done so far. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
  /** A batch is handed on when it has about this many bytes; 1 MB unless told. */
  readonly batchBytes?: number | undefined;
}

/** A report, and where records start in the source. */
export type TableResult = LoadReport & { readonly index: RowIndex };

/** A record handed back by the engine: its 1-based number in the file and its cells. */
export interface RawRow {
  readonly row: number;
  readonly cells: readonly (string | null)[];
}

export interface RowsResult {
  /** Canonical CSV of the accepted rows. */
  readonly batch: Uint8Array;
  readonly rows: number;
  readonly report: LoadReport;
}

const BATCH_BYTES = 1 << 20;

/**
 * Reads a table and hands its accepted rows on in canonical batches, waiting for each to be taken. Rows that can't be
 * used are in the report, their places under `fileName`. Rejects with AbortError when the signal fires, with whatever `emit` rejects with, and with
 * ProblemError `file.classified` at a secrecy mark, since then nothing already handed on may be kept.
 */
export async function readTable(
  blob: Blob,
  fileName: string,
  reading: Reading,
  ledger: LedgerDef,
  emit: (batch: Uint8Array, rows: number) => Promise<void>,
  { signal, onProgress, batchBytes = BATCH_BYTES }: ReadOptions = {},
): Promise<TableResult> {
  const reader = new RowReader(reading, ledger, fileName);
  const { first, count } = reading.header;
  const index: [number, number][] = [[1, reading.dialect.bom]];
  const encoder = new TextEncoder();
  let lines: string[] = [];
  let chars = 0;
  const flush = async () => {
    if (lines.length === 0) return;
    const batch = encoder.encode(lines.join(''));
    const rows = lines.length;
    lines = [];
    chars = 0;
    await emit(batch, rows);
  };
  for await (const piece of readRecords(blob, reading.dialect, undefined, signal)) {
    const mark = secrecyMark(piece.text);
    if (mark !== null) {
      const at = piece.records.findIndex((r) => r.some((c) => c.includes(mark)));
      throw new ProblemError(
        problem('error', 'file.classified', { file: fileName, row: piece.first + Math.max(0, at) }, { mark }),
      );
    }
    for (const [i, record] of piece.records.entries()) {
      const row = piece.first + i;
      if (row <= first + count) continue;
      const line = reader.read(row, record, piece.damaged);
      if (line === null) continue;
      lines.push(line);
      chars += line.length;
      if (chars >= batchBytes) {
        await flush();
        signal?.throwIfAborted();
      }
    }
    if (piece.next && piece.next.offset < blob.size) index.push([piece.next.record, piece.next.offset]);
    onProgress?.(piece.done);
  }
  await flush();
  return { ...reader.report, index };
}

/** Reads single records by the same rules; their report counts only them. */
export function readRows(rows: readonly RawRow[], reading: Reading, ledger: LedgerDef, fileName: string): RowsResult {
  const reader = new RowReader(reading, ledger, fileName);
  const lines = rows.flatMap(({ row, cells }) => reader.read(row, cells) ?? []);
  return { batch: new TextEncoder().encode(lines.join('')), rows: lines.length, report: reader.report };
}
