/**
 * The size budgets. A page that is slow to arrive is paid for at every opening, so growing past a budget fails
 * the build. As a program: `node src/build/budget.mjs`, after a build.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { readJson } from './json.mjs';
import { SITE, isProgram } from './paths.mjs';

/** Bytes after gzip. Of each, 44 kB are the declarations of 31 tables with their names in the wild, which are data. */
export const BUDGETS = { page: 225_000, ingest: 105_000 };

/**
 * Sources that are loaded after the first ranking. Every other chunk counts, also a dynamically imported one, so
 * that a new `import()` on the way to the first ranking cannot slip past the budget.
 */
export const LATER = [
  'src/app/BranchesScreen',
  'src/charts/brush',
  'src/i18n/en',
  'src/pipeline/map-',
  'src/pipeline/review-',
  'src/pipeline/sampling',
  'src/pipeline/seals',
  'src/report/',
  'src/views/answers/',
  'src/views/branches/',
  'src/views/compare/',
  'src/views/data/',
  'src/views/figure/',
  'src/views/indicators/',
  'src/views/lights/',
  'src/views/meeting/',
  'src/views/overview/later/',
  'src/views/profile/',
  'src/views/ranking/',
  'src/views/reason/',
  'src/views/rectification/',
  'src/views/review/',
  'src/views/scheme/',
  'src/views/shell/Find',
  'src/views/shell/Keys',
  'src/views/talent/',
];

/**
 * @typedef {{ file: string, src?: string, isEntry?: boolean, imports?: string[], dynamicImports?: string[], css?: string[] }} Chunk
 * @typedef {{ name: string, bytes: number, gzip: number }} Size
 * @typedef {{ page: Size[], workers: Size[], pageTotal: number, faults: string[] }} Sizes
 */

/**
 * The chunks that the page needs before the first ranking.
 * @param {Record<string, Chunk>} manifest vite's @param {readonly string[]} later sources that wait
 * @returns {string[]} file names, each once
 */
export function firstChunks(manifest, later = LATER) {
  /** @type {Set<string>} */
  const files = new Set();
  const waiting = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  const seen = new Set(waiting);
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const chunk = manifest[key];
    if (!chunk) continue;
    if (chunk.file.endsWith('.js')) files.add(chunk.file);
    const dynamic = (chunk.dynamicImports ?? []).filter((k) => !later.some((prefix) => k.startsWith(prefix)));
    for (const next of [...(chunk.imports ?? []), ...dynamic])
      if (!seen.has(next)) {
        seen.add(next);
        waiting.push(next);
      }
  }
  return [...files].sort();
}

/** @param {string} dir @param {string} name @returns {Size} */
function sizeOf(dir, name) {
  const bytes = readFileSync(path.join(dir, name));
  return { name, bytes: bytes.length, gzip: zlib.gzipSync(bytes, { level: 9 }).length };
}

/** Scripts that run in workers: our own, and DuckDB's. @param {string} dir */
function workerFiles(dir) {
  const list = (/** @type {string} */ folder) => (existsSync(path.join(dir, folder)) ? readdirSync(path.join(dir, folder)) : []);
  return [
    ...list('workers').map((f) => `workers/${f}`),
    ...list('assets')
      .filter((f) => /^duckdb-.*worker.*\.js$/.test(f))
      .map((f) => `assets/${f}`),
  ].filter((f) => f.endsWith('.js'));
}

/**
 * Measures a built site.
 * @param {string} dir with `.vite/manifest.json`
 * @returns {Sizes} `faults` holds a sentence for every budget that is not kept
 */
export function measure(dir) {
  const manifest = /** @type {Record<string, Chunk>} */ (readJson(path.join(dir, '.vite', 'manifest.json')));
  const page = firstChunks(manifest).map((f) => sizeOf(dir, f));
  const workers = workerFiles(dir).map((f) => sizeOf(dir, f));
  const pageTotal = page.reduce((sum, s) => sum + s.gzip, 0);
  const ingest = workers.filter((s) => s.name.startsWith('workers/ingest'));
  const faults = [];
  if (page.length === 0) faults.push('the manifest names no entry: nothing was measured');
  if (ingest.length === 0) faults.push('no workers/ingest*.js was built: its size was not measured');
  if (pageTotal > BUDGETS.page) faults.push(over('page JavaScript before the first ranking', pageTotal, BUDGETS.page));
  for (const s of ingest) if (s.gzip > BUDGETS.ingest) faults.push(over(s.name, s.gzip, BUDGETS.ingest));
  return { page, workers, pageTotal, faults };
}

/** @param {number} bytes */
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
/** @param {string} what @param {number} is @param {number} budget */
const over = (what, is, budget) => `${what}: ${kB(is)} gzip, the budget is ${kB(budget)}`;

/** The sizes as lines of text. @param {Sizes} sizes */
export function report({ page, workers, pageTotal, faults }) {
  const line = (/** @type {Size} */ s) => `  ${s.name.padEnd(52)} ${kB(s.bytes).padStart(10)} ${kB(s.gzip).padStart(10)} gzip`;
  return [
    `Page JavaScript before the first ranking: ${kB(pageTotal)} gzip of ${kB(BUDGETS.page)}`,
    ...page.map(line),
    'Worker scripts:',
    ...workers.map(line),
    ...faults.map((f) => `OVER BUDGET: ${f}`),
  ].join('\n');
}

if (isProgram(import.meta.url)) {
  const sizes = measure(SITE);
  console.log(report(sizes));
  process.exitCode = sizes.faults.length > 0 ? 1 : 0;
}
