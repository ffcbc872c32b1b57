/** From prepared values and weights to points: rule → adjustments → re-weighting → rounding → sums and means, in columns of node × unit. */
import { round, snap, type NodeInfo, type Scheme } from '../scheme';
import { adjusted } from './adjust';
import { itemsPoints } from './bonus';
import type { PreparedLeaf, PreparedPeriod } from './prepared';
import { codeOf } from './rules';

export interface Columns {
  /** Published points, rounded as the scheme says; NaN where a node has none. Node n of unit u is at n × units + u. */
  readonly points: Float64Array;
  /** The same before the node's own rounding. */
  readonly exact: Float64Array;
  /** Full marks in force after re-weighting; 0 where a node is absent. */
  readonly effective: Float64Array;
  /** By unit, the total before any bound held it; NaN where there is none. */
  readonly unheld: Float64Array;
  /** By unit, why it is not ranked; null where it is. */
  readonly barred: (Barred | null)[];
}

/**
 * noData: no figure at all. missing: a leaf that the scheme does not do without. tooLittle: a node has less than its
 * `minPresent`. negative: a node takes a geometric or harmonic mean of a share below 0. disqualified: by a veto.
 */
export interface Barred {
  readonly reason: 'noData' | 'missing' | 'tooLittle' | 'negative' | 'disqualified';
  /** The leaf, node or child it is for. */
  readonly node?: number;
  readonly veto?: string;
}

/** Whether a leaf's points count for unit u. */
export const isPresent = (leaf: PreparedLeaf, u: number): boolean => {
  const state = leaf.states[u];
  return state === 'ok' || state === 'carried' || state === 'missing';
};

/** Whether unit u has any figure of its own, reported now or carried: without one it is not ranked. */
export const hasData = (leaves: readonly PreparedLeaf[], u: number): boolean =>
  leaves.some((l) => l.states[u] === 'ok' || l.states[u] === 'carried');

/** Points under the leaf's own full marks, before re-weighting. A value that is missing without replacement has 0. */
export function nominalPoints(prepared: PreparedLeaf, full: number, u: number): number {
  if (prepared.over) return meanOverYear(prepared.over, full, u);
  const x = prepared.x[u] ?? NaN;
  if (Number.isNaN(x)) return 0;
  const { rule, adjustments } = prepared.leaf;
  let points = codeOf(rule).points(rule, full, x, prepared.against[u] ?? NaN, prepared.second[u] ?? NaN);
  // Adjustments speak of what the unit reported; a value put in its place has none.
  if (prepared.states[u] !== 'missing')
    adjustments?.forEach((a, i) => (points = adjusted(a, points, prepared.adjustments[i]?.[u] ?? NaN)));
  return points;
}

/** Over the periods in which the leaf counts for the unit. */
function meanOverYear(over: NonNullable<PreparedLeaf['over']>, full: number, u: number): number {
  let sum = 0;
  let weights = 0;
  for (const { leaf, weight, at } of over)
    if (isPresent(leaf, at[u] ?? -1)) {
      sum += weight * nominalPoints(leaf, full, at[u] ?? -1);
      weights += weight;
    }
  return weights > 0 ? sum / weights : 0;
}

/** All columns of a period under the full marks of `nodes`. */
export function score(scheme: Scheme, nodes: readonly NodeInfo[], prepared: PreparedPeriod): Columns {
  const n = prepared.units.length;
  const size = nodes.length * n;
  const barred = Array<Barred | null>(n).fill(null);
  const columns = {
    points: new Float64Array(size).fill(NaN),
    exact: new Float64Array(size).fill(NaN),
    effective: new Float64Array(size),
    unheld: new Float64Array(n).fill(NaN),
    barred,
  };
  const leaves: (PreparedLeaf | undefined)[] = [];
  for (const leaf of prepared.leaves) leaves[leaf.node] = leaf;
  const reported = new Float64Array(nodes.length);
  for (let u = 0; u < n; u++) {
    barred[u] = hasData(prepared.leaves, u) ? null : { reason: 'noData' };
    if (!barred[u]) barred[u] = new UnitScore(scheme, nodes, leaves, prepared, u, columns, reported).score();
  }
  return columns;
}

class UnitScore {
  readonly #scheme: Scheme;
  readonly #nodes: readonly NodeInfo[];
  readonly #leaves: readonly (PreparedLeaf | undefined)[];
  readonly #prepared: PreparedPeriod;
  readonly #u: number;
  readonly #n: number;
  readonly #columns: Columns;
  /** By node, the share of the weights below it that were reported, of those due and applicable; NaN where none is. */
  readonly #reported: Float64Array;
  #barred: Barred | null = null;

  constructor(
    scheme: Scheme,
    nodes: readonly NodeInfo[],
    leaves: readonly (PreparedLeaf | undefined)[],
    prepared: PreparedPeriod,
    u: number,
    columns: Columns,
    reported: Float64Array,
  ) {
    this.#scheme = scheme;
    this.#nodes = nodes;
    this.#leaves = leaves;
    this.#prepared = prepared;
    this.#u = u;
    this.#n = prepared.units.length;
    this.#columns = columns;
    this.#reported = reported;
  }

