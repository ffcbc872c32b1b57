/**
 * The measure algebra: what a ledger's measures 指标值 are made of. A measure is a numerator over a denominator,
 * each an aggregate over the rows of one unit and period; conditions and values may use the as-of date. The
 * algebra is data: `query/` turns it into SQL, screens into words. Ledgers never hold SQL text.
 */
import type { Text } from './text';

/** A value of one row. `asOf` is the last day of the row's period. */
export type Scalar =
  | { readonly col: string }
  | { readonly lit: string | number | boolean }
  | { readonly asOf: true }
  | { readonly op: 'add' | 'sub' | 'mul' | 'div'; readonly a: Scalar; readonly b: Scalar }
  | { readonly op: 'coalesce'; readonly of: readonly Scalar[] }
  | { readonly op: 'addMonths'; readonly date: Scalar; readonly months: number };

/** A condition on one row. A comparison with a missing value is false. */
export type Condition =
  | { readonly op: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge'; readonly a: Scalar; readonly b: Scalar }
  | { readonly op: 'in'; readonly a: Scalar; readonly of: readonly (string | number)[] }
  | { readonly op: 'given'; readonly col: string }
  | { readonly op: 'and' | 'or'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition };

/** A figure over the rows of one unit and period. Missing cells are left out of a sum and counted beside it. */
export type Aggregate =
  | { readonly agg: 'count'; readonly where?: Condition }
  /**
   * Distinct values of a column (where it is blank, of `or`): each organisation once. `within`: equal values in different
   * values of this column are different (villages of one name in two townships); its blank is a value like any other.
   */
  | {
      readonly agg: 'distinct';
      readonly col: string;
      readonly or?: string;
      readonly within?: string;
      readonly where?: Condition;
    }
  | { readonly agg: 'sum'; readonly of: Scalar; readonly where?: Condition };

/** How a value is written: a share as a percentage, a count with its unit, … */
export type ValueUnit = 'share' | 'count' | 'points' | 'number';

export interface MeasureDef {
  /** Unique in its ledger; the full id is `ledger.id`. */
  readonly id: string;
  readonly name: Text;
  readonly unit: ValueUnit;
  readonly numerator: Aggregate;
  /** Absent: the value is the numerator. Zero: not applicable (不适用). */
  readonly denominator?: Aggregate;
  /** A column to break numerator and denominator down by (领域 sector), for standardising by the city's mix. */
  readonly by?: string;
  /** s at the period's end · y since 1 January · f in the period, where all figures of the numerator are of one. */
  readonly basis?: 's' | 'y' | 'f';
  readonly better: 'higher' | 'lower' | 'neither';
  /** false: shown, never scored (◎); a scheme that names it is faulted. */
  readonly scored: boolean;
  /** 口径: numerator and denominator in words, for the printed scheme and the reason. */
  readonly definition: Text;
}

/** The full id of a measure: `rectification.closed_on_time`, `indicators.群众满意率`. */
export type MeasureId = string;

export const col = (name: string): Scalar => ({ col: name });
export const lit = (value: string | number | boolean): Scalar => ({ lit: value });
export const asOfDay: Scalar = { asOf: true };
export const times = (a: Scalar, b: Scalar): Scalar => ({ op: 'mul', a, b });
export const plus = (a: Scalar, b: Scalar): Scalar => ({ op: 'add', a, b });
export const dividedBy = (a: Scalar, b: Scalar): Scalar => ({ op: 'div', a, b });
export const minus = (a: Scalar, b: Scalar): Scalar => ({ op: 'sub', a, b });
export const coalesce = (...of: Scalar[]): Scalar => ({ op: 'coalesce', of });
export const addMonths = (date: Scalar, months: number): Scalar => ({ op: 'addMonths', date, months });

const compare =
  (op: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge') =>
  (a: Scalar, b: Scalar): Condition => ({ op, a, b });
export const eq = compare('eq');
export const ne = compare('ne');
export const lt = compare('lt');
export const le = compare('le');
export const gt = compare('gt');
export const ge = compare('ge');
export const isIn = (a: Scalar, of: readonly (string | number)[]): Condition => ({ op: 'in', a, of });
export const given = (name: string): Condition => ({ op: 'given', col: name });
export const and = (...of: Condition[]): Condition => ({ op: 'and', of });
export const or = (...of: Condition[]): Condition => ({ op: 'or', of });
export const not = (of: Condition): Condition => ({ op: 'not', of });

export const count = (where?: Condition): Aggregate => (where ? { agg: 'count', where } : { agg: 'count' });
export const distinct = (column: string, where?: Condition, more: { or?: string; within?: string } = {}): Aggregate =>
  where ? { agg: 'distinct', col: column, ...more, where } : { agg: 'distinct', col: column, ...more };
export const sum = (of: Scalar | string, where?: Condition): Aggregate => {
  const scalar = typeof of === 'string' ? col(of) : of;
  return where ? { agg: 'sum', of: scalar, where } : { agg: 'sum', of: scalar };
};

/** The columns a scalar reads. */
export function scalarColumns(s: Scalar): string[] {
  if ('col' in s) return [s.col];
  if (!('op' in s)) return [];
  if (s.op === 'coalesce') return s.of.flatMap(scalarColumns);
  if (s.op === 'addMonths') return scalarColumns(s.date);
  return [...scalarColumns(s.a), ...scalarColumns(s.b)];
}

/** The columns by which a distinct count tells rows apart. */
export const distinctColumns = (a: Extract<Aggregate, { agg: 'distinct' }>): string[] =>
  [a.within, a.col, a.or].filter((c) => c !== undefined);

/** What the scheme may name. Ledgers provide it; rooms that may not import ledgers are handed it. */
export interface MeasureCatalogue {
  /** undefined: no ledger declares such a measure. Measures named by rows (`indicators.…`) are always declared. */
  get(id: MeasureId): MeasureDef | undefined;
}
