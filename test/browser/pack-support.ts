/** The meeting pack as a test makes it and reads it: files in, gestures counted, and what the files of the zip say. */
import { expect, type Download, type Locator, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { readFileSync } from 'node:fs';
import { dataZh } from '../../src/i18n/zh/data';
import { meetingZh } from '../../src/i18n/zh/meeting';
import { cleanQuarter, readData, sampleFiles, wildFiles } from '../support/files';
import { drop, upload, uploads, type Upload } from './app';

export const QUARTER = '2026Q3';
export const WHEN = '2026年第三季度';

/** The quarter's tables as they arrive, after those of the earlier quarters; tables that nobody spoilt come as they are. */
export async function quarterAsItArrives(): Promise<Upload[]> {
  const spoilt = new Set(cleanQuarter().map((f) => f.name));
  // The roster has no periods: the one that arrives is all there is.
  const earlier = (await uploads(sampleFiles()))
    .filter((f) => f.name !== 'roster.csv')
    .map((f) => (spoilt.has(f.name) ? upload(f.name, without(f.buffer.toString('utf8'))) : f));
  return [...earlier, ...(await uploads(wildFiles()))];
}

/** A table without the rows of the quarter, or of its year in a table of years. */
function without(text: string): string {
  const [head = '', ...rows] = text.split('\n');
  const at = head.split(',').indexOf('期间');
  return [head, ...rows.filter((row) => row !== '' && ![QUARTER, '2026'].includes(row.split(',')[at] ?? '')), ''].join('\n');
}

/** A table of the sample in which a county did only half of what it had done in the quarter. */
export function halved(file: string, county: string, column: string): Upload {
  const [head = '', ...rows] = readData(`sample/${file}`).toString('utf8').split('\n');
  const heads = head.split(',');
  const [period, unit, at] = ['期间', '县(市、区)', column].map((h) => heads.indexOf(h)) as [number, number, number];
  const changed = rows.map((row) => {
    const cells = row.split(',');
    if (cells[period] === QUARTER && cells[unit] === county) cells[at] = String(Math.floor(Number(cells[at]) / 2));
    return cells.join(',');
  });
  return upload(file, [head, ...changed].join('\n'));
}

/** The lines of loaded tables. */
const loadedRows = (page: Page): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('button', { name: dataZh.undo, exact: true }) });

/** Drops files and waits until the last of them is loaded; nothing was asked. */
export async function take(page: Page, files: readonly Upload[]): Promise<void> {
  const before = await loadedRows(page).count();
  await drop(page, files);
  await expect(loadedRows(page)).toHaveCount(before + files.length, { timeout: 180_000 });
  await expect(page.locator('[data-file]')).toHaveCount(0);
}

/** Who is assessed, by name in the roster's order: the city is not, nor who has been renamed. */
export const COUNTIES: readonly string[] = Papa.parse<string[]>(readData('sample/roster.csv').toString('utf8').trim())
  .data.slice(1)
  .filter(([, , level, , , , , , end]) => level !== '市' && !end)
  .map(([name = '']) => name);

/** Gestures, as many as are allowed and no more; what the page itself heard is held against them. */
export class Gestures {
  #made = 0;
  constructor(
    private readonly page: Page,
    private readonly most: number,
  ) {}

  /** From here on, every press of a pointer or a key that the page hears is counted. */
  async begin(): Promise<void> {
    await this.page.evaluate(() => {
      const heard = { pointers: 0, keys: 0 };
      (globalThis as unknown as { heard: typeof heard }).heard = heard;
      addEventListener('pointerdown', () => heard.pointers++, true);
      addEventListener('keydown', () => heard.keys++, true);
    });
  }

