/** Which periods a book can be asked for: those it steps through, and where its scheme has a year's total, whole years. */
import { partsOf, periodOf, periodsIn, shift, yearBefore, type Period } from '../model/period';
import type { PeriodScores, ScoreBook } from '../score';

/** The years 年度 that have all their periods; none where the scheme has no year's total. */
export function yearsOf(book: ScoreBook): Period[] {
  const kind = book.scheme.periods ?? 'Q';
  if (!book.scheme.year || kind === 'Y') return [];
  const years = [...new Set(book.periods.map((p) => partsOf(p).year))].map((year) => periodOf(year, 'Y'));
  return years.filter((year) => periodsIn(year, kind).every((p) => book.periods.includes(p)));
}

/** The scores of a period; null where the book does not step through it. */
export const scoresOf = (book: ScoreBook, period: Period): PeriodScores | null =>
  book.periods.includes(period) || yearsOf(book).includes(period) ? book.at(period) : null;

/** The scores of the period before 环比, of the same kind; null where there are none to compare with. */
export const scoresBefore = (book: ScoreBook, period: Period): PeriodScores | null => scoresOf(book, shift(period, -1));

/** The scores of the same part of the year before 同比; null where there are none. */
export const scoresYearBefore = (book: ScoreBook, period: Period): PeriodScores | null => scoresOf(book, yearBefore(period));
