/**
 * Pollutions: what happens to a clean table on its way. Each takes a table of which the truth is known and makes a file
 * of it together with what is still true. After the pollutions of Vitagliano, Hameed, Jiang, Reisener, Wu and Naumann,
 * "Pollock: a data loading benchmark" (2023), and what county tables look like.
 */
import { bytesOf, type Encoding } from './bytes';
import type { Chance } from './random';
import type { TruthCell, TruthTable } from './truth';
import { PLAIN, written, type Cell, type Written } from './write';
import { workbook } from './workbook';

/** One table in a file: what is true of it, and where its columns stand. */
export interface Part {
  readonly truth: TruthTable;
  /** By position in the file (by record where transposed), the column's id; null: none of the ledger's. */
  readonly positions: readonly (string | null)[];
  /** Rows of the truth whose own text was damaged: they may be rejected. */
  readonly damaged: ReadonlySet<number>;
  /** Bare shares of the file are fractions, not percentages. */
  readonly fractions?: boolean;
  /** Where the table's rows of data start, 0-based, for whoever maps it by hand. */
  readonly header: { readonly first: number; readonly count: number };
}

export interface PollutedFile {
  readonly pollution: string;
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly parts: readonly Part[];
  /** What only the user can know of its bytes. */
  readonly told?: { readonly encoding: 'big5' };
  /** It must be refused in one sentence. */
  readonly refused?: true;
}

type Records = (readonly Cell[])[];
const headerOf = (t: TruthTable): string[] => t.columns.map((c) => c.name.zh);
const texts = (t: TruthTable): string[][] => t.rows.map((r) => r.map((c) => c.text));
const part = (truth: TruthTable, first: number, count = 1, more: Partial<Part> = {}): Part => ({
  truth,
  positions: truth.columns.map((c) => c.id),
  damaged: new Set(),
  header: { first, count },
  ...more,
});
const titled = (t: TruthTable): string => `${t.period.words}${t.ledger.name.zh}`;
const fileName = (t: TruthTable, ending = 'csv'): string => `${titled(t)}.${ending}`;

/** Makes the file; null where the table does not fit the form. */
function made(
  pollution: string,
  t: TruthTable,
  records: Records,
  parts: readonly Part[],
  how: Written = PLAIN,
  encoding: Encoding = 'utf-8',
): PollutedFile | null {
  const text = written(records, how);
  const bytes = text === null ? null : bytesOf(text, encoding);
  if (!bytes) return null;
  return { pollution, fileName: fileName(t), bytes, parts, ...(encoding === 'big5' ? { told: { encoding } } : {}) };
}

/** Changes some cells of a truth: the text, and the value where it is no longer the same. */
const changed = (t: TruthTable, change: (c: TruthCell, column: number, row: number) => TruthCell): TruthTable => ({
  ...t,
  rows: t.rows.map((r, row) => r.map((c, column) => change(c, column, row))),
});

const isFigure = (t: TruthTable, column: number): boolean => ['integer', 'number'].includes(t.columns[column]?.type ?? '');
const isVital = (t: TruthTable, column: number): boolean => t.ledger.key.includes(t.columns[column]?.id ?? '');

/** Sums for a total row: blank in every column that is no count. */
function totals(t: TruthTable, word: string): string[] {
  const unit = Math.max(
    0,
    t.columns.findIndex((c) => c.type === 'unit'),
  );
  return t.columns.map((c, i) =>
    i === unit ? word : c.type === 'integer' ? String(t.rows.reduce((n, r) => n + Number(r[i]?.value ?? 0), 0)) : '',
  );
}

/** A header in two rows: two or more neighbours under one parent, written as a spreadsheet exports merged cells. */
function twoRows(t: TruthTable, chance: Chance): string[][] {
  const names = headerOf(t);
  const from = chance.whole(1, Math.max(1, names.length - 2));
  const to = Math.min(names.length - 1, from + chance.whole(1, 3));
  const inside = (i: number) => i >= from && i <= to;
  return [names.map((n, i) => (inside(i) ? (i === from ? '基本情况' : '') : n)), names.map((n, i) => (inside(i) ? n : ''))];
}

