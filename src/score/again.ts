/**
 * Units that lack something, under other weights of a tree of sums. What is absent stays absent, so the marks are shared
 * out anew from the top, and only nodes are worked out again whose own marks or marks in force are others than before.
 */
import { round, snap, type NodeInfo, type Rounding } from '../scheme';

/** Columns by node, then unit. */
interface Parts {
  readonly points: Float64Array[];
  readonly exact: Float64Array[];
  readonly effective: Float64Array[];
}

/** Whether presence decides nothing but who shares: no node asks for a least share, none takes a mean. */
export const isPlainTree = (nodes: readonly NodeInfo[]): boolean =>
  nodes.every((node) => node.aggregate === 'sum' && node.minPresent === undefined);

export class Again {
  readonly #nodes: readonly NodeInfo[];
  /** By node, 1 where its own marks are others, or those of a node below it. */
  readonly #touched: Uint8Array;
  readonly #pointsOf: readonly (((u: number) => number) | undefined)[];
  readonly #known: Parts;
  readonly #columns: Parts;
  readonly #rounding: Rounding;

  /**
   * @param pointsOf by leaf, the points of unit u under the leaf's own marks.
   * @param known the columns under the old weights.
   * @param columns the new ones; a column that is still the old one is copied before it is written to.
   */
  constructor(
    nodes: readonly NodeInfo[],
    touched: readonly number[],
    pointsOf: (node: NodeInfo) => ((u: number) => number) | undefined,
    known: Parts,
    columns: Parts,
    rounding: Rounding,
  ) {
    this.#nodes = nodes;
    this.#touched = new Uint8Array(nodes.length);
    for (const i of touched) this.#touched[i] = 1;
    this.#pointsOf = nodes.map(pointsOf);
    this.#known = known;
    this.#columns = columns;
    this.#rounding = rounding;
  }

  /** Fills the cells of unit u, whose cells in the new columns must be the old ones. */
  unit(u: number): void {
    const root = this.#known.effective[0]![u]! > 0 ? this.#nodes[0]!.full : 0;
    this.#put('effective', 0, u, root);
    this.#node(this.#nodes[0]!, root, u);
  }

  #node(node: NodeInfo, force: number, u: number): void {
    const pointsOf = this.#pointsOf[node.index];
    let made: number;
    if (pointsOf) {
      const nominal = pointsOf(u);
      made = force === node.full || node.full === 0 ? nominal : nominal * (force / node.full);
    } else {
      this.#children(node, force, u);
      made = NaN;
      const parts = this.#rounding.at === 'leaf' ? this.#columns.points : this.#columns.exact;
      for (const c of node.children) {
        const part = parts[c]![u]!;
        if (!Number.isNaN(part)) made = Number.isNaN(made) ? part : made + part;
      }
    }
    this.#put('exact', node.index, u, made);
    this.#put('points', node.index, u, round(made, this.#rounding.decimals, this.#rounding.mode));
  }

  #children(node: NodeInfo, force: number, u: number): void {
    const before = this.#known.effective;
    let own = 0;
    for (const c of node.children) if (before[c]![u]! > 0) own += this.#nodes[c]!.weight;
    own = snap(own) || own;
    for (const c of node.children) {
      const was = before[c]![u]!;
      // Absent, or without marks: neither changes.
      if (was === 0) continue;
      const child = this.#nodes[c]!;
      const full = own === force && child.weight === child.full;
      const now = force === 0 || own === 0 ? 0 : full ? child.full : child.weight * (force / own);
      if (now === was && this.#touched[c] === 0) continue;
      this.#put('effective', c, u, now);
      this.#node(child, now, u);
    }
  }

  #put(of: keyof Parts, node: number, u: number, value: number): void {
    const columns = this.#columns[of];
    const column = columns[node]!;
    const own = column === this.#known[of][node] ? (columns[node] = column.slice()) : column;
    own[u] = value;
  }
}
