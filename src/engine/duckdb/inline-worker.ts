/**
 * DuckDB's worker and wasm from bytes the page carries. On `file://` a worker may not fetch a blob of the page, so
 * the bytes are posted to it, and a prelude before its script answers its request for the wasm from them.
 */
import { trustedWorker } from './trusted-worker';

/** An address no network knows. `new Request` accepts it in a worker made from a blob, which has no base address. */
const WASM = 'inline:duckdb.wasm';

/** Starts a classic worker from its script's text. */
export function blobWorker(...text: string[]): Worker {
  const url = URL.createObjectURL(new Blob(text, { type: 'text/javascript' }));
  // Not revoked: a worker's script is fetched after the constructor returns, and there are two of them in a page's life.
  return trustedWorker(url);
}

/** Starts DuckDB's worker. The bytes are copied to it, so that another can be started from them. */
export function inlineEngineWorker(workerText: string, wasmBytes: Uint8Array): { worker: Worker; wasm: string } {
  const worker = blobWorker(`(${prelude.toString()})(${JSON.stringify(WASM)});\n`, workerText);
  worker.postMessage(wasmBytes);
  return { worker, wasm: WASM };
}

/** Runs in the worker before DuckDB's script: nothing but its argument and the worker's globals can be named here. */
function prelude(address: string): void {
  const bytes = new Promise<BlobPart>((resolve) => {
    const first = (event: MessageEvent<BlobPart>): void => {
      removeEventListener('message', first);
      // DuckDB's own listener, added later, must not see it.
      event.stopImmediatePropagation();
      resolve(event.data);
    };
    addEventListener('message', first);
  });
  // There is no server behind a single file: nothing else is asked for.
  globalThis.fetch = async (input) => {
    const url = input instanceof Request ? input.url : String(input);
    if (url !== address) throw new TypeError(`no such asset: ${url}`);
    return new Response(new Blob([await bytes]), { headers: { 'content-type': 'application/wasm' } });
  };
}
