/** The ingest worker: runs ingest's functions off the page's thread. The method names are those of `IngestPort`. */
import { serveCalls, type CallContext } from './rpc';
import { ingestHere } from './ingest-here';

type Method = (...args: unknown[]) => unknown;
const here = ingestHere() as unknown as Readonly<Record<string, Method>>;

/** `onBatch` and `onProgress` become events; batches are given away, not copied. */
async function call(method: string, args: readonly unknown[], { emit, signal }: CallContext): Promise<unknown> {
  const options = { signal, onProgress: (bytes: number) => void emit({ bytes }) };
  const all = [...args];
  if (method === 'read') all.push((batch: Uint8Array) => emit({ batch }, [batch.buffer]));
  if (method === 'read' || method === 'scan') all.push(options);
  const run = here[method];
  if (!run) throw new RangeError(`no method ${method}`);
  return await run(...all);
}

serveCalls(self, call);
