/** The findings of a whole period: who moved and why, where the units are furthest apart. */
import type { Period } from '../model/period';
import type { UnitId } from '../model/unit';
import { snap } from '../scheme';
import type { ScoreBook } from '../score';
import type { Finding } from './finding';
import { ranked } from './leaders';
import { scoresBefore } from './periods';
import { sectionsOf } from './sections';

type Moved = Extract<Finding, { kind: 'moved' }>;

/** A total that moved by less than what is printed has not moved. */
const SEEN = 0.005;

/**
 * The units whose rank moved most since the period before, up before down; where no rank moved, those whose total did
 * (`places` 0). Empty where nobody had a rank, or nothing moved.
 */
export function moves(book: ScoreBook, period: Period, group: string | null, most: number): Moved[] {
  const [scores, before] = [book.at(period), scoresBefore(book, period)];
  if (!before) return [];
  const then = new Map(ranked(before, group).map((r) => [before.units[r.u]!, r]));
  const parts = sectionsOf(book.nodes);
  const tied = group === null ? scores.tied : scores.groupTied;
  const all = ranked(scores, group).flatMap(({ u, rank }): Moved[] => {
    const unit = scores.units[u]!;
    const was = then.get(unit);
    if (!was) return [];
    const moved = (node: number): number => (scores.points(node)[u] ?? NaN) - (before.points(node)[was.u] ?? NaN);
    const places = was.rank - rank;
    const change = snap(moved(0));
    const way = Math.sign(places) || Math.sign(change);
    const cause = parts
      .map((node) => ({ node, change: snap(moved(node.index)) }))
      .filter((c) => c.change * way >= SEEN)
      .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))[0];
    const counted = ({ index }: { readonly index: number }) =>
      (scores.effective(index)[u] ?? 0) > 0 === (before.effective(index)[was.u] ?? 0) > 0;
    const calendar = !parts.every(counted);
    // A rank can move against the total: then it was the others who moved, and no part of one's own says why.
    return [
      {
        kind: 'moved',
        unit,
        places,
        rank,
        tied: tied[u] === 1,
        change,
        cause: change * way > 0 ? (cause ?? null) : null,
        calendar,
      },
    ];
  });
  const byRank = all.filter((m) => m.places !== 0);
  if (byRank.length > 0)
    return byRank
      .sort((a, b) => Math.abs(b.places) - Math.abs(a.places) || b.places - a.places || a.rank - b.rank)
      .slice(0, most);
  return all
    .filter((m) => Math.abs(m.change) >= SEEN)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || a.rank - b.rank)
    .slice(0, most);
}

/** The part of the scheme in which best and last are furthest apart, in points; null where they are not. */
export function widest(book: ScoreBook, period: Period, group: string | null): Finding | null {
  const scores = book.at(period);
  const order = ranked(scores, group);
  let found: Extract<Finding, { kind: 'widest' }> | null = null;
  for (const node of sectionsOf(book.nodes)) {
    const points = order
      .map(({ u }) => ({ unit: scores.units[u]!, points: scores.points(node.index)[u] ?? NaN }))
      .filter((p) => !Number.isNaN(p.points))
      .sort((a, b) => b.points - a.points);
    const [best, last] = [points[0], points.at(-1)];
    if (!best || !last || points.length < 2) continue;
    const gap = best.points - last.points;
    if (gap >= SEEN && gap > (found ? found.best.points - found.last.points : 0)) found = { kind: 'widest', node, best, last };
  }
  return found;
}

/** Everybody a unit is compared with: its group where it has one and the group is asked for, else all. */
export function peersOf(book: ScoreBook, period: Period, unit: UnitId, within: 'group' | 'city'): UnitId[] {
  const scores = book.at(period);
  const group = scores.groups[scores.indexOf(unit)] ?? null;
  return scores.units.filter((_, u) => within === 'city' || group === null || scores.groups[u] === group);
}
