/**
 * The narrow waist: measure values by unit and period. Everything before it is files and SQL, everything after
 * it plain functions over a few thousand numbers.
 */
import type { MeasureId } from './measure';
import { comparePeriods, isPeriod, partsOf, type Period } from './period';
import type { UnitId } from './unit';

/**
 * ok: there is a value. missing: due and not reported, or reported blank. na: not applicable (denominator 0, or
 * the county wrote 不涉及). A measure that no row exists for is missing, never zero.
 */
export type CellStatus = 'ok' | 'missing' | 'na';

export interface MeasureCell {
  /** null unless status is ok. */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly status: CellStatus;
  /** Rows in force of the unit and period. */
  readonly rows: number;
  /** Numerator and denominator by the measure's `by` column (领域 sector). */
  readonly parts?: readonly MeasurePart[];
}

export interface MeasurePart {
  readonly key: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** Stands for the whole city in rows that name no unit (targets, benchmarks). */
export const WHOLE_CITY = '*' as UnitId;

export interface MeasureEntry extends MeasureCell {
  readonly measure: MeasureId;
  readonly unit: UnitId;
  readonly period: Period;
}

/** An immutable table of measure cells. */
export class Measures {
  readonly #cells = new Map<MeasureId, Map<Period, Map<UnitId, MeasureCell>>>();
  readonly #periods: readonly Period[];
  readonly size: number;

  constructor(entries: Iterable<MeasureEntry>) {
    const periods = new Set<Period>();
    let size = 0;
    for (const { measure, unit, period, ...cell } of entries) {
      let byPeriod = this.#cells.get(measure);
      if (!byPeriod) this.#cells.set(measure, (byPeriod = new Map<Period, Map<UnitId, MeasureCell>>()));
      let byUnit = byPeriod.get(period);
      if (!byUnit) byPeriod.set(period, (byUnit = new Map<UnitId, MeasureCell>()));
      byUnit.set(unit, cell);
      periods.add(period);
      size += 1;
    }
    this.#periods = [...periods].sort(comparePeriods);
    this.size = size;
  }

  /** Every period any measure has a cell for, in order. */
  get periods(): readonly Period[] {
    return this.#periods;
  }

  get ids(): readonly MeasureId[] {
    return [...this.#cells.keys()];
  }

  has(measure: MeasureId): boolean {
    return this.#cells.has(measure);
  }

  /** The cell of a unit in exactly this period; undefined when no table in force covers it. */
  get(measure: MeasureId, unit: UnitId, period: Period): MeasureCell | undefined {
    return this.#cells.get(measure)?.get(period)?.get(unit);
  }

  /** `get` of one measure and period for many units, in their order. */
  cells(measure: MeasureId, period: Period, units: readonly UnitId[]): (MeasureCell | undefined)[] {
    // A view of other measures has no cells of its own, and is asked one by one.
    if (this.#cells.size === 0) return units.map((unit) => this.get(measure, unit, period));
    const found = Array<MeasureCell | undefined>(units.length).fill(undefined);
    const byUnit = this.#cells.get(measure)?.get(period);
    if (!byUnit) return found;
    let i = 0;
    // Most tables list the units as the roster does: as long as they do, nothing need be looked up.
    for (const [unit, cell] of byUnit) {
      if (unit !== units[i]) break;
      found[i++] = cell;
    }
    for (; i < units.length; i++) found[i] = byUnit.get(units[i]!);
    return found;
  }

  /**
   * The figure that holds for a unit in a period, for targets and benchmarks: the unit's own, else the whole
   * city's; of the period, else of the half-year, else of the year it lies in.
   */
  holding(measure: MeasureId, unit: UnitId, period: Period): MeasureCell | undefined {
    for (const p of [period, ...enclosing(period)])
      for (const u of [unit, WHOLE_CITY]) {
        const cell = this.get(measure, u, p);
        if (cell) return cell;
      }
    return undefined;
  }
}

function enclosing(p: Period): Period[] {
  const { year, kind, part } = partsOf(p);
  const candidates = kind === 'Q' ? [`${year}H${part > 2 ? 2 : 1}`, `${year}`] : kind === 'H' ? [`${year}`] : [];
  return candidates.filter(isPeriod);
}
