/**
 * How sure is a rank 名次稳健性: the same figures ranked a thousand times under weights that differ a little, seeded, so
 * that the same run gives the same answer. 第4名，权重小幅变动时在3–6名.
 *
 * In a plain tree of sums a leaf's points are linear in its own weight, but for a few units that stand at a floor or cap,
 * where there is one bend. Those lines are read off the book once (`Sums`), and a run is then one dot product per unit and
 * a sort. Any other tree is scored by the book itself, run by run (`bookRuns`).
 */
import { partsOf, type Period } from '../model/period';
import type { UnitId } from '../model/unit';
import { isLeaf, round, snap, type Node, type NodeInfo, type Scheme } from '../scheme';
import { scoreAll, type PeriodScores, type ScoreBook } from './book';
import { seeded } from './seeded';

export interface RobustnessOptions {
  /** How often the units are ranked (default 1000). */
  readonly runs?: number;
  /** Every weight is taken times 1 − spread … 1 + spread, evenly, and all then scaled to the old sum; 0 ≤ spread < 1 (default 0.1). */
  readonly spread?: number;
  /** A whole number from 0 (default 1). */
  readonly seed?: number;
  /** Other schemes that might as well have been chosen; the runs go round between the book's own and these. */
  readonly choices?: readonly Scheme[];
  readonly onProgress?: (done: number, runs: number) => void;
  /** Looked at now and then; when aborted, the answer is of the runs done so far. */
  readonly signal?: { readonly aborted: boolean };
  /** For tests: score every run by the book. */
  readonly exact?: boolean;
}

export interface UnitRobustness {
  readonly unit: UnitId;
  /** As published. */
  readonly rank: number;
  /** 5th and 95th percentile of the ranks (the nearest rank of the runs): what is shown. */
  readonly low: number;
  readonly high: number;
  /** The best and the worst place in any run. */
  readonly best: number;
  readonly worst: number;
  /** Share of the runs in which it has its published rank. */
  readonly same: number;
  /** The unit published next behind it (of equals, by id); null for the last. */
  readonly next: UnitId | null;
  /** Shares of the runs in which it ranks before that unit, and level with it; null for the last. */
  readonly ahead: number | null;
  readonly level: number | null;
}

export interface Robustness {
  readonly period: Period;
  readonly runs: number;
  readonly spread: number;
  readonly seed: number;
  /** Every ranked unit, in roster order. */
  readonly units: readonly UnitRobustness[];
}

/** Ranks every run's units; a place of NaN for a unit that the run does not rank. Positions are those of the book's period. */
type Runner = (weights: Float64Array, ranks: Float64Array) => void;

const REPORT_EVERY = 50;

/**
 * Rank intervals of a period under small changes of the leaf weights. Neither the order of the units nor who else is
 * asked changes a unit's answer. A unit that a choice does not rank has no place in that choice's runs.
 *
 * @throws RangeError for a spread outside [0, 1) or fewer than one run.
 */
export function robustness(book: ScoreBook, period: Period, options: RobustnessOptions = {}): Robustness {
  const { runs = 1000, spread = 0.1, seed = 1, choices = [] } = options;
  if (!(spread >= 0 && spread < 1)) throw new RangeError(`a spread lies in [0, 1): ${spread}`);
  if (!(Number.isInteger(runs) && runs >= 1)) throw new RangeError(`not a number of runs: ${runs}`);
  const scores = book.at(period);
  const size = scores.units.length;
  const books = [book, ...choices.map((s) => scoreAll(s, book.measures, book.roster, book.periods))];
  const samplers = books.map((b) => samplerOf(b, period, scores, spread, options.exact ?? false));
  const members = scores.units.map((_, u) => u).filter((u) => !Number.isNaN(scores.rank[u]!));
  const next = neighbours(scores, members);

  const random = seeded(seed);
  const ranks = new Float64Array(size);
  // By unit, twice its place in every run: places may end in a half. 0: no place.
  const places = new Uint32Array(size * runs);
  const [ahead, level] = [new Float64Array(size), new Float64Array(size)];
  let done = 0;
  for (; done < runs; done++) {
    if (done % REPORT_EVERY === 0) {
      options.onProgress?.(done, runs);
      if (options.signal?.aborted) break;
    }
    samplers[done % samplers.length]!(random, ranks);
    for (const u of members) {
      const rank = ranks[u]!;
      if (rank > 0) places[u * runs + done] = 2 * rank;
      const behind = ranks[next[u]!];
      if (behind === undefined) continue;
      if (rank < behind) ahead[u]! += 1;
      else if (rank === behind) level[u]! += 1;
    }
  }
  options.onProgress?.(done, runs);

  const units = members.map((u): UnitRobustness => {
    const rank = scores.rank[u]!;
    const all = places.subarray(u * runs, u * runs + done);
    let same = 0;
    for (const place of all) if (place === 2 * rank) same += 1;
    const ranked = all.sort().subarray(firstPlace(all));
    const at = (share: number): number => (ranked[Math.max(0, Math.ceil(share * ranked.length) - 1)] ?? 2 * rank) / 2;
    const behind = scores.units[next[u]!] ?? null;
    return {
      unit: scores.units[u]!,
      rank,
      low: at(0.05),
      high: at(0.95),
      best: at(0),
      worst: at(1),
      same: done === 0 ? 1 : same / done,
      next: behind,
      ahead: behind === null || done === 0 ? null : ahead[u]! / done,
      level: behind === null || done === 0 ? null : level[u]! / done,
    };
  });
  return { period, runs: done, spread, seed, units };
}

