/** Which indicators left their marks to others: what a re-weighted item's full marks are explained by. */
import type { LeafState, NodeInfo } from '../../score';
import type { Board } from '../../state/board.svelte';

const same = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

/**
 * The indicators without points inside the smallest group around a node that kept its full marks: their marks went to
 * the others in it. By why they do not count; empty where the node's own full marks are in force.
 */
export function absentAround(board: Board, node: NodeInfo, u: number): Map<LeafState, NodeInfo[]> {
  const absent = new Map<LeafState, NodeInfo[]>();
  const { book, scores } = board;
  if (!book || !scores) return absent;
  const effective = (n: NodeInfo): number => scores.effective(n.index)[u] ?? 0;
  if (same(effective(node), node.full) || effective(node) === 0) return absent;
  let around = node;
  for (let up = book.nodes[node.parent]; up; up = book.nodes[up.parent]) {
    around = up;
    if (same(effective(up), up.full)) break;
  }
  const look = (n: NodeInfo): void => {
    if (n.leaf && effective(n) === 0) {
      const state = scores.state(n.index, u);
      absent.set(state, [...(absent.get(state) ?? []), n]);
    }
    for (const child of n.children) if (book.nodes[child]) look(book.nodes[child]);
  };
  look(around);
  return absent;
}
