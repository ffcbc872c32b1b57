/** Which periods a book can be asked for besides those it steps through. */
import { expect, test } from 'vitest';
import { longerOf, scoresBefore, scoresYearBefore } from '../../src/findings/periods';
import { scoreAll } from '../../src/score';
import { leaf, measures, p, roster, scheme } from '../score/city';

const quarters = ['2024Q4', '2025Q1', '2025Q2', '2025Q3', '2025Q4', '2026Q1'];
const table = { 'm.x': Object.fromEntries(quarters.map((q) => [q, { a: 1, b: 0.5 }])) };
const book = (year: boolean) =>
  scoreAll(
    scheme([leaf('x', 100)], year ? { year: { weights: [15, 25, 25, 35] } } : {}),
    measures(table),
    roster({ a: null, b: null }),
  );

test('longerOf() has the half-years and years that have all their quarters, where the scheme has a year’s total', () => {
  expect(longerOf(book(true))).toEqual(['2025H1', '2025H2', '2025']);
  expect(longerOf(book(false))).toEqual([]);
});

test('scoresBefore() is the period before of the same kind, null where there is none', () => {
  expect(scoresBefore(book(true), p('2026Q1'))?.period).toBe('2025Q4');
  expect(scoresBefore(book(true), p('2024Q4'))).toBeNull();
  expect(scoresBefore(book(true), p('2025'))).toBeNull();
  expect(scoresBefore(book(true), p('2026'))?.period).toBe('2025');
  expect(scoresBefore(book(true), p('2025H2'))?.period).toBe('2025H1');
  expect(scoresYearBefore(book(true), p('2026Q1'))?.period).toBe('2025Q1');
  expect(scoresYearBefore(book(true), p('2025Q1'))).toBeNull();
});
