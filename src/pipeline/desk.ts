/** What the steps of checking a period work on. */
import type { CalendarDate } from '../model/period';
import type { SourceHash } from '../model/table';
import type { EntryBody } from '../workspace/journal';
import type { Workspace } from '../workspace/replay';
import type { IngestPort } from './ingest-port';
import type { Shelf } from './shelf';
import type { Snapshot } from './snapshot';
import type { Warehouse } from './warehouse';

/** What the desk works on: the newest state of the pipeline, and writing into its record. */
export interface Desk {
  readonly snapshot: () => Snapshot;
  readonly workspace: () => Workspace;
  readonly shelf: Shelf;
  readonly warehouse: Warehouse;
  readonly ingest: IngestPort;
  readonly today: () => CalendarDate;
  /** Writes steps, with the sources they speak of, and shows what they come to. */
  readonly decide: (bodies: readonly EntryBody[], sources?: ReadonlyMap<SourceHash, Blob>) => Promise<void>;
}
