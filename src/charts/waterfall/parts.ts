/** The parts of a difference in the order they are shown, small ones gathered; and whether they add up. */

export interface WaterfallPart {
  readonly indicator: string;
  readonly title: string;
  /** Points by which A is before (+) or behind (−) B, as they are to be printed; null: cannot be said, `why` tells. */
  readonly points: number | null;
  readonly why?: string;
  /** A further line of the tooltip. */
  readonly note?: string;
}

export interface Gathered {
  /** Largest first; equal ones in the order given. */
  readonly shown: readonly WaterfallPart[];
  /** The small ones; their sum is `restPoints`. */
  readonly rest: readonly WaterfallPart[];
  readonly restPoints: number;
  /** Parts of which nothing can be said. */
  readonly unknown: readonly WaterfallPart[];
}

/** Sums of decimals without the dust of binary fractions: nothing is rounded that could be printed. */
export const clean = (v: number): number => Number(v.toFixed(9)) + 0;

/**
 * Keeps the `keep` largest parts by size; the others, and those of nothing, are gathered. One alone is not: its own
 * name says more.
 */
export function gather(parts: readonly WaterfallPart[], keep: number): Gathered {
  const sized = parts.filter((p) => p.points !== null);
  const unknown = parts.filter((p) => p.points === null);
  const sorted = [...sized].sort((a, b) => Math.abs(b.points ?? 0) - Math.abs(a.points ?? 0));
  const moving = sorted.filter((p) => p.points !== 0).length;
  const cut = Math.min(keep, moving);
  const single = sorted.length - cut === 1;
  const rest = single ? [] : sorted.slice(cut);
  return {
    shown: single ? sorted : sorted.slice(0, cut),
    rest,
    restPoints: clean(rest.reduce((t, p) => t + (p.points ?? 0), 0)),
    unknown,
  };
}

/** What the parts leave unexplained: A's total − B's total − Σ parts. 0 where everything adds up. */
export function remainder(from: number, to: number, parts: readonly WaterfallPart[]): number {
  return clean(to - from - parts.reduce((t, p) => t + (p.points ?? 0), 0));
}
