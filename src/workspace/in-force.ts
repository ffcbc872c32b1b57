/**
 * Which table's rows hold for a unit and period when several were sent: nothing is overwritten, the latest
 * accepted version stands before the earlier ones. Pure.
 */
import type { LedgerId } from '../model/ledger';
import type { Period } from '../model/period';
import type { UnitId } from '../model/unit';

/** What one accepted table says of one unit and period. */
export interface Claim {
  readonly ledger: LedgerId;
  /** The engine's number of the table's rows. */
  readonly table: number;
  /** The unit's name as the table's rows have it; '' when the rows name none. */
  readonly name: string;
  readonly unit: UnitId;
  readonly period: Period;
}

/** Claims of one table, in journal order among the others. */
export interface Claims {
  readonly mode: 'replace' | 'add';
  readonly claims: readonly Claim[];
}

/** The claims in force. `tables` oldest first. */
export function inForce(tables: readonly Claims[]): Claim[] {
  const standing = new Map<string, Claim[]>();
  for (const { mode, claims } of tables) {
    const own = new Map<string, Claim[]>();
    for (const c of claims) {
      const key = `${c.ledger}\n${c.unit}\n${c.period}`;
      const list = own.get(key);
      if (list) list.push(c);
      else own.set(key, [c]);
    }
    for (const [key, list] of own) standing.set(key, mode === 'add' ? [...(standing.get(key) ?? []), ...list] : list);
  }
  return [...standing.values()].flat();
}