/** Where a sorted row's places begin, after the zeros of runs without one. */
function firstPlace(sorted: Uint32Array): number {
  const i = sorted.findIndex((x) => x > 0);
  return i < 0 ? sorted.length : i;
}

/** By unit, the position of the unit published next behind it; -1 for the last. */
function neighbours(scores: PeriodScores, members: readonly number[]): Int32Array {
  const next = new Int32Array(scores.units.length).fill(-1);
  const order = [...members].sort((a, b) => scores.rank[a]! - scores.rank[b]! || (scores.units[a]! < scores.units[b]! ? -1 : 1));
  order.forEach((u, i) => (next[u] = order[i + 1] ?? -1));
  return next;
}

/** Draws weights and ranks by them. */
function samplerOf(
  book: ScoreBook,
  period: Period,
  shown: PeriodScores,
  spread: number,
  exact: boolean,
): (random: () => number, ranks: Float64Array) => void {
  const leaves = book.nodes.filter((n) => n.leaf !== null);
  const draw = drawer(leaves, spread);
  const slow = bookRuns(book, period, leaves, shown);
  const weights = new Float64Array(leaves.length);
  const sums = exact ? null : Sums.of(book, period, leaves, spread);
  // The lines are taken at their word only after they have told what the book tells, under weights of their own drawing.
  const fast = sums?.runner(placesIn(shown, book.at(period)));
  const run = fast && agree(fast, slow, shown.units.length, leaves.length, draw) ? fast : slow;
  return (random, ranks) => {
    draw(random, weights);
    run(weights, ranks);
  };
}

/** Every weight times 1 ± spread, then all scaled to their old sum. One number is drawn per leaf, whatever its weight. */
function drawer(leaves: readonly NodeInfo[], spread: number): (random: () => number, weights: Float64Array) => void {
  const whole = leaves.reduce((s, l) => s + l.full, 0);
  return (random, weights) => {
    let sum = 0;
    leaves.forEach((l, i) => {
      const w = l.full * (1 + spread * (2 * random() - 1));
      weights[i] = w;
      sum += w;
    });
    if (sum > 0) for (let i = 0; i < weights.length; i++) weights[i]! *= whole / sum;
  };
}

/** Positions in the shown period of a book's own units; -1 for units that it does not show. */
const placesIn = (shown: PeriodScores, own: PeriodScores): Int32Array => Int32Array.from(own.units, (u) => shown.indexOf(u));

/** Every run scored by the book: right for any tree. */
function bookRuns(book: ScoreBook, period: Period, leaves: readonly NodeInfo[], shown: PeriodScores): Runner {
  const to = placesIn(shown, book.at(period));
  return (weights, ranks) => {
    ranks.fill(NaN);
    const rank = book.reweighted(new Map(leaves.map((l, i) => [l.id, weights[i]!]))).at(period).rank;
    to.forEach((at, u) => {
      if (at >= 0) ranks[at] = rank[u]!;
    });
  };
}

/** From here on one run checked by the book is many units checked, and costs as much. */
const MANY = 500;

