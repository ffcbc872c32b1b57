/**
 * Why A is above B 比较: the gap between two published totals, leaf by leaf. Published points are never adjusted:
 * where rounded leaves do not add up to rounded totals, the rest is a line of its own (舍入差).
 */
import type { Period } from '../model/period';
import type { UnitId } from '../model/unit';
import type { ScoreBook } from './book';
import { explain } from './explain';

export interface GapLine {
  /**
   * leaf: an indicator · onTop: what is added to or taken off the total itself (the bonus) · rounding: 舍入差 · other:
   * what a total that is no plain sum has beyond its leaves' points.
   */
  readonly kind: 'leaf' | 'onTop' | 'rounding' | 'other';
  /** Index of the node; null unless the line is a leaf. */
  readonly node: number | null;
  /** Id of the leaf; otherwise the kind. */
  readonly id: string;
  /** Published points of either; null where the leaf does not count for the unit. */
  readonly a: number | null;
  readonly b: number | null;
  /** a − b, with null as 0, in the scheme's decimals. */
  readonly difference: number;
}

export interface Gap {
  readonly a: UnitId;
  readonly b: UnitId;
  /** Total of a − total of b in the scheme's decimals; null where either is not ranked. */
  readonly gap: number | null;
  /** Largest difference first, whichever way it points, then in tree order; lines of 0 are left out. Their differences add up to `gap`. */
  readonly lines: readonly GapLine[];
}

/** The gap between the totals of a and b, split. Throws RangeError for a unit that is not expected in the period. */
export function whyAbove(book: ScoreBook, period: Period, a: UnitId, b: UnitId): Gap {
  const scores = book.at(period);
  const [i, j] = [a, b].map((unit) => {
    const u = scores.indexOf(unit);
    if (u < 0) throw new RangeError(`nothing to compare: ${unit} ${period}`);
    return u;
  }) as [number, number];
  const totals = [scores.total[i]!, scores.total[j]!] as const;
  if (totals.some((t) => Number.isNaN(t))) return { a, b, gap: null, lines: [] };

  // Whole numbers of the last decimal: they add up exactly.
  const scale = 10 ** book.scheme.rounding.decimals;
  const whole = (x: number | null): number => Math.round((x ?? 0) * scale) + 0;
  const gap = whole(totals[0]) - whole(totals[1]);
  let rest = gap;
  const lines: GapLine[] = [];
  const add = (kind: GapLine['kind'], node: number | null, id: string, x: number | null, y: number | null): void => {
    const difference = whole(x) - whole(y);
    rest -= difference;
    if (difference !== 0) lines.push({ kind, node, id, a: x, b: y, difference: difference / scale });
  };
  for (const node of book.nodes)
    if (node.leaf) {
      const points = scores.points(node.index);
      add('leaf', node.index, node.id, orNull(points[i]), orNull(points[j]));
    }
  add('onTop', null, 'onTop', onTop(book, period, a), onTop(book, period, b));
  if (rest !== 0) {
    const kind = Math.abs(rest) <= mostRounding(book) ? 'rounding' : 'other';
    lines.push({ kind, node: null, id: kind, a: null, b: null, difference: rest / scale });
  }
  lines.sort((x, y) => Math.abs(y.difference) - Math.abs(x.difference));
  return { a, b, gap: gap / scale, lines };
}

/** What the total has beside the points of the tree, in points: the bonus; null where there is none. */
export function onTop(book: ScoreBook, period: Period, unit: UnitId): number | null {
  const beside = explain(book, period, unit, 0).args.filter((r) => !['leaf', 'section', 'roundingGap'].includes(r.op));
  return beside.length === 0 ? null : beside.reduce((sum, r) => sum + (r.value ?? 0), 0);
}

/** The most that rounding alone can leave between two units' leaves and totals, in units of the last decimal: half a unit for each number rounded. */
export const mostRounding = (book: ScoreBook): number => book.nodes.filter((n) => n.leaf).length + 2;

const orNull = (x: number | undefined): number | null => (x === undefined || Number.isNaN(x) ? null : x);
