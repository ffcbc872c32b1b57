/** The slow path of the robustness runs, right for any tree: every run is scored by the book. The fast one is checked against it. */
import type { Period } from '../model/period';
import type { NodeInfo } from '../scheme';
import type { PeriodScores, ScoreBook } from './book';

/**
 * Ranks the units under several weights, each by leaf: `ranks[i]` is filled with the places under `weights[i]`, NaN for a
 * unit that is not ranked. Positions are those of the period that is asked about.
 */
export type Runner = (weights: readonly Float64Array[], ranks: readonly Float64Array[]) => void;

/** Positions in the shown period of a book's own units; -1 for units that it does not show. */
export const placesIn = (shown: PeriodScores, own: PeriodScores): Int32Array =>
  Int32Array.from(own.units, (u) => shown.indexOf(u));

/** Every run scored by the book. */
export function bookRuns(book: ScoreBook, period: Period, leaves: readonly NodeInfo[], shown: PeriodScores): Runner {
  const to = placesIn(shown, book.at(period));
  return (weights, ranks) => {
    for (const [i, own] of weights.entries()) {
      const places = ranks[i]!.fill(NaN);
      const rank = book.reweighted(new Map(leaves.map((l, k) => [l.id, own[k]!]))).at(period).rank;
      to.forEach((at, u) => {
        if (at >= 0) places[at] = rank[u]!;
      });
    }
  };
}
