/** All measures of a ledger in one statement: numerators and denominators by unit and period, and by their `by` columns. */
import type { LedgerDef, NamedMeasures } from '../model/ledger';
import { WHOLE_CITY } from '../model/measures';
import { id, join, sql, type Sql } from '../sql/sql';
import { aggregate, declaredNa } from './algebra';
import { columnIds, columnOf, dialect, tableOf, viewOf } from './names';
import { rowsOf } from './schema';

/** The columns by which a ledger's measures are broken down. */
export const byColumns = (ledger: LedgerDef): string[] => [...new Set(ledger.measures.flatMap((m) => (m.by ? [m.by] : [])))];

/**
 * The statement whose rows `measureEntries` reads; null for a ledger without measures (the roster).
 *
 * Grouped by unit and period (`_by` NULL) and once more by each `by` column (`_by` its id, `_key` its value). Per
 * measure i: `n<i>` and `d<i>`, and `n<i>_na`, `d<i>_na` for what a NULL in them means.
 */
export function measuresSql(ledger: LedgerDef): string | null {
  if (ledger.named) return namedSql(ledger, ledger.named);
  if (ledger.measures.length === 0) return null;
  const figures = ledger.measures.flatMap((m, i) => [
    ...side(ledger, 'n', i, m.numerator),
    ...(m.denominator ? side(ledger, 'd', i, m.denominator) : []),
  ]);
  const by = byColumns(ledger).map((name) => ({ name, column: id(columnOf(ledger, name).id) }));
  const grouped = by.map((b) => sql`WHEN GROUPING(${b.column}) = 0 THEN ${b.name}`);
  const keys = by.map((b) => sql`WHEN GROUPING(${b.column}) = 0 THEN ${dialect.cast(b.column, 'text')}`);
  const choose = (cases: readonly Sql[]): Sql => (cases.length === 0 ? sql`NULL` : sql`CASE ${join(cases, sql` `)} END`);
  const sets = [sql`(_unit, _period)`, ...by.map((b) => sql`(_unit, _period, ${b.column})`)];
  const columns = columnIds(ledger);
  // Every unit in force has one row more, which is nothing but its unit and period: so a nil report is counted too,
  // and the large table is the streamed side of its join.
  const rows = sql`SELECT f.unit AS _unit, f.period AS _period, p.as_of AS _as_of, t._row, t._na, ${columns.map((c) => sql`t.${c}`)} FROM ${tableOf(ledger)} t JOIN in_force f ON ${rowsOf(ledger)} LEFT JOIN periods p ON p.period = f.period`;
  const nothing = sql`SELECT unit, period, NULL, NULL, NULL, ${columns.map(() => null)} FROM in_force WHERE ledger = ${ledger.id}`;
  return sql`WITH r AS (${rows} UNION ALL ${nothing}) SELECT _unit, _period, ${choose(grouped)} AS _by, ${choose(keys)} AS _key, ${dialect.cast(sql`count(_row)`, 'double')} AS _rows, ${figures} FROM r GROUP BY GROUPING SETS (${sets}) ORDER BY _unit, _period, _by, _key`
    .text;
}

function side(ledger: LedgerDef, name: 'n' | 'd', index: number, a: Parameters<typeof aggregate>[1]): Sql[] {
  const { value, na } = aggregate(ledger, a);
  return [sql`${value} AS ${id(`${name}${index}`)}`, sql`${na} AS ${id(`${name}${index}_na`)}`];
}

/** One row per row in force: its table, its unit, its period, the measure it names, and per figure i `v<i>`, `n<i>`, `d<i>`. */
function namedSql(ledger: LedgerDef, { name, figures }: NamedMeasures): string {
  const read = (prefix: string, index: number, column: string | undefined): Sql[] => {
    if (column === undefined) return [sql`NULL AS ${id(`${prefix}${index}`)}`, sql`false AS ${id(`${prefix}${index}_na`)}`];
    const own = columnOf(ledger, column).id;
    return [sql`${id(own)} AS ${id(`${prefix}${index}`)}`, sql`${declaredNa(own)} AS ${id(`${prefix}${index}_na`)}`];
  };
  const columns = figures.flatMap((f, i) => [
    ...read('v', i, f.value),
    ...read('n', i, f.numerator),
    ...read('d', i, f.denominator),
  ]);
  return sql`SELECT _import, ${namedUnit} AS _unit, _period, ${id(columnOf(ledger, name).id)} AS _name, ${columns} FROM ${viewOf(ledger)} ORDER BY _import, _row`
    .text;
}

/** A row that names no unit speaks of the whole city. */
export const namedUnit = sql`coalesce(nullif(_unit, ''), ${WHOLE_CITY})`;
