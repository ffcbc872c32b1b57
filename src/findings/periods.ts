/** Which periods a book can be asked for: those it steps through, and where its scheme has a year's total, whole years. */
import { partsOf, periodOf, periodsIn, shift, type Period } from '../model/period';
import type { PeriodScores, ScoreBook } from '../score';

/** The years 年度 that have all their periods; none where the scheme has no year's total. */
export function yearsOf(book: ScoreBook): Period[] {
  const kind = book.scheme.periods ?? 'Q';
  if (!book.scheme.year || kind === 'Y') return [];
  const years = [...new Set(book.periods.map((p) => partsOf(p).year))].map((year) => periodOf(year, 'Y'));
  return years.filter((year) => periodsIn(year, kind).every((p) => book.periods.includes(p)));
}

/** The scores of the period before, of the same kind; null where there are none to compare with. */
export function scoresBefore(book: ScoreBook, period: Period): PeriodScores | null {
  const before = shift(period, -1);
  return book.periods.includes(before) || yearsOf(book).includes(before) ? book.at(before) : null;
}
