/** A first mapping for a table mapped by hand: columns whose header is exactly a name of theirs; the rest is the user's to say. */
import type { ColumnDef, LedgerDef } from '../../model/ledger';

const key = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s#△▲*]+/g, '')
    .toLowerCase();
/** Without a remark in brackets, which is mostly a unit: 年度目标(人). */
const bare = (text: string): string => key(text).replace(/\([^)]*\)$/, '');

const namesOf = (c: ColumnDef): string[] => [c.name.zh, c.name.en, ...(c.names ?? [])];

/** @returns for each header the column it names, each column at most once. */
export function guessColumns(ledger: LedgerDef, headers: readonly string[]): (string | null)[] {
  const taken = new Set<string>();
  const guess = headers.map((): string | null => null);
  for (const form of [key, bare])
    headers.forEach((header, i) => {
      const wanted = form(header.split('/').at(-1) ?? header);
      if (guess[i] !== null || wanted === '') return;
      const found = ledger.columns.find(
        (c) => !taken.has(c.id) && namesOf(c).some((n) => form(n) === wanted || form(n) === form(header)),
      );
      if (!found) return;
      taken.add(found.id);
      guess[i] = found.id;
    });
  return guess;
}

/** The headers of a table whose header rows are these, merged parents (written once, blank to the right) joined to each child. */
export function headersOf(rows: readonly (readonly string[])[], width: number): string[] {
  const filled = rows.map((row, level) => {
    if (level === rows.length - 1) return row.map((c) => c.trim());
    let parent = '';
    return Array.from({ length: width }, (_, i) => (parent = row[i]?.trim() || parent));
  });
  return Array.from({ length: width }, (_, i) => {
    const parts = filled.map((row) => row[i] ?? '').filter(Boolean);
    return [...new Set(parts)].join('/');
  });
}
