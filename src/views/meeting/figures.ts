/** A number behind a sentence as it is shown beside it: whose, of what, value, points and rank. */
import type { MeetingWords } from '../../i18n/meeting';
import type { Link } from '../../report/pack/paper';
import type { Board } from '../../state/board.svelte';
import { firstMeasure } from '../../state/catalogue';

export interface ShownFigure {
  readonly unit: string;
  readonly title: string;
  readonly text: string;
}

export function figureOf(board: Board, { unit, node }: Link, w: MeetingWords['sentence']): ShownFigure {
  const { book, scores, f } = board;
  const index = book?.nodeIndex(node) ?? -1;
  const info = book?.nodes[index];
  const u = scores?.indexOf(unit) ?? -1;
  const name = board.name(unit);
  if (!scores || !info || u < 0) return { unit: name, title: '', text: w.none };
  const [points, full] = [scores.points(index)[u] ?? NaN, scores.effective(index)[u] ?? 0];
  if (index === 0) {
    const rank = scores.rank[u] ?? NaN;
    const at = Number.isNaN(rank) ? f.words.unranked : f.rank(rank, scores.tied[u] === 1);
    return { unit: name, title: w.total, text: Number.isNaN(points) ? at : `${f.pointsWithUnit(points)}，${at}` };
  }
  const said = Number.isNaN(points) ? w.none : w.points(f.points(points), f.brief(full));
  const value = info.leaf ? (scores.value(index)[u] ?? NaN) : NaN;
  const state = info.leaf ? scores.state(index, u) : 'ok';
  const known = !Number.isNaN(value) && (state === 'ok' || state === 'carried');
  const kind = info.leaf ? (board.measure(firstMeasure(info.leaf.measure))?.unit ?? 'number') : 'points';
  return { unit: name, title: board.title(info.title), text: known ? `${f.value(value, kind)}，${said}` : said };
}
