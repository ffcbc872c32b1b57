/** Bonus 加分: Σ min(n·step, item's cap), held at the total cap, on top of the full marks. */
import type { Measures } from '../model/measures';
import type { Period } from '../model/period';
import type { Reason } from '../model/reason';
import type { UnitId } from '../model/unit';
import type { Bonus, Scheme } from '../scheme';
import { endingWith, find } from './find';
import { inBoth, reason } from './rules/rule';

/** How many of each item a unit has; NaN where nobody said. */
export function bonusCounts(scheme: Scheme, measures: Measures, unit: UnitId, period: Period): number[] {
  const ending = endingWith(period);
  return (scheme.bonus?.items ?? []).map((i) => find(measures, i.measure, unit, ending)?.cell.value ?? NaN);
}

const itemPoints = ({ step, cap = Infinity }: Bonus['items'][number], n: number): number =>
  Number.isNaN(n) ? 0 : Math.max(0, Math.min(n * step, cap));

/** Points on top; 0 where the scheme gives none. */
export function bonusPoints(scheme: Scheme, counts: readonly number[]): number {
  const { bonus } = scheme;
  if (!bonus) return 0;
  return Math.min(
    bonus.cap,
    bonus.items.reduce((sum, item, i) => sum + itemPoints(item, counts[i] ?? NaN), 0),
  );
}

/** The same, told. `measureOf` is the reason of a measure's value. */
export function bonusReason(
  bonus: Bonus,
  value: number,
  counts: readonly number[],
  measureOf: (measure: string) => Reason,
): Reason {
  const items = bonus.items.map((item, i) => {
    const n = counts[i] ?? NaN;
    return reason('adjustment', itemPoints(item, n), 'points', [reason('constant', 0, 'points'), measureOf(item.measure)], {
      ...inBoth('title', item.title),
      ...{ step: item.step, per: 1, cap: item.cap ?? null, floor: null, change: itemPoints(item, n) },
    });
  });
  return reason('bonus', value, 'points', items, { ...inBoth('title', bonus.title), cap: bonus.cap });
}
