/** The columns of a ledger's template: their order, and their headers with unit and basis as a clerk must see them. */
import type { ColumnDef, LedgerDef } from '../model/ledger';
import { unitColumn } from '../model/ledger';
import { letterOf } from './workbook';
import { partsOf, periodOf, type Period } from '../model/period';

/** 必填: its header is marked by a star, which our reading sees through. */
export const isRequired = (column: ColumnDef): boolean => column.required === true;

const BASIS = { s: '', y: '本年累计', f: '本期' } as const;

/** `*全职到岗数(人)(本年累计)`: nothing is said twice that the name says already. */
export function heading(column: ColumnDef): string {
  const { name, type, unit, basis } = column;
  const measured = type === 'share' ? '%' : (unit ?? '');
  const said = (word: string): boolean => word === '' || name.zh.endsWith(`(${word})`);
  const over = basis === undefined || /本年|年度|本季|本期|累计|上年/.test(name.zh) ? '' : BASIS[basis];
  const remark = (word: string): string => (said(word) ? '' : `(${word})`);
  return `${isRequired(column) ? '*' : ''}${name.zh}${remark(measured)}${remark(over)}`;
}

/** Whether a table of the ledger names its period in its title: one that is sent once a period. */
export const isTitled = ({ frequency, columns }: LedgerDef): boolean =>
  frequency !== 'any' && columns.some((c) => c.type === 'period');

/** The columns in the template's order, the unit first; 期间 is left out where the title says it. */
export function templateColumns(ledger: LedgerDef, titled: boolean): readonly ColumnDef[] {
  const unit = unitColumn(ledger);
  const rest = ledger.columns.filter((c) => c !== unit && !(titled && c.type === 'period'));
  return unit ? [unit, ...rest] : rest;
}

/** Where a column stands in the sheet to fill in, for the guide: `C列　*年度目标(人)`. Not the bare name, by which a guide would be taken for a table on its side. */
export function placed(ledger: LedgerDef, column: ColumnDef, title: string): string {
  const at = templateColumns(ledger, isTitled(ledger)).indexOf(column);
  return at < 0 ? `${title}　${column.name.zh}` : `${letterOf(at)}列　${heading(column)}`;
}

/** The mark of the example row: a note, which is no data wherever it stands. It takes the place of what the row is of. */
const EXAMPLE_MARK = '注：示例行，可删';

/** The example row, by the template's columns. It names no period: the rows below it may be of any. */
export const exampleRow = (ledger: LedgerDef, columns: readonly ColumnDef[]): string[] =>
  columns.map((c, i) => (i === 0 ? EXAMPLE_MARK : c.type === 'period' ? '' : (ledger.example[c.id] ?? '')));

const BLANKS = { Q: '　　　　年第　　季度', H: '　　　　年　　半年', Y: '　　　　年度', any: '' } as const;

/** The title's period: the one of the ledger's own kind that a quarter lies in, or blanks to be filled in. */
export function titlePeriod({ frequency }: LedgerDef, quarter: Period | null): string {
  if (quarter === null || frequency === 'any') return BLANKS[frequency];
  const { year, part } = partsOf(quarter);
  if (frequency === 'Y') return `${year}年度`;
  if (frequency === 'H') return `${year}年${part <= 2 ? '上' : '下'}半年`;
  return `${year}年第${'一二三四'[partsOf(periodOf(year, 'Q', part)).part - 1] ?? part}季度`;
}
