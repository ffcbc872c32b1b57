/** Who moved since the quarter before, and the part of the scheme that moved them most. */
import type { Board, Standing } from '../../state/board.svelte';
import type { NodeInfo } from '../../score';
import { sectionsOf } from '../ranking/sections';

export interface Mover {
  readonly standing: Standing;
  /** Points of the total gained since the quarter before. */
  readonly change: number;
  /** The section that gained (or, where the total fell, lost) most; null: none moved that way. */
  readonly cause: { readonly node: NodeInfo; readonly change: number } | null;
}

const MOST = 5;
/** A total that moved by less than what is printed has not moved. */
const SEEN = 0.005;

/** The largest moves by rank; where no rank changed, by points. */
export function moversOf(board: Board): Mover[] {
  const { book, scores, before, standings } = board;
  if (!book || !scores || !before) return [];
  const sections = sectionsOf(book.nodes);
  const all = standings.flatMap((standing): Mover[] => {
    const then = before.indexOf(standing.unit);
    if (standing.gained === null || then < 0) return [];
    const moved = (node: number) => (scores.points(node)[standing.at] ?? NaN) - (before.points(node)[then] ?? NaN);
    const change = moved(0);
    const way = Math.sign(change);
    const causes = sections
      .map((node) => ({ node, change: moved(node.index) }))
      .filter((c) => c.change * way >= SEEN)
      .sort((a, b) => (b.change - a.change) * way);
    return [{ standing, change, cause: causes[0] ?? null }];
  });
  const byRank = all.filter((m) => m.standing.gained !== 0);
  const places = (m: Mover) => Math.abs(m.standing.gained ?? 0);
  if (byRank.length > 0) return byRank.sort((a, b) => places(b) - places(a) || b.change - a.change).slice(0, MOST);
  return all
    .filter((m) => Math.abs(m.change) >= SEEN)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
    .slice(0, MOST);
}
