/** Whether a loaded table still counts: a later one for the same units and periods takes its place. */
import type { Period } from '../../model/period';
import type { LoadedTable } from '../../pipeline/snapshot';

export type TableStanding = 'inForce' | 'partly' | 'replaced';

/** @param tables all that are loaded, in the order they were. */
export function standingOf({ ledger, coverage, seq }: LoadedTable, tables: readonly LoadedTable[]): TableStanding {
  // Of rosters the latest stands alone.
  if (ledger === 'roster') return tables.filter((t) => t.ledger === 'roster').at(-1)?.seq === seq ? 'inForce' : 'replaced';
  const { claims, inForce } = coverage;
  return inForce === claims ? 'inForce' : inForce === 0 ? 'replaced' : 'partly';
}

/** The periods its rows speak of, in order; none for a roster, which holds for all. */
export const periodsOf = ({ ledger, coverage }: LoadedTable): readonly Period[] =>
  ledger === 'roster' ? [] : (coverage.periods.filter(Boolean) as Period[]);

/** Tables that count; what a corrected table did wrong is past. */
export const inUse = (tables: readonly LoadedTable[]): readonly LoadedTable[] =>
  tables.filter((t) => standingOf(t, tables) !== 'replaced');
