/** From prepared values and weights to points: rule → adjustments → re-weighting → rounding → sums and means, in columns of node × unit. */
import { round, snap, type NodeInfo, type Scheme } from '../scheme';
import { adjusted } from './adjust';
import { Again, isPlainTree } from './again';
import { itemsPoints } from './bonus';
import type { PreparedLeaf, PreparedPeriod } from './prepared';
import { codeOf } from './rules';
import { scoreWhole, wholeUnits } from './whole';

export interface Columns {
  /** Published points by node and unit, rounded as the scheme says; NaN where a node has none. */
  readonly points: Float64Array[];
  /** The same before the node's own rounding. */
  readonly exact: Float64Array[];
  /** Full marks in force after re-weighting; 0 where a node is absent. */
  readonly effective: Float64Array[];
  /** By unit, the total before any bound held it; NaN where there is none. */
  readonly unheld: Float64Array;
  /** By unit, why it is not ranked; null where it is. */
  readonly barred: (Barred | null)[];
  /** By unit, 1 where every node is in force with its own marks: under other weights only what they touch is done again. */
  readonly whole: Uint8Array;
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
export const nominalPoints = (prepared: PreparedLeaf, full: number, u: number): number => nominalOf(prepared, full)(u);

/** The same of one leaf, for looking at many units. */
export function nominalOf(prepared: PreparedLeaf, full: number): (u: number) => number {
  const { over, x, against, second, states } = prepared;
  if (over) return (u) => meanOverYear(over, full, u);
  const { rule, adjustments } = prepared.leaf;
  const code = codeOf(rule);
  return (u) => {
    const value = x[u] ?? NaN;
    if (Number.isNaN(value)) return 0;
    let points = code.points(rule, full, value, against[u] ?? NaN, second[u] ?? NaN);
    // Adjustments speak of what the unit reported; a value put in its place has none.
    if (adjustments && states[u] !== 'missing')
      adjustments.forEach((a, i) => (points = adjusted(a, points, prepared.adjustments[i]?.[u] ?? NaN)));
    return points;
  };
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

/** Scores under other full marks, of which most are known. */
export interface Known {
  readonly nodes: readonly NodeInfo[];
  readonly columns: Columns;
}

/** All columns of a period under the full marks of `nodes`. @param known the same period under other weights of the same tree. */
export function score(scheme: Scheme, nodes: readonly NodeInfo[], prepared: PreparedPeriod, known?: Known): Columns {
  const n = prepared.units.length;
  const leaves: (PreparedLeaf | undefined)[] = [];
  for (const leaf of prepared.leaves) leaves[leaf.node] = leaf;
  const touched = known && touchedBy(nodes, known.nodes);
  const plain = known && touched && isPlainTree(nodes) ? { known, touched } : null;
  const columns =
    known && touched ? changeable(known.columns, nodes.length, touched, plain !== null) : emptyColumns(nodes.length, n);
  const reported = new Float64Array(nodes.length);
  const whole = touched ? columns.whole.slice() : wholeUnits(nodes, prepared);
  const which = touched ?? nodes.map((_, i) => nodes.length - 1 - i);
  const pointsOf = ({ index, full }: NodeInfo) => leaves[index] && nominalOf(leaves[index], full);
  if (whole) scoreWhole(nodes, which, whole, pointsOf, columns, scheme.rounding);
  const again = plain && new Again(nodes, plain.touched, pointsOf, plain.known.columns, columns, scheme.rounding);
  for (let u = 0; u < n; u++) {
    const unit = new UnitScore(scheme, nodes, leaves, prepared, u, columns, reported);
    const barred = columns.barred[u] ?? null;
    if (whole?.[u] === 1) {
      columns.barred[u] = unit.total();
      columns.whole[u] = unit.isRanked ? 1 : 0;
    } else if (again && barred?.reason !== 'noData') {
      again.unit(u);
      columns.barred[u] = unit.total(barred);
    } else columns.barred[u] = hasData(prepared.leaves, u) ? unit.score() : { reason: 'noData' };
  }
  return columns;
}

/**
 * The nodes whose points other weights change where nothing is absent: those with other marks and all above them, last
 * first; null where more changes: a mean shares its marks out anew, and a node without marks is not in force.
 */
function touchedBy(nodes: readonly NodeInfo[], before: readonly NodeInfo[]): number[] | null {
  // The total always: what comes on top of it is added anew.
  const touched = new Set([0]);
  if (nodes[0]?.aggregate !== 'sum') return null;
  for (const [i, node] of nodes.entries()) {
    const old = before[i];
    if (!old || old.id !== node.id) return null;
    if (old.full === node.full && old.weight === node.weight) continue;
    if (node.full === 0 || old.full === 0 || node.weight === 0 || old.weight === 0) return null;
    for (let at: NodeInfo | undefined = node; at; at = nodes[at.parent]) {
      if (at.aggregate !== 'sum') return null;
      touched.add(at.index);
    }
  }
  return [...touched].sort((a, b) => b - a);
}

function emptyColumns(nodes: number, n: number): Columns {
  const filled = (value: number) => Array.from({ length: nodes }, () => new Float64Array(n).fill(value));
  return {
    ...{ points: filled(NaN), exact: filled(NaN), effective: filled(0) },
    unheld: new Float64Array(n).fill(NaN),
    barred: Array<Barred | null>(n).fill(null),
    whole: new Uint8Array(n),
  };
}

/** Columns of which those that change are copies: all, where a unit lacks something and is scored anew; in a plain tree others are copied later. */
function changeable(known: Columns, nodes: number, touched: readonly number[], plain: boolean): Columns {
  const all = !plain && known.whole.includes(0);
  const changes = new Set(all ? Array.from({ length: nodes }, (_, i) => i) : touched);
  const copied = (columns: readonly Float64Array[]) => columns.map((c, i) => (changes.has(i) ? c.slice() : c));
  return {
    ...{ points: copied(known.points), exact: copied(known.exact), effective: copied(known.effective) },
    unheld: known.unheld.slice(),
    barred: known.barred.slice(),
    whole: known.whole.slice(),
  };
}

class UnitScore {
  readonly #scheme: Scheme;
  readonly #nodes: readonly NodeInfo[];
  readonly #leaves: readonly (PreparedLeaf | undefined)[];
  readonly #prepared: PreparedPeriod;
  readonly #u: number;
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
    this.#columns = columns;
    this.#reported = reported;
  }

  /** Fills the unit's cells. @returns why it is not ranked; it has no total then. */
  score(): Barred | null {
    this.#look();
    this.#shareOut();
    const { points, exact, effective } = this.#columns;
    const { at, decimals, mode } = this.#scheme.rounding;
    const u = this.#u;
    // Children come after their parents in the list, so backwards every child is done before its parent.
    for (let i = this.#nodes.length - 1; i >= 0; i--) {
      const node = this.#nodes[i]!;
      const leaf = this.#leaves[i];
      const force = effective[i]![u]!;
      let made: number;
      if (leaf) {
        exact[i]![u] = points[i]![u] = NaN;
        if (!isPresent(leaf, u)) continue;
        const nominal = nominalPoints(leaf, node.full, u);
        // Marks in force over own marks; a leaf of 0 marks has nothing to scale.
        made = force === node.full || node.full === 0 ? nominal : nominal * (force / node.full);
      } else made = this.#combined(node, at === 'leaf' ? points : exact, force);
      exact[i]![u] = made;
      points[i]![u] = round(made, decimals, mode);
    }
    this.#total();
    this.#columns.whole[u] = this.#isWhole() ? 1 : 0;
    return this.#barred;
  }

  /** A veto alone keeps it from its rank, whatever the weights. */
  get isRanked(): boolean {
    return !this.#barred || this.#barred.reason === 'disqualified';
  }

  /** Whether other weights cannot change which nodes are in force, nor whether the unit is ranked. */
  #isWhole(): boolean {
    if (!this.isRanked) return false;
    const full = this.#nodes.every((node) => this.#columns.effective[node.index]![this.#u] === node.full);
    return full && (this.#reported[0] === 1 || this.#nodes.every((node) => node.minPresent === undefined));
  }

  /** The rest of a unit whose nodes are done. @param barred why it is not ranked, if that is known. @returns why it is not */
  total(barred: Barred | null = null): Barred | null {
    // Vetoes are looked at anew.
    if (barred?.reason !== 'disqualified') this.#barred = barred;
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
      if (leaf) {
        const state = leaf.states[this.#u];
        effective[i]![this.#u] = isPresent(leaf, this.#u) ? node.full : 0;
        this.#reported[i] = state === 'ok' || state === 'carried' ? 1 : state === 'missing' || state === 'excluded' ? 0 : NaN;
        if (state === 'missing' && leaf.leaf.missing === 'unranked') this.#barred ??= { reason: 'missing', node: i };
        continue;
      }
      let present = false;
      let sum = 0;
      let of = 0;
      for (const c of node.children) {
        // a child that weighs nothing keeps no node in force
        if (effective[c]![this.#u]! > 0 && this.#nodes[c]!.weight > 0) present = true;
        const share = this.#reported[c]!;
        if (Number.isNaN(share)) continue;
        const { weight } = this.#nodes[c]!;
        sum += weight * share;
        of += weight;
      }
      this.#reported[i] = of > 0 ? sum / of : NaN;
      const enough = !(snap(this.#reported[i]!) < (node.minPresent ?? 0));
      if (!enough && i === 0) this.#barred ??= { reason: 'tooLittle', node: 0 };
      effective[i]![this.#u] = present && (enough || i === 0) ? node.full : 0;
    }
  }

  /**
   * Re-weighting, top down: the marks of absent nodes go to their present siblings in proportion to their weights, so that
   * the total keeps the scheme's full marks. A section with nothing present gives its marks to the other sections.
   */
  #shareOut(): void {
    const { effective } = this.#columns;
    const u = this.#u;
    for (const node of this.#nodes) {
      const force = effective[node.index]![u]!;
      let own = 0;
      for (const c of node.children) if (effective[c]![u]! > 0) own += this.#nodes[c]!.weight;
      own = snap(own) || own;
      // What is below an absent node is absent too.
      for (const c of node.children) {
        const child = this.#nodes[c]!;
        const column = effective[c]!;
        if (force === 0 || own === 0 || column[u] === 0) column[u] = 0;
        else if (own !== force || child.weight !== child.full) column[u] = child.weight * (force / own);
      }
    }
  }

  /** Points of a node from its children's: a sum, or its marks in force times a mean of their shares. */
  #combined({ children, aggregate }: NodeInfo, parts: readonly Float64Array[], force: number): number {
    const { effective } = this.#columns;
    let sum = NaN;
    let logs = 0;
    let inverses = 0;
    let weights = 0;
    for (const c of children) {
      const part = parts[c]![this.#u]!;
      if (Number.isNaN(part)) continue;
      sum = Number.isNaN(sum) ? part : sum + part;
      const marks = effective[c]![this.#u]!;
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
    const u = this.#u;
    const [points, exact] = [this.#columns.points[0]!, this.#columns.exact[0]!];
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
    for (const v of vetoes) sum = Math.min(sum, v.capScore ?? Infinity);
    exact[u] = sum;
    points[u] = round(exact[u], rounding.decimals, rounding.mode);
  }
}
