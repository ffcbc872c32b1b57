/** Bonus 加分 and deductions 扣分 at the total: Σ min(n·step, item's cap), held at the cap of all. */
import type { Measures } from '../model/measures';
import type { Period } from '../model/period';
import type { Reason } from '../model/reason';
import type { UnitId } from '../model/unit';
import type { Bonus, Deductions } from '../scheme';
import { endingWith, find } from './find';
import { inBoth, reason } from './rules/rule';

type Items = Bonus | Deductions;

/** How many of each item a unit has; NaN where nobody said. */
export function itemCounts(given: Items | undefined, measures: Measures, unit: UnitId, period: Period): number[] {
  const ending = endingWith(period);
  return (given?.items ?? []).map((i) => find(measures, i.measure, unit, ending)?.cell.value ?? NaN);
}

const itemPoints = ({ step, cap = Infinity }: Items['items'][number], n: number): number =>
  Number.isNaN(n) ? 0 : Math.max(0, Math.min(n * step, cap));

/** Points of all items together; 0 where the scheme has none. */
export function itemsPoints(given: Items | undefined, counts: readonly number[]): number {
  if (!given) return 0;
  return Math.min(
    given.cap ?? Infinity,
    given.items.reduce((sum, item, i) => sum + itemPoints(item, counts[i] ?? NaN), 0),
  );
}

/** The same, told: bonus as it is added, a deduction with its sign. `measureOf` is the reason of a measure's value. */
export function itemsReason(
  op: 'bonus' | 'deduction',
  given: Items,
  value: number,
  counts: readonly number[],
  measureOf: (measure: string) => Reason,
): Reason {
  const sign = op === 'bonus' ? 1 : -1;
  const items = given.items.map((item, i) => {
    const n = counts[i] ?? NaN;
    const points = sign * itemPoints(item, n);
    return reason('adjustment', points, 'points', [reason('constant', 0, 'points'), measureOf(item.measure)], {
      ...inBoth('title', item.title),
      ...{ step: sign * item.step, per: 1, cap: item.cap ?? null, floor: null, change: points },
    });
  });
  return reason(op, value, 'points', items, { ...inBoth('title', given.title), cap: given.cap ?? null });
}
