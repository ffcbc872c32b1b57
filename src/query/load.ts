/** Loading: canonical batches from the careful reading path, and the odd rows that the clean path leaves to it. */
import type { LedgerDef } from '../model/ledger';
import type { SqlType } from '../sql/dialect';
import { id, quoted, sql } from '../sql/sql';
import { columnIds, dialect, OWN_COLUMNS, sqlType, tableOf } from './names';

/**
 * Appends a batch: canonical CSV without a header, columns `_row`, `_period`, `_na`, then the ledger's in declared
 * order; an empty field is NULL.
 * @param path the quoted path of the input.
 */
export function loadBatchSql(ledger: LedgerDef, path: string, table: number): string {
  const columns: (readonly [string, SqlType])[] = [
    ...OWN_COLUMNS.filter(([name]) => name !== '_import' && name !== '_raw'),
    ...ledger.columns.map((c) => [c.id, sqlType(c)] as const),
  ];
  const batch = dialect.readCsv(quoted(path), { delimiter: ',', quote: '"', newline: 'lf', columns });
  return sql`INSERT INTO ${tableOf(ledger)} SELECT ${table}, ${id('_row')}, _period, _na, NULL, ${columnIds(ledger)} FROM ${batch}`
    .text;
}

/** The rows of an import that have to be read with care: `_row`, and `_raw`, their cells verbatim, one per column of the file. */
export const oddRowsSql = (ledger: LedgerDef, table: number): string =>
  sql`SELECT _row, _raw FROM ${tableOf(ledger)} WHERE _import = ${table} AND _raw IS NOT NULL ORDER BY _row`.text;

/** More numbers than this in one statement gain nothing and cost memory while it is parsed. */
const ROWS_PER_DELETE = 5000;

/** Takes those rows out, and the rows of these record numbers. */
export function dropRowsSql(ledger: LedgerDef, table: number, rows: readonly number[] = []): string[] {
  const own = sql`DELETE FROM ${tableOf(ledger)} WHERE _import = ${table}`;
  const statements = [sql`${own} AND _raw IS NOT NULL`.text];
  for (let i = 0; i < rows.length; i += ROWS_PER_DELETE)
    statements.push(sql`${own} AND _row IN (${rows.slice(i, i + ROWS_PER_DELETE)})`.text);
  return statements;
}
