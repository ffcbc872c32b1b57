/** The data of a county's spine: every indicator that is due, its value among those of its peers. */
import { unitStyle } from '../../charts/palette';
import type { SpineData, SpineRow, SpineValue } from '../../charts/spine/place';
import { leafStandings } from '../../findings/leaf-standing';
import { peerValues, spreadOf } from '../../findings/spread';
import type { ProfileWords } from '../../i18n/profile';
import type { UnitId } from '../../model/unit';
import { firstMeasure } from '../../state/catalogue';
import type { Board } from '../../state/board.svelte';

/** @param peers with whom the county is compared, itself among them. */
export function spineOf(board: Board, unit: UnitId, peers: readonly UnitId[], title: string, w: ProfileWords): SpineData {
  const { book, scores, period, f } = board;
  const style = unitStyle(board.colourOf.get(unit) ?? 0);
  if (!book || !scores || !period) return { title, unit, name: board.name(unit), style, rows: [], words: w.words };
  const own = new Map(leafStandings(book, period, unit, peers).map((s) => [s.node.index, s]));
  const u = scores.indexOf(unit);
  const rows = book.nodes.flatMap((node): SpineRow[] => {
    if (!node.leaf || u < 0) return [];
    const state = scores.state(node.index, u);
    // What is not due for anybody would only say so forty times.
    if (state === 'notDue') return [];
    const measure = board.measure(firstMeasure(node.leaf.measure));
    const kind = measure?.unit ?? 'number';
    const section = sectionOf(node.parent);
    const at = own.get(node.index);
    const values = peerValues(book, period, node.index, peers);
    const spread = values.length > 1 || (values.length === 1 && !at) ? spreadOf(values) : null;
    const write = (v: number): string => f.value(v, kind);
    const value: SpineValue = at
      ? {
          value: at.value,
          text: write(at.value),
          rank: at.rank,
          tied: at.tied,
          of: at.of,
          note: `${f.points(at.points)} / ${f.points(at.full)}`,
        }
      : { value: null, why: state === 'na' ? f.words.none.na : w.notReported };
    return [
      {
        indicator: node.id,
        title: board.title(node.title),
        ...(section === null ? {} : { section }),
        better: measure?.better ?? 'neither',
        own: value,
        peers: spread && {
          ...spread,
          note: w.spreadNote(write(spread.min), write(spread.max), write(spread.q1), write(spread.q3)),
        },
        meanText: spread ? write(spread.mean) : '',
      },
    ];
  });
  return { title, unit, name: board.name(unit), style, rows, words: w.words };

  /** The section of the tree's first level that a node lies in. */
  function sectionOf(parent: number): string | null {
    let node = book?.nodes[parent];
    while (node && node.depth > 1) node = book?.nodes[node.parent];
    return node && node.depth === 1 ? board.title(node.title) : null;
  }
}
