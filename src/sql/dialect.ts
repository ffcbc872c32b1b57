/** The few things that engines say differently. Everything else in `query/` is plain SQL. */
import type { Sql } from './sql';

/** Types of columns. */
export type SqlType = 'integer' | 'double' | 'text' | 'date' | 'boolean';

/** A delimited text without a header, every record as wide as `columns`. */
export interface Csv {
  readonly delimiter: string;
  /** '' = quotes have no meaning; otherwise a doubled one stands for itself. */
  readonly quote: string;
  /** What ends a record, where it is known; a break inside a quoted cell may be another. */
  readonly newline?: 'lf' | 'crlf' | undefined;
  /** Names and types in the order of the file. An empty field is NULL. */
  readonly columns: readonly (readonly [name: string, type: SqlType])[];
}

export interface Dialect {
  type(type: SqlType): Sql;
  cast(value: Sql, type: SqlType): Sql;
  /** NULL where the value is not of the type. */
  tryCast(value: Sql, type: SqlType): Sql;
  /** The date that many months later; the month's last day where it has no such day. */
  addMonths(date: Sql, months: number): Sql;
  /** A table of the records of a delimited text, in their order. */
  readCsv(path: Sql, csv: Csv): Sql;
  /** The place of a record in its file, from 1. */
  recordNumber(): Sql;
  /** A number that is equal for equal values, NULLs included, and seldom for others. */
  hash(values: readonly Sql[]): Sql;
  /** Whether a text holds another. */
  contains(text: Sql, part: string): Sql;
}
