/**
 * Rectification 整顿 as a list: how every organisation identified stands on a day, and how many of them reached each stage.
 * What scores is the ledger's own measures; this is what people look up when a measure is red.
 */
import { daysFrom } from '../model/calendar';
import { dateIn, figureIn, textIn, yesIn, type LedgerRow } from '../model/ledger-row';
import type { CalendarDate } from '../model/period';
import type { UnitId } from '../model/unit';

/**
 * overdue: open past its deadline · open: its deadline is to come · noDeadline: open without one · closed · lookedBack ·
 * relapsed: came back, or listed again.
 */
export type RectificationState = 'overdue' | 'open' | 'noDeadline' | 'closed' | 'lookedBack' | 'relapsed';

export const RECTIFICATION_STATES: readonly RectificationState[] = [
  ...(['overdue', 'open', 'noDeadline', 'relapsed', 'closed', 'lookedBack'] as const),
];

export interface Organisation {
  readonly row: LedgerRow;
  readonly unit: UnitId;
  readonly township: string;
  readonly name: string;
  readonly situation: string;
  readonly identified: CalendarDate | null;
  readonly deadline: CalendarDate | null;
  readonly closed: CalendarDate | null;
  readonly lookBack: CalendarDate | null;
  readonly problemsDue: number | null;
  readonly problemsSolved: number | null;
  /** The look-back found the result lasting (巩固). */
  readonly consolidated: boolean;
  /** Said to be closed, with or without a day. */
  readonly isClosed: boolean;
  readonly state: RectificationState;
  /** Overdue: since how many days; open: how many days are left. Else null. */
  readonly days: number | null;
}

/** How the organisations of a period's rows stand on its last day. */
export function organisationsOf(rows: readonly LedgerRow[], asOf: CalendarDate): Organisation[] {
  return rows.map((row): Organisation => {
    const [deadline, lookBack] = [dateIn(row, 'deadline'), dateIn(row, 'look_back_on')];
    const isClosed = yesIn(row, 'closed');
    const relapsed = textIn(row, 'look_back_result') === 'relapsed' || yesIn(row, 'relisted');
    const left = deadline === null ? null : daysFrom(asOf, deadline);
    const open: RectificationState = left === null ? 'noDeadline' : left < 0 ? 'overdue' : 'open';
    const ended: RectificationState = lookBack !== null && lookBack <= asOf ? 'lookedBack' : 'closed';
    return {
      row,
      unit: row.unit,
      township: textIn(row, 'township'),
      name: textIn(row, 'organisation'),
      situation: textIn(row, 'situation'),
      identified: dateIn(row, 'identified_on'),
      deadline,
      closed: dateIn(row, 'closed_on'),
      lookBack,
      problemsDue: figureIn(row, 'problems_due'),
      problemsSolved: figureIn(row, 'problems_solved'),
      consolidated: textIn(row, 'look_back_result') === 'consolidated',
      isClosed,
      state: !isClosed ? open : relapsed ? 'relapsed' : ended,
      days: isClosed || left === null ? null : Math.abs(left),
    };
  });
}

/** From identification to look-back, in order. */
export const STAGES = ['identified', 'closed', 'lookedBack', 'consolidated'] as const;
export type Stage = (typeof STAGES)[number];

/** How many organisations reached each stage; of each stage only those that reached the one before. */
export function stageCounts(organisations: readonly Organisation[]): Readonly<Record<Stage, number>> {
  const count = (of: (o: Organisation) => boolean): number => organisations.filter(of).length;
  return {
    identified: organisations.length,
    closed: count((o) => o.isClosed),
    lookedBack: count((o) => o.isClosed && o.lookBack !== null),
    consolidated: count((o) => o.isClosed && o.lookBack !== null && o.consolidated),
  };
}

/** The most urgent first: overdue by its days, open by the days left, without deadline, come back, closed; then by name of the rows' order. */
export function byUrgency(organisations: readonly Organisation[]): Organisation[] {
  const place = (o: Organisation): number => RECTIFICATION_STATES.indexOf(o.state);
  const days = (o: Organisation): number => (o.state === 'overdue' ? -(o.days ?? 0) : (o.days ?? 0));
  return [...organisations].sort((a, b) => place(a) - place(b) || days(a) - days(b));
}
