/** The careful path: a source read record by record into canonical batches, and the few rows the engine hands back. */
import type { LedgerDef } from '../model/ledger';
import { NO_MENDS, type Mends } from '../model/mend';
import { ProblemError, type Problem } from '../model/problem';
import type { LoadReport, PersonsFound, Reading } from '../model/table';
import { turned } from './area';
import * as fault from './faults';
import { Finder, personColumns } from './persons';
import { SEEN_WHOLE } from './seen-whole';
import { readRecords, startOf, type RecordPiece, type RowIndex } from './records';
import { RowReader } from './rows';
import { secrecyMark } from './secrecy';
import { WorkbookFault } from './xlsx';

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Bytes done so far. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
  /** A batch is handed on when it has about this many bytes; 4 MB unless told. */
  readonly batchBytes?: number | undefined;
  readonly mends?: Mends;
}

/** A report, where records start in the source, and the persons found on the way; absent where nobody looked. */
export type TableResult = LoadReport & { readonly index: RowIndex; readonly persons?: PersonsFound | null };

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

const BATCH_BYTES = 4 << 20;

/**
 * Reads a table and hands its accepted rows on in canonical batches, waiting for each to be taken. Rows that can't be
 * used are in the report, their places under `fileName`. Rejects with AbortError when the signal fires, with whatever
 * `emit` rejects with, with ProblemError `file.workbookDamaged`, and with ProblemError `file.classified` at a secrecy
 * mark, since then nothing already handed on may be kept.
 */
export async function readTable(
  blob: Blob,
  fileName: string,
  reading: Reading,
  ledger: LedgerDef,
  emit: (batch: Uint8Array, rows: number) => Promise<void>,
  { signal, onProgress, batchBytes = BATCH_BYTES, mends = NO_MENDS }: ReadOptions = {},
): Promise<TableResult> {
  const rows = new RowReader(reading, ledger, fileName, mends);
  const doubts = new Doubts(fileName, mends);
  const batches = new Batches(emit, batchBytes);
  const { area = { first: 0, last: Infinity }, header, transposed } = reading;
  const index: [number, number][] = [[1, startOf(reading.dialect)]];
  const start = header.first + header.count + 1;
  const columns: (readonly string[])[] = [];
  // A small source was looked through when it was recognised; in a turned one persons stand in rows.
  const looks = blob.size > SEEN_WHOLE && !transposed && !reading.personsKept;
  const finder = looks ? new Finder(await personColumns(blob, reading, signal)) : null;
  try {
    for await (const piece of readRecords(blob, reading.dialect, undefined, signal)) {
      refuseMarked(piece, fileName);
      const end = Math.min(piece.records.length, area.last + 2 - piece.first);
      if (transposed) columns.push(...piece.records.slice(Math.max(0, area.first + 1 - piece.first), Math.max(0, end)));
      else {
        // Lines are encoded piece by piece, so that strings die young.
        let lines = '';
        const from = Math.max(0, start - piece.first);
        if (finder) for (const [i, r] of piece.records.slice(0, end).entries()) lookAt(finder, reading, piece.first - 1 + i, r);
        rows.expect(piece.records, from);
        for (let i = from; i < end; i++) {
          const row = piece.first + i;
          const line = rows.read(row, piece.records[i] as readonly string[], piece.damaged);
          if (line !== null) lines += batches.counted(line);
          if (line !== null && piece.suspicious.includes(row)) doubts.quotes(row, piece.records[i] as readonly string[]);
        }
        await batches.add(lines);
        if (piece.damaged) doubts.damages(piece);
      }
      if (piece.next && piece.next.offset < blob.size) index.push([piece.next.record, piece.next.offset]);
      onProgress?.(piece.done);
      if (piece.first + piece.records.length > area.last + 1) break;
    }
  } catch (error) {
    if (error instanceof WorkbookFault) throw new ProblemError(fault.file.workbookDamaged(fileName, error.message), error);
    throw error;
  }
  if (transposed) {
    const lines = turned(columns).flatMap((r, i) => (i + 1 < start ? [] : (rows.read(i + 1, r) ?? [])));
    await batches.add(lines.map((l) => batches.counted(l)).join(''));
  }
  await batches.flush();
  const told = { ...doubts.told(rows.report), index };
  return finder ? { ...told, persons: finder.found } : told;
}

