/** Agreements: a figure that a summary and a detailed ledger both report, held against each other by unit and period. */
import type { Agreement, LedgerDef, LedgerId } from '../model/ledger';
import type { Aggregate } from '../model/measure';
import type { Period } from '../model/period';
import { problem, type Problem } from '../model/problem';
import { all, any, id, sql, type Sql } from '../sql/sql';
import { aggregate } from './algebra';
import { numberIn, textIn, type Found } from './found';
import { columnIds, dialect, viewOf } from './names';
import type { StandingNames } from './standing';

/** The agreements of a ledger with one other. */
export interface Pair {
  readonly here: LedgerDef;
  readonly there: LedgerDef;
  readonly agreements: readonly Agreement[];
}

/** A ledger's agreements by the ledger they are with. @param ledgerOf the ledger of an id. */
export function pairsOf(here: LedgerDef, ledgerOf: (id: LedgerId) => LedgerDef): Pair[] {
  const agreements = here.agreements ?? [];
  return [...new Set(agreements.map((a) => a.ledger))].map((ledger) => ({
    here,
    there: ledgerOf(ledger),
    agreements: agreements.filter((a) => a.ledger === ledger),
  }));
}

/**
 * The units and periods in force in both ledgers where a figure differs: `_unit`, `_period`, `other` (the period there,
 * which ends on the same day: a year's summary stands beside a fourth quarter's rows), `_import`, `_row` and `rows` here,
 * and per agreement i `here<i>` and `there<i>`. A figure that is not known on one side differs from nothing.
 */
export function agreementsSql({ here, there, agreements }: Pair): string {
  const sides = agreements.map((_, i) => [id(`here${i}`), id(`there${i}`)] as const);
  const differ = sides.map(([a, b]) => sql`abs(${a} - ${b}) > 0.000001 * greatest(1, abs(${a}))`);
  const near = [sql`x._unit = y._unit`, sql`p._as_of = q._as_of`];
  const periods = sql`SELECT period, as_of AS _as_of FROM periods`;
  return sql`WITH x AS (${figures(
    here,
    'here',
    agreements.map((a) => a.here),
  )}), y AS (${figures(
    there,
    'there',
    agreements.map((a) => a.there),
  )}) SELECT x._unit, x._period, y._period AS other, x._import, x._row, x._rows, ${sides.flat()} FROM x JOIN (${periods}) p ON p.period = x._period JOIN y ON x._unit = y._unit JOIN (${periods}) q ON q.period = y._period WHERE ${all([...near, any(differ)])} ORDER BY x._period, x._import, x._row, x._unit, other`
    .text;
}

/** Aggregates by unit and period over a ledger's rows in force; a nil report is in force and counts nothing. */
function figures(ledger: LedgerDef, name: string, aggregates: readonly Aggregate[]): Sql {
  const columns = columnIds(ledger);
  const rows = sql`SELECT _unit, _period, _as_of, _import, _row, _na, ${columns} FROM ${viewOf(ledger)}`;
  const nothing = sql`SELECT unit, period, NULL, NULL, NULL, NULL, ${columns.map(() => null)} FROM in_force WHERE ledger = ${ledger.id}`;
  const values = aggregates.map((a, i) => sql`${aggregate(ledger, a).value} AS ${id(`${name}${i}`)}`);
  return sql`SELECT _unit, _period, min(_import) AS _import, min(_row) AS _row, ${dialect.cast(sql`count(_row)`, 'double')} AS _rows, ${values} FROM (${rows} UNION ALL ${nothing}) GROUP BY _unit, _period`;
}

/** A warning for each figure that differs, at the row of the summary where it is one row. */
export function agreementProblems(rows: readonly Found[], { here, there, agreements }: Pair, names: StandingNames): Problem[] {
  return rows.flatMap((row) =>
    agreements.flatMap((agreement, i): Problem[] => {
      const [a, b] = [numberIn(row, `here${i}`), numberIn(row, `there${i}`)];
      if (a === null || b === null || Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a))) return [];
      const [table, at] = [numberIn(row, '_import'), numberIn(row, '_row')];
      const place = {
        ...(table === null ? {} : { file: names.file(table) }),
        ...(at !== null && numberIn(row, '_rows') === 1 ? { row: at } : {}),
      };
      const params = {
        unit: names.unit(textIn(row, '_unit')),
        figure: agreement.name.zh,
        here: a,
        there: b,
        table: here.name.zh,
        other: there.name.zh,
      };
      return [{ ...problem('warning', 'check.ledgersDisagree', place, params), period: textIn(row, '_period') as Period }];
    }),
  );
}
