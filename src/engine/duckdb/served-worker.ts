/** DuckDB's worker and wasm as files of the served app. */
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import type { Assets } from '../assets';
import { trustedWorker } from './trusted-worker';

export { trustedWorker };

export const servedEngineWorker: Assets['engine'] = () =>
  // The worker resolves addresses against its own, so it is given a whole one.
  Promise.resolve({ worker: trustedWorker(workerUrl), wasm: new URL(wasmUrl, location.href).href });
