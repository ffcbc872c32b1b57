/**
 * Lines: in a plain tree of sums a leaf's points are linear in its own marks, but for a few units that stand at a floor or
 * cap, where there is one bend. The lines are read off the book by scoring it under a few scalings of all marks.
 */
import { partsOf, type Period } from '../model/period';
import { isLeaf, type Node, type NodeInfo, type Scheme } from '../scheme';
import type { PeriodScores, ScoreBook } from './book';

/** This far off, relative to the points, is dust. */
export const DUST = 1e-9;
/** How far beyond the weights that can be drawn a line is still looked at. */
const MARGIN = 0.98;

/** A leaf's points under its own marks w: a + b·w up to the bend, a2 + b2·w beyond it. */
export interface Line {
  readonly a: number;
  readonly b: number;
  readonly bend: number;
  readonly a2: number;
  readonly b2: number;
}

/** The line of the leaf at this position for the m-th ranked unit. */
export interface LineAt extends Line {
  readonly leaf: number;
  readonly m: number;
}

export interface Lines {
  /** Positions of the ranked units in the book's period. */
  readonly members: readonly number[];
  /** Unit × leaf: points per mark; 0 where absent or the line is no plain proportion. */
  readonly share: Float64Array;
  /** Unit × leaf: whether it counts. */
  readonly present: Uint8Array;
  /** The lines that are no plain proportion, leaf by leaf. */
  readonly others: readonly LineAt[];
}

/** Whether a scheme is a plain tree of sums, in which weights are shared out in proportion and nothing bends a total. */
function isPlain(scheme: Scheme, period: Period): boolean {
  const sums = (n: { readonly aggregate?: string; readonly minPresent?: number }): boolean =>
    (n.aggregate ?? 'sum') === 'sum' && n.minPresent === undefined;
  const below = (n: Node): boolean => isLeaf(n) || (sums(n) && n.children.every(below));
  const { total, bonus, year, vetoes = [] } = scheme;
  if (total || bonus?.inside || (year && partsOf(period).kind === 'Y')) return false;
  return vetoes.every((v) => v.capScore === undefined) && sums(scheme) && scheme.children.every(below);
}

/** The lines of a book's period; null where the tree is no plain sum, or a leaf bends more than once. */
export function readLines(book: ScoreBook, period: Period, leaves: readonly NodeInfo[], spread: number): Lines | null {
  if (!isPlain(book.scheme, period)) return null;
  const scores = book.at(period);
  const members = scores.units.map((_, u) => u).filter((u) => !Number.isNaN(scores.rank[u]!));
  // What a weight can become: itself at one end of the spread, all others at the other.
  const s = Math.max(spread, 0.01);
  const [lo, hi] = [(1 - s) / (1 + s), (1 + s) / (1 - s)];
  // Two on either side, so that a line is known there whatever it does between.
  const scales = [lo * MARGIN, lo, hi, hi / MARGIN];
  const sampled = scales.map<PeriodScores | null>(() => null);
  const sample = (i: number): PeriodScores =>
    (sampled[i] ??= book.reweighted(new Map(leaves.map((l) => [l.id, l.full * scales[i]!]))).at(period));
  const share = new Float64Array(members.length * leaves.length);
  const present = new Uint8Array(members.length * leaves.length);
  const others: LineAt[] = [];
  for (const [leaf, { index, full }] of leaves.entries()) {
    const column = ownPoints(scores, index, full);
    const sides: (((u: number) => number) | undefined)[] = [];
    const [first, last] = [ownPoints(sample(0), index, full * scales[0]!), ownPoints(sample(3), index, full * scales[3]!)];
    for (const [m, u] of members.entries()) {
      const now = column(u);
      if (Number.isNaN(now)) continue;
      present[m * leaves.length + leaf] = 1;
      const [x, y] = [first(u), last(u)];
      const dust = DUST * Math.max(1, Math.abs(now));
      // By far the most: twice the marks, twice the points.
      if (full > 0 && Math.abs(x - now * scales[0]!) <= dust && Math.abs(y - now * scales[3]!) <= dust) {
        share[m * leaves.length + leaf] = now / full;
        continue;
      }
      const at = (i: number): number =>
        i === 0 ? x : i === 3 ? y : (sides[i] ??= ownPoints(sample(i), index, full * scales[i]!))(u);
      const found = lineOf(full, now, scales, at);
      if (!found) return null;
      others.push({ ...found, leaf, m });
    }
  }
  return { members, share, present, others };
}

/** A leaf's points under its own full marks, before re-weighting, by unit; NaN where it is absent. */
function ownPoints(scores: PeriodScores, node: number, full: number): (u: number) => number {
  const [exact, force] = [scores.exact(node), scores.effective(node)];
  return (u) => (full === 0 || force[u] === 0 ? exact[u]! : exact[u]! * (full / force[u]!));
}

/**
 * The line through a leaf's points. `now` are those under the full marks themselves, `points(i)` under `scales[i]` times them,
 * of which the first and last two lie outside what can be drawn. null where one bend does not explain the points.
 */
function lineOf(full: number, now: number, scales: readonly number[], points: (i: number) => number): Line | null {
  if (full === 0) return { a: now, b: 0, bend: Infinity, a2: now, b2: 0 };
  const dust = DUST * Math.max(1, Math.abs(now));
  const through = (i: number, j: number): { a: number; b: number } => {
    const [x, y] = [points(i), points(j)];
    const b = (y - x) / ((scales[j]! - scales[i]!) * full);
    const a = x - b * scales[i]! * full;
    return Math.abs(a) <= dust ? { a: 0, b } : { a, b };
  };
  const whole = through(0, 3);
  // What bends once lies off its chord everywhere between.
  if (Math.abs(whole.a + whole.b * full - now) <= dust)
    return { a: whole.a, b: whole.a === 0 ? now / full : whole.b, bend: Infinity, a2: whole.a, b2: whole.b };
  const [left, right] = [through(0, 1), through(2, 3)];
  const bend = (right.a - left.a) / (left.b - right.b);
  // Parallel lines never meet: a jump. Infinity and NaN fail this too.
  if (!(bend >= scales[0]! * full && bend <= scales[3]! * full)) return null;
  const here = full <= bend ? left : right;
  return Math.abs(here.a + here.b * full - now) <= dust ? { ...left, bend, a2: right.a, b2: right.b } : null;
}
