/** One measure of all units in one period, with ranks and the values it is compared with: the period before (环比) and the year before (同比). */
import type { MeasureCell, Measures } from '../model/measures';
import { shift, yearBefore, type Period } from '../model/period';
import type { UnitId } from '../model/unit';
import { snap } from '../scheme';

export interface ColumnCell {
  readonly unit: UnitId;
  /** undefined: no table in force covers it. */
  readonly cell: MeasureCell | undefined;
  /** Among the units with a value, equal at 1e-9 is a tie; null: no value, or neither direction is better. */
  readonly rank: number | null;
  readonly tied: boolean;
  readonly before: number | null;
  readonly yearBefore: number | null;
}

export function columnOf(
  measures: Measures,
  measure: string,
  period: Period,
  units: readonly UnitId[],
  better: 'higher' | 'lower' | 'neither',
): ColumnCell[] {
  const values = units.flatMap((unit) => {
    const value = measures.get(measure, unit, period)?.value ?? null;
    return value === null ? [] : [snap(value)];
  });
  return units.map((unit) => {
    const cell = measures.get(measure, unit, period);
    const value = cell?.value ?? null;
    const own = value === null ? null : snap(value);
    const ahead = (v: number): boolean => own !== null && (better === 'lower' ? v < own : v > own);
    return {
      unit,
      cell,
      rank: own === null || better === 'neither' ? null : 1 + values.filter(ahead).length,
      tied: own !== null && values.filter((v) => v === own).length > 1,
      before: measures.get(measure, unit, shift(period, -1))?.value ?? null,
      yearBefore: measures.get(measure, unit, yearBefore(period))?.value ?? null,
    };
  });
}
