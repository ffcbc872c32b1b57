/** DuckDB's dialect. Built-in functions only: none of these makes the engine fetch an extension. */
import type { Dialect, SqlType } from './dialect';
import { join, sql, type Sql } from './sql';

const TYPES: Readonly<Record<SqlType, Sql>> = {
  integer: sql`INTEGER`,
  double: sql`DOUBLE`,
  text: sql`VARCHAR`,
  date: sql`DATE`,
  boolean: sql`BOOLEAN`,
};

// As the parser wants them: backslash and letter.
const NEWLINES = { lf: sql`, new_line='\\n'`, crlf: sql`, new_line='\\r\\n'`, any: sql`` } as const;

export const duckdb: Dialect = {
  type: (type) => TYPES[type],
  cast: (value, type) => sql`CAST(${value} AS ${TYPES[type]})`,
  tryCast: (value, type) => sql`TRY_CAST(${value} AS ${TYPES[type]})`,
  addMonths: (date, months) => sql`CAST(${date} + to_months(${months}) AS DATE)`,
  // Nothing is left to the sniffer: it guesses wrong in silence. The name's ending must not mean compression either.
  readCsv: (path, { delimiter, quote, newline, columns }) =>
    sql`read_csv(${path}, auto_detect=false, header=false, compression='none', delim=${delimiter}, quote=${quote}, escape=${quote}, nullstr=''${NEWLINES[newline ?? 'any']}, columns={${join(
      columns.map(([name, type]) => sql`${name}: ${TYPES[type].text}`),
      sql`, `,
    )}})`,
  recordNumber: () => sql`row_number() OVER ()`,
  hash: (values) => sql`hash(${values})`,
  contains: (text, part) => sql`contains(${text}, ${part})`,
};
