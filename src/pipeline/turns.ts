/** One thing at a time: what is asked waits for what was asked before it, and what runs can be stopped. */
export class Turns {
  #tail: Promise<unknown> = Promise.resolve();
  #abort = new AbortController();

  /** Runs work in its turn. A failure is the caller's; what waits behind goes on. */
  take<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const run = this.#tail.then(() => {
      this.#abort = new AbortController();
      return work(this.#abort.signal);
    });
    this.#tail = run.catch(() => undefined);
    return run;
  }

  /** Fires the signal of the work under way. */
  cancel(): void {
    this.#abort.abort();
  }
}
