/** A table on its way in: what is known of it until it is accepted or let go. */
import { NO_MENDS } from '../model/mend';
import { problem, type Problem } from '../model/problem';
import { isSheet, type Reading, type SourceHash, type SourceInfo, type TableProposal } from '../model/table';
import type { AcceptedTable } from '../workspace/replay';
import type { Begun, LoadedRows, Wanted } from './load';
import type { PendingFile } from './snapshot';

/** One table of a file; a file that could not be read at all is an arrival without a table. */
export interface Arrival {
  readonly id: number;
  /** Of the masked copy, once persons were masked. */
  source: SourceInfo;
  blob: Blob;
  table: TableProposal | null;
  /** The accepted table that is to be read otherwise; null for a new one. */
  readonly rereads: AcceptedTable | null;
  /** Whether the user said how it is to be read, which is worth remembering. */
  taught: boolean;
  /** Whether all of the source was looked through for persons. */
  searched: boolean;
  /** Begun early for a large file; of no use once an answer changed its reading. */
  begun: Begun | undefined;
  rows: LoadedRows | null;
  problem: Problem | null;
  /** How its rows stand to earlier ones, once known. */
  mode: 'replace' | 'add' | null;
  waits: 'names' | 'overlap' | null;
}

/** A table with nothing left to ask. */
export interface Settled extends Pick<Arrival, 'source' | 'blob' | 'rereads' | 'taught'> {
  readonly table: TableProposal;
  readonly rows: LoadedRows;
  readonly mode: 'replace' | 'add';
}

export const wantedOf = ({ source, rereads }: Arrival, reading: Reading): Wanted => ({
  source,
  reading,
  mends: rereads?.mends ?? NO_MENDS,
});

/** Whether these bytes are where the source came from. */
export const isOf = (source: SourceInfo, hash: SourceHash): boolean => source.hash === hash || source.maskedFrom === hash;

/** Where in its source a table lies. A masked copy of a sheet is a text; the sheet's name is kept beside it. */
const placeIn = ({ sheet }: SourceInfo, { dialect, area, transposed }: Reading): string =>
  JSON.stringify([sheet ?? (isSheet(dialect) ? dialect.sheet : null), area ?? null, transposed ?? false]);

/** Whether this table of a source was accepted already. */
export const isTaken = (accepted: readonly AcceptedTable[], source: SourceInfo, reading: Reading): boolean =>
  accepted.some((t) => isOf(t.source, source.hash) && placeIn(t.source, t.reading) === placeIn(source, reading));

export const asksPersons = ({ table }: Arrival): boolean => !!table?.questions.some((q) => q.ask === 'persons');

/** What the screens show of it. */
export function pendingOf({ id, source, table, problem: fault, waits, rereads }: Arrival): PendingFile {
  const own = { id, source, ...(rereads ? { rereads: rereads.seq } : {}) };
  if (fault || !table) return { ...own, state: 'fault', problem: fault ?? problem('error', 'file.unknownTable'), table };
  return { ...own, state: table.questions.length > 0 ? 'questions' : (waits ?? 'queued'), table };
}
