/**
 * Workbooks (.xlsx): sheets of cells to bytes. The one file that knows the library; a text is written as text whatever
 * it begins with, so that nothing in it is ever calculated.
 */
import writeExcelFile, { type CellObject, type Sheet as WrittenSheet } from 'write-excel-file/universal';

/** How a cell looks; every mark holds in black and white too. */
export type Look =
  | 'bare'
  | 'plain'
  | 'title'
  | 'lead'
  | 'head'
  | 'headRequired'
  | 'example'
  | 'error'
  | 'warning'
  | 'mended'
  | 'remark'
  // of a calculation: a name beside numbers, a number worked out, one to be put in, one that is given, a sum
  | 'name'
  | 'figure'
  | 'input'
  | 'given'
  | 'sum'
  | 'sumFigure'
  | 'note';

export interface Cell {
  /** null: no value, only its look. Of a formula: what it comes to, shown by whoever does not calculate. */
  readonly value: string | number | null;
  readonly look?: Look;
  /** Cells to the right that it spreads over, itself included. */
  readonly span?: number;
  /** A live formula, without `=` before it. Made by code alone: no text of a table or of a hand comes here. */
  readonly formula?: string;
  /** How a number is written, as spreadsheets say it: `0.00%`. */
  readonly format?: string;
  /** Steps to the right. */
  readonly indent?: number;
  /** Of its row, in points: rows of cells that spread over others do not grow by themselves. */
  readonly height?: number;
}

/** How a sheet is printed, on A4. */
export interface Print {
  /** Rows at the top of every page: 1-based first and last. */
  readonly repeat?: readonly [number, number];
  /** Columns at the left of every page: 0-based first and last. */
  readonly repeatColumns?: readonly [number, number];
  /** Pages beside each other; as many below each other as it takes. */
  readonly pagesWide: number;
  /** At the foot of every page, left of the number of the page. */
  readonly foot: string;
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
  /** Columns that stay in view at the left. */
  readonly frozenColumns?: number;
  readonly choices?: readonly Choice[];
  readonly landscape?: boolean;
  readonly print?: Print;
  /** By row, how deep it lies below the row it belongs to, which stands above it: so that it can be folded away. 0: it never is. */
  readonly outline?: readonly number[];
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
  name: { alignVertical: 'center', ...GRID },
  figure: { align: 'right', alignVertical: 'center', ...GRID },
  // A frame that is thick or broken tells these two apart where a printer has no colours.
  input: { align: 'right', alignVertical: 'center', backgroundColor: '#fff3c4', borderStyle: 'medium', borderColor: '#3b3832' },
  given: {
    align: 'right',
    alignVertical: 'center',
    fontStyle: 'italic',
    backgroundColor: '#eeeeec',
    borderStyle: 'dashed',
    borderColor: '#6b645a',
  },
  sum: { fontWeight: 'bold', alignVertical: 'center', backgroundColor: '#f6f3ec', ...GRID },
  sumFigure: { fontWeight: 'bold', align: 'right', alignVertical: 'center', backgroundColor: '#f6f3ec', ...GRID },
  note: { wrap: true, alignVertical: 'center', fontSize: 8, textColor: '#4d473f', ...GRID },
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
    ...(s.frozenColumns ? { stickyColumnsCount: s.frozenColumns } : {}),
    ...(s.landscape ? { orientation: 'landscape' as const } : {}),
  }));
  const ofSheet = (xml: string, _: unknown, { sheetIndex }: { readonly sheetIndex: number }): string => {
    const sheet = sheets[sheetIndex];
    if (!sheet) return xml;
    return withOutline(withPrint(withValues(withChoices(xml, sheet.choices ?? []), sheet), sheet.print), sheet.outline);
  };
  const ofBook = (xml: string): string => withPrintNames(xml, sheets);
  const transform = { 'xl/worksheets/sheet{id}.xml': { transform: ofSheet }, 'xl/workbook.xml': { transform: ofBook } };
  return writeExcelFile(written, { fontFamily: 'Microsoft YaHei', fontSize: 10, features: [{ files: { transform } }] }).toBlob();
}

/** A cell as the library takes it, followed by the blanks that it spreads over. */
function cellsOf(cell: Cell | null): (CellObject | null)[] {
  if (!cell) return [null];
  const { look = 'plain', span = 1, indent, height } = cell;
  const own: CellObject = {
    ...STYLES[look],
    ...contentOf(cell, look),
    ...(indent ? { indent, align: 'left' as const } : {}),
    ...(height ? { height } : {}),
    ...(span > 1 ? { columnSpan: span } : {}),
  };
  return [own, ...Array.from({ length: span - 1 }, () => null)];
}

