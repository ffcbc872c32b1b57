/**
 * How a source is read as a table: everything needed to read it again and get the same records. A `Reading` is
 * what the journal keeps of an accepted table, so it is plain JSON and complete.
 */
import type { LedgerId } from './ledger';
import type { Period } from './period';
import type { Place, Problem } from './problem';

/** SHA-256 of a source's bytes, lower-case hex: the source's only name inside the app. */
export type SourceHash = string;

export interface SourceInfo {
  readonly hash: SourceHash;
  /** The file's name as it arrived; for show. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

export interface Dialect {
  readonly encoding: Encoding;
  /** Length of the byte order mark, 0 when there is none. */
  readonly bom: 0 | 2 | 3;
  readonly delimiter: string;
  /** '' = quotes have no meaning. */
  readonly quote: '"' | "'" | '';
}

/** One column of the file and what it was taken for; `column` null = carried along nowhere, said so to the user. */
export interface ColumnMapping {
  /** 0-based position in the file. */
  readonly index: number;
  /** The header as the file has it, merged parts joined by `/`. */
  readonly header: string;
  readonly column: string | null;
  /** Multiply by this to reach the declared unit (元 in a 万元 column: 0.0001). */
  readonly scale?: number;
  /** For a share column: how its bare numbers are meant. `95.3%` needs no such decision. */
  readonly shareAs?: 'percent' | 'fraction';
}

export interface Reading {
  readonly ledger: LedgerId;
  readonly dialect: Dialect;
  /** 0-based index of the first header record and how many records the header spans. */
  readonly header: { readonly first: number; readonly count: number };
  readonly columns: readonly ColumnMapping[];
  /** The period of rows that do not name their own; null when every row does. */
  readonly period: Period | null;
  /** `only`: rows of another period are excluded with that reason. `own`: each row goes to the period it names. */
  readonly rowPeriods: 'only' | 'own';
  /** Who sent it: the name in 填报单位, the county all rows belong to, or '' for the city's own collection. */
  readonly sender: string;
  /** Written by this app: a leading `'` before a formula character is taken off again. */
  readonly ownExport: boolean;
}

/** What a file was recognised as. A table with questions waits for the user; one without is loaded at once. */
export interface TableProposal {
  readonly reading: Reading;
  readonly questions: readonly Question[];
  /** Whether the byte scan proved it regular, so that the engine may read the file itself. */
  readonly clean: boolean;
  /** Notices about the table as a whole (columns not used, rows above the header, …). */
  readonly problems: readonly Problem[];
  /** The first records verbatim, title rows included, for the preview. */
  readonly preview: readonly (readonly string[])[];
}

/** What only the user can decide. Its answer is a change of the reading. */
export type Question =
  | { readonly ask: 'ledger'; readonly candidates: readonly LedgerId[] }
  | {
      readonly ask: 'period';
      readonly candidates: readonly {
        readonly period: Period;
        readonly from: 'title' | 'fileName' | 'column';
        readonly rows?: number;
      }[];
    }
  | { readonly ask: 'column'; readonly index: number; readonly header: string; readonly candidates: readonly string[] }
  | { readonly ask: 'share'; readonly index: number; readonly header: string; readonly samples: readonly string[] };

/** Answers, each changing one thing of a proposal's reading. `period` with all rows of other periods excluded, or kept under their own. */
export type Answer =
  | { readonly ask: 'ledger'; readonly ledger: LedgerId }
  | { readonly ask: 'period'; readonly period: Period; readonly rowPeriods: 'only' | 'own' }
  | { readonly ask: 'column'; readonly index: number; readonly column: string | null }
  | { readonly ask: 'share'; readonly index: number; readonly shareAs: 'percent' | 'fraction' };

export type Inspection =
  | { readonly ok: true; readonly source: SourceInfo; readonly table: TableProposal }
  | { readonly ok: false; readonly source: SourceInfo; readonly problem: Problem };

/** How a row ended. Rows accepted are in the engine; the others are here, each with its place and reason. */
export interface LoadReport {
  /** Records below the header, however they ended: accepted + excluded + rejected. */
  readonly rows: number;
  readonly accepted: number;
  readonly excluded: readonly Problem[];
  readonly rejected: readonly Problem[];
  /** Of cells and checks in accepted rows. */
  readonly warnings: readonly Problem[];
  /** Totals found in the table, to be held against the sum of the rows: column → stated total. */
  readonly totals: readonly { readonly row: number; readonly scope: string; readonly values: Readonly<Record<string, number>> }[];
  /** Nil reports (零报告): units that reported and have no rows. */
  readonly nil: readonly { readonly unit: string; readonly period: Period; readonly place: Place }[];
}
