/** What could be written at the caret: columns of the tables the text names, tables, words of SQL. Pure. */
import type { Text } from '../model/text';
import { CONSOLE_TABLES, type ConsoleTable } from './console-tables';
import { tokensOf } from './console-tokens';

export interface Completion {
  readonly kind: 'column' | 'table' | 'keyword';
  readonly insert: string;
  /** Of a table or column; null for a word of SQL. */
  readonly meaning: Text | null;
}

export interface Completions {
  /** What an option takes the place of. */
  readonly from: number;
  readonly to: number;
  readonly options: readonly Completion[];
}

const MOST = 8;
// prettier-ignore
const KEYWORDS = [
  'SELECT', 'FROM', 'WHERE', 'GROUP BY', 'ORDER BY', 'HAVING', 'LIMIT', 'JOIN', 'LEFT JOIN', 'ON', 'USING', 'AS', 'AND', 'OR', 'NOT', 'IN', 'LIKE',
  'BETWEEN', 'IS NULL', 'IS NOT NULL', 'CASE', 'WHEN', 'THEN', 'ELSE', 'END', 'DISTINCT', 'DESC', 'ASC', 'WITH', 'UNION ALL', 'OVER', 'PARTITION BY',
  'DESCRIBE', 'SUMMARIZE', 'count(*)', 'sum(', 'avg(', 'min(', 'max(', 'median(', 'round(', 'coalesce(', 'rank()', 'row_number()', 'lag(',
];
/** Names that the engine would read as words of SQL. */
const RESERVED =
  /^(all|analyse|analyze|and|any|as|asc|both|case|cast|check|column|create|default|desc|describe|distinct|do|else|end|except|false|fetch|for|foreign|from|group|having|in|intersect|into|limit|not|null|offset|on|only|or|order|pivot|placing|primary|qualify|references|select|show|some|summarize|table|then|to|trailing|true|union|unique|unpivot|using|when|where|window|with)$/i;

/** A name as it must be written. */
export const writtenName = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !RESERVED.test(name) ? name : `"${name.replaceAll('"', '""')}"`;

/** @param caret in characters. @param language whose names come first; those of the other are offered once begun. */
export function completionsAt(text: string, caret: number, language: keyof Text): Completions {
  const within = tokensOf(text).find(
    (t) => t.from < caret && (t.to > caret || (t.to === caret && (t.open || t.value.startsWith('--')))),
  );
  const inside = within && (within.kind === 'comment' || within.kind === 'text' || within.kind === 'name');
  const begun = /[\p{L}\p{N}_]*$/u.exec(text.slice(0, caret))?.[0] ?? '';
  const place = { from: caret - begun.length, to: caret };
  if (inside) return { ...place, options: [] };
  const all = [...columns(text, language), ...tables(language), ...words()];
  const key = begun.toLowerCase();
  const graded = all
    .filter((c) => c.insert.toLowerCase() !== key)
    .map((c) => ({ c, at: c.insert.toLowerCase().replace('"', '').indexOf(key) }))
    .filter(({ c, at }) => at === 0 || (at > 0 && c.kind !== 'keyword'));
  const sorted = graded.sort((a, b) => Number(a.at > 0) - Number(b.at > 0)).map(({ c }) => c);
  const once = sorted.filter((c, i) => sorted.findIndex((o) => o.insert === c.insert) === i);
  return { ...place, options: once.slice(0, MOST) };
}

/** The tables that a text names. */
export function tablesIn(text: string): ConsoleTable[] {
  const said = new Set(tokensOf(text).map((t) => t.value.toLowerCase()));
  return CONSOLE_TABLES.filter((t) => said.has(t.name.zh) || said.has(t.name.en));
}

function columns(text: string, language: keyof Text): Completion[] {
  const said = new Set(tokensOf(text).map((t) => t.value.toLowerCase()));
  // Each table goes by one of its names, and its columns with it.
  return tablesIn(text).flatMap((t) => {
    const spoken = said.has(t.name[language]) ? language : language === 'zh' ? 'en' : 'zh';
    return t.columns.map((c): Completion => ({ kind: 'column', insert: writtenName(c.name[spoken]), meaning: c.meaning }));
  });
}

function tables(language: keyof Text): Completion[] {
  const other = language === 'zh' ? 'en' : 'zh';
  return [language, other].flatMap((of) =>
    CONSOLE_TABLES.map((t): Completion => ({ kind: 'table', insert: writtenName(t.name[of as keyof Text]), meaning: t.meaning })),
  );
}

const words = (): Completion[] => KEYWORDS.map((insert) => ({ kind: 'keyword', insert, meaning: null }));
