/** What a pack is made of: the book and what people decided, with everything the papers show that is made elsewhere. */
import type { Scene } from '../../charts/scene';
import type { Pen } from '../../findings/draft-unit';
import type { PackWords } from '../../i18n/pack';
import type { LedgerRow } from '../../model/ledger-row';
import type { MeasureId } from '../../model/measure';
import type { IssueDecision, PackChoice, SentenceSaid } from '../../model/meeting';
import type { CalendarDate, Period } from '../../model/period';
import type { UnitId } from '../../model/unit';
import type { ScoreBook } from '../../score';
import type { Notice } from '../notice';
import type { PaperTable } from './paper';

export interface PackInput {
  readonly book: ScoreBook;
  readonly period: Period;
  /** Compared and ranked within this group; null: the whole city. */
  readonly group: string | null;
  readonly choice: PackChoice;
  readonly said: ReadonlyMap<string, SentenceSaid>;
  readonly issues: ReadonlyMap<string, readonly IssueDecision[]>;
  /** Rows of the issue list in force. */
  readonly rows: readonly LedgerRow[];
  readonly pen: Pen;
  readonly words: PackWords;
  /** A measure's value is not shown to a room: votes, marks, sensitive counts. */
  readonly isProjected: (measure: MeasureId) => boolean;
  readonly gradeName: (id: string) => string;
  /** Of a unit: its course and its sections beside the mean. */
  readonly unitPicture: (unit: UnitId, on: 'paper' | 'slide') => Scene | null;
  /** All units' totals. */
  readonly rankingPicture: Scene | null;
  /** 考核细则: its table, then its other parts with their sentences. */
  readonly rules: { readonly table: PaperTable; readonly more: readonly (readonly [string, readonly string[]])[] };
  /** 催报: null where nothing is owed. */
  readonly notice: Notice | null;
  readonly schemeTitle: string;
  readonly seal: { readonly hash: string; readonly at: string } | null;
  /** The day the papers speak of what is owed: that of the seal, or today. */
  readonly day: CalendarDate;
  /** ISO 8601: the time in the files of a pack that is not sealed. */
  readonly at: string;
}
