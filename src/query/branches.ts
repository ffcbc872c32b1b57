/** The branches of a period in force, with what a review is drawn from and held against. */
import { ledgerOf } from '../ledgers';
import type { Period } from '../model/period';
import { id, sql } from '../sql/sql';
import { viewOf } from './names';

const COLUMNS = ['township', 'branch', 'branch_code', 'sector', 'total_score', 'final_star'] as const;

/** `_import`, `_row`, `_unit`, and of 党支部星级评定明细 township, branch, code, sector, total score and approved stars; in no order. */
export const branchesSql = (period: Period): string =>
  sql`SELECT _import, _row, _unit, ${COLUMNS.map(id)} FROM ${viewOf(ledgerOf('branch-rating'))} WHERE _period = ${period}`.text;
