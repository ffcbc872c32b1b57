/**
 * A period 期: the quarter, half-year or year that figures belong to.
 *
 * A period is a string: `2026Q3`, `2026H1` or `2026`. Strings serve as map keys, journal values and address
 * parts without conversion; every calculation on them is here. Dates are calendar dates `YYYY-MM-DD` without
 * zone: nothing in this file makes a `Date`, so no time zone can shift a day.
 */
declare const period: unique symbol;
export type Period = string & { readonly [period]: true };

/** A calendar date `YYYY-MM-DD`. */
declare const date: unique symbol;
export type CalendarDate = string & { readonly [date]: true };

export type PeriodKind = 'Q' | 'H' | 'Y';

const FORM = /^(\d{4})(?:([QH])([1-4]))?$/;

/** The period of a year and a part: `periodOf(2026, 'Q', 3)` is `2026Q3`. Throws RangeError on a part that does not exist. */
export function periodOf(year: number, kind: PeriodKind, part = 1): Period {
  const parts = kind === 'Q' ? 4 : kind === 'H' ? 2 : 1;
  if (!Number.isInteger(year) || year < 1900 || year > 2999 || part < 1 || part > parts)
    throw new RangeError(`invalid period: ${year} ${kind} ${part}`);
  return (kind === 'Y' ? `${year}` : `${year}${kind}${part}`) as Period;
}

/** Whether a string is a period in its canonical form. */
export function isPeriod(text: string): text is Period {
  const m = FORM.exec(text);
  return m !== null && !(m[2] === 'H' && Number(m[3]) > 2);
}

/** The parts of a period. Throws RangeError on a string that is not one. */
export function partsOf(p: Period): { year: number; kind: PeriodKind; part: number } {
  const m = FORM.exec(p);
  if (!m) throw new RangeError(`invalid period: ${p}`);
  return { year: Number(m[1]), kind: (m[2] as PeriodKind | undefined) ?? 'Y', part: m[3] ? Number(m[3]) : 1 };
}

/** The last month of a period, 1–12. */
export function lastMonth(p: Period): number {
  const { kind, part } = partsOf(p);
  return kind === 'Q' ? part * 3 : kind === 'H' ? part * 6 : 12;
}

/** The as-of date: the last day of the period. "Overdue" and the like are functions of (rows, this day), so a sealed quarter never rots. */
export function asOf(p: Period): CalendarDate {
  const { year } = partsOf(p);
  const month = lastMonth(p);
  return `${year}-${String(month).padStart(2, '0')}-${daysIn(year, month)}` as CalendarDate;
}

/** Days in a month of the Gregorian calendar; month 1–12. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The period of the same kind `steps` later (negative: earlier). */
export function shift(p: Period, steps: number): Period {
  const { year, kind, part } = partsOf(p);
  const parts = kind === 'Q' ? 4 : kind === 'H' ? 2 : 1;
  const index = year * parts + (part - 1) + steps;
  return periodOf(Math.floor(index / parts), kind, (index % parts) + 1);
}

/** The same period of the year before (同比). */
export function yearBefore(p: Period): Period {
  const { year, kind, part } = partsOf(p);
  return periodOf(year - 1, kind, part);
}

/** The quarter a period ends in: `2026H1` → `2026Q2`, `2026` → `2026Q4`. */
export function closingQuarter(p: Period): Period {
  return periodOf(partsOf(p).year, 'Q', lastMonth(p) / 3);
}

/** The quarters these periods end in, each once, in order: what screens step through. */
export function quartersOf(periods: Iterable<Period>): Period[] {
  return [...new Set([...periods].map(closingQuarter))].sort(comparePeriods);
}

/** The quarters, half-years or years that figures of these periods fall into, in order. */
export function periodsOf(periods: Iterable<Period>, kind: PeriodKind): Period[] {
  const quarters = quartersOf(periods);
  if (kind === 'Q') return quarters;
  const all = quarters.map((q) => {
    const { year, part } = partsOf(q);
    return periodOf(year, kind, kind === 'H' ? Math.ceil(part / 2) : 1);
  });
  return [...new Set(all)];
}

/** Chronological order by last day; of periods that end on one day the shorter comes first. */
export function comparePeriods(a: Period, b: Period): number {
  const x = partsOf(a);
  const y = partsOf(b);
  const length = { Q: 0, H: 1, Y: 2 };
  return x.year - y.year || lastMonth(a) - lastMonth(b) || length[x.kind] - length[y.kind];
}

const NUMERALS: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, '1': 1, '2': 2, '3': 3, '4': 4 };

/**
 * Reads the first period named in a text as people write it: `2026Q1`, `2026-Q1`, `2026年第一季度`, `2026年1季度`,
 * `2026年上半年`, `2026年度`, `2026`. A part without a year (`一季度`, `上半年`) takes `contextYear`.
 *
 * @returns null where the text names no period, or names a part without a year and no context was given.
 */
export function readPeriod(text: string, contextYear?: number): Period | null {
  const t = text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
  const found = /(?:(\d{4})年?度?[-_./]?)?(?:第?([一二三四1234])季度?|Q([1-4])|([上下])半年|H([12]))/.exec(t);
  if (found) {
    const year = found[1] ? Number(found[1]) : contextYear;
    if (year === undefined || year < 1900 || year > 2999) return null;
    const quarter = found[2] ?? found[3];
    if (quarter) return periodOf(year, 'Q', NUMERALS[quarter]);
    const half = found[4] ? (found[4] === '上' ? 1 : 2) : Number(found[5]);
    return periodOf(year, 'H', half);
  }
  const wholeYear = /^(\d{4})$|(?:^|\D)((?:19|20)\d{2})年(?:度|$)|((?:19|20)\d{2})年全年/.exec(t);
  const year = wholeYear && (wholeYear[1] ?? wholeYear[2] ?? wholeYear[3]);
  return year && Number(year) >= 1900 && Number(year) <= 2999 ? periodOf(Number(year), 'Y') : null;
}

/** How many periods of a kind a year has. */
const IN_YEAR: Readonly<Record<PeriodKind, number>> = { Q: 4, H: 2, Y: 1 };

/** Whether a period is longer than those of a kind. */
export const isLonger = (p: Period, kind: PeriodKind): boolean => IN_YEAR[partsOf(p).kind] < IN_YEAR[kind];

/** The periods of a kind that make up a longer one, in order: `2025H2` by quarters → `2025Q3`, `2025Q4`. */
export function periodsIn(whole: Period, kind: PeriodKind): Period[] {
  const { year, kind: own, part } = partsOf(whole);
  const count = Math.floor(IN_YEAR[kind] / IN_YEAR[own]);
  return Array.from({ length: count }, (_, i) => periodOf(year, kind, (part - 1) * count + i + 1));
}
