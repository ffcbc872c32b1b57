/** Ranks 名次: the highest first, ties as the scheme says. */
import { snap, type NodeInfo, type Ranking } from '../scheme';
import type { Columns } from './points';

export interface Ranks {
  /** NaN where not ranked. */
  readonly rank: Float64Array;
  /** 1 where another unit has the same place (并列). */
  readonly tied: Uint8Array;
}

/** Orders units a before b (negative), equal (0) or after. */
export type Compare = (a: number, b: number) => number;

/** The scheme's order: totals, then its breakers. Unrounded scores are compared at 1e-9, so that dust breaks no tie. */
export function comparison(ranking: Ranking, nodes: readonly NodeInfo[], columns: Columns): Compare {
  const keys = [0, ...ranking.breakers.map((id) => nodes.findIndex((n) => n.id === id))].filter((i) => i >= 0);
  const made = keys.map((k) => {
    const scores = ranking.on === 'rounded' ? columns.points[k]! : columns.exact[k]!.map(snap);
    // No points in a breaker is less than any points.
    return scores.map((x) => (Number.isNaN(x) ? -Infinity : x));
  });
  const [first, ...others] = made as [Float64Array, ...Float64Array[]];
  return (a, b) => {
    if (first[a] !== first[b]) return first[a]! > first[b]! ? -1 : 1;
    for (const key of others) {
      const x = key[a]!;
      const y = key[b]!;
      if (x !== y) return x > y ? -1 : 1;
    }
    return 0;
  };
}

/** Ranks of `members` among themselves; all other of the `size` units are not ranked. */
export function ranks(members: readonly number[], size: number, compare: Compare, ties: Ranking['ties']): Ranks {
  const rank = new Float64Array(size).fill(NaN);
  const tied = new Uint8Array(size);
  const order = [...members].sort((a, b) => compare(a, b) || a - b);
  let place = 0;
  for (let i = 0, end = 0; i < order.length; i = end) {
    end = i + 1;
    while (end < order.length && compare(order[i]!, order[end]!) === 0) end++;
    place += 1;
    const value = ties === '1224' ? i + 1 : ties === '1223' ? place : (i + 1 + end) / 2;
    for (let k = i; k < end; k++) {
      const u = order[k]!;
      rank[u] = value;
      tied[u] = end - i > 1 ? 1 : 0;
    }
  }
  return { rank, tied };
}
