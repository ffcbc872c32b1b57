/**
 * Units that lack nothing, in a tree of sums: nothing is shared out among their nodes, so each node is worked out for all
 * of them at once, column by column.
 */
import { round, type NodeInfo, type Rounding } from '../scheme';
import type { PreparedPeriod } from './prepared';

/** By unit, 1 where every leaf has a figure of its own; null for a tree with means. */
export function wholeUnits(nodes: readonly NodeInfo[], { leaves, units }: PreparedPeriod): Uint8Array | null {
  if (nodes.some((node) => node.aggregate !== 'sum')) return null;
  const whole = new Uint8Array(units.length).fill(1);
  for (const { states } of leaves)
    for (let u = 0; u < whole.length; u++) {
      const state = states[u];
      if (state !== 'ok' && state !== 'carried') whole[u] = 0;
    }
  return whole;
}

/** By node, then unit. */
interface Parts {
  readonly points: readonly Float64Array[];
  readonly exact: readonly Float64Array[];
  readonly effective: readonly Float64Array[];
}

/**
 * Fills the cells of `nodes` for the units marked in `whole`: every node is in force with its own full marks.
 *
 * @param touched which nodes, children before parents.
 * @param pointsOf by leaf, the points of unit u under the leaf's own marks; undefined for other nodes.
 */
export function scoreWhole(
  nodes: readonly NodeInfo[],
  touched: readonly number[],
  whole: Uint8Array,
  pointsOf: (node: NodeInfo) => ((u: number) => number) | undefined,
  { points, exact, effective }: Parts,
  { at, decimals, mode }: Rounding,
): void {
  for (const i of touched) {
    const node = nodes[i]!;
    const [made, published, force] = [exact[i]!, points[i]!, effective[i]!];
    const ofLeaf = pointsOf(node);
    if (ofLeaf) {
      for (let u = 0; u < whole.length; u++) if (whole[u] === 1) made[u] = ofLeaf(u);
    } else addUp(node, at === 'leaf' ? points : exact, whole, made);
    for (let u = 0; u < whole.length; u++) {
      if (whole[u] !== 1) continue;
      published[u] = round(made[u]!, decimals, mode);
      force[u] = node.full;
    }
  }
}

/** The sum of the children, in their order; NaN where none of them has points. */
function addUp({ children }: NodeInfo, parts: readonly Float64Array[], whole: Uint8Array, made: Float64Array): void {
  for (let u = 0; u < whole.length; u++) if (whole[u] === 1) made[u] = NaN;
  for (const c of children) {
    const part = parts[c]!;
    for (let u = 0; u < whole.length; u++) {
      if (whole[u] !== 1) continue;
      const x = part[u]!;
      const sum = made[u]!;
      // What is not a number is the only thing unlike itself.
      if (x === x) made[u] = sum === sum ? sum + x : x;
    }
  }
}
