/** The day a table came, so far as the day it was taken in tells. */
import { daysFrom } from '../model/calendar';
import { asOf, comparePeriods, type CalendarDate, type Period } from '../model/period';

/** A table taken in later than this after its last period is history being filled in: nobody knows from it when it came. */
const MOST_DAYS = 120;

/** Today, where it lies within 120 days after the last of these periods; undefined otherwise. */
export function receivedOn(periods: readonly Period[], today: CalendarDate): CalendarDate | undefined {
  const last = [...periods].sort(comparePeriods).at(-1);
  if (!last) return undefined;
  const days = daysFrom(asOf(last), today);
  return days >= 0 && days <= MOST_DAYS ? today : undefined;
}
