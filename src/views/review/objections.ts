/** Objections in the order in which they are worked off, and the figure each is about. */
import type { Objection } from '../../model/review';
import type { UnitId } from '../../model/unit';
import type { Board } from '../../state/board.svelte';

export interface Filter {
  readonly unit: UnitId | null;
  readonly onlyOpen: boolean;
}

/**
 * Those that the filter leaves: open ones first, then by unit and by indicator in the orders given (what is in neither comes
 * last), then as they were raised.
 */
export function inOrder(
  objections: readonly Objection[],
  units: readonly UnitId[],
  nodes: readonly string[],
  filter: Filter,
): Objection[] {
  const place = (list: readonly string[], id: string): number => (list.includes(id) ? list.indexOf(id) : list.length);
  const shown = objections.filter(
    (o) => (filter.unit === null || o.unit === filter.unit) && (!filter.onlyOpen || o.decision === null),
  );
  return shown.sort(
    (a, b) =>
      Number(a.decision !== null) - Number(b.decision !== null) ||
      place(units, a.unit) - place(units, b.unit) ||
      place(nodes, a.node) - place(nodes, b.node) ||
      a.id - b.id,
  );
}

/** What stands there now; null where the figure is gone from scheme or period. */
export interface FigureNow {
  readonly points: number | null;
  /** The marks in force: what the shares of indicators that do not count have made of 分值. */
  readonly full: number;
  /** Why there are none; the state of the leaf. */
  readonly state: ReturnType<NonNullable<Board['scores']>['state']>;
}

export function figureNow(board: Board, unit: UnitId, node: string): FigureNow | null {
  const { book, scores } = board;
  const info = book?.nodes[book.nodeIndex(node)];
  const u = scores?.indexOf(unit) ?? -1;
  if (!scores || !info?.leaf || u < 0) return null;
  const points = scores.points(info.index)[u] ?? NaN;
  return {
    points: Number.isNaN(points) ? null : points,
    full: scores.effective(info.index)[u] || info.full,
    state: scores.state(info.index, u),
  };
}

/** An indicator's name; its id where the scheme in use has none such. */
export function nodeTitle(board: Board, node: string): string {
  const info = board.book?.nodes[board.book.nodeIndex(node)];
  return info ? board.title(info.title) : node;
}
