/** The main job on the built app: a quarter's files as they arrive, to a ranking, to a row, to a file, and back. */
import { expect, test, type Page } from '@playwright/test';
import path from 'node:path';
import { cleanQuarter, wildFiles } from '../support/files';
import {
  descend,
  drop,
  expectVerbatim,
  exported,
  freshPage,
  go,
  load,
  loadedRow,
  openTotal,
  periodPicker,
  ranking,
  reasonPanel,
  recordsOf,
  rowsBehind,
  upload,
  uploads,
} from './app';

const WILD = path.resolve(import.meta.dirname, '../../data/wild');
const wildRecords = (file: string) => recordsOf(path.join(WILD, file));

test.describe('2026Q3 as it arrives, dropped on the empty app', () => {
  let page: Page;
  test.beforeAll(async ({ browser }) => {
    page = await freshPage(browser);
    await load(page, await uploads(wildFiles()));
  });
  test.afterAll(() => page.context().close());
  test.beforeEach(() => page.keyboard.press('Escape'));

  test('ranks twelve counties, the numbers of the clean files figure for figure, on screen and in both exports', async ({
    browser,
  }) => {
    const clean = await freshPage(browser);
    await load(clean, await uploads(cleanQuarter()));
    const scores = await exported(clean, '得分明细');
    expect(scores.split('\r\n').filter((line) => line.startsWith('2026Q3,')).length).toBeGreaterThanOrEqual(12 * 10);
    expect(await exported(page, '得分明细')).toBe(scores);
    const summary = await exported(clean, '名次汇总');
    expect(summary.split('\r\n').filter((line) => line.startsWith('2026Q3,'))).toHaveLength(12);
    expect(await exported(page, '名次汇总')).toBe(summary);
    expect(await ranking(page)).toEqual(await ranking(clean));
    await clean.context().close();
  });

  for (const { county, steps, file, cell } of [
    { county: '半篙市', steps: ['人才', '引进目标完成'], file: '07 半篙市人才引进统计表(更正).csv', cell: '２９' },
    {
      county: '墨砚区',
      steps: ['基层党组织', '软弱涣散整顿', '软弱涣散按期销号'],
      file: '03 软弱涣散整顿台账（汇总）.csv',
      cell: '墨砚区',
    },
  ])
    test(`leads from the total of ${county} down to the rows of ${file}, verbatim and with their numbers`, async () => {
      await go(page, '排名');
      const panel = await openTotal(page, county);
      for (const step of steps) await descend(panel, step);
      const rows = await rowsBehind(panel);
      expectVerbatim(rows, file, wildRecords(file));
      expect(rows.flatMap((r) => r.cells)).toContain(cell);
    });

  test('lists the two rows that cannot be read, with file, row and value', async () => {
    await go(page, '数据');
    await page.getByRole('tab', { name: /问题/ }).click();
    for (const [file, value] of [
      ['01 党支部星级评定明细（城区组、县域组）.csv', '九十五分半'],
      ['03 软弱涣散整顿台账（汇总）.csv', '年初认定'],
    ] as const) {
      const row = wildRecords(file).findIndex((r) => r.includes(value)) + 1;
      expect(row).toBeGreaterThan(0);
      const said = page.getByRole('row').filter({ hasText: value });
      await expect(said).toHaveCount(1);
      await expect(said).toContainText(file);
      await expect(said).toContainText(new RegExp(`(?<!\\d)${row}(?!\\d)`));
    }
  });

  test('is the same after a reload, on screen and in the summary', async () => {
    const summary = await exported(page, '名次汇总');
    const shown = await ranking(page);
    await page.reload();
    expect(await ranking(page)).toEqual(shown);
    expect(await exported(page, '名次汇总')).toBe(summary);
    await expect(reasonPanel(page)).toHaveCount(0);
  });
});

test('an exported table of scores is read back as 通用指标表 without a rejected row, and a name that looked like a formula is as it was', async ({
  browser,
}) => {
  // A county whose name a spreadsheet would run.
  const renamed = (await uploads(cleanQuarter())).map((f) =>
    upload(f.name, f.buffer.toString('utf8').replaceAll('墨砚区', '+墨砚区')),
  );
  const from = await freshPage(browser);
  await load(from, renamed);
  const scores = await exported(from, '得分明细');
  expect(scores).toContain(`,'+墨砚区,`);
  expect(scores).not.toMatch(/(^|,)\+墨砚区/m);
  await from.context().close();

  const into = await freshPage(browser);
  await load(
    into,
    renamed.filter((f) => f.name === 'roster.csv'),
  );
  // Without the apostrophe taken off, the roster would not know the county and the file would wait for a name.
  await drop(into, [upload('得分明细.csv', scores)]);
  const row = loadedRow(into, '得分明细.csv');
  await expect(row).toBeVisible();
  await expect(into.locator('[data-file]')).toHaveCount(0);
  await expect(row).toContainText('通用指标表');
  const lines = scores.split('\r\n').slice(1).filter(Boolean);
  expect(lines.length).toBeGreaterThanOrEqual(12 * 10);
  const numbers = (await row.getByRole('cell').allInnerTexts()).filter((t) => /^\d+$/.test(t)).map(Number);
  // rows, accepted, excluded, rejected
  expect(numbers).toEqual([lines.length, lines.length, 0, 0]);
  await expect(periodPicker(into).locator('option')).toHaveCount(1);
  await into.context().close();
});
