/** The clean reading path: one statement by which the engine reads a regular file itself. */
import type { LedgerDef } from '../model/ledger';
import { isSheet, type Reading } from '../model/table';
import { id, quoted, sql, type Sql } from '../sql/sql';
import { cellValue } from './cell-value';
import { columnOf, dialect, tableOf } from './names';

/**
 * Appends a regular file's rows, every cell read as if it were trivial. Which rows are not so is found out beside it;
 * `dropRowsSql` takes them out again.
 * @param path the quoted path of the input.
 * @param newline what ends a record: the engine would take the first break in the file for it, which may lie in a
 *   quoted header.
 */
export function loadCleanSql(
  ledger: LedgerDef,
  reading: Reading,
  path: string,
  table: number,
  newline?: 'lf' | 'crlf' | 'none',
): string {
  if (isSheet(reading.dialect)) throw new RangeError('a sheet is no text the engine could read');
  const file = dialect.readCsv(quoted(path), {
    delimiter: reading.dialect.delimiter,
    quote: reading.dialect.quote,
    newline: newline === 'none' ? undefined : newline,
    columns: reading.columns.map(({ index }) => [`c${index}`, 'text']),
  });
  const period = periodOf(ledger, reading);
  const columns = ledger.columns.map((column) => {
    if (column.type === 'period') return period;
    const mapping = reading.columns.find((m) => m.column === column.id);
    if (mapping) return cellValue(column, mapping, id(`c${mapping.index}`));
    // A table without a unit column is all of its sender.
    return column.type === 'unit' && reading.sender !== '' ? sql`${reading.sender}` : sql`NULL`;
  });
  // The headers are read as rows and left out by number: a record is a record even where it spans lines.
  return sql`INSERT INTO ${tableOf(ledger)} SELECT ${table}, _row, ${period}, NULL, ${columns} FROM (SELECT ${dialect.recordNumber()} AS _row, * FROM ${file}) WHERE _row > ${reading.header.first + reading.header.count}`
    .text;
}

/** A row's period is its own, else the table's. Where rows of other periods are left out, all have the table's. */
function periodOf(ledger: LedgerDef, reading: Reading): Sql {
  const own = reading.columns.find((m) => m.column !== null && columnOf(ledger, m.column).type === 'period');
  if (!own || (reading.rowPeriods === 'only' && reading.period !== null)) return sql`${reading.period}`;
  const cell = id(`c${own.index}`);
  return reading.period === null ? cell : sql`coalesce(${cell}, ${reading.period})`;
}
