/** Hashes of bytes, for tables of cells and keys seen before: four bytes a step, since cells are short and rows many. */

export class ByteHash {
  #bytes: Uint8Array = new Uint8Array(0);
  #view = new DataView(this.#bytes.buffer);
  /** The hash, in two halves. */
  a = 0;
  b = 0;

  /** Starts anew. */
  reset(): void {
    this.a = this.b = 0;
  }

  /** Adds the bytes between two places, and how many they are: 甲 and 乙丙 make another hash than 甲乙 and 丙. */
  add(bytes: Uint8Array, from: number, to: number): void {
    if (bytes !== this.#bytes) {
      this.#bytes = bytes;
      this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    const view = this.#view;
    let a = this.a ^ (to - from);
    let b = (this.b + to - from) | 0;
    let i = from;
    for (; i + 4 <= to; i += 4) {
      const word = view.getInt32(i, true);
      a = Math.imul(a ^ word, 0x9e3779b1);
      a ^= a >>> 15;
      b = Math.imul(b + word, 0x85ebca6b);
      b ^= b >>> 13;
    }
    for (; i < to; i++) {
      const byte = bytes[i] as number;
      a = Math.imul(a ^ byte, 0x01000193);
      b = Math.imul(b + byte, 0x01000193);
    }
    this.a = a ^ (a >>> 16);
    this.b = b ^ (b >>> 15);
  }
}
