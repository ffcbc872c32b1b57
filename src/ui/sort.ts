/** Sorting a table's rows by a column. */

export type SortValue = number | string | null;
export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

/** Rows by a value, rows without one last in both directions, equal ones in the order they came. Text by its characters' order in Chinese. */
export function sortRows<T>(rows: readonly T[], value: (row: T) => SortValue, descending: boolean): T[] {
  const way = descending ? -1 : 1;
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  return rows
    .map((row) => ({ row, v: value(row) }))
    .sort((a, b) => {
      if (a.v === null || b.v === null) return Number(a.v === null) - Number(b.v === null);
      const order = typeof a.v === 'number' && typeof b.v === 'number' ? a.v - b.v : collator.compare(String(a.v), String(b.v));
      return way * order;
    })
    .map(({ row }) => row);
}

/** What a click on a column's head asks for: figures largest first, words in order, then the other way round. */
export function nextSort(now: Sort | null, column: string, numeric: boolean): Sort {
  return now?.column === column ? { column, descending: !now.descending } : { column, descending: numeric };
}
