/** The branches of a table by the order of their texts, worked out once: sorting a list by one of them is then a look-up. */
import type { BranchTable, Dictionary } from './branch-table';

/** Places of the branches, in order. */
export interface Orders {
  readonly name: Int32Array;
  readonly township: Int32Array;
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** The order of a table's names and townships as Chinese collates them; equal ones in the order of the table. */
export function ordersOf(table: BranchTable): Orders {
  const names = table.size === 0 ? [] : table.names.split('\n');
  return { name: byText(names), township: byDictionary(table.townships) };
}

/** Different texts are collated once each: names repeat (机关第一党支部), and a collation takes its time. */
function byText(texts: readonly string[]): Int32Array {
  const different = [...new Set(texts)].sort(collator.compare);
  const rank = new Map(different.map((t, i) => [t, i]));
  return byRank(
    Int32Array.from(texts, (t) => rank.get(t) ?? 0),
    different.length,
  );
}

function byDictionary({ values, codes }: Dictionary): Int32Array {
  const order = values.map((_, i) => i).sort((a, b) => collator.compare(values[a] ?? '', values[b] ?? ''));
  const rank = new Int32Array(values.length);
  order.forEach((code, i) => (rank[code] = i));
  return byRank(
    Int32Array.from(codes, (c) => rank[c] ?? 0),
    values.length,
  );
}

/** Places in the order of small whole numbers, by counting: no comparison. `ranks` below `size`. */
export function byRank(ranks: ArrayLike<number>, size: number): Int32Array {
  const starts = new Int32Array(size + 1);
  for (let i = 0; i < ranks.length; i++) starts[(ranks[i] ?? 0) + 1]! += 1;
  for (let k = 0; k < size; k++) starts[k + 1]! += starts[k]!;
  const order = new Int32Array(ranks.length);
  for (let i = 0; i < ranks.length; i++) order[starts[ranks[i] ?? 0]!++] = i;
  return order;
}
