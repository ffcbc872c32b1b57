/** When an item counts: due 考核时点, carry 沿用 and pace 序时, as functions of a period and nothing else. */
import { closingQuarter, lastMonth, partsOf, shift, type Period } from '../model/period';
import type { Due } from '../scheme';

const MONTHS: Readonly<Record<'Q' | 'H' | 'Y4' | 'Y1', readonly number[]>> = { Q: [3, 6, 9, 12], H: [6, 12], Y4: [12], Y1: [3] };

/** The months at whose end the item is due. */
export const dueMonths = (due: Due): readonly number[] => (typeof due === 'string' ? MONTHS[due] : due);

/** Whether a due month lies in the period. */
export function isDue(due: Due, p: Period): boolean {
  const last = lastMonth(p);
  const length = { Q: 3, H: 6, Y: 12 }[partsOf(p).kind];
  return dueMonths(due).some((m) => m <= last && m > last - length);
}

/** The latest period before p, of its kind, in which the item was due. Every item is due at least once a year. */
export function lastDue(due: Due, p: Period): Period {
  let before = shift(p, -1);
  while (!isDue(due, before)) before = shift(before, -1);
  return before;
}

/** The share of the year's target that is due by the end of the period. */
export function paceShare(pace: true | readonly number[], p: Period): number {
  const shares = pace === true ? [0.25, 0.5, 0.75, 1] : pace;
  return shares[partsOf(closingQuarter(p)).part - 1] ?? 1;
}
