/** Bytes to text: which encodings can be told by bytes alone, and where bytes can't be decoded. Nothing is guessed from frequencies of words. */
import type { Dialect, Encoding } from '../model/table';

const LF = 0x0a;
const CR = 0x0d;

export const isUtf16 = (encoding: Encoding): boolean => encoding === 'utf-16le' || encoding === 'utf-16be';

/** The encoding a byte order mark names, and the mark's length; null without one. */
export function byteOrderMark(bytes: Uint8Array): Pick<Dialect, 'encoding' | 'bom'> | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', bom: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', bom: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', bom: 2 };
  return null;
}

/**
 * UTF-16 without a mark, known by its NULs: delimiters, digits and line ends have one byte of the two zero, always the
 * same one; of Chinese characters few have the other (一 is 4E 00). Null where it is not beyond doubt.
 */
export function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const size = bytes.length & ~1;
  const nul: [number, number] = [0, 0];
  for (let i = 0; i < size; i++) if (bytes[i] === 0) nul[i & 1 ? 1 : 0] += 1;
  const [even, odd] = nul;
  const [less, more] = even > odd ? [odd, even] : [even, odd];
  if (less * 4 > more || more * 20 < size / 2) return null;
  const encoding = even > odd ? 'utf-16be' : 'utf-16le';
  const text = decodeStrict(bytes.subarray(0, size), encoding, true);
  return text !== null && /[\n\r\t,;]/.test(text) && !/[\0-\x08\x0e-\x1f\ufffe\uffff]/.test(text) ? encoding : null;
}

/**
 * Decodes strictly.
 * @param open the bytes are the beginning of more: a sequence cut off at their end is no fault.
 * @returns null when a byte can't be decoded.
 */
export function decodeStrict(bytes: Uint8Array, encoding: Encoding, open = false): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream: open });
  } catch {
    return null;
  }
}

/** Decodes whatever there is; what can't be decoded becomes U+FFFD. */
export const decodeLoosely = (bytes: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);

/** Offset of the first byte that can't be decoded, by halving: a prefix decodes exactly when it ends before that byte. */
export function firstUndecodable(bytes: Uint8Array, encoding: Encoding): number {
  let good = 0;
  let wrong = bytes.length;
  while (wrong - good > 1) {
    const middle = (good + wrong) >> 1;
    if (decodeStrict(bytes.subarray(0, middle), encoding, true) === null) wrong = middle;
    else good = middle;
  }
  return good;
}

/** Offsets of bytes that can't be decoded, in order, at most `most` of them. */
export function undecodable(bytes: Uint8Array, encoding: Encoding, most: number): number[] {
  const found: number[] = [];
  let from = 0;
  while (found.length < most && from < bytes.length) {
    const rest = bytes.subarray(from);
    if (decodeStrict(rest, encoding) !== null) break;
    const at = firstUndecodable(rest, encoding);
    found.push(from + at);
    // The damage ends where decoding can go on: after the byte, or with it where the one before was cut short.
    from += at + 1;
    if (isUtf16(encoding)) from += from & 1;
    while (encoding === 'utf-8' && from < bytes.length && ((bytes[from] as number) & 0xc0) === 0x80) from += 1;
  }
  return found;
}

/**
 * Where bytes can be cut so that the next piece starts a line: after the last LF, or the last CR of a file without
 * LF; 0 when there is none. In UTF-8, GB18030 and Big5 these bytes are never part of another character.
 */
export function lineCut(bytes: Uint8Array, encoding: Encoding): number {
  if (!isUtf16(encoding)) {
    const lf = bytes.lastIndexOf(LF);
    // A CR at the very end may have its LF still to come.
    return lf >= 0 ? lf + 1 : bytes.lastIndexOf(CR, bytes.length - 2) + 1;
  }
  const low = encoding === 'utf-16le' ? 0 : 1;
  for (let i = (bytes.length & ~1) - 2; i >= 0; i -= 2) if (bytes[i + low] === LF && bytes[i + 1 - low] === 0) return i + 2;
  return 0;
}
