/** Finding a name by its characters, its pinyin or its initials: the best match first. */
import { spell } from '../pipeline/branch-pinyin';

export interface Named {
  readonly name: string;
}

/** How well a name answers what was typed: 0 it begins so, 1 it holds it, 2 its pinyin begins so, 3 its initials do, 4 its pinyin holds it; null: not at all. */
export function matches(name: string, typed: string): number | null {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return null;
  const own = name.toLowerCase();
  if (own.startsWith(wanted)) return 0;
  if (own.includes(wanted)) return 1;
  const letters = wanted.replace(/[^a-z0-9]/g, '');
  // Characters that are not in the name are not found in its pinyin either.
  if (letters === '' || letters.length < wanted.replace(/\s/g, '').length) return null;
  const { full, initials } = spell(name);
  if (full.startsWith(letters)) return 2;
  if (initials.startsWith(letters)) return 3;
  return full.includes(letters) || initials.includes(letters) ? 4 : null;
}

/** Those that answer, the best first, else in the order given; at most `most`. */
export function found<T extends Named>(all: readonly T[], typed: string, most: number): T[] {
  return all
    .flatMap((item) => {
      const how = matches(item.name, typed);
      return how === null ? [] : [{ item, how }];
    })
    .sort((a, b) => a.how - b.how)
    .slice(0, most)
    .map(({ item }) => item);
}
