/**
 * What the console refuses before the engine is asked, with the place. Reading only is the engine's own affair
 * (`engine/duckdb/read-only.ts`); here a text is kept to the tables that are offered, and told in plain words why not.
 */
import { LEDGERS } from '../ledgers';
import { tableName } from '../model/ledger';
import { spoken, tokensOf, type Token } from './console-tokens';

export type FaultCode =
  /** Nothing but white space and comments. */
  | 'empty'
  /** A Chinese comma, bracket or quote where SQL has its own. */
  | 'fullWidth'
  | 'unclosed'
  | 'several'
  /** It begins with a word that no question begins with. */
  | 'notAQuestion'
  /** A table that is not offered. */
  | 'inner'
  /** A function that reads something else than the tables, or changes the engine. */
  | 'function'
  | 'escape'
  /** The engine's own sentence, in `word`. */
  | 'engine';

/** Why a text is not run. */
export interface Fault {
  readonly code: FaultCode;
  /** The word it is about, or the engine's sentence. */
  readonly word: string;
  /** The engine's sort of error (`Binder Error`), where it is one. */
  readonly sort?: string;
  /** Characters of the text; null: no place can be told. */
  readonly place: readonly [from: number, to: number] | null;
}

const BEGINS = new Set(
  'select with from values table describe desc show summarize pivot unpivot pivot_wider pivot_longer'.split(' '),
);
const FULL_WIDTH = /[，。；：（）“”‘’＝＜＞＋－＊／％！？、【】]/u;

/** The engine's tables that the offered ones are made of. */
const INNER: ReadonlySet<string> = new Set([
  ...LEDGERS.flatMap(({ id }) => [tableName(id), tableName(id).replace(/^t_/, 'v_')]),
  ...['in_force', 'periods', 'console_units', 'console_measures', 'console_scores', 'console_totals'],
]);

/** Functions that are no tables and yet do something beside, or speak of the engine and not of the tables. */
const REFUSED = new Set('write_log nextval currval current_setting getvariable parse_duckdb_log_message'.split(' '));

const at = (t: Token): readonly [number, number] => [t.from, t.to];

/** @param tableFunctions the engine's functions that give tables (files, settings, other queries), in small letters. */
export function refusal(text: string, tableFunctions: ReadonlySet<string>): Fault | null {
  const tokens = spoken(tokensOf(text));
  const [first] = tokens;
  if (!first) return { code: 'empty', word: '', place: null };
  const open = tokensOf(text).find((t) => t.open);
  if (open) return { code: 'unclosed', word: text.slice(open.from, open.from + 20), place: at(open) };
  return misspelt(tokens) ?? several(tokens) ?? begins(tokens) ?? outOfBounds(tokens, tableFunctions);
}

/** A bare word may hold a full-width mark anywhere: to the engine it is a letter. */
function misspelt(tokens: readonly Token[]): Fault | null {
  for (const t of tokens) {
    const found = t.kind === 'word' || t.kind === 'mark' ? FULL_WIDTH.exec(t.value) : null;
    if (found) return { code: 'fullWidth', word: found[0], place: [t.from + found.index, t.from + found.index + 1] };
  }
  return null;
}

function several(tokens: readonly Token[]): Fault | null {
  const end = tokens.findIndex((t) => t.kind === 'mark' && t.value === ';');
  const after = end < 0 ? undefined : tokens.slice(end).find((t) => t.value !== ';' || t.kind !== 'mark');
  return after ? { code: 'several', word: after.value, place: at(after) } : null;
}

function begins(tokens: readonly Token[]): Fault | null {
  const first = tokens.find((t) => t.kind !== 'mark' || t.value !== '(');
  if (first?.kind !== 'word' || BEGINS.has(first.value.toLowerCase())) return null;
  return { code: 'notAQuestion', word: first.value, place: at(first) };
}

function outOfBounds(tokens: readonly Token[], tableFunctions: ReadonlySet<string>): Fault | null {
  const names = joined(tokens);
  for (const [i, t] of names.entries()) {
    const word = t.value.toLowerCase();
    if (t.escaped && word.includes('\\')) return { code: 'escape', word: t.value, place: at(t) };
    // A string may stand for a table's name too.
    if (t.kind !== 'mark' && INNER.has(word)) return { code: 'inner', word: t.value, place: at(t) };
    const called = (t.kind === 'word' || t.kind === 'name') && names[i + 1]?.value === '(' && names[i + 1]?.kind === 'mark';
    if (called && (tableFunctions.has(word) || REFUSED.has(word))) return { code: 'function', word: t.value, place: at(t) };
  }
  return null;
}

/** Strings one after the other are one to the engine. */
function joined(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (const t of tokens) {
    const before = out.at(-1);
    if (t.kind !== 'text' || before?.kind !== 'text') out.push(t);
    else out[out.length - 1] = { ...before, ...(t.escaped && { escaped: true }), value: before.value + t.value, to: t.to };
  }
  return out;
}
