/** Labels beside a chart: moved apart so that none covers another, and no further than that. */

/**
 * Places labels as near to where they want to be as fits: same order, at least `gap` apart, between `lo` and `hi`.
 * Groups that touch share their displacement (pool-adjacent-violators), so a crowd spreads evenly about its middle.
 * Where `hi − lo` cannot hold them all, they are spread evenly over it.
 *
 * @param wanted centres, in any order
 * @returns centres in the order of `wanted`
 */
export function dodge(wanted: readonly number[], gap: number, lo: number, hi: number): number[] {
  const n = wanted.length;
  const order = wanted.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y || a.i - b.i);
  const out = new Array<number>(n);
  if ((n - 1) * gap >= hi - lo) {
    const step = n > 1 ? (hi - lo) / (n - 1) : 0;
    order.forEach(({ i }, k) => (out[i] = lo + k * step));
    return out;
  }
  // In coordinates less k·gap the labels only have to keep their order: monotone regression by pooling.
  const pools: { sum: number; count: number }[] = [];
  order.forEach(({ y }, k) => {
    let pool = { sum: y - k * gap, count: 1 };
    for (let last = pools.at(-1); last && last.sum / last.count >= pool.sum / pool.count; last = pools.at(-1)) {
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  });
  let k = 0;
  for (const { sum, count } of pools)
    for (let j = 0; j < count; j++, k++) {
      const at = order[k];
      if (at) out[at.i] = Math.min(hi - (n - 1) * gap, Math.max(lo, sum / count)) + k * gap;
    }
  return out;
}
