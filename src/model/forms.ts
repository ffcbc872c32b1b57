/** Forms that were sent out, filled in, and came back: check sheets 核对单 and sampling lists 抽查名单, as read. */
import type { Problem } from './problem';
import type { RowCode } from './row-code';

/** A row that says something. */
export interface SheetRow {
  /** 1-based record number in its sheet. */
  readonly row: number;
  /** null: none in the row, so that only the indicator's name tells which it is. */
  readonly code: RowCode | null;
  /** The cell under 指标; '' where there is no such column. */
  readonly indicator: string;
  readonly opinion: string;
  readonly evidence: string;
  /** Figures that read otherwise than they were printed. */
  readonly changed: readonly { readonly header: string; readonly was: string; readonly now: string }[];
}

export interface SampleRow {
  readonly row: number;
  readonly code: RowCode;
  /** The canonical number of stars and points, as text; '' where not filled in. */
  readonly star: string;
  readonly score: string;
  readonly note: string;
}

/** Texts are free of persons. `problems`: what was not taken, or taken with a doubt, each with its place. */
export type FilledForm = { readonly file: string; readonly problems: readonly Problem[] } & (
  | {
      readonly kind: 'sheet';
      /** The code of the sheet as a whole. */
      readonly head: RowCode | null;
      readonly rows: readonly SheetRow[];
      /** Rows that came back without an opinion, and those that say there is none (无意见). */
      readonly blank: number;
      readonly agreed: number;
    }
  | { readonly kind: 'sample'; readonly rows: readonly SampleRow[]; readonly blank: number }
);
