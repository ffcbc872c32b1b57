/** A queue of asynchronous work: one piece at a time, in the order given, and an end that rejects what is pending. */

export class Queue {
  #tail: Promise<unknown> = Promise.resolve();
  readonly #end = new AbortController();

  /** Runs the work after all before it. Rejects with the end's reason if the queue ends first. */
  add<T>(work: () => Promise<T>): Promise<T> {
    const { signal } = this.#end;
    const done = this.#tail.then(() => {
      signal.throwIfAborted();
      return work();
    });
    this.#tail = done.catch(() => undefined);
    // Work cut short by the end may never settle by itself.
    return new Promise<T>((resolve, reject) => {
      const ended = (): void => reject(reasonOf(signal));
      if (signal.aborted) return ended();
      signal.addEventListener('abort', ended, { once: true });
      done.then(resolve, reject).finally(() => signal.removeEventListener('abort', ended));
    });
  }

  get ended(): boolean {
    return this.#end.signal.aborted;
  }

  /** Ends the queue: pending and later work rejects with the reason. */
  end(reason: Error): void {
    this.#end.abort(reason);
  }
}

const reasonOf = (signal: AbortSignal): Error =>
  signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason));
