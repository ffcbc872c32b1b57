/**
 * The scanner: takes a text's bytes piece by piece and tells record by record where its cells end. It stops at the
 * first thing that is not regular.
 */
import { COLON, hintOf, mayBeNumber, PERSON, wideHint } from './hints';
import type { RowIndex } from './records';
import { secrecyMark } from './secrecy';

export interface Scan {
  /** Whether the engine may read the file itself. */
  readonly clean: boolean;
  /** Records in the file, the header included; as far as read where not clean. */
  readonly records: number;
  readonly index: RowIndex;
  readonly newline: LineEnd;
  /** What the engine reads instead: in UTF-8, blank records in the place of misfits. Absent where that is the file itself. */
  readonly copy?: Blob;
  /** Why it is not clean. */
  readonly because?: Irregularity;
}

export type LineEnd = 'lf' | 'crlf' | 'none';

/** `odd`: too many rows are to be read with care. */
export type Irregularity =
  'reading' | 'encoding' | 'ragged' | 'oneColumn' | 'quote' | 'lineEnds' | 'control' | 'longRecord' | 'secrecy' | 'odd';

/** What is told of every record. */
export interface RecordSink {
  /**
   * @param row its 1-based number in the file. @param ends where its cells end in `bytes`; the first begins at `from`.
   * @param hints of its characters. @returns what speaks against going on.
   */
  take(bytes: Uint8Array, row: number, from: number, ends: Int32Array, hints: number): Irregularity | undefined;
  /** Is told of a misfit, a record of another width or with a quote inside a cell, between two places; absent: there may be none. */
  misfit?(bytes: Uint8Array, row: number, from: number, to: number): Irregularity | undefined;
  /** Columns in which long numbers are no persons'. */
  readonly codes: ReadonlySet<number>;
}

export const NO_SINK: RecordSink = { take: () => undefined, codes: new Set() };

/** A misfit by its places, and what stands for it so that records keep their numbers. */
export interface Misfit {
  readonly from: number;
  readonly to: number;
  readonly blank: string;
}

const INDEX_EVERY = 4096;
/** The engine's own limit is twice this. */
const LONGEST_RECORD = 1 << 20;
const MOST_COLUMNS = 4096;
/** More of them are no few damages but another table. */
const MOST_MISFITS = 50_000;
/** Bytes kept before a piece, for a mark across the cut: its characters, the gaps between them, a bracket. */
export const TAIL = 48;

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
// What a byte may be. Constants of their own, since the loop below is as fast as these are known.
const ORDINARY = 0;
const CJK = 1;
const DELIMITER = 2;
const QUOTES = 3;
const NEWLINE = 4;
const RETURN = 5;
const HIGH = 6;
const COLONS = 7;
const REFUSED = 8;

function classes(delimiter: number): Uint8Array {
  const table = new Uint8Array(256).fill(HIGH, 0x80);
  // Leads of three bytes under which any two that follow are valid, which is nearly all Chinese; E2 leads ★.
  table.fill(CJK, 0xe3, 0xea);
  table[0] = REFUSED;
  table[0x3a] = COLONS;
  table[QUOTE] = QUOTES;
  table[LF] = NEWLINE;
  table[CR] = RETURN;
  table[delimiter] = DELIMITER;
  return table;
}

/** What is known between pieces of bytes; a piece always begins with a record. */
export class Scanner {
  readonly #class: Uint8Array;
  readonly #sink: RecordSink;
  readonly #index: [number, number][] = [];
  #ends = new Int32Array(MOST_COLUMNS);
  #records = 0;
  /** Cells of every record, by the first. */
  #width = 0;
  #newline: LineEnd = 'none';
  #misfits: Misfit[] = [];
  #mistaken = 0;
  because: Irregularity | undefined;

  readonly #delimiter: string;

  constructor(delimiter: number, sink: RecordSink = NO_SINK) {
    this.#class = classes(delimiter);
    this.#delimiter = String.fromCharCode(delimiter);
    this.#sink = sink;
  }

