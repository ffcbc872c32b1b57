/**
 * A unit 单位: an organisation that is scored or belongs to one that is. Units are known by an id, never by a
 * display name or a row number: names change, are abbreviated, and carry stray spaces.
 */
import type { CalendarDate } from './period';

declare const unit: unique symbol;
export type UnitId = string & { readonly [unit]: true };

/** 层级: a city holds counties, a county townships, a township branches. */
export type UnitLevel = 'city' | 'county' | 'township' | 'branch';

/** A name a unit bears from a date to a date (both inclusive; null = open). */
export interface DatedName {
  readonly name: string;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

export interface Unit {
  readonly id: UnitId;
  /** Newest last; never empty. */
  readonly names: readonly DatedName[];
  /** Official code (单位代码), where the roster gives one; then it is the id too. */
  readonly code: string | null;
  readonly level: UnitLevel;
  readonly parent: UnitId | null;
  /** 考核分组; null = in no group, compared with the whole city. */
  readonly group: string | null;
  readonly aliases: readonly string[];
  /** When it began and ended to exist (both inclusive; null = open). */
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

/**
 * The form of a unit's name in which two spellings are equal: NFKC, no white space (ideographic and no-break
 * included), no brackets' remarks such as `(盖章)`. For matching only, never for what is shown.
 */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/^[#△▲*·]+/, '')
    .replace(/\((?:盖章|公章|章)\)$/, '');
}
