/** Tables of indicators by size: the first few, and the rest as one line, so that what is shown always adds up. */

export interface Folded<T> {
  readonly shown: readonly T[];
  /** null where all are shown. */
  readonly rest: { readonly count: number; readonly sums: readonly number[] } | null;
}

/**
 * The first `most` lines and the sums of the others.
 *
 * @param numbers of a line those that are added up.
 * @param decimals the numbers have at most so many; the sums are exact in them.
 */
export function folded<T>(
  lines: readonly T[],
  most: number,
  numbers: (line: T) => readonly number[],
  decimals: number,
): Folded<T> {
  // One line hidden would take as much room as the line that says so.
  if (lines.length <= most + 1) return { shown: lines, rest: null };
  const hidden = lines.slice(most);
  return { shown: lines.slice(0, most), rest: { count: hidden.length, sums: sumsOf(hidden, numbers, decimals) } };
}

/** Column by column, exact in the decimals: binary dust is not shown as a figure. */
export function sumsOf<T>(lines: readonly T[], numbers: (line: T) => readonly number[], decimals: number): number[] {
  const scale = 10 ** decimals;
  const sums: number[] = [];
  for (const line of lines) numbers(line).forEach((x, i) => (sums[i] = (sums[i] ?? 0) + Math.round(x * scale)));
  return sums.map((s) => s / scale + 0);
}

/** What the bars of one table are drawn on: the least and the greatest of its numbers, 0 always between them. */
export interface Scale {
  readonly low: number;
  readonly high: number;
}

export const scaleOf = (numbers: readonly number[]): Scale => ({ low: Math.min(0, ...numbers), high: Math.max(0, ...numbers) });

/** A number's bar on its scale, of a width of 100: where zero is, where the bar begins and how wide it is. */
export function barOf(x: number, { low, high }: Scale): { readonly zero: number; readonly from: number; readonly width: number } {
  const span = high - low;
  if (!(span > 0)) return { zero: 0, from: 0, width: 0 };
  const zero = (-low / span) * 100;
  const width = (Math.abs(x) / span) * 100;
  return { zero, from: x < 0 ? zero - width : zero, width };
}
