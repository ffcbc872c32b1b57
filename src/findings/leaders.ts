/** Who is first in a period: the sentence every screen of it begins with. */
import type { Period } from '../model/period';
import { snap } from '../scheme';
import type { PeriodScores, ScoreBook } from '../score';
import type { Finding } from './finding';

/** The units of a group that are ranked, best first, with the ranks they have there. */
export function ranked(scores: PeriodScores, group: string | null): { u: number; rank: number }[] {
  const ranks = group === null ? scores.rank : scores.groupRank;
  return scores.units
    .map((_, u) => ({ u, rank: group === null || scores.groups[u] === group ? (ranks[u] ?? NaN) : NaN }))
    .filter((r) => !Number.isNaN(r.rank))
    .sort((a, b) => a.rank - b.rank || a.u - b.u);
}

/** The first in rank, and by how much; null where nobody is ranked. */
export function leaders(book: ScoreBook, period: Period, group: string | null): Finding | null {
  const scores = book.at(period);
  const order = ranked(scores, group);
  const best = order[0];
  if (!best) return null;
  const first = order.filter((r) => r.rank === best.rank);
  const next = order.find((r) => r.rank > best.rank);
  const total = scores.total[best.u]!;
  return {
    kind: 'leads',
    period,
    units: first.map((r) => scores.units[r.u]!),
    total,
    ahead: next ? snap(total - scores.total[next.u]!) : null,
    of: order.length,
  };
}
