/**
 * The stars of a period's branches, as published 审定星级 or by a star scheme, beside those of the period compared with: typed
 * columns by branch, to be sent between threads. Pure: what the worker wraps, and what runs in tests.
 */
import { partsOf, periodOf, type Period } from '../model/period';
import type { UnitId } from '../model/unit';
import type { BranchFigure } from '../query/branch-columns';
import type { StarScheme } from '../scheme/stars';
import type { SchemeText } from '../scheme';
import { follow, rateBranches, StarTable, type Published, type StarQuota, type StarRating } from '../score/stars';
import { leastAdvice, type LeastAdvice } from '../score/stars/least';
import { branchIds, joinBranches } from './branch-ids';
import { countyOf, type BranchTable } from './branch-table';

/** Above so many branches the page does not score: published stars are used, and the screen says so. */
export const MOST_SCORED = 160_000;

/** The columns that star schemes name (`branch.base`), and the ledger's columns behind them. */
export const STAR_COLUMNS: ReadonlyMap<string, BranchFigure> = new Map([
  ['base', 'base_score'],
  ['bonus', 'bonus_score'],
  ['deductions', 'deduction_score'],
  ['appraisal', 'appraisal_score'],
  ['total', 'total_score'],
  ['satisfaction', 'satisfaction'],
  ['veto', 'veto'],
  ['declared', 'declared_star'],
  ['published', 'final_star'],
  ['last', 'last_star'],
  ['review', 'review_score'],
] satisfies [string, BranchFigure][]);

/** A grade that a branch may have, best first in every list of them. */
export interface StarClass {
  readonly grade: string;
  /** null: a number of stars, for which the page has words. */
  readonly title: SchemeText | null;
}

/** Published stars: five to none. */
export const PUBLISHED: readonly StarClass[] = ['5', '4', '3', '2', '1', '0'].map((grade) => ({ grade, title: null }));

/** No star: it was not rated. */
export const UNRATED = -1;
/** It was not there. */
export const ABSENT = -2;

/** Without dynamics of a scheme: who is below three stars in two periods running is warned. */
export const WARNING = { below: '3', periods: 2 } as const;

/** A branch of the period compared with that is not there any more. */
export interface Gone {
  readonly county: UnitId;
  readonly sector: string;
  readonly star: number;
}

export interface BranchRating {
  readonly classes: readonly StarClass[];
  /** By branch, the place of its grade among the classes; UNRATED. */
  readonly star: Int8Array;
  /** The same before limits on rising and falling held it. */
  readonly byScore: Int8Array;
  /** In the period compared with; UNRATED or ABSENT. */
  readonly before: Int8Array;
  /** Points of the scheme, or 总分 as published; NaN: none. */
  readonly total: Float64Array;
  /** 1: warned. */
  readonly warned: Uint8Array;
  readonly quotas: readonly StarQuota[];
  /** By quota, the places of those at its edge. */
  readonly edges: readonly Int32Array[];
  readonly least: readonly LeastAdvice[];
  readonly gone: readonly Gone[];
  /** The period the scheme's rules were applied for: the year of a quarter where a scheme is of years; null: published. */
  readonly scoredFor: Period | null;
  readonly warning: { readonly below: string; readonly periods: number } | null;
  readonly limits: { readonly up: number | null; readonly down: number | null };
}

/** What stars are compared with: another period's, or 上年星级 as the rows themselves say; null: nothing. */
export type Compared = BranchTable | 'reported' | null;

export interface Rated {
  readonly rating: BranchRating;
  /** The scheme's own book, for reasons, and by branch its place in it (−1: not scored, since not due); null: published. */
  readonly stars: { readonly of: StarRating; readonly ids: readonly UnitId[]; readonly scored: Uint8Array } | null;
}

/** The stars of `now`. @param scheme null: as published. */
export function rate(now: BranchTable, before: Compared, scheme: StarScheme | null): Rated {
  const joined = before !== null && before !== 'reported' ? joinBranches(now, before) : null;
  return scheme ? byScheme(now, before, joined, scheme) : published(now, before, joined);
}

const starsOf = (column: Float64Array): Int8Array =>
  Int8Array.from(column, (s) => (s >= 0 && s <= 5 ? 5 - Math.round(s) : UNRATED));

function published(now: BranchTable, before: Compared, joined: Int32Array | null): Rated {
  const star = starsOf(now.figures.final_star);
  const then = before === null || before === 'reported' ? null : starsOf(before.figures.final_star);
  const was = before === 'reported' ? starsOf(now.figures.last_star) : beforeBy(now.size, joined, then);
  const line = PUBLISHED.findIndex((c) => c.grade === WARNING.below);
  const warned = Uint8Array.from(star, (s, i) => (s > line && (was[i] ?? ABSENT) > line ? 1 : 0));
  return {
    stars: null,
    rating: {
      ...{ classes: PUBLISHED, star, byScore: star, before: was, total: now.figures.total_score, warned },
      ...{ quotas: [], edges: [], least: [], scoredFor: null, warning: WARNING, limits: { up: null, down: null } },
      gone: goneOf(before, joined, then),
    },
  };
}

/** By branch of now, what it had before. */
function beforeBy(size: number, joined: Int32Array | null, then: Int8Array | null): Int8Array {
  const was = new Int8Array(size).fill(ABSENT);
  if (joined && then) joined.forEach((at, i) => (was[i] = at < 0 ? ABSENT : (then[at] ?? UNRATED)));
  return was;
}

