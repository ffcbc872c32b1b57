/** The data of the ranking's bars: sections and their points per county, as the board has them. */
import type { BarRow, StackedBarsData } from '../../charts/stacked-bars/place';
import { cutWords } from '../../i18n/cut';
import { locale } from '../../i18n/locale.svelte';
import { FIRST, type Board } from '../../state/board.svelte';
import { sectionsOf } from '../../findings/sections';

const orNull = (x: number | undefined): number | null => (x === undefined || Number.isNaN(x) ? null : x);

export function barsOf(board: Board, title: string, layout: StackedBarsData['layout'], unrankedNote: string): StackedBarsData {
  const { book, scores } = board;
  if (!book || !scores) return { title, sections: [], rows: [], layout };
  const sections = sectionsOf(book.nodes);
  return {
    title,
    layout,
    most: FIRST,
    kept: board.pinnedBeyond,
    more: cutWords[locale.current],
    sections: sections.map((s) => ({ id: s.id, title: board.title(s.title), full: s.full })),
    rows: board.standings.map((s): BarRow => ({
      unit: s.unit,
      name: s.name,
      rank: s.rank,
      tied: s.tied,
      ...(board.before ? { gained: s.gained } : {}),
      total: s.total,
      parts: sections.map((n) => ({
        points: orNull(scores.points(n.index)[s.at]),
        full: scores.effective(n.index)[s.at] ?? n.full,
      })),
      ...(s.rank === null ? { note: unrankedNote } : {}),
    })),
  };
}

/** The section in which the counties differ most: the largest gap between the best and the last, in points. */
export function widestSection(board: Board): string | null {
  const { book, scores, standings } = board;
  if (!book || !scores || standings.length < 2) return null;
  let widest: { title: string; gap: number } | null = null;
  for (const node of sectionsOf(book.nodes)) {
    const points = standings.flatMap((s) => orNull(scores.points(node.index)[s.at]) ?? []);
    if (points.length < 2) continue;
    const gap = Math.max(...points) - Math.min(...points);
    if (!widest || gap > widest.gap) widest = { title: board.title(node.title), gap };
  }
  return widest && widest.gap > 0 ? widest.title : null;
}
