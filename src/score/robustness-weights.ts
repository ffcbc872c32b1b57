/** The weights of a robustness run: every leaf's marks moved a little by chance, their sum kept. */
import type { NodeInfo } from '../scheme';

/** Fills `weights`, by leaf, with the next drawing. */
export type Draw = (random: () => number, weights: Float64Array) => void;

/** Every weight times 1 ± spread, then all scaled to their old sum. One number is drawn per leaf, whatever its weight. */
export function drawer(leaves: readonly NodeInfo[], spread: number): Draw {
  const whole = leaves.reduce((s, l) => s + l.full, 0);
  return (random, weights) => {
    let sum = 0;
    leaves.forEach((l, i) => {
      const w = l.full * (1 + spread * (2 * random() - 1));
      weights[i] = w;
      sum += w;
    });
    if (sum > 0) for (let i = 0; i < weights.length; i++) weights[i]! *= whole / sum;
  };
}
