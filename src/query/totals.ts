/** Totals 合计 as checksums: what a table states of all its rows, or of a block of them, against the sum of the rows that were taken. */
import type { ColumnDef, LedgerDef } from '../model/ledger';
import { problem, type Problem } from '../model/problem';
import type { LoadReport, Reading } from '../model/table';
import { normaliseName } from '../model/unit';
import { id, sql } from '../sql/sql';
import { condition } from './algebra';
import { numberIn, textIn, type Found } from './found';
import { dialect, tableOf, unitName } from './names';

type Totals = LoadReport['totals'];
type Total = Totals[number];

/** Points, years, places and quotients are no amounts: nothing is said by their sum. */
const NO_AMOUNT = /^(?:分|年|岁|星|名次|位次|[%％‰])$|\//;

/** Whether figures of a column can be added up over rows. Sensitive ones could, and are not: a warning would print them. */
export const isAdditive = ({ type, unit, basis, sensitive }: ColumnDef): boolean =>
  !sensitive &&
  (type === 'integer' || (type === 'number' && (unit !== undefined || basis !== undefined))) &&
  !NO_AMOUNT.test(unit ?? '');

/** A row of means is no total. */
const totalsOf = (totals: Totals): Total[] => totals.filter((t) => !/平均|均值/.test(t.scope)).sort((a, b) => a.row - b.row);

const statedColumns = (ledger: LedgerDef, totals: readonly Total[]): ColumnDef[] =>
  ledger.columns.filter((c) => isAdditive(c) && totals.some((t) => t.values[c.id] !== undefined));

/**
 * The sums of an import's rows by block (`block`: the number of total rows above them) and unit name (`name`): `rows`,
 * and `s<i>` of the i-th column a total states. Null where no total states anything that adds up.
 */
export function totalsSql(ledger: LedgerDef, table: number, totals: Totals): string | null {
  const stated = totalsOf(totals);
  const columns = ledger.given || ledger.named ? [] : statedColumns(ledger, stated);
  if (columns.length === 0) return null;
  const edges = [0, ...stated.map((t) => t.row), 2 ** 31 - 1];
  const blocks = stated.map((_, i) => i).concat(stated.length);
  const sums = columns.map((c, i) => sql`${dialect.cast(sql`sum(t.${id(c.id)})`, 'double')} AS ${id(`s${i}`)}`);
  const counted = ledger.totalled ? sql` AND ${condition(ledger, ledger.totalled)}` : sql``;
  return sql`WITH b(_block, _low, _high) AS (VALUES ${blocks.map((i) => sql`(${[i, edges[i] ?? 0, edges[i + 1] ?? 0]})`)}) SELECT _block AS block, ${unitName(ledger)} AS name, ${dialect.cast(sql`count(*)`, 'double')} AS rows, ${sums} FROM ${tableOf(ledger)} t JOIN b ON t._row > b._low AND t._row < b._high WHERE t._import = ${table}${counted} GROUP BY ALL ORDER BY block, min(t._row)`
    .text;
}

/** The rows a total may add up. */
interface Span {
  readonly blocks: ReadonlySet<number>;
  readonly unit: string | null;
}

/** A total held against one span: per stated column the sum there, and whether it is the stated one. */
interface Trial {
  readonly span: Span;
  readonly rows: number;
  readonly sums: readonly number[];
  readonly wrong: readonly number[];
}

/**
 * A warning per column of a total row that is not the sum of its rows. Which rows those are is not written anywhere, so
 * each usual way is tried (all; since the total above; since the last total of the same word; below, up to the next
 * total; the county the row names), and the one by which most of its columns are right is taken to be meant.
 *
 * @param rows of `totalsSql`. @param report tells which rows were left out, which is the likeliest cause.
 */
