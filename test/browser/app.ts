/** The app as a test works it: what a user does and sees, found by roles, data attributes and the files' own words. */
import { expect, type Browser, type BrowserContext, type Download, type Locator, type Page } from '@playwright/test';
import Papa from 'papaparse';
import { readFileSync } from 'node:fs';
import { screensZh } from '../../src/i18n/screens.zh-CN';
import { dataZh } from '../../src/i18n/zh/data';

/** A file for the file input, held in memory. */
export interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const upload = (name: string, content: string | Uint8Array): Upload => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(content),
});

export const uploads = (files: readonly File[]): Promise<Upload[]> =>
  Promise.all(files.map(async (f) => upload(f.name, new Uint8Array(await f.arrayBuffer()))));

/** A page that shares nothing with any other: its own record, its own engine. */
export async function freshPage(browser: Browser, address = './'): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(address);
  return page;
}

/** Puts files on the app as choosing them does. A path instead of bytes is for what is too big for memory. */
export const drop = (page: Page, files: readonly Upload[] | string): Promise<void> =>
  page.locator('input[type=file]').first().setInputFiles(files);

/** The line of a loaded table: it names the file and can be taken back. */
export const loadedRow = (page: Page, file: string): Locator =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: file, exact: true }) })
    .filter({ has: page.getByRole('button', { name: dataZh.undo }) });

/** What stands for a file that waits, with its question or its fault. */
export const waiting = (page: Page, file: string): Locator => page.locator(`[data-file="${file}"]`);

/** Drops files and sees every one of them loaded without a question. */
export async function load(page: Page, files: readonly Upload[]): Promise<void> {
  await drop(page, files);
  for (const { name } of files) await expect(loadedRow(page, name)).toBeVisible();
  await expect(page.locator('[data-file]')).toHaveCount(0);
}

/** Goes to a screen by the masthead. */
export async function go(page: Page, screen: '总览' | '排名' | '对比' | '数据'): Promise<void> {
  await page.getByRole('navigation').first().getByRole('link', { name: screen }).click();
}

/** The first chart's rows as its table says them, once there are as many as expected and they stay: the table follows its picture. */
export async function ranking(page: Page, counties = 12): Promise<string[][]> {
  let shown: string[][] = [];
  const read = async () => {
    const before = JSON.stringify(shown);
    const rows = page.locator('main figure').first().locator('tbody tr');
    shown = await rows.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim())));
    return JSON.stringify(shown) === before ? shown.length : -1;
  };
  await expect.poll(read, { timeout: 60_000, intervals: [100, 100, 100, 250] }).toBe(counties);
  return shown;
}

/** The periods that can be chosen, and the one that is. */
export const periodPicker = (page: Page): Locator => page.getByRole('combobox', { name: '考核期' });
export const groupPicker = (page: Page): Locator => page.getByRole('combobox', { name: '考核分组' });

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

/** Downloads a table from the ranking screen. */
export async function exported(page: Page, kind: '得分明细' | '名次汇总'): Promise<string> {
  await go(page, '排名');
  // After a reload the record is read again first, which a busy machine takes its time for.
  const coming = page.waitForEvent('download', { timeout: 60_000 });
  await page.getByRole('button', { name: new RegExp(kind) }).click({ timeout: 60_000 });
  return textOf(await coming);
}

export const reasonPanel = (page: Page): Locator => page.getByRole('complementary');

/** Opens the reason of a county's total from its number in the ranking. */
export async function openTotal(page: Page, county: string): Promise<Locator> {
  const at = (await ranking(page)).findIndex((row) => row.includes(county));
  await page.locator('main [data-action^="total:"]').nth(at).click();
  const panel = reasonPanel(page);
  await expect(panel).toContainText(county);
  return panel;
}

/** Goes on from a reason to the one below it. */
export async function descend(panel: Locator, title: string): Promise<void> {
  await panel
    .getByRole('link')
    .filter({ hasText: new RegExp(`^\\s*${title}`) })
    // its lights lead there too, and stand before the parts
    .last()
    .click();
  // The total also has a row of questions, which is a navigation too.
  await expect(panel.getByRole('navigation', { name: screensZh.reason.path })).toContainText(title);
}

/** A row behind a figure as the panel shows it. */
export interface ShownRow {
  readonly file: string;
  readonly row: number;
  /** Its verbatim cells. */
  readonly cells: readonly string[];
}

/** The rows that stand behind the open reason's first figure. */
export async function rowsBehind(panel: Locator): Promise<ShownRow[]> {
  const { reason } = screensZh;
  await panel.locator('[data-op] button[aria-expanded=false]').first().click();
  const table = panel
    .getByRole('table')
    .filter({ has: panel.page().getByRole('columnheader', { name: reason.file, exact: true }) });
  await expect(table.locator('tbody tr').first()).toBeVisible();
  const lines = await table.evaluate((t) =>
    [...t.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
  );
  const [heads = [], ...rows] = lines;
  const own = [reason.file, reason.row, reason.counts].map((h) => heads.indexOf(h));
  return rows.map((cells) => ({
    file: cells[own[0] ?? -1] ?? '',
    row: Number(cells[own[1] ?? -1]),
    cells: cells.filter((_, i) => !own.includes(i)),
  }));
}

/** Sees each of the rows on screen say what the file has at that place. */
export function expectVerbatim(rows: readonly ShownRow[], file: string, records: readonly (readonly string[])[]): void {
  for (const shown of rows) {
    expect(shown.file).toBe(file);
    const record = records[shown.row - 1] ?? [];
    const filled = shown.cells.filter(Boolean);
    expect(filled.length).toBeGreaterThan(3);
    expect(
      filled.filter((cell) => !record.includes(cell)),
      `row ${shown.row} of ${file}`,
    ).toEqual([]);
  }
}

/** The records of a table in `data/`, read without the app's own reader. */
export function recordsOf(path: string): string[][] {
  const bytes = readFileSync(path);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
  return Papa.parse<string[]>(text.trimEnd()).data;
}

/** Everything the browser complains of: errors and warnings of page and workers, thrown errors, refusals by the content policy. */
export function complaints(context: BrowserContext): string[] {
  const heard: string[] = [];
  context.on('console', (m) => {
    if (m.type() === 'error' || m.type() === 'warning') heard.push(m.text());
  });
  context.on('weberror', (e) => heard.push(e.error().message));
  return heard;
}
