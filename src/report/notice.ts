/** 催报通知: which counties owe which tables, in the tone of an official notice; a content model that the screen draws, prints and copies. */
import type { LedgerId } from '../model/ledger';
import type { CalendarDate, Period } from '../model/period';
import type { Return } from '../model/returns';
import type { UnitId } from '../model/unit';
import { paperWords, type Speech } from './speech';

export interface NoticeParts {
  readonly period: Period;
  readonly today: CalendarDate;
  /** The returns owed, of the counties it goes to. */
  readonly owed: readonly Return[];
  readonly unitName: (unit: UnitId) => string;
  readonly ledgerName: (ledger: LedgerId) => string;
  /** 补报期限; null: left blank, as are the other three. */
  readonly by: CalendarDate | null;
  readonly number: string;
  readonly signature: string;
  readonly contact: string;
}

export interface NoticeLine {
  readonly unit: string;
  /** Lines of one county stand together; this is the first, and there are so many. */
  readonly first: boolean;
  readonly of: number;
  readonly ledger: string;
  readonly period: string;
  readonly deadline: string;
  readonly late: string;
}

export interface Notice {
  readonly title: string;
  readonly number: string;
  readonly to: string;
  readonly body: string;
  readonly points: readonly string[];
  readonly contact: string;
  readonly signature: string;
  readonly date: string;
  readonly annex: string;
  readonly annexTitle: string;
  readonly head: readonly string[];
  readonly lines: readonly NoticeLine[];
}

/** Whether a return can be urged: it is not there. */
export const isOwed = (r: Return): boolean => r.state === 'missing' || r.state === 'awaited';

/** @param speech the language of the notice; formats of periods and dates with it. */
export function noticeOf(parts: NoticeParts, speech: Speech): Notice {
  const w = paperWords(speech).notice;
  const { f } = speech;
  const { owed, period, today } = parts;
  const units = [...new Set(owed.map((r) => r.unit))];
  const lines = units.flatMap((unit) => {
    const own = owed.filter((r) => r.unit === unit);
    return own.map((r, i): NoticeLine => {
      const ledger = parts.ledgerName(r.ledger);
      return {
        unit: parts.unitName(unit),
        first: i === 0,
        of: own.length,
        ledger: r.returned > 0 ? w.sentBack(ledger, r.reason ?? '') : ledger,
        period: f.period(r.period),
        deadline: f.date(r.deadline),
        late: r.state === 'awaited' ? w.notDue : w.days(r.days),
      };
    });
  });
  return {
    title: w.title(f.period(period)),
    number: parts.number || w.number,
    to: w.to(f.list(units.map(parts.unitName))),
    body: w.body(f.period(period), f.date(today), units.length, owed.length),
    points: w.points(parts.by && f.date(parts.by)).map((text, i) => w.point(i, text)),
    contact: w.contact(parts.contact || w.noContact),
    signature: parts.signature || w.sign,
    date: f.date(today),
    annex: w.annex,
    annexTitle: w.annexTitle(f.period(period)),
    head: [w.unit, w.ledger, w.period, w.deadline, w.late],
    lines,
  };
}

/** The notice as plain text, the annex as tab-separated lines that paste into a table. */
export function noticeText(n: Notice): string {
  const paragraph = (text: string): string => `　　${text}`;
  return [
    n.title,
    n.number,
    '',
    n.to,
    ...[n.body, ...n.points, n.contact].map(paragraph),
    '',
    n.signature,
    n.date,
    '',
    n.annex,
    n.annexTitle,
    n.head.join('\t'),
    ...n.lines.map((l) => [l.unit, l.ledger, l.period, l.deadline, l.late].join('\t')),
    '',
  ].join('\n');
}
