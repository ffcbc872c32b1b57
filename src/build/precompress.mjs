/**
 * Writes the .br and .gz copies that the server hands out. The copies are kept by content, because compressing
 * the engine's 34 MB takes seconds and it changes only with its version.
 */
import { createHash, randomUUID } from 'node:crypto';
import { copyFile, mkdir, readFile, readdir, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

const COMPRESSED = new Set(['.js', '.css', '.html', '.wasm', '.csv', '.json', '.svg', '.txt']);
/** Below this a copy saves nothing worth a file. Bytes. */
const SMALLEST = 600;

/** Quality 9 of 11: the last two take eight times as long for the last 4 %. @param {Buffer} bytes */
const toBrotli = (bytes) =>
  brotli(bytes, {
    params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
/** @param {Buffer} bytes */
const toGzip = (bytes) => gzip(bytes, { level: 9 });

/**
 * The path of a file's compressed copy in the cache, made if it is not there.
 * @param {string} file @param {'br' | 'gz'} kind @param {string} cache folder
 */
export async function compressed(file, kind, cache) {
  const bytes = await readFile(file);
  const kept = path.join(cache, `${createHash('sha256').update(bytes).digest('hex')}.${kind}`);
  if (await exists(kept)) return kept;
  await mkdir(cache, { recursive: true });
  // Written beside and renamed: a build that is stopped leaves no half copy, and equal files may be compressed at once.
  const draft = `${kept}.${randomUUID()}`;
  await writeFile(draft, kind === 'br' ? await toBrotli(bytes) : await toGzip(bytes));
  await rename(draft, kept);
  return kept;
}

/**
 * Puts `.br` and `.gz` beside every file of a folder that they make smaller.
 * @param {string} dir @param {string} cache folder
 * @returns {Promise<number>} how many files got copies
 */
export async function precompress(dir, cache) {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((e) => e.isFile() && COMPRESSED.has(path.extname(e.name)))
    .map((e) => path.join(e.parentPath, e.name));
  const done = await Promise.all(
    files.map(async (file) => {
      if ((await stat(file)).size < SMALLEST) return false;
      for (const kind of /** @type {const} */ (['br', 'gz']))
        await copyFile(await compressed(file, kind, cache), `${file}.${kind}`);
      return true;
    }),
  );
  return done.filter(Boolean).length;
}

/** @param {string} file */
const exists = async (file) => {
  try {
    await stat(file);
    return true;
  } catch {
    return false;
  }
};
