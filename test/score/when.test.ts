/** When an item counts, and which figure is a period's. */
import { describe, expect, test } from 'vitest';
import { isDue, lastDue, paceShare } from '../../src/score/due';
import { endingWith, find } from '../../src/score/find';
import { id, measures, p } from './city';

const quarters = ['2026Q1', '2026Q2', '2026Q3', '2026Q4'].map(p);

describe('due 考核时点', () => {
  test.each([
    ['Q' as const, [true, true, true, true]],
    ['H' as const, [false, true, false, true]],
    ['Y4' as const, [false, false, false, true]],
    ['Y1' as const, [true, false, false, false]],
    [
      [2, 9],
      [true, false, true, false],
    ],
  ])('%j falls into quarters %j', (due, expected) => {
    expect(quarters.map((q) => isDue(due, q))).toEqual(expected);
  });

  test('a whole year contains every due month', () => {
    expect(['H', 'Y1', 'Y4'].map((d) => isDue(d as 'H', p('2026')))).toEqual([true, true, true]);
  });

  test('lastDue() goes back over the turn of the year', () => {
    expect(lastDue('Y4', p('2026Q3'))).toBe('2025Q4');
    expect(lastDue('H', p('2026Q1'))).toBe('2025Q4');
    expect(lastDue('Y1', p('2026Q1'))).toBe('2025Q1');
    expect(lastDue([9], p('2026Q2'))).toBe('2025Q3');
  });

  test('pace 序时 is the cumulative share due by the end of the period', () => {
    expect(quarters.map((q) => paceShare(true, q))).toEqual([0.25, 0.5, 0.75, 1]);
    expect(paceShare([0.2, 0.5, 0.8, 1], p('2026H1'))).toBe(0.5);
    expect(paceShare([0.2, 0.5, 0.8, 1], p('2026'))).toBe(1);
  });
});

describe('find()', () => {
  test('half-yearly and yearly figures belong to the quarter they end in, the quarter’s own first', () => {
    expect(endingWith(p('2026Q4'))).toEqual(['2026Q4', '2026H2', '2026']);
    expect(endingWith(p('2026Q2'))).toEqual(['2026Q2', '2026H1']);
    expect(endingWith(p('2026Q1'))).toEqual(['2026Q1']);
    const table = measures({ 'm.a': { '2026': { u: 1 }, '2026H1': { u: 2 }, '2026Q4': { v: 3 } } });
    const at = (unit: string, q: string) => find(table, 'm.a', id(unit), endingWith(p(q)));
    expect([at('u', '2026Q4')?.period, at('u', '2026Q2')?.period, at('v', '2026Q4')?.period, at('u', '2026Q3')?.period]).toEqual([
      '2026',
      '2026H1',
      '2026Q4',
      undefined,
    ]);
  });
});
