/** Cells that hold no figure but a word: the form in which words are compared, and the sets they are looked up in. */
import { BLANK_WORDS, MISSING_WORDS, NONE_WORDS, NOT_APPLICABLE_WORDS, SLASH_WORDS, TOTAL_WORDS } from '../model/cell-words';
import type { Words } from '../model/table';

/** The form in which words of cells are compared: NFKC, upper case, no white space (`全　市` is `全市`). */
export const wordOf = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/\s+/g, '');

const missing: ReadonlySet<string> = new Set(MISSING_WORDS);
const notApplicable: ReadonlySet<string> = new Set(NOT_APPLICABLE_WORDS);
const none: ReadonlySet<string> = new Set(NONE_WORDS);
const totals: ReadonlySet<string> = new Set(TOTAL_WORDS);

/** Longer than every word of the sets, white space included: such a cell need not be normalised to know it is none of them. */
const LONGEST = 16;

/**
 * Whether a text may be one of some words, told by its first character, so that most of a million cells need no
 * normalising. Characters that normalising may change always may.
 */
export function mayStart(words: Iterable<string>): (text: string) => boolean {
  const first = new Set([...words].flatMap((w) => [w.charAt(0).toUpperCase(), w.charAt(0).toLowerCase()]));
  return (text) => {
    const c = text.charCodeAt(0);
    const settled =
      (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x30 && c <= 0x39) || (c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a);
    return !settled || first.has(text.charAt(0));
  };
}

const maySayNothing = mayStart([...MISSING_WORDS, ...NOT_APPLICABLE_WORDS, ...NONE_WORDS]);
const mayTotal = mayStart(TOTAL_WORDS);

export type NoFigure = 'missing' | 'na' | 'none';

/** Whether a trimmed cell says that there is no figure: missing, not applicable, or 无; null for any other cell. */
export function noFigure(text: string): NoFigure | null {
  if (text === '') return 'missing';
  if (text.length > LONGEST || !maySayNothing(text)) return null;
  const word = wordOf(text);
  return missing.has(word) ? 'missing' : notApplicable.has(word) ? 'na' : none.has(word) ? 'none' : null;
}

/** `甲县小计`, `甲县平均`: a total that names what it is of. */
const NAMED_TOTAL = /^(.{1,12}?)(?:小计|合计|总计|平均[值数]?|均值)$/;

/** Whether a total word is one of a mean, which no sum can be held against. */
export const isMean = (text: string): boolean => /平均|均值/.test(wordOf(text));

/** The total a cell makes of its row, and what it says it is of: `合计`, `小　计：`, `合计（12个）`, `甲县小计`; null for any other cell. */
export function totalIn(text: string): { readonly scope: string } | null {
  if (text === '' || text.length > 2 * LONGEST || !(mayTotal(text) || /[计均]/.test(text))) return null;
  const word = wordOf(text)
    .replace(/\([^()]*\)$/, '')
    .replace(/:$/, '');
  if (totals.has(word)) return { scope: word };
  const named = NAMED_TOTAL.exec(word);
  return named && { scope: named[1] as string };
}

/** Whether a cell makes its row a total. */
export const isTotalWord = (text: string): boolean => totalIn(text) !== null;

/** Whether it is a total's word alone, without what it is of. */
export const isBareTotal = (text: string): boolean => totals.has(totalIn(text)?.scope ?? '');

const blank: ReadonlySet<string> = new Set(BLANK_WORDS);
const slash: ReadonlySet<string> = new Set(SLASH_WORDS);

/** Which of the words whose meaning an import may change a cell is; null for any other. 缺考 or 不涉及 mean what they say. */
export function changeable(text: string): keyof Words | null {
  const nothing = noFigure(text);
  if (nothing === null) return null;
  const word = wordOf(text);
  return nothing === 'none' ? 'none' : blank.has(word) ? 'blank' : slash.has(word) ? 'slash' : null;
}

const mayNil = mayStart(['零', '无']);

/** Whether a cell says that its unit has nothing to report (零报告): 无, 零报告, —, /. */
export const isNilWord = (text: string): boolean =>
  text !== '' && (noFigure(text) !== null || (mayNil(text) && /^(?:零|无)(?:报告|此项|情况|内容)$/.test(wordOf(text))));
