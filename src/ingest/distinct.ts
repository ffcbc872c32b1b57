/**
 * Proves that no two rows of a table bear the same key, by hashes of the keys' bytes. Where two hashes are equal nothing
 * is proven, and the engine is asked.
 */
import { ByteHash } from './byte-hash';
import type { LedgerDef } from '../model/ledger';
import type { Reading } from '../model/table';

/** Types of which a trivial cell has one way to say a value. */
const ONE_FORM: ReadonlySet<string> = new Set(['text', 'unit', 'date', 'flag']);
const FIRST_SLOTS = 1 << 16;
/** More rows than this would take more memory than the proof is worth. */
const MOST_ROWS = 1 << 22;
const QUOTE = 0x22;

export class DistinctKeys {
  /** Places of the key's columns in the file; the period is left out, since a blank one is the table's. */
  readonly #columns: readonly number[];
  /** Pairs of hashes in slots found by the first; 0, 0 where there is none. */
  #slots = new Int32Array(2 * FIRST_SLOTS);
  readonly #hash = new ByteHash();
  #count = 0;
  #proven: boolean;

  constructor(ledger: LedgerDef, reading: Reading) {
    const key = ledger.columns.filter((c) => ledger.key.includes(c.id) && c.type !== 'period');
    const mapped = key.map((c) => reading.columns.find((m) => m.column === c.id)?.index);
    this.#columns = mapped.filter((i): i is number => i !== undefined);
    this.#proven = this.#columns.length > 0 && key.every((c) => ONE_FORM.has(c.type));
  }

  /** Whether no key was there twice. */
  get proven(): boolean {
    return this.#proven;
  }

  /** Takes a regular record. @param ends where its cells end; the first begins at `from`. */
  add(bytes: Uint8Array, from: number, ends: Int32Array): void {
    if (!this.#proven) return;
    const hash = this.#hash;
    hash.reset();
    for (const index of this.#columns) {
      let start = index === 0 ? from : (ends[index - 1] as number) + 1;
      let end = ends[index] as number;
      if (bytes[start] === QUOTE && end - start > 1) {
        start += 1;
        end -= 1;
      }
      hash.add(bytes, start, end);
    }
    if (this.#count >= MOST_ROWS || !this.#put(hash.a, hash.b | 1)) {
      this.#proven = false;
      this.#slots = new Int32Array(0);
      return;
    }
    this.#count += 1;
    if (this.#count * 4 > this.#slots.length) this.#grow();
  }

  /** @returns false where the pair is there already. */
  #put(a: number, b: number): boolean {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let i = (a << 1) & mask; ; i = (i + 2) & mask) {
      if (slots[i + 1] === 0) {
        slots[i] = a;
        slots[i + 1] = b;
        return true;
      }
      if (slots[i] === a && slots[i + 1] === b) return false;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    for (let i = 0; i < old.length; i += 2) if (old[i + 1] !== 0) this.#put(old[i] as number, old[i + 1] as number);
  }
}
