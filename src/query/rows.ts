/** The rows behind a figure, and a ledger's rows for the screen. */
import { ledgerOf } from '../ledgers';
import type { LedgerDef } from '../model/ledger';
import type { Aggregate, MeasureId } from '../model/measure';
import type { Period } from '../model/period';
import type { RowsRef } from '../model/reason';
import { any, id, sql, type Sql } from '../sql/sql';
import { distinctGiven, distinctKey, scalar, where } from './algebra';
import { namedUnit } from './measures';
import { columnIds, columnOf, viewOf } from './names';

/**
 * The rows that a figure was made from, in file order: `_import`, `_row`, the ledger's columns, and what each gave:
 * `_counts` (whether it was counted) or `_adds` (what it added; NULL for a missing cell). The value of a quotient is
 * shown by the rows of both its sides, with what they gave to the numerator.
 * @throws RangeError for a measure no ledger declares.
 */
export const rowsBehindSql = (ref: RowsRef, limit?: number): string => {
  const [ledger, rest] = splitMeasure(ref.measure);
  const { rows, gives } = ledger.named ? namedRows(ledger, rest, ref.side) : measuredRows(ledger, rest, ref.side);
  const unit = ledger.named ? namedUnit : sql`_unit`;
  return sql`SELECT _import, _row, ${gives}, ${columnIds(ledger)} FROM ${viewOf(ledger)} WHERE ${unit} = ${ref.unit} AND _period = ${ref.period} AND ${rows} ORDER BY _import, _row${limitTo(limit)}`
    .text;
};

function splitMeasure(measure: MeasureId): [LedgerDef, string] {
  const dot = measure.indexOf('.');
  return [ledgerOf(measure.slice(0, Math.max(dot, 0))), measure.slice(dot + 1)];
}

interface Behind {
  readonly rows: Sql;
  readonly gives: Sql;
}

function measuredRows(ledger: LedgerDef, name: string, side: RowsRef['side']): Behind {
  const measure = ledger.measures.find((m) => m.id === name);
  if (!measure) throw new RangeError(`${ledger.id} has no measure ${name}`);
  const { numerator, denominator } = measure;
  if (side === 'denominator' && denominator) return { rows: looksAt(ledger, denominator), gives: gives(ledger, denominator) };
  if (side === 'numerator' || !denominator) return { rows: looksAt(ledger, numerator), gives: gives(ledger, numerator) };
  return { rows: any([looksAt(ledger, denominator), looksAt(ledger, numerator)]), gives: gives(ledger, numerator) };
}

/** The rows of an aggregate; a row without the column whose distinct values are counted is none of them. */
const looksAt = (ledger: LedgerDef, a: Aggregate): Sql =>
  a.agg === 'distinct' ? sql`(${where(ledger, a)} AND ${distinctGiven(ledger, a)})` : where(ledger, a);

function gives(ledger: LedgerDef, a: Aggregate): Sql {
  if (a.agg === 'sum') return sql`CASE WHEN ${where(ledger, a)} THEN ${scalar(ledger, a.of)} END AS _adds`;
  if (a.agg === 'count') return sql`${where(ledger, a)} AS _counts`;
  // Of the rows with one value the first is counted.
  const rows = looksAt(ledger, a);
  return sql`${rows} AND row_number() OVER (PARTITION BY ${distinctKey(ledger, a)}, ${rows} ORDER BY _import, _row) = 1 AS _counts`;
}

/** The rows that name the measure `rest`: an indicator's name, or one with the suffix of another figure. */
function namedRows(ledger: LedgerDef, rest: string, side: RowsRef['side']): Behind {
  const { name, figures } = named(ledger);
  const figure = figures.find((f) => f.suffix !== '' && rest.endsWith(`/${f.suffix}`)) ?? figures.find((f) => f.suffix === '');
  if (!figure) throw new RangeError(`${ledger.id} has no measure ${rest}`);
  const indicator = figure.suffix === '' ? rest : rest.slice(0, -figure.suffix.length - 1);
  const column = figure[side] ?? figure.value;
  return { rows: sql`${id(columnOf(ledger, name).id)} = ${indicator}`, gives: sql`${id(columnOf(ledger, column).id)} AS _adds` };
}

function named(ledger: LedgerDef): NonNullable<LedgerDef['named']> {
  if (!ledger.named) throw new RangeError(`${ledger.id} does not let its rows name measures`);
  return ledger.named;
}

const limitTo = (limit: number | undefined): Sql => (limit === undefined ? sql`` : sql` LIMIT ${limit}`);

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** A ledger's rows in force in a period, all or a page of them: `_import`, `_row`, `_unit`, then the ledger's columns; in file order. */
export function listSql(ledger: LedgerDef, period: Period, page?: Page): string {
  const part = page ? sql` LIMIT ${page.limit} OFFSET ${page.offset}` : sql``;
  return sql`SELECT _import, _row, _unit, ${columnIds(ledger)} FROM ${viewOf(ledger)} WHERE _period = ${period} ORDER BY _import, _row${part}`
    .text;
}
