/**
 * The journal: the append-only list of what the user decided. With the source bytes it is the whole record;
 * everything on screen is `replay(sources, journal)`. Entries are never changed or removed: undoing is an entry.
 */
import type { LedgerId } from '../model/ledger';
import type { CellMend } from '../model/mend';
import type { IssueDecision, PackChoice, SentenceSaid } from '../model/meeting';
import type { CalendarDate, Period } from '../model/period';
import type { Outcome, PeriodState } from '../model/review';
import type { ColumnMapping, Reading, RememberedMapping, SourceInfo } from '../model/table';
import type { UnitId } from '../model/unit';

/** Every kind of entry, version 1. A later version of a kind gets an upcaster in `upcast.ts`. */
export type EntryBody =
  | {
      readonly kind: 'table.accepted';
      readonly source: SourceInfo;
      readonly reading: Reading;
      /** replace: rows of earlier versions of the same (ledger, period, unit) stand back. add: they stay beside. */
      readonly mode: 'replace' | 'add';
      /** Ids given to roster units without an official code: [parent id or '', normalised name, id]. */
      readonly ids?: readonly (readonly [string, string, UnitId])[];
      /** The day it came, where it came in its time: what 按时报送 counts. Absent: nobody said. */
      readonly received?: CalendarDate;
    }
  /** Table `table` (its entry's seq) is read otherwise from now on. */
  | { readonly kind: 'table.reread'; readonly table: number; readonly reading: Reading }
  /** An older version stands again before the later ones. */
  | { readonly kind: 'table.restored'; readonly table: number }
  /** Cells of table `table` read as other texts. */
  | {
      readonly kind: 'cells.mended';
      readonly table: number;
      readonly cells: readonly CellMend[];
      readonly how: 'edit' | 'proposal' | 'fillDown';
    }
  | { readonly kind: 'rows.excluded'; readonly table: number; readonly rows: readonly number[]; readonly reason: string }
  /** Confirmed for this sender's tables of these headers; `undone` forgets it. */
  | ({ readonly kind: 'mapping.remembered' } & Omit<RememberedMapping, 'seq'>)
  /** 退回: sent back to the county, which owes it again. */
  | {
      readonly kind: 'table.returned';
      readonly ledger: LedgerId;
      readonly unit: UnitId;
      readonly period: Period;
      readonly day: CalendarDate;
      readonly reason: string;
    }
  /** When a table came, said by the user; null: it is not known. */
  | {
      readonly kind: 'receipt.stated';
      readonly ledger: LedgerId;
      readonly unit: UnitId;
      readonly period: Period;
      readonly day: CalendarDate | null;
    }
  /** 报送截止 of a ledger: days after the period's last day. */
  | { readonly kind: 'deadline.stated'; readonly ledger: LedgerId; readonly days: number }
  /** A period is in this state from now on; back, and out of 封存, with a reason. */
  | {
      readonly kind: 'period.stated';
      readonly period: Period;
      readonly state: Exclude<PeriodState, 'sealed'>;
      readonly reason?: string;
    }
  /** 封存: the seal as JSON text with its hash, and how much was open and missing when it was made. */
  | {
      readonly kind: 'period.sealed';
      readonly period: Period;
      readonly seal: string;
      readonly hash: string;
      readonly open: number;
      readonly missing: number;
    }
  /** 县区意见 against a figure; `replaces`: an earlier one, not decided, that it stands in place of. */
  | {
      readonly kind: 'objection.raised';
      readonly period: Period;
      readonly unit: UnitId;
      readonly node: string;
      readonly text: string;
      readonly evidence: string;
      readonly via: 'sheet' | 'typed';
      readonly file?: string;
      readonly replaces?: number;
    }
  /** How the objection of entry `objection` was decided; decided again, the last one holds. */
  | {
      readonly kind: 'objection.decided';
      readonly objection: number;
      readonly outcome: Outcome;
      readonly reason: string;
      readonly day: CalendarDate;
    }
  /** What the city's review found at branches of table `table`: cells, in columns that the file itself may lack. */
  | {
      readonly kind: 'review.recorded';
      readonly table: number;
      readonly period: Period;
      readonly file: string;
      readonly cells: readonly CellMend[];
      readonly columns: readonly ColumnMapping[];
      readonly notes: readonly { readonly unit: UnitId; readonly branch: string; readonly text: string }[];
    }
  /** In these tables this name means this unit; null: a name that is no unit of ours, its rows are excluded. */
  | { readonly kind: 'unit.named'; readonly name: string; readonly unit: UnitId | null }
  /** Without a roster: these names are the counties. */
  | { readonly kind: 'roster.drafted'; readonly units: readonly { readonly id: UnitId; readonly name: string }[] }
  /** The scheme's JSON text as it was given. */
  | { readonly kind: 'scheme.adopted'; readonly text: string }
  /** A map of the counties 边界图: GeoJSON, its bytes among the sources. */
  | { readonly kind: 'map.adopted'; readonly source: SourceInfo }
  /** Where the counties' tiles stand: unit, column, row from 0; none: as they come. */
  | { readonly kind: 'tiles.arranged'; readonly places: readonly (readonly [UnitId, number, number])[] }
  /** How the meeting pack 会议材料 of a period is made. */
  | { readonly kind: 'pack.chosen'; readonly period: Period; readonly choice: PackChoice }
  /** Drafted sentences of a period accepted, written otherwise or left out. */
  | { readonly kind: 'sentences.said'; readonly period: Period; readonly said: readonly SentenceSaid[] }
  /** A problem on the list closed, extended or handed over. */
  | ({ readonly kind: 'issue.decided' } & Omit<IssueDecision, 'seq'>)
  /** Entry `seq` no longer counts (it stays in the journal). */
  | { readonly kind: 'undone'; readonly entry: number };

/** Steps that no figure hangs on. */
export type NoteBody = Extract<EntryBody, { kind: 'tiles.arranged' | 'pack.chosen' | 'sentences.said' | 'issue.decided' }>;

export type EntryKind = EntryBody['kind'];

export type Entry = EntryBody & {
  readonly v: 1;
  /** 1, 2, 3 … without gaps. */
  readonly seq: number;
  /** When it was decided: ISO 8601 with zone, from the one file that reads the clock. For show, never for order. */
  readonly at: string;
};
