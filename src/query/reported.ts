/** What reporting is told from: the register of tables received, and whose row a row is. */
import { ledgerOf } from '../ledgers';
import type { LedgerDef } from '../model/ledger';
import { sql } from '../sql/sql';
import { tableOf, unitName, viewOf } from './names';

/** The register's rows in force, in file order: `_import`, `_row`, `_unit`, `_period`, `ledger` as it is written, `received_on`, `returned`, `return_reason`. */
export const receiptsSql = (): string =>
  sql`SELECT _import, _row, _unit, _period, ledger, received_on, returned, return_reason FROM ${viewOf(ledgerOf('receipts'))} ORDER BY _import, _row`
    .text;

/** The verbatim unit names of some rows of an import: `_row`, `name`. Null for no rows. */
export const rowNamesSql = (ledger: LedgerDef, table: number, rows: readonly number[]): string | null =>
  rows.length === 0
    ? null
    : sql`SELECT t._row, ${unitName(ledger)} AS name FROM ${tableOf(ledger)} t WHERE t._import = ${table} AND t._row IN (${rows})`
        .text;
