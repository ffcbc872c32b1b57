/** The ingest worker: runs ingest's functions off the page's thread. The method names are those of `IngestPort`. */
import { serveCalls, type CallContext } from './rpc';
import { ingestHere } from './ingest-here';
import type { IngestPort } from './ingest-port';

const here = ingestHere();

/** `onBatch` and `onProgress` become events; batches are given away, not copied. */
function call(method: string, args: readonly unknown[], { emit, signal }: CallContext): Promise<unknown> {
  const options = { signal, onProgress: (bytes: number) => void emit({ bytes }) };
  const call = [...args];
  if (method === 'read') call.push((batch: Uint8Array) => emit({ batch }, [batch.buffer]));
  if (method === 'read' || method === 'scan') call.push(options);
  const run = here[method as keyof IngestPort] as (...args: unknown[]) => Promise<unknown>;
  return Promise.resolve(run(...call));
}

serveCalls(self, call);
