/**
 * Builds the app as one html file that opens by double-click. On `file://` a page may neither fetch its
 * neighbours nor start a worker from them, so everything travels in the page: its script and styles inline, the
 * engine, our own workers and the sample as gzip in base64 blocks that `src/app/assets-single.ts` unpacks.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import zlib from 'node:zlib';
import { build } from 'vite';
import { CACHE, ROOT, SAMPLE, SINGLE, SITE } from './paths.mjs';
import { compressed } from './precompress.mjs';

/** The ids of the blocks: base64 of gzip each. `sample` holds the JSON of {file name: text}. */
export const BLOCKS = {
  engineWorker: 'kaoping-duckdb-worker',
  engineWasm: 'kaoping-duckdb-wasm',
  ingestWorker: 'kaoping-ingest-worker',
  scoreWorker: 'kaoping-score-worker',
  branchWorker: 'kaoping-branch-worker',
  sample: 'kaoping-sample',
};

/**
 * Makes a script safe between script tags: the two character sequences that html would read as its own are
 * written with an escape that means the same in every JavaScript string, template and regular expression.
 * @param {string} code
 */
export const inlineScript = (code) => code.replace(/<(?=\/script|!--)/gi, '\\x3C');

/** The CSP source that admits exactly this inline text. @param {string} text */
export const cspHash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * Puts scripts and styles into the page, behind a CSP that admits them by hash and no address at all.
 * @param {string} html as vite wrote it @param {(address: string) => string} read the text of a file the page names
 * @throws {Error} when the page still names a file afterwards
 */
export function inlinePage(html, read) {
  /** @type {string[]} */
  const scripts = [];
  /** @type {string[]} */
  const styles = [];
  const page = html
    .replace(/\s*<link\b[^>]*\brel="modulepreload"[^>]*>/g, '')
    .replace(/<link\b[^>]*\brel="stylesheet"[^>]*\bhref="([^"]+)"[^>]*>/g, (_, /** @type {string} */ href) => {
      const text = read(href);
      styles.push(cspHash(text));
      return `<style>${text}</style>`;
    })
    .replace(/(<link\b[^>]*\brel="icon"[^>]*\bhref=")([^"]+)"/g, (_, /** @type {string} */ start, /** @type {string} */ href) => {
      return `${start}data:image/svg+xml;base64,${Buffer.from(read(href)).toString('base64')}"`;
    })
    .replace(/<script\b([^>]*?)\s+src="([^"]+)"([^>]*)><\/script>/g, (tag, _before, /** @type {string} */ src) => {
      const text = inlineScript(read(src));
      scripts.push(cspHash(text));
      return `<script${/\btype="module"/.test(tag) ? ' type="module"' : ''}>${text}</script>`;
    });
  const left = /<(?:script|link|img)\b[^>]*\s(?:src|href)="(?!data:|#)([^"]+)"/.exec(
    page.replace(/<(script|style)\b[^>]*>[^]*?<\/\1>/g, ''),
  );
  if (left) throw new Error(`The single file still names ${left[1]}.`);
  const csp = [
    "default-src 'none'",
    `script-src ${scripts.join(' ')} 'wasm-unsafe-eval' blob:`,
    'worker-src blob:',
    // Workers from blobs inherit this: nothing that runs here can reach an address.
    "connect-src 'none'",
    `style-src ${styles.join(' ') || "'none'"}`,
    'img-src data: blob:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types svelte-trusted-html kaoping-worker',
  ].join('; ');
  return page.replace(
    /(<meta charset="[^"]*"\s*\/?>)/i,
    (meta) => `${meta}\n    <meta http-equiv="Content-Security-Policy" content="${csp}" />`,
  );
}

/** The blocks go last, so that the page is painted before ten megabytes are read. @param {string} html @param {Record<string, string>} blocks */
export function addBlocks(html, blocks) {
  const text = Object.entries(blocks)
    .map(([id, base64]) => `<script type="text/plain" id="${id}">${base64}</script>\n`)
    .join('');
  const end = html.lastIndexOf('</body>');
  return html.slice(0, end) + text + html.slice(end);
}

/**
 * Builds dist/single/kaoping.html. The site must have been built: our workers are taken from it.
 * @returns {Promise<number>} its size in bytes
 */
export async function buildSingle() {
  const result = await build({ root: ROOT, mode: 'single', logLevel: 'warn', build: { write: false } });
  if (!('output' in result)) throw new Error('vite gave no single output');
  const files = new Map(result.output.map((f) => [f.fileName, f.type === 'chunk' ? f.code : String(Buffer.from(f.source))]));
  const page = files.get('index.html');
  if (page === undefined) throw new Error('vite wrote no index.html');
  const publicDir = path.join(ROOT, 'src', 'app', 'public');
  const copies = new Map(
    await Promise.all(
      (await readdir(publicDir)).map(async (f) => /** @type {const} */ ([f, await readFile(path.join(publicDir, f), 'utf8')])),
    ),
  );
  const inlined = inlinePage(page, (address) => {
    const name = address.replace(/^\.?\//, '');
    const text = files.get(name) ?? copies.get(name);
    if (text === undefined) throw new Error(`The page names ${address}, which was not built.`);
    return text;
  });
  const require = createRequire(import.meta.url);
  const duckdb = path.dirname(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
  const kept = async (/** @type {string} */ file) => (await readFile(await compressed(file, 'gz', CACHE))).toString('base64');
  const html = addBlocks(inlined, {
    [BLOCKS.engineWorker]: await kept(path.join(duckdb, 'duckdb-browser-eh.worker.js')),
    [BLOCKS.engineWasm]: await kept(path.join(duckdb, 'duckdb-eh.wasm')),
    [BLOCKS.ingestWorker]: await kept(await workerOf('ingest')),
    [BLOCKS.scoreWorker]: await kept(await workerOf('score')),
    [BLOCKS.branchWorker]: await kept(await workerOf('branch')),
    [BLOCKS.sample]: zlib.gzipSync(JSON.stringify(await sampleFiles()), { level: 9 }).toString('base64'),
  });
  await mkdir(path.dirname(SINGLE), { recursive: true });
  await writeFile(SINGLE, html);
  return Buffer.byteLength(html);
}

/** A worker of ours in the built site. @param {'ingest' | 'score' | 'branch'} name */
async function workerOf(name) {
  const folder = path.join(SITE, 'workers');
  const names = existsSync(folder) ? (await readdir(folder)).filter((f) => f.startsWith(`${name}-`) && f.endsWith('.js')) : [];
  if (names.length !== 1 || names[0] === undefined)
    throw new Error(`Expected one ${name} worker in ${folder}, found ${names.length}.`);
  return path.join(folder, names[0]);
}

/** The texts of the sample by their paths inside it. */
async function sampleFiles() {
  const entries = await readdir(SAMPLE, { recursive: true, withFileTypes: true });
  const files = entries.filter((e) => e.isFile()).map((e) => path.join(e.parentPath, e.name));
  const named = await Promise.all(
    files
      .sort()
      .map(async (f) => /** @type {const} */ ([path.relative(SAMPLE, f).replaceAll(path.sep, '/'), await readFile(f, 'utf8')])),
  );
  return Object.fromEntries(named);
}