/** Looks for persons in a record, unless it is above the table or of its header. @param at counts from 0. */
function lookAt(finder: Finder, { area, header }: Reading, at: number, record: readonly string[]): void {
  const body = header.first + header.count;
  if (at >= (area?.first ?? 0) && (at < header.first || at >= body)) finder.look(record, at >= body);
}

function refuseMarked(piece: RecordPiece, file: string): void {
  const mark = secrecyMark(piece.text);
  if (mark === null) return;
  const at = piece.records.findIndex((r) => r.some((c) => c.includes(mark)));
  throw new ProblemError(fault.file.classified({ file, row: piece.first + Math.max(0, at) }, mark));
}

/** Lines gathered into batches of bytes. */
class Batches {
  readonly #emit: (batch: Uint8Array, rows: number) => Promise<void>;
  readonly #least: number;
  readonly #encoder = new TextEncoder();
  #parts: Uint8Array[] = [];
  #size = 0;
  #rows = 0;

  constructor(emit: (batch: Uint8Array, rows: number) => Promise<void>, least: number) {
    this.#emit = emit;
    this.#least = least;
  }

  counted(line: string): string {
    this.#rows += 1;
    return line;
  }

  async add(lines: string): Promise<void> {
    const bytes = this.#encoder.encode(lines);
    this.#parts.push(bytes);
    this.#size += bytes.length;
    if (this.#size >= this.#least) await this.flush();
  }

  async flush(): Promise<void> {
    const batch = { bytes: joined(this.#parts, this.#size), rows: this.#rows };
    this.#parts = [];
    this.#size = this.#rows = 0;
    if (batch.rows > 0) await this.#emit(batch.bytes, batch.rows);
  }
}

/** What only the bytes of a source tell of its rows: which byte could not be decoded, and quotes that do not pair. */
export class Doubts {
  readonly #file: string;
  readonly #mended: ReadonlySet<number>;
  readonly #quotes: Problem[] = [];
  readonly #bytes = new Map<number, number>();

  constructor(file: string, mends: Mends) {
    this.#file = file;
    this.#mended = new Set(mends.cells.map((c) => c.row));
  }

  /** A record read all the same whose quotes leave open what its cells were. */
  quotes(row: number, record: readonly string[]): void {
    if (this.#mended.has(row)) return;
    const column = record.findIndex((c) => c.includes('"') || c.includes("'") || c.includes('\n'));
    const value = record[column];
    this.#quotes.push(fault.row.quotes({ file: this.#file, row, ...(value === undefined ? {} : { column: column + 1, value }) }));
  }

  /** Every damage stands as one U+FFFD: the n-th one in the records is the n-th byte. */
  damages({ first, records, damagedAt }: RecordPiece): void {
    let before = 0;
    for (const [i, record] of records.entries()) {
      const here = record.reduce((n, c) => n + c.split('\ufffd').length - 1, 0);
      const at = damagedAt[before];
      if (here > 0 && at !== undefined) this.#bytes.set(first + i, at);
      before += here;
    }
  }

  /** The report with what is known beside it. */
  told(report: LoadReport): LoadReport {
    const located = (p: Problem): Problem => {
      const offset = p.code === 'file.undecodable' ? this.#bytes.get(p.place.row ?? 0) : undefined;
      return offset === undefined ? p : { ...p, params: { ...p.params, offset } };
    };
    return {
      ...report,
      rejected: this.#bytes.size > 0 ? report.rejected.map(located) : report.rejected,
      warnings: this.#quotes.length > 0 ? [...report.warnings, ...this.#quotes] : report.warnings,
    };
  }
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