  async click(target: Locator): Promise<void> {
    expect(++this.#made, `gesture: ${String(target)}`).toBeLessThanOrEqual(this.most);
    // Long: what has to be done first is done by the machine, however slow it is.
    await target.click({ timeout: 120_000 });
  }

  heard(): Promise<{ pointers: number; keys: number }> {
    return this.page.evaluate(() => (globalThis as unknown as { heard: { pointers: number; keys: number } }).heard);
  }
}

export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

/** Opens a part of the meeting screen by its name. */
export async function part(page: Page, name: string): Promise<void> {
  const chosen = page
    .getByRole('navigation', { name: meetingZh.papers })
    .getByRole('button')
    .filter({ hasText: new RegExp(`^\\s*${name.replace(/[（）()]/g, '\\$&')}\\s*\\d*\\s*$`) });
  await chosen.click();
  await expect(chosen).toHaveAttribute('aria-pressed', 'true');
}

/** What a click downloads. */
export async function downloaded(page: Page, click: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download', { timeout: 180_000 });
  await click();
  const download: Download = await coming;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

export const exportAll = (page: Page): Promise<{ name: string; bytes: Buffer }> =>
  downloaded(page, () => button(page, meetingZh.steps.export).click());

export type Files = ReadonlyMap<string, Uint8Array>;
export const filesIn = (zip: Uint8Array): Files => new Map(Object.entries(unzipSync(zip)));

/** The one file whose name holds a text. */
export function fileOf(files: Files, name: string): Uint8Array {
  const found = [...files].filter(([path]) => path.includes(name));
  expect([name, ...found.map(([path]) => path)]).toHaveLength(2);
  return found[0]?.[1] ?? new Uint8Array();
}

/** When the entries of a zip were written, each moment once; a zip tells two seconds apart. */
export function timesIn(zip: Uint8Array): string[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const times = new Set<string>();
  const two = (n: number): string => String(n).padStart(2, '0');
  for (let at = 0; at + 46 <= zip.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const [time, date] = [view.getUint16(at + 12, true), view.getUint16(at + 14, true)];
    const day = `${1980 + (date >> 9)}-${two((date >> 5) & 15)}-${two(date & 31)}`;
    times.add(`${day}T${two(time >> 11)}:${two((time >> 5) & 63)}:${two((time & 31) * 2)}`);
    // Name, extra field and comment follow.
    at += 45 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return [...times];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (xml: string): string => xml.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');
/** The text of runs of Word and PowerPoint. */
const runs = (xml: string): string =>
  [...xml.matchAll(/<[wa]:t(?: [^>]*)?>([^<]*)<\/[wa]:t>/g)].map(([, t = '']) => plain(t)).join('');

/** The parts of an Office file whose path fits, each as its text. */
export function partsOf(file: Uint8Array, path: RegExp): string[] {
  return Object.entries(unzipSync(file))
    .filter(([name]) => path.test(name))
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([, bytes]) => runs(strFromU8(bytes)));
}

export const partOf = (file: Uint8Array, path: string): string => strFromU8(unzipSync(file)[path] ?? new Uint8Array());
export const bodyOf = (docx: Uint8Array): string => partsOf(docx, /^word\/document\.xml$/).join('');
export const headsOf = (docx: Uint8Array): string[] => partsOf(docx, /^word\/header\d+\.xml$/);
export const feetOf = (docx: Uint8Array): string[] => partsOf(docx, /^word\/footer\d+\.xml$/);
export const slidesIn = (pptx: Uint8Array): string[] => partsOf(pptx, /^ppt\/slides\/slide\d+\.xml$/);

/** The tables of a paper: rows of cells. */
export function tablesIn(docx: Uint8Array): string[][][] {
  return [...partOf(docx, 'word/document.xml').matchAll(/<w:tbl>[^]*?<\/w:tbl>/g)].map(([table]) =>
    [...table.matchAll(/<w:tr[ >][^]*?<\/w:tr>/g)].map(([row]) =>
      [...row.matchAll(/<w:tc>[^]*?<\/w:tc>/g)].map(([cell]) => runs(cell)),
    ),
  );
}

export interface Standing {
  readonly unit: string;
  readonly rank: number;
  readonly total: number;
}

/** Who stands where, by names in the order of the roster: what papers and screens are held against each other by. */
export const inOrder = (all: readonly Standing[]): Standing[] =>
  [...all].sort((a, b) => COUNTIES.indexOf(a.unit) - COUNTIES.indexOf(b.unit));

/** From a table with the heads 名次, 单位 and 总分, which may stand in any of its rows. */
export function standingsIn(rows: readonly (readonly string[])[]): Standing[] {
  const head = rows.findIndex((row) => row.includes('名次') && row.includes('总分'));
  const [rank, unit, total] = ['名次', '单位', '总分'].map((h) => rows[head]?.indexOf(h) ?? -1) as [number, number, number];
  return inOrder(
    rows
      .slice(head + 1)
      .filter((row) => COUNTIES.includes(row[unit] ?? ''))
      .map((row) => ({ unit: row[unit] ?? '', rank: parseFloat(row[rank] ?? ''), total: parseFloat(row[total] ?? '') })),
  );
}

/** From the exported 名次汇总. */
export function standingsOf(summary: string): Standing[] {
  const [head = [], ...rows] = Papa.parse<string[]>(summary.replace(/^\ufeff/, '').trim()).data;
  const period = head.indexOf('期间');
  return standingsIn([head, ...rows.filter((row) => row[period] === QUARTER)]);
}

/** From a sheet of a workbook: its cells by address. */
export function standingsInSheet(cells: ReadonlyMap<string, number | string>): Standing[] {
  const rows: string[][] = [];
  for (const [at, value] of cells) {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(at) ?? [];
    const column = [...letters].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1;
    const own = (rows[Number(row)] ??= []);
    own[column] = String(value);
  }
  return standingsIn(Array.from(rows, (row) => Array.from(row ?? [], (text) => text ?? '')));
}
