/**
 * A stratified sample 分层抽样 that anybody can draw again: the same items, sizes and seed give the same list, in whatever
 * order the items come. Each stratum is shuffled by a generator of its own, so that a branch more in one county changes
 * nothing in another whose number stays.
 */
import { fnv } from '../model/row-code';
import { seeded } from './seeded';

/** n: so many of all · share: such a share of each stratum (0–1) · each: so many of each stratum. */
export type SampleSize = { readonly n: number } | { readonly share: number } | { readonly each: number };

export interface DrawnStratum {
  readonly stratum: string;
  /** Items in it, and how many were drawn. */
  readonly of: number;
  readonly taken: number;
}

export interface Draw<T> {
  /** By stratum in the order of their names' code units, then in the order drawn. */
  readonly items: readonly T[];
  readonly strata: readonly DrawnStratum[];
}

export interface DrawOptions {
  readonly size: SampleSize;
  /** At least one of every stratum, also where that makes the sample larger. */
  readonly leastOne: boolean;
  /** A whole number. */
  readonly seed: number;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Draws from items that each have an id of their own and a stratum. @throws RangeError for a size that is no size. */
export function drawSample<T>(
  items: readonly T[],
  idOf: (item: T) => string,
  stratumOf: (item: T) => string,
  { size, leastOne, seed }: DrawOptions,
): Draw<T> {
  const strata = new Map<string, T[]>();
  for (const item of items) {
    const own = strata.get(stratumOf(item));
    if (own) own.push(item);
    else strata.set(stratumOf(item), [item]);
  }
  const names = [...strata.keys()].sort(compare);
  const sizes = names.map((name) => strata.get(name)?.length ?? 0);
  const taken = allocate(sizes, size, leastOne);
  return {
    items: names.flatMap((name, i) => shuffled(strata.get(name) ?? [], idOf, name, seed).slice(0, taken[i])),
    strata: names.map((stratum, i) => ({ stratum, of: sizes[i] ?? 0, taken: taken[i] ?? 0 })),
  };
}

/**
 * How many of each stratum: Σ in proportion to their sizes (or each its share), whole numbers by the largest remainder 最大余数法
 * (of equals the larger stratum, then the earlier), never more than there are. With `leastOne`, strata that would have
 * less than one have one, and the others share what is left.
 */
export function allocate(sizes: readonly number[], size: SampleSize, leastOne: boolean): number[] {
  const all = sizes.reduce((n, s) => n + s, 0);
  if ('each' in size) {
    const each = whole(size.each);
    return sizes.map((s) => Math.min(s, leastOne ? Math.max(1, each) : each));
  }
  if ('share' in size && !(size.share >= 0 && size.share <= 1)) throw new RangeError(`no share: ${size.share}`);
  // 0.07 × 100 is 7 and not 8
  const wanted = 'n' in size ? Math.min(whole(size.n), all) : Math.round(Number((size.share * all).toFixed(9)));
  const fixed = new Set<number>();
  const filled = sizes.flatMap((s, i) => (s > 0 ? [i] : []));
  const total = leastOne ? Math.max(wanted, filled.length) : wanted;
  for (;;) {
    const open = filled.filter((i) => !fixed.has(i));
    const among = open.reduce((n, i) => n + (sizes[i] ?? 0), 0);
    const rest = total - fixed.size;
    const quota = (i: number): number => (among === 0 ? 0 : (rest * (sizes[i] ?? 0)) / among);
    const small = leastOne ? open.filter((i) => quota(i) < 1) : [];
    if (small.length === 0) return sizes.map((_, i) => (fixed.has(i) ? 1 : open.includes(i) ? share(i) : 0));
    for (const i of small) fixed.add(i);

    function share(i: number): number {
      const byRemainder = [...open].sort((a, b) => frac(quota(b)) - frac(quota(a)) || (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
      const left = rest - open.reduce((n, k) => n + floor(quota(k)), 0);
      return floor(quota(i)) + (byRemainder.indexOf(i) < left ? 1 : 0);
    }
  }
}

const floor = (x: number): number => Math.floor(x + 1e-9);
const frac = (x: number): number => Math.round((x - floor(x)) * 1e9) / 1e9;

function whole(n: number): number {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`no number of branches: ${n}`);
  return n;
}

/** Fisher and Yates from the order of ids. */
function shuffled<T>(items: readonly T[], idOf: (item: T) => string, stratum: string, seed: number): T[] {
  const next = seeded(fnv(`${seed}\n${stratum}`) + 2 ** 32 * (Math.abs(seed) % 2 ** 21));
  const list = [...items].sort((a, b) => compare(idOf(a), idOf(b)));
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
  return list;
}
