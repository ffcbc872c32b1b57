/**
 * Calls across a worker's boundary: one request, any number of events with back-pressure, one answer, and a
 * cancel that reaches the other side. Knows nothing of what is called.
 */

export interface CallContext {
  /** Sends an event to the caller and resolves when fewer than `IN_FLIGHT` are unacknowledged. */
  readonly emit: (event: unknown, transfer?: Transferable[]) => Promise<void>;
  readonly signal: AbortSignal;
}

export type Handler = (method: string, args: readonly unknown[], context: CallContext) => Promise<unknown>;

/** Events a worker may send ahead of the caller's acknowledgement: enough to keep both busy, few enough to bound memory. */
const IN_FLIGHT = 3;

type Request =
  | { readonly call: number; readonly method: string; readonly args: readonly unknown[] }
  | { readonly call: number; readonly ack: true }
  | { readonly call: number; readonly abort: true };

/** An error across the boundary: what cloning would drop of it is carried beside its message. */
interface Thrown {
  readonly name: string;
  readonly message: string;
  readonly properties: object;
}

type Response =
  | { readonly call: number; readonly event: unknown }
  | { readonly call: number; readonly value: unknown }
  | { readonly call: number; readonly error: Thrown };

/** What both `Worker` and a worker's own global scope offer of messaging. */
interface Port {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/** The worker's side: answers requests on `port` with `handler`. */
export function serveCalls(port: Port, handler: Handler): void {
  const running = new Map<number, { abort: AbortController; acknowledged: () => void }>();
  port.addEventListener('message', ({ data }: MessageEvent<Request>) => {
    if ('ack' in data) return running.get(data.call)?.acknowledged();
    if ('abort' in data) return running.get(data.call)?.abort.abort();
    const abort = new AbortController();
    let unacknowledged = 0;
    let waiting: (() => void) | null = null;
    running.set(data.call, {
      abort,
      acknowledged() {
        unacknowledged -= 1;
        waiting?.();
        waiting = null;
      },
    });
    const reply = (r: Response, transfer: Transferable[] = []) => port.postMessage(r, transfer);
    const emit = async (event: unknown, transfer: Transferable[] = []) => {
      reply({ call: data.call, event }, transfer);
      unacknowledged += 1;
      if (unacknowledged >= IN_FLIGHT) await new Promise<void>((go) => (waiting = go));
    };
    handler(data.method, data.args, { emit, signal: abort.signal })
      .then(
        (value) => reply({ call: data.call, value }),
        (error: unknown) => {
          const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
          reply({ call: data.call, error: { name, message, properties: { ...(error as object) } } });
        },
      )
      .finally(() => running.delete(data.call));
  });
}

export interface CallOptions {
  readonly onEvent?: (event: unknown) => void | Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

/** What the caller needs of a worker. */
export interface Endpoint extends Port {
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  addEventListener(type: 'error', listener: (event: ErrorEvent) => void): void;
  terminate(): void;
}

interface Call {
  readonly options: CallOptions;
  /** Events handled so far: they are handled one after the other, and the answer waits for the last. */
  tail: Promise<void>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** The page's side. A worker that dies rejects every call under way, and later ones, with its error. */
export class Caller {
  readonly #worker: Endpoint;
  readonly #calls = new Map<number, Call>();
  #next = 1;
  #dead: Error | null = null;

  constructor(worker: Endpoint) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<Response>) => this.#receive(data));
    worker.addEventListener('error', (e) => this.close(new Error(e.message || 'worker failed')));
  }

  get closed(): boolean {
    return this.#dead !== null;
  }

  call(method: string, args: readonly unknown[], options: CallOptions = {}, transfer: Transferable[] = []): Promise<unknown> {
    if (this.#dead) return Promise.reject(this.#dead);
    if (options.signal?.aborted) return Promise.reject(new DOMException('cancelled', 'AbortError'));
    const call = this.#next++;
    return new Promise((resolve, reject) => {
      this.#calls.set(call, { options, tail: Promise.resolve(), resolve, reject });
      options.signal?.addEventListener('abort', () => {
        if (this.#calls.has(call)) this.#worker.postMessage({ call, abort: true }, []);
      });
      this.#worker.postMessage({ call, method, args }, transfer);
    });
  }

  #receive(r: Response): void {
    const entry = this.#calls.get(r.call);
    if (!entry) return;
    if ('event' in r) {
      entry.tail = entry.tail.then(async () => {
        if (!this.#calls.has(r.call)) return;
        try {
          await entry.options.onEvent?.(r.event);
        } catch (error) {
          this.#calls.delete(r.call);
          this.#worker.postMessage({ call: r.call, abort: true }, []);
          entry.reject(error);
        }
        this.#worker.postMessage({ call: r.call, ack: true }, []);
      });
      return;
    }
    void entry.tail.then(() => {
      if (!this.#calls.delete(r.call)) return;
      if ('value' in r) return entry.resolve(r.value);
      const { name, message, properties } = r.error;
      entry.reject(
        name === 'AbortError' ? new DOMException(message, name) : Object.assign(new Error(message), properties, { name }),
      );
    });
  }

  /** Ends the worker and rejects what it still owed. */
  close(reason: Error = new Error('worker closed')): void {
    this.#dead ??= reason;
    this.#worker.terminate();
    for (const { reject } of this.#calls.values()) reject(this.#dead);
    this.#calls.clear();
  }
}
