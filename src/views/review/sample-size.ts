/** How many branches to draw, as it is entered: in all, a percentage of each stratum, or so many of each. */
import type { SampleSize } from '../../state/review.svelte';

export const SIZES = ['n', 'share', 'each'] as const;
export type SizeKind = (typeof SIZES)[number];

/** What is proposed, in the unit in which it is entered. */
export const START: Readonly<Record<SizeKind, number>> = { n: 100, share: 5, each: 1 };

/** @param entered a percentage where a share is asked; null: nothing, or no number. @returns null for what is no size. */
export function sizeOf(kind: SizeKind, entered: number | null): SampleSize | null {
  if (entered === null || !Number.isFinite(entered) || entered < 0) return null;
  if (kind === 'share') return entered > 100 ? null : { share: entered / 100 };
  if (!Number.isSafeInteger(entered)) return null;
  return kind === 'n' ? { n: entered } : { each: entered };
}
