/** Outliers 离群值: values that pull a distribution out of shape are drawn in to the next one. */

/** Skewness and excess kurtosis of a sample (G1 and G2, as spreadsheets' SKEW and KURT); NaN for fewer than 4 values or no spread. */
export function shape(values: readonly number[]): { skew: number; kurtosis: number } {
  const n = values.length;
  const mean = values.reduce((s, x) => s + x, 0) / n;
  const moment = (k: number) => values.reduce((s, x) => s + (x - mean) ** k, 0) / n;
  const m2 = moment(2);
  if (n < 4 || !(m2 > 0)) return { skew: NaN, kurtosis: NaN };
  const g1 = moment(3) / m2 ** 1.5;
  const g2 = moment(4) / m2 ** 2 - 3;
  return {
    skew: (g1 * Math.sqrt(n * (n - 1))) / (n - 2),
    kurtosis: ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6),
  };
}

/**
 * The values winsorised: while |skewness| and excess kurtosis both exceed their bounds, the outermost value on the long
 * side is replaced by the next one inside, at most `most` times. NaN stays; the order of the values decides nothing.
 */
export function winsorised(values: Float64Array, most: number, skew = 2, kurtosis = 3.5): Float64Array {
  const out = values.slice();
  const sorted = Array.from(values)
    .filter((x) => !Number.isNaN(x))
    .sort((a, b) => a - b);
  for (let k = 1; k <= most && k < sorted.length; k++) {
    const now = shape(sorted);
    if (!(Math.abs(now.skew) >= skew && now.kurtosis >= kurtosis)) break;
    // those drawn in before are drawn in further
    const high = now.skew > 0;
    const limit = (high ? sorted[sorted.length - 1 - k] : sorted[k]) as number;
    for (let i = 0; i < sorted.length; i++)
      sorted[i] = high ? Math.min(sorted[i] as number, limit) : Math.max(sorted[i] as number, limit);
    for (let i = 0; i < out.length; i++) out[i] = high ? Math.min(out[i] as number, limit) : Math.max(out[i] as number, limit);
  }
  return out;
}
