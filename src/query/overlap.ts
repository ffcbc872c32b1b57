/** How the rows of a new table lie to those in force, before anyone decides whether it replaces them. */
import { unitColumn, type LedgerDef } from '../model/ledger';
import { all, id, join, sql } from '../sql/sql';
import { columnOf, dialect, tableOf } from './names';
import { rowsOf, type InForce } from './schema';

/** What a unit name in an import means. */
export type Claimed = Omit<InForce, 'ledger' | 'table'>;

/**
 * One row: `standing`, how many rows are in force of the units and periods that an import speaks of, and `common`,
 * how many of its own rows bear the key of one of them (the unit by its id, the rest of the key as it is written).
 * @param claims what the import's unit names mean.
 * @returns null where there is nothing to compare: no claims, or a ledger without a key.
 */
export function overlapSql(ledger: LedgerDef, table: number, claims: readonly Claimed[]): string | null {
  if (claims.length === 0 || ledger.key.length === 0) return null;
  const unit = unitColumn(ledger)?.id;
  const key = ledger.key.filter((name) => name !== unit).map((name) => id(columnOf(ledger, name).id));
  const rows = claims.map((c) => sql`(${[ledger.id, table, c.name, c.unit, c.period]})`);
  const same = all([sql`n.unit = s.unit`, sql`n.period = s.period`, ...key.map((k) => sql`n.${k} IS NOT DISTINCT FROM s.${k}`)]);
  const read = key.map((k) => sql`, t.${k}`);
  return sql`WITH claim(ledger, import, name, unit, period) AS (VALUES ${rows}), s AS (SELECT f.unit, f.period${join(read, sql``)} FROM ${tableOf(ledger)} t JOIN in_force f ON ${rowsOf(ledger)} SEMI JOIN claim c ON c.unit = f.unit AND c.period = f.period), n AS (SELECT f.unit, f.period${join(read, sql``)} FROM ${tableOf(ledger)} t JOIN claim f ON ${rowsOf(ledger)}) SELECT ${dialect.cast(sql`(SELECT count(*) FROM s)`, 'double')} AS standing, ${dialect.cast(sql`(SELECT count(*) FROM n SEMI JOIN s ON ${same})`, 'double')} AS common`
    .text;
}
