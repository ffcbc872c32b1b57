/** Differences between two imports of one ledger: rows by its key, cells by their canonical text. */
import { unitColumn, type ColumnDef, type LedgerDef } from '../model/ledger';
import type { RowDifference } from '../model/differences';
import type { Period } from '../model/period';
import { all, any, id, sql, type Sql } from '../sql/sql';
import { numberIn, textIn, type Found } from './found';
import { columnOf, dialect, sqlType, tableOf } from './names';
import { keptDown } from './sensitive';

/** Two imports, and what their unit names mean: 甲县 and 甲　县 are one. */
export interface Compared {
  readonly before: number;
  readonly after: number;
  readonly units: readonly { readonly name: string; readonly unit: string }[];
}

/** Columns that are compared: all but the key's. */
const compared = (ledger: LedgerDef): string[] =>
  ledger.columns.filter((c) => !ledger.key.includes(c.id) && c.type !== 'period').map((c) => c.id);

/** The two imports joined: `b` the older row, `a` the newer, either of them NULL throughout. Equal keys are told apart by their order. */
function joined(ledger: LedgerDef, { before, after, units }: Compared): Sql {
  const unit = unitColumn(ledger)?.id;
  const names = [sql`('', '')`, ...units.map((u) => sql`(${[u.name, u.unit]})`)];
  const part = (name: string): Sql =>
    name === unit ? sql`coalesce(u.unit, t.${id(name)})` : dialect.cast(sql`t.${id(columnOf(ledger, name).id)}`, 'text');
  const keys = ledger.key.map((_, i) => id(`k${i}`));
  const key = [sql`t._period`, ...ledger.key.map(part)];
  // What was declared not applicable is not the same as what is missing.
  const text = (name: string): Sql =>
    sql`CASE WHEN ${dialect.contains(sql`coalesce(t._na, '')`, `,${name},`)} THEN '/' ELSE ${dialect.cast(sql`t.${id(name)}`, 'text')} END`;
  const rows = (table: number): Sql => {
    const named = ledger.key.map((name, i) => sql`${part(name)} AS ${id(`k${i}`)}`);
    const texts = compared(ledger).map((name) => sql`${text(name)} AS ${id(name)}`);
    const shown = ledger.key.map((name, i) => sql`${dialect.cast(sql`t.${id(name)}`, 'text')} AS ${id(`s${i}`)}`);
    const meanings = unit === undefined ? sql`` : sql` LEFT JOIN u ON u.name = t.${id(unit)}`;
    return sql`SELECT t._row, t._period, row_number() OVER (PARTITION BY ${key} ORDER BY t._row) AS nth, ${[...named, ...shown, ...texts]} FROM ${tableOf(ledger)} t${meanings} WHERE t._import = ${table}`;
  };
  const same = [id('_period'), id('nth'), ...keys].map((k) => sql`b.${k} IS NOT DISTINCT FROM a.${k}`);
  return sql`WITH u(name, unit) AS (VALUES ${names}), b AS (${rows(before)}), a AS (${rows(after)}), j AS (SELECT ${columnsOf(ledger)} FROM b FULL OUTER JOIN a ON ${all(same)})`;
}

/** Every column of both sides, under a `b_` or an `a_`. */
function columnsOf(ledger: LedgerDef): Sql[] {
  const names = ['_row', '_period', ...ledger.key.map((_, i) => `s${i}`), ...compared(ledger)];
  return names.flatMap((name) => [sql`b.${id(name)} AS ${id(`b_${name}`)}`, sql`a.${id(name)} AS ${id(`a_${name}`)}`]);
}

const differs = (ledger: LedgerDef): Sql =>
  any([
    sql`b__row IS NULL`,
    sql`a__row IS NULL`,
    ...compared(ledger).map((name) => sql`${id(`b_${name}`)} IS DISTINCT FROM ${id(`a_${name}`)}`),
  ]);

/** One row: `same`, how many rows are equal in both imports, and `differing`, how many are not or are in one only. */
export const differingSql = (ledger: LedgerDef, imports: Compared): string =>
  sql`${joined(ledger, imports)} SELECT ${dialect.cast(sql`count(*) FILTER (WHERE NOT ${differs(ledger)})`, 'double')} AS same, ${dialect.cast(sql`count(*) FILTER (WHERE ${differs(ledger)})`, 'double')} AS differing FROM j`
    .text;

/** The rows that differ, for `rowDifferences`: in the order of the newer import, those it no longer has at the end. */
export const differencesSql = (ledger: LedgerDef, imports: Compared, limit: number): string =>
  sql`${joined(ledger, imports)} SELECT * FROM j WHERE ${differs(ledger)} ORDER BY a__row NULLS LAST, b__row LIMIT ${limit}`.text;

/** What the rows of `differencesSql` say. */
export function rowDifferences(ledger: LedgerDef, rows: readonly Found[]): RowDifference[] {
  return rows.map((row): RowDifference => {
    const [rowBefore, rowAfter] = [numberIn(row, 'b__row'), numberIn(row, 'a__row')];
    const side = rowAfter === null ? 'b' : 'a';
    const period = textIn(row, `${side}__period`);
    const change = rowBefore === null ? 'added' : rowAfter === null ? 'removed' : 'changed';
    const cells = compared(ledger)
      .filter((column) => row[`b_${column}`] !== row[`a_${column}`])
      .map((column) => ({
        column,
        before: shown(columnOf(ledger, column), row[`b_${column}`]),
        after: shown(columnOf(ledger, column), row[`a_${column}`]),
      }));
    return {
      change,
      period: period === '' ? null : (period as Period),
      key: ledger.key.map((_, i) => textIn(row, `${side}_s${i}`)),
      rowBefore,
      rowAfter,
      cells: change === 'changed' ? cells : [],
    };
  });
}

/** A canonical text: figures in their shortest form, small sensitive ones kept down. */
function shown(column: ColumnDef, value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = sqlType(column) === 'double' && value !== '/' ? String(Number(value)) : value;
  return column.sensitive ? keptDown(text) : text;
}
