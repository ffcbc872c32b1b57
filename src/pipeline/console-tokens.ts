/** The console's text as tokens, cut where DuckDB's own lexer cuts; where the two could differ, this one cuts more often. */

export interface Token {
  /** word: a bare name or keyword; name: a quoted one; text: a string; mark: any one other character. */
  readonly kind: 'word' | 'name' | 'text' | 'number' | 'mark' | 'comment';
  /** Without quotes, doubled quotes made single. */
  readonly value: string;
  readonly from: number;
  readonly to: number;
  /** A string whose backslashes mean other characters (`E'…'`). */
  readonly escaped?: true;
  /** Its closing quote or mark is missing. */
  readonly open?: true;
}

/** All that the engine takes for white space, and more. */
const SPACE = /[\s\u00a0\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/;
const FIRST = /[A-Za-z_\u0080-\uffff]/;
const LATER = /[\w$\u0080-\uffff]/;

/** The tokens of a text, without white space. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const c = text[at] ?? '';
    if (SPACE.test(c)) {
      at += 1;
      continue;
    }
    const token = next(text, at, c);
    tokens.push(token);
    at = token.to;
  }
  return tokens;
}

/** Those that mean something to the engine. */
export const spoken = (tokens: readonly Token[]): Token[] => tokens.filter((t) => t.kind !== 'comment');

function next(text: string, at: number, c: string): Token {
  if (c === "'") return quoted(text, at, at, "'", 'text');
  if (c === '"') return quoted(text, at, at, '"', 'name');
  if (text.startsWith('--', at)) return lineComment(text, at);
  if (text.startsWith('/*', at)) return blockComment(text, at);
  if (c === '$') return dollars(text, at);
  if (/\d/.test(c)) return run(text, at, /\d/, 'number');
  if (!FIRST.test(c)) return { kind: 'mark', value: c, from: at, to: at + 1 };
  if (/[eE]/.test(c) && text[at + 1] === "'") return quoted(text, at, at + 1, "'", 'text', true);
  return run(text, at, LATER, 'word');
}

function run(text: string, from: number, of: RegExp, kind: 'word' | 'number'): Token {
  let to = from + 1;
  while (to < text.length && of.test(text[to] ?? '') && !SPACE.test(text[to] ?? '')) to += 1;
  return { kind, value: text.slice(from, to), from, to };
}

function quoted(text: string, from: number, start: number, quote: string, kind: 'text' | 'name', escaped = false): Token {
  let value = '';
  for (let i = start + 1; i < text.length; i++) {
    const c = text[i] ?? '';
    if (escaped && c === '\\') {
      value += c + (text[i + 1] ?? '');
      i += 1;
    } else if (c !== quote) value += c;
    else if (text[i + 1] === quote) {
      value += c;
      i += 1;
    } else return { kind, value, from, to: i + 1, ...(escaped && { escaped }) };
  }
  return { kind, value, from, to: text.length, open: true, ...(escaped && { escaped }) };
}

/** `$$…$$` and `$tag$…$tag$` are strings; any other dollar is a mark. */
function dollars(text: string, from: number): Token {
  const tag = /^\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/.exec(text.slice(from, from + 64))?.[0];
  if (tag === undefined) return { kind: 'mark', value: '$', from, to: from + 1 };
  const end = text.indexOf(tag, from + tag.length);
  const value = text.slice(from + tag.length, end < 0 ? text.length : end);
  if (end < 0) return { kind: 'text', value, from, to: text.length, open: true };
  return { kind: 'text', value, from, to: end + tag.length };
}

function lineComment(text: string, from: number): Token {
  const length = text.slice(from).search(/[\n\r]/);
  const to = length < 0 ? text.length : from + length;
  return { kind: 'comment', value: text.slice(from, to), from, to };
}

/** Comments within comments count. */
function blockComment(text: string, from: number): Token {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    if (text.startsWith('/*', i)) depth += 1;
    else if (text.startsWith('*/', i)) depth -= 1;
    else continue;
    i += 1;
    if (depth === 0) return { kind: 'comment', value: text.slice(from, i + 1), from, to: i + 1 };
  }
  return { kind: 'comment', value: text.slice(from), from, to: text.length, open: true };
}