export function totalProblems(
  rows: readonly Found[],
  ledger: LedgerDef,
  report: Pick<LoadReport, 'totals' | 'rejected' | 'excluded'>,
  reading: Pick<Reading, 'period'>,
  fileName: string,
): Problem[] {
  const totals = totalsOf(report.totals);
  const columns = statedColumns(ledger, totals);
  const left = [...report.rejected, ...report.excluded.filter((p) => LEFT_OUT.has(p.code))].map((p) => p.place.row ?? 0);
  const blockOf = (row: number): number => totals.filter((t) => t.row < row).length;
  return totals.flatMap((total, at) => {
    const trials = spansOf(totals, at).map((span) => tried(rows, columns, totals, total, span));
    const some = trials.filter((t) => t.rows > 0);
    const best = (some.length > 0 ? some : trials).reduce((a, b) => (b.wrong.length < a.wrong.length ? b : a));
    const missing = left.filter((row) => best.span.blocks.has(blockOf(row))).length;
    return best.wrong.map((i): Problem => {
      const column = columns[i] as ColumnDef;
      const [value, sum] = [total.values[column.id] ?? 0, best.sums[i] ?? 0];
      const params = { column: column.name.zh, stated: value, sum: shown(sum), difference: shown(value - sum), left: missing };
      const made = problem('warning', 'check.totalUnequal', { file: fileName, row: total.row }, params);
      return reading.period === null ? made : { ...made, period: reading.period };
    });
  });
}

const LEFT_OUT: ReadonlySet<string> = new Set(['row.otherPeriod', 'row.excludedByHand', 'row.unitUnknown']);

/** Without the dust of binary fractions. */
const shown = (value: number): number => Number(value.toFixed(6));

/** The spans the `at`-th total may be meant of, likeliest first. */
function spansOf(totals: readonly Total[], at: number): Span[] {
  const { scope } = totals[at] as Total;
  const span = (from: number, to: number, unit: string | null = null): Span => ({
    blocks: new Set(Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)),
    unit,
  });
  const same = totals.slice(0, at).reduce((last, t, i) => (t.scope === scope ? i + 1 : last), 0);
  const whole = span(0, totals.length);
  const parts = [span(at, at), span(same, at), span(at + 1, at + 1)];
  const ofUnit = span(0, totals.length, normaliseName(scope));
  return /^(?:小计|分计)$/.test(scope) ? [...parts, whole] : [ofUnit, whole, ...parts];
}

function tried(rows: readonly Found[], columns: readonly ColumnDef[], totals: readonly Total[], total: Total, span: Span): Trial {
  const own = rows.filter(
    (r) => span.blocks.has(numberIn(r, 'block') ?? -1) && (span.unit === null || normaliseName(textIn(r, 'name')) === span.unit),
  );
  const over = (name: string): number => own.reduce((sum, r) => sum + (numberIn(r, name) ?? 0), 0);
  const count = over('rows');
  const sums = columns.map((_, i) => over(`s${i}`));
  const wrong = columns.flatMap((column, i) => {
    const stated = total.values[column.id];
    return stated === undefined || Math.abs(stated - (sums[i] ?? 0)) <= tolerance(column, totals, count, stated) ? [] : [i];
  });
  return { span, rows: count, sums, wrong };
}

/**
 * How far a right total may lie from the sum: figures rounded to a decimal place miss their sum by a standard deviation of
 * 0.29·√n of that place, and are given three and a half; whole numbers are exact, unless only the total was rounded.
 */
function tolerance(column: ColumnDef, totals: readonly Total[], rows: number, stated: number): number {
  const dust = 1e-6 * Math.max(1, Math.abs(stated));
  if (column.type === 'integer') return dust;
  const places = Math.max(0, ...totals.map((t) => decimals(t.values[column.id] ?? 0)));
  return dust + (places === 0 ? 0.5 : Math.sqrt(rows + 1) * 10 ** -places);
}

const decimals = (value: number): number => {
  const text = String(value);
  return text.includes('e') ? 0 : (text.split('.')[1] ?? '').length;
};
