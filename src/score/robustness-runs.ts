/** The fast path of the robustness runs: totals from lines in the weights, some runs at a time so that a unit's lines are read once for all of them, then a sort. */
import { round, snap, type Ranking } from '../scheme';
import type { Runner } from './robustness-book';
import { Order } from './robustness-order';
import type { Sums } from './robustness-sums';

/** How many runs are added up side by side; the loops are written out for so many. */
const WIDE = 5;

/** What a run's weights make of the groups. */
class Marks {
  readonly full: Float64Array;
  readonly direct: Float64Array;
  readonly factor: Float64Array;
  readonly keys: Float64Array;
  weights: Float64Array = new Float64Array(0);

  constructor(groups: number, units: number) {
    this.full = new Float64Array(groups);
    this.direct = new Float64Array(groups);
    this.factor = new Float64Array(groups);
    this.keys = new Float64Array(units);
  }
}

/** @param to where the book's units stand in the ranks that are filled; -1: nowhere. */
export function fastRuns(sums: Sums, to: Int32Array): Runner {
  const { tree, members, lacks, onTop } = sums;
  const { rounding } = sums.book.scheme;
  const n = members.length;
  const wholeOf = wholeNumber(sums);
  const marks = Array.from({ length: WIDE }, () => new Marks(tree.size, n));
  const addUp = rounding.at === 'leaf' ? oneByOne(sums) : sideBySide(sums);
  const totals = new Float64Array(WIDE);
  const order = new Order(n);
  const rank = ranker(sums, to, wholeOf);

  return (weights, ranks) => {
    for (let first = 0; first < weights.length; first += WIDE) {
      // Where there are fewer left the last stands for the rest, which nobody reads.
      marks.forEach((run, r) => {
        run.weights = weights[Math.min(first + r, weights.length - 1)]!;
        tree.fullMarks(run.weights, run.full, run.direct);
      });
      addUp.begin(marks);
      for (let m = 0; m < n; m++) {
        if (m === 0 || lacks[m] !== lacks[m - 1]) {
          for (const run of marks) tree.shareOut(lacks[m]!, run.weights, run.full, run.direct, run.factor);
          addUp.shared(marks);
        }
        addUp.totals(m, marks, totals);
        for (let r = 0; r < WIDE; r++) marks[r]!.keys[m] = wholeOf(totals[r]! + onTop[m]!);
      }
      for (let r = 0; r < WIDE && first + r < weights.length; r++) {
        order.sort(marks[r]!.keys);
        rank(order.order, marks[r]!, ranks[first + r]!);
      }
    }
  };
}

/** A score as a whole number of the last decimal that is compared. */
function wholeNumber({ book }: Sums): (x: number) => number {
  const { rounding, ranking } = book.scheme;
  if (ranking.on === 'unrounded') return (x) => Math.round(snap(x) * 1e9);
  const { decimals, mode } = rounding;
  const scale = 10 ** decimals;
  return (x) => nearest(x, scale, decimals, mode);
}

/** x as a whole number of units of 10^-decimals, rounded as a scheme rounds. Far from a half there is nothing to be careful about. */
function nearest(x: number, scale: number, decimals: number, mode: 'half-up' | 'half-even'): number {
  const y = x * scale;
  const down = Math.floor(y);
  const rest = y - down;
  if (rest < 0.499 || rest > 0.501) return rest < 0.5 ? down : down + 1;
  return Math.round(round(x, decimals, mode) * scale);
}

interface AddUp {
  /** New weights are in place. */
  begin(marks: readonly Marks[]): void;
  /** New factors are in place. */
  shared(marks: readonly Marks[]): void;
  /** The totals of unit m, one for each run. */
  totals(m: number, marks: readonly Marks[], into: Float64Array): void;
}

/** Points of unit m in the leaves from … to, with the factors of its kind in place. */
function partOf({
  book,
  tree,
  width,
  share,
  from: first,
  lines,
}: Sums): (m: number, run: Marks, from: number, to: number) => number {
  const { at, decimals, mode } = book.scheme.rounding;
  const scale = 10 ** decimals;
  const rounded = at === 'leaf' ? (x: number): number => nearest(x, scale, decimals, mode) : (x: number): number => x;
  const { inGroup } = tree;
  const { leaf, a, b, bend, a2, b2 } = lines;
  return (m, { weights, factor }, from, to) => {
    let total = 0;
    const row = m * width;
    for (let l = from; l < to; l++) total += rounded(share[row + l]! * weights[l]! * factor[inGroup[l]!]!);
    const stop = first[m + 1]!;
    for (let i = first[m]!; i < stop; i++) {
      const l = leaf[i]!;
      if (l < from || l >= to) continue;
      const w = weights[l]!;
      const own = w <= bend[i]! ? a[i]! + b[i]! * w : a2[i]! + b2[i]! * w;
      // A leaf of 0 marks has nothing to scale.
      total += rounded(w === 0 ? own : own * factor[inGroup[l]!]!);
    }
    return at === 'leaf' ? total / scale : total;
  };
}

/** Where every leaf is rounded, each run for itself. */
function oneByOne(sums: Sums): AddUp {
  const part = partOf(sums);
  return {
    begin: () => undefined,
    shared: () => undefined,
    totals: (m, marks, into) => marks.forEach((run, r) => (into[r] = part(m, run, 0, sums.width))),
  };
}

