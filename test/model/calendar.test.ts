import { expect, test } from 'vitest';
import { addDays, daysFrom } from '../../src/model/calendar';
import type { CalendarDate } from '../../src/model/period';

const day = (text: string) => text as CalendarDate;

test('addDays() and daysFrom() agree with the calendar over leap years and centuries', () => {
  for (const start of ['1999-12-31', '2000-02-28', '2024-02-29', '2026-09-30', '2099-12-31', '2100-02-28'])
    for (const n of [-800, -366, -31, -1, 0, 1, 10, 59, 365, 1500]) {
      const then = new Date(Date.UTC(Number(start.slice(0, 4)), Number(start.slice(5, 7)) - 1, Number(start.slice(8)) + n));
      expect(addDays(day(start), n), `${start} ${n}`).toBe(then.toISOString().slice(0, 10));
      expect(daysFrom(day(start), addDays(day(start), n)), `${start} ${n}`).toBe(n);
    }
});

test('the tenth day after a quarter’s end lies in the next month', () => {
  expect(addDays(day('2026-09-30'), 10)).toBe('2026-10-10');
  expect(addDays(day('2026-12-31'), 10)).toBe('2027-01-10');
});