  result(): Scan {
    const { because } = this;
    const clean = because === undefined && this.#records > 0;
    const found = { clean, records: this.#records, index: this.#index, newline: this.#newline };
    return because === undefined ? found : { ...found, because };
  }

  /** The misfits among the records taken last. */
  misfits(): readonly Misfit[] {
    return this.#misfits.splice(0);
  }

  /**
   * Takes the records that end in these bytes. @param at where the first begins; what stands before it was taken already.
   * @param base offset of the bytes in the file. @param last nothing follows.
   * @returns where the record begins whose end is still to come.
   */
  take(bytes: Uint8Array, at: number, base: number, last: boolean): number {
    const table = this.#class;
    const { codes } = this.#sink;
    const n = bytes.length;
    let i = at;
    if (base + at === 0) {
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) i = 3;
      this.#index[0] = [1, i];
    }
    let ends = this.#ends;
    let record = i;
    let cell = i;
    let cells = 0;
    let hints = 0;
    let quoted = false;
    let quotes = false;
    let stray = false;
    let fault: Irregularity | undefined;

    scanning: while (i < n) {
      const byte = bytes[i] as number;
      const kind = table[byte];
      if (kind === ORDINARY) {
        const from = i;
        do i += 1;
        while (i < n && table[bytes[i] as number] === ORDINARY);
        if (i - from > 10 && mayBeNumber(bytes, from, i) && !codes.has(cells)) hints |= PERSON;
      } else if (kind === CJK && follow(bytes, i, n)) {
        do {
          hints |= hintOf(bytes, i);
          i += 3;
        } while (i < n && table[bytes[i] as number] === CJK && follow(bytes, i, n));
      } else if (kind === HIGH || kind === CJK) {
        const length = sequenceLength(bytes, i, n);
        if (length === 0 && !last) break;
        if (length <= 0) {
          fault = 'encoding';
          break;
        }
        const [second, third] = [bytes[i + 1] as number, bytes[i + 2] as number];
        if (byte === 0xe2 && isStar(second, third) && marks(bytes, i)) {
          fault = 'secrecy';
          break;
        }
        if (byte === 0xef) {
          // A byte order mark in the middle (files put one after another) is lost by some decoders and kept by others.
          if (second === 0xbb && third === 0xbf) {
            fault = 'control';
            break;
          }
          // U+FFFD stands where some program before could not decode.
          if (second === 0xbf && third === 0xbd) {
            fault = 'encoding';
            break;
          }
          hints |= wideHint(second, third);
        }
        i += length;
      } else if (kind === COLONS) {
        hints |= COLON;
        i += 1;
        // A label's cell ends here, white space and quotes aside.
        const next = bytes[i] ?? LF;
        if (next <= QUOTE || next >= 0x80 || table[next] === DELIMITER) hints |= PERSON;
      } else if (kind === REFUSED) {
        fault = 'control';
        break;
      } else if (kind === QUOTES) {
        if (!quoted) {
          if (i !== cell) {
            stray = true;
            i += 1;
            continue;
          }
          quoted = quotes = true;
          i += 1;
          continue;
        }
        if (i + 1 >= n) {
          if (!last) break;
          quoted = false;
          i += 1;
          continue;
        }
        switch (table[bytes[i + 1] as number]) {
          case QUOTES:
            i += 2;
            break;
          case DELIMITER:
          case NEWLINE:
          case RETURN:
            quoted = false;
            i += 1;
            break;
          default:
            fault = 'quote';
            break scanning;
        }
      } else if (quoted) {
        if (kind === RETURN) {
          fault = 'lineEnds';
          break;
        }
        i += 1;
      } else if (kind === DELIMITER) {
        // What is beyond the width of an array is not kept.
        ends[cells++] = i;
        i += 1;
        cell = i;
      } else {
        let form: LineEnd = 'lf';
        ends[cells++] = i;
        if (kind === RETURN) {
          if (i + 1 >= n && !last) break;
          if (bytes[i + 1] !== LF) {
            fault = 'lineEnds';
            break;
          }
          form = 'crlf';
          i += 1;
        }
        i += 1;
        fault = this.#record(bytes, record, i, cells, base + i, form, hints, quotes, stray);
        if (fault) break;
        ends = this.#ends;
        record = cell = i;
        cells = hints = 0;
        quotes = stray = false;
      }
    }
    if (!fault && i - record > LONGEST_RECORD) fault = 'longRecord';
    if (!fault && last && quoted) fault = 'quote';
    if (!fault && last && i > record) {
      ends[cells++] = i;
      fault = this.#record(bytes, record, i, cells, base + i, this.#newline, hints, quotes, stray);
      record = i;
    }
    this.because = fault;
    return record;
  }

