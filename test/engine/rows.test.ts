import { expect, test } from 'vitest';
import { dateText } from '../../src/engine/duckdb/rows';
import { inputPath } from '../../src/engine/inputs';

test('dateText counts days in the Gregorian calendar', () => {
  const days: [number, string][] = [
    [0, '1970-01-01'],
    [-1, '1969-12-31'],
    [11_016, '2000-02-29'],
    [11_017, '2000-03-01'],
    [20_727, '2026-10-01'],
    [-25_567, '1900-01-01'],
    [47_540, '2100-02-28'],
    [47_541, '2100-03-01'],
  ];
  for (const [day, text] of days) expect(dateText(day)).toBe(text);
});

test('inputPath gives every input a path of its own that is neither a pattern nor a way out of in/', () => {
  const [a, b] = [inputPath('../数据[1]*?.csv'), inputPath('../数据[1]*?.csv')];
  expect(a).not.toBe(b);
  expect(a).toMatch(/^in\/\d+-\._数据_1___\.csv$/);
});
