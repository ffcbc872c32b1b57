/** Text to records of cells. The only file that knows PapaParse, whose reading of damaged quotes is the best known. */
import Papa from 'papaparse';
import type { Dialect } from '../model/table';

/** A cell longer than this is not a cell but a quote that was opened by mistake. */
const LONGEST_CELL = 64 * 1024;

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly unknown[];
  readonly meta: { readonly cursor: number };
}

/**
 * Cuts text into records, piece by piece. A record whose quote is still open at the end of a piece is kept for the
 * next. All line ends become LF, inside cells too. A quote that never closes costs its own line its quotes, no more.
 */
export class Tokeniser {
  readonly #parser: Papa.Parser;
  readonly #delimiter: string;
  #carry = '';
  /** Places where quotes were not as they should be. */
  faults = 0;

  constructor({ delimiter, quote }: Pick<Dialect, 'delimiter' | 'quote'>) {
    this.#delimiter = delimiter;
    const quoting = quote === '' ? { fastMode: true } : { quoteChar: quote };
    this.#parser = new Papa.Parser({ delimiter, newline: '\n', ...quoting });
  }

  /** Whether the next piece starts a record. */
  get aligned(): boolean {
    return this.#carry === '';
  }

  /** The records that end in this piece. @param last no more text will come. */
  push(text: string, last: boolean): string[][] {
    let input = this.#carry + (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
    if (last && input !== '' && !input.endsWith('\n')) input += '\n';
    const records = this.#parse(input);
    while (this.#carry !== '' && (last || this.#carry.length > LONGEST_CELL)) {
      const end = this.#carry.indexOf('\n');
      if (end < 0) break; // a line without an end yet
      this.faults += 1;
      const rest = this.#carry.slice(end + 1);
      records.push(this.#carry.slice(0, end).split(this.#delimiter));
      for (const record of this.#parse(rest)) records.push(record);
    }
    return records;
  }

  #parse(input: string): string[][] {
    // `true`: what follows the last complete record is left for later.
    const { data, errors, meta } = this.#parser.parse(input, 0, true) as Parsed;
    this.faults += errors.length;
    this.#carry = input.slice(data.length > 0 ? meta.cursor : 0);
    return data;
  }
}

/** All records of a text. */
export function tokenise(text: string, dialect: Pick<Dialect, 'delimiter' | 'quote'>): { records: string[][]; faults: number } {
  const tokeniser = new Tokeniser(dialect);
  const records = tokeniser.push(text, true);
  return { records, faults: tokeniser.faults };
}
