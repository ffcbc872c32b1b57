/**
 * What a leaf scores 指标值: a measure of a ledger, or a ratio, difference or sum made of measures. A part that is
 * missing makes the whole missing, since missing is not zero.
 */
import * as v from 'valibot';
import { measureId, number } from './parts';

export type Figure =
  | string
  | { readonly ratio: readonly [Figure, Figure] }
  | { readonly difference: readonly [Figure, Figure] }
  | { readonly sum: readonly Figure[] }
  | { readonly weighted: readonly { readonly of: Figure; readonly by: number }[] };

const anyFigure: v.GenericSchema<unknown, Figure> = v.lazy((input) =>
  input === undefined ? anyForm : typeof input === 'string' ? measureId : made,
);
const made = v.union([
  v.strictObject({
    ratio: v.strictTuple([anyFigure, anyFigure]),
  }),
  v.strictObject({ difference: v.strictTuple([anyFigure, anyFigure]) }),
  v.strictObject({ sum: v.pipe(v.array(anyFigure), v.minLength(2)) }),
  v.strictObject({
    weighted: v.pipe(v.array(v.strictObject({ of: anyFigure, by: number })), v.minLength(1)),
  }),
]);

const anyForm = v.union([measureId, made]);
/** The form by the name the JSON Schema gives it. */
export const figureForm = anyForm;
export const figure = anyFigure;

/** The parts of a figure; none of a measure. */
export function partsOfFigure(f: Figure): readonly Figure[] {
  if (typeof f === 'string') return [];
  if ('ratio' in f) return f.ratio;
  if ('difference' in f) return f.difference;
  return 'sum' in f ? f.sum : f.weighted.map((w) => w.of);
}

/** Every measure a figure is made of, in its order. */
export const measuresIn = (f: Figure): string[] => (typeof f === 'string' ? [f] : partsOfFigure(f).flatMap(measuresIn));

/** The measure a figure is named and drilled down by: itself, or its first part's. */
export const firstMeasure = (f: Figure): string => measuresIn(f)[0] ?? '';
