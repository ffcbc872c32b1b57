/** Differences between two versions of a table: cell by cell, and what they did to points and ranks. */
import type { Period } from './period';
import type { UnitId } from './unit';

/** A row in one version and not in the other, or a cell that changed. Rows are told apart by the ledger's key. */
export interface RowDifference {
  readonly change: 'added' | 'removed' | 'changed';
  readonly period: Period | null;
  /** The key's values, for show. */
  readonly key: readonly string[];
  /** 1-based record numbers in the older and the newer source. */
  readonly rowBefore: number | null;
  readonly rowAfter: number | null;
  /** By column id: canonical values, null = none. Empty for rows added or removed. */
  readonly cells: readonly { readonly column: string; readonly before: string | null; readonly after: string | null }[];
}

/** What the newer version did to one unit in one period. */
export interface ScoreEffect {
  readonly unit: UnitId;
  readonly period: Period;
  readonly totalBefore: number | null;
  readonly totalAfter: number | null;
  readonly rankBefore: number | null;
  readonly rankAfter: number | null;
  /** Leaves whose points changed, by the scheme's leaf id. */
  readonly leaves: readonly { readonly leaf: string; readonly before: number | null; readonly after: number | null }[];
}

export interface Differences {
  /** In the order of the newer source, removed rows last; at most 5,000. */
  readonly rows: readonly RowDifference[];
  /** How many rows differ, listed or not. */
  readonly differing: number;
  /** Rows that are the same in both. */
  readonly same: number;
  /** Effects on units whose total or rank changed. */
  readonly effects: readonly ScoreEffect[];
}
