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
  /** A copy with persons masked: the source it was made of, which was never kept, and of a workbook the sheet. */
  readonly maskedFrom?: SourceHash;
  readonly sheet?: string;
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

/** How a text file's bytes become records. */
export interface Dialect {
  readonly encoding: Encoding;
  /** Length of the byte order mark, 0 when there is none. */
  readonly bom: 0 | 2 | 3;
  /** One character, `, ` (comma and space), or ` `: any run of spaces. */
  readonly delimiter: string;
  /** '' = quotes have no meaning. */
  readonly quote: '"' | "'" | '';
  /** How a quote inside quotes is written; absent: it is doubled. */
  readonly escape?: '\\';
}

/** A sheet of a workbook (.xlsx), by its name; its records are its rows, cells as a spreadsheet shows them. */
export interface Sheet {
  readonly sheet: string;
}

/** How a source's bytes become records. */
export type Form = Dialect | Sheet;

export const isSheet = (form: Form): form is Sheet => 'sheet' in form;

/** What a cell without a figure means. */
export type Meaning = 'missing' | 'na' | 'zero';

/** Where an import departs from the rule: blank and `—` missing, `/` and 不涉及 not applicable, 无 zero in counts and missing elsewhere. */
export interface Words {
  readonly blank?: Meaning;
  readonly slash?: Meaning;
  readonly none?: Meaning;
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
  /** The file has no such column: what stands in it was put there by mends. Behind those that it has. */
  readonly added?: true;
}

export interface Reading {
  readonly ledger: LedgerId;
  readonly dialect: Form;
  /** 0-based first and last record of the source that hold the table, title rows included; absent: all of it. */
  readonly area?: { readonly first: number; readonly last: number };
  /**
   * The table's records are the columns of the area (counties as columns). Then the header, `ColumnMapping.index` and
   * row numbers count the turned table: row n is the source's n-th column, `index` i the i-th record of the area.
   */
  readonly transposed?: true;
  /** 0-based index of the first header record and how many records the header spans; `count` 0: no header at all, data from `first` on. */
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
  readonly words?: Words;
  /** What looked like persons stays as it is: the user looked and said that it is none. */
  readonly personsKept?: true;
}

/** What looks like persons in a source. Nothing of it is kept until the user decides. */
export interface PersonsFound {
  /** Columns of persons by their header (姓名, 联系人, 电话, 身份证号), 0-based. */
  readonly columns: readonly { readonly index: number; readonly header: string }[];
  /** Cells elsewhere that hold an identity number, a mobile number or a name with a post. */
  readonly cells: number;
  /** A few of those cells, masked. */
  readonly samples: readonly string[];
}

/** How a sender's tables were read before, so that the next one of the same headers needs no question. */
export interface RememberedMapping {
  /** The journal entry it was confirmed by; what is deleted to forget it. */
  readonly seq: number;
  readonly sender: string;
  readonly ledger: LedgerId;
  /** Every header of the file in order, verbatim. */
  readonly headers: readonly string[];
  readonly columns: readonly Omit<ColumnMapping, 'index'>[];
  readonly words?: Words;
}

/** What a file was recognised as. A table with questions waits for the user; one without is loaded at once. */
export interface TableProposal {
  /** The file's name, for places. */
  readonly file: string;
  readonly reading: Reading;
  readonly questions: readonly Question[];
  /** Whether the byte scan proved it regular, so that the engine may read the file itself. */
  readonly clean: boolean;
  /** Notices about the table as a whole (columns not used, rows above the header, …). */
  readonly problems: readonly Problem[];
  /** The first records verbatim (turned where the table is transposed), title rows included, for the preview; persons masked. */
  readonly preview: readonly (readonly string[])[];
  readonly persons: PersonsFound | null;
  /** The remembered mapping that was applied. */
  readonly remembered?: RememberedMapping;
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
  | { readonly ask: 'share'; readonly index: number; readonly header: string; readonly samples: readonly string[] }
  /** No ledger fits: which one is it, and which column is what? Answered by `map`. */
  | { readonly ask: 'map'; readonly headers: readonly string[] }
  /** It holds what looks like persons: mask it, or is it none? */
  | { readonly ask: 'persons'; readonly found: PersonsFound };

/** Answers, each changing one thing of a proposal's reading. `period` with all rows of other periods excluded, or kept under their own. */
export type Answer =
  | { readonly ask: 'ledger'; readonly ledger: LedgerId }
  | { readonly ask: 'period'; readonly period: Period; readonly rowPeriods: 'only' | 'own' }
  | { readonly ask: 'column'; readonly index: number; readonly column: string | null }
  | { readonly ask: 'share'; readonly index: number; readonly shareAs: 'percent' | 'fraction' }
  /** The whole table by hand; also given unasked. `columns`: by position in the file, null = not used. */
  | {
      readonly ask: 'map';
      readonly ledger: LedgerId;
      readonly header: Reading['header'];
      readonly columns: readonly (string | null)[];
    }
  /** mask: a copy with `＊＊＊` in place of persons is what is kept. */
  | { readonly ask: 'persons'; readonly take: 'mask' | 'keep' }
  | { readonly ask: 'scale'; readonly index: number; readonly scale: number }
  | { readonly ask: 'words'; readonly words: Words }
  | { readonly ask: 'sender'; readonly sender: string };

/** What the user fixes before a file is looked at: how its bytes are read. */
export interface InspectOptions {
  readonly dialect?: Partial<Pick<Dialect, 'encoding' | 'delimiter' | 'quote' | 'escape'>>;
  readonly remembered?: readonly RememberedMapping[];
}

/** A file holds one table or several (sheets, tables one below the other); `rest` says what else there was and was not taken. */
export type Inspection =
  | {
      readonly ok: true;
      readonly source: SourceInfo;
      readonly tables: readonly TableProposal[];
      readonly rest: readonly Problem[];
    }
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
