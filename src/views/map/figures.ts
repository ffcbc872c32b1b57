/** What the counties of a map show: the points of a node of the scheme's tree in the period on show. */
import type { MapUnit } from '../../charts/tile-map/place';
import type { MapWords } from '../../i18n/map';
import { ROOT, type Board } from '../../state/board.svelte';
import { firstMeasure } from '../../state/catalogue';

/** The node a choice names: the root for the total, and for one that a new scheme no longer has. */
export function nodeOf(board: Board, choice: string) {
  const { book } = board;
  const index = choice === ROOT ? 0 : (book?.nodeIndex(choice) ?? -1);
  return book?.nodes[index] ?? book?.nodes[0] ?? null;
}

/** All that a map can be toned by: the total, then sections and indicators as the tree has them, set in by their depth. */
export function choices(board: Board, w: MapWords): (readonly [string, string])[] {
  return (board.book?.nodes ?? []).map((n) =>
    n.index === 0 ? [ROOT, w.total] : [n.id, `${'\u3000'.repeat(n.depth - 1)}${board.title(n.title)}`],
  );
}

/** The counties of the group on show, in the order of the roster. A county without points says why in a word. */
export function figuresOf(board: Board, choice: string, w: MapWords): MapUnit[] {
  const { scores, f } = board;
  const node = nodeOf(board, choice);
  if (!scores || !node) return [];
  const points = scores.points(node.index);
  const def = node.leaf ? board.measure(firstMeasure(node.leaf.measure)) : undefined;
  const values = node.leaf && def ? scores.value(node.index) : null;
  return [...board.standings]
    .sort((a, b) => a.at - b.at)
    .map((s): MapUnit => {
      const own = node.index === 0 ? s.total : (points[s.at] ?? NaN);
      const value = own === null || Number.isNaN(own) ? null : own;
      const measured = values?.[s.at];
      const notes = [
        node.index === 0 ? f.rank(s.rank, s.tied) : w.full(f.marks(scores.effective(node.index)[s.at] ?? node.full)),
        measured === undefined || Number.isNaN(measured) || !def ? '' : w.value(f.value(measured, def.unit)),
      ];
      return {
        unit: s.unit,
        name: s.name,
        value,
        text: value === null ? noneOf() : f.points(value),
        note: notes.filter(Boolean).join('\n'),
      };

      function noneOf(): string {
        if (node?.index === 0) return f.words.unranked;
        const state = node?.leaf && scores ? scores.state(node.index, s.at) : 'missing';
        return state === 'notDue' || state === 'na' ? f.words.none[state] : w.none;
      }
    });
}

/** Who is highest and who lowest, in words; '' where there is nobody to name. */
export function rangeText(units: readonly MapUnit[], join: (names: readonly string[]) => string, w: MapWords): string {
  const known = units.flatMap((u) => (u.value === null ? [] : [{ ...u, value: u.value }]));
  const [first, ...others] = known;
  if (!first || others.length === 0) return '';
  const high = others.reduce((best, u) => (u.value > best.value ? u : best), first);
  const low = others.reduce((worst, u) => (u.value < worst.value ? u : worst), first);
  if (high.text === low.text) return w.allAlike(high.text);
  const named = (text: string): string => {
    const alike = known.filter((u) => u.text === text).map((u) => u.name);
    return alike.length > 3 ? `${join(alike.slice(0, 3))}…` : join(alike);
  };
  return w.extremes(named(high.text), high.text, named(low.text), low.text);
}
