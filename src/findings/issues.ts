/** The issues 问题 of the list that are still open on a day, the longest overdue first. */
import { daysFrom } from '../model/calendar';
import { dateIn, textIn, yesIn, type LedgerRow } from '../model/ledger-row';
import type { CalendarDate } from '../model/period';
import type { UnitId } from '../model/unit';

export interface OpenIssue {
  readonly row: LedgerRow;
  readonly unit: UnitId;
  readonly issue: string;
  readonly deadline: CalendarDate | null;
  /** Days past the deadline; 0 where it is to come or there is none. */
  readonly overdue: number;
}

/** @param rows of the issue list, in force in the period that ends on `asOf`. */
export function openIssues(rows: readonly LedgerRow[], asOf: CalendarDate): OpenIssue[] {
  return rows
    .filter((row) => !yesIn(row, 'closed'))
    .map((row): OpenIssue => {
      const deadline = dateIn(row, 'deadline');
      const overdue = deadline === null ? 0 : Math.max(0, daysFrom(deadline, asOf));
      return { row, unit: row.unit, issue: textIn(row, 'issue'), deadline, overdue };
    })
    .sort((a, b) => b.overdue - a.overdue || (a.deadline ?? '9').localeCompare(b.deadline ?? '9'));
}