const PREAMBLE = (t: TruthTable): string[][] => [
  ['附件1'],
  [`示例市${t.period.words}${t.ledger.name.zh}`],
  ['填报单位（盖章）：示例市委组织部', '', '填报时间：2026.10.8'],
];
const NOTES = [['说明：本表按季度填报，口径见填报说明。'], ['注：数据截至期末。']];

const DIALECTS: readonly (readonly [string, Partial<Written>])[] = [
  ['delimiter tab', { delimiter: '\t' }],
  ['delimiter semicolon', { delimiter: ';' }],
  ['delimiter pipe', { delimiter: '|' }],
  ['delimiter full-width comma', { delimiter: '，' }],
  ['delimiter full-width semicolon', { delimiter: '；' }],
  ['delimiter space', { delimiter: ' ' }],
  ['delimiter comma and space', { delimiter: ', ' }],
  ['quote single', { quote: "'", quoteAll: true }],
  ['quote none', { quote: '' }],
  ['quote all', { quoteAll: true }],
  ['escape backslash', { escape: 'backslash', quoteAll: true }],
  ['line end LF', { newlines: ['\n'] }],
  ['line end CR', { newlines: ['\r'] }],
  ['line ends mixed', { newlines: ['\n', '\r\n', '\n', '\r'] }],
];

/** A cell with a quote inside, so that escapes are seen. */
const quotedWords = (t: TruthTable, mark: string): TruthTable =>
  changed(t, (c, column, row) =>
    t.columns[column]?.type === 'text' && c.text !== '' && row % 3 === 0 && !isVital(t, column)
      ? { text: `${c.text}${mark}甲${mark}`, value: `${c.text}${mark}甲${mark}` }
      : c,
  );

