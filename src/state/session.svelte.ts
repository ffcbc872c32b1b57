/** The pipeline as the screens see it: its newest snapshot as a rune, its actions, and which record is open. */
import { Pipeline, type PipelineParts } from '../pipeline/pipeline';
import { EMPTY, type Snapshot } from '../pipeline/snapshot';
import { MemoryStore, openStore, type RecordStore } from '../workspace/store';

/** The record on this machine, or one for as long as the page lives, or the sample city's. */
export type RecordKind = 'kept' | 'passing' | 'sample';

/** What a step of the user's just did, in words, with a way to take it back. */
export interface Said {
  readonly text: string;
  readonly fault?: boolean;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export class Session {
  snapshot = $state.raw<Snapshot>(EMPTY);
  /** The newest of them; the one before is past. */
  said = $state.raw<Said | null>(null);
  record = $state<RecordKind>('kept');
  readonly pipeline: Pipeline;
  readonly #sample: () => Promise<readonly File[]>;

  constructor(parts: PipelineParts, sample: () => Promise<readonly File[]>) {
    this.pipeline = new Pipeline(parts);
    this.#sample = sample;
    this.pipeline.boot();
    this.pipeline.subscribe((s) => (this.snapshot = s));
  }

  /** Opens the record kept on this machine; where the browser refuses storage, one that is gone with the page, and says so. */
  async openKept(): Promise<void> {
    this.record = 'kept';
    const store = openStore().catch((): RecordStore => {
      this.record = 'passing';
      return new MemoryStore();
    });
    await this.pipeline.open(store);
  }

  /** Opens the sample city in a record of its own, so that it never mixes with what is kept. */
  async openSample(): Promise<void> {
    this.record = 'sample';
    const files = this.#sample();
    await this.pipeline.open(Promise.resolve(new MemoryStore()));
    await this.pipeline.drop(await files);
  }
}
