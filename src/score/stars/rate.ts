/** Star rating 星级评定: a scheme of level branch over a star table, by the same rules and reasons as every other ranking. */
import type { UnitId } from '../../model/unit';
import type { Scheme } from '../../scheme';
import { ScoreBook, type PeriodScores } from '../book';
import { gradeByTotal } from '../grade';
import { StarPrepared } from './prepare';
import { quotaEdges, type StarQuota } from './quota';
import type { StarTable } from './table';

export interface StarRating {
  /** A book like any other: `explain(book, period, branch, node)` gives a branch's reasons when they are asked for. */
  readonly book: ScoreBook;
  readonly scores: PeriodScores;
  readonly ids: readonly UnitId[];
  /** By branch, the grade's id by score, direct grading and vetoes; null where the branch is not ranked or no line reaches down to it. */
  readonly byScore: readonly (string | null)[];
  /**
   * By branch, whether its grade is not the total's: set directly, or capped by a veto. Such a grade holds at once,
   * whatever limits upgrades and downgrades.
   */
  readonly atOnce: readonly boolean[];
  /** Advice: nobody's grade is changed by it. */
  readonly quotas: readonly StarQuota[];
}

/**
 * Rates every branch of a table.
 * @throws RangeError for a scheme of another level.
 */
export function rateBranches(scheme: Scheme, table: StarTable): StarRating {
  if (scheme.level !== 'branch') throw new RangeError(`not a scheme for branches: ${scheme.id}`);
  // A column says nothing of how it is written: plain numbers.
  const book = new ScoreBook(scheme, new StarPrepared(scheme, table), () => 'number');
  const scores = book.at(table.period);
  const { direct, vetoes, admitted } = scores.prepared;
  const set = table.ids.map((_, u) => (direct[u]?.length ?? 0) > 0);
  const capped = (u: number): boolean => {
    if (!scheme.grades || !vetoes[u]?.some((v) => v.cap !== undefined)) return false;
    const place = gradeByTotal(scheme.grades, scores.graded[u] ?? NaN, admitted[u]);
    return place >= 0 && scheme.grades.lines[place]?.grade !== scores.grades[u];
  };
  return {
    ...{ book, scores, ids: table.ids, byScore: scores.grades },
    atOnce: set.map((s, u) => s || capped(u)),
    quotas: quotaEdges(scores, set),
  };
}
