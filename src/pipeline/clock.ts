/** The one file that reads the clock. What it says is shown and kept beside a decision; no figure is worked out from it. */
import type { CalendarDate } from '../model/period';

/** Now, as ISO 8601 in UTC. */
export function now(): string {
  return new Date().toISOString();
}

/** Today's date where the machine stands. */
export function today(): CalendarDate {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` as CalendarDate;
}
