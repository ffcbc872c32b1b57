/** Adjustments: what is added to or taken off a leaf's points after its rule, in the scheme's order. */
import type { Reason } from '../model/reason';
import type { Adjustment } from '../scheme';
import { boundsParams, holds } from './bounds';
import { inBoth, reason } from './rules/rule';

/** How many steps: the measure's value, or 1 and 0 by its condition. */
const countOf = (a: Adjustment, n: number): number => (a.when ? (holds(a.when, n) ? 1 : 0) : n);

/** The change: step × n/per, at most `cap` either way, not pushing the points below `floor`. */
function change(a: Adjustment, points: number, n: number): number {
  const wanted = (countOf(a, n) / (a.per ?? 1)) * a.step;
  const capped = Math.max(-(a.cap ?? Infinity), Math.min(wanted, a.cap ?? Infinity));
  // A floor stops a deduction; it does not lift points that were below it before.
  return a.floor === undefined || capped >= 0 ? capped : Math.min(0, Math.max(capped, a.floor - points));
}

/** Points after an adjustment; a measure without a value (NaN) changes nothing. */
export const adjusted = (a: Adjustment, points: number, n: number): number =>
  Number.isNaN(n) ? points : points + change(a, points, n);

/** The same, told: the points before, then the measure. */
export function adjustReason(a: Adjustment, before: Reason, measure: Reason): Reason {
  const points = before.value ?? NaN;
  const n = measure.value ?? NaN;
  return reason('adjustment', adjusted(a, points, n), 'points', [before, measure], {
    ...inBoth('title', a.title),
    ...(a.when ? { ...boundsParams(a.when), count: countOf(a, n) } : {}),
    step: a.step,
    per: a.per ?? 1,
    cap: a.cap ?? null,
    floor: a.floor ?? null,
    change: Number.isNaN(n) ? 0 : change(a, points, n),
  });
}
