/** Finding a measure's cell for a scored period: counties report some ledgers by half-year or year, and those figures belong to the quarter they end in. */
import type { MeasureId } from '../model/measure';
import { WHOLE_CITY, type MeasureCell, type Measures } from '../model/measures';
import { closingQuarter, comparePeriods, partsOf, periodOf, type Period } from '../model/period';
import type { UnitId } from '../model/unit';
import type { Due } from '../scheme';
import { dueMonths, isDue } from './due';

export interface Found {
  readonly cell: MeasureCell;
  /** The ledger's own period (`2026H1` for a half-yearly table) and unit: where the rows are. */
  readonly period: Period;
  readonly unit: UnitId;
}

/** The periods that end on the day p ends: p itself, then the quarter, the half-year, the year. */
export function endingWith(p: Period): Period[] {
  const quarter = closingQuarter(p);
  const { year, part } = partsOf(quarter);
  const all = [p, quarter];
  if (part % 2 === 0) all.push(periodOf(year, 'H', part / 2));
  if (part === 4) all.push(periodOf(year, 'Y'));
  return [...new Set(all)];
}

/**
 * Where a leaf's figure of a period may stand. What is due in the first quarter and nowhere else (述职评议) is an annual
 * table's: it speaks of the year that has just ended.
 */
export function placesOf(due: Due, p: Period): Period[] {
  const places = endingWith(p);
  const onlyFirst = dueMonths(due).every((m) => m <= 3);
  return onlyFirst && isDue(due, p) ? [...places, periodOf(partsOf(p).year - 1, 'Y')] : places;
}

/** The first cell among periods that end together. */
export function find(measures: Measures, measure: MeasureId, unit: UnitId, periods: readonly Period[]): Found | undefined {
  for (const period of periods) {
    const cell = measures.get(measure, unit, period);
    if (cell) return { cell, period, unit };
  }
  return undefined;
}

/** Where the figure that `Measures.holding` gives stands: of the unit or the whole city, in this period or one around it. */
export function findHolding(measures: Measures, measure: MeasureId, unit: UnitId, p: Period): Found | undefined {
  const cell = measures.holding(measure, unit, p);
  if (!cell) return undefined;
  // Same cell, so same place: the order of the search is Measures' own affair.
  for (const owner of [unit, WHOLE_CITY])
    for (const period of measures.periods)
      if (comparePeriods(period, p) >= 0 && measures.get(measure, owner, period) === cell) return { cell, period, unit: owner };
  return { cell, period: p, unit };
}
