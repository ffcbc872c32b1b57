/** The records of a source, streamed: a piece of bytes cut at a line end, decoded, tokenised, handed on. */
import { isSheet, type Form } from '../model/table';
import { decodeLoosely, decodeStrict, lineCut } from './decode';
import { Tokeniser } from './tokenise';

/** Where reading may start: a record's 1-based number and the byte it starts at. */
export interface RecordStart {
  readonly record: number;
  readonly offset: number;
}

/** Starts of some records, in order: `[record, byte offset]`, records counted from 1. Reading may begin at any of them. */
export type RowIndex = readonly (readonly [record: number, offset: number])[];

export interface RecordPiece {
  /** The 1-based number of the piece's first record. */
  readonly first: number;
  readonly records: readonly (readonly string[])[];
  /** The piece's decoded text. */
  readonly text: string;
  /** Whether bytes of the piece could not be decoded; they stand as U+FFFD. */
  readonly damaged: boolean;
  /** Bytes of the source read so far. */
  readonly done: number;
  /** The start of the record that follows; null inside a record. */
  readonly next: RecordStart | null;
}

/** Small, so that the strings of a piece die young: with 1 MB the collector took half of the time. */
const PIECE_BYTES = 1 << 16;

/** The byte at which the first record starts. */
export const startOf = (form: Form): number => (isSheet(form) ? 0 : form.bom);

/** Reads a source from the start of a record to its end. Rejects with AbortError when the signal fires. */
export async function* readRecords(
  blob: Blob,
  dialect: Form,
  from: RecordStart = { record: 1, offset: startOf(dialect) },
  signal?: AbortSignal,
): AsyncGenerator<RecordPiece, void, void> {
  if (isSheet(dialect)) throw new RangeError('no sheets yet');
  const tokeniser = new Tokeniser(dialect);
  let { record, offset } = from;
  let size = PIECE_BYTES;
  while (offset < blob.size) {
    signal?.throwIfAborted();
    const read = new Uint8Array(await blob.slice(offset, offset + size).arrayBuffer());
    const last = offset + read.length >= blob.size;
    const cut = last ? read.length : lineCut(read, dialect.encoding);
    if (cut === 0) {
      size *= 2;
      continue;
    }
    const bytes = read.subarray(0, cut);
    const strict = decodeStrict(bytes, dialect.encoding);
    const text = strict ?? decodeLoosely(bytes, dialect.encoding);
    const records = tokeniser.push(text, last);
    const first = record;
    record += records.length;
    offset += cut;
    size = PIECE_BYTES;
    yield { first, records, text, damaged: strict === null, done: offset, next: tokeniser.aligned ? { record, offset } : null };
  }
}
