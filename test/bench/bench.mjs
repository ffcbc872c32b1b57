/**
 * `npm run bench`: the speeds the app promises, each beside the bare engine doing the same work in the same run.
 * Ratios mean something on any machine; the milliseconds only on this one, today.
 */
import { chromium } from '@playwright/test';
import path from 'node:path';
import { build } from 'vite';
import { findBrowser } from '../../src/build/browser.mjs';
import { CACHE, ROOT, SITE } from '../../src/build/paths.mjs';
import { precompress } from '../../src/build/precompress.mjs';
import { createServer, listen } from '../../src/build/serve.mjs';

const TURNS = 5;

/** @param {readonly number[]} times */
const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
const round = (/** @type {number} */ x, digits = 2) => x.toFixed(digits);

const found = findBrowser();
if ('problem' in found) {
  console.log(found.problem);
  process.exit(1);
}
const dir = path.join(CACHE, 'bench');
await build({
  root: ROOT,
  logLevel: 'warn',
  build: { outDir: dir, emptyOutDir: true, rolldownOptions: { input: path.join(ROOT, 'test', 'bench', 'index.html') } },
});
await precompress(dir, CACHE);
const app = createServer(SITE);
const bare = createServer(dir);
const [appPort, barePort] = [await listen(app, 0), await listen(bare, 0)];
const browser = await chromium.launch({
  executablePath: found.path,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-sync',
  ],
});

/** A page of its own in a context of its own: nothing is cached from the turn before. */
async function fresh() {
  const context = await browser.newContext({ locale: 'zh-CN' });
  return { page: await context.newPage(), close: () => context.close() };
}

async function appFirst() {
  const { page, close } = await fresh();
  await page.goto(`http://127.0.0.1:${appPort}/#/overview?sample`);
  const shown = await page.waitForFunction(() => document.querySelector('[data-action^="total:"]') && performance.now(), null, {
    polling: 'raf',
  });
  const ms = await shown.jsonValue();
  await close();
  return Number(ms);
}

/**
 * Runs one of the page's benchmarks in a page of its own.
 * @template {keyof import('./page.ts').Bench} K
 * @param {K} name @param {Parameters<import('./page.ts').Bench[K]>} args
 * @returns {Promise<Awaited<ReturnType<import('./page.ts').Bench[K]>>>}
 */
async function onBench(name, ...args) {
  const { page, close } = await fresh();
  await page.goto(`http://127.0.0.1:${barePort}/test/bench/index.html`);
  await page.waitForFunction(() => 'bench' in globalThis, null, { polling: 'raf' });
  const run = /** @type {(input: [string, unknown[]]) => Promise<unknown>} */ (
    ([n, a]) => {
      /** @type {unknown} */
      const bench = Reflect.get(globalThis, 'bench');
      return /** @type {Record<string, (...args: unknown[]) => Promise<unknown>>} */ (bench)[n]?.(...a);
    }
  );
  const value = await page.evaluate(run, /** @type {[string, unknown[]]} */ ([name, args]));
  await close();
  return /** @type {Awaited<ReturnType<import('./page.ts').Bench[K]>>} */ (value);
}

const first = { bare: /** @type {number[]} */ ([]), app: /** @type {number[]} */ ([]) };
for (let turn = 0; turn < TURNS; turn++) {
  first.bare.push(await onBench('bareFirst'));
  first.app.push(await appFirst());
}
const imported = await onBench('cleanImport', 1_000_000, 3);
const quarter = await onBench('quarterDrop');
const rerank = await onBench('rerank');
await browser.close();
app.close();
bare.close();

const [a, b] = [median(first.app), median(first.bare)];
console.log(`
| what | ours | beside | ratio | promised |
|---|---|---|---|---|
| first ranking after navigation (sample city) | ${round(a, 0)} ms | ${round(b, 0)} ms bare boot, the same files and queries | ${round(a / b)} | ≤ 1.5 |
| clean import, 1,000,000 rows × 12 columns, ${round(imported.bytes / 1e6, 0)} MB | ${round(imported.ours, 0)} ms | ${round(imported.bare, 0)} ms bare read_csv with types | ${round(imported.ours / imported.bare)} | ≤ 2 |
| 2026Q3 dropped on a warm page until ranked | ${round(quarter, 0)} ms | 2000 ms | ${round(quarter / 2000)} | ≤ 1 |
| re-rank, ${rerank.units} units × ${rerank.leaves} leaves × ${rerank.periods} periods | ${round(rerank.ms, 1)} ms | 16.7 ms, one frame | ${round(rerank.ms / 16.7)} | ≤ 1 |

Medians of ${TURNS} turns each, taken turn about (import: 3).`);
