/** What the workbook of the meeting pack is made from: plain data, so that whoever has a score book hands it in without this room knowing one. */
import type { Period } from '../../model/period';
import type { Reason } from '../../model/reason';
import type { UnitId } from '../../model/unit';
import type { Scheme } from '../../scheme';

/** A file that the period's figures came from. */
export interface WorkbookSource {
  /** Its ledger's name, in the language of the pack. */
  readonly ledger: string;
  readonly file: string;
  readonly sha256: string;
}

/** A unit that is expected in the period, ranked or not. */
export interface WorkbookUnit {
  readonly id: UnitId;
  readonly name: string;
  readonly group: string | null;
  /** Why it has its total. */
  readonly total: Reason;
  /** Why the sections have their points, where the total's reason does not go through them (a year that is a mean of totals). */
  readonly sections: readonly Reason[];
  /** Why it has its rank. */
  readonly rank: Reason;
  /** Why it has its grade; null where the scheme has no grades. */
  readonly grade: Reason | null;
  /** Ids of the vetoes that apply. */
  readonly vetoes: readonly string[];
}

export interface WorkbookContent {
  readonly period: Period;
  readonly scheme: Scheme;
  /** SHA-256 of the scheme. */
  readonly hash: string;
  /** The seal's hash; null: not sealed. */
  readonly seal: string | null;
  readonly sources: readonly WorkbookSource[];
  /** All that are expected in the period: rules that look at others look at each of them. In the order of the roster. */
  readonly units: readonly WorkbookUnit[];
}
