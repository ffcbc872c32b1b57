/** A leaf's figure for a unit and period: a measure's cell, or one made of several by the scheme's arithmetic. */
import type { MeasureCell, Measures } from '../model/measures';
import type { Period } from '../model/period';
import type { UnitId } from '../model/unit';
import { partsOfFigure, type Figure } from '../scheme';
import { find, type Found } from './find';

/**
 * Undefined where no table in force covers the measure (of one made of several: any of them). A part that is missing
 * makes the whole missing, one that is not applicable, or a denominator of 0, makes it not applicable.
 */
export function findFigure(measures: Measures, figure: Figure, unit: UnitId, places: readonly Period[]): Found | undefined {
  if (typeof figure === 'string') return find(measures, figure, unit, places);
  const parts = partsOfFigure(figure).map((f) => findFigure(measures, f, unit, places));
  const found = parts.filter((p) => p !== undefined);
  const first = found[0];
  if (!first || found.length < parts.length) return undefined;
  return {
    cell: cellOf(
      figure,
      found.map((p) => p.cell),
    ),
    period: first.period,
    unit,
  };
}

function cellOf(figure: Exclude<Figure, string>, cells: readonly MeasureCell[]): MeasureCell {
  const rows = cells.reduce((n, c) => n + c.rows, 0);
  const none = (status: 'missing' | 'na', numerator: number | null = null, denominator: number | null = null): MeasureCell => ({
    ...{ value: null, numerator, denominator, status, rows },
  });
  if (cells.some((c) => c.status === 'missing')) return none('missing');
  if (cells.some((c) => c.status === 'na')) return none('na');
  const values = cells.map((c) => c.value ?? NaN);
  const [numerator = NaN, denominator = NaN] = values;
  if ('ratio' in figure && denominator === 0) return none('na', numerator, 0);
  const value = combined(figure, values);
  if (!Number.isFinite(value)) return none('na');
  const sides = 'ratio' in figure ? { numerator, denominator } : { numerator: value, denominator: null };
  return { value, ...sides, status: 'ok', rows };
}

/** What the parts' values make. */
export function combined(figure: Exclude<Figure, string>, values: readonly number[]): number {
  const [a = NaN, b = NaN] = values;
  if ('ratio' in figure) return a / b;
  if ('difference' in figure) return a - b;
  if ('sum' in figure) return values.reduce((s, x) => s + x, 0);
  return figure.weighted.reduce((s, w, i) => s + w.by * (values[i] ?? NaN), 0);
}