function contentOf({ value, formula, format }: Cell, look: Look): CellObject {
  const written = format === undefined ? {} : { format };
  if (formula !== undefined) return { type: 'Formula', value: formula, ...written };
  if (value === null) return { type: Number, ...written };
  if (typeof value === 'number') return { type: Number, value, ...written };
  return { type: String, value: text(value), ...(look === 'bare' && !RISKY.test(value) ? {} : { format: '@' }) };
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

/** Puts beside each formula what it comes to: the library writes the formula alone. */
function withValues(xml: string, { rows }: Sheet): string {
  const values = new Map<string, string | number>();
  rows.forEach((row, r) => {
    let column = 0;
    for (const cell of row) {
      if (cell?.formula !== undefined && cell.value !== null) values.set(`${letterOf(column)}${r + 1}`, cell.value);
      column += cell?.span ?? 1;
    }
  });
  if (values.size === 0) return xml;
  return xml.replace(/<c r="([A-Z]+\d+)"([^>]*)>(<f>[^<]*<\/f>)<\/c>/g, (whole, at: string, attributes: string, f: string) => {
    const value = values.get(at);
    if (value === undefined) return whole;
    const kind = typeof value === 'string' ? ' t="str"' : '';
    return `<c r="${at}"${attributes}${kind}>${f}<v>${typeof value === 'string' ? plainXml(value) : value}</v></c>`;
  });
}

const plainXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Fits a sheet to pages and writes the foot of each, at the places its schema has for them. */
function withPrint(xml: string, print: Print | undefined): string {
  if (!print) return xml;
  // A foot holds 255 characters in all.
  const foot = `&amp;L${plainXml(print.foot.slice(0, 200).replaceAll('&', '&&'))}&amp;R&amp;P / &amp;N`;
  return xml
    .replace(
      /<(?:sheetViews|sheetFormatPr|cols|sheetData)\b/,
      (first) => `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>${first}`,
    )
    .replace(/<pageMargins[^>]*\/>/, '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>')
    .replace(/<pageSetup /, `<pageSetup fitToWidth="${print.pagesWide}" fitToHeight="0" `)
    .replace(/(<pageSetup [^>]*(?:\/>|><\/pageSetup>))/, `$1<headerFooter><oddFooter>${foot}</oddFooter></headerFooter>`);
}

/** Spreadsheets fold no deeper than this. */
const DEEPEST = 7;

/** Lets rows be folded away under the row that they explain. */
function withOutline(xml: string, outline: readonly number[] | undefined): string {
  if (!outline) return xml;
  const level = (row: number): number => Math.min(outline[row] ?? 0, DEEPEST);
  const deepest = Math.max(...outline.map((_, row) => level(row)), 0);
  const format = `<sheetFormatPr defaultRowHeight="15" outlineLevelRow="${deepest}"/>`;
  const summary = '<outlinePr summaryBelow="0"/>';
  return (xml.includes('<sheetPr>') ? xml.replace('<sheetPr>', `<sheetPr>${summary}`) : xml)
    .replace(/<(?:cols|sheetData)\b/, (first) => format + first)
    .replace(/<row r="(\d+)"/g, (row, r: string) =>
      level(Number(r) - 1) > 0 ? `${row} outlineLevel="${level(Number(r) - 1)}"` : row,
    );
}

/** Names by which a workbook knows what of a sheet is printed, and which rows and columns stand on every page. */
function withPrintNames(xml: string, sheets: readonly Sheet[]): string {
  const names = sheets.flatMap((sheet, i) => {
    if (!sheet.print) return [];
    const on = `'${plainXml(sheet.name.replaceAll("'", "''"))}'!`;
    const width = Math.max(sheet.widths.length, 1);
    const { repeat, repeatColumns } = sheet.print;
    const named = (name: string, ref: string): string =>
      `<definedName name="_xlnm.${name}" localSheetId="${i}">${ref}</definedName>`;
    const titles = [
      ...(repeatColumns ? [`${on}$${letterOf(repeatColumns[0])}:$${letterOf(repeatColumns[1])}`] : []),
      ...(repeat ? [`${on}$${repeat[0]}:$${repeat[1]}`] : []),
    ];
    return [
      named('Print_Area', `${on}$A$1:$${letterOf(width - 1)}$${sheet.rows.length}`),
      ...(titles.length > 0 ? [named('Print_Titles', titles.join())] : []),
    ];
  });
  if (names.length === 0) return xml;
  return xml.replace(/<definedNames\s*(?:\/>|><\/definedNames>)/, `<definedNames>${names.join('')}</definedNames>`);
}

/** The letters of a column, from 0 on: A, B … Z, AA. */
export const letterOf = (column: number): string =>
  (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '""');
