/**
 * Text to records of cells, in every dialect there is. A quote counts only where it opens a cell and closes one; any
 * other is an ordinary character, so that a stray or unclosed quote costs its own line and never the lines after it.
 */
import type { Dialect } from '../model/table';

/** A quoted cell longer than this is not a cell but a quote that was opened by mistake. */
const LONGEST_CELL = 64 * 1024;

export type CellSyntax = Pick<Dialect, 'delimiter' | 'quote' | 'escape'>;

/** A cell and where the text after it goes on; `null`: its end is still to come. */
interface Cut {
  readonly cell: string;
  readonly end: number;
}

/**
 * Cuts text into records, piece by piece. A record whose quote is still open at the end of a piece is kept for the
 * next. All line ends become LF, inside cells too.
 */
export class Tokeniser {
  readonly #delimiter: string;
  readonly #quote: string;
  readonly #backslash: boolean;
  /** Any run of spaces is one delimiter, and none stands at a line's ends. */
  readonly #runs: boolean;
  #carry = '';
  #width = 0;
  /** Records in which quotes were not as they should be: by their place among all records pushed so far, from 0. */
  readonly suspicious: number[] = [];
  /** Cells that open with a quote and are not quoted. */
  faults = 0;
  #count = 0;

  constructor({ delimiter, quote, escape }: CellSyntax) {
    this.#delimiter = delimiter;
    this.#quote = quote;
    this.#backslash = escape === '\\';
    this.#runs = delimiter === ' ';
  }

  /** Whether the next piece starts a record. */
  get aligned(): boolean {
    return this.#carry === '';
  }

  /** The records that end in this piece. @param last no more text will come. */
  push(text: string, last: boolean): string[][] {
    let input = this.#carry + (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
    if (last && input !== '' && !input.endsWith('\n')) input += '\n';
    const records: string[][] = [];
    let at = 0;
    let quoteAt = -2;
    while (at < input.length) {
      const lineEnd = input.indexOf('\n', at);
      if (lineEnd < 0) break;
      if (this.#quote !== '' && quoteAt < at && quoteAt !== -1) quoteAt = input.indexOf(this.#quote, at);
      let record: string[];
      let next = lineEnd + 1;
      if (quoteAt < 0 || quoteAt > lineEnd) record = this.#split(input.slice(at, lineEnd));
      else {
        const found = this.#record(input, at, last);
        if (found === null) break;
        ({ record, next } = found);
      }
      records.push(record);
      this.#width = record.length;
      this.#count += 1;
      at = next;
    }
    this.#carry = input.slice(at);
    return records;
  }

  #split(line: string): string[] {
    return this.#runs ? line.replace(/^ +| +$/g, '').split(/ +/) : line.split(this.#delimiter);
  }

  /**
   * The record that starts at `at`, cell by cell. @param closed a quote that has not closed by the end of the input
   * never will. @returns null when its end is still to come.
   */
  #record(input: string, at: number, closed: boolean): { record: string[]; next: number } | null {
    const record: string[] = [];
    const step = this.#runs ? 1 : this.#delimiter.length;
    let p = this.#runs ? this.#skip(input, at) : at;
    let odd = false;
    for (;;) {
      let cut: Cut;
      const quoted = input[p] === this.#quote ? this.#quoted(input, p, closed) : 'none';
      if (quoted === 'open') return null;
      if (quoted === 'none') {
        const literal = this.#literal(input, p);
        if (input[p] === this.#quote) this.faults += 1;
        if (!odd && literal.cell.includes(this.#quote)) odd = literal.cell.split(this.#quote).length % 2 === 0;
        cut = literal;
      } else cut = quoted;
      record.push(cut.cell);
      p = cut.end;
      if (input[p] === '\n') break;
      p = this.#runs ? this.#skip(input, p) : p + step;
      if (this.#runs && input[p] === '\n') break;
    }
    if (odd || this.#mayBeMany(input, at, p, record.length)) this.suspicious.push(this.#count);
    return { record, next: p + 1 };
  }

  /** The quoted cell at `p`; `none` when the quote there is an ordinary character, `open` when that can't be told yet. */
  #quoted(input: string, p: number, closed: boolean): Cut | 'none' | 'open' {
    const quote = this.#quote;
    let from = p + 1;
    for (;;) {
      const q = input.indexOf(quote, from);
      if (q < 0 ? input.length - p > LONGEST_CELL : q - p > LONGEST_CELL) return 'none';
      if (q < 0 || q + 1 >= input.length) return closed ? 'none' : 'open';
      if (this.#backslash) {
        let slashes = 0;
        while (input[q - 1 - slashes] === '\\' && q - 1 - slashes > p) slashes += 1;
        if (slashes % 2 === 1) {
          from = q + 1;
          continue;
        }
      } else if (input[q + 1] === quote) {
        from = q + 2;
        continue;
      }
      const end = this.#runs || this.#delimiter === '\t' ? q + 1 : this.#skip(input, q + 1);
      const ends = input[end] === '\n' || input.startsWith(this.#delimiter, end) || input.startsWith(this.#delimiter, q + 1);
      if (!ends) return end >= input.length && !closed ? 'open' : 'none';
      const body = input.slice(p + 1, q);
      const cell = this.#backslash ? body.replace(/\\([\\"'])/g, '$1') : body.replaceAll(quote + quote, quote);
      return { cell, end: input.startsWith(this.#delimiter, q + 1) ? q + 1 : end };
    }
  }

  #literal(input: string, p: number): Cut {
    const lineEnd = input.indexOf('\n', p);
    const at = input.indexOf(this.#delimiter, p);
    const end = at < 0 || at > lineEnd ? lineEnd : at;
    return { cell: input.slice(p, end), end };
  }

  /** The first place from `p` on that is no space. */
  #skip(input: string, p: number): number {
    let end = p;
    while (input[end] === ' ') end += 1;
    return end;
  }

  /** Whether one record of several lines may as well be several records, each as wide as the one before. */
  #mayBeMany(input: string, at: number, end: number, width: number): boolean {
    if (width < 2 || width !== this.#width || input.indexOf('\n', at) >= end) return false;
    return input
      .slice(at, end)
      .split('\n')
      .every((line) => this.#split(line).length === width);
  }
}

/** All records of a text. */
export function tokenise(text: string, dialect: CellSyntax): { records: string[][]; faults: number } {
  const tokeniser = new Tokeniser(dialect);
  const records = tokeniser.push(text, true);
  return { records, faults: tokeniser.faults };
}
