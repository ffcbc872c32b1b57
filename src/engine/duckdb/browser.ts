/** The engine of the app: DuckDB-WASM in its worker, one connection, one call at a time. */
import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import { problem, ProblemError } from '../../model/problem';
import type { Assets } from '../assets';
import { QueryError, type Engine, type Input, type Row } from '../engine';
import { inputPath } from '../inputs';
import { Queue } from '../queue';
import { quotePath } from './path';
import { READ_ONLY } from './read-only';
import { appendRows, type Batch } from './rows';
import { lockStatements, OPEN_CONFIG } from './statements';

export interface OpenOptions {
  /** The app's own origin; extensions would be looked for below it, where there are none. */
  readonly origin?: string;
  /** How long the worker may take to start, in ms. */
  readonly timeout?: number;
}

/**
 * Starts the engine and locks it.
 *
 * @throws ProblemError `engine.failed` with the parameter `message` when the worker or its wasm cannot be had.
 */
export async function openDuckDB(assets: Pick<Assets, 'engine'>, options: OpenOptions = {}): Promise<Engine> {
  const { origin = location.origin, timeout = 60_000 } = options;
  let worker: Worker | undefined;
  try {
    const started = await assets.engine();
    worker = started.worker;
    const db = new AsyncDuckDB(new VoidLogger(), worker);
    await unlessBroken(worker, timeout, db.instantiate(started.wasm));
    await db.open(OPEN_CONFIG);
    const connection = await db.connect();
    for (const statement of lockStatements(origin)) await connection.query(statement);
    return new BrowserEngine(db, connection, worker);
  } catch (cause) {
    worker?.terminate();
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new ProblemError(problem('error', 'engine.failed', {}, { message }), cause);
  }
}

/** The promise, unless the worker fails or stays silent: a wasm refused by the content policy never settles it. */
function unlessBroken<T>(worker: Worker, timeout: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer from the engine in ${timeout} ms`)), timeout);
    const failed = (event: ErrorEvent): void => reject(new Error(event.message || 'the engine worker could not be started'));
    worker.addEventListener('error', failed);
    promise.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      worker.removeEventListener('error', failed);
    });
  });
}

class BrowserEngine implements Engine {
  readonly #queue = new Queue();
  readonly #db: AsyncDuckDB;
  readonly #connection: AsyncDuckDBConnection;

  constructor(db: AsyncDuckDB, connection: AsyncDuckDBConnection, worker: Worker) {
    this.#db = db;
    this.#connection = connection;
    worker.addEventListener('error', (event) => {
      this.#queue.end(new Error(event.message || 'the engine worker failed'));
      worker.terminate();
    });
  }

  get ended(): boolean {
    return this.#queue.ended;
  }

  async query<R extends Row = Row>(sql: string, signal?: AbortSignal): Promise<R[]> {
    const rows: Row[] = [];
    await this.#send(sql, signal, (batch) => appendRows(rows, batch));
    // The caller names the columns it asked for.
    return rows as R[];
  }

  async readOnly<R extends Row = Row>(sql: string, signal?: AbortSignal): Promise<R[]> {
    const rows: Row[] = [];
    await this.#send(sql, signal, (batch) => appendRows(rows, batch), READ_ONLY);
    return rows as R[];
  }

  run(sql: string, signal?: AbortSignal): Promise<void> {
    return this.#send(sql, signal, () => undefined);
  }

  async withInput<T>(name: string, input: Input, use: (path: string) => Promise<T>): Promise<T> {
    const path = inputPath(name);
    await this.#queue.add(() => this.#register(path, input));
    try {
      return await use(quotePath(path));
    } finally {
      // An engine that has ended has dropped it already.
      await this.#queue.add(() => this.#db.dropFile(path)).catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    this.#queue.end(new Error('the engine was closed'));
    await this.#db.terminate();
  }

  #register(path: string, input: Input): Promise<void> {
    if (input instanceof Uint8Array) return this.#db.registerFileBuffer(path, input);
    // The worker knows files only, not blobs.
    const file = input instanceof File ? input : new File([input], path);
    return this.#db.registerFileHandle(path, file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
  }

  async #send(
    sql: string,
    signal: AbortSignal | undefined,
    take: (batch: Batch) => void,
    within?: { readonly begin: string; readonly end: string },
  ): Promise<void> {
    signal?.throwIfAborted();
    let begun = false;
    const work = this.#queue.add(async () => {
      if (signal?.aborted) return;
      if (within) await this.#connection.query(within.begin);
      try {
        if (signal?.aborted) return;
        begun = true;
        for await (const batch of await this.#connection.send(sql)) take(batch);
      } catch (cause) {
        throw new QueryError(sql, plainError(cause));
      } finally {
        begun = false;
        if (within) await this.#connection.query(within.end);
      }
    });
    await unlessAborted(signal, work, () => {
      // Work that has not begun passes itself over.
      if (begun) void this.#connection.cancelSent().catch(() => undefined);
    });
  }
}

/** The work, or AbortError as soon as the signal fires. */
function unlessAborted<T>(signal: AbortSignal | undefined, work: Promise<T>, cancel: () => void): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const aborted = (): void => {
      cancel();
      reject(new DOMException('the query was cancelled', 'AbortError'));
    };
    signal.addEventListener('abort', aborted, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', aborted));
  });
}

/** Parser errors of a sent query come as JSON; the sentence for people is in it. */
function plainError(cause: unknown): unknown {
  if (!(cause instanceof Error) || !cause.message.startsWith('{')) return cause;
  try {
    const told = JSON.parse(cause.message) as { readonly exception_message?: unknown };
    return typeof told.exception_message === 'string' ? new Error(told.exception_message, { cause }) : cause;
  } catch {
    return cause;
  }
}
