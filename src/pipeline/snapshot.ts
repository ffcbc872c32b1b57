/** What the pipeline shows of itself: one immutable object, replaced whole at every step. The screens read nothing else. */
import type { LedgerId } from '../model/ledger';
import type { CityMap, TileSpot } from '../model/city-map';
import { Measures } from '../model/measures';
import type { Mends } from '../model/mend';
import type { CalendarDate } from '../model/period';
import type { Problem } from '../model/problem';
import { NO_RETURNS, type ReturnsView } from '../model/returns';
import { NO_REVIEWS, type Reviews } from '../model/review';
import { Roster } from '../model/roster';
import type { LoadReport, Reading, RememberedMapping, SourceInfo, TableProposal } from '../model/table';
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

/** The n-th of so many versions of one ledger × sender × periods, and the journal entry of the one before it. */
export interface Version {
  readonly n: number;
  readonly of: number;
  readonly before: number | null;
}

/** A table whose rows are in the engine and in the record. */
export interface LoadedTable {
  /** Its journal entry. */
  readonly seq: number;
  readonly at: string;
  readonly ledger: LedgerId;
  readonly source: SourceInfo;
  readonly reading: Reading;
  /** What was mended of it; a mended cell is read, reported and counted as mended. */
  readonly mends: Mends;
  readonly version: Version;
  /** The day it came; null: nobody said. */
  readonly received: CalendarDate | null;
  readonly report: LoadReport;
  /** Warnings between rows and figures, found after loading. */
  readonly checks: readonly Problem[];
  /** Units and periods it speaks of, and of how many of them its rows are in force (not replaced by a later version). */
  readonly coverage: { readonly claims: number; readonly inForce: number; readonly periods: readonly string[] };
}

/**
 * A table of a file that waits: for an answer, or to be read and dismissed because it could not be taken. A file of
 * several tables is several of these, of one source. `rereads`: the accepted table that is to be read otherwise.
 */
export type PendingFile = { readonly id: number; readonly source: SourceInfo; readonly rereads?: number } &
  /** `table`: what an answer could still mend; null where nothing could be read at all. */
  (
    | { readonly state: 'fault'; readonly problem: Problem; readonly table: TableProposal | null }
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
  /** Warnings between figures of different tables in force, beside each table's own checks. */
  readonly checks: readonly Problem[];
  /** Which tables are asked of whom by when, and when they came. */
  readonly returns: ReturnsView;
  /** Mappings that a table of the same sender and headers is read by unasked; each is forgotten by undoing its `seq`. */
  readonly remembered: readonly RememberedMapping[];
  /** States of periods, objections with their decisions, seals; `objectionsAt` tells what stands beside a number. */
  readonly reviews: Reviews;
  /** The map of the counties in use; null: none was given. */
  readonly map: CityMap | null;
  /** Tiles where the user put them; empty: as they come. */
  readonly tiles: readonly TileSpot[];
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
  checks: [],
  returns: NO_RETURNS,
  remembered: [],
  reviews: NO_REVIEWS,
  map: null,
  tiles: [],
  steps: [],
  canRedo: false,
  notices: [],
};
