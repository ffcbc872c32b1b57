/** Workbooks for tests, written part by part so that a test can say exactly what stands in them. */
import { strToU8, zipSync, type Zippable } from 'fflate';

/** Text (shared), number, or a cell's own attributes and content: `{ attributes: 's="1"', content: '<v>1</v>' }`. */
export type TestCell = string | number | null | { readonly attributes?: string; readonly content: string };

export interface TestSheet {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** By row; null: no row at all. */
  readonly rows: readonly (readonly TestCell[] | null)[];
  readonly merges?: readonly string[];
  readonly footer?: string;
}

export interface TestBook {
  readonly sheets: readonly TestSheet[];
  /** Format codes of the styles 1, 2, …; a number is a built-in one. */
  readonly formats?: readonly (string | number)[];
  readonly date1904?: boolean;
  /** Parts beside or instead of those written, null = left out. */
  readonly parts?: Readonly<Record<string, string | null>>;
  /** XML of shared strings to put before those of the cells. */
  readonly strings?: readonly string[];
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export function columnName(index: number): string {
  const rest = index % 26;
  return (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + rest);
}

/** A date as a sheet stores it. */
export const serial = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569;

/** The bytes of a workbook. */
export function xlsx({ sheets, formats = [], date1904, parts = {}, strings = [] }: TestBook): Uint8Array<ArrayBuffer> {
  const shared = [...strings];
  const cell = (c: TestCell, at: string): string => {
    if (c === null) return '';
    if (typeof c === 'number') return `<c r="${at}"><v>${c}</v></c>`;
    if (typeof c === 'object') return `<c r="${at}" ${c.attributes ?? ''}>${c.content}</c>`;
    return `<c r="${at}" t="s"><v>${shared.push(`<t xml:space="preserve">${escaped(c)}</t>`) - 1}</v></c>`;
  };
  const sheet = ({ rows, merges = [], footer }: TestSheet): string => {
    const data = rows.map((r, i) =>
      r === null ? '' : `<row r="${i + 1}">${r.map((c, j) => cell(c, `${columnName(j)}${i + 1}`)).join('')}</row>`,
    );
    const merged = merges.length === 0 ? '' : `<mergeCells>${merges.map((m) => `<mergeCell ref="${m}"/>`).join('')}</mergeCells>`;
    const foot = footer === undefined ? '' : `<headerFooter><oddFooter>${escaped(footer)}</oddFooter></headerFooter>`;
    return `${HEAD}<worksheet ${MAIN}><sheetData>${data.join('')}</sheetData>${merged}${foot}</worksheet>`;
  };
  const written: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${HEAD}<workbook ${MAIN} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr${
      date1904 ? ' date1904="1"' : ''
    }/><sheets>${sheets
      .map(
        (s, i) =>
          `<sheet name="${escaped(s.name)}" sheetId="${i + 1}"${s.state ? ` state="${s.state}"` : ''} r:id="rId${i + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, i) => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ['rIdS', 'sharedStrings', 'sharedStrings.xml'],
      ['rIdT', 'styles', 'styles.xml'],
    ]),
    'xl/styles.xml': `${HEAD}<styleSheet ${MAIN}><numFmts>${formats
      .map((f, i) => (typeof f === 'string' ? `<numFmt numFmtId="${200 + i}" formatCode="${escaped(f)}"/>` : ''))
      .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
      .map((f, i) => `<xf numFmtId="${typeof f === 'string' ? 200 + i : f}"/>`)
      .join('')}</cellXfs></styleSheet>`,
  };
  for (const [i, s] of sheets.entries()) written[`xl/worksheets/sheet${i + 1}.xml`] = sheet(s);
  written['xl/sharedStrings.xml'] = `${HEAD}<sst ${MAIN}>${shared.map((s) => `<si>${s}</si>`).join('')}</sst>`;
  const files: Zippable = {};
  for (const [name, text] of Object.entries({ ...written, ...parts })) if (text !== null) files[name] = strToU8(text);
  return new Uint8Array(zipSync(files));
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

const relations = (list: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${TYPES}${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;
