/**
 * Workbooks (.xlsx): sheets of cells to bytes. The one file that knows the library; a text is written as text whatever
 * it begins with, so that nothing in it is ever calculated.
 */
import writeExcelFile, { type CellObject, type Sheet as WrittenSheet } from 'write-excel-file/universal';

/** How a cell looks; every mark holds in black and white too. */
export type Look =
  'bare' | 'plain' | 'title' | 'lead' | 'head' | 'headRequired' | 'example' | 'error' | 'warning' | 'mended' | 'remark';

export interface Cell {
  readonly value: string | number;
  readonly look?: Look;
  /** Cells to the right that it spreads over, itself included. */
  readonly span?: number;
}

/** A list to choose from in a column; what is not in it may still be written. */
export interface Choice {
  /** 0-based. */
  readonly column: number;
  /** 1-based first and last row. */
  readonly rows: readonly [number, number];
  readonly values: readonly string[];
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly (Cell | null)[])[];
  /** Widths of columns, in characters of Latin width. */
  readonly widths: readonly number[];
  /** Rows that stay in view at the top. */
  readonly frozen?: number;
  readonly choices?: readonly Choice[];
  readonly landscape?: boolean;
}

type Style = Omit<CellObject, 'value' | 'type'>;

const GRID: Style = { borderStyle: 'thin', borderColor: '#b5aea2' };
const STYLES: Readonly<Record<Look, Style>> = {
  bare: {},
  plain: { wrap: true, alignVertical: 'top', ...GRID },
  title: { fontWeight: 'bold', fontSize: 16, align: 'center', alignVertical: 'center', height: 32 },
  lead: { wrap: true, alignVertical: 'top' },
  head: { fontWeight: 'bold', align: 'center', alignVertical: 'center', wrap: true, backgroundColor: '#efeae0', ...GRID },
  headRequired: { fontWeight: 'bold', align: 'center', alignVertical: 'center', wrap: true, backgroundColor: '#dcd0b8', ...GRID },
  example: { fontStyle: 'italic', textColor: '#6b645a', ...GRID },
  error: { fontWeight: 'bold', backgroundColor: '#e9a8a0', borderStyle: 'medium', borderColor: '#741414' },
  warning: { backgroundColor: '#fbeec3', ...GRID },
  mended: { textDecoration: { underline: true }, backgroundColor: '#e3eaf3', ...GRID },
  remark: { wrap: true, alignVertical: 'top', textColor: '#741414', ...GRID },
};

/** A number as a number where it is written back the same, any other text as text. */
export function verbatim(text: string): string | number {
  const n = Number(text);
  return /^-?\d/.test(text) && text.length < 16 && String(n) === text ? n : text;
}

/** A name that a sheet may have: 31 characters at most and none of `[]/\:*?`, no apostrophe at its ends. */
export const sheetName = (name: string): string =>
  name
    .replace(/[[\]/\\:*?]+/g, ' ')
    .slice(0, 31)
    .replace(/^'+|'+$/g, '')
    .trim() || '1';

/** The bytes of a workbook. Sheets must have different names. */
export function workbook(sheets: readonly Sheet[]): Promise<Blob> {
  const written = sheets.map((s): WrittenSheet<Blob> => ({
    sheet: s.name,
    data: s.rows.map((row) => row.flatMap(cellsOf)),
    columns: s.widths.map((width) => ({ width })),
    ...(s.frozen ? { stickyRowsCount: s.frozen } : {}),
    ...(s.landscape ? { orientation: 'landscape' as const } : {}),
  }));
  const transform = (xml: string, _: unknown, { sheetIndex }: { readonly sheetIndex: number }): string =>
    withChoices(xml, sheets[sheetIndex]?.choices ?? []);
  const features = [{ files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform } } } }];
  return writeExcelFile(written, { fontFamily: 'Microsoft YaHei', fontSize: 10, features }).toBlob();
}

/** A cell as the library takes it, followed by the blanks that it spreads over. */
function cellsOf(cell: Cell | null): (CellObject | null)[] {
  if (!cell) return [null];
  const { value, look = 'plain', span = 1 } = cell;
  const typed =
    typeof value === 'number'
      ? { type: Number, value }
      : { type: String, value: text(value), ...(look === 'bare' && !RISKY.test(value) ? {} : { format: '@' }) };
  const own: CellObject = { ...STYLES[look], ...typed, ...(span > 1 ? { columnSpan: span } : {}) };
  return [own, ...Array.from({ length: span - 1 }, () => null)];
}

/** What a spreadsheet would take for a formula or a number once the cell is edited, were it not marked as text. */
const RISKY = /^[=+\-@\d]/;
/** The most that a cell of a workbook holds. */
const LONGEST = 32_767;
/** The library looks texts up in an object: one that bears the name of its own members would be written as that member. */
const text = (value: string): string => (value in {} ? `${value} ` : value.slice(0, LONGEST));

const WHERE = /<(?:hyperlinks|printOptions|pageMargins|pageSetup|drawing|\/worksheet)/;

/** Puts lists to choose from into a sheet's XML, at the place its schema has for them. A list of more than 255 characters can't be held. */
function withChoices(xml: string, choices: readonly Choice[]): string {
  const lists = choices.filter(
    ({ values }) => values.length > 0 && values.join().length <= 255 && !values.some((v) => v.includes(',')),
  );
  if (lists.length === 0) return xml;
  const items = lists.map(({ column, rows: [first, last], values }) => {
    const letters = letterOf(column);
    const range = `${letters}${first}:${letters}${last}`;
    return `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref="${range}"><formula1>"${escaped(values.join())}"</formula1></dataValidation>`;
  });
  return xml.replace(WHERE, (next) => `<dataValidations count="${items.length}">${items.join('')}</dataValidations>${next}`);
}

/** The letters of a column, from 0 on: A, B … Z, AA. */
export const letterOf = (column: number): string =>
  (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '""');
