/**
 * The engine: the narrow interface to whatever runs the SQL. The rest of the app knows no more of a database
 * than this file, and the database is a cache: it can be dropped and rebuilt from the record at any time.
 */

/** A value as it leaves the engine: no BigInt, no DECIMAL, dates as `YYYY-MM-DD` text. Lists become arrays. */
export type Value = number | string | boolean | null | readonly Value[];
export type Row = Record<string, Value>;

/** Bytes to be read by SQL under a name: a file is streamed by the engine, a buffer is given away (transferred). */
export type Input = Blob | Uint8Array;

export interface Engine {
  /** It was closed or has died, and will answer nothing more. */
  readonly ended: boolean;
  /** Runs one statement and returns its rows. Rejects with QueryError; with DOMException `AbortError` when the signal fires first. */
  query<R extends Row = Row>(sql: string, signal?: AbortSignal): Promise<R[]>;
  /**
   * Runs one statement in a transaction of its own that can only read, and takes that back; nothing else runs in between.
   * Whoever lets a text from outside in must first have the engine read it as data: see `read-only.ts`.
   */
  readOnly<R extends Row = Row>(sql: string, signal?: AbortSignal): Promise<R[]>;
  /** Runs statements for their effect. */
  run(sql: string, signal?: AbortSignal): Promise<void>;
  /** Registers an input as `in/<name>`, runs `use` with the quoted path for SQL, and drops it again whatever happens. */
  withInput<T>(name: string, input: Input, use: (path: string) => Promise<T>): Promise<T>;
  /** Ends the engine; pending calls reject. */
  close(): Promise<void>;
}

/** A statement the engine refused or failed at. */
export class QueryError extends Error {
  readonly sql: string;
  constructor(sql: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'QueryError';
    this.sql = sql;
  }
}
