/**
 * The byte scan: proves that a text is regular, so that the engine may read it itself (of another encoding than UTF-8
 * a copy, which is made on the way). Regular: every byte can be decoded,
 * every record of one width, quotes only around whole cells (RFC 4180), one kind of line end, no NUL, no secrecy
 * mark. The scan stops at the first thing that is not so: the careful path takes over and says what it is.
 */
import { isSheet, type Reading } from '../model/table';
import { decodeStrict, lineCut } from './decode';
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
  /** The file in UTF-8, for the engine to read, where it is in another encoding. */
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
  /** Columns in which long numbers are no persons'. */
  readonly codes: ReadonlySet<number>;
}

const NO_SINK: RecordSink = { take: () => undefined, codes: new Set() };

/**
 * What a reading must be for the engine to read the file itself: a header in the first record, the whole file, every
 * word meant as the rule has it, and no combining of columns.
 */
export function mayBeClean({ dialect, area, transposed, header, columns, words }: Reading): boolean {
  if (isSheet(dialect) || dialect.escape || area || transposed || words) return false;
  const { delimiter, quote } = dialect;
  const taken = columns.flatMap((c) => (c.column === null ? [] : [c.column]));
  return (
    delimiter.length === 1 &&
    delimiter !== ' ' &&
    delimiter.charCodeAt(0) < 0x80 &&
    quote === '"' &&
    header.first === 0 &&
    header.count === 1 &&
    columns.length > 1 &&
    new Set(taken).size === taken.length
  );
}

const PIECE_BYTES = 4 << 20;
/** Smaller where strings are made. */
const COPIED_BYTES = 1 << 20;
const encoder = new TextEncoder();
const INDEX_EVERY = 4096;
/** The engine's own limit is twice this. */
const LONGEST_RECORD = 1 << 20;
const MOST_COLUMNS = 4096;
/** Bytes kept before a piece, for a mark across the cut: its characters, the gaps between them, a bracket. */
const TAIL = 48;

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

