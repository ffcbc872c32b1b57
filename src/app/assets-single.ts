/** The heavy parts of the single-file app: unpacked from blocks in the page that `src/build/single.mjs` put there. */
import type { Assets } from '../engine/assets';
import { blobWorker, inlineEngineWorker } from '../engine/duckdb/inline-worker';

/** The bytes of a block: base64 of gzip. */
async function block(id: string): Promise<Uint8Array<ArrayBuffer>> {
  const text = document.getElementById(id)?.textContent ?? '';
  const packed = Uint8Array.from(atob(text.trim()), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const text = async (id: string) => new TextDecoder().decode(await block(id));

export const assets: Assets = {
  engine: async () => inlineEngineWorker(await text('kaoping-duckdb-worker'), await block('kaoping-duckdb-wasm')),
  ingest: async () => blobWorker(await text('kaoping-ingest-worker')),
  branches: async () => blobWorker(await text('kaoping-branch-worker')),
  score: async () => blobWorker(await text('kaoping-score-worker')),
  sample: async () =>
    Object.entries(JSON.parse(await text('kaoping-sample')) as Record<string, string>).map(
      ([name, csv]) => new File([csv], name),
    ),
};
