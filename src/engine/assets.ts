/**
 * Where the heavy parts come from. The served app fetches them from its own origin; the single-file app carries
 * them in the page. Nothing else in the code knows which of the two it runs in.
 */
export interface Assets {
  /**
   * Starts DuckDB's worker.
   * @returns the worker and the address by which that worker can load its wasm (served: a URL; single file: a
   * name that a prelude in the worker answers from bytes it was given).
   */
  engine(): Promise<{ readonly worker: Worker; readonly wasm: string }>;
  /** Starts the ingest worker. */
  ingest(): Promise<Worker>;
  /** Starts the branches' worker. */
  branches(): Promise<Worker>;
  /** Starts the score worker. */
  score(): Promise<Worker>;
  /** The sample city's files. */
  sample(): Promise<readonly File[]>;
}
