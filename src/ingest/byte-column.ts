/**
 * The rule of trivial cells, on bytes. Most cells are settled by a few bytes or by having been seen before; every other
 * is decoded and put to the rule itself, so that there is but one.
 */
import type { ColumnDef } from '../model/ledger';
import { daysIn } from '../model/period';
import type { ColumnMapping, Reading } from '../model/table';
import { ByteHash } from './byte-hash';
import { COLON, TOTAL } from './hints';
import { isFigure, isTrivial, mayBeWord } from './trivial';

const QUOTE = 0x22;
const MINUS = 0x2d;
const POINT = 0x2e;

const FIGURE = 0;
const DATE = 1;
const TEXT = 2;
const WORD = 3;

const POWERS = Array.from({ length: 10 }, (_, i) => 10 ** i);
/** Whole figures of up to three digits are most of all: their verdicts are made once. */
const SMALL = 1000;
/** More digits than a double holds. */
const EXACT_DIGITS = 15;

/** First characters, by code point, of texts that may be something else. */
const UNSETTLED = Uint8Array.from({ length: 0x10000 }, (_, code) => (mayBeWord(code, false) ? 1 : 0));
const UNSETTLED_NAMES = Uint8Array.from({ length: 0x10000 }, (_, code) => (mayBeWord(code, true) ? 1 : 0));

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export class ByteColumn {
  /** Its place in the file. */
  readonly index: number;
  readonly #column: ColumnDef;
  readonly #mapping: ColumnMapping;
  readonly #reading: Reading;
  readonly #leads: boolean;
  readonly #kind: number;
  readonly #integer: boolean;
  readonly #blank: boolean;
  readonly #header: Uint8Array;
  readonly #first: Uint8Array;
  readonly #small: Uint8Array;
  readonly #seen = new Verdicts();

  constructor(column: ColumnDef, mapping: ColumnMapping, reading: Reading, leads: boolean) {
    this.index = mapping.index;
    this.#column = column;
    this.#mapping = mapping;
    this.#reading = reading;
    this.#leads = leads;
    const { type } = column;
    this.#integer = type === 'integer';
    const figure = type === 'number' || type === 'integer' || type === 'share';
    this.#kind = figure ? FIGURE : type === 'date' ? DATE : type === 'text' || type === 'unit' ? TEXT : WORD;
    this.#small = Uint8Array.from({ length: figure ? SMALL : 0 }, (_, n) => (isFigure(column, n, mapping) ? 1 : 0));
    this.#blank = isTrivial(column, null, mapping, reading, leads);
    this.#header = new TextEncoder().encode(mapping.header);
    this.#first = leads ? UNSETTLED_NAMES : UNSETTLED;
  }

  /** Whether the cell between two places is trivial. @param hints of its record. */
  trivial(bytes: Uint8Array, from: number, to: number, hints: number): boolean {
    if (bytes[from] === QUOTE && to - from > 1) {
      if (bytes.subarray(from + 1, to - 1).includes(QUOTE)) return this.#byRule(unquoted(bytes, from, to));
      from += 1;
      to -= 1;
    }
    if (from === to) return this.#blank;
    switch (this.#kind) {
      case FIGURE:
        return this.#figure(bytes, from, to);
      case DATE:
        return isDate(bytes, from, to);
      case TEXT:
        return this.#plain(bytes, from, to, hints) || this.#known(bytes, from, to);
      default:
        return this.#known(bytes, from, to);
    }
  }

  #byRule(text: string): boolean {
    return isTrivial(this.#column, text, this.#mapping, this.#reading, this.#leads);
  }

  #known(bytes: Uint8Array, from: number, to: number): boolean {
    const before = this.#seen.find(bytes, from, to);
    if (before !== undefined) return before;
    const verdict = this.#byRule(decoder.decode(bytes.subarray(from, to)));
    this.#seen.keep(bytes, from, to, verdict);
    return verdict;
  }

  #figure(bytes: Uint8Array, from: number, to: number): boolean {
    const minus = bytes[from] === MINUS;
    let value = 0;
    let digits = 0;
    let whole = -1;
    for (let i = minus ? from + 1 : from; i < to; i++) {
      const digit = (bytes[i] as number) - 0x30;
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
        digits += 1;
      } else if (bytes[i] === POINT && whole < 0) whole = digits;
      else return false;
    }
    const decimals = whole < 0 ? 0 : digits - whole;
    if (whole >= 0 && (decimals === 0 || decimals > 9 || this.#integer)) return false;
    const before = digits - decimals;
    if (before === 0 || before > 15) return false;
    if (whole < 0 && !minus && value < SMALL) return this.#small[value] === 1;
    if (digits > EXACT_DIGITS) return this.#byRule(decoder.decode(bytes.subarray(from, to)));
    const n = value / (POWERS[decimals] as number);
    return isFigure(this.#column, minus ? -n : n, this.#mapping);
  }

  /** Whether a text is plain beyond doubt. */
  #plain(bytes: Uint8Array, from: number, to: number, hints: number): boolean {
    if (hints & TOTAL || (this.#leads && hints & COLON)) return false;
    const lead = bytes[from] as number;
    let code = lead;
    if (lead >= 0xe4 && lead <= 0xe9)
      code = ((lead & 0x0f) << 12) | (((bytes[from + 1] as number) & 0x3f) << 6) | ((bytes[from + 2] as number) & 0x3f);
    else if (lead >= 0x80) return false;
    if (this.#first[code] !== 0 || to - from < (lead < 0x80 ? 2 : 4)) return false;
    const end = bytes[to - 1] as number;
    const third = bytes[to - 3] as number;
    if (end < 0x80 ? end <= 0x20 || end > 0x7e : to - from < 3 || third < 0xe4 || third > 0xe9) return false;
    return !this.#isHeader(bytes, from, to);
  }

  #isHeader(bytes: Uint8Array, from: number, to: number): boolean {
    const header = this.#header;
    if (to - from !== header.length) return false;
    for (let i = 0; i < header.length; i++) if (bytes[from + i] !== header[i]) return false;
    return true;
  }
}

/** The text of a quoted cell. */
const unquoted = (bytes: Uint8Array, from: number, to: number): string =>
  decoder.decode(bytes.subarray(from + 1, to - 1)).replaceAll('""', '"');

/** The text between two places. */
export const textOf = (bytes: Uint8Array, from: number, to: number): string => decoder.decode(bytes.subarray(from, to));

/** The cells of a regular record. @param ends where they end; the first begins at `from`. */
export function cellsOf(bytes: Uint8Array, from: number, ends: Int32Array): string[] {
  const end = ends[ends.length - 1] as number;
  const record = bytes.subarray(from, end);
  // Decoding costs by the call more than by the byte.
  if (!record.includes(QUOTE)) return decoder.decode(record).split(String.fromCharCode(bytes[ends[0] as number] as number));
  return Array.from(ends, (to, i) => {
    const start = i === 0 ? from : (ends[i - 1] as number) + 1;
    return bytes[start] === QUOTE && to > start ? unquoted(bytes, start, to) : decoder.decode(bytes.subarray(start, to));
  });
}

const two = (bytes: Uint8Array, i: number): number => {
  const [tens, ones] = [(bytes[i] as number) - 0x30, (bytes[i + 1] as number) - 0x30];
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? NaN : tens * 10 + ones;
};

/** YYYY-MM-DD of this or the last century, and a day there is. */
function isDate(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from !== 10 || bytes[from + 4] !== MINUS || bytes[from + 7] !== MINUS) return false;
  const year = two(bytes, from) * 100 + two(bytes, from + 2);
  const month = two(bytes, from + 5);
  const day = two(bytes, from + 8);
  return year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

const SLOTS = 1 << 12;
const MOST = SLOTS / 2;
const POOL = 1 << 16;

/** Verdicts on cells seen before, by their bytes; bounded. */
class Verdicts {
  readonly #hash = new ByteHash();
  readonly #slots = new Uint16Array(SLOTS);
  readonly #ends = new Uint32Array(MOST + 1);
  readonly #verdicts = new Uint8Array(MOST + 1);
  readonly #pool = new Uint8Array(POOL);
  #count = 0;

  find(bytes: Uint8Array, from: number, to: number): boolean | undefined {
    let slot = this.#slotOf(bytes, from, to);
    for (;;) {
      const entry = this.#slots[slot] as number;
      if (entry === 0) return undefined;
      if (this.#holds(entry, bytes, from, to)) return this.#verdicts[entry] === 1;
      slot = (slot + 1) & (SLOTS - 1);
    }
  }

  keep(bytes: Uint8Array, from: number, to: number, verdict: boolean): void {
    const at = this.#ends[this.#count] as number;
    if (this.#count === MOST || at + to - from > POOL) {
      this.#slots.fill(0);
      this.#count = 0;
      if (to - from <= POOL) this.keep(bytes, from, to, verdict);
      return;
    }
    const entry = ++this.#count;
    this.#pool.set(bytes.subarray(from, to), at);
    this.#ends[entry] = at + to - from;
    this.#verdicts[entry] = verdict ? 1 : 0;
    let slot = this.#slotOf(bytes, from, to);
    while (this.#slots[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
    this.#slots[slot] = entry;
  }

  #slotOf(bytes: Uint8Array, from: number, to: number): number {
    this.#hash.reset();
    this.#hash.add(bytes, from, to);
    return this.#hash.a & (SLOTS - 1);
  }

  #holds(entry: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#ends[entry - 1] as number;
    if ((this.#ends[entry] as number) - start !== to - from) return false;
    for (let i = from; i < to; i++) if (this.#pool[start + i - from] !== bytes[i]) return false;
    return true;
  }
}
