/**
 * Trivial cells: those whose reading needs no thought, so that the engine may do it. Everything else is odd and goes
 * to the careful reading path. The rule errs on one side only: a cell that is taken here is read by the careful
 * path to the same value and without a remark.
 */
import { STAR_WORDS } from '../model/cell-words';
import type { ColumnDef } from '../model/ledger';
import type { Period } from '../model/period';
import type { ColumnMapping } from '../model/table';
import { all, join, sql, type Sql } from '../sql/sql';
import { dialect } from './names';
import { plainText } from './plain-text';

/** How a cell is read in SQL: its value, and whether a cell that is not empty is trivial. `value` may be used in `trivial` by its name. */
export interface TrivialCell {
  readonly value: Sql;
  readonly trivial: (value: Sql) => Sql;
}

/**
 * At most 15 digits before the point and 9 after it, so that no digit is lost and there is no `1e5`, `1_000`, `+5`,
 * `.5`, `5.`, `nan`.
 */
const NUMERAL = String.raw`-?\d{1,15}(?:\.\d{1,9})?`;
/** 三星 and its like first: each word before the one that is met costs a comparison. */
const STARS: readonly (readonly [string, number])[] = [
  ...Object.entries(STAR_WORDS).sort(([a], [b]) => Math.abs(a.length - 2) - Math.abs(b.length - 2)),
  ...[0, 1, 2, 3, 4, 5].map((n) => [String(n), n] as const),
];

/** How a column stands among the others of its table. */
export interface Role {
  /** The one period whose rows are taken; null where each row goes to the period it names. */
  readonly only: Period | null;
  /** Whether the cell names what the row is of: there notes, signatures and numbers of columns stand instead. */
  readonly leads: boolean;
}

/** The reading of a column's cells. `cell` is the verbatim text, NULL when empty. */
export function trivialCell(column: ColumnDef, mapping: ColumnMapping, cell: Sql, { only, leads }: Role): TrivialCell {
  switch (column.type) {
    case 'unit':
    case 'text':
      // A header repeated at a page break is a row of texts like any other.
      return { value: cell, trivial: () => all([...plainText(cell, leads), sql`${cell} <> ${mapping.header}`]) };
    case 'number':
    case 'integer':
    case 'share':
      return figure(column, mapping, cell);
    case 'date':
      return {
        value: dialect.tryCast(cell, 'date'),
        // The careful path knows no other centuries. Written back it must be the same, or it was another form.
        trivial: (v) =>
          sql`(${v} BETWEEN ${dialect.cast(sql`'1900-01-01'`, 'date')} AND ${dialect.cast(sql`'2099-12-31'`, 'date')} AND ${dialect.cast(v, 'text')} = ${cell})`,
      };
    case 'flag':
      return given(sql`CASE ${cell} WHEN '是' THEN true WHEN '否' THEN false END`);
    case 'list':
      return given(
        lookUp(
          cell,
          (column.values ?? []).flatMap((v) => [...new Set([v.name.zh, v.id])].map((word) => [word, v.id])),
        ),
      );
    case 'star':
      return given(dialect.cast(lookUp(cell, STARS), 'double'));
    case 'period':
      return {
        value: cell,
        trivial: () =>
          only === null ? dialect.matches(cell, String.raw`(?:19|2\d)\d\d(?:Q[1-4]|H[12])?`) : sql`${cell} = ${only}`,
      };
  }
}

const given = (value: Sql): TrivialCell => ({ value, trivial: (v) => sql`${v} IS NOT NULL` });

const lookUp = (cell: Sql, entries: readonly (readonly [string, string | number])[]): Sql =>
  sql`CASE ${cell} ${join(
    entries.map(([word, value]) => sql`WHEN ${word} THEN ${value}`),
    sql` `,
  )} END`;

function figure(column: ColumnDef, { scale = 1, shareAs }: ColumnMapping, cell: Sql): TrivialCell {
  const bare = dialect.tryCast(cell, 'double');
  // Dividing by a whole number is exact to the last bit where multiplying by 0.0001 is not.
  const scaled = scale === 1 ? bare : scale < 1 ? sql`${bare} / ${Math.round(1 / scale)}` : sql`${bare} * ${scale}`;
  const share = column.type === 'share';
  const value = !share ? scaled : shareAs === 'percent' ? sql`${bare} / 100` : bare;
  const [min, max] = column.range ?? [-Infinity, scale > 1 ? 1e15 - 1 : Infinity];
  // No minus sign where nothing is below zero; elsewhere a zero has none, since the careful path knows but one zero.
  const form =
    min >= 0
      ? dialect.matches(cell, NUMERAL.slice(2))
      : sql`(${dialect.matches(cell, NUMERAL)} AND (NOT ${dialect.contains(cell, '-')} OR ${value} < 0))`;
  return {
    value,
    trivial: (v) =>
      share && (shareAs === undefined || scale !== 1)
        ? sql`false`
        : all([
            form,
            ...(min !== 0 && Number.isFinite(min) ? [sql`${v} >= ${min}`] : []),
            ...(Number.isFinite(max) ? [sql`${v} <= ${max}`] : []),
            ...(column.type === 'integer' ? [sql`${v} = trunc(${v})`] : []),
          ]),
  };
}
