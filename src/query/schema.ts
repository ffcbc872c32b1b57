/** The engine's tables: one per ledger, and beside them which of their rows are in force. */
import { ledgerOf } from '../ledgers';
import type { LedgerDef, LedgerId } from '../model/ledger';
import type { CalendarDate, Period } from '../model/period';
import { id, join, sql, type Sql } from '../sql/sql';
import { columnIds, dialect, OWN_COLUMNS, sqlType, tableOf, unitName, viewOf } from './names';

const text = dialect.type('text');

/** Rows of `table` whose unit column reads `name` (rows that name none: '') hold for this unit and period. */
export interface InForce {
  readonly ledger: LedgerId;
  readonly table: number;
  readonly name: string;
  readonly unit: string;
  readonly period: Period;
}

/** More rows than this in one statement gain nothing and cost memory while it is parsed. */
const ROWS_PER_INSERT = 2000;

/** What is in force, as a table of its own: a nil report is in force and has no rows. */
export const inForceSql = {
  schema: (): string[] => [
    sql`CREATE TABLE IF NOT EXISTS in_force (ledger ${text}, import ${dialect.type('integer')}, name ${text}, unit ${text}, period ${text})`
      .text,
    sql`CREATE TABLE IF NOT EXISTS periods (period ${text}, as_of ${dialect.type('date')})`.text,
  ],
  /** Puts these in the place of all that was in force of the ledger. */
  replace(ledger: LedgerDef, entries: readonly InForce[]): string[] {
    const statements = [sql`DELETE FROM in_force WHERE ledger = ${ledger.id}`.text];
    for (let i = 0; i < entries.length; i += ROWS_PER_INSERT) {
      const rows = entries.slice(i, i + ROWS_PER_INSERT);
      statements.push(
        sql`INSERT INTO in_force VALUES ${rows.map((e) => sql`(${[ledger.id, e.table, e.name, e.unit, e.period]})`)}`.text,
      );
    }
    return statements;
  },
};

/** Puts these periods and their last days in the place of those known. */
export function periodsSql(periods: readonly { readonly period: Period; readonly asOf: CalendarDate }[]): string {
  const statements = [sql`DELETE FROM periods`];
  if (periods.length > 0)
    statements.push(
      sql`INSERT INTO periods VALUES ${periods.map((p) => sql`(${p.period}, ${dialect.cast(sql`${p.asOf}`, 'date')})`)}`,
    );
  return join(statements, sql`; `).text;
}

/** The statements that make a ledger's table and the view of its rows in force. They can be run again. */
export function schemaSql(ledger: LedgerDef): string[] {
  const columns = [
    ...OWN_COLUMNS.map(([name, type]) => sql`${id(name)} ${dialect.type(type)}`),
    ...ledger.columns.map((c) => sql`${id(c.id)} ${dialect.type(sqlType(c))}`),
  ];
  return [
    ...inForceSql.schema(),
    sql`CREATE TABLE IF NOT EXISTS ${tableOf(ledger)} (${columns})`.text,
    sql`CREATE OR REPLACE VIEW ${viewOf(ledger)} AS SELECT t.*, f.unit AS _unit, p.as_of AS _as_of FROM ${tableOf(ledger)} t JOIN in_force f ON ${rowsOf(ledger)} LEFT JOIN periods p ON p.period = f.period`
      .text,
  ];
}

/** The condition by which a row `t` is one of those that an entry `f` of `in_force` puts in force. */
export const rowsOf = (ledger: LedgerDef): Sql =>
  sql`f.ledger = ${ledger.id} AND f.import = t._import AND f.period = t._period AND f.name = ${unitName(ledger)}`;

/** Takes the rows of an import out again. */
export const forgetSql = (ledger: LedgerDef, table: number): string =>
  sql`DELETE FROM ${tableOf(ledger)} WHERE _import = ${table}`.text;

/** What an import holds: `name` (verbatim, '' where rows name no unit), `period`, `rows`. Rows of no period (a roster's) are left out. */
export function coverageSql(ledger: LedgerDef, table: number): string {
  return sql`SELECT ${unitName(ledger)} AS name, t._period AS period, ${dialect.cast(sql`count(*)`, 'integer')} AS rows FROM ${tableOf(ledger)} t WHERE t._import = ${table} AND t._period IS NOT NULL GROUP BY ALL ORDER BY min(t._row)`
    .text;
}

/** The measures that an import's rows name: `name`. Null for a ledger that declares its measures. */
export function subjectsSql(ledger: LedgerDef, table: number): string | null {
  if (!ledger.named) return null;
  return sql`SELECT DISTINCT ${id(ledger.named.name)} AS name FROM ${tableOf(ledger)} WHERE _import = ${table} ORDER BY name`
    .text;
}

/** The rows of a roster table in file order, under the names of the ledger's columns. */
export function rosterRowsSql(table: number): string {
  const roster = ledgerOf('roster');
  return sql`SELECT ${columnIds(roster)} FROM ${tableOf(roster)} WHERE _import = ${table} ORDER BY _row`.text;
}
