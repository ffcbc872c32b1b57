/** The score worker as the page sees it: started when first asked, sent each book once. */
import type { ScoreBook } from '../score';
import type { Step } from '../score/steps';
import { Caller, type Endpoint } from './rpc';
import { buffersOf, dataOf } from './score-data';
import type { Answers, Kind, Question } from './score-port';

/** So many books stay in the worker: the one that is shown, and one beside it. */
const KEPT = 2;

/** The worker cannot be started, or has died: whoever asked must work the answer out where it is. */
export class NoScoreWorker extends Error {
  constructor(cause: unknown) {
    super('no score worker', { cause });
    this.name = 'NoScoreWorker';
  }
}

export class ScoreClient {
  readonly #start: () => Promise<Endpoint>;
  #caller: Promise<Caller> | null = null;
  /** The books in the worker, the one asked last at the end. */
  #sent: { readonly book: ScoreBook; readonly key: number; readonly taken: Promise<unknown> }[] = [];
  #next = 1;
  /** One that failed once is not tried again: the page would wait for it with every question. */
  #failed: NoScoreWorker | null = null;

  constructor(start: () => Promise<Endpoint>) {
    this.#start = start;
  }

  /**
   * Asks, and hands on every step; the last has the whole answer. Stopped and asked again it goes on where it was.
   * Rejects with AbortError when stopped, with `NoScoreWorker`, or with what the question itself failed at.
   */
  async ask<K extends Kind>(
    book: ScoreBook,
    question: Question<K>,
    onStep: (step: Step<Answers[K]>) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const caller = await this.#open();
    const key = await this.#send(caller, book).catch((error: unknown) => {
      throw this.#fail(error);
    });
    const onEvent = (event: unknown): void => onStep(event as Step<Answers[K]>);
    try {
      await caller.call('ask', [key, question], { onEvent, signal });
    } catch (error) {
      // Why the worker is gone is no answer to the question.
      if (caller.closed) throw this.#fail(error);
      throw error;
    }
  }

  async #open(): Promise<Caller> {
    if (this.#failed) throw this.#failed;
    try {
      return await (this.#caller ??= this.#start().then((worker) => new Caller(worker)));
    } catch (error) {
      throw this.#fail(error);
    }
  }

  #fail(cause: unknown): NoScoreWorker {
    this.#sent = [];
    return (this.#failed ??= new NoScoreWorker(cause));
  }

  /** The book's key in the worker, which gets it if it has not got it. */
  async #send(caller: Caller, book: ScoreBook): Promise<number> {
    let known = this.#sent.find((s) => s.book === book);
    if (!known) {
      const data = dataOf(book);
      const key = this.#next++;
      known = { book, key, taken: caller.call('keep', [key, data], {}, buffersOf(data)) };
    }
    this.#sent = [...this.#sent.filter((s) => s !== known), known];
    for (const old of this.#sent.splice(0, Math.max(0, this.#sent.length - KEPT)))
      caller.call('forget', [old.key]).catch(() => undefined); // dead: then it is forgotten
    await known.taken;
    return known.key;
  }
}
