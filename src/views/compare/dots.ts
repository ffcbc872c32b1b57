/** The data of the comparison's dot plot: what share of its marks every county won in every indicator that tells them apart. */
import type { Dot, DotPlotData, DotRow } from '../../charts/dot-plot/place';
import { unitStyle } from '../../charts/palette';
import type { CompareWords } from '../../i18n/compare';
import type { UnitId } from '../../model/unit';
import type { Board } from '../../state/board.svelte';

/** Rows in which the chosen counties are furthest apart in points; more than these no room reads. */
const MOST = 16;

export function dotsOf(board: Board, units: readonly UnitId[], w: CompareWords): DotPlotData {
  const { book, scores, f } = board;
  const title = w.dots;
  const words = { axis: w.axis, unnamed: w.unnamed, absent: w.absent };
  const named = units.map((unit) => ({ unit, name: board.name(unit), style: unitStyle(board.colourOf.get(unit) ?? 0) }));
  if (!book || !scores) return { title, scale: 'marks', units: named, selected: [], rows: [], words };
  const shareAt = (node: number, u: number): number => {
    const full = scores.effective(node)[u] ?? 0;
    return full > 0 ? (scores.points(node)[u] ?? NaN) / full : NaN;
  };
  const leaves = book.nodes.flatMap((node) => {
    if (!node.leaf) return [];
    const at = units.map((unit) => scores.indexOf(unit));
    const shares = at.map((u) => (u < 0 ? NaN : shareAt(node.index, u)));
    const known = shares.filter((s) => !Number.isNaN(s));
    // Between them, in points: what the picture is ordered and cut by.
    const apart = known.length < 2 ? 0 : (Math.max(...known) - Math.min(...known)) * node.full;
    return known.length === 0 ? [] : [{ node, at, shares, apart }];
  });
  const widest = [...leaves].sort((a, b) => b.apart - a.apart).slice(0, MOST);
  const rows = leaves
    .filter((l) => widest.includes(l))
    .map(({ node, at, shares }): DotRow => {
      const all = board.standings.map((s) => shareAt(node.index, s.at)).filter((s) => !Number.isNaN(s));
      const spot = (share: number) => ({ at: share, text: f.shareBrief(share, 1) });
      const section = book.nodes[node.parent];
      return {
        indicator: node.id,
        title: board.title(node.title),
        ...(section && section.index > 0 ? { section: board.title(section.title) } : {}),
        dots: shares.map((share, i): Dot => {
          if (!Number.isNaN(share)) {
            const points = scores.points(node.index)[at[i] ?? -1] ?? NaN;
            return {
              spot: spot(share),
              note: `${f.points(points)} / ${f.points(scores.effective(node.index)[at[i] ?? -1] ?? node.full)}`,
            };
          }
          const state = (at[i] ?? -1) < 0 ? 'missing' : scores.state(node.index, at[i] ?? 0);
          return { spot: null, why: f.words.none[state === 'na' ? 'na' : state === 'notDue' ? 'notDue' : 'missing'] };
        }),
        mean: all.length > 0 ? spot(all.reduce((sum, s) => sum + s, 0) / all.length) : null,
        best: null,
        target: null,
      };
    });
  return { title, scale: 'marks', units: named, selected: units, rows, words };
}
