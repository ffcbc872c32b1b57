/** What the tests of papers share: a language, a workbook read back by the app's own reading, and its raw parts. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { formats, type Locale } from '../../src/i18n/format';
import { en } from '../../src/i18n/en';
import { zh } from '../../src/i18n/zh-CN';
import { inspect } from '../../src/ingest';
import type { Inspection } from '../../src/model/table';
import type { Speech } from '../../src/report/speech';

export const speech = (locale: Locale = 'zh-CN'): Speech => {
  const t = locale === 'en' ? en : zh;
  return {
    current: locale,
    f: formats(locale),
    text: (text) => (locale === 'en' ? text.en : text.zh),
    problem: ({ code, params, place }) => t.problems[code](params, place),
  };
};

export const seen = (blob: Blob, name: string): Promise<Inspection> => inspect(blob, { hash: '0', name, size: blob.size }, {});

/** The files inside a workbook, as text. */
export async function partsOf(blob: Blob): Promise<Record<string, string>> {
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const letters = (n: number): string => (n >= 26 ? letters(Math.floor(n / 26) - 1) : '') + String.fromCharCode(65 + (n % 26));
const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A workbook as a clerk fills it in: rows written below the last one of a sheet, or in its place. Knows nothing of how it was made. */
export async function filledIn(
  blob: Blob,
  sheet: number,
  rows: readonly (readonly string[])[],
  { over = false, instead = (text: string) => text } = {},
): Promise<Blob> {
  const files = await partsOf(blob);
  const path = `xl/worksheets/sheet${sheet}.xml`;
  const old = files[path] ?? '';
  const last = Math.max(...[...old.matchAll(/<row r="(\d+)"/g)].map((m) => Number(m[1])));
  const first = over ? last : last + 1;
  const written = rows.map((cells, i) => {
    const inner = cells.map((text, c) =>
      text === '' ? '' : `<c r="${letters(c)}${first + i}" t="inlineStr"><is><t>${xml(text)}</t></is></c>`,
    );
    return `<row r="${first + i}">${inner.join('')}</row>`;
  });
  const cut = over ? old.replace(new RegExp(`<row r="${last}"[^]*?</row>`), '') : old;
  files[path] = cut.replace('</sheetData>', `${written.join('')}</sheetData>`);
  files['xl/sharedStrings.xml'] = instead(files['xl/sharedStrings.xml'] ?? '');
  const zipped = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
  return new Blob([zipped]);
}
