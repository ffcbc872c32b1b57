/** Calendar days as whole numbers, without the clock: a Gantt chart subtracts days and has to find first days of months. */

/** Days since 1970-01-01 of the Gregorian calendar; null where the text is not a day of the calendar. */
export function dayNumber(date: string | null | undefined): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? '');
  if (!parts) return null;
  const [year, month, day] = parts.slice(1).map(Number);
  if (!year || !month || !day || month > 12 || day > daysIn(year, month)) return null;
  return daysBefore(year, month) + day - 1;
}

/** The day number of the first day of a month; months run on beyond 12 and below 1. */
export function daysBefore(year: number, month: number): number {
  // Years from March, so that the leap day comes last; see Howard Hinnant, days_from_civil.
  const months = year * 12 + month - 3;
  const y = Math.floor(months / 12);
  const m = months - y * 12;
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return 365 * y + leaps + Math.floor((153 * m + 2) / 5) - 719468;
}

/** Months since year 0 of a day number. */
export function monthIndex(day: number): number {
  let months = Math.floor((day + 719468) / 30.436875) + 2;
  while (firstOf(months) > day) months--;
  while (firstOf(months + 1) <= day) months++;
  return months;
}

/** The first day of a month counted from year 0. */
export const firstOf = (months: number): number => daysBefore(Math.floor(months / 12), (months % 12) + 1);

const daysIn = (year: number, month: number): number => daysBefore(year, month + 1) - daysBefore(year, month);
