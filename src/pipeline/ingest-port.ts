/**
 * The pipeline's view of ingest: the same calls whether they run in the worker (the app) or in place (Node
 * tests). Ledgers travel by id; bytes travel as Blobs, which are handles and cost nothing to send.
 */
import type { FilledForm } from '../model/forms';
import type { Mends } from '../model/mend';
import type {
  Answer,
  Dialect,
  Inspection,
  InspectOptions,
  PersonsFound,
  Reading,
  RememberedMapping,
  SourceHash,
  SourceInfo,
  TableProposal,
} from '../model/table';
import type { RowIndex, ScanResult, TableResult } from '../ingest';

export interface WorkOptions {
  readonly signal?: AbortSignal | undefined;
  /** Bytes done so far. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
}

export interface IngestPort {
  hash(blob: Blob): Promise<SourceHash>;
  inspect(blob: Blob, source: SourceInfo, options?: InspectOptions): Promise<Inspection>;
  /** A form that was sent out and came back filled in; null for any other file. */
  form(blob: Blob, name: string): Promise<FilledForm | null>;
  /** Free texts with persons masked. */
  maskTexts(texts: readonly string[]): Promise<string[]>;
  answer(proposal: TableProposal, answer: Answer): Promise<TableProposal>;
  /** Scans a file that the engine may read itself, and sifts its rows. */
  scan(blob: Blob, name: string, reading: Reading, mends: Mends, options: WorkOptions): Promise<ScanResult>;
  /** Canonical batches go to `onBatch` one after the other; the report comes when the last one was taken. */
  read(
    blob: Blob,
    name: string,
    reading: Reading,
    mends: Mends,
    onBatch: (batch: Uint8Array) => Promise<void>,
    options: WorkOptions,
  ): Promise<TableResult>;
  /** Verbatim cells by 1-based record number of the table (turned where it is transposed). */
  verbatim(
    blob: Blob,
    reading: Pick<Reading, 'dialect' | 'area' | 'transposed'>,
    rows: readonly number[],
    index?: RowIndex,
  ): Promise<Map<number, string[]>>;
  /** A copy of the source (of the reading's sheet) in which every cell that looks like a person reads `＊＊＊`; records and cells keep their numbers. */
  masked(blob: Blob, reading: Reading): Promise<{ readonly blob: Blob; readonly dialect: Dialect }>;
  /** What looks like persons in a whole source; null: nothing. */
  persons(
    blob: Blob,
    reading: Pick<Reading, 'dialect' | 'area' | 'transposed' | 'header' | 'columns'>,
  ): Promise<PersonsFound | null>;
  /** What is to be remembered of a table read as the user said; null where it has no header to know it by. */
  remembered(reading: Reading): Promise<Omit<RememberedMapping, 'seq'> | null>;
  close(): void;
}
