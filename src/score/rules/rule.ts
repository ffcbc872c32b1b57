/** What every rule's file provides. Points are plain arithmetic on numbers, so that thousands are re-scored in a frame; reasons are built only when asked for. */
import type { ValueUnit } from '../../model/measure';
import type { Reason, RowsRef } from '../../model/reason';
import { titleOf, type Rule, type SchemeText } from '../../scheme';
import type { Field } from '../field';

/** What a screen must say beside a leaf. */
export type FlagCode =
  | 'zeroRange' // lo = hi, or no spread at all: all full marks
  | 'postsCrossed' // the goalposts' figures stand the wrong way round
  | 'smallGroup' // fewer than 4 units in the group: the fallback applies
  | 'bestZero' // the best value is 0
  | 'noTarget' // a unit has no target, or a target of 0, and the leaf does not apply to it
  | 'targetZero' // a unit's target is 0, and the rule says what that gives
  | 'noYearStart' // no period before the year: this one stands for it
  | 'noVotes' // an answer of the ballot has no figure, or nobody voted
  | 'unreported' // due, and nobody reported
  | 'notStandardised'; // no figures by sector: the plain value stands

export interface RuleCode<R extends Rule> {
  /** The number outside the leaf that unit u's value is held against (a target, the best); NaN where the rule needs none or there is none. */
  against(rule: R, field: Field, u: number): number;
  /** The other number, for rules that look at two (the upper goalpost, the spread around a mean, the last of the places shared). */
  second?(rule: R, field: Field, u: number): number;
  /** Points for a prepared value under `full` marks; NaN where the rule does not apply to the unit. `second` is NaN or left out where the rule has none. */
  points(rule: R, full: number, x: number, against: number, second?: number): number;
  flag(rule: R, field: Field, u: number): FlagCode | null;
  /** The same, told: its value is `points()`, its first argument the prepared value. `unitOf` says how a measure is written. */
  reason(rule: R, full: number, value: Reason, field: Field, u: number, unitOf: UnitOf): Reason;
}

export type UnitOf = (measure: string) => ValueUnit;

/** For rules that look at nothing outside the leaf. */
export const alone = { against: (): number => NaN, flag: (): FlagCode | null => null };

/** A reason node; a value that is not a number is told as none. */
export function reason(
  op: Reason['op'],
  value: number | null,
  unit: ValueUnit,
  args: readonly Reason[] = [],
  params: Reason['params'] = {},
  rows?: RowsRef,
): Reason {
  const node = { op, value: value === null || !Number.isFinite(value) ? null : value, unit, args, params };
  return rows ? { ...node, rows } : node;
}

/** A text of the scheme for a reason's sentence, in both languages: `titleZh`, `titleEn`. */
export const inBoth = (name: string, text: SchemeText): Record<string, string> => ({
  [`${name}Zh`]: titleOf(text, 'zh-CN'),
  [`${name}En`]: titleOf(text, 'en'),
});
