/** Checks over the rows of one import: rows told apart by nothing, and figures of a row that contradict each other. */
import type { LedgerDef, RowCheck } from '../model/ledger';
import { problem, type Place, type Problem } from '../model/problem';
import { all, any, id, join, sql, type Sql } from '../sql/sql';
import { numberIn, textIn, type Found } from './found';
import { columnOf, dialect, tableOf } from './names';

/** Sums of decimal fractions are off by bits; this part of the whole is not. */
const TOLERANCE = 1e-6;

/** Rows of an import that bear the key of an earlier one of their period: `_row`, `_period`, and `first`, that row. Null for a ledger without a key. */
export function duplicateKeysSql(ledger: LedgerDef, table: number): string | null {
  if (ledger.key.length === 0) return null;
  // A blank part of a key is a value like any other; grouping holds NULLs equal. Hashes are compared first: they
  // are small, and equal ones are few.
  const key = [id('_period'), ...ledger.key.map((name) => id(columnOf(ledger, name).id))];
  const rows = sql`${tableOf(ledger)} WHERE _import = ${table}`;
  const hashes = sql`SELECT ${dialect.hash(key)} AS h FROM ${rows} GROUP BY h HAVING count(*) > 1`;
  return sql`SELECT _row, _period, first FROM (SELECT _row, _period, min(_row) OVER (PARTITION BY ${key}) AS first FROM ${rows} AND ${dialect.hash(key)} IN (${hashes})) WHERE _row > first ORDER BY _row`
    .text;
}

/** Rows of an import that a check of the ledger finds wrong: `_row`, `_period`, `_check` (its place in the ledger), `a` and `b`, the two values as text. Null where there is no check. */
export function checksSql(ledger: LedgerDef, table: number): string | null {
  if (ledger.checks.length === 0) return null;
  const found = ledger.checks.map((check, i) => {
    const { a, b, wrong } = test(ledger, check);
    return sql`SELECT _row, _period, ${i} AS _check, ${dialect.cast(a, 'text')} AS a, ${dialect.cast(b, 'text')} AS b FROM ${tableOf(ledger)} WHERE _import = ${table} AND ${wrong}`;
  });
  return sql`${join(found, sql` UNION ALL `)} ORDER BY _row, _check`.text;
}

/** What a check holds against what, and when that is wrong. A missing side is never wrong. */
function test(ledger: LedgerDef, check: RowCheck): { a: Sql; b: Sql; wrong: Sql } {
  const named = (name: string): Sql => id(columnOf(ledger, name).id);
  if (check.check === 'atMost') {
    const [a, b] = [named(check.part), named(check.whole)];
    return { a, b, wrong: sql`${a} > ${b}` };
  }
  if (check.check === 'order') {
    const [a, b] = [named(check.first), named(check.second)];
    return { a, b, wrong: sql`${a} > ${b}` };
  }
  const parts = check.parts.map(named);
  const a = sql`(${join(
    parts.map((p) => sql`coalesce(${p}, 0)`),
    sql` + `,
  )})`;
  const b = named(check.whole);
  const off = check.atMost ? sql`(${a} - ${b})` : sql`abs(${a} - ${b})`;
  return {
    a,
    b,
    wrong: all([any(parts.map((p) => sql`${p} IS NOT NULL`)), sql`${off} > ${TOLERANCE} * greatest(1, abs(${b}))`]),
  };
}

/** What the rows of `duplicateKeysSql` and `checksSql` say: warnings, with the columns under their Chinese names. */
export function checkProblems(rows: readonly Found[], ledger: LedgerDef, fileName: string): Problem[] {
  return rows.map((row) => {
    const place: Place = { file: fileName, row: numberIn(row, '_row') ?? 0 };
    const period = textIn(row, '_period');
    const found = ledger.checks[numberIn(row, '_check') ?? -1];
    const made = found
      ? checkProblem(ledger, found, place, textIn(row, 'a'), textIn(row, 'b'))
      : problem('warning', 'row.keyTwice', place, { first: numberIn(row, 'first') ?? 0 });
    return period === '' ? made : { ...made, period: period as NonNullable<Problem['period']> };
  });
}

function checkProblem(ledger: LedgerDef, check: RowCheck, place: Place, a: string, b: string): Problem {
  const name = (column: string): string => columnOf(ledger, column).name.zh;
  switch (check.check) {
    case 'atMost':
      return problem('warning', 'check.partExceedsWhole', place, {
        part: name(check.part),
        whole: name(check.whole),
        partValue: Number(a),
        wholeValue: Number(b),
      });
    case 'sum':
      return problem('warning', check.atMost ? 'check.partsExceedWhole' : 'check.partsUnequal', place, {
        parts: check.parts.map(name),
        whole: name(check.whole),
        sum: Number(a),
        wholeValue: Number(b),
      });
    case 'order':
      return problem('warning', 'check.order', place, {
        first: name(check.first),
        second: name(check.second),
        firstValue: a,
        secondValue: b,
      });
  }
}
