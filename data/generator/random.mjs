/**
 * Figures that look drawn by lot and are not: each comes from a hash of what it is for, so that the sample is the
 * same on every machine and one figure can change without moving the others. Only arithmetic that every engine
 * rounds alike is used.
 */

/**
 * A number in [0, 1) for a key.
 * @param {...(string | number)} key
 */
export function draw(...key) {
  let h = 0x811c9dc5;
  for (const c of key.join('|')) h = Math.imul(h ^ /** @type {number} */ (c.codePointAt(0)), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
}

/**
 * The i-th of a sequence that fills [0, 1) evenly: of the first n, close to p·n lie below p.
 * @param {number} i
 * @param {number} [from] where it starts
 */
export const spread = (i, from = 0) => ((i + 0.5) * 0.6180339887 + from) % 1;

/**
 * The i-th of a list, beginning again at its end.
 * @template T
 * @param {readonly T[]} list
 * @param {number} i
 * @returns {T}
 */
export const pick = (list, i) => /** @type {T} */ (list[((i % list.length) + list.length) % list.length]);

/**
 * 0 … n−1 in an order that depends on the key alone.
 * @param {number} n
 * @param {string} key
 */
export const shuffled = (n, key) =>
  Array.from({ length: n }, (_, i) => ({ i, at: draw(key, i) }))
    .sort((a, b) => a.at - b.at || a.i - b.i)
    .map((x) => x.i);

/** Quantiles of the normal distribution above the median: [share, deviations]. */
const NORMAL = /** @type {const} */ ([
  [0.5, 0],
  [0.6, 0.253],
  [0.7, 0.524],
  [0.8, 0.842],
  [0.9, 1.282],
  [0.95, 1.645],
  [0.98, 2.054],
  [1, 2.6],
]);

/**
 * How many deviations from the mean the share p of a normal distribution lies; between the table's points by a line.
 * @param {number} p 0 … 1
 * @returns {number}
 */
export function deviations(p) {
  if (p < 0.5) return -deviations(1 - p);
  for (let k = 1; k < NORMAL.length; k++) {
    const [p0, z0] = pick(NORMAL, k - 1);
    const [p1, z1] = pick(NORMAL, k);
    if (p <= p1) return z0 + ((z1 - z0) * (p - p0)) / (p1 - p0);
  }
  return 2.6;
}
