/**
 * The record in use: its journal, what the journal amounts to, and the store both are kept in. A step is in the
 * store before it counts here.
 */
import { problem, ProblemError } from '../model/problem';
import type { SourceHash, SourceInfo } from '../model/table';
import type { Entry, EntryBody } from './journal';
import { redoable, replay, type Workspace } from './replay';
import { MemoryStore, type RecordStore } from './store';

const NONE: ReadonlyMap<SourceHash, Blob> = new Map();

export class WorkRecord {
  readonly #store: RecordStore;
  readonly #now: () => string;
  #entries: readonly Entry[];
  #workspace: Workspace;

  /** @param now the moment of a decision, ISO 8601. */
  constructor(now: () => string, store: RecordStore = new MemoryStore(), entries: readonly Entry[] = []) {
    this.#now = now;
    this.#store = store;
    this.#entries = entries;
    this.#workspace = replay(entries);
  }

  /** Reads a store's journal. Rejects where it can't be read, or was written by a newer version of the app. */
  static async open(store: RecordStore, now: () => string): Promise<WorkRecord> {
    return new WorkRecord(now, store, await store.entries());
  }

  /** What the journal amounts to. */
  get workspace(): Workspace {
    return this.#workspace;
  }

  /** The undoing that a redo takes back; null where there is none. */
  get redoable(): Entry | null {
    return redoable(this.#entries);
  }

  /** What the record would amount to with these steps. */
  preview(bodies: readonly EntryBody[]): Workspace {
    return replay([...this.#entries, ...this.#entriesOf(bodies)]);
  }

  /** Writes steps, and the sources they speak of, whole or not at all. Rejects with `storage.failed`. */
  async commit(bodies: readonly EntryBody[], sources: ReadonlyMap<SourceHash, Blob> = NONE): Promise<void> {
    const entries = this.#entriesOf(bodies);
    try {
      await this.#store.append(entries, sources);
    } catch (error) {
      throw new ProblemError(problem('error', 'storage.failed', {}, { message: String(error) }), error);
    }
    this.#entries = [...this.#entries, ...entries];
    this.#workspace = replay(this.#entries);
  }

  /** The bytes of a source. Rejects with `storage.sourceMissing`. */
  async bytes({ hash, name }: SourceInfo): Promise<Blob> {
    const blob = await this.#store.source(hash);
    if (!blob) throw new ProblemError(problem('error', 'storage.sourceMissing', { file: name }));
    return blob;
  }

  #entriesOf(bodies: readonly EntryBody[]): Entry[] {
    const at = this.#now();
    return bodies.map((body, i): Entry => ({ ...body, v: 1, seq: this.#workspace.nextSeq + i, at }));
  }
}
