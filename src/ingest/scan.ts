/**
 * The byte scan: proves that a text is regular, so that the engine may read it itself, or a copy made on the way (in UTF-8,
 * and without the few misfits among its records). Regular: every byte can be decoded,
 * every record of one width, quotes only around whole cells (RFC 4180), one kind of line end, no NUL, no secrecy
 * mark. The scan stops at the first thing that is not so: the careful path takes over and says what it is.
 */
import { isSheet, type Reading } from '../model/table';
import { decodeStrict, lineCut } from './decode';
import { NO_SINK, Scanner, TAIL, type Misfit, type RecordSink, type Scan } from './scanner';

const LONGEST_LINE = 2 << 20;
const encoder = new TextEncoder();

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
    !columns.some((c) => c.added) &&
    new Set(taken).size === taken.length
  );
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
  const copy = new Copy(blob);
  let left = new Uint8Array(0);
  let start = 0;
  let base = 0;
  const index: [number, number][] = [];
  for await (const piece of pieces(blob, reading)) {
    signal?.throwIfAborted();
    if (piece.bytes === null) return { ...scanner.result(), clean: false, because: 'encoding' };
    const bytes = joined(left, piece.bytes);
    const done = scanner.take(bytes, start, base, piece.last);
    if (scanner.because) break;
    copy.add(bytes, start, done, base, piece.copied, scanner.misfits());
    if (piece.copied) {
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
  const copied = found.clean ? copy.blob() : null;
  return copied ? { ...found, index: index.length > 0 ? index : found.index, copy: copied } : found;
}

/** The text as the engine reads it, where it is not the source byte by byte. */
class Copy {
  readonly #source: Blob;
  #parts: Blob[] = [];
  #differs = false;

  constructor(source: Blob) {
    this.#source = source;
  }

  /** Adds whole records. @param base offset of the bytes. @param copied they are not the source's own. */
  add(bytes: Uint8Array<ArrayBuffer>, from: number, to: number, base: number, copied: boolean, misfits: readonly Misfit[]): void {
    this.#differs ||= copied || misfits.length > 0;
    if (misfits.length === 0) {
      this.#parts.push(copied ? new Blob([bytes.subarray(from, to)]) : this.#source.slice(base + from, base + to));
      return;
    }
    const parts: (Uint8Array<ArrayBuffer> | string)[] = [];
    let at = from;
    for (const m of misfits) {
      parts.push(bytes.subarray(at, m.from), m.blank);
      at = m.to;
    }
    this.#parts.push(new Blob([...parts, bytes.subarray(at, to)]));
  }

  blob(): Blob | null {
    return this.#differs ? new Blob(this.#parts) : null;
  }
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

/** A source in pieces of UTF-8. Another encoding is cut at line ends, where a piece is one of whole characters. */
async function* pieces(blob: Blob, reading: Reading | undefined): AsyncGenerator<Piece, void, void> {
  const dialect = reading && !isSheet(reading.dialect) ? reading.dialect : null;
  const encoding = dialect?.encoding ?? 'utf-8';
  const copied = encoding !== 'utf-8';
  let from: number = copied && dialect ? dialect.bom : 0;
  let left = new Uint8Array(0);
  for await (const chunk of chunks(blob.slice(from))) {
    const bytes = joined(left, chunk);
    const last = from + bytes.length >= blob.size;
    // A line longer than that is no record that the engine would read.
    const long = bytes.length > LONGEST_LINE;
    const size = !copied || last ? bytes.length : lineCut(bytes, encoding) || (long ? bytes.length : 0);
    left = bytes.slice(size);
    if (size === 0) continue;
    const done = from + size;
    const text = copied ? decodeStrict(bytes.subarray(0, size), encoding) : '';
    const utf8 = text === null ? null : copied ? encoder.encode(text) : bytes;
    yield { bytes: utf8, copied, from, done, last };
    from = done;
  }
}

/** A stream is read much faster than slices one after the other. */
async function* chunks(blob: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  const reader = blob.stream().getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel();
  }
}

const delimiterOf = (reading: Reading | undefined): number =>
  (reading && !isSheet(reading.dialect) ? reading.dialect.delimiter : ',').charCodeAt(0);

function joined(a: Uint8Array, b: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