/** Pollutions of the file as a whole. */
export function filePollutions(t: TruthTable, other: TruthTable, chance: Chance): PollutedFile[] {
  const header = headerOf(t);
  const rows = texts(t);
  const clean: Records = [header, ...rows];
  const files: (PollutedFile | null)[] = [];
  const add = (pollution: string, records: Records, parts: readonly Part[], how?: Written, encoding?: Encoding) =>
    files.push(made(pollution, t, records, parts, how, encoding));

  add('clean', clean, [part(t, 0)]);
  for (const [name, how] of DIALECTS) {
    const own = name.startsWith('escape') ? quotedWords(t, '"') : t;
    add(name, [header, ...texts(own)], [part(own, 0)], { ...PLAIN, ...how });
  }
  for (const encoding of ['utf-8 with mark', 'utf-16le with mark', 'utf-16be with mark', 'gb18030', 'big5'] as const)
    add(`encoding ${encoding}`, clean, [part(t, 0)], PLAIN, encoding);

  add('no header', rows, [part(t, 0, 0)]);
  add('header of two rows', [...twoRows(t, chance), ...rows], [part(t, 0, 2)]);
  const numbers = header.map((_, i) => String(i + 1));
  add('header of two rows and column numbers', [...twoRows(t, chance), numbers, ...rows], [part(t, 0, 2)]);
  const wide = [`${titled(t)}`, ...header.slice(1).map(() => '')];
  add('header of three rows', [wide, ...twoRows(t, chance), ...rows], [part(t, 1, 2)]);
  add('preamble', [...PREAMBLE(t), header, ...rows], [part(t, 3)]);
  add('footers', [header, ...rows, ...NOTES], [part(t, 0)]);
  add('total at the end', [header, ...rows, totals(t, '合计')], [part(t, 0)]);
  add('total at the top, with a space inside', [header, totals(t, '全　市'), ...rows], [part(t, 0)]);
  add('blank rows', [header, ...rows.flatMap((r, i) => (i % 5 === 4 ? [r, header.map(() => '')] : [r]))], [part(t, 0)]);
  const again = rows.flatMap((r, i) => (i > 0 && i % 7 === 0 ? [['（续）'], header, r] : [r]));
  add('header repeated at page breaks', [header, ...again], [part(t, 0)]);
  add(
    'everything at once',
    [...PREAMBLE(t), ...twoRows(t, chance), numbers, ...rows, totals(t, '合　计'), ...NOTES],
    [part(t, 3, 2)],
    PLAIN,
    'gb18030',
  );
  const counted = (r: readonly string[], i: number) => [String(i + 1), ...r];
  add(
    'running number',
    [['序号', ...header], ...rows.map(counted)],
    [part(t, 0, 1, { positions: [null, ...t.columns.map((c) => c.id)] })],
  );
  const stranger = ['备用一', ...header];
  add('a column of no ledger', [stranger, ...rows.map((r, i) => [`甲${i}`, ...r])], [part(t, 0, 1, { positions: [null, ...t.columns.map((c) => c.id)] })]); // prettier-ignore
  const order = t.columns.map((_, i) => i).reverse();
  const shuffled: TruthTable = { ...t, columns: order.map((i) => t.columns[i] as (typeof t.columns)[number]), rows: t.rows.map((r) => order.map((i) => r[i] as TruthCell)) }; // prettier-ignore
  add('columns in another order', [headerOf(shuffled), ...texts(shuffled)], [part(shuffled, 0)]);

  const turned = clean[0]?.map((_, i) => clean.map((r) => r[i] as Cell)) ?? [];
  add('transposed', turned, [part(t, 0)]);
  const second = [headerOf(other), ...texts(other)];
  add(
    'several tables',
    [[titled(t)], header, ...rows, [''], [titled(other)], ...second],
    [part(t, 1), part(other, rows.length + 4)],
  );

  for (const [name, change] of FORMS) {
    const own = changed(t, (c, column) => change(c, t, column));
    add(name, [headerOf(own), ...texts(own)], [part(own, 0)]);
  }
  const fraction = changed(t, (c, column) =>
    t.columns[column]?.type === 'share' && typeof c.value === 'number' ? { ...c, text: String(c.value) } : c,
  );
  add('shares as fractions', [header, ...texts(fraction)], [part(fraction, 0, 1, { fractions: true })]);

  const found = files.filter((f): f is PollutedFile => f !== null);
  return [
    ...found,
    { pollution: 'workbook', fileName: fileName(t, 'xlsx'), bytes: workbook([{ name: '表一', records: [[titled(t)], header, ...rows] }]), parts: [part(t, 1)] }, // prettier-ignore
    { pollution: 'workbook named .csv', fileName: fileName(t), bytes: workbook([{ name: '表一', records: [header, ...rows] }]), parts: [part(t, 0)] }, // prettier-ignore
    {
      pollution: 'workbook of several sheets',
      fileName: `${t.period.words}报表.xlsx`,
      bytes: workbook([
        { name: '填报说明', records: [['请各县区按期填报。']] },
        { name: t.ledger.name.zh.slice(0, 30), records: [[titled(t)], header, ...rows] },
        { name: other.ledger.name.zh.slice(0, 30), records: [[titled(other)], ...second] },
      ]),
      parts: [part(t, 1), part(other, 1)],
    },
    { pollution: 'xls', fileName: fileName(t, 'xls'), bytes: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(7)), parts: [part(t, 0)], refused: true }, // prettier-ignore
    { pollution: 'HTML named .xls', fileName: fileName(t, 'xls'), bytes: new TextEncoder().encode(`<html><body><table>${clean.map((r) => `<tr>${r.map((c) => `<td>${textOf(c)}</td>`).join('')}</tr>`).join('')}</table></body></html>`), parts: [part(t, 0)], refused: true }, // prettier-ignore
  ];
}

const wideDigits = (text: string): string => text.replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));

/** Other ways of writing the same cells. */
const FORMS: readonly (readonly [string, (c: TruthCell, t: TruthTable, column: number) => TruthCell])[] = [
  ['full-width digits', (c, t, i) => (isFigure(t, i) ? { ...c, text: wideDigits(c.text) } : c)],
  ['full-width percent signs', (c) => ({ ...c, text: c.text.replace('%', '％') })],
  [
    'thousands separators',
    (c, t, i) => {
      const most = t.columns[i]?.range?.[1] ?? Infinity;
      if (t.columns[i]?.type !== 'integer' || typeof c.value !== 'number' || c.value < 1 || c.value * 1000 > most) return c;
      return { value: c.value * 1000, text: `${c.value},000` };
    },
  ],
  ['units in cells', (c, t, i) => (isFigure(t, i) && c.text !== '' && /^[个人名家项]$/.test(t.columns[i]?.unit ?? '') ? { ...c, text: `${c.text}${t.columns[i]?.unit ?? ''}` } : c)], // prettier-ignore
  ['points in dates', (c, t, i) => (t.columns[i]?.type === 'date' ? { ...c, text: c.text.replaceAll('-', '.') } : c)],
  ['characters in dates', (c, t, i) => (t.columns[i]?.type === 'date' && c.text ? { ...c, text: c.text.replace(/(\d+)-0?(\d+)-0?(\d+)/, '$1年$2月$3日') } : c)], // prettier-ignore
  ['stars drawn', (c, t, i) => (t.columns[i]?.type === 'star' && c.value ? { ...c, text: '★'.repeat(Number(c.value)) } : c)],
  ['dashes for nothing', (c, t, i) => (c.text === '' && !isVital(t, i) ? { ...c, text: '—' } : c)],
  ['slashes for not applicable', (c, t, i) => (c.text === '' && !isVital(t, i) ? { ...c, text: '/' } : c)],
  ['spaces around cells', (c) => (c.text === '' ? c : { ...c, text: `　${c.text}\u00a0` })],
];

