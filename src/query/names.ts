/** What the engine's tables, views and columns are called, and of which types the columns are. */
import { tableName, unitColumn, type ColumnDef, type ColumnType, type LedgerDef } from '../model/ledger';
import type { SqlType } from '../sql/dialect';
import { duckdb } from '../sql/duckdb';
import { id, sql, type Sql } from '../sql/sql';

/** The dialect all statements are made in. */
export const dialect = duckdb;

/**
 * A ledger's table: all rows of all imports. `_import` the number of the table they came in with, `_row` the record
 * in its source, `_na` the columns (`,a,b,`) declared not applicable.
 */
export const tableOf = (ledger: LedgerDef): Sql => id(tableName(ledger.id));

/** A ledger's rows in force, with their `_unit` and `_as_of`. */
export const viewOf = (ledger: LedgerDef): Sql => id(tableName(ledger.id).replace(/^t_/, 'v_'));

const TYPES: Readonly<Record<ColumnType, SqlType>> = {
  unit: 'text',
  text: 'text',
  number: 'double',
  integer: 'double',
  share: 'double',
  date: 'date',
  flag: 'boolean',
  list: 'text',
  star: 'double',
  period: 'text',
};

export const sqlType = (column: ColumnDef): SqlType => TYPES[column.type];

/** The columns that stand before the ledger's own. */
export const OWN_COLUMNS: readonly (readonly [name: string, type: SqlType])[] = [
  ['_import', 'integer'],
  ['_row', 'integer'],
  ['_period', 'text'],
  ['_na', 'text'],
];

export const columnIds = (ledger: LedgerDef): Sql[] => ledger.columns.map((c) => id(c.id));

/** The column of a ledger. @throws RangeError where a declaration names one that it does not declare. */
export function columnOf(ledger: LedgerDef, name: string): ColumnDef {
  const column = ledger.columns.find((c) => c.id === name);
  if (!column) throw new RangeError(`${ledger.id} has no column ${name}`);
  return column;
}

/** The verbatim name of the unit a row belongs to; '' where the rows name none. */
export function unitName(ledger: LedgerDef, table = sql`t`): Sql {
  const column = unitColumn(ledger);
  return column ? sql`coalesce(${table}.${id(column.id)}, '')` : sql`''`;
}
