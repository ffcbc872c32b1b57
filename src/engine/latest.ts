/** Latest wins: for queries that follow the pointer, where only the newest answer is wanted. */

/**
 * Wraps a call so that at most one runs and at most one waits. A new call aborts the running one and takes the place
 * of the waiting one; those in between are never run.
 *
 * @returns the call; it resolves to undefined when a newer one has taken its place, and rejects only if it was the
 *   newest and failed.
 */
export function latest<A extends readonly unknown[], R>(
  call: (signal: AbortSignal, ...args: A) => Promise<R>,
): (...args: A) => Promise<R | undefined> {
  let newest = 0;
  let running: { readonly abort: AbortController; readonly done: Promise<unknown> } | undefined;
  return async (...args) => {
    const mine = ++newest;
    // A turn may come to several waiting calls at once; only the newest of them goes on.
    while (running) {
      running.abort.abort();
      await running.done;
      if (mine !== newest) return undefined;
    }
    const abort = new AbortController();
    const result = call(abort.signal, ...args);
    const own = { abort, done: result.then(noop, noop) };
    running = own;
    try {
      const value = await result;
      return mine === newest ? value : undefined;
    } catch (error) {
      if (mine === newest) throw error;
      return undefined;
    } finally {
      running = undefined;
    }
  };
}

const noop = (): void => undefined;