/** A cell as it stands in the file. */
const textOf = (c: Cell): string => (typeof c === 'string' ? c : c.raw);

/** Damage to one row; null where the table has no cell that could suffer it. */
type Damage = (cells: Cell[], t: TruthTable, row: number, chance: Chance) => { cells: Cell[]; truth?: TruthCell[] } | null;

const textColumn = (t: TruthTable, row: number): number =>
  t.columns.findIndex((c, i) => c.type === 'text' && !t.ledger.key.includes(c.id) && t.rows[row]?.[i]?.text !== '');

/** Says otherwise of one text cell, and that it is no damage. */
function reworded(cells: Cell[], t: TruthTable, row: number, to: (text: string) => { text: string; raw?: string }) {
  const column = textColumn(t, row);
  const own = t.rows[row] as readonly TruthCell[];
  if (column < 0) return null;
  const { text, raw } = to((own[column] as TruthCell).text);
  return {
    cells: cells.map((c, i) => (i === column ? (raw === undefined ? text : { raw }) : c)),
    truth: own.map((c, i) => (i === column ? { text, value: text } : c)),
  };
}

export const DAMAGES: Readonly<Record<string, Damage>> = {
  'a missing cell': (cells, _t, _row, chance) => {
    const at = chance.whole(0, cells.length - 1);
    return { cells: cells.filter((_, i) => i !== at) };
  },
  'an extra cell': (cells, _t, _row, chance) => {
    const at = chance.whole(0, cells.length - 1);
    return { cells: [...cells.slice(0, at), '多出', ...cells.slice(at)] };
  },
  'a stray quote': (cells, t, row) => reworded(cells, t, row, (x) => ({ text: `${x}"甲`, raw: `${x}"甲` })),
  'an unclosed quote': (cells, t, row) => {
    const column = textColumn(t, row);
    return column < 0 ? null : { cells: cells.map((c, i) => (i === column ? { raw: `"${textOf(c)}` } : c)) };
  },
  'a delimiter inside quotes': (cells, t, row) => reworded(cells, t, row, (x) => ({ text: `${x},乙` })),
  'a delimiter without quotes': (cells, t, row) => {
    const column = textColumn(t, row);
    return column < 0 ? null : { cells: cells.map((c, i) => (i === column ? { raw: `${textOf(c)},乙` } : c)) };
  },
  'a line break inside quotes': (cells, t, row) => reworded(cells, t, row, (x) => ({ text: `${x}\n乙` })),
  'doubled quotes inside quotes': (cells, t, row) => reworded(cells, t, row, (x) => ({ text: `“${x}”"乙"` })),
};

/** The file in which one row is damaged. */
export function rowPollution(name: string, t: TruthTable, row: number, chance: Chance): PollutedFile | null {
  const damage = DAMAGES[name];
  const cells = t.rows[row]?.map((c): Cell => c.text);
  const done = cells && damage?.(cells, t, row, chance);
  if (!done) return null;
  const own = done.truth;
  const truth = own ? { ...t, rows: t.rows.map((r, i) => (i === row ? own : r)) } : t;
  const records: Records = [headerOf(t), ...texts(t).map((r, i): readonly Cell[] => (i === row ? done.cells : r))];
  return made(name, t, records, [part(truth, 0, 1, { damaged: new Set(own ? [] : [row]) })]);
}
