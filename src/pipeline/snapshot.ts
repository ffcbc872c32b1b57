/** What the pipeline shows of itself: one immutable object, replaced whole at every step. The screens read nothing else. */
import type { LedgerId } from '../model/ledger';
import { Measures } from '../model/measures';
import type { Problem } from '../model/problem';
import { Roster } from '../model/roster';
import type { LoadReport, Reading, SourceInfo, TableProposal } from '../model/table';
import type { UnitId } from '../model/unit';
import type { Scheme } from '../scheme';
import type { ScoreBook } from '../score';
import type { Entry } from '../workspace/journal';

export type Stage = 'boot' | 'hash' | 'inspect' | 'scan' | 'load' | 'check' | 'measure' | 'score';

export interface Progress {
  readonly stage: Stage;
  /** The file at work, '' between files. */
  readonly file: string;
  /** 0–1 within the stage; null where it can't be told. */
  readonly share: number | null;
  /** The how-manieth of how many files. */
  readonly at: number;
  readonly of: number;
}

/** A table whose rows are in the engine and in the record. */
export interface LoadedTable {
  /** Its journal entry. */
  readonly seq: number;
  readonly at: string;
  readonly ledger: LedgerId;
  readonly source: SourceInfo;
  readonly reading: Reading;
  readonly report: LoadReport;
  /** Warnings between rows and figures, found after loading. */
  readonly checks: readonly Problem[];
  /** Units and periods it speaks of, and of how many of them its rows are in force (not replaced by a later version). */
  readonly coverage: { readonly claims: number; readonly inForce: number; readonly periods: readonly string[] };
}

/** A file that waits: for an answer, or to be read and dismissed because it could not be taken. */
export type PendingFile = { readonly id: number; readonly source: SourceInfo } & (
  | { readonly state: 'fault'; readonly problem: Problem }
  | { readonly state: 'questions'; readonly table: TableProposal }
  /** Its turn has not come yet. */
  | { readonly state: 'queued'; readonly table: TableProposal }
  /** Some of its unit names are not known yet. */
  | { readonly state: 'names'; readonly table: TableProposal }
  /** Same ledger, unit and period as a table in force, yet no row in common: a further part, or a replacement? */
  | { readonly state: 'overlap'; readonly table: TableProposal }
);

/** A name in a unit column that the roster does not know; asked once for all files. */
export interface UnknownName {
  readonly name: string;
  readonly files: readonly string[];
  readonly rows: number;
  /** Likeliest first. */
  readonly proposals: readonly UnitId[];
}

export interface Snapshot {
  readonly phase: 'booting' | 'ready' | 'failed';
  /** Why the app cannot work at all, when it cannot. */
  readonly failure: Problem | null;
  readonly progress: Progress | null;
  readonly tables: readonly LoadedTable[];
  readonly pending: readonly PendingFile[];
  readonly unknownNames: readonly UnknownName[];
  readonly roster: Roster;
  /** The roster was made from the names in the tables, for want of one. */
  readonly rosterDrafted: boolean;
  readonly measures: Measures;
  readonly scheme: Scheme | null;
  readonly schemeProblems: readonly Problem[];
  readonly book: ScoreBook | null;
  readonly steps: readonly Entry[];
  readonly canRedo: boolean;
  /** Things to say once: a file dropped twice, storage refused. */
  readonly notices: readonly Problem[];
}

export const EMPTY: Snapshot = {
  phase: 'booting',
  failure: null,
  progress: null,
  tables: [],
  pending: [],
  unknownNames: [],
  roster: new Roster([]),
  rosterDrafted: false,
  measures: new Measures([]),
  scheme: null,
  schemeProblems: [],
  book: null,
  steps: [],
  canRedo: false,
  notices: [],
};
