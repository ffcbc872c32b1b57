/** What a change of the scheme does 方案影响: every unit's total, rank and grade under one book and under another, side by side. */
import type { Period } from '../model/period';
import type { UnitId } from '../model/unit';
import { snap } from '../scheme';
import type { PeriodScores, ScoreBook } from './book';

/** Where a unit stands in one book. All but the flags are null where it is not ranked. */
export interface Standing {
  /** Published total; null where not ranked. */
  readonly total: number | null;
  /** In the city; a mean rank where ties share one. */
  readonly rank: number | null;
  readonly tied: boolean;
  /** In the peer group 考核分组; null for units in none. */
  readonly groupRank: number | null;
  /** Id of a grade of that book's own scheme; null where there is none. */
  readonly grade: string | null;
}

export interface UnitEffect {
  readonly unit: UnitId;
  /** Which of the two books expects the unit in the period. */
  readonly in: 'both' | 'before' | 'after';
  /** null where the book does not expect the unit. */
  readonly before: Standing | null;
  readonly after: Standing | null;
  /** Places gained in the city; negative: lost; null where it is not ranked in both. */
  readonly places: number | null;
  /** Places gained in the peer group, likewise. */
  readonly groupPlaces: number | null;
  /** Points gained, as the published totals differ; null where it has no total in both. */
  readonly points: number | null;
  /** Whether both books have a grade for it, and another one. */
  readonly regraded: boolean;
}

/**
 * The effect on each unit: those of `after` in its order, then those that only `before` expects. The books may
 * differ in anything: scheme, measures, roster.
 */
export function effectOf(before: ScoreBook, after: ScoreBook, period: Period): UnitEffect[] {
  const [was, is] = [before.at(period), after.at(period)];
  const gone = was.units.filter((unit) => is.indexOf(unit) < 0);
  return [...is.units, ...gone].map((unit) => effect(unit, standing(was, unit), standing(is, unit)));
}

function effect(unit: UnitId, before: Standing | null, after: Standing | null): UnitEffect {
  return {
    unit,
    in: before && after ? 'both' : before ? 'before' : 'after',
    before,
    after,
    places: difference(after?.rank, before?.rank),
    groupPlaces: difference(after?.groupRank, before?.groupRank),
    points: difference(before?.total, after?.total),
    regraded: !!before?.grade && !!after?.grade && before.grade !== after.grade,
  };
}

function standing(scores: PeriodScores, unit: UnitId): Standing | null {
  const u = scores.indexOf(unit);
  if (u < 0) return null;
  const [total, rank, groupRank] = [scores.total, scores.rank, scores.groupRank].map((column) => given(column[u]));
  return {
    total: total ?? null,
    rank: rank ?? null,
    tied: scores.tied[u] === 1,
    groupRank: groupRank ?? null,
    grade: scores.grades[u] ?? null,
  };
}

const given = (x: number | undefined): number | null => (x === undefined || Number.isNaN(x) ? null : x);

/** b − a, without the dust of binary arithmetic; null where either is missing. */
const difference = (a: number | null | undefined, b: number | null | undefined): number | null =>
  typeof a === 'number' && typeof b === 'number' ? snap(b - a) : null;
