import { describe, expect, test } from 'vitest';
import {
  asOf,
  closingQuarter,
  comparePeriods,
  isPeriod,
  periodOf,
  periodsIn,
  periodsOf,
  quartersOf,
  readPeriod,
  shift,
  yearBefore,
  type Period,
} from '../../src/model/period';

describe('readPeriod()', () => {
  test.each([
    ['2026Q1', '2026Q1'],
    ['2026-Q1', '2026Q1'],
    ['2026年第一季度', '2026Q1'],
    ['2026年1季度', '2026Q1'],
    ['２０２６年第３季度', '2026Q3'],
    ['2026年 第 四 季 度', '2026Q4'],
    ['2026年上半年', '2026H1'],
    ['2026年下半年', '2026H2'],
    ['2026H2', '2026H2'],
    ['2026年度', '2026'],
    ['2026年', '2026'],
    ['2026', '2026'],
    ['示例市2026年第三季度软弱涣散基层党组织整顿台账', '2026Q3'],
  ])('reads %s as %s', (text, period) => {
    expect(readPeriod(text)).toBe(period);
  });

  test('takes the year of a bare quarter from the context, and none without one', () => {
    expect(readPeriod('一季度', 2026)).toBe('2026Q1');
    expect(readPeriod('上半年', 2025)).toBe('2025H1');
    expect(readPeriod('一季度')).toBeNull();
  });

  test.each(['', '无', '2026年10月8日', '2026.10.8', '第五季度', '20261008', '合计'])('finds no period in %j', (text) => {
    expect(readPeriod(text)).toBeNull();
  });
});

test('isPeriod() knows the canonical form only', () => {
  expect(['2026Q4', '2026H2', '2026'].every(isPeriod)).toBe(true);
  expect(['2026Q5', '2026H3', '26Q1', '2026Q', '2026-Q1', ''].some(isPeriod)).toBe(false);
});

test('periodOf() refuses a part that does not exist', () => {
  expect(() => periodOf(2026, 'Q', 5)).toThrow(RangeError);
  expect(() => periodOf(2026, 'H', 3)).toThrow(RangeError);
});

test('asOf() is the last calendar day, leap years included', () => {
  const days = ['2026Q1', '2026Q2', '2026Q3', '2026Q4', '2026H1', '2026'].map((p) => asOf(p as Period));
  expect(days).toEqual(['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31', '2026-06-30', '2026-12-31']);
});

test('shift() and yearBefore() step over years', () => {
  expect(shift('2026Q1' as Period, -1)).toBe('2025Q4');
  expect(shift('2025Q4' as Period, 5)).toBe('2027Q1');
  expect(shift('2026H1' as Period, -1)).toBe('2025H2');
  expect(shift('2026' as Period, 2)).toBe('2028');
  expect(yearBefore('2026Q3' as Period)).toBe('2025Q3');
});

test('comparePeriods() orders by last day, the shorter first', () => {
  const mixed = ['2026', '2026Q4', '2026H1', '2026Q2', '2025Q4', '2026H2'] as Period[];
  expect([...mixed].sort(comparePeriods)).toEqual(['2025Q4', '2026Q2', '2026H1', '2026Q4', '2026H2', '2026']);
});

test('periodsOf() names each half-year or year that periods lie in once, periodsIn() the parts of a year', () => {
  const some = ['2026Q3', '2026Q1', '2025', '2026H1'] as Period[];
  expect(periodsOf(some, 'H')).toEqual(['2025H2', '2026H1', '2026H2']);
  expect(periodsOf(some, 'Y')).toEqual(['2025', '2026']);
  expect(periodsIn('2026' as Period, 'Q')).toEqual(['2026Q1', '2026Q2', '2026Q3', '2026Q4']);
  expect(periodsIn('2026H2' as Period, 'Q')).toEqual(['2026Q3', '2026Q4']);
  expect(periodsIn('2026' as Period, 'H')).toEqual(['2026H1', '2026H2']);
});

test('quartersOf() names each quarter that a period ends in once', () => {
  expect(quartersOf(['2026H1', '2026Q2', '2025', '2026Q1'] as Period[])).toEqual(['2025Q4', '2026Q1', '2026Q2']);
});

test('closingQuarter() is the quarter a period ends in', () => {
  expect(['2026', '2026H1', '2026Q3'].map((p) => closingQuarter(p as Period))).toEqual(['2026Q4', '2026Q2', '2026Q3']);
});
