import { expect, test } from 'vitest';
import { Measures, WHOLE_CITY, type MeasureEntry } from '../../src/model/measures';
import type { Period } from '../../src/model/period';
import type { UnitId } from '../../src/model/unit';

const entry = (measure: string, unit: string, period: string, value: number): MeasureEntry => ({
  measure,
  unit: unit as UnitId,
  period: period as Period,
  value,
  numerator: value,
  denominator: null,
  status: 'ok',
  rows: 1,
});
const a = 'a' as UnitId;

test('get() knows exactly the period asked', () => {
  const m = new Measures([entry('m', 'a', '2026Q1', 1), entry('m', 'a', '2026H1', 2), entry('n', 'b', '2025', 3)]);
  expect(m.get('m', a, '2026Q1' as Period)?.value).toBe(1);
  expect(m.get('m', a, '2026Q2' as Period)).toBeUndefined();
  expect(m.periods).toEqual(['2025', '2026Q1', '2026H1']);
});

test('holding() prefers the unit to the city and the period to the half-year and year around it', () => {
  const m = new Measures([entry('t', WHOLE_CITY, '2026', 10), entry('t', WHOLE_CITY, '2026Q3', 7), entry('t', 'a', '2026H2', 5)]);
  expect(m.holding('t', a, '2026Q1' as Period)?.value).toBe(10);
  expect(m.holding('t', a, '2026Q4' as Period)?.value).toBe(5);
  expect(m.holding('t', a, '2026Q3' as Period)?.value).toBe(7);
  expect(m.holding('t', a, '2025Q3' as Period)).toBeUndefined();
});

test('cells() gives what get() does, in the order asked, whatever the order of the table', () => {
  const Q1 = '2026Q1' as Period;
  const m = new Measures(['a', 'b', 'c', 'd'].map((u, i) => entry('m', u, Q1, i)));
  for (const order of ['abcd', 'ab', 'abxcd', 'xabcd', 'dcba', 'acbd', 'abcde', '']) {
    const units = [...order] as UnitId[];
    expect(m.cells('m', Q1, units), order).toEqual(units.map((u) => m.get('m', u, Q1)));
  }
  expect(m.cells('n', Q1, [a])).toEqual([undefined]);
  expect(m.cells('m', '2025Q1' as Period, [a, a])).toEqual([undefined, undefined]);
});
