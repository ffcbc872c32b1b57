/**
 * The pipeline's view of ingest: the same calls whether they run in the worker (the app) or in place (Node
 * tests). Ledgers travel by id; bytes travel as Blobs, which are handles and cost nothing to send.
 */
import type { Answer, Dialect, Inspection, Reading, SourceHash, SourceInfo, TableProposal } from '../model/table';
import type { RawRow, RowIndex, RowsResult, ScanResult, TableResult } from '../ingest';

export interface WorkOptions {
  readonly signal?: AbortSignal | undefined;
  /** Bytes done so far. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
}

export interface IngestPort {
  hash(blob: Blob): Promise<SourceHash>;
  inspect(blob: Blob, source: SourceInfo): Promise<Inspection>;
  answer(proposal: TableProposal, answer: Answer): Promise<TableProposal>;
  scan(blob: Blob, reading: Reading, options: WorkOptions): Promise<ScanResult>;
  /** Canonical batches go to `onBatch` one after the other; the report comes when the last one was taken. */
  read(
    blob: Blob,
    name: string,
    reading: Reading,
    onBatch: (batch: Uint8Array) => Promise<void>,
    options: WorkOptions,
  ): Promise<TableResult>;
  readRows(rows: readonly RawRow[], reading: Reading, name: string): Promise<RowsResult>;
  verbatim(blob: Blob, dialect: Dialect, rows: readonly number[], index?: RowIndex): Promise<Map<number, string[]>>;
  close(): void;
}