function goneOf(before: Compared, joined: Int32Array | null, then: Int8Array | null): Gone[] {
  if (before === null || before === 'reported' || !joined || !then) return [];
  const stay = new Uint8Array(before.size);
  for (const at of joined) if (at >= 0) stay[at] = 1;
  const gone: Gone[] = [];
  for (let i = 0; i < before.size; i++)
    if (stay[i] === 0)
      gone.push({
        county: countyOf(before, i),
        sector: before.sectors.values[before.sectors.codes[i] ?? -1] ?? '',
        star: then[i] ?? UNRATED,
      });
  return gone;
}

/** The period a scheme's rules are applied for. */
export function scoredFor({ scheme }: StarScheme, period: Period): Period {
  const kind = scheme.periods ?? 'Q';
  const { year, kind: own, part } = partsOf(period);
  if (kind === 'Y') return periodOf(year, 'Y');
  return kind === 'H' && own === 'Q' ? periodOf(year, 'H', Math.ceil(part / 2)) : period;
}

/** A table as a star scheme reads it; branches that are not due for rating 不应评 are left out. */
function starTable(table: BranchTable, ids: readonly UnitId[], period: Period): { table: StarTable; at: Int32Array } {
  const due: number[] = [];
  for (let i = 0; i < table.size; i++) if (table.figures.due[i] !== 0) due.push(i);
  const at = Int32Array.from(due);
  const columns = [...STAR_COLUMNS].map(
    ([name, column]) => [name, Float64Array.from(at, (i) => table.figures[column][i] ?? NaN)] as const,
  );
  const text = ({ values, codes }: BranchTable['sectors'], i: number) => values[codes[i] ?? -1] || null;
  return {
    at,
    table: new StarTable({
      period,
      ids: due.map((i) => ids[i]!),
      counties: due.map((i) => text(table.counties, i) as UnitId | null),
      sectors: due.map((i) => text(table.sectors, i)),
      columns: new Map(columns),
    }),
  };
}

function byScheme(now: BranchTable, before: Compared, joined: Int32Array | null, stars: StarScheme): Rated {
  const { scheme, dynamics } = stars;
  const classes: StarClass[] = (scheme.grades?.lines ?? []).map((l) => ({ grade: l.grade, title: l.title ?? null }));
  const places = new Map(classes.map((c, i) => [c.grade, i]));
  const placeOf = (grade: string | null | undefined) => (grade ? (places.get(grade) ?? UNRATED) : UNRATED);

  const ids = branchIds(now);
  const period = scoredFor(stars, now.period);
  const here = starTable(now, ids, period);
  const rating = rateBranches(scheme, here.table);

  // What was published before is what rising and falling start from.
  let was: Int8Array = new Int8Array(now.size).fill(ABSENT);
  let then: Int8Array | null = null;
  if (before === 'reported') was = Int8Array.from(now.figures.last_star, (s) => (Number.isNaN(s) ? UNRATED : placeOf(String(s))));
  else if (before) {
    const earlier = starTable(before, branchIds(before), scoredFor(stars, before.period));
    const rated = rateBranches(scheme, earlier.table);
    then = new Int8Array(before.size).fill(UNRATED);
    earlier.at.forEach((i, u) => (then![i] = placeOf(rated.byScore[u])));
    was = beforeBy(now.size, joined, then);
  }

  const star = new Int8Array(now.size).fill(UNRATED);
  const byScore = new Int8Array(now.size).fill(UNRATED);
  const warned = new Uint8Array(now.size);
  const total = new Float64Array(now.size).fill(NaN);
  const scored = new Uint8Array(now.size);
  const warn = dynamics?.warn ?? (places.has(WARNING.below) ? WARNING : null);
  const earlier: Published = new Map([...was].flatMap((s, i) => (s >= 0 ? [[ids[i]!, classes[s]?.grade ?? null] as const] : [])));
  const limits = dynamics ?? {};
  const rule = {
    ...(limits.up === undefined ? {} : { up: limits.up }),
    ...(limits.down === undefined ? {} : { down: limits.down }),
    ...(warn ? { warn } : {}),
  };
  // Only one earlier period is at hand: a warning that asks for more is not given, and the screen says for how many it asks.
  const moves = follow(scheme.grades, rule, { ids: rating.ids, byScore: rating.byScore, atOnce: rating.atOnce }, [earlier]);
  here.at.forEach((i, u) => {
    scored[i] = 1;
    total[i] = rating.scores.total[u] ?? NaN;
    byScore[i] = placeOf(moves[u]?.byScore);
    star[i] = placeOf(moves[u]?.published);
    warned[i] = moves[u]?.warned ? 1 : 0;
  });
  const placeOfId = new Map(ids.map((id, i) => [id, i]));
  return {
    stars: { of: rating, ids, scored },
    rating: {
      ...{ classes, star, byScore, before: was, total, warned, scoredFor: period, warning: warn },
      quotas: rating.quotas,
      edges: rating.quotas.map((q) => Int32Array.from(q.edge, (id) => placeOfId.get(id) ?? -1)),
      least: leastAdvice(stars.least, rating.scores),
      limits: { up: limits.up ?? null, down: limits.down ?? null },
      gone: goneOf(before, joined, then),
    },
  };
}
