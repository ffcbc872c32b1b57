/** What a timeline is placed from: items with their days, the day it is seen at, and its words. */
import type { CalendarDate } from '../../model/period';
import type { TimelineItem } from './urgency';

export interface TimelineWords {
  /** Head of the labels: `党组织`. */
  readonly item: string;
  /** Head of the standing: `进展`. */
  readonly standing: string;
  readonly start: string;
  readonly deadline: string;
  /** `延期后时限`. */
  readonly extended: string;
  /** The deadline before an extension: `原时限`. */
  readonly original: string;
  readonly closed: string;
  readonly lookBack: string;
  /** What the hatched part is: `逾期`. */
  readonly late: string;
  /** The day seen at: `截至2026年9月30日`. */
  asOf(date: string): string;
  /** `逾期 12 天`. */
  overdue(days: number): string;
  /** `剩 8 天`; 0: today. */
  left(days: number): string;
  /** `已销号（逾期 5 天）`. */
  closedLate(days: number): string;
  /** `已销号`. */
  readonly closedInTime: string;
  /** `未定时限`. */
  readonly noDeadline: string;
  /** `认定日期未填`. */
  readonly noStart: string;
  /** `时限早于认定日期`. */
  readonly reversed: string;
  /** Head of a year on the axis: `2026年`. */
  year(year: number): string;
  /** Head of a month on the axis, 1 to 12: `3月`. */
  month(month: number): string;
  /** What is not drawn: `其余 940 项见列表`. */
  rest(n: number): string;
}

export interface TimelineData {
  readonly title: string;
  /** The day the items are seen at. */
  readonly asOf: CalendarDate;
  /** In any order; they are shown by urgency. */
  readonly items: readonly TimelineItem[];
  /** Items drawn at most, the most urgent; 60 by default. The table has all. */
  readonly most?: number;
  readonly words: TimelineWords;
}
