/** The totals of a plain tree as lines in the weights, in columns: what the fast runs read. Units are the ranked ones, leaves in tree order. */
import type { Period } from '../model/period';
import { snap, type NodeInfo } from '../scheme';
import type { PeriodScores, ScoreBook } from './book';
import { readLines, type Line, type LineAt } from './robustness-lines';
import { GroupTree } from './robustness-tree';

/** Lines as columns. */
export type LineColumns = Readonly<Record<keyof Line, Float64Array>> & { readonly leaf: Int32Array };

export interface Sums {
  readonly book: ScoreBook;
  readonly tree: GroupTree;
  /** How many leaves. */
  readonly width: number;
  /** Positions of the units in the book's period. */
  readonly members: readonly number[];
  /** Unit × leaf: points per mark; 0 where absent or the line is no plain proportion. */
  readonly share: Float64Array;
  /** Unit × leaf: whether it counts. */
  readonly present: Uint8Array;
  /** The lines that are no plain proportion, unit after unit: those of unit m are from `from[m]` to before `from[m + 1]`. */
  readonly from: Int32Array;
  readonly lines: LineColumns;
  readonly dense: Dense;
  /** What comes on top of the tree: bonus and deductions. */
  readonly onTop: Float64Array;
  /** By unit, the leaves that it lacks; a unit that lacks what the one before it lacks has the same list. */
  readonly lacks: readonly Int32Array[];
}

/** For whole totals, where nothing is rounded on the way. */
export interface Dense {
  /** All that is per mark, unit × leaf. */
  readonly share: Float64Array;
  /** All that is constant, unit × group. */
  readonly constant: Float64Array;
  /** Which lines still bend, unit after unit as `from` of `Sums`. */
  readonly from: Int32Array;
  readonly bent: Int32Array;
}

/** null where the tree is no plain sum, or a leaf bends more than once. */
export function sumsOf(book: ScoreBook, period: Period, leaves: readonly NodeInfo[], spread: number): Sums | null {
  const read = readLines(book, period, leaves, spread);
  if (!read) return null;
  const { members, share, present } = read;
  const tree = new GroupTree(book, leaves);
  const { from, lines } = byUnit(read.others, members.length);
  return {
    ...{ book, tree, width: leaves.length, members, share, present, from },
    lines: {
      leaf: Int32Array.from(lines, (o) => o.leaf),
      a: Float64Array.from(lines, (o) => o.a),
      b: Float64Array.from(lines, (o) => o.b),
      bend: Float64Array.from(lines, (o) => o.bend),
      a2: Float64Array.from(lines, (o) => o.a2),
      b2: Float64Array.from(lines, (o) => o.b2),
    },
    dense: densely(share, from, lines, tree),
    onTop: onTopOf(book, book.at(period), members),
    lacks: lacksOf(present, leaves.length),
  };
}

/** The lines unit after unit; of one unit they stay in the order of the leaves, in which they come. */
function byUnit(others: readonly LineAt[], units: number): { from: Int32Array; lines: LineAt[] } {
  const from = new Int32Array(units + 1);
  for (const { m } of others) from[m + 1]! += 1;
  for (let m = 0; m < units; m++) from[m + 1]! += from[m]!;
  const next = from.slice();
  const lines = new Array<LineAt>(others.length);
  for (const line of others) lines[next[line.m]!++] = line;
  return { from, lines };
}

function densely(share: Float64Array, from: Int32Array, lines: readonly LineAt[], { inGroup, size }: GroupTree): Dense {
  const [n, width] = [from.length - 1, inGroup.length];
  const dense = { share: share.slice(), constant: new Float64Array(n * size), from: new Int32Array(n + 1) };
  const bent: number[] = [];
  for (let m = 0; m < n; m++) {
    for (let i = from[m]!; i < from[m + 1]!; i++) {
      const { leaf, a, b, bend } = lines[i]!;
      if (bend !== Infinity || b === 0) bent.push(i);
      else {
        dense.share[m * width + leaf] = b;
        dense.constant[m * size + inGroup[leaf]!]! += a;
      }
    }
    dense.from[m + 1] = bent.length;
  }
  return { ...dense, bent: Int32Array.from(bent) };
}

function onTopOf(book: ScoreBook, scores: PeriodScores, members: readonly number[]): Float64Array {
  const counted = book.scheme.rounding.at === 'leaf' ? scores.points.bind(scores) : scores.exact.bind(scores);
  const children = book.nodes[0]!.children.map(counted);
  const total = scores.exact(0);
  return Float64Array.from(members, (u) => {
    const tree = children.reduce((sum, c) => (Number.isNaN(c[u]!) ? sum : sum + c[u]!), 0);
    return snap(total[u]! - tree);
  });
}

function lacksOf(present: Uint8Array, width: number): Int32Array[] {
  const lists: Int32Array[] = [];
  let last: Int32Array | null = null;
  for (let row = 0; row < present.length; row += width) {
    const lacks: number[] = [];
    for (let l = 0; l < width; l++) if (present[row + l] === 0) lacks.push(l);
    const same: boolean = last?.length === lacks.length && lacks.every((l, i) => l === last?.[i]);
    if (!last || !same) last = Int32Array.from(lacks);
    lists.push(last);
  }
  return lists;
}
