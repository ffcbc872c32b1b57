/** Which periods a book can be asked for: those it steps through, and where its scheme has a year's total, whole half-years and years. */
import { isLonger, partsOf, periodOf, periodsIn, shift, yearBefore, type Period } from '../model/period';
import type { PeriodScores, ScoreBook } from '../score';

/**
 * The half-years 半年 and years 年度 that have all their periods, each kind in order; none where the scheme has no year's
 * total, since nothing else says how periods add up, nor where none of their periods has a weight in it.
 */
export function longerOf(book: ScoreBook): Period[] {
  const { year, periods: kind = 'Q' } = book.scheme;
  if (!year) return [];
  const years = [...new Set(book.periods.map((p) => partsOf(p).year))];
  const all = [...years.flatMap((y) => [periodOf(y, 'H', 1), periodOf(y, 'H', 2)]), ...years.map((y) => periodOf(y, 'Y'))];
  return all.filter((whole) => {
    const parts = isLonger(whole, kind) ? periodsIn(whole, kind) : [];
    const weight = parts.reduce((sum, p) => sum + (year.weights[partsOf(p).part - 1] ?? 0), 0);
    return weight > 0 && parts.every((p) => book.periods.includes(p));
  });
}

/** The scores of a period; null where the book does not step through it. */
export const scoresOf = (book: ScoreBook, period: Period): PeriodScores | null =>
  book.periods.includes(period) || longerOf(book).includes(period) ? book.at(period) : null;

/** The scores of the period before 环比, of the same kind; null where there are none to compare with. */
export const scoresBefore = (book: ScoreBook, period: Period): PeriodScores | null => scoresOf(book, shift(period, -1));

/** The scores of the same part of the year before 同比; null where there are none. */
export const scoresYearBefore = (book: ScoreBook, period: Period): PeriodScores | null => scoresOf(book, yearBefore(period));
