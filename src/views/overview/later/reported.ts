/** Who has not reported what: per ledger the counties whose indicators were due in the period and have no figure. */
import type { UnitId } from '../../../model/unit';
import { firstMeasure, ledgerOf } from '../../../state/catalogue';
import type { Board } from '../../../state/board.svelte';
import type { LedgerDef } from '../../../model/ledger';

export interface Unreported {
  readonly ledger: LedgerDef;
  readonly units: readonly {
    readonly unit: UnitId;
    /** Titles of the indicators without a figure where others of the ledger have one; empty: the whole ledger is missing. */
    readonly part: readonly string[];
  }[];
}

export interface Completeness {
  /** Ledgers × counties on show with an indicator due in the period. */
  readonly due: number;
  /** Of them those reported, in full or in part. */
  readonly done: number;
  readonly missing: readonly Unreported[];
}

export function completeness(board: Board): Completeness {
  const { book, scores, standings, period } = board;
  if (!book || !scores || !period) return { due: 0, done: 0, missing: [] };
  const ledgers = new Map<string, (typeof book.nodes)[number][]>();
  for (const node of book.nodes) {
    // what is not due, or stands from an earlier period, nobody owes
    if (!node.leaf || scores.leaf(node.index).source !== period) continue;
    const id = firstMeasure(node.leaf.measure).split('.')[0] ?? '';
    ledgers.set(id, [...(ledgers.get(id) ?? []), node]);
  }
  let due = 0;
  let done = 0;
  const missing = [...ledgers].flatMap(([id, nodes]): Unreported[] => {
    const units = standings.flatMap(({ unit, at }) => {
      const without = nodes.filter((n) => /missing|excluded/.test(scores.state(n.index, at)));
      due += 1;
      if (without.length < nodes.length) done += 1;
      if (without.length === 0) return [];
      return [{ unit, part: without.length === nodes.length ? [] : without.map((n) => board.title(n.title)) }];
    });
    return units.length > 0 ? [{ ledger: ledgerOf(id), units }] : [];
  });
  return { due, done, missing };
}
