/** Returns 报送: which tables are asked of whom by when, and when they came. */
import type { LedgerId } from './ledger';
import type { CalendarDate, Period } from './period';
import type { UnitId } from './unit';

/**
 * onTime · late · missing: asked for and not there, the deadline is past · awaited: not there, the deadline is to come ·
 * undated: there, and nobody said when it came.
 */
export type ReturnState = 'onTime' | 'late' | 'missing' | 'awaited' | 'undated';

/** One table asked of one unit for one period. */
export interface Return {
  readonly unit: UnitId;
  readonly ledger: LedgerId;
  readonly period: Period;
  readonly deadline: CalendarDate;
  readonly received: CalendarDate | null;
  readonly state: ReturnState;
  /** Late: by how many days. Missing: since how many days, as of the day asked about. */
  readonly days: number;
  /** 退回: how many times it was sent back, and why the last time. */
  readonly returned: number;
  readonly reason: string | null;
  /** Rows rejected and warnings in its tables in force, for 报送质量. */
  readonly rejected: number;
  readonly warnings: number;
  /** Versions accepted. */
  readonly versions: number;
}

/** What the counties are asked for in one period: N tables, M figures. */
export interface Asked {
  readonly ledgers: readonly LedgerId[];
  readonly tables: number;
  readonly figures: number;
}

/** What is asked of whom by when, of any period. */
export interface ReturnsView {
  /** 报送截止 of a ledger: days after the last day of the quarter it is asked for; as stated, else as declared. */
  deadlines(ledger: LedgerId): number;
  /**
   * The tables asked for at the end of the quarter the period ends in, by ledger, then unit in roster order, and how much
   * that is. A half-yearly or yearly table is asked for under its own period.
   */
  at(period: Period, today: CalendarDate): { readonly returns: readonly Return[]; readonly asked: Asked };
}

/** Nothing is asked of nobody. */
export const NO_RETURNS: ReturnsView = {
  deadlines: () => 0,
  at: () => ({ returns: [], asked: { ledgers: [], tables: 0, figures: 0 } }),
};
