/**
 * Where the record is kept: source bytes by SHA-256 and the journal, in IndexedDB, or in memory for the sample
 * city and for browsers that refuse storage. Both keep the same promise: a step is written whole or not at all.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { SourceHash } from '../model/table';
import type { Entry } from './journal';

export interface RecordStore {
  /** The whole journal in order. */
  entries(): Promise<Entry[]>;
  /** Appends entries and the sources they speak of in one transaction. Rejects, and writes nothing, when a `seq` is already taken. */
  append(entries: readonly Entry[], sources: ReadonlyMap<SourceHash, Blob>): Promise<void>;
  /** The bytes of a source; undefined when the record has none by this hash. */
  source(hash: SourceHash): Promise<Blob | undefined>;
}

interface Schema extends DBSchema {
  sources: { key: SourceHash; value: Blob };
  journal: { key: number; value: Entry };
}

/** Opens the record in IndexedDB. Rejects where the browser refuses storage. */
export async function openStore(name = 'kaoping'): Promise<RecordStore> {
  const db = await openDB<Schema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('sources');
      fresh.createObjectStore('journal', { keyPath: 'seq' });
    },
  });
  return new IndexedStore(db);
}

class IndexedStore implements RecordStore {
  readonly #db: IDBPDatabase<Schema>;

  constructor(db: IDBPDatabase<Schema>) {
    this.#db = db;
  }

  entries(): Promise<Entry[]> {
    return this.#db.getAll('journal');
  }

  source(hash: SourceHash): Promise<Blob | undefined> {
    return this.#db.get('sources', hash);
  }

  async append(entries: readonly Entry[], sources: ReadonlyMap<SourceHash, Blob>): Promise<void> {
    // strict: the promise resolves only when the step is on the disk
    const step = this.#db.transaction(['sources', 'journal'], 'readwrite', { durability: 'strict' });
    const writes: Promise<unknown>[] = [];
    for (const [hash, bytes] of sources) writes.push(step.objectStore('sources').put(bytes, hash));
    for (const entry of entries) writes.push(step.objectStore('journal').add(entry));
    await Promise.all([...writes, step.done]);
  }
}

/** A record that lives as long as the page. */
export class MemoryStore implements RecordStore {
  readonly #entries: Entry[] = [];
  readonly #sources = new Map<SourceHash, Blob>();

  entries(): Promise<Entry[]> {
    return Promise.resolve(structuredClone(this.#entries));
  }

  source(hash: SourceHash): Promise<Blob | undefined> {
    return Promise.resolve(this.#sources.get(hash));
  }

  append(entries: readonly Entry[], sources: ReadonlyMap<SourceHash, Blob>): Promise<void> {
    if (entries.some((e) => this.#entries.some((old) => old.seq === e.seq)))
      return Promise.reject(new Error('journal: sequence number taken'));
    for (const [hash, bytes] of sources) this.#sources.set(hash, bytes);
    this.#entries.push(...structuredClone([...entries]));
    return Promise.resolve();
  }
}
