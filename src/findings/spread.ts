/** How the values of an indicator are spread over the peers: what a profile is drawn against. */
import type { Period } from '../model/period';
import type { UnitId } from '../model/unit';
import type { ScoreBook } from '../score';

export interface Spread {
  readonly min: number;
  readonly q1: number;
  readonly mean: number;
  readonly q3: number;
  readonly max: number;
  readonly of: number;
}

/** Quartiles by linear interpolation between the closest ranks (R's type 7, as spreadsheets reckon them). null for no values. */
export function spreadOf(values: readonly number[]): Spread | null {
  const sorted = values.filter((v) => Number.isFinite(v)).sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const at = (share: number): number => {
    const place = (sorted.length - 1) * share;
    const below = Math.floor(place);
    const [low, high] = [sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!];
    return low + (high - low) * (place - below);
  };
  const mean = sorted.reduce((sum, v) => sum + v, 0) / sorted.length;
  return { min: at(0), q1: at(0.25), mean, q3: at(0.75), max: at(1), of: sorted.length };
}

/** The values that peers have of a leaf in a period, reported or carried. */
export function peerValues(book: ScoreBook, period: Period, node: number, peers: readonly UnitId[]): number[] {
  const scores = book.at(period);
  return peers.flatMap((unit) => {
    const u = scores.indexOf(unit);
    if (u < 0) return [];
    const state = scores.state(node, u);
    const value = scores.value(node)[u] ?? NaN;
    return (state === 'ok' || state === 'carried') && Number.isFinite(value) ? [value] : [];
  });
}
