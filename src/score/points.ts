/** From prepared values and weights to points: rule → adjustments → re-weighting → rounding → sums, in columns of node × unit. */
import { round, snap, type NodeInfo, type Scheme } from '../scheme';
import { adjusted } from './adjust';
import type { PreparedLeaf, PreparedPeriod } from './prepare';
import { bonusPoints } from './bonus';
import { codeOf } from './rules';

export interface Columns {
  /** Published points, rounded as the scheme says; NaN where a node has none. Node n of unit u is at n × units + u. */
  readonly points: Float64Array;
  /** The same before the node's own rounding. */
  readonly exact: Float64Array;
  /** Full marks in force after re-weighting; 0 where a node is absent. */
  readonly effective: Float64Array;
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
  const x = prepared.x[u] ?? NaN;
  if (Number.isNaN(x)) return 0;
  let points = codeOf(prepared.leaf.rule).points(prepared.leaf.rule, full, x, prepared.against[u] ?? NaN);
  // Adjustments speak of what the unit reported; a value put in its place has none.
  if (prepared.states[u] !== 'missing')
    prepared.leaf.adjustments?.forEach((a, i) => (points = adjusted(a, points, prepared.adjustments[i]?.[u] ?? NaN)));
  return points;
}

/** All columns of a period under the full marks of `nodes`. */
export function score(scheme: Scheme, nodes: readonly NodeInfo[], prepared: PreparedPeriod): Columns {
  const n = prepared.units.length;
  const size = nodes.length * n;
  const columns = {
    points: new Float64Array(size).fill(NaN),
    exact: new Float64Array(size).fill(NaN),
    effective: new Float64Array(size),
  };
  const leaves = new Map(prepared.leaves.map((l) => [l.node, l]));
  for (let u = 0; u < n; u++)
    if (hasData(prepared.leaves, u)) {
      const onTop = bonusPoints(scheme, prepared.bonus[u] ?? []);
      scoreUnit(scheme, nodes, leaves, n, u, onTop, columns);
    }
  return columns;
}

function scoreUnit(
  scheme: Scheme,
  nodes: readonly NodeInfo[],
  leaves: ReadonlyMap<number, PreparedLeaf>,
  n: number,
  u: number,
  onTop: number,
  { points, exact, effective }: Columns,
): void {
  shareOut(nodes, leaves, n, u, effective);
  const { at, decimals, mode } = scheme.rounding;
  // Children come after their parents in the list, so backwards every child is done before its parent.
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i]!;
    const here = i * n + u;
    const leaf = leaves.get(i);
    if (leaf) {
      if (!isPresent(leaf, u)) continue;
      const nominal = nominalPoints(leaf, node.full, u);
      // Marks in force over own marks; a leaf of 0 marks has nothing to scale.
      const force = effective[here]!;
      exact[here] = force === node.full || node.full === 0 ? nominal : nominal * (force / node.full);
    } else {
      let sum = NaN;
      for (const c of node.children) {
        const part = (at === 'leaf' ? points : exact)[c * n + u]!;
        if (!Number.isNaN(part)) sum = Number.isNaN(sum) ? part : sum + part;
      }
      exact[here] = i === 0 ? sum + onTop : sum;
    }
    points[here] = round(exact[here], decimals, mode);
  }
}

/**
 * Re-weighting: the marks of absent nodes go to their present siblings in proportion to their own, from the top
 * down, so that the total keeps the scheme's full marks. A section with nothing present gives its marks to the other sections.
 */
function shareOut(
  nodes: readonly NodeInfo[],
  leaves: ReadonlyMap<number, PreparedLeaf>,
  n: number,
  u: number,
  effective: Float64Array,
): void {
  // First pass, bottom up: a node is in force with its own full marks where anything below it is.
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i]!;
    const leaf = leaves.get(i);
    const present = leaf ? isPresent(leaf, u) : node.children.some((c) => effective[c * n + u]! > 0);
    effective[i * n + u] = present ? node.full : 0;
  }
  // Second pass, top down: what the parent has in force, over what its present children have of their own.
  for (const node of nodes) {
    const force = effective[node.index * n + u]!;
    let own = 0;
    for (const c of node.children) own += effective[c * n + u]!;
    own = snap(own);
    if (own > 0 && own !== force) for (const c of node.children) effective[c * n + u] = effective[c * n + u]! * (force / own);
  }
}
