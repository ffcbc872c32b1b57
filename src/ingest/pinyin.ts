/**
 * Headers in pinyin, as databases export them: `dangzhibumingcheng`, `DANG_ZHI_BU`, or initials `DZBMC`. The full
 * pinyin of one column's name says that column; initials only propose, since many names share them.
 */
import type { ColumnDef, LedgerDef } from '../model/ledger';
import { readingsOf } from '../ledgers/pinyin';
import { looseName, strictName } from './headers';

/** Ways to read a name that are looked up: names with many characters of several readings are rare. */
const MOST_READINGS = 16;

/** The letters and digits of a header in pinyin, lower case; null for any other header. */
function lettersOf(header: string): string | null {
  if (/[\u4e00-\u9fff]/.test(header)) return null;
  const text = header.normalize('NFKC').toLowerCase().replaceAll('ü', 'v').trim();
  if (!/^[a-z][a-z0-9_\s.'·-]*$/.test(text)) return null;
  const letters = text.replace(/[^a-z0-9]/g, '');
  return letters.length < 2 ? null : letters;
}

type Form = 'full' | 'initials';

/** The ways to spell one character: ü is typed v, and written u where it is not to be had. */
function waysOf(character: string, form: Form): readonly string[] {
  if (!/[\u4e00-\u9fff]/.test(character)) return [character];
  const full = readingsOf(character).flatMap((r) => (/^[ln]v/.test(r) ? [r, r.replace('v', 'u')] : [r]));
  return form === 'full' ? full : [...new Set(full.map((w) => w.charAt(0)))];
}

/** Names are shared by many ledgers, so what was spelt once is looked up. */
const spelt: Readonly<Record<Form, Map<string, readonly string[]>>> = { full: new Map(), initials: new Map() };

/** Every way to spell a name, each syllable whole or by its first letter; none where a character's reading is not known. */
export function spellings(name: string, form: Form): readonly string[] {
  const before = spelt[form].get(name);
  if (before) return before;
  const characters = [...name.normalize('NFKC').toLowerCase().replaceAll('〇', '零')].filter((c) =>
    /[a-z0-9\u4e00-\u9fff]/.test(c),
  );
  let all = [''];
  for (const c of characters) {
    const ways = waysOf(c, form);
    const [only] = ways;
    all =
      ways.length === 1 && only !== undefined
        ? all.map((s) => s + only)
        : ways.flatMap((w) => all.map((s) => s + w)).slice(0, MOST_READINGS);
  }
  // One character alone is too little to be told from a word of another language.
  const found = characters.length < 2 ? [] : all;
  spelt[form].set(name, found);
  return found;
}

/** The names of a ledger's columns as they are spelt in pinyin. */
class PinyinNames {
  readonly #full = new Map<string, Set<ColumnDef>>();
  readonly #initials = new Map<string, Set<ColumnDef>>();

  constructor({ columns }: LedgerDef) {
    // Proper names before other ones, so that what is proposed comes likeliest first.
    for (const namesOf of [(c: ColumnDef) => [c.name.zh], (c: ColumnDef) => c.names ?? []])
      for (const column of columns)
        for (const name of new Set(namesOf(column).flatMap((n) => [strictName(n), looseName(n)]))) {
          for (const s of spellings(name, 'full')) add(this.#full, s, column);
          for (const s of spellings(name, 'initials')) add(this.#initials, s, column);
        }
  }

  /** The one column whose name a header spells out. */
  match(header: string): ColumnDef | null {
    const letters = lettersOf(header);
    const found = letters === null ? undefined : this.#full.get(letters);
    return found?.size === 1 ? ([...found][0] as ColumnDef) : null;
  }

  /** Columns whose name a header may abbreviate, or spell as others do too. */
  propose(header: string): ColumnDef[] {
    const letters = lettersOf(header);
    if (letters === null) return [];
    return [...new Set([...(this.#full.get(letters) ?? []), ...(this.#initials.get(letters) ?? [])])];
  }
}

const known = new WeakMap<LedgerDef, PinyinNames>();

/** The pinyin names of a ledger, made when a header in Latin letters first asks for them. */
export function pinyinNamesOf(ledger: LedgerDef): PinyinNames {
  const names = known.get(ledger) ?? new PinyinNames(ledger);
  known.set(ledger, names);
  return names;
}

/** Whether a header could be pinyin. */
export const mayBePinyin = (header: string): boolean => lettersOf(header) !== null;

function add(map: Map<string, Set<ColumnDef>>, key: string, column: ColumnDef): void {
  const before = map.get(key);
  if (before) before.add(column);
  else map.set(key, new Set([column]));
}

/** The syllables two characters share: 易 for 意 is a slip of an input method. */
export const soundAlike = (a: string, b: string): boolean => readingsOf(a).some((r) => readingsOf(b).includes(r));
