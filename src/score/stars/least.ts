/** Least shares of stars: how many a plan asks to stand in a grade (后进不少于一成), and how many there are. Advice: nobody is moved. */
import { round } from '../../scheme';
import type { LeastShare } from '../../scheme/stars';
import type { PeriodScores } from '../book';

export interface LeastAdvice {
  readonly least: LeastShare;
  /** null: the whole city. Of a share by parent, the parent's id. */
  readonly group: string | null;
  /** Ranked branches in the scope. */
  readonly units: number;
  readonly asked: number;
  readonly actual: number;
  /** asked − actual, at least 0. */
  readonly short: number;
}

/** What the least shares ask of a period's scores, for the city or each sector or county. */
export function leastAdvice(shares: readonly LeastShare[], scores: PeriodScores): LeastAdvice[] {
  const { groups, grades, rank, prepared } = scores;
  return shares.flatMap((least) => {
    const of = least.scope === 'parent' ? prepared.parents : groups;
    const scopes = new Map<string | null, { units: number; actual: number }>();
    scores.units.forEach((_, u) => {
      if (Number.isNaN(rank[u] ?? NaN)) return;
      const scope = least.scope === 'city' ? null : (of[u] ?? null);
      if (least.scope !== 'city' && scope === null) return;
      const count = scopes.get(scope) ?? { units: 0, actual: 0 };
      count.units += 1;
      if (grades[u] === least.grade) count.actual += 1;
      scopes.set(scope, count);
    });
    return [...scopes].map(([group, { units, actual }]) => {
      // Half up at 1e-9 first: 0.3 × 10 is 3, not 3.0000000000000004.
      const exact = round(least.share * units, 9, 'half-up');
      const asked = { 'half-up': round(exact, 0, 'half-up'), down: Math.floor(exact), up: Math.ceil(exact) }[least.rounding];
      return { least, group, units, asked, actual, short: Math.max(0, asked - actual) };
    });
  });
}
