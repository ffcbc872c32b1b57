/** Sorting units by their totals, thousands of times over: by counting the digits of whole numbers, not by comparing. */

const BITS = 11;
const RADIX = 1 << BITS;
/** Two digits. */
const LOW = 2 ** (2 * BITS);

export class Order {
  /** Positions, the highest key first, equal keys by position. */
  readonly order: Int32Array;
  readonly #spare: Int32Array;
  readonly #low: Int32Array;
  readonly #high: Int32Array;
  readonly #starts = new Int32Array(RADIX);

  constructor(size: number) {
    this.order = new Int32Array(size);
    this.#spare = new Int32Array(size);
    this.#low = new Int32Array(size);
    this.#high = new Int32Array(size);
  }

  /** Sorts `order` by keys, which are whole numbers, the highest first. */
  sort(keys: Float64Array): void {
    const n = keys.length;
    let [most, least] = [-Infinity, Infinity];
    for (let i = 0; i < n; i++) {
      const key = keys[i]!;
      if (key > most) most = key;
      if (key < least) least = key;
    }
    const range = most - least;
    if (!(range < Number.MAX_SAFE_INTEGER && Math.abs(most) < Number.MAX_SAFE_INTEGER)) {
      this.order.set([...keys.keys()].sort((a, b) => keys[b]! - keys[a]! || a - b));
      return;
    }
    const [low, high] = [this.#low, this.#high];
    for (let i = 0; i < n; i++) {
      const below = most - keys[i]!;
      const above = Math.floor(below / LOW);
      high[i] = above;
      low[i] = below - above * LOW;
      this.order[i] = i;
    }
    this.#by(low, 0);
    if (range >= RADIX) this.#by(low, BITS);
    for (let shift = 0, rest = Math.floor(range / LOW); rest > 0; shift += BITS, rest = Math.floor(rest / RADIX))
      this.#by(high, shift);
  }

  /** One digit; what is equal in it keeps its order. */
  #by(digits: Int32Array, shift: number): void {
    const [order, spare, starts] = [this.order, this.#spare, this.#starts.fill(0)];
    const n = order.length;
    for (let i = 0; i < n; i++) starts[(digits[i]! >>> shift) & (RADIX - 1)]! += 1;
    let sum = 0;
    for (let d = 0; d < RADIX; d++) {
      const count = starts[d]!;
      starts[d] = sum;
      sum += count;
    }
    for (let i = 0; i < n; i++) {
      const at = order[i]!;
      spare[starts[(digits[at]! >>> shift) & (RADIX - 1)]!++] = at;
    }
    order.set(spare);
  }
}