  /** Ends a record, before the byte `next` of the file. @param quotes whether a cell of it is quoted. @param stray whether one has a quote inside. */
  #record(
    bytes: Uint8Array,
    from: number,
    to: number,
    cells: number,
    next: number,
    newline: LineEnd,
    hints: number,
    quotes: boolean,
    stray: boolean,
  ): Irregularity | undefined {
    if (this.#records === 0) {
      if (cells > MOST_COLUMNS) return 'longRecord';
      this.#width = cells;
      this.#newline = newline;
      this.#ends = this.#ends.slice(0, cells);
      if (cells === 1) return 'oneColumn';
    }
    if (newline !== this.#newline) return 'lineEnds';
    if (to - from > LONGEST_RECORD) return 'longRecord';
    const fits = cells === this.#width && !stray;
    // A quote inside a cell is a character like any other, unless another cell of the record is quoted.
    if (!fits && (quotes || !this.#sink.misfit || ++this.#mistaken > MOST_MISFITS)) return stray ? 'quote' : 'ragged';
    this.#records += 1;
    if (this.#records % INDEX_EVERY === 0) this.#index.push([this.#records + 1, next]);
    if (fits) return this.#sink.take(bytes, this.#records, from, this.#ends, hints);
    const end = this.#newline === 'crlf' ? '\r\n' : '\n';
    this.#misfits.push({ from, to, blank: this.#delimiter.repeat(this.#width - 1) + end });
    const ended = bytes[to - 1] === LF ? to - (newline === 'crlf' ? 2 : 1) : to;
    return this.#sink.misfit?.(bytes, this.#records, from, ended);
  }
}

/** Whether the ★ at `i` belongs to a secrecy mark. Stars of ratings are many, so the byte before decides first. */
function marks(bytes: Uint8Array, i: number): boolean {
  if (i > 1 && isStar(bytes[i - 2] as number, bytes[i - 1] as number)) return false;
  return secrecyMark(new TextDecoder().decode(bytes.subarray(Math.max(0, i - TAIL), i + 3))) !== null;
}

/** Whether the bytes after E2 make one of ★ ☆ ⭐ ✩ ✭. */
function isStar(second: number, third: number): boolean {
  if (second === 0x98) return third === 0x85 || third === 0x86;
  return second === 0x9c ? third === 0xa9 || third === 0xad : second === 0xad && third === 0x90;
}

/** Whether two continuation bytes follow. */
function follow(bytes: Uint8Array, i: number, n: number): boolean {
  return i + 2 < n && ((bytes[i + 1] as number) & 0xc0) === 0x80 && ((bytes[i + 2] as number) & 0xc0) === 0x80;
}

/** Length of the valid UTF-8 sequence at `i`; 0 when its end is still to come; -1 when it is not UTF-8 (Unicode table 3-7). */
function sequenceLength(bytes: Uint8Array, i: number, n: number): number {
  const lead = bytes[i] as number;
  const length = lead < 0xc2 ? -1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : -1;
  if (length < 0) return -1;
  if (i + length > n) return 0;
  const second = bytes[i + 1] as number;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return -1;
  if (length > 2 && ((bytes[i + 2] as number) & 0xc0) !== 0x80) return -1;
  if (length > 3 && ((bytes[i + 3] as number) & 0xc0) !== 0x80) return -1;
  return length;
}
