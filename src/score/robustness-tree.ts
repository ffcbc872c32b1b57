/** The groups of a plain tree as numbers: full marks under drawn weights, and how marks are shared out where leaves are absent. */
import { snap, type NodeInfo } from '../scheme';
import type { ScoreBook } from './book';
import { DUST } from './robustness-lines';

export class GroupTree {
  /** How many groups; they are in tree order, the root first. */
  readonly size: number;
  /** A leaf's group. */
  readonly inGroup: Int32Array;
  /** A group's parent; -1 for the root. */
  readonly #up: Int32Array;
  readonly #book: ScoreBook;
  readonly #leaves: readonly NodeInfo[];
  /** Scratch: what is present in each group. */
  readonly #there: Float64Array;

  constructor(book: ScoreBook, leaves: readonly NodeInfo[]) {
    this.#book = book;
    this.#leaves = leaves;
    const groups = book.nodes.filter((n) => !n.leaf);
    const place = new Map(groups.map((g, i) => [g.index, i]));
    this.size = groups.length;
    this.#up = Int32Array.from(groups, (g) => place.get(g.parent) ?? -1);
    this.inGroup = Int32Array.from(leaves, (l) => place.get(l.parent) ?? 0);
    this.#there = new Float64Array(groups.length);
  }

  /** Full marks of the groups, and of the leaves directly in them. */
  fullMarks(weights: Float64Array, full: Float64Array, direct: Float64Array): void {
    direct.fill(0);
    for (let l = 0; l < weights.length; l++) direct[this.inGroup[l]!]! += weights[l]!;
    full.set(direct);
    for (let g = full.length - 1; g >= 0; g--) {
      full[g] = snap(full[g]!);
      if (g > 0) full[this.#up[g]!]! += full[g]!;
    }
  }

  /**
   * Re-weighting, as the book does it: `factor`, by group, becomes what a group has in force over what is present in it, by
   * which its leaves' marks are multiplied.
   *
   * @param lacks the leaves that are absent.
   */
  shareOut(lacks: Int32Array, weights: Float64Array, full: Float64Array, direct: Float64Array, factor: Float64Array): void {
    const own = this.#there;
    own.set(direct);
    for (const l of lacks) own[this.inGroup[l]!]! -= weights[l]!;
    for (let g = own.length - 1; g >= 0; g--) {
      // What is left of a sum from which everything was taken is dust.
      if (own[g]! < DUST) own[g] = 0;
      if (g > 0 && own[g]! > 0) own[this.#up[g]!]! += full[g]!;
    }
    for (let g = 0; g < own.length; g++) {
      const there = own[g]!;
      const force = g === 0 ? full[g]! : full[g]! * factor[this.#up[g]!]!;
      factor[g] = there > 0 && Math.abs(there - force) > DUST ? force / there : 1;
    }
  }

  /** The leaves below a node, as a range; none for an id the scheme does not have. The root is no breaker. */
  rangeOf(id: string): [number, number][] {
    const { nodes } = this.#book;
    const node = nodes[this.#book.nodeIndex(id)];
    if (!node) return [];
    const below = (n: NodeInfo): boolean => {
      for (let i = n.index; i >= 0; i = nodes[i]!.parent) if (i === node.index) return true;
      return false;
    };
    const from = this.#leaves.findIndex(below);
    return from < 0 ? [] : [[from, from + this.#leaves.filter(below).length]];
  }
}
