/** The score worker's work: it keeps the books it was sent, and takes the steps of questions about them until told to stop. */
import type { Steps } from '../score/steps';
import type { ScoreBook } from '../score';
import type { Handler } from './rpc';
import { bookOf, type BookData } from './score-data';
import { keyOf, stepsOf, type Question } from './score-port';

/** A book, and the questions about it that were begun and not ended: a stopped one goes on where it was. */
interface Kept {
  readonly book: ScoreBook;
  readonly begun: Map<string, Steps<unknown>>;
}

/**
 * Methods: `keep(key, data)` takes a book; `forget(key)` lets it go; `ask(key, question)` answers with an event for each
 * step. A stopped question rejects with AbortError; a book that is not kept with RangeError.
 */
export function scoreDesk(): Handler {
  const books = new Map<number, Kept>();
  const methods: Readonly<Record<string, Handler>> = {
    keep: (_, [key, data]) => {
      books.set(key as number, { book: bookOf(data as BookData), begun: new Map() });
      return Promise.resolve();
    },
    forget: (_, [key]) => Promise.resolve(books.delete(key as number)),
    ask: async (_, [key, asked], { emit, signal }) => {
      const kept = books.get(key as number);
      if (!kept) throw new RangeError(`no book ${String(key)}`);
      const question = asked as Question;
      const name = keyOf(question);
      const steps = kept.begun.get(name) ?? stepsOf(kept.book, question.kind, question);
      // Away while it is taken: after a failure it begins anew.
      kept.begun.delete(name);
      for (;;) {
        await breathe();
        if (signal.aborted) {
          kept.begun.set(name, steps);
          throw new DOMException('stopped', 'AbortError');
        }
        const next = steps.next();
        if (next.done) return;
        await emit(next.value);
      }
    },
  };
  return (method, args, context) => {
    const run = methods[method];
    if (!run) return Promise.reject(new RangeError(`no method ${method}`));
    return run(method, args, context);
  };
}

/** Lets messages in, such as the one that says stop. Timers would wait four milliseconds each time. */
function breathe(): Promise<void> {
  return new Promise((go) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      go();
    };
    port2.postMessage(null);
  });
}
