/**
 * `npm test`: every check there is, each whatever became of the others. The last line
 * is `N passed, N failed`; a check without tests of its own counts as one.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { findBrowser } from './browser.mjs';
import { findOffice } from './office.mjs';
import { RESULTS, ROOT } from './paths.mjs';
import { FAILED_STEP, PASSED_STEP, readPlaywright, readVitest } from './results.mjs';

/**
 * @typedef {import('./results.mjs').Counts} Counts
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} args of Node
 * @property {Record<string, string>} [env]
 * @property {(status: number) => Counts} [count] from the step's report; without it the exit code decides
 */

/** No step takes longer than this, hung or not: some three times what the longest takes. Milliseconds. */
const LIMIT = 30 * 60_000;

/** @param {string} file inside node_modules */
const bin = (file) => path.join(ROOT, 'node_modules', ...file.split('/'));

/** A date that slips by a day does so in a zone east or west of the one it was written in: all tests run in three. */
const ZONES = ['UTC', 'Asia/Shanghai', 'America/New_York'];

/**
 * These run once: nothing in them reads or makes a date that a zone could move (periods are text), or they hold one path
 * against another in the same zone.
 */
const DATELESS = [
  ...['test/prove/**', 'test/scheme/**', 'test/schemes/**', 'test/score/**', 'test/charts/**', 'test/sql/**', 'test/build/**'],
  ...['test/views/**', 'test/report/**', 'test/i18n/**', 'test/ui/**', 'test/engine/**', 'test/imports.test.ts'],
  ...['scan', 'sift', 'tokenise', 'trivial', 'recognition', 'wild', 'unknown', 'pinyin'].map(
    (name) => `test/ingest/${name}.test.ts`,
  ),
  ...['arrivals', 'mending', 'paths', 'versions', 'console', 'map', 'branch-*', 'sampling', 'score'].map(
    (name) => `test/pipeline/${name}.test.ts`,
  ),
];

/** What only reads the sources. @returns {Step[]} */
const readings = () => [
  {
    name: 'types',
    args: [bin('svelte-check/bin/svelte-check'), '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'],
  },
  { name: 'lint', args: [bin('eslint/bin/eslint.js'), '.', '--max-warnings=0'] },
  { name: 'format', args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
];

/** What works both cores by itself. @returns {Step[]} */
function steps() {
  const unit = ZONES.map((zone) => {
    const file = path.join(RESULTS, `unit-${zone.replace('/', '-')}.json`);
    return {
      name: `unit and SQL tests, ${zone}`,
      args: [
        ...[bin('vitest/vitest.mjs'), 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`],
        ...(zone === ZONES[0] ? [] : DATELESS.map((files) => `--exclude=${files}`)),
      ],
      env: { TZ: zone },
      count: () => readVitest(file),
    };
  });
  return [...unit, { name: 'build and budgets', args: [path.join(ROOT, 'src', 'build', 'build.mjs')] }];
}

/**
 * @param {Step} step
 * @param {((said: string) => void) | null} hear what it prints; null: it prints by itself
 * @returns {Promise<number>} exit code; not 0 when it was stopped or did not start
 */
function run({ args, env }, hear) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: hear ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      // Reports are read from files and by people in logs, where colour codes are noise.
      env: { ...process.env, NO_COLOR: '1', ...env },
      timeout: LIMIT,
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ said) => hear?.(said));
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** @param {Step} step @param {((said: string) => void) | null} [hear] @returns {Promise<Counts>} */
async function take(step, hear = null) {
  const status = await run(step, hear);
  const counts = step.count?.(status) ?? (status === 0 ? PASSED_STEP : FAILED_STEP);
  // A step that ends in failure and counts none (it crashed after its tests) has failed all the same.
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * @typedef {object} Programs
 * @property {ReturnType<typeof findBrowser>} browser
 * @property {ReturnType<typeof findOffice>} office
 */

/**
 * What tests need of the machine, installed where it is absent: one after the other, as the package manager works for one at
 * a time, and in a thread of its own, as it takes minutes.
 * @returns {Promise<Programs>}
 */
const findPrograms = () =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url));
    worker.once('message', resolve);
    worker.once('error', reject);
  });

/** @param {Programs['office']} office */
function useOffice(office) {
  // Tests that lay papers out look for themselves, and fail where there is nothing to find.
  if ('problem' in office) console.log(office.problem);
  else process.env.PATH = [path.dirname(office.soffice), process.env.PATH].filter(Boolean).join(path.delimiter);
}

/** @param {Programs['browser']} browser @returns {Promise<Counts>} */
function takeBrowser(browser) {
  if ('problem' in browser) {
    console.log(browser.problem);
    return Promise.resolve(FAILED_STEP);
  }
  const file = path.join(RESULTS, 'browser.json');
  return take({
    name: 'browser tests',
    args: [bin('@playwright/test/cli.js'), 'test', '--config', path.join(ROOT, 'test', 'browser', 'playwright.config.ts')],
    env: { CHROME_PATH: browser.path, KAOPING_BROWSER_REPORT: file },
    count: () => readPlaywright(file),
  });
}

async function main() {
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  /** @type {{ name: string, counts: Counts, seconds: number }[]} */
  const done = [];
  /** @param {string} name @param {() => Promise<Counts>} go */
  const timed = async (name, go) => {
    const from = performance.now();
    const counts = await go();
    done.push({ name, counts, seconds: (performance.now() - from) / 1000 });
  };
  // Each of these keeps one core busy: they run side by side, and say what they have to say one after the other.
  const read = readings().map(async (step) => {
    let said = '';
    await timed(step.name, () => take(step, (more) => (said += more)));
    console.log(`\n── ${step.name}\n${said}`);
  });
  const [{ browser, office }] = await Promise.all([findPrograms(), ...read]);
  useOffice(office);
  const rest = [
    ...steps().map((step) => ({ name: step.name, go: () => take(step) })),
    { name: 'browser tests', go: () => takeBrowser(browser) },
  ];
  for (const { name, go } of rest) {
    console.log(`\n── ${name}`);
    await timed(name, go);
  }
  console.log('\n── summary');
  for (const { name, counts, seconds } of done)
    console.log(
      `${counts.failed > 0 ? 'FAILED' : 'ok    '} ${name.padEnd(40)} ${`${counts.passed} passed, ${counts.failed} failed`.padEnd(26)} ${seconds.toFixed(0)} s`,
    );
  const passed = done.reduce((sum, d) => sum + d.counts.passed, 0);
  const failed = done.reduce((sum, d) => sum + d.counts.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

if (isMainThread) await main();
else parentPort?.postMessage({ browser: findBrowser(), office: findOffice() });
