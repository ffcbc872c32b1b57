/** Which nodes of the scheme's tree a total is told apart by, in pictures and in sentences. */
import type { NodeInfo } from '../score';

/** Two parts say little about where points were won and lost. */
const ENOUGH = 3;

/**
 * The shallowest cut through the tree with at least three nodes: while it has fewer, sections give way to their child
 * groups, where they have two or more of them and nothing else. Its nodes always add up to the total. Where the
 * tree has no such cut, the deepest that groups allow.
 */
export function sectionsOf(nodes: readonly NodeInfo[]): NodeInfo[] {
  const below = (n: NodeInfo): NodeInfo[] => n.children.flatMap((i) => nodes[i] ?? []);
  const split = (n: NodeInfo): NodeInfo[] => {
    const children = below(n);
    return children.length >= 2 && children.every((c) => !c.leaf) ? children : [n];
  };
  let cut = nodes[0] ? below(nodes[0]) : [];
  for (;;) {
    const deeper = cut.flatMap(split);
    if (cut.length >= ENOUGH || deeper.length === cut.length) return cut;
    cut = deeper;
  }
}
