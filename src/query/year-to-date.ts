/** Figures since 1 January that fell: in force in one year, of one unit and key, and lower than in the period before. */
import { unitColumn, type ColumnDef, type LedgerDef } from '../model/ledger';
import type { Period } from '../model/period';
import { problem, type Problem } from '../model/problem';
import { any, id, sql } from '../sql/sql';
import { numberIn, textIn, type Found } from './found';
import { columnOf, dialect, viewOf } from './names';
import type { StandingNames } from './standing';

/** Sensitive counts are not held against each other: a warning would print them. */
const columnsOf = (ledger: LedgerDef): ColumnDef[] =>
  ledger.columns.filter((c) => c.basis === 'y' && !c.sensitive && (c.type === 'integer' || c.type === 'number'));

/**
 * The rows in force with a figure since 1 January lower than the last one given before it in the same year: `_import`,
 * `_row`, `_unit`, `_period`, and per such column i `now<i>`, `before<i>` and `since<i>`, the period of the latter. Quarters
 * are held against quarters, half-years against half-years. Null for a ledger without such columns.
 */
export function yearToDateSql(ledger: LedgerDef): string | null {
  const columns = columnsOf(ledger);
  if (columns.length === 0 || ledger.key.length === 0) return null;
  const unit = unitColumn(ledger)?.id;
  const key = ledger.key.filter((name) => name !== unit).map((name) => sql`, ${id(columnOf(ledger, name).id)}`);
  const keys = sql`_unit${key}`;
  const now = columns.map((c, i) => sql`${dialect.cast(sql`sum(${id(c.id)})`, 'double')} AS ${id(`now${i}`)}`);
  // Two rows of one key both count in measures, so both count here.
  const rows = sql`SELECT ${keys}, _period, min(_import) AS _import, min(_row) AS _row, ${now} FROM ${viewOf(ledger)} GROUP BY ${keys}, _period`;
  // The year and the kind of the period; periods of one kind and year are in order as text.
  const over = sql`OVER (PARTITION BY ${keys}, left(_period, 5) ORDER BY _period)`;
  const before = columns.map((_, i) => {
    const own = id(`now${i}`);
    return sql`lag(${own} IGNORE NULLS) ${over} AS ${id(`before${i}`)}, lag(CASE WHEN ${own} IS NOT NULL THEN _period END IGNORE NULLS) ${over} AS ${id(`since${i}`)}`;
  });
  const fell = columns.map((_, i) => sql`${id(`now${i}`)} < ${id(`before${i}`)} - 0.000001`);
  return sql`WITH r AS (${rows}) SELECT * FROM (SELECT *, ${before} FROM r) WHERE ${any(fell)} ORDER BY _import, _row, _period`
    .text;
}

/** A warning for each of those figures, at its row. */
export function yearToDateProblems(rows: readonly Found[], ledger: LedgerDef, names: StandingNames): Problem[] {
  return rows.flatMap((row) =>
    columnsOf(ledger).flatMap((column, i): Problem[] => {
      const [now, before] = [numberIn(row, `now${i}`), numberIn(row, `before${i}`)];
      if (now === null || before === null || now >= before - 1e-6) return [];
      const params = {
        unit: names.unit(textIn(row, '_unit')),
        column: column.name.zh,
        now,
        before,
        since: textIn(row, `since${i}`),
      };
      const place = { file: names.file(numberIn(row, '_import') ?? -1), row: numberIn(row, '_row') ?? 0 };
      return [{ ...problem('warning', 'check.yearToDateFell', place, params), period: textIn(row, '_period') as Period }];
    }),
  );
}