  /** Fills the unit's cells. @returns why it is not ranked; it has no total then. */
  score(): Barred | null {
    this.#look();
    this.#shareOut();
    const { points, exact, effective } = this.#columns;
    const { at, decimals, mode } = this.#scheme.rounding;
    // Children come after their parents in the list, so backwards every child is done before its parent.
    for (let i = this.#nodes.length - 1; i >= 0; i--) {
      const node = this.#nodes[i]!;
      const here = i * this.#n + this.#u;
      const leaf = this.#leaves[i];
      if (leaf) {
        if (!isPresent(leaf, this.#u)) continue;
        const nominal = nominalPoints(leaf, node.full, this.#u);
        // Marks in force over own marks; a leaf of 0 marks has nothing to scale.
        const force = effective[here]!;
        exact[here] = force === node.full || node.full === 0 ? nominal : nominal * (force / node.full);
      } else exact[here] = this.#combined(node, at === 'leaf' ? points : exact, effective[here]!);
      points[here] = round(exact[here], decimals, mode);
    }
    this.#total();
    return this.#barred;
  }

  /**
   * Bottom up: a node is in force with its own full marks where anything below it is. What is not due or not applicable
   * is nobody's fault and does not count as absent.
   */
  #look(): void {
    const { effective } = this.#columns;
    for (let i = this.#nodes.length - 1; i >= 0; i--) {
      const node = this.#nodes[i]!;
      const leaf = this.#leaves[i];
      const here = i * this.#n + this.#u;
      if (leaf) {
        const state = leaf.states[this.#u];
        effective[here] = isPresent(leaf, this.#u) ? node.full : 0;
        this.#reported[i] = state === 'ok' || state === 'carried' ? 1 : state === 'missing' || state === 'excluded' ? 0 : NaN;
        if (state === 'missing' && leaf.leaf.missing === 'unranked') this.#barred ??= { reason: 'missing', node: i };
        continue;
      }
      let present = false;
      let sum = 0;
      let of = 0;
      for (const c of node.children) {
        // a child that weighs nothing keeps no node in force
        if (effective[c * this.#n + this.#u]! > 0 && this.#nodes[c]!.weight > 0) present = true;
        const share = this.#reported[c]!;
        if (Number.isNaN(share)) continue;
        const { weight } = this.#nodes[c]!;
        sum += weight * share;
        of += weight;
      }
      this.#reported[i] = of > 0 ? sum / of : NaN;
      const enough = !(snap(this.#reported[i]!) < (node.minPresent ?? 0));
      if (!enough && i === 0) this.#barred ??= { reason: 'tooLittle', node: 0 };
      effective[here] = present && (enough || i === 0) ? node.full : 0;
    }
  }

  /**
   * Re-weighting, top down: the marks of absent nodes go to their present siblings in proportion to their weights, so that
   * the total keeps the scheme's full marks. A section with nothing present gives its marks to the other sections.
   */
  #shareOut(): void {
    const { effective } = this.#columns;
    const at = (i: number) => i * this.#n + this.#u;
    for (const node of this.#nodes) {
      const force = effective[at(node.index)]!;
      let own = 0;
      for (const c of node.children) if (effective[at(c)]! > 0) own += this.#nodes[c]!.weight;
      own = snap(own) || own;
      // What is below an absent node is absent too.
      for (const c of node.children) {
        const child = this.#nodes[c]!;
        if (force === 0 || own === 0 || effective[at(c)] === 0) effective[at(c)] = 0;
        else if (own !== force || child.weight !== child.full) effective[at(c)] = child.weight * (force / own);
      }
    }
  }

  /** Points of a node from its children's: a sum, or its marks in force times a mean of their shares. */
  #combined({ children, aggregate }: NodeInfo, parts: Float64Array, force: number): number {
    const { effective } = this.#columns;
    let sum = NaN;
    let logs = 0;
    let inverses = 0;
    let weights = 0;
    for (const c of children) {
      const part = parts[c * this.#n + this.#u]!;
      if (Number.isNaN(part)) continue;
      sum = Number.isNaN(sum) ? part : sum + part;
      const marks = effective[c * this.#n + this.#u]!;
      if (aggregate === 'sum' || aggregate === 'mean' || marks === 0) continue;
      const share = snap(part / marks);
      if (share < 0) this.#barred ??= { reason: 'negative', node: c };
      logs += marks * Math.log(share);
      inverses += marks / share;
      weights += marks;
    }
    if (Number.isNaN(sum) || aggregate === 'sum' || aggregate === 'mean') return sum;
    if (weights === 0) return NaN;
    return force * (aggregate === 'geometric' ? Math.exp(logs / weights) : weights / inverses);
  }

  /** Deductions, bonus and the bounds of the total, in this order; a unit that is not ranked has none. */
  #total(): void {
    const { points, exact } = this.#columns;
    const u = this.#u;
    const { bonus, deductions, total, rounding } = this.#scheme;
    const vetoes = this.#prepared.vetoes[u] ?? [];
    const struck = vetoes.find((v) => v.disqualify);
    if (struck) this.#barred ??= { reason: 'disqualified', veto: struck.id };
    // All its figures lie in nodes that are left out.
    if (Number.isNaN(exact[u])) this.#barred ??= { reason: 'tooLittle', node: 0 };
    if (this.#barred) {
      points[u] = exact[u] = NaN;
      return;
    }
    let sum = exact[u]! - itemsPoints(deductions, this.#prepared.deductions[u] ?? []);
    sum += itemsPoints(bonus, this.#prepared.bonus[u] ?? []);
    this.#columns.unheld[u] = sum;
    if (bonus?.inside) sum = Math.min(sum, this.#nodes[0]!.full);
    sum = Math.max(Math.min(sum, total?.cap ?? Infinity), total?.floor ?? -Infinity);
    exact[u] = Math.min(sum, ...vetoes.map((v) => v.capScore ?? Infinity));
    points[u] = round(exact[u], rounding.decimals, rounding.mode);
  }
}
