/** Where in the text the engine's complaint points: it speaks of lines, of columns as wide as they print, and of words. */
import type { Engine } from '../engine/engine';
import { describeSql, withinSql } from '../engine/duckdb/read-only';
import { spoken, tokensOf, type Token } from './console-tokens';

type Place = readonly [from: number, to: number];

/** The engine's complaint: `Parser Error: syntax error at or near "x"`, without the lines that show its own statement. */
export interface Complaint {
  readonly sort: string;
  readonly sentence: string;
}

export function complaintOf(message: string): Complaint {
  const sentence = message.split(/\n\s*\n?LINE \d+: /)[0] ?? message;
  const sort = /^([A-Z][\w ]* Error): /.exec(sentence)?.[1] ?? '';
  return { sort, sentence: (sort === '' ? sentence : sentence.slice(sort.length + 2)).trim() };
}

/** More of one word than this is not tried one by one. */
const MOST_TRIED = 40;

/** Asks the engine where its complaint about a text lies; nothing of the text is run. */
export async function placeOf(engine: Engine, text: string, { sort, sentence }: Complaint): Promise<Place | null> {
  return sort === 'Parser Error' ? syntaxPlace(engine, text, sentence) : boundPlace(engine, text);
}

const messageOf = (engine: Engine, sql: string): Promise<string | null> =>
  engine.readOnly(sql).then(
    () => null,
    (e: unknown) => (e instanceof Error ? e.message : String(e)),
  );

/** A parser stops at the first word it can't use: the first of those it names at which the text, ended there, fails in the same way. */
async function syntaxPlace(engine: Engine, text: string, sentence: string): Promise<Place | null> {
  const tokens = spoken(tokensOf(text));
  const last = tokens.at(-1);
  if (sentence.includes('end of input') && last) return [last.from, last.to];
  const near = /at or near "(.*)"$/s.exec(sentence)?.[1];
  if (near === undefined) return null;
  const named = tokens.filter((t) => text.startsWith(near, t.from));
  if (named.length < 2) return named[0] ? at(named[0]) : null;
  for (const t of named.slice(0, MOST_TRIED)) {
    const message = await messageOf(engine, describeSql(text.slice(0, t.to)));
    if (message !== null && complaintOf(message).sentence === sentence) return at(t);
  }
  return null;
}

const at = (t: Token): Place => [t.from, t.to];

/** The text is known to be one question, so it may stand in the open, where the engine tells lines of it. */
async function boundPlace(engine: Engine, text: string): Promise<Place | null> {
  const message = await messageOf(engine, withinSql(text));
  const found = /\nLINE (\d+): (.*)\n( *)\^/.exec(message ?? '');
  if (!found) return null;
  const [, line = '1', shown = '', spaces = ''] = found;
  // The first line of the statement around it is its own.
  return charactersOf(text, Number(line) - 2, shown, spaces.length - `LINE ${line}: `.length);
}

/** The word at so many columns of a line as it is shown, cut at its ends by dots where it is long. */
export function charactersOf(text: string, line: number, shown: string, columns: number): Place | null {
  const lines = text.split('\n');
  const whole = lines[line];
  if (whole === undefined || columns < 0) return null;
  const cutBefore = shown.startsWith('...') && !whole.startsWith('...');
  const part = shown.slice(cutBefore ? 3 : 0).replace(/\.\.\.$/, '');
  const start = whole.indexOf(part);
  if (start < 0) return null;
  let width = cutBefore ? 3 : 0;
  let from = start;
  for (const c of part) {
    if (width >= columns) break;
    width += WIDE.test(c) ? 2 : 1;
    from += c.length;
  }
  const before = lines.slice(0, line).reduce((sum, l) => sum + l.length + 1, 0);
  const token = tokensOf(text).find((t) => t.from <= before + from && t.to > before + from);
  return token ? at(token) : null;
}

/** Printed as wide as two letters. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
