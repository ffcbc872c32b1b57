/** Who has not reported: leaves that were due and missing, by county. */
import type { UnitId } from '../../model/unit';
import type { Board } from '../../state/board.svelte';

export interface Unreported {
  readonly unit: UnitId;
  /** Titles of the leaves that are missing. */
  readonly leaves: readonly string[];
}

export function unreported(board: Board): Unreported[] {
  const { book, scores } = board;
  if (!book || !scores) return [];
  const leaves = book.nodes.filter((n) => n.leaf);
  return board.standings.flatMap((s) => {
    const missing = leaves.filter((n) => /missing|excluded/.test(scores.state(n.index, s.at)));
    return missing.length > 0 ? [{ unit: s.unit, leaves: missing.map((n) => board.title(n.title)) }] : [];
  });
}
