/** Trying other weights: marks moved from one part of the scheme to its neighbour, and the ranking that would come of it. */
import type { BarRow, StackedBarsData } from '../../charts/stacked-bars/place';
import type { NodeInfo, ScoreBook } from '../../score';
import type { Board } from '../../state/board.svelte';
import { sectionsOf } from '../../findings/sections';

/** Marks are moved in steps of this; a part never loses its last one. */
export const STEP = 0.5;

/** Marks moved over the edge between part `edge` and the next, as far as both keep a step. */
export function moved(marks: readonly number[], edge: number, by: number): number[] {
  const [left = 0, right = 0] = [marks[edge], marks[edge + 1]];
  const steps = Math.round(by / STEP) * STEP;
  const held = Math.min(right - STEP, Math.max(STEP - left, steps));
  return marks.map((m, i) => (i === edge ? left + held : i === edge + 1 ? right - held : m));
}

/** Full marks of every leaf when the parts have these: each part's leaves keep their proportion. */
export function leafMarks(nodes: readonly NodeInfo[], parts: readonly NodeInfo[], marks: readonly number[]): Map<string, number> {
  const all = new Map<string, number>();
  const spread = (node: NodeInfo, factor: number): void => {
    if (node.leaf) all.set(node.id, node.leaf.points * factor);
    for (const child of node.children) {
      const below = nodes[child];
      if (below) spread(below, factor);
    }
  };
  parts.forEach((part, i) => spread(part, part.full > 0 ? (marks[i] ?? part.full) / part.full : 1));
  return all;
}

const orNull = (x: number | undefined): number | null => (x === undefined || Number.isNaN(x) ? null : x);

/** The ranking under other weights; the change beside a name is against the ranking in force. */
export function barsUnder(board: Board, book: ScoreBook, title: string, unranked: string): StackedBarsData {
  const { period, group, scores: truth } = board;
  if (!period || !truth) return { title, sections: [], rows: [], layout: 'stacked' };
  const scores = book.at(period);
  const sections = sectionsOf(book.nodes);
  const rankOf = (of: typeof scores, u: number): number | null => orNull((group === null ? of.rank : of.groupRank)[u]);
  const rows = scores.units.flatMap((unit, u): BarRow[] => {
    if (group !== null && scores.groups[u] !== group) return [];
    const rank = rankOf(scores, u);
    const before = rankOf(truth, truth.indexOf(unit));
    return [
      {
        unit,
        name: board.name(unit),
        rank,
        tied: (group === null ? scores.tied[u] : scores.groupTied[u]) === 1,
        gained: rank === null || before === null ? 0 : before - rank,
        total: rank === null ? null : orNull(scores.total[u]),
        parts: sections.map((n) => ({ points: orNull(scores.points(n.index)[u]), full: scores.effective(n.index)[u] ?? n.full })),
        ...(rank === null ? { note: unranked } : {}),
      },
    ];
  });
  return {
    title,
    layout: 'stacked',
    sections: sections.map((s) => ({ id: s.id, title: board.title(s.title), full: s.full })),
    rows: rows.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity)),
  };
}