function agree(one: Runner, other: Runner, size: number, leaves: number, draw: ReturnType<typeof drawer>): boolean {
  const random = seeded(0);
  const [a, b] = [new Float64Array(size), new Float64Array(size)];
  const weights = new Float64Array(leaves);
  for (let i = 0; i < (size > MANY ? 1 : 3); i++) {
    draw(random, weights);
    one(weights, a);
    other(weights, b);
    if (a.some((x, u) => !Object.is(x, b[u]))) return false;
  }
  return true;
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

/** Of a leaf's line: this far off, relative to the points, is dust. */
const DUST = 1e-9;
/** How far beyond the weights that can be drawn a line is still looked at. */
const MARGIN = 0.98;

/** A leaf's points under its own marks w: a + b·w up to the bend, a2 + b2·w beyond it. */
interface Line {
  readonly a: number;
  readonly b: number;
  readonly bend: number;
  readonly a2: number;
  readonly b2: number;
}

function densely(
  share: Float64Array,
  from: Int32Array,
  lines: readonly (Line & { readonly leaf: number })[],
  group: Int32Array,
  groups: number,
): { share: Float64Array; constant: Float64Array; from: Int32Array; bent: Int32Array } {
  const [n, width] = [from.length - 1, group.length];
  const dense = { share: share.slice(), constant: new Float64Array(n * groups), from: new Int32Array(n + 1) };
  const bent: number[] = [];
  for (let m = 0; m < n; m++) {
    for (let i = from[m]!; i < from[m + 1]!; i++) {
      const { leaf, a, b, bend } = lines[i]!;
      if (bend !== Infinity || b === 0) bent.push(i);
      else {
        dense.share[m * width + leaf] = b;
        dense.constant[m * groups + group[leaf]!]! += a;
      }
    }
    dense.from[m + 1] = bent.length;
  }
  return { ...dense, bent: Int32Array.from(bent) };
}

/** Lines as columns. */
type Lines = Readonly<Record<'a' | 'b' | 'bend' | 'a2' | 'b2', Float64Array>> & { readonly leaf: Int32Array };

/** The totals of a plain tree as lines in the weights. Units are the ranked ones, leaves in tree order. */
class Sums {
  readonly #book: ScoreBook;
  /** Positions of the units in the book's period. */
  readonly #members: readonly number[];
  readonly #leaves: readonly NodeInfo[];
  /** Groups in tree order, the root first; `#up` is a group's parent and `#in` a leaf's, as positions among the groups. */
  readonly #groups: readonly NodeInfo[];
  readonly #up: Int32Array;
  readonly #in: Int32Array;
  /** Unit × leaf: points per mark; 0 where absent or the line is no plain proportion. */
  readonly #share: Float64Array;
  /** The lines that are no plain proportion, unit after unit: those of unit m are from `#from[m]` to before `#from[m + 1]`. */
  readonly #from: Int32Array;
  readonly #lines: Lines;
  /** The same for whole totals, where nothing is rounded on the way: all that is per mark, unit × leaf; all that is constant, unit × group; and which lines still bend. */
  readonly #dense: {
    readonly share: Float64Array;
    readonly constant: Float64Array;
    readonly from: Int32Array;
    readonly bent: Int32Array;
  };
  /** Unit × leaf: whether it counts. */
  readonly #present: Uint8Array;
  readonly #onTop: Float64Array;
  /** The leaves that a unit lacks, as `#from` holds lines. */
  readonly #lackFrom: Int32Array;
  readonly #lacks: Int32Array;
  /** 1: a unit lacks what the one before it lacks. */
  readonly #asBefore: Uint8Array;

  /** The lines of a book's period; null where the tree is no plain sum, or a leaf bends more than once. */
  static of(book: ScoreBook, period: Period, leaves: readonly NodeInfo[], spread: number): Sums | null {
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
    const others: (Line & { leaf: number; m: number })[] = [];
    for (const [leaf, { index, full }] of leaves.entries()) {
      const column = ownPoints(scores, index, full);
      const sides: (((u: number) => number) | undefined)[] = [];
      const [first, last] = [ownPoints(sample(0), index, full * scales[0]!), ownPoints(sample(3), index, full * scales[3]!)];
      for (const [m, u] of members.entries()) {
        const now = column(u);
        if (Number.isNaN(now)) continue;
        present[m * leaves.length + leaf] = 1;
        const [x, y] = [first(u), last(u)];
        const perMark = now / full;
        const dust = DUST * Math.max(1, Math.abs(now));
        // By far the most: twice the marks, twice the points.
        if (full > 0 && Math.abs(x - now * scales[0]!) <= dust && Math.abs(y - now * scales[3]!) <= dust) {
          share[m * leaves.length + leaf] = perMark;
          continue;
        }
        const at = (i: number): number =>
          i === 0 ? x : i === 3 ? y : (sides[i] ??= ownPoints(sample(i), index, full * scales[i]!))(u);
        const found = lineOf(full, now, scales, at);
        if (!found) return null;
        others.push({ ...found, leaf, m });
      }
    }
    return new Sums(book, scores, members, leaves, share, present, others);
  }

  private constructor(
    book: ScoreBook,
    scores: PeriodScores,
    members: readonly number[],
    leaves: readonly NodeInfo[],
    share: Float64Array,
    present: Uint8Array,
    others: (Line & { leaf: number; m: number })[],
  ) {
    const width = leaves.length;
    this.#book = book;
    this.#members = members;
    this.#leaves = leaves;
    this.#groups = book.nodes.filter((n) => !n.leaf);
    const place = new Map(this.#groups.map((g, i) => [g.index, i]));
    this.#up = Int32Array.from(this.#groups, (g) => place.get(g.parent) ?? -1);
    this.#in = Int32Array.from(leaves, (l) => place.get(l.parent) ?? 0);
    this.#share = share;
    this.#present = present;
    others.sort((x, y) => x.m - y.m || x.leaf - y.leaf);
    this.#from = new Int32Array(members.length + 1);
    for (const { m } of others) this.#from[m + 1]! += 1;
    for (let m = 0; m < members.length; m++) this.#from[m + 1]! += this.#from[m]!;
    this.#dense = densely(this.#share, this.#from, others, this.#in, this.#groups.length);
    this.#lines = {
      leaf: Int32Array.from(others, (o) => o.leaf),
      a: Float64Array.from(others, (o) => o.a),
      b: Float64Array.from(others, (o) => o.b),
      bend: Float64Array.from(others, (o) => o.bend),
      a2: Float64Array.from(others, (o) => o.a2),
      b2: Float64Array.from(others, (o) => o.b2),
    };
    const counted = book.scheme.rounding.at === 'leaf' ? scores.points.bind(scores) : scores.exact.bind(scores);
    const children = book.nodes[0]!.children.map(counted);
    this.#onTop = Float64Array.from(members, (u) => {
      const tree = children.reduce((sum, c) => (Number.isNaN(c[u]!) ? sum : sum + c[u]!), 0);
      return snap(scores.exact(0)[u]! - tree);
    });
    const lacks: number[] = [];
    this.#lackFrom = new Int32Array(members.length + 1);
    for (let m = 0; m < members.length; m++) {
      for (let l = 0; l < width; l++) if (!present[m * width + l]) lacks.push(l);
      this.#lackFrom[m + 1] = lacks.length;
    }
    this.#lacks = Int32Array.from(lacks);
    const lacking = members.map((_, m) => this.#lacks.subarray(this.#lackFrom[m], this.#lackFrom[m + 1]).join());
    this.#asBefore = Uint8Array.from(lacking, (l, m) => (l === lacking[m - 1] ? 1 : 0));
  }

  /** @param to where the book's units stand in `ranks`; -1: nowhere. */
  runner(to: Int32Array): Runner {
    const { rounding, ranking } = this.#book.scheme;
    const n = this.#members.length;
    const width = this.#leaves.length;
    const atLeaf = rounding.at === 'leaf';
    const scale = ranking.on === 'rounded' ? 10 ** rounding.decimals : 1e9;
    /** A score as a whole number of the last decimal that is compared. */
    const whole =
      ranking.on === 'rounded'
        ? (x: number): number => nearest(x, scale, rounding.decimals, rounding.mode)
        : (x: number): number => Math.round(snap(x) * scale);
    const share = this.#share;
    const onTop = this.#onTop;
    const full = new Float64Array(this.#groups.length);
    const factor = new Float64Array(this.#groups.length);
    const ownFull = new Float64Array(this.#groups.length);
    const keys = new Float64Array(n);
    const packed = new Float64Array(n);
    const order = new Int32Array(n);

    const rounded = (x: number): number => nearest(x, 10 ** rounding.decimals, rounding.decimals, rounding.mode);
    const first = this.#from;
    const asBefore = this.#asBefore;
    const inGroup = this.#in;
    const { leaf: lineLeaf, a, b, bend, a2, b2 } = this.#lines;

    /** Points of unit m in the leaves from … to, with the factors of its kind in place. */
    const sum = (m: number, weights: Float64Array, from: number, end: number): number => {
      let total = 0;
      const row = m * width;
      if (atLeaf) for (let l = from; l < end; l++) total += rounded(share[row + l]! * weights[l]! * factor[inGroup[l]!]!);
      else for (let l = from; l < end; l++) total += share[row + l]! * weights[l]! * factor[inGroup[l]!]!;
      const stop = first[m + 1]!;
      for (let i = first[m]!; i < stop; i++) {
        const l = lineLeaf[i]!;
        if (l < from || l >= end) continue;
        const w = weights[l]!;
        const own = w <= bend[i]! ? a[i]! + b[i]! * w : a2[i]! + b2[i]! * w;
        // A leaf of 0 marks has nothing to scale.
        const points = w === 0 ? own : own * factor[inGroup[l]!]!;
        total += atLeaf ? rounded(points) : points;
      }
      return atLeaf ? total / 10 ** rounding.decimals : total;
    };

    const { share: perMark, constant, from: bentFrom, bent } = this.#dense;
    const groups = this.#groups.length;
    // Leaves that follow each other in one group: what is theirs is added up before it is multiplied by the group's factor.
    const starts: number[] = [];
    for (let l = 0; l < width; l++) if (l === 0 || inGroup[l] !== inGroup[l - 1]) starts.push(l);
    const blocks = Int32Array.from([...starts, width]);
    /** The same of the whole tree, quickly. */
    const total = (m: number, weights: Float64Array): number => {
      if (atLeaf) return sum(m, weights, 0, width);
      const row = m * width;
      let all = 0;
      for (let k = 0, l = 0; k < blocks.length - 1; k++) {
        const end = blocks[k + 1]!;
        const g = inGroup[l]!;
        let block = 0;
        for (; l < end; l++) block += perMark[row + l]! * weights[l]!;
        all += block * factor[g]!;
      }
      for (let g = 0; g < groups; g++) all += constant[m * groups + g]! * factor[g]!;
      const stop = bentFrom[m + 1]!;
      for (let k = bentFrom[m]!; k < stop; k++) {
        const i = bent[k]!;
        const at = lineLeaf[i]!;
        const w = weights[at]!;
        const own = w <= bend[i]! ? a[i]! + b[i]! * w : a2[i]! + b2[i]! * w;
        all += w === 0 ? own : own * factor[inGroup[at]!]!;
      }
      return all;
    };

    const breakers = ranking.breakers.flatMap((id) => this.#rangeOf(id));
    /** For ties: what the unit has in each breaker; -∞ where nothing. */
    const inBreakers = (m: number, weights: Float64Array): number[] => {
      this.#shareOut(m, weights, full, ownFull, factor);
      return breakers.map(([from, end]) => {
        for (let l = from; l < end; l++) if (this.#present[m * width + l]) return whole(sum(m, weights, from, end));
        return -Infinity;
      });
    };

    return (weights, ranks) => {
      ranks.fill(NaN);
      this.#fullMarks(weights, full, ownFull);
      let most = 0;
      for (let m = 0; m < n; m++) {
        if (asBefore[m] === 0) this.#shareOut(m, weights, full, ownFull, factor);
        const key = whole(total(m, weights) + onTop[m]!);
        keys[m] = key;
        if (Math.abs(key) > most) most = Math.abs(key);
      }
      sortByKey(keys, packed, order, most);
      let place = 0;
      const give = (from: number, end: number): void => {
        place += 1;
        const rank = ranking.ties === '1224' ? from + 1 : ranking.ties === '1223' ? place : (from + 1 + end) / 2;
        for (let i = from; i < end; i++) {
          const at = to[this.#members[order[i]!]!]!;
          if (at >= 0) ranks[at] = rank;
        }
      };
      for (let i = 0, end = 0; i < n; i = end) {
        end = i + 1;
        while (end < n && keys[order[end]!] === keys[order[i]!]) end++;
        if (end === i + 1 || breakers.length === 0) give(i, end);
        else {
          const tied = Array.from(order.subarray(i, end), (m) => ({ m, by: inBreakers(m, weights) }));
          tied.sort((x, y) => compareRows(x.by, y.by));
          tied.forEach((t, k) => (order[i + k] = t.m));
          for (let from = 0, to = 0; from < tied.length; from = to) {
            to = from + 1;
            while (to < tied.length && compareRows(tied[from]!.by, tied[to]!.by) === 0) to++;
            give(i + from, i + to);
          }
        }
      }
    };
  }

  /** Full marks of the groups, and of the leaves directly in them. */
  #fullMarks(weights: Float64Array, full: Float64Array, direct: Float64Array): void {
    direct.fill(0);
    for (let l = 0; l < weights.length; l++) direct[this.#in[l]!]! += weights[l]!;
    full.set(direct);
    for (let g = full.length - 1; g >= 0; g--) {
      full[g] = snap(full[g]!);
      if (g > 0) full[this.#up[g]!]! += full[g]!;
    }
  }

  /**
   * Re-weighting, as the book does it: `factor` becomes, by group, what a group has in force over what is present in it, by
   * which its leaves' marks are multiplied.
   */
  #shareOut(m: number, weights: Float64Array, full: Float64Array, direct: Float64Array, factor: Float64Array): void {
    const [inGroup, up, lacks] = [this.#in, this.#up, this.#lacks];
    const own = factor;
    own.set(direct);
    const stop = this.#lackFrom[m + 1]!;
    for (let k = this.#lackFrom[m]!; k < stop; k++) own[inGroup[lacks[k]!]!]! -= weights[lacks[k]!]!;
    for (let g = own.length - 1; g >= 0; g--) {
      // What is left of a sum from which everything was taken is dust.
      if (own[g]! < DUST) own[g] = 0;
      if (g > 0 && own[g]! > 0) own[up[g]!]! += full[g]!;
    }
    for (let g = 0; g < own.length; g++) {
      const there = own[g]!;
      const force = g === 0 ? full[g]! : full[g]! * factor[up[g]!]!;
      factor[g] = there > 0 && Math.abs(there - force) > DUST ? force / there : 1;
    }
  }

  /** The leaves below a node, as a range; none for an id the scheme does not have. The root is no breaker. */
  #rangeOf(id: string): [number, number][] {
    const node = this.#book.nodes[this.#book.nodeIndex(id)];
    if (!node) return [];
    const below = (n: NodeInfo): boolean => {
      for (let i = n.index; i >= 0; i = this.#book.nodes[i]!.parent) if (i === node.index) return true;
      return false;
    };
    const from = this.#leaves.findIndex(below);
    return from < 0 ? [] : [[from, from + this.#leaves.filter(below).length]];
  }
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

/** x as a whole number of units of 10^-decimals, rounded as a scheme rounds. Far from a half there is nothing to be careful about. */
function nearest(x: number, scale: number, decimals: number, mode: 'half-up' | 'half-even'): number {
  const y = x * scale;
  const down = Math.floor(y);
  const rest = y - down;
  if (rest < 0.499 || rest > 0.501) return rest < 0.5 ? down : down + 1;
  return Math.round(round(x, decimals, mode) * scale);
}

/**
 * The positions by key, the highest first, equal keys by position. A key and its position are packed into one number, since
 * numbers are sorted several times faster than positions by a function; keys too great for that are sorted by one.
 */
function sortByKey(keys: Float64Array, packed: Float64Array, order: Int32Array, most: number): void {
  const n = keys.length;
  if ((most + 1) * n >= Number.MAX_SAFE_INTEGER) {
    order.set([...keys.keys()].sort((a, b) => keys[b]! - keys[a]! || a - b));
    return;
  }
  for (let m = 0; m < n; m++) packed[m] = -keys[m]! * n + m;
  packed.sort();
  for (let i = 0; i < n; i++) order[i] = packed[i]! - Math.floor(packed[i]! / n) * n;
}

/** The greater first. */
function compareRows(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! > b[i]! ? -1 : 1;
  return 0;
}
