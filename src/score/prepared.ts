/** What preparing a period yields: columns by unit, which scoring, ranking and reasons read. */
import type { Period } from '../model/period';
import type { UnitId } from '../model/unit';
import type { Direct, Leaf, Veto } from '../scheme';
import type { Field } from './field';
import type { FlagCode } from './rules/rule';
import type { SectorMix } from './sector';
import type { LeafValues } from './values';

/**
 * ok · carried: an earlier due value stands · notDue · na: not applicable · missing: due, not reported, scored as
 * the scheme says (zero or a fixed value) · excluded: due, not reported, left out. The first two and missing count; the rest are re-weighted.
 */
export const LEAF_STATES = ['ok', 'carried', 'notDue', 'na', 'missing', 'excluded'] as const;
export type LeafState = (typeof LEAF_STATES)[number];

export interface Flag {
  readonly code: FlagCode;
  readonly node: number;
  readonly unit: UnitId;
}

export interface PreparedLeaf {
  readonly node: number;
  readonly leaf: Leaf;
  /** The period the value is of; null when the leaf is not due and nothing is carried. */
  readonly source: Period | null;
  readonly field: Field;
  readonly states: readonly LeafState[];
  /** What the rule is given: the prepared or fixed value; NaN where there is none. */
  readonly x: Float64Array;
  readonly against: Float64Array;
  /** The other end of what the rule holds the value against, for rules with two. */
  readonly second: Float64Array;
  /** By adjustment, by unit: how many; NaN where none is reported. */
  readonly adjustments: readonly Float64Array[];
  readonly mix: SectorMix | null;
  /** The values before and after each step of preparing, of any period. */
  readonly steps: LeafValues;
  /** Of a year: the leaf in the periods it is the mean of, with their weights. */
  readonly over?: readonly YearPart[];
}

export interface PreparedPeriod {
  readonly period: Period;
  /** Expected in the period, in roster order. */
  readonly units: readonly UnitId[];
  readonly groups: readonly (string | null)[];
  readonly parents: readonly (UnitId | null)[];
  /** In tree order. */
  readonly leaves: readonly PreparedLeaf[];
  /** By unit, the vetoes that apply. */
  readonly vetoes: readonly (readonly Veto[])[];
  /** By unit, the grades that are set directly: their conditions hold. */
  readonly direct: readonly (readonly Direct[])[];
  /** By unit, whether each grade line's further conditions hold, best line first. */
  readonly admitted: readonly (readonly boolean[])[];
  /** By unit, how many of each bonus item, and of each deduction. */
  readonly bonus: readonly (readonly number[])[];
  readonly deductions: readonly (readonly number[])[];
  readonly flags: readonly Flag[];
}

/** A leaf in one period of the year. */
export interface YearPart {
  readonly leaf: PreparedLeaf;
  readonly weight: number;
  /** Where each unit of the year stands in the period's columns; -1 where it was not expected. */
  readonly at: readonly number[];
}
