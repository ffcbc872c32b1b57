/** Quotas 比例控制 of stars: how many the plan allows, how many there are, and who stands at the edge. Advice: nobody is demoted. */
import type { UnitId } from '../../model/unit';
import { round, type Quota } from '../../scheme';
import type { PeriodScores } from '../book';
import type { QuotaAdvice } from '../grade';

export interface StarQuota extends QuotaAdvice {
  /** The plan says that it binds; it is still advice here. */
  readonly binding: boolean;
  /**
   * Where there are more than allowed: those of the grade with the lowest totals, so many as there are too many, the lowest
   * first; who has the same total as the last of them is listed too. Grades that are set directly are not looked at.
   */
  readonly edge: readonly UnitId[];
}

/**
 * The quotas of a period's scores, each with its edge.
 * @param direct by unit, whether its grade was set directly.
 */
export function quotaEdges(scores: PeriodScores, direct: readonly boolean[] = []): StarQuota[] {
  const { units, groups, grades, total, prepared } = scores;
  return scores.quotas.map((advice): StarQuota => {
    const { quota, group, excess } = advice;
    const of = quota.scope === 'parent' ? prepared.parents : groups;
    const inScope = (u: number) => quota.scope === 'city' || of[u] === group;
    const binding = quota.binding ?? false;
    if (excess === 0) return { ...advice, binding, edge: [] };
    const graded: number[] = [];
    units.forEach((_, u) => {
      if (grades[u] === quota.grade && !direct[u] && inScope(u)) graded.push(u);
    });
    return { ...advice, binding, edge: lowest(graded, excess, total, units) };
  });
}

/** The `count` with the lowest totals and all who are level with the last of them; the lowest first, equal ones by id. */
function lowest(members: readonly number[], count: number, total: Float64Array, units: readonly UnitId[]): UnitId[] {
  const order = [...members].sort((a, b) => total[a]! - total[b]! || (units[a]! < units[b]! ? -1 : 1));
  let end = Math.min(count, order.length);
  while (end > 0 && end < order.length && total[order[end]!] === total[order[end - 1]!]) end++;
  return order.slice(0, end).map((u) => units[u]!);
}

/** A grade and the share of the branches that it is given to. */
export interface Share {
  readonly grade: string;
  readonly share: number;
}

export interface Placed {
  /** null: below the last share, or without a place in the order. */
  readonly grade: string | null;
  /** Level with others on both sides of the line: all of them have the grade below it, and somebody must decide. */
  readonly edge: boolean;
}

/**
 * Grades by quota alone, where the plan knows no score: in each scope the first of the order have the first grade, as many
 * as its share allows, the next the next. Branches that are graded directly take the
 * places of their own grade first, and keep it where there are none left.
 *
 * @param order by branch, its place in the order: the lowest first; NaN: not in it. It is not counted then either.
 * @param shares best grade first.
 * @param scopes by branch, whom it is counted with (its county, its sector); null: nobody. Absent: the whole city.
 * @param direct by branch, the grade that is set directly; null: none.
 */
export function gradeByQuota(
  order: Float64Array,
  shares: readonly Share[],
  rounding: Quota['rounding'],
  scopes?: readonly (string | null)[],
  direct: readonly (string | null)[] = [],
): Placed[] {
  const placed = Array.from(order, (_, u): Placed => ({ grade: direct[u] ?? null, edge: false }));
  const members = new Map<string, number[]>();
  order.forEach((place, u) => {
    const scope = scopes ? scopes[u] : '';
    if (Number.isNaN(place) || scope === null || scope === undefined) return;
    const list = members.get(scope);
    if (list) list.push(u);
    else members.set(scope, [u]);
  });
  for (const mates of members.values()) {
    const others = mates.filter((u) => !direct[u]).sort((a, b) => order[a]! - order[b]!);
    let next = 0;
    for (const { grade, share } of shares) {
      const taken = mates.filter((u) => direct[u] === grade).length;
      const line = Math.min(others.length, next + Math.max(0, allowed(share, mates.length, rounding) - taken));
      // Who is level with the first beyond the line is not picked by chance.
      let end = line;
      const beyond = order[others[line] ?? -1];
      while (end > next && order[others[end - 1]!] === beyond) end--;
      for (; next < end; next++) placed[others[next]!] = { grade, edge: placed[others[next]!]!.edge };
      if (end < line) for (const u of others) if (order[u] === beyond) placed[u] = { grade: placed[u]!.grade, edge: true };
    }
  }
  return placed;
}

/** How many of n a share is; advice on a quota counts alike. */
function allowed(share: number, n: number, rounding: Quota['rounding']): number {
  // Half up at 1e-9 first: 0.3 × 10 is 3, not 3.0000000000000004.
  const exact = round(share * n, 9, 'half-up');
  return rounding === 'half-up' ? round(exact, 0, 'half-up') : rounding === 'up' ? Math.ceil(exact) : Math.floor(exact);
}
