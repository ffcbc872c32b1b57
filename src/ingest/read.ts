/** The careful path: a source read record by record into canonical batches, and the few rows the engine hands back. */
import type { LedgerDef } from '../model/ledger';
import { NO_MENDS, type Mends } from '../model/mend';
import { problem, ProblemError } from '../model/problem';
import type { LoadReport, Reading } from '../model/table';
import { readRecords, startOf, type RowIndex } from './records';
import { RowReader } from './rows';
import { secrecyMark } from './secrecy';

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Bytes done so far. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
  /** A batch is handed on when it has about this many bytes; 1 MB unless told. */
  readonly batchBytes?: number | undefined;
  readonly mends?: Mends;
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
  { signal, onProgress, batchBytes = BATCH_BYTES, mends = NO_MENDS }: ReadOptions = {},
): Promise<TableResult> {
  const reader = new RowReader(reading, ledger, fileName, mends);
  const { first, count } = reading.header;
  const index: [number, number][] = [[1, startOf(reading.dialect)]];
  const encoder = new TextEncoder();
  let parts: Uint8Array[] = [];
  let size = 0;
  let rows = 0;
  const flush = async () => {
    const batch = { bytes: joined(parts, size), rows };
    parts = [];
    size = rows = 0;
    if (batch.rows > 0) await emit(batch.bytes, batch.rows);
  };
  for await (const piece of readRecords(blob, reading.dialect, undefined, signal)) {
    const mark = secrecyMark(piece.text);
    if (mark !== null) {
      const at = piece.records.findIndex((r) => r.some((c) => c.includes(mark)));
      throw new ProblemError(
        problem('error', 'file.classified', { file: fileName, row: piece.first + Math.max(0, at) }, { mark }),
      );
    }
    // Lines are encoded piece by piece, so that strings die young.
    let lines = '';
    for (let i = Math.max(0, first + count + 1 - piece.first); i < piece.records.length; i++) {
      const line = reader.read(piece.first + i, piece.records[i] as readonly string[], piece.damaged);
      if (line === null) continue;
      lines += line;
      rows += 1;
    }
    const bytes = encoder.encode(lines);
    parts.push(bytes);
    size += bytes.length;
    if (size >= batchBytes) await flush();
    if (piece.next && piece.next.offset < blob.size) index.push([piece.next.record, piece.next.offset]);
    onProgress?.(piece.done);
  }
  await flush();
  return { ...reader.report, index };
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Reads single records by the same rules; their report counts only them. */
export function readRows(
  rows: readonly RawRow[],
  reading: Reading,
  ledger: LedgerDef,
  fileName: string,
  mends: Mends = NO_MENDS,
): RowsResult {
  const reader = new RowReader(reading, ledger, fileName, mends);
  const lines = rows.flatMap(({ row, cells }) => reader.read(row, cells) ?? []);
  return { batch: new TextEncoder().encode(lines.join('')), rows: lines.length, report: reader.report };
}
