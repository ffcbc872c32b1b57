/** Sorting of tables. */
import { describe, expect, it } from 'vitest';
import { nextSort, sortRows } from '../../src/ui/sort';

describe('sortRows()', () => {
  const rows = [
    ['a', 2],
    ['b', null],
    ['c', 10],
    ['d', 2],
  ] as const;
  const order = (descending: boolean) => sortRows(rows, (r) => r[1], descending).map((r) => r[0]);
  it('keeps equal rows in their order and puts rows without a value last, both ways', () => {
    expect(order(false)).toEqual(['a', 'd', 'c', 'b']);
    expect(order(true)).toEqual(['c', 'a', 'd', 'b']);
  });
  it('reads numbers inside text as numbers', () => {
    expect(sortRows(['第10组', '第9组'], (r) => r, false)).toEqual(['第9组', '第10组']);
  });
});

describe('nextSort()', () => {
  it('begins figures with the largest and words in order, and turns round at the next click', () => {
    expect(nextSort(null, 'v', true)).toEqual({ column: 'v', descending: true });
    expect(nextSort({ column: 'v', descending: true }, 'v', true)).toEqual({ column: 'v', descending: false });
    expect(nextSort({ column: 'v', descending: true }, 'name', false)).toEqual({ column: 'name', descending: false });
  });
});
