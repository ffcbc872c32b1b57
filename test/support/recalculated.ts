/**
 * Workbooks worked out by an office suite that knows nothing of this code: every stored result is taken out first, so that what
 * is read back was calculated there. Where LibreOffice cannot be had the test fails and says so.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** What a cell holds once everything is calculated; an error is the text that a spreadsheet shows for it. */
export type Calculated = ReadonlyMap<string, number | string>;

/** A cell of a workbook by its sheet's place, from 1 on, and its address, and the number to put in. */
export interface Change {
  readonly sheet: number;
  readonly at: string;
  readonly value: number;
}

/** A workbook to be calculated, with other numbers in some of its cells. */
export interface Given {
  readonly file: Uint8Array<ArrayBuffer>;
  readonly changes?: readonly Change[];
}

/** The cells of each workbook by the names of its sheets, after LibreOffice has calculated them: it is started once for all. */
export async function recalculated(books: readonly Given[]): Promise<ReadonlyMap<string, Calculated>[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kaoping-calc-'));
  try {
    const names = books.map((_, i) => `book${i}.xlsx`);
    for (const [i, { file, changes = [] }] of books.entries())
      await writeFile(path.join(folder, `book${i}.xlsx`), prepared(file, changes));
    const out = path.join(folder, 'out');
    await office(folder, [
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      out,
      ...names.map((n) => path.join(folder, n)),
    ]);
    return await Promise.all(names.map(async (n) => cellsOf(new Uint8Array(await readFile(path.join(out, n))))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs LibreOffice with a profile of its own, so that one that is open elsewhere does not answer in its place. */
function office(folder: string, args: readonly string[]): Promise<void> {
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
  return new Promise((resolve, reject) => {
    execFile('soffice', [profile, '--headless', '--norestore', ...args], { timeout: 240_000 }, (error, _, stderr) => {
      if (error)
        reject(
          new Error(`LibreOffice (soffice) is needed to work out workbooks, and could not be run: ${error.message} ${stderr}`),
        );
      else resolve();
    });
  });
}

/** The file without stored results, and with other numbers in some cells. */
function prepared(file: Uint8Array<ArrayBuffer>, changes: readonly Change[]): Uint8Array {
  const parts = unzipSync(file);
  for (const [name, bytes] of Object.entries(parts)) {
    const number = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1];
    if (number === undefined) continue;
    let xml = strFromU8(bytes).replace(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1');
    for (const { at, value } of changes.filter((c) => c.sheet === Number(number))) {
      const cell = new RegExp(`<c r="${at}"([^>]*?)(?:/>|>(?:<v>[^<]*</v>)?</c>)`);
      if (!cell.test(xml)) throw new Error(`no number to change in ${at}`);
      xml = xml.replace(cell, `<c r="${at}"$1><v>${value}</v></c>`);
    }
    parts[name] = strToU8(xml);
  }
  return zipSync(parts);
}

const text = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
const inner = (xml: string): string => text([...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map((m) => m[1] ?? '').join(''));

/** All cells of a workbook with a value, by sheet name and address. */
export function cellsOf(file: Uint8Array): Map<string, Map<string, number | string>> {
  const parts = unzipSync(file);
  const part = (name: string): string => (parts[name] ? strFromU8(parts[name]) : '');
  const shared = [...part('xl/sharedStrings.xml').matchAll(/<si>([^]*?)<\/si>/g)].map((m) => inner(m[1] ?? ''));
  const names = [...part('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map((m) => text(m[1] ?? ''));
  return new Map(
    names.map((name, i) => {
      const cells = new Map<string, number | string>();
      for (const [, at = '', attributes = '', content = ''] of part(`xl/worksheets/sheet${i + 1}.xml`).matchAll(
        /<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>([^]*?)<\/c>)/g,
      )) {
        const kind = /t="(\w+)"/.exec(attributes)?.[1] ?? 'n';
        const value = /<v>([^<]*)<\/v>/.exec(content)?.[1];
        if (kind === 'inlineStr') cells.set(at, inner(content));
        else if (value !== undefined)
          cells.set(at, kind === 's' ? (shared[Number(value)] ?? '') : kind === 'n' ? Number(value) : text(value));
      }
      return [name, cells];
    }),
  );
}