/** Where only totals are rounded, all runs in one go; in each the sum runs in the same order. */
function sideBySide({ tree, width, dense, lines }: Sums): AddUp {
  const { inGroup, size } = tree;
  const { share, constant, from, bent } = dense;
  const { leaf, a, b, bend, a2, b2 } = lines;
  // Leaves that follow each other in one group: what is theirs is added up before it is multiplied by the group's factor.
  const starts: number[] = [];
  for (let l = 0; l < width; l++) if (l === 0 || inGroup[l] !== inGroup[l - 1]) starts.push(l);
  const blocks = Int32Array.from([...starts, width]);
  // Run by run side by side: leaf × run, group × run.
  const w = new Float64Array(width * WIDE);
  const f = new Float64Array(size * WIDE);
  const spread = (of: 'weights' | 'factor', into: Float64Array, marks: readonly Marks[]): void =>
    marks.forEach((run, r) => run[of].forEach((x, i) => (into[i * WIDE + r] = x)));
  return {
    begin: (marks) => spread('weights', w, marks),
    shared: (marks) => spread('factor', f, marks),
    totals(m, _, into) {
      let t0 = 0;
      let t1 = 0;
      let t2 = 0;
      let t3 = 0;
      let t4 = 0;
      const row = m * width;
      for (let k = 0, l = 0; k < blocks.length - 1; k++) {
        const end = blocks[k + 1]!;
        const g = inGroup[l]! * WIDE;
        let b0 = 0;
        let b1 = 0;
        let b2 = 0;
        let b3 = 0;
        let b4 = 0;
        for (let i = l * WIDE; l < end; l++, i += WIDE) {
          const x = share[row + l]!;
          b0 += x * w[i]!;
          b1 += x * w[i + 1]!;
          b2 += x * w[i + 2]!;
          b3 += x * w[i + 3]!;
          b4 += x * w[i + 4]!;
        }
        t0 += b0 * f[g]!;
        t1 += b1 * f[g + 1]!;
        t2 += b2 * f[g + 2]!;
        t3 += b3 * f[g + 3]!;
        t4 += b4 * f[g + 4]!;
      }
      for (let g = 0, i = 0; g < size; g++, i += WIDE) {
        const x = constant[m * size + g]!;
        if (x === 0) continue;
        t0 += x * f[i]!;
        t1 += x * f[i + 1]!;
        t2 += x * f[i + 2]!;
        t3 += x * f[i + 3]!;
        t4 += x * f[i + 4]!;
      }
      into[0] = t0;
      into[1] = t1;
      into[2] = t2;
      into[3] = t3;
      into[4] = t4;
      const stop = from[m + 1]!;
      for (let k = from[m]!; k < stop; k++) {
        const i = bent[k]!;
        const at = leaf[i]!;
        for (let r = 0; r < WIDE; r++) {
          const x = w[at * WIDE + r]!;
          const own = x <= bend[i]! ? a[i]! + b[i]! * x : a2[i]! + b2[i]! * x;
          into[r]! += x === 0 ? own : own * f[inGroup[at]! * WIDE + r]!;
        }
      }
    },
  };
}

/** From an order to places, ties as the scheme says. */
function ranker(
  sums: Sums,
  to: Int32Array,
  wholeOf: (x: number) => number,
): (order: Int32Array, run: Marks, ranks: Float64Array) => void {
  const { tree, width, members, present, lacks } = sums;
  const { ties, breakers: ids }: Ranking = sums.book.scheme.ranking;
  const part = partOf(sums);
  const breakers = ids.flatMap((id) => tree.rangeOf(id));
  const n = members.length;
  /** For ties: what the unit has in each breaker; -∞ where nothing. */
  const inBreakers = (m: number, run: Marks): number[] => {
    tree.shareOut(lacks[m]!, run.weights, run.full, run.direct, run.factor);
    return breakers.map(([from, end]) => {
      for (let l = from; l < end; l++) if (present[m * width + l]) return wholeOf(part(m, run, from, end));
      return -Infinity;
    });
  };
  return (order, run, ranks) => {
    const { keys } = run;
    ranks.fill(NaN);
    let place = 0;
    const give = (from: number, end: number): void => {
      place += 1;
      const rank = ties === '1224' ? from + 1 : ties === '1223' ? place : (from + 1 + end) / 2;
      for (let i = from; i < end; i++) {
        const at = to[members[order[i]!]!]!;
        if (at >= 0) ranks[at] = rank;
      }
    };
    for (let i = 0, end = 0; i < n; i = end) {
      end = i + 1;
      while (end < n && keys[order[end]!] === keys[order[i]!]) end++;
      if (end === i + 1 || breakers.length === 0) {
        give(i, end);
        continue;
      }
      const tied = Array.from(order.subarray(i, end), (m) => ({ m, by: inBreakers(m, run) }));
      tied.sort((x, y) => compareRows(x.by, y.by));
      tied.forEach((t, k) => (order[i + k] = t.m));
      for (let from = 0, next = 0; from < tied.length; from = next) {
        next = from + 1;
        while (next < tied.length && compareRows(tied[from]!.by, tied[next]!.by) === 0) next++;
        give(i + from, i + next);
      }
    }
  };
}

/** The greater first. */
function compareRows(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! > b[i]! ? -1 : 1;
  return 0;
}
