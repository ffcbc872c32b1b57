/**
 * The value of a trivial cell in SQL: the one the careful path reads, without asking whether the cell is trivial. What is
 * made of any other cell is nonsense or NULL, and is taken out again.
 */
import { STAR_WORDS } from '../model/cell-words';
import type { ColumnDef } from '../model/ledger';
import type { ColumnMapping } from '../model/table';
import { join, sql, type Sql } from '../sql/sql';
import { dialect } from './names';

/** 三星 and its like first: each word before the one that is met costs a comparison. */
const STARS: readonly (readonly [string, number])[] = [
  ...Object.entries(STAR_WORDS).sort(([a], [b]) => Math.abs(a.length - 2) - Math.abs(b.length - 2)),
  ...[0, 1, 2, 3, 4, 5].map((n) => [String(n), n] as const),
];

/** @param cell the verbatim text, NULL when empty. */
export function cellValue(column: ColumnDef, { scale = 1, shareAs }: ColumnMapping, cell: Sql): Sql {
  switch (column.type) {
    case 'unit':
    case 'text':
    case 'period':
      return cell;
    case 'number':
    case 'integer': {
      const bare = dialect.tryCast(cell, 'double');
      // Dividing by a whole number is exact to the last bit where multiplying by 0.0001 is not.
      return scale === 1 ? bare : scale < 1 ? sql`${bare} / ${Math.round(1 / scale)}` : sql`${bare} * ${scale}`;
    }
    case 'share': {
      // 96.2 by 100 is not the double nearest to 0.962; 96.2e-2 is.
      return dialect.tryCast(shareAs === 'percent' ? sql`${cell} || 'e-2'` : cell, 'double');
    }
    case 'date':
      return dialect.tryCast(cell, 'date');
    case 'flag':
      return sql`CASE ${cell} WHEN '是' THEN true WHEN '否' THEN false END`;
    case 'list':
      return lookUp(
        cell,
        (column.values ?? []).flatMap((v) => [...new Set([v.name.zh, v.id])].map((word) => [word, v.id])),
      );
    case 'star':
      return dialect.cast(lookUp(cell, STARS), 'double');
  }
}

const lookUp = (cell: Sql, entries: readonly (readonly [string, string | number])[]): Sql =>
  sql`CASE ${cell} ${join(
    entries.map(([word, value]) => sql`WHEN ${word} THEN ${value}`),
    sql` `,
  )} END`;
