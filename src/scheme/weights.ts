/** A scheme with other weights 分值, for dragging a weight and for what-ifs; the scheme given is left as it is. */
import { isLeaf, type Node, type Scheme } from './format';
import { snap } from './round';

/**
 * The scheme with the full marks of some nodes replaced: of a leaf its points, of a section or indicator the sum
 * of its leaves, shared in their old proportion (evenly where all were 0). Ids that the scheme does not have are ignored.
 */
export function withWeights(scheme: Scheme, weights: ReadonlyMap<string, number>): Scheme {
  return combined({ ...scheme, children: scheme.children.map((n) => reweigh(n, weights)) }, weights);
}

function reweigh(node: Node, weights: ReadonlyMap<string, number>): Node {
  const wanted = weights.get(node.id);
  if (isLeaf(node)) return wanted === undefined ? node : { ...node, points: wanted };
  const changed = combined({ ...node, children: node.children.map((n) => reweigh(n, weights)) }, weights);
  return wanted === undefined ? changed : scaleTo(changed, wanted);
}

/** A mean's own weights, with those that are replaced. */
function combined<T extends { weights?: Readonly<Record<string, number>> }>(node: T, weights: ReadonlyMap<string, number>): T {
  if (!node.weights) return node;
  const own = Object.entries(node.weights).map(([id, weight]) => [id, weights.get(id) ?? weight]);
  return { ...node, weights: Object.fromEntries(own) as Record<string, number> };
}

function scaleTo(node: Node, wanted: number): Node {
  const full = fullMarks(node);
  const count = leafCount(node);
  const scale = (n: Node): Node =>
    isLeaf(n)
      ? { ...n, points: snap(full > 0 ? (n.points * wanted) / full : wanted / count) }
      : { ...n, children: n.children.map(scale) };
  return scale(node);
}

const fullMarks = (n: Node): number => (isLeaf(n) ? n.points : snap(n.children.reduce((s, c) => s + fullMarks(c), 0)));
const leafCount = (n: Node): number => (isLeaf(n) ? 1 : n.children.reduce((s, c) => s + leafCount(c), 0));
