/**
 * The byte scan: proves that a UTF-8 file is regular, so that the engine may read it itself. Regular: valid UTF-8,
 * every record of one width, quotes only around whole cells (RFC 4180), one kind of line end, no NUL, no secrecy
 * mark. The scan stops at the first thing that is not so: the careful path takes over and says what it is.
 */
import { isSheet, type Reading } from '../model/table';
import type { RowIndex } from './records';
import { secrecyMark } from './secrecy';

export interface ScanResult {
  /** Whether the engine may read the file itself. */
  readonly clean: boolean;
  /** Records in the file, the header included; as far as read where not clean. */
  readonly records: number;
  readonly index: RowIndex;
  readonly newline: 'lf' | 'crlf' | 'none';
  /** Why it is not clean. */
  readonly because?: Irregularity;
}

export type Irregularity =
  'reading' | 'encoding' | 'ragged' | 'oneColumn' | 'quote' | 'lineEnds' | 'control' | 'longRecord' | 'secrecy';

/**
 * What a reading must be for the engine to read the file itself: a header in the first record, the whole file, every
 * word meant as the rule has it, and no combining of columns.
 */
export function mayBeClean({ dialect, area, transposed, header, columns, words }: Reading): boolean {
  if (isSheet(dialect) || dialect.escape || area || transposed || words) return false;
  const { encoding, delimiter, quote } = dialect;
  const taken = columns.flatMap((c) => (c.column === null ? [] : [c.column]));
  return (
    encoding === 'utf-8' &&
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
const INDEX_EVERY = 4096;
/** The engine's own limit is twice this. */
const LONGEST_RECORD = 1 << 20;
/** Bytes kept from the piece before, for a mark across the cut: its characters, the gaps between them, a bracket. */
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
const REFUSED = 7;

function classes(delimiter: number): Uint8Array {
  const table = new Uint8Array(256).fill(HIGH, 0x80);
  // Leads of three bytes under which any two that follow are valid, which is nearly all Chinese; E2 leads ★.
  table.fill(CJK, 0xe3, 0xea);
  table[0] = REFUSED;
  table[QUOTE] = QUOTES;
  table[LF] = NEWLINE;
  table[CR] = RETURN;
  table[delimiter] = DELIMITER;
  return table;
}

/**
 * Scans a file. Rejects only with AbortError.
 * @param onProgress bytes done so far. @param reading how the file is to be read; without it a comma and a header in
 * the first record are taken for granted, and whoever calls has asked `mayBeClean`.
 */
export async function scan(
  blob: Blob,
  onProgress?: (bytes: number) => void,
  signal?: AbortSignal,
  reading?: Reading,
): Promise<ScanResult> {
  if (reading && !mayBeClean(reading)) return { clean: false, records: 0, index: [], newline: 'none', because: 'reading' };
  const scanner = new Scanner((reading && !isSheet(reading.dialect) ? reading.dialect.delimiter : ',').charCodeAt(0));
  let offset = 0;
  while (offset < blob.size && !scanner.because) {
    signal?.throwIfAborted();
    const bytes = new Uint8Array(await blob.slice(offset, offset + PIECE_BYTES).arrayBuffer());
    offset += scanner.take(bytes, offset, offset + bytes.length >= blob.size);
    onProgress?.(offset);
  }
  return scanner.result();
}

/** The state between pieces of bytes. */
export class Scanner {
  readonly #class: Uint8Array;
  readonly #index: [number, number][] = [];
  #records = 0;
  /** Delimiters of every record, by the first. */
  #width = -1;
  #delimiters = 0;
  #quoted = false;
  #newline: ScanResult['newline'] = 'none';
  /** Absolute offsets of the current record's and cell's first byte. */
  #recordAt = 0;
  #cellAt = 0;
  #tail = new Uint8Array(0);
  because: Irregularity | undefined;

  constructor(delimiter: number) {
    this.#class = classes(delimiter);
  }

  result(): ScanResult {
    const { because } = this;
    const clean = because === undefined && this.#records > 0;
    const found = { clean, records: this.#records, index: this.#index, newline: this.#newline };
    return because === undefined ? found : { ...found, because };
  }

  /**
   * Takes the next bytes. @param base their offset in the file. @param last nothing follows.
   * @returns how many were used up: a sequence that needs bytes still to come is left for the next call.
   */
  take(bytes: Uint8Array, base: number, last: boolean): number {
    const table = this.#class;
    const n = bytes.length;
    let i = 0;
    if (base === 0) {
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) i = 3;
      this.#recordAt = this.#cellAt = i;
      this.#index.push([1, i]);
    }
    let delimiters = this.#delimiters;
    let cell = this.#cellAt - base;
    let quoted = this.#quoted;
    let fault: Irregularity | undefined;

    scanning: while (i < n) {
      const byte = bytes[i] as number;
      const kind = table[byte];
      if (kind === ORDINARY) {
        do i += 1;
        while (i < n && table[bytes[i] as number] === ORDINARY);
      } else if (kind === CJK && follow(bytes, i, n)) {
        do i += 3;
        while (i < n && table[bytes[i] as number] === CJK && follow(bytes, i, n));
      } else if (kind === HIGH || kind === CJK) {
        const length = sequenceLength(bytes, i, n);
        if (length === 0 && !last) break;
        if (length <= 0) {
          fault = 'encoding';
          break;
        }
        if (length === 3 && byte === 0xe2 && isStar(bytes[i + 1] as number, bytes[i + 2] as number) && this.#marks(bytes, i)) {
          fault = 'secrecy';
          break;
        }
        // A byte order mark in the middle (files put one after another) is lost by some decoders and kept by others.
        if (byte === 0xef && bytes[i + 1] === 0xbb && bytes[i + 2] === 0xbf) {
          fault = 'control';
          break;
        }
        // U+FFFD stands where some program before could not decode.
        if (byte === 0xef && bytes[i + 1] === 0xbf && bytes[i + 2] === 0xbd) {
          fault = 'encoding';
          break;
        }
        i += length;
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
        delimiters += 1;
        i += 1;
        cell = i;
      } else {
        let form: ScanResult['newline'] = 'lf';
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
        fault = this.#record(delimiters, base + i, form);
        if (fault) break;
        delimiters = 0;
        cell = i;
      }
    }
    if (!fault && base + i - this.#recordAt > LONGEST_RECORD) fault = 'longRecord';
    if (!fault && last && quoted) fault = 'quote';
    if (!fault && last && base + i > this.#recordAt) fault = this.#record(delimiters, base + i, this.#newline);

    this.because = fault;
    this.#delimiters = delimiters;
    this.#cellAt = cell + base;
    this.#quoted = quoted;
    // A short piece does not push out what came before it.
    this.#tail = i >= TAIL ? bytes.slice(i - TAIL, i) : new Uint8Array([...this.#tail, ...bytes.subarray(0, i)]).slice(-TAIL);
    return i;
  }

  /** Ends a record before the byte `next`. */
  #record(delimiters: number, next: number, newline: ScanResult['newline']): Irregularity | undefined {
    if (this.#width < 0) {
      this.#width = delimiters;
      this.#newline = newline;
      if (delimiters === 0) return 'oneColumn';
    }
    if (delimiters !== this.#width) return 'ragged';
    if (newline !== this.#newline) return 'lineEnds';
    if (next - this.#recordAt > LONGEST_RECORD) return 'longRecord';
    this.#recordAt = next;
    this.#records += 1;
    if (this.#records % INDEX_EVERY === 0) this.#index.push([this.#records + 1, next]);
    return undefined;
  }

  /** Whether the ★ at `i` belongs to a secrecy mark. Stars of ratings are many, so the byte before decides first. */
  #marks(bytes: Uint8Array, i: number): boolean {
    const [a = 0, b = 0] = i > 1 ? bytes.subarray(i - 2, i) : [...this.#tail, ...bytes.subarray(0, i)].slice(-2);
    if (isStar(a, b)) return false;
    const own = bytes.subarray(Math.max(0, i - TAIL), i + 3);
    const text = new Uint8Array([...(i < TAIL ? this.#tail : []), ...own]);
    return secrecyMark(new TextDecoder().decode(text)) !== null;
  }
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
