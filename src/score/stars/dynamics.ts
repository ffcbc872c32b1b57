/**
 * Dynamics 动态管理: the published star follows the score by a limited number of steps a period, and who stays below a
 * star for several periods is warned. Periods are joined on the branch's id: names change, branches are merged and founded.
 */
import type { UnitId } from '../../model/unit';
import type { Scheme } from '../../scheme';

/** Grades are those of the scheme's lines; a step is from one line to the next. */
export interface Dynamics {
  /** 升星: at most so many steps a period; absent: no limit. */
  readonly up?: number;
  /** 降星: likewise. */
  readonly down?: number;
  /** Who was published below this grade in so many periods running, this one among them, is warned. */
  readonly warn?: { readonly below: string; readonly periods: number };
}

/** Published grades of one period by branch; null: not rated. */
export type Published = ReadonlyMap<UnitId, string | null>;

export interface StarMove {
  readonly branch: UnitId;
  /** What score, direct grading and vetoes say; null: not rated. */
  readonly byScore: string | null;
  readonly published: string | null;
  /** up: it would have risen further, down: it would have fallen further. */
  readonly held: 'up' | 'down' | null;
  readonly warned: boolean;
}

/** One period as rated; `rateBranches` gives these. */
export interface Rated {
  readonly ids: readonly UnitId[];
  readonly byScore: readonly (string | null)[];
  /** By branch, whether its grade holds at once (直接定级, 一票否决), whatever the limits; absent: no branch's. */
  readonly atOnce?: readonly boolean[];
}

/**
 * The published stars of a period. A branch that has no earlier star (new, not rated then, or graded by a line that the
 * scheme no longer has) is published as scored.
 *
 * @param history published grades of the periods before, the latest last. Only the one before limits; a warning looks further back.
 * @throws RangeError for a limit or a number of periods that is not whole or too small, and for a grade the scheme has no line for.
 */
export function follow(lines: Scheme['grades'], rule: Dynamics, rated: Rated, history: readonly Published[]): StarMove[] {
  const places = new Map((lines?.lines ?? []).map((l, i) => [l.grade, i]));
  const grades = [...places.keys()];
  const [up, down] = [steps(rule.up), steps(rule.down)];
  const warnBelow = rule.warn && placeOf(places, rule.warn.below);
  const periods = rule.warn ? atLeastOne(rule.warn.periods) : 1;
  const before = history.at(-1);
  const isBelow = (grade: string | null | undefined): boolean => {
    const place = typeof grade === 'string' ? places.get(grade) : undefined;
    return warnBelow !== undefined && place !== undefined && place > warnBelow;
  };
  return rated.ids.map((branch, u): StarMove => {
    const byScore = rated.byScore[u] ?? null;
    if (byScore === null) return { branch, byScore, published: null, held: null, warned: false };
    const wanted = placeOf(places, byScore);
    const last = before?.get(branch);
    const was = typeof last === 'string' ? places.get(last) : undefined;
    // Lines stand best first: a higher place is a lower star.
    const free = was === undefined || rated.atOnce?.[u];
    const place = free ? wanted : Math.min(Math.max(wanted, was - up), was + down);
    const published = grades[place] ?? null;
    const running = history.slice(history.length - (periods - 1));
    const warned = isBelow(published) && history.length >= periods - 1 && running.every((p) => isBelow(p.get(branch)));
    return { branch, byScore, published, held: place > wanted ? 'up' : place < wanted ? 'down' : null, warned };
  });
}

/** Several periods, each after the one before: what is published in one is what the next starts from. */
export function followAll(
  lines: Scheme['grades'],
  rule: Dynamics,
  periods: readonly Rated[],
  history: readonly Published[] = [],
): StarMove[][] {
  const known = [...history];
  return periods.map((rated) => {
    const moves = follow(lines, rule, rated, known);
    known.push(publishedOf(moves));
    return moves;
  });
}

/** What a period published, as history for the next. */
export const publishedOf = (moves: readonly StarMove[]): Published => new Map(moves.map((m) => [m.branch, m.published]));

function placeOf(places: ReadonlyMap<string, number>, grade: string): number {
  const place = places.get(grade);
  if (place === undefined) throw new RangeError(`the scheme has no grade ${grade}`);
  return place;
}

function steps(limit: number | undefined): number {
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 0)) throw new RangeError(`not a number of steps: ${limit}`);
  return limit ?? Infinity;
}

function atLeastOne(periods: number): number {
  if (!(Number.isInteger(periods) && periods >= 1)) throw new RangeError(`not a number of periods: ${periods}`);
  return periods;
}
