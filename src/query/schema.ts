/** The engine's tables: one per ledger, and beside them which of their rows are in force. */
import { ledgerOf } from '../ledgers';
import type { LedgerDef, LedgerId } from '../model/ledger';
import type { CalendarDate, Period } from '../model/period';
import type { SqlType } from '../sql/dialect';
import { id, join, quoted, sql, type Sql } from '../sql/sql';
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

const IN_FORCE: readonly (readonly [string, SqlType])[] = [
  ['ledger', 'text'],
  ['import', 'integer'],
  ['name', 'text'],
  ['unit', 'text'],
  ['period', 'text'],
];

/** What is in force, as a table of its own: a nil report is in force and has no rows. */
export const inForceSql = {
  schema: (): string[] => [
    sql`CREATE TABLE IF NOT EXISTS in_force (${IN_FORCE.map(([name, type]) => sql`${id(name)} ${dialect.type(type)}`)})`.text,
    sql`CREATE TABLE IF NOT EXISTS periods (period ${text}, as_of ${dialect.type('date')})`.text,
  ],
  /** Entries as CSV for `replace`: read as a table they cost the engine a twentieth of what they cost as literals. */
  text: (entries: readonly InForce[]): string =>
    entries
      .map((e) => [e.ledger, e.table, e.name, e.unit, e.period].map((x) => `"${String(x).replaceAll('"', '""')}"`).join() + '\n')
      .join(''),
  /** Puts what `text` made in the place of all that was in force of the ledgers. @param path the quoted path of the text. */
  replace(ledgers: readonly LedgerDef[], path: string): string {
    const entries = dialect.readCsv(quoted(path), { delimiter: ',', quote: '"', newline: 'lf', columns: IN_FORCE });
    // An empty field is read as NULL.
    const put = sql`INSERT INTO in_force SELECT ledger, import, coalesce(name, ''), coalesce(unit, ''), period FROM ${entries}`;
    return join([sql`DELETE FROM in_force WHERE ledger IN (${ledgers.map((l) => l.id)})`, put], sql`; `).text;
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
