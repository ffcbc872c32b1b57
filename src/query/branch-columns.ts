/** The branches of a period as columns: lists instead of rows, a piece at a time, since there may be 160,000 of them. */
import { branchRating } from '../ledgers/branch-rating';
import type { Period } from '../model/period';
import { id, sql, type Sql } from '../sql/sql';
import { columnOf, dialect, viewOf } from './names';
import type { Page } from './rows';

/** Parts the texts of a list; no cell can hold it, since it is taken out of them. */
export const BETWEEN = '\u001f';

/** The ledger's texts that a list of branches shows or is searched by. */
export const BRANCH_TEXTS = ['township', 'branch', 'branch_code', 'sector', 'not_rated_because'] as const;

/** The ledger's figures, flags and stars of a branch. */
export const BRANCH_FIGURES = [
  'due',
  'declared_star',
  'base_score',
  'bonus_score',
  'deduction_score',
  'appraisal_score',
  'total_score',
  'final_star',
  'last_star',
  'satisfaction',
  'veto',
  'review_score',
  'review_star',
] as const;

export type BranchText = (typeof BRANCH_TEXTS)[number] | 'unit';
export type BranchFigure = (typeof BRANCH_FIGURES)[number];

/** The periods that rows in force speak of: `period`, `branches`, `rated` (given a star). */
export const branchPeriodsSql = (): string =>
  sql`SELECT _period AS period, ${dialect.cast(sql`count(*)`, 'integer')} AS branches, ${dialect.cast(sql`count(final_star)`, 'integer')} AS rated FROM ${viewOf(branchRating)} GROUP BY _period ORDER BY _period`
    .text;

/**
 * A piece of a period's branches as one row: `n`, how many; `imports` and `rows`, their places in the tables they came in
 * with; every figure as a list (NaN: blank; a flag: 1 or 0); every text as one text of all, parted by `BETWEEN`. In file order.
 */
export function branchColumnsSql(period: Period, { limit, offset }: Page): string {
  const order = sql`ORDER BY _import, _row`;
  const list = (value: Sql, name: string) => sql`list(${value} ${order}) AS ${id(name)}`;
  const text = (column: string, name: string) =>
    sql`string_agg(replace(coalesce(${id(column)}, ''), ${BETWEEN}, ' '), ${BETWEEN} ${order}) AS ${id(name)}`;
  const nothing = dialect.cast(sql`${'nan'}`, 'double');
  const figure = (name: string) => {
    const value =
      columnOf(branchRating, name).type === 'flag' ? sql`CASE WHEN ${id(name)} THEN 1 WHEN NOT ${id(name)} THEN 0 END` : id(name);
    return list(sql`coalesce(${dialect.cast(value, 'double')}, ${nothing})`, name);
  };
  const columns = [
    sql`${dialect.cast(sql`count(*)`, 'integer')} AS n`,
    list(id('_import'), 'imports'),
    list(id('_row'), 'rows'),
    text('_unit', 'unit'),
    ...BRANCH_TEXTS.map((t) => text(t, t)),
    ...BRANCH_FIGURES.map(figure),
  ];
  return sql`SELECT ${columns} FROM (SELECT * FROM ${viewOf(branchRating)} WHERE _period = ${period} ${order} LIMIT ${limit} OFFSET ${offset})`
    .text;
}
