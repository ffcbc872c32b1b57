/**
 * The text of a source's two ends: by byte order mark, else strict UTF-8, else strict GB18030, else what the user chose.
 * A few damaged bytes in a text that is otherwise beyond doubt cost their rows; more of them cost the file.
 */
import type { Problem } from '../model/problem';
import type { Dialect, Encoding } from '../model/table';
import { byteOrderMark, decodeLoosely, decodeStrict, firstUndecodable, isUtf16, lineCut, unmarkedUtf16 } from './decode';
import * as fault from './faults';

export interface SourceText extends Pick<Dialect, 'encoding' | 'bom'> {
  /** The beginning, cut at a line end unless it is all. */
  readonly head: string;
  /** Some lines of the end of a large file; '' when `head` is all. */
  readonly tail: string;
  /** Whether there are bytes that can't be decoded; they stand as U+FFFD. */
  readonly damaged: boolean;
}

/** The two ends of a source; `tail` is empty when `head` is all. */
export interface Ends {
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
  /** Bytes of the whole source. */
  readonly size: number;
}

/** Decodes both ends by one encoding, or names the byte that stands against the likeliest. @param wish the user's choice. */
export function textOf({ head, tail, size }: Ends, file: string, wish?: Encoding): SourceText | Problem {
  const mark = byteOrderMark(head);
  const bom = mark && (wish === undefined || wish === mark.encoding) ? mark.bom : 0;
  const unmarked = mark || wish ? null : unmarkedUtf16(head.subarray(0, 4096));
  const tried: readonly Encoding[] = wish ? [wish] : mark ? [mark.encoding] : unmarked ? [unmarked] : ['utf-8', 'gb18030'];
  const open = tail.length > 0;
  const pieces = (encoding: Encoding) => {
    const first = head.subarray(bom, open ? lineCut(head, encoding) || head.length : head.length);
    // The first line of the end is probably cut in two.
    const start = open ? tail.subarray(0, 64 * 1024).indexOf(0x0a) + 1 : 0;
    return { first, start, last: isUtf16(encoding) ? new Uint8Array(0) : tail.subarray(start) };
  };
  for (const encoding of tried) {
    const { first, last } = pieces(encoding);
    const [a, b] = [decodeStrict(first, encoding, open), decodeStrict(last, encoding)];
    if (a !== null && b !== null)
      return { encoding, bom, head: a, tail: b, damaged: a.includes('\ufffd') || b.includes('\ufffd') };
  }
  for (const encoding of tried) {
    const { first, last } = pieces(encoding);
    const [a, b] = [decodeLoosely(first, encoding), decodeLoosely(last, encoding)];
    if (isFew(a + b)) return { encoding, bom, head: a, tail: b, damaged: true };
  }
  let farthest = { encoding: 'utf-8' as Encoding, at: -1 };
  for (const encoding of tried) {
    const { first, start, last } = pieces(encoding);
    const inHead = decodeStrict(first, encoding, open) === null;
    const at = inHead ? bom + firstUndecodable(first, encoding) : size - tail.length + start + firstUndecodable(last, encoding);
    if (at > farthest.at) farthest = { encoding, at };
  }
  const { encoding, at } = farthest;
  const byte = (at < head.length ? head[at] : tail[at - size + tail.length])?.toString(16).padStart(2, '0') ?? '';
  return fault.file.undecodable({ file, ...rowAt(head, at) }, { offset: at, byte, encoding });
}

/** Damage in at most one line of a hundred (or three), among at least ten times as many Chinese characters that are whole. */
function isFew(text: string): boolean {
  const damages = text.split('\ufffd').length - 1;
  const lines = text.split(/\r\n?|\n/).length;
  const han = text.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  return damages <= Math.max(3, lines / 100) && han >= damages * 10;
}

/** The row of a byte; line ends before it count the rows, where all of them were seen. */
export const rowAt = (head: Uint8Array, at: number): { row?: number } =>
  at < head.length ? { row: head.subarray(0, at).reduce((n, b) => n + (b === 0x0a ? 1 : 0), 1) } : {};