export interface ScanOptions {
  /** Bytes done so far. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Scans a file. Rejects only with AbortError.
 * @param reading how the file is to be read; without it a comma and a header in the first record are taken for
 * granted. @param sink is told of every record.
 */
export async function scan(
  blob: Blob,
  reading?: Reading,
  { onProgress, signal }: ScanOptions = {},
  sink: RecordSink = NO_SINK,
): Promise<Scan> {
  if (reading && !mayBeClean(reading)) return { clean: false, records: 0, index: [], newline: 'none', because: 'reading' };
  const scanner = new Scanner(delimiterOf(reading), sink);
  let left = new Uint8Array(0);
  let start = 0;
  let base = 0;
  const copied: Blob[] = [];
  const index: [number, number][] = [];
  for await (const piece of pieces(blob, reading)) {
    signal?.throwIfAborted();
    if (piece.bytes === null) return { ...scanner.result(), clean: false, because: 'encoding' };
    const bytes = left.length === 0 ? piece.bytes : joined(left, piece.bytes);
    const done = scanner.take(bytes, start, base, piece.last);
    if (scanner.because) break;
    if (piece.copied) {
      copied.push(new Blob([piece.bytes]));
      if (index.length === 0) index.push([1, piece.from]);
      if (done === bytes.length && !piece.last) index.push([scanner.result().records + 1, piece.done]);
    }
    const kept = Math.max(0, done - TAIL);
    left = bytes.slice(kept);
    start = done - kept;
    base += kept;
    onProgress?.(piece.done);
  }
  const found = scanner.result();
  return copied.length > 0 && found.clean ? { ...found, index, copy: new Blob(copied) } : found;
}

interface Piece {
  /** UTF-8; null where the bytes could not be decoded. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  /** Whether they are not the source's own. */
  readonly copied: boolean;
  /** Where in the source the piece begins and ends. */
  readonly from: number;
  readonly done: number;
  readonly last: boolean;
}

/** A source in pieces of UTF-8, the next one read while one is looked at. Another encoding is cut at line ends. */
async function* pieces(blob: Blob, reading: Reading | undefined): AsyncGenerator<Piece, void, void> {
  const dialect = reading && !isSheet(reading.dialect) ? reading.dialect : null;
  const encoding = dialect?.encoding ?? 'utf-8';
  const copied = encoding !== 'utf-8';
  const size = copied ? COPIED_BYTES : PIECE_BYTES;
  const read = async (from: number) => new Uint8Array(await blob.slice(from, from + size).arrayBuffer());
  let from: number = copied && dialect ? dialect.bom : 0;
  let next = read(from);
  while (from < blob.size) {
    const bytes = await next;
    const last = from + bytes.length >= blob.size;
    // A line longer than a piece is no record that the engine would read.
    const done = from + (copied && !last ? lineCut(bytes, encoding) || bytes.length : bytes.length);
    if (!last) {
      next = read(done);
      next.catch(() => undefined); // told when it is waited for
    }
    const text = copied ? decodeStrict(bytes.subarray(0, done - from), encoding) : '';
    const utf8 = text === null ? null : copied ? encoder.encode(text) : bytes;
    yield { bytes: utf8, copied, from, done, last };
    from = done;
  }
}

const delimiterOf = (reading: Reading | undefined): number =>
  (reading && !isSheet(reading.dialect) ? reading.dialect.delimiter : ',').charCodeAt(0);

/** What ends the first record; 'none' where it is not within the first bytes. */
export async function firstLineEnd(blob: Blob, reading: Reading): Promise<LineEnd> {
  const scanner = new Scanner(delimiterOf(reading));
  scanner.take(new Uint8Array(await blob.slice(0, 1 << 16).arrayBuffer()), 0, 0, false);
  return scanner.result().newline;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
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
  because: Irregularity | undefined;

  constructor(delimiter: number, sink: RecordSink = NO_SINK) {
    this.#class = classes(delimiter);
    this.#sink = sink;
  }

  result(): Scan {
    const { because } = this;
    const clean = because === undefined && this.#records > 0;
    const found = { clean, records: this.#records, index: this.#index, newline: this.#newline };
    return because === undefined ? found : { ...found, because };
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
    const most = this.#width === 0 ? MOST_COLUMNS : this.#width;
    let ends = this.#ends;
    let record = i;
    let cell = i;
    let cells = 0;
    let hints = 0;
    let quoted = false;
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
            fault = 'quote';
            break;
          }
          quoted = true;
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
        ends[cells++] = i;
        // One more cell is to come.
        if (cells >= most) {
          fault = this.#width === 0 ? 'longRecord' : 'ragged';
          break;
        }
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
        fault = this.#record(bytes, record, cells, i - record, base + i, form, hints);
        if (fault) break;
        ends = this.#ends;
        record = cell = i;
        cells = hints = 0;
      }
    }
    if (!fault && i - record > LONGEST_RECORD) fault = 'longRecord';
    if (!fault && last && quoted) fault = 'quote';
    if (!fault && last && i > record) {
      ends[cells++] = i;
      fault = this.#record(bytes, record, cells, i - record, base + i, this.#newline, hints);
      record = i;
    }
    this.because = fault;
    return record;
  }

  /** Ends a record of so many bytes, before the byte `next` of the file. */
  #record(
    bytes: Uint8Array,
    from: number,
    cells: number,
    size: number,
    next: number,
    newline: LineEnd,
    hints: number,
  ): Irregularity | undefined {
    if (this.#records === 0) {
      this.#width = cells;
      this.#newline = newline;
      this.#ends = this.#ends.slice(0, cells);
      if (cells === 1) return 'oneColumn';
    }
    if (cells !== this.#width) return 'ragged';
    if (newline !== this.#newline) return 'lineEnds';
    if (size > LONGEST_RECORD) return 'longRecord';
    this.#records += 1;
    if (this.#records % INDEX_EVERY === 0) this.#index.push([this.#records + 1, next]);
    return this.#sink.take(bytes, this.#records, from, this.#ends, hints);
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
