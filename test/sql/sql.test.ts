import { expect, test } from 'vitest';
import { duckdb } from '../../src/sql/duckdb';
import { all, any, id, join, quoted, sql, type Part } from '../../src/sql/sql';

test('sql quotes every string that is put into it', () => {
  const name = "甲'; DROP TABLE t; --";
  expect(sql`SELECT * FROM t WHERE name = ${name}`.text).toBe("SELECT * FROM t WHERE name = '甲''; DROP TABLE t; --'");
});

test('sql takes fragments as they are, and values in an array separated by commas', () => {
  expect(sql`SELECT ${[id('a'), sql`b + ${1}`]} WHERE c IN (${['x', 2, true, null]})`.text).toBe(
    `SELECT "a", b + 1 WHERE c IN ('x', 2, true, NULL)`,
  );
});

test('sql does not take a look-alike of a fragment for one', () => {
  const forged: unknown = { text: '1; DROP TABLE t' };
  expect(() => sql`SELECT ${forged as Part}`).toThrow(TypeError);
});

test('sql writes a negative number so that no comment begins', () => {
  expect(sql`SELECT 1 -${-2}`.text).toBe('SELECT 1 -(-2)');
});

test('sql refuses numbers that are not finite and texts with NUL', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 'a\0b']) expect(() => sql`${value}`).toThrow(RangeError);
});

test('id doubles quotes and refuses empty names and NUL', () => {
  expect(id('a"b').text).toBe('"a""b"');
  expect(() => id('')).toThrow(RangeError);
  expect(() => id('a\0')).toThrow(RangeError);
});

test('quoted takes exactly one string literal', () => {
  expect(quoted("'in/1-a''b.csv'").text).toBe("'in/1-a''b.csv'");
  for (const text of ['in/a.csv', "'a' || 'b'", "'a", "'a''", "'a'; SELECT '"]) expect(() => quoted(text)).toThrow(RangeError);
});

test('all and any of no condition are true and false', () => {
  expect([all([]).text, any([]).text]).toEqual(['true', 'false']);
  expect(all([sql`a`, any([sql`b`, sql`c`])]).text).toBe('(a AND (b OR c))');
});

test('join puts a fragment between parts', () => {
  expect(join([1, sql`x`], sql` + `).text).toBe('1 + x');
});

test('the DuckDB dialect leaves nothing of a delimited text to be guessed', () => {
  const csv = {
    delimiter: ';',
    quote: "'",
    columns: [
      ['a b', 'text'],
      ['c', 'date'],
    ],
  } as const;
  expect(duckdb.readCsv(quoted("'in/x'"), csv).text).toMatchInlineSnapshot(
    `"read_csv('in/x', auto_detect=false, header=false, compression='none', delim=';', quote='''', escape='''', nullstr='', columns={'a b': 'VARCHAR', 'c': 'DATE'})"`,
  );
});
