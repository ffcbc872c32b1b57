/** Where a unit stands in every indicator: its value and points beside those of its peers, and beside the period before. */
import type { ValueUnit } from '../model/measure';
import type { Period } from '../model/period';
import type { UnitId } from '../model/unit';
import { firstMeasure, snap, type NodeInfo } from '../scheme';
import type { PeriodScores, ScoreBook } from '../score';
import { scoresBefore } from './periods';

export interface LeafStanding {
  readonly unit: UnitId;
  readonly node: NodeInfo;
  /** What the rule was given; how it is written. */
  readonly value: number;
  readonly valueUnit: ValueUnit;
  /** Plain mean of the peers' values, the unit's own among them. */
  readonly mean: number;
  /** Points published, and the full marks in force. */
  readonly points: number;
  readonly full: number;
  /** Plain mean of the peers' shares of full marks, 0–1. */
  readonly meanShare: number;
  /** By share of full marks among the peers that have it; equal at 1e-9 is a tie. */
  readonly rank: number;
  readonly tied: boolean;
  readonly of: number;
  /** The period before, where the leaf counted then too. */
  readonly before: { readonly value: number; readonly points: number } | null;
}

const counts = (scores: PeriodScores, node: number, u: number): boolean => {
  if (u < 0) return false;
  const state = scores.state(node, u);
  return (state === 'ok' || state === 'carried') && !Number.isNaN(scores.value(node)[u] ?? NaN);
};

/** Share of the full marks in force, unrounded; NaN where there are none. */
const shareOf = (scores: PeriodScores, node: number, u: number): number => {
  const full = scores.effective(node)[u] ?? 0;
  return full > 0 ? (scores.exact(node)[u] ?? NaN) / full : NaN;
};

/**
 * The standings of a unit in a period, in the scheme's order: of the leaves that count for it with a value of its own.
 * @param peers with whom it is compared; the unit itself is one of them.
 */
export function leafStandings(book: ScoreBook, period: Period, unit: UnitId, peers: readonly UnitId[]): LeafStanding[] {
  const scores = book.at(period);
  const u = scores.indexOf(unit);
  const earlier = scoresBefore(book, period);
  const places = peers.map((p) => scores.indexOf(p));
  return book.nodes.flatMap((node): LeafStanding[] => {
    if (!node.leaf || !counts(scores, node.index, u)) return [];
    const own = shareOf(scores, node.index, u);
    if (Number.isNaN(own)) return [];
    const mates = places.filter((p) => counts(scores, node.index, p) && !Number.isNaN(shareOf(scores, node.index, p)));
    const shares = mates.map((p) => snap(shareOf(scores, node.index, p)));
    const then = earlier?.indexOf(unit) ?? -1;
    const before =
      earlier && counts(earlier, node.index, then)
        ? { value: earlier.value(node.index)[then]!, points: earlier.points(node.index)[then]! }
        : null;
    return [
      {
        unit,
        node,
        value: scores.value(node.index)[u]!,
        valueUnit: book.unitOf(firstMeasure(node.leaf.measure)),
        mean: meanOf(mates.map((p) => scores.value(node.index)[p]!)),
        points: scores.points(node.index)[u]!,
        full: scores.effective(node.index)[u]!,
        meanShare: meanOf(shares),
        rank: 1 + shares.filter((s) => s > snap(own)).length,
        tied: shares.filter((s) => s === snap(own)).length > 1,
        of: mates.length,
        before,
      },
    ];
  });
}

const meanOf = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0) / xs.length;
