/** A text from outside as a statement that can only read: DuckDB itself takes it apart and refuses everything else. */
import { join, sql, type Sql } from '../../sql/sql';

/** A transaction in which nothing can be written, and its end, which takes back what should have been. */
export const READ_ONLY = {
  begin: sql`BEGIN TRANSACTION READ ONLY`.text,
  end: sql`ROLLBACK`.text,
} as const;

/**
 * A text from outside as a table. It goes in as a literal, so that whatever it holds it can't end the statement it stands
 * in; the table function `query` parses it and takes exactly one SELECT (WITH, FROM, VALUES, TABLE, DESCRIBE, SHOW and
 * SUMMARIZE are kinds of it), which rules out several statements and all that write, attach, copy or set.
 */
export const outside = (text: string): Sql => sql`query(${text})`;

/** What the columns of the text's result are called and of which types: `column_name`, `column_type`. Nothing of it is run. */
export const describeSql = (text: string): string => sql`DESCRIBE SELECT * FROM ${outside(text)}`.text;

/** How the engine would run it, as JSON in `explain_value`. Nothing of it is run. */
export const planSql = (text: string): string => sql`EXPLAIN (FORMAT json) SELECT * FROM ${outside(text)}`.text;

/** How many rows it gives, as `n`. */
export const countSql = (text: string): string => sql`SELECT CAST(count(*) AS DOUBLE) AS n FROM ${outside(text)}`.text;

/** Types that leave the engine as they are; figures go as DOUBLE, all others as text. */
const KEPT = /^(VARCHAR|DATE|BOOLEAN)$/;
const FIGURE = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\(.*\))$/;

export const isFigure = (type: string): boolean => FIGURE.test(type);

/** Its rows, at most so many, the columns named `c0`, `c1` … since a result may have two of one name. @param types as `describeSql` tells them. */
export function rowsSql(text: string, types: readonly string[], limit: number): string {
  const names = types.map((_, i) => raw(i));
  const values = types.map((type, i) =>
    KEPT.test(type) ? raw(i) : sql`CAST(${raw(i)} AS ${isFigure(type) ? sql`DOUBLE` : sql`VARCHAR`}) AS ${raw(i)}`,
  );
  return sql`SELECT ${join(values, sql`, `)} FROM ${outside(text)} AS r(${join(names, sql`, `)}) LIMIT ${limit}`.text;
}

/** `c` and a number need no quotes. */
const raw = (i: number): Sql => join([sql`c`, i], sql``);

/**
 * A text that `query` has taken, in the open and never run: the engine then tells the place of what it can't bind, counted
 * from the second line. Only a text that the engine has read as one question may be put here; a semicolon at its end goes.
 */
export const withinSql = (text: string): string => `DESCRIBE SELECT * FROM (\n${text.replace(/[;\s]+$/, '')}\n)`;
