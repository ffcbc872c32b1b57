/** The measure algebra in SQL: scalars, conditions and aggregates over the rows of a table or view. */
import type { LedgerDef } from '../model/ledger';
import { scalarColumns, type Aggregate, type Condition, type Scalar } from '../model/measure';
import { all, any, id, sql, type Sql } from '../sql/sql';
import { columnOf, dialect } from './names';

const COMPARISONS = { eq: sql`=`, ne: sql`<>`, lt: sql`<`, le: sql`<=`, gt: sql`>`, ge: sql`>=` } as const;
const OPERATIONS = { add: sql`+`, sub: sql`-`, mul: sql`*`, div: sql`/` } as const;

/** A value of one row; a date where the algebra makes one, NULL where a part is missing or divided by zero. */
export function scalar(ledger: LedgerDef, s: Scalar): Sql {
  if ('col' in s) return id(columnOf(ledger, s.col).id);
  if ('lit' in s) return sql`${s.lit}`;
  if ('asOf' in s) return sql`_as_of`;
  switch (s.op) {
    case 'coalesce':
      return sql`coalesce(${s.of.map((x) => scalar(ledger, x))})`;
    case 'addMonths':
      return dialect.addMonths(dated(ledger, s.date), s.months);
    case 'div':
      return sql`(${scalar(ledger, s.a)} / nullif(${scalar(ledger, s.b)}, 0))`;
    default:
      return sql`(${scalar(ledger, s.a)} ${OPERATIONS[s.op]} ${scalar(ledger, s.b)})`;
  }
}

/** A scalar beside a date: a literal there is a date too. */
const dated = (ledger: LedgerDef, s: Scalar): Sql =>
  'lit' in s && typeof s.lit === 'string' ? dialect.cast(sql`${s.lit}`, 'date') : scalar(ledger, s);

function isDate(ledger: LedgerDef, s: Scalar): boolean {
  if ('asOf' in s) return true;
  if ('col' in s) return columnOf(ledger, s.col).type === 'date';
  return 'op' in s && (s.op === 'addMonths' || (s.op === 'coalesce' && s.of.some((x) => isDate(ledger, x))));
}

/** A condition on one row, true or false and never NULL: a comparison with a missing value is false, so its `not` is true. */
export function condition(ledger: LedgerDef, c: Condition): Sql {
  switch (c.op) {
    case 'given':
      return sql`${id(columnOf(ledger, c.col).id)} IS NOT NULL`;
    case 'in':
      return c.of.length === 0 ? sql`false` : sql`coalesce(${scalar(ledger, c.a)} IN (${c.of}), false)`;
    case 'and':
      return all(c.of.map((x) => condition(ledger, x)));
    case 'or':
      return any(c.of.map((x) => condition(ledger, x)));
    case 'not':
      return sql`NOT (${condition(ledger, c.of)})`;
    default: {
      const read = isDate(ledger, c.a) || isDate(ledger, c.b) ? dated : scalar;
      return sql`coalesce(${read(ledger, c.a)} ${COMPARISONS[c.op]} ${read(ledger, c.b)}, false)`;
    }
  }
}

/** The rows an aggregate looks at. */
export const where = (ledger: LedgerDef, a: Aggregate): Sql => (a.where ? condition(ledger, a.where) : sql`true`);

/** An aggregate over the rows that are there (`_row` is NULL for a unit that has none). */
export interface AggregateSql {
  /** NULL only for a sum of which every term is missing. */
  readonly value: Sql;
  /** Whether every missing term is missing because the unit declared it not applicable. */
  readonly na: Sql;
}

export function aggregate(ledger: LedgerDef, a: Aggregate): AggregateSql {
  const rows = sql`_row IS NOT NULL AND ${where(ledger, a)}`;
  const figure = (value: Sql): Sql => dialect.cast(value, 'double');
  if (a.agg === 'count') return { value: figure(sql`count(*) FILTER (WHERE ${rows})`), na: sql`true` };
  if (a.agg === 'distinct')
    return {
      value: figure(sql`count(DISTINCT ${distinctKey(ledger, a)}) FILTER (WHERE ${rows} AND ${distinctGiven(ledger, a)})`),
      na: sql`true`,
    };
  const term = scalar(ledger, a.of);
  return {
    // The sum of no rows is nothing, said so; the sum of rows that all lack it is not known.
    value: sql`CASE WHEN count(*) FILTER (WHERE ${rows}) = 0 THEN 0 ELSE ${figure(sql`sum(${term}) FILTER (WHERE ${rows})`)} END`,
    na: sql`count(*) FILTER (WHERE ${rows} AND ${term} IS NULL AND NOT ${marked(ledger, a.of)}) = 0`,
  };
}

type Distinct = Extract<Aggregate, { agg: 'distinct' }>;

const distinctValue = (ledger: LedgerDef, { col, or }: Distinct): Sql =>
  or === undefined
    ? id(columnOf(ledger, col).id)
    : sql`coalesce(${id(columnOf(ledger, col).id)}, ${id(columnOf(ledger, or).id)})`;

/** Whether a row has a value to be counted. */
export const distinctGiven = (ledger: LedgerDef, a: Distinct): Sql => sql`${distinctValue(ledger, a)} IS NOT NULL`;

/** What tells one counted thing from another. */
export const distinctKey = (ledger: LedgerDef, a: Distinct): Sql =>
  a.within === undefined ? distinctValue(ledger, a) : sql`(${id(columnOf(ledger, a.within).id)}, ${distinctValue(ledger, a)})`;

/** Whether each missing column that a scalar reads was declared not applicable. */
function marked(ledger: LedgerDef, s: Scalar): Sql {
  return all(
    [...new Set(scalarColumns(s))].map((name) => sql`(${id(columnOf(ledger, name).id)} IS NOT NULL OR ${declaredNa(name)})`),
  );
}

/** Whether the row's unit declared a column not applicable. */
export const declaredNa = (column: string): Sql => sql`coalesce(${dialect.contains(sql`_na`, `,${column},`)}, false)`;
