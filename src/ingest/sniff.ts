/** What a source is by its content, whatever its name says: a table of text, or one of the things often mistaken for it. */
import { byteOrderMark, decodeLoosely } from './decode';

export type Content = 'text' | 'empty' | 'binary' | 'xlsx' | 'xls' | 'html';

const starts = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((b, i) => bytes[i] === b);
const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** @param head the first bytes. @param tail the last ones, where a zip keeps its list of names. */
export function contentOf(head: Uint8Array, tail: Uint8Array): Content {
  if (head.length === 0) return 'empty';
  if (starts(head, 0x50, 0x4b, 0x03, 0x04)) return /xl\/|\[Content_Types\]/.test(latin(head) + latin(tail)) ? 'xlsx' : 'binary';
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'xls';
  const mark = byteOrderMark(head);
  if (!mark || mark.encoding === 'utf-8') {
    const controls = head.reduce((n, b) => n + (b < 0x09 || (b > 0x0d && b < 0x20 && b !== 0x1a) ? 1 : 0), 0);
    if (head.includes(0) || controls * 50 > head.length || latin(head.subarray(0, 5)) === '%PDF-') return 'binary';
  }
  const text = decodeLoosely(head.subarray(mark?.bom ?? 0, 4096 + (mark?.bom ?? 0)), mark?.encoding ?? 'utf-8').trimStart();
  if (/^<(?:!doctype html|html|head|table|meta|\?xml)/i.test(text)) return 'html';
  return /^[\s,;\t|"\u001a]*$/.test(text) && head.length <= 4096 ? 'empty' : 'text';
}
