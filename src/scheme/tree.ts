/** The scheme's tree as a list: every node once, parents before children, so that scores can live in columns by node index. */
import { isLeaf, type Aggregate, type Group, type Leaf, type Node, type Scheme } from './format';
import { snap } from './round';
import type { SchemeText } from './text';

export interface NodeInfo {
  /** Position in the list; 0 is the root (the total). */
  readonly index: number;
  /** '' for the root. */
  readonly id: string;
  readonly title: SchemeText;
  /** 0 for the root, 1 for sections. */
  readonly depth: number;
  /** -1 for the root. */
  readonly parent: number;
  readonly children: readonly number[];
  /** null for the root, sections and indicators. */
  readonly leaf: Leaf | null;
  /** 分值: full marks before any re-weighting; of a group the sum of its leaves, of one that takes a mean what it states. */
  readonly full: number;
  /** How the children become the node's points; 'sum' of a leaf. */
  readonly aggregate: Aggregate;
  /** What it weighs among its siblings: its full marks, or what a mean says. */
  readonly weight: number;
  readonly minPresent?: number;
}

/** All nodes in pre-order, the root first. */
export function flatten(scheme: Scheme): NodeInfo[] {
  const out: NodeInfo[] = [];
  const add = (node: Node | null, depth: number, parent: number, weight?: number): NodeInfo => {
    const index = out.length;
    const leaf = node && isLeaf(node) ? node : null;
    const children: number[] = [];
    const group: Pick<Group, 'points' | 'aggregate' | 'weights' | 'minPresent'> = leaf ? {} : ((node as Group | null) ?? scheme);
    const aggregate = group.aggregate ?? 'sum';
    const info = {
      index,
      id: node?.id ?? '',
      title: (node ?? scheme).title,
      depth,
      parent,
      children,
      leaf,
      full: leaf?.points ?? 0,
      aggregate,
      weight: weight ?? leaf?.points ?? 0,
      ...(group.minPresent === undefined ? {} : { minPresent: group.minPresent }),
    };
    out.push(info);
    const below = node === null ? scheme.children : isLeaf(node) ? [] : node.children;
    let sum = 0;
    for (const child of below) {
      const added = add(child, depth + 1, index, aggregate === 'sum' ? undefined : group.weights?.[child.id]);
      children.push(added.index);
      sum += added.full;
    }
    if (!leaf) info.full = aggregate === 'sum' || group.points === undefined ? snap(sum) : group.points;
    if (!leaf && weight === undefined) info.weight = info.full;
    return info;
  };
  add(null, 0, -1);
  return out;
}
