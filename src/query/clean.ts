/** The clean reading path: one statement by which the engine reads a regular file itself and marks what it should not. */
import type { ColumnDef, LedgerDef } from '../model/ledger';
import { isSheet, type ColumnMapping, type Reading } from '../model/table';
import { all, id, quoted, sql, type Sql } from '../sql/sql';
import { columnOf, dialect, tableOf } from './names';
import { trivialCell } from './trivial';

/** A column of the ledger as it is read; unmapped ones are NULL throughout. */
interface Read {
  readonly column: ColumnDef;
  readonly cell: Sql;
  readonly value: Sql;
  readonly name: Sql;
  readonly trivial: Sql;
}

/**
 * Appends a regular file's rows. Cells that are trivial are read; a row with any other cell keeps all its cells in
 * `_raw` and is to be read again with care.
 * @param width columns of the file.
 * @param path the quoted path of the input.
 * @param newline what ends a record, as the scan found it: the engine would take the first break in the file for
 *   it, which may lie in a quoted header.
 */
export function loadCleanSql(
  ledger: LedgerDef,
  reading: Reading,
  width: number,
  path: string,
  table: number,
  newline?: 'lf' | 'crlf' | 'none',
): string {
  const files = Array.from({ length: width }, (_, i) => `c${i}`);
  if (isSheet(reading.dialect)) throw new RangeError('a sheet is no text the engine could read');
  const file = dialect.readCsv(quoted(path), {
    delimiter: reading.dialect.delimiter,
    quote: reading.dialect.quote,
    newline: newline === 'none' ? undefined : newline,
    columns: files.map((name) => [name, 'text']),
  });
  const read = readColumns(ledger, reading);
  const byId = new Map(read.map((r) => [r.column.id, r]));
  const raw = dialect.texts(files.map((name) => sql`coalesce(${id(name)}, '')`));
  const period = periodOf(ledger, reading, read);
  const trivial = all([
    ...read.map((r) => r.trivial),
    period.trivial,
    ...ledger.columns.filter((c) => !byId.has(c.id)).map((c) => unread(reading, c)),
  ]);
  const columns = ledger.columns.map((c) => {
    if (c.type === 'period') return period.value;
    // A table without a unit column is all of its sender.
    return byId.get(c.id)?.name ?? (c.type === 'unit' && reading.sender !== '' ? sql`${reading.sender}` : sql`NULL`);
  });
  // The headers are read as rows and left out by number: a record is a record even where it spans lines.
  return sql`INSERT INTO ${tableOf(ledger)} SELECT ${table}, _row, ${period.value}, NULL, CASE WHEN ${trivial} THEN NULL ELSE ${raw} END, ${columns} FROM (SELECT *, ${read.map((r) => sql`${r.value} AS ${r.name}`)} FROM (SELECT ${dialect.recordNumber()} AS _row, * FROM ${file}) WHERE _row > ${reading.header.first + reading.header.count})`
    .text;
}

function readColumns(ledger: LedgerDef, reading: Reading): Read[] {
  const mapped = reading.columns.flatMap((m) => (m.column === null ? [] : [{ mapping: m, column: columnOf(ledger, m.column) }]));
  const units = mapped.filter(({ column }) => column.type === 'unit');
  const leading = units.length > 0 ? units.slice(0, 1) : mapped.filter(({ column }) => column.type === 'text' && column.required);
  return mapped.map(({ mapping, column }) =>
    readColumn(
      reading,
      mapping,
      column,
      leading.some((l) => l.column === column),
    ),
  );
}

/** A column the file does not have: every row is odd where the careful path would have something to say of each. */
const unread = (reading: Reading, column: ColumnDef): Sql =>
  sql`${column.required !== true || (column.type === 'unit' && reading.sender !== '')}`;

function readColumn(reading: Reading, mapping: ColumnMapping, column: ColumnDef, leads: boolean): Read {
  const cell = id(`c${mapping.index}`);
  const name = id(`v_${column.id}`);
  const only = reading.rowPeriods === 'only' ? reading.period : null;
  const { value, trivial } = trivialCell(column, mapping, cell, { only, leads });
  const optional = column.required !== true && column.type !== 'unit';
  // Without a value there is nothing to compare: NULL is not true, so a blank in any other column is odd.
  return { column, cell, value, name, trivial: optional ? sql`(${cell} IS NULL OR ${trivial(name)})` : trivial(name) };
}

/** A row's period is its own, else the table's; a row with neither is odd, except in a ledger that knows no periods. */
function periodOf(ledger: LedgerDef, reading: Reading, read: readonly Read[]): { value: Sql; trivial: Sql } {
  const known = ledger.columns.some((c) => c.type === 'period');
  const own = read.find((r) => r.column.type === 'period');
  if (!own) return { value: sql`${reading.period}`, trivial: known && reading.period === null ? sql`false` : sql`true` };
  if (reading.period === null) return { value: own.cell, trivial: sql`${own.cell} IS NOT NULL` };
  return { value: sql`coalesce(${own.cell}, ${reading.period})`, trivial: sql`true` };
}
