/** Days of the civil calendar, counted without a `Date`, so that no time zone can shift one. */
import { daysIn, type CalendarDate } from './period';

/** Days from 2000-01-01 to a date; negative before it. */
function dayNumber(date: CalendarDate): number {
  const [year, month, day] = partsOf(date);
  let days = 365 * (year - 2000) + leapDaysBefore(year) - leapDaysBefore(2000);
  for (let m = 1; m < month; m++) days += daysIn(year, m);
  return days + day - 1;
}

/** Leap days in the years before this one. */
const leapDaysBefore = (year: number): number =>
  Math.floor((year - 1) / 4) - Math.floor((year - 1) / 100) + Math.floor((year - 1) / 400);

const partsOf = (date: CalendarDate): [number, number, number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)),
  Number(date.slice(8, 10)),
];

/** How many days `to` lies after `from`; negative when before it. */
export const daysFrom = (from: CalendarDate, to: CalendarDate): number => dayNumber(to) - dayNumber(from);

/** The date `days` later (negative: earlier). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  let [year, month, day] = partsOf(date);
  day += days;
  while (day > daysIn(year, month)) {
    day -= daysIn(year, month);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  while (day < 1) {
    [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
    day += daysIn(year, month);
  }
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CalendarDate;
}
