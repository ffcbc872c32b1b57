/** Named queries, kept in this browser: one list per record, so that questions to the sample stay with the sample. */

export interface SavedQuery {
  readonly name: string;
  readonly text: string;
}

/** The part of the browser's storage that is used. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

const isSaved = (x: unknown): x is SavedQuery =>
  typeof x === 'object' && x !== null && 'name' in x && 'text' in x && typeof x.name === 'string' && typeof x.text === 'string';

/** What is kept under a key; nothing where storage is refused or holds something else. */
export function readSaved(shelf: Shelf | null, key: string): SavedQuery[] {
  try {
    const kept: unknown = JSON.parse(shelf?.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isSaved).map(({ name, text }) => ({ name, text })) : [];
  } catch {
    return [];
  }
}

/** @returns whether it is kept. */
export function writeSaved(shelf: Shelf | null, key: string, saved: readonly SavedQuery[]): boolean {
  try {
    if (!shelf) return false;
    shelf.setItem(key, JSON.stringify(saved));
    return true;
  } catch {
    return false;
  }
}

/** With a query under a name, in the place of the one that had it. */
export function withSaved(saved: readonly SavedQuery[], query: SavedQuery): SavedQuery[] {
  return saved.some((s) => s.name === query.name) ? saved.map((s) => (s.name === query.name ? query : s)) : [...saved, query];
}
