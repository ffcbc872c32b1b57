import { expect, test } from 'vitest';
import type { CalendarDate, Period } from '../../src/model/period';
import { receivedOn } from '../../src/pipeline/received';

const on = (today: string, ...periods: string[]) => receivedOn(periods as Period[], today as CalendarDate);

test('a table that comes within 120 days after its last period came that day', () => {
  expect(on('2026-09-30', '2026Q3')).toBe('2026-09-30');
  expect(on('2026-10-12', '2026Q2', '2026Q3')).toBe('2026-10-12');
  expect(on('2027-01-28', '2026Q3')).toBe('2027-01-28');
});

test('of one that comes before its period is over, long after, or is of no period, the day is not known', () => {
  expect(on('2026-09-29', '2026Q3')).toBeUndefined();
  expect(on('2027-01-29', '2026Q3')).toBeUndefined();
  expect(on('2026-10-12')).toBeUndefined();
});
