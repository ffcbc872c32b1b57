/** Plain texts: cells of text that are what they say. */
import { MISSING_WORDS, NONE_WORDS, NOT_APPLICABLE_WORDS, NOTE_STARTS, TOTAL_WORDS } from '../model/cell-words';
import { any, sql, type Sql } from '../sql/sql';
import { dialect } from './names';

/** The white space that people leave behind a text. */
const BLANKS = [' ', '\t', '\n', '\u00a0', '\u3000'];

/** Words that are no plain text. A nil report says 无 or 零 and what there is none of. */
const WORDS: readonly string[] = [
  ...MISSING_WORDS,
  ...NOT_APPLICABLE_WORDS,
  ...NONE_WORDS,
  ...TOTAL_WORDS,
  ...['零', '无'].flatMap((none) => ['报告', '此项', '情况', '内容'].map((w) => none + w)),
].filter((w) => /^[A-Z\u4e00-\u9fa5]/.test(w));

/** A character that may be another one in a second form: `N／A` in full width is a word too. */
const UNUSUAL = String.raw`[^\x{0}-\x{7f}\x{4e00}-\x{9fa5}]`;
const GAP = String.raw`(?:\s|${UNUSUAL})*`;
/** A word with white space anywhere and a colon behind it. */
const wordPattern = (word: string): string =>
  [...word].map((c, i) => (i === 0 ? c : `(?:${c}|${UNUSUAL})`)).join(GAP) + `${GAP}:?${GAP}`;
/** What follows a total: `合计（12个）`. */
const REMARK = String.raw`(?:(?:\(|${UNUSUAL})(?s:.)*)?`;
const ANY_WORD = `(?i)${WORDS.map((w) => wordPattern(w) + (TOTAL_WORDS.includes(w) ? REMARK : '')).join('|')}`;
/** `甲县小计` */
const NAMED_TOTAL = String.raw`(?s:.*)计(?:\s|:)*${REMARK}`;
/** What names a row is no number of a column, no part of another row (其中) and no note below the table either. */
const NO_NAME = `${ANY_WORD}|.|(?s:[附续注其].*)|(?s:(?:${NOTE_STARTS.join('|')}|[第共].*页|[一二三四五六七八九十]+、).*)`;

/** Characters a text begins with, as ranges of the engine's order, which is that of code points. */
const LETTERS: readonly (readonly [from: string, before: string])[] = [
  ['\u4e00', '\u9fa6'],
  ['A', '['],
  ['a', '{'],
];
const DIGITS = ['0', ':'] as const;

/**
 * The conditions of a plain text: it begins with a Han character, a letter or (unless it names the row) a digit, has
 * no white space behind it, and is none of the words that mean something else. Comparing is cheap and patterns are
 * dear, so what can be compared is; most texts leave the pattern of words at their first character.
 */
export function plainText(cell: Sql, names: boolean): Sql[] {
  const begins = [...LETTERS, ...(names ? [] : [DIGITS])].map(
    ([from, before]) => sql`(${cell} >= ${from} AND ${cell} < ${before})`,
  );
  return [
    any(begins),
    ...BLANKS.map((blank) => sql`NOT ${dialect.endsWith(cell, blank)}`),
    ...(names ? [':', '：'] : []).map((colon) => sql`NOT ${dialect.contains(cell, colon)}`),
    sql`NOT ${dialect.matches(cell, names ? NO_NAME : ANY_WORD)}`,
    sql`NOT (${dialect.contains(cell, '计')} AND ${dialect.matches(cell, NAMED_TOTAL)})`,
  ];
}
