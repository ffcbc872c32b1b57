/**
 * A reason: why a number is what it is, as data. Words in two languages, a live formula, the check of a sum and
 * the drill-down to rows are readings of this one tree, so they cannot contradict each other.
 */
import type { MeasureId, ValueUnit } from './measure';
import type { Period } from './period';
import type { UnitId } from './unit';

/** The rows a number was made from: `query/` turns it into SQL. */
export interface RowsRef {
  readonly measure: MeasureId;
  readonly unit: UnitId;
  readonly period: Period;
  readonly side: 'value' | 'numerator' | 'denominator';
}

export const REASON_OPS = [
  // structure
  'total', // sum of sections
  'section', // sum of leaves, after re-weighting
  'leaf', // points of one leaf
  'reweight', // absent siblings' marks shared out
  'rounding', // half-up to n decimals
  'roundingGap', // 舍入差
  'notDue',
  'notApplicable',
  'missing',
  'carried',
  // values
  'measure', // numerator ÷ denominator
  'figure', // one figure from rows
  'standardised', // Σ city's sector share × unit's mean in the sector
  'sector', // one term of that
  'made', // a ratio, difference or sum of measures
  'prepared', // one step of preparing
  'target',
  'pace',
  'best',
  'mean', // of the peer group or the city
  'spread', // standard deviation of the same
  'extreme', // a goalpost: least or greatest of the same, over a span of periods
  'post', // a goalpost that is a figure of its own
  'place', // among the peer group or the city
  'beaten', // share of the others that lie below
  'required', // how many are asked
  'votes', // coefficient × votes of one answer
  'exempt', // nothing is taken off
  'constant',
  // rules
  'attainment',
  'goalposts',
  'exponential',
  'zScore',
  'percentile',
  'distanceToBest',
  'distanceToTarget',
  'ratioToBest',
  'rankTable',
  'bands',
  'step',
  'perCase',
  'countMet',
  'yesNo',
  'vote',
  'asGiven',
  'adjustment',
  'year', // mean of the year's periods
  'yearPart', // one of them
  // after the sum
  'deduction', // off the total, held at its cap
  'bonus', // on top, held at its cap
  'cap',
  'floor',
  'grade',
  'veto',
  'rank',
] as const;

export type ReasonOp = (typeof REASON_OPS)[number];

export interface Reason {
  readonly op: ReasonOp;
  /** The result; null where there is none (not due, not applicable, missing). */
  readonly value: number | null;
  readonly unit: ValueUnit;
  /** What it was worked out from, in the order of the sentence. */
  readonly args: readonly Reason[];
  /** What else the sentence names: full marks, floor, the indicator's title … */
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
  /** Where rows stand behind it. */
  readonly rows?: RowsRef;
}
