/** Bytes to text: by byte order mark, else strict UTF-8, else strict GB18030. Nothing is guessed from frequencies. */
import type { Dialect, Encoding } from '../model/table';

const LF = 0x0a;
const CR = 0x0d;

/** The encoding a byte order mark names, and the mark's length; null without one. */
export function byteOrderMark(bytes: Uint8Array): Pick<Dialect, 'encoding' | 'bom'> | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', bom: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', bom: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', bom: 2 };
  return null;
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

/**
 * Where bytes can be cut so that the next piece starts a line: after the last LF, or the last CR of a file without
 * LF; 0 when there is none. In UTF-8, GB18030 and Big5 these bytes are never part of another character.
 */
export function lineCut(bytes: Uint8Array, encoding: Encoding): number {
  if (encoding !== 'utf-16le' && encoding !== 'utf-16be') {
    const lf = bytes.lastIndexOf(LF);
    // A CR at the very end may have its LF still to come.
    return lf >= 0 ? lf + 1 : bytes.lastIndexOf(CR, bytes.length - 2) + 1;
  }
  const low = encoding === 'utf-16le' ? 0 : 1;
  for (let i = (bytes.length & ~1) - 2; i >= 0; i -= 2) if (bytes[i + low] === LF && bytes[i + 1 - low] === 0) return i + 2;
  return 0;
}
