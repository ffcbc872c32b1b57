/** How an item stands at a day, and which come first: overdue, then by the nearest deadline, then what is closed. */
import type { CalendarDate } from '../../model/period';
import type { UnitId } from '../../model/unit';
import { dayNumber } from './days';

export interface TimelineItem {
  readonly id: string;
  readonly label: string;
  readonly unit?: UnitId;
  /** Absent or not a day: said, not dropped. */
  readonly start?: CalendarDate | null;
  readonly deadline?: CalendarDate | null;
  /** The deadline after an extension: this one counts then. */
  readonly extended?: CalendarDate | null;
  readonly closed?: CalendarDate | null;
  readonly lookBack?: CalendarDate | null;
  /** A further line of the tooltip. */
  readonly note?: string;
}

export interface Standing {
  readonly item: TimelineItem;
  /** Day numbers; null: not known. `due`: the extended deadline, or else the deadline. */
  readonly start: number | null;
  readonly deadline: number | null;
  readonly due: number | null;
  readonly extended: number | null;
  readonly closed: number | null;
  readonly lookBack: number | null;
  /** Open and past its due day by `days`; open with `days` left; open without a due day; closed `days` late; closed in time. */
  readonly state: 'overdue' | 'open' | 'noDeadline' | 'closedLate' | 'closed';
  readonly days: number;
}

/** Every item as it stood at a day, the most urgent first, ties in the order given. A day closed after `asOf` had not come yet. */
export function byUrgency(items: readonly TimelineItem[], asOf: number): Standing[] {
  const standing = items.map((item) => standingOf(item, asOf));
  const place = (s: Standing) => ({ overdue: 0, open: 1, noDeadline: 2, closedLate: 3, closed: 3 })[s.state];
  return standing.sort(
    (a, b) =>
      place(a) - place(b) ||
      // Of the closed the newest first, of the open the nearest deadline.
      (place(a) === 3 ? (b.closed ?? 0) - (a.closed ?? 0) : (a.due ?? 0) - (b.due ?? 0)),
  );
}

function standingOf(item: TimelineItem, asOf: number): Standing {
  const deadline = dayNumber(item.deadline);
  const extended = dayNumber(item.extended);
  const due = extended ?? deadline;
  const ended = dayNumber(item.closed);
  const closed = ended !== null && ended <= asOf ? ended : null;
  const looked = dayNumber(item.lookBack);
  const days = {
    start: dayNumber(item.start),
    deadline,
    due,
    extended,
    closed,
    lookBack: looked !== null && looked <= asOf ? looked : null,
  };
  if (closed !== null) {
    const late = due === null ? 0 : closed - due;
    return { item, ...days, state: late > 0 ? 'closedLate' : 'closed', days: Math.max(0, late) };
  }
  if (due === null) return { item, ...days, state: 'noDeadline', days: 0 };
  return due < asOf ? { item, ...days, state: 'overdue', days: asOf - due } : { item, ...days, state: 'open', days: due - asOf };
}
