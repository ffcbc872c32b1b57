/** Loading: canonical batches from the careful reading path, and rows that the clean path leaves to it. */
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
    ...OWN_COLUMNS.filter(([name]) => name !== '_import'),
    ...ledger.columns.map((c) => [c.id, sqlType(c)] as const),
  ];
  const batch = dialect.readCsv(quoted(path), { delimiter: ',', quote: '"', newline: 'lf', columns });
  return sql`INSERT INTO ${tableOf(ledger)} SELECT ${table}, ${id('_row')}, _period, _na, ${columnIds(ledger)} FROM ${batch}`
    .text;
}

/** Takes rows out of an import. @param path the quoted path of a text of their record numbers, one a line. */
export function dropRowsSql(ledger: LedgerDef, path: string, table: number): string {
  const rows = dialect.readCsv(quoted(path), { delimiter: ',', quote: '', newline: 'lf', columns: [['_row', 'integer']] });
  return sql`DELETE FROM ${tableOf(ledger)} WHERE _import = ${table} AND _row IN (SELECT _row FROM ${rows})`.text;
}
