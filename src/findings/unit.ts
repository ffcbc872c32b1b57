/** The findings of one unit: where it stands, what it does better and worse than its peers. */
import type { Period } from '../model/period';
import type { UnitId } from '../model/unit';
import { snap } from '../scheme';
import type { ScoreBook } from '../score';
import type { Finding } from './finding';
import { leafStandings, type LeafStanding } from './leaf-standing';
import { scoresBefore } from './periods';

/** Closer to the peers' mean than this share of an indicator's marks is neither a strength nor a weakness. */
const APART = 0.02;

/** Rank and total, in the group where one is given. */
export function standingOf(book: ScoreBook, period: Period, unit: UnitId, group: string | null): Finding {
  const scores = book.at(period);
  const u = scores.indexOf(unit);
  const [rank, tied] = group === null ? [scores.rank, scores.tied] : [scores.groupRank, scores.groupTied];
  const own = rank[u] ?? NaN;
  const total = scores.total[u] ?? NaN;
  if (Number.isNaN(own) || Number.isNaN(total)) return { kind: 'unranked', unit, period };
  const then = scoresBefore(book, period);
  const [b, thenRank] = [then?.indexOf(unit) ?? -1, group === null ? then?.rank : then?.groupRank];
  const [rankThen, totalThen] = [thenRank?.[b] ?? NaN, then?.total[b] ?? NaN];
  return {
    kind: 'standing',
    unit,
    period,
    rank: own,
    tied: tied[u] === 1,
    of: rank.filter((r, i) => !Number.isNaN(r) && (group === null || scores.groups[i] === group)).length,
    total,
    places: Number.isNaN(rankThen) ? null : rankThen - own,
    change: Number.isNaN(rankThen) || Number.isNaN(totalThen) ? null : snap(total - totalThen),
  };
}

/** Points won or lost against the peers' mean share of the marks: what orders strengths and weaknesses. */
const apart = (s: LeafStanding): number => s.points - s.meanShare * s.full;

/**
 * What a unit does clearly better than its peers on average, the most telling first: by points above what their mean
 * share of the marks would give it. Only the better half of the ranks; none where it is alone.
 */
export function strengthsOf(standings: readonly LeafStanding[], most: number): Finding[] {
  return standings
    .filter((s) => s.of > 1 && apart(s) >= APART * s.full && s.rank <= Math.ceil(s.of / 2))
    .sort((a, b) => apart(b) - apart(a) || a.rank - b.rank)
    .slice(0, most)
    .map((at) => ({ kind: 'strength', at }));
}

/** What it does clearly worse, the most costly first. */
export function weaknessesOf(standings: readonly LeafStanding[], most: number): Finding[] {
  return standings
    .filter((s) => s.of > 1 && apart(s) <= -APART * s.full && s.points < s.full)
    .sort((a, b) => apart(a) - apart(b) || b.rank - a.rank)
    .slice(0, most)
    .map((at) => ({ kind: 'weakness', at }));
}

/** Standing, strengths, weaknesses, in this order. @param peers with whom it is compared, itself among them. */
export function unitFindings(
  book: ScoreBook,
  period: Period,
  unit: UnitId,
  peers: readonly UnitId[],
  group: string | null = null,
): Finding[] {
  const standings = leafStandings(book, period, unit, peers);
  return [standingOf(book, period, unit, group), ...strengthsOf(standings, 3), ...weaknessesOf(standings, 3)];
}
