/**
 * The meeting pack's benchmark: the built app in the browser writes the whole pack of the sample's 12 counties and of 100
 * invented ones, from the click until the file is there; beside it what packing the same parts alone takes in the same run.
 */
import { unzipSync, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { writeCity } from './screens/city.mjs';

const TURNS = 3;

/** @typedef {{ of: string, first: number, again: readonly number[], packing: number, files: number, bytes: number, goal: number }} PackFigure */

/** Unpacks every file of the pack and packs it again. @param {Uint8Array} zip @returns {number} ms */
function packingAlone(zip) {
  const parts = Object.values(unzipSync(zip)).flatMap((file) =>
    file[0] === 0x50 && file[1] === 0x4b ? [unzipSync(file)] : [{ file }],
  );
  const from = performance.now();
  for (const part of parts) zipSync(part, { level: 6 });
  return performance.now() - from;
}

/** @param {import('@playwright/test').Browser} browser @param {number} port of the built app @param {string} cache @returns {Promise<PackFigure[]>} */
export async function benchPack(browser, port, cache) {
  const out = /** @type {PackFigure[]} */ ([]);
  for (const counties of [12, 100]) {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 }, acceptDownloads: true });
    const page = await context.newPage();
    page.setDefaultTimeout(300_000);
    if (counties === 12) await page.goto(`http://127.0.0.1:${port}/#/meeting?sample`);
    else {
      await page.goto(`http://127.0.0.1:${port}/#/data`);
      const { roster, ledgers } = await writeCity(cache, { counties });
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles([roster, ...ledgers]);
      await page.getByRole('button', { name: /核定.*并写材料/ }).click();
    }
    const button = page.getByRole('button', { name: '导出全套' });
    await button.waitFor();
    const times = [];
    let bytes = new Uint8Array();
    for (let turn = 0; turn <= TURNS; turn++) {
      const coming = page.waitForEvent('download');
      const from = performance.now();
      await button.click();
      const download = await coming;
      times.push(performance.now() - from);
      bytes = new Uint8Array(readFileSync(await download.path()));
    }
    const [first = NaN, ...again] = times;
    const files = Object.keys(unzipSync(bytes)).length;
    out.push({
      ...{ of: `${counties} counties`, first, again, files, bytes: bytes.length },
      packing: packingAlone(bytes),
      goal: counties === 12 ? 5000 : 40_000,
    });
    await context.close();
  }
  return out;
}

/** @param {readonly PackFigure[]} figures */
export function packTable(figures) {
  const s = (/** @type {number} */ ms) => `${(ms / 1000).toFixed(1)} s`;
  const median = (/** @type {readonly number[]} */ xs) => [...xs].sort((a, b) => a - b)[Math.floor(xs.length / 2)] ?? NaN;
  const rows = figures.map(
    (f) =>
      `| ${f.of} | ${f.files}, ${(f.bytes / 1e6).toFixed(1)} MB | ${s(f.first)} | ${s(median(f.again))} | ${s(f.packing)} | ${(f.first / f.packing).toFixed(1)} | ${f.first <= f.goal ? '' : '**not met** '}≤ ${s(f.goal)} |`,
  );
  return [
    '## Meeting pack',
    '',
    '| record | files | first time | again (median of 3) | packing the same parts alone | ratio | goal |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}
