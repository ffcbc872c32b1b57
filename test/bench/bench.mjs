/**
 * `npm run bench`: the speeds the app promises, each beside the bare engine doing the same work in the same run.
 * Ratios mean something on any machine; the milliseconds only on this one, today. `npm run bench scoring` measures the
 * scoring alone, `npm run bench screens` the screens alone, `npm run bench pack` the meeting pack, `npm run bench app` the rest.
 */
import { chromium } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { findBrowser } from '../../src/build/browser.mjs';
import { CACHE, ROOT, SITE } from '../../src/build/paths.mjs';
import { precompress } from '../../src/build/precompress.mjs';
import { createServer, listen } from '../../src/build/serve.mjs';
import { benchPack, packTable } from './pack.mjs';
import { scoringTable } from './scoring/table.mjs';
import { benchScreens } from './screens/screens.mjs';
import { screensTable } from './screens/table.mjs';

const TURNS = 5;
const ROWS = 1_000_000;
const [ONLY = 'all'] = process.argv.slice(2);
if (!['all', 'app', 'scoring', 'screens', 'pack'].includes(ONLY)) {
  console.log(`No benchmark is called ${ONLY}: app, scoring, screens, pack, or nothing for all.`);
  process.exit(1);
}

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

/** The most memory, in MB, that each benchmark's page with its workers has held; null where the system does not tell. */
const peaks = /** @type {(number | null)[]} */ ([]);

async function peakMemory() {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const held = processInfo
    .filter((p) => p.type === 'renderer')
    .map((p) => path.join('/proc', String(p.id), 'status'))
    .filter((file) => existsSync(file))
    .map((file) => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(file, 'utf8'))?.[1] ?? 0) / 1024);
  return held.length > 0 ? Math.max(...held) : null;
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
  peaks.push(await peakMemory());
  await close();
  return /** @type {Awaited<ReturnType<import('./page.ts').Bench[K]>>} */ (value);
}

async function benchApp() {
  const first = { bare: /** @type {number[]} */ ([]), app: /** @type {number[]} */ ([]) };
  for (let turn = 0; turn < TURNS; turn++) {
    first.bare.push(await onBench('bareFirst'));
    first.app.push(await appFirst());
  }
  /** @type {readonly [import('./page.ts').Kind, string, number][]} */
  const KINDS = [
    ['clean', 'clean import', 1.6],
    ['odd', 'import with odd cells in 10 % of the rows', 4],
    ['ragged', 'import with 0.3 % of the records damaged', 4],
    ['gb18030', 'import in GB18030', 4],
  ];
  const imports = [];
  for (const [kind, what, promised] of KINDS)
    imports.push({ what, promised, ...(await onBench('imported', kind, ROWS, TURNS)), peak: peaks.at(-1) ?? null });
  const quarter = await onBench('quarterDrop');
  const rerank = await onBench('rerank');
  const [a, b] = [median(first.app), median(first.bare)];
  console.log(`
| what | ours | beside | ratio | promised |
|---|---|---|---|---|
| first ranking after navigation (sample city) | ${round(a, 0)} ms | ${round(b, 0)} ms bare boot, the same files and queries | ${round(a / b)} | ≤ 1.5 |
${imports
  .map(
    ({ what, promised, ours, bare: beside, bytes }) =>
      `| ${what}, ${ROWS.toLocaleString('en')} rows × 12 columns, ${round(bytes / 1e6, 0)} MB | ${round(ours, 0)} ms | ${round(beside, 0)} ms bare read_csv of the clean one with types | ${round(ours / beside)} | ≤ ${promised} |`,
  )
  .join('\n')}
${imports
  .map(
    ({ what, delay }) =>
      `| ${what}: the page keeps an input waiting at worst | ${round(delay, 0)} ms | 100 ms | ${round(delay / 100)} | ≤ 1 |`,
  )
  .join('\n')}
| 2026Q3 dropped on a warm page until ranked | ${round(quarter, 0)} ms | 2000 ms | ${round(quarter / 2000)} | ≤ 1 |
| re-rank, ${rerank.units} units × ${rerank.leaves} leaves × ${rerank.periods} periods | ${round(rerank.ms, 1)} ms | 16.7 ms, one frame | ${round(rerank.ms / 16.7)} | ≤ 1 |

Medians of ${TURNS} turns each, taken turn about (imports: the fastest of ${TURNS}). Most memory the page and its workers held,
${TURNS} imports and ${TURNS} bare readings: ${imports.map(({ what, peak }) => `${what} ${peak === null ? '?' : round(peak, 0)} MB`).join(', ')}.`);
}

if (ONLY === 'all' || ONLY === 'app') await benchApp();
if (ONLY === 'all' || ONLY === 'scoring')
  console.log(scoringTable([...(await onBench('scoring', TURNS)), ...(await onBench('rating', TURNS))]));
if (ONLY === 'all' || ONLY === 'screens')
  console.log(screensTable(await benchScreens(browser, appPort, path.join(CACHE, 'bench-screens'))));
if (ONLY === 'all' || ONLY === 'pack') console.log(packTable(await benchPack(browser, appPort, path.join(CACHE, 'bench-pack'))));
await browser.close();
app.close();
bare.close();
