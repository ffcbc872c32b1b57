/** The records of a source, streamed: pieces of bytes cut at a line end, decoded and tokenised, or rows of a sheet. */
import { isSheet, type Dialect, type Form, type Sheet } from '../model/table';
import { decodeLoosely, decodeStrict, lineCut, undecodable } from './decode';
import { Tokeniser } from './tokenise';
import { openWorkbook } from './xlsx';

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
  /** The piece's text. */
  readonly text: string;
  /** Whether bytes of the piece could not be decoded; they stand as U+FFFD. */
  readonly damaged: boolean;
  /** Offsets in the source of the first of those bytes, in order. */
  readonly damagedAt: readonly number[];
  /** Numbers of records in which quotes are not as they should be, so that cells may not be what they were. */
  readonly suspicious: readonly number[];
  /** Bytes of the source read so far. */
  readonly done: number;
  /** The start of the record that follows; null inside a record, and in a sheet, which can only be read from its start. */
  readonly next: RecordStart | null;
}

/** Small, so that the strings of a piece die young: with 1 MB the collector took half of the time. */
const PIECE_BYTES = 1 << 16;
/** Places of damage told per piece; finding one takes some decoding. */
const MOST_DAMAGES = 8;

/** The byte at which the first record starts. */
export const startOf = (form: Form): number => (isSheet(form) ? 0 : form.bom);

/**
 * Reads a source from the start of a record to its end. Rejects with AbortError when the signal fires, and with
 * WorkbookFault where a workbook is damaged.
 */
export function readRecords(
  blob: Blob,
  form: Form,
  from: RecordStart = { record: 1, offset: startOf(form) },
  signal?: AbortSignal,
): AsyncGenerator<RecordPiece, void, void> {
  return isSheet(form) ? sheetRecords(blob, form, signal) : textRecords(blob, form, from, signal);
}

async function* textRecords(
  blob: Blob,
  dialect: Dialect,
  from: RecordStart,
  signal?: AbortSignal,
): AsyncGenerator<RecordPiece, void, void> {
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
    const base = offset;
    record += records.length;
    offset += cut;
    size = PIECE_BYTES;
    yield {
      first,
      records,
      text,
      damaged: strict === null || text.includes('\ufffd'),
      damagedAt: strict === null ? undecodable(bytes, dialect.encoding, MOST_DAMAGES).map((at) => at + base) : [],
      suspicious: tokeniser.suspicious.splice(0).map((n) => n + from.record),
      done: offset,
      next: tokeniser.aligned ? { record, offset } : null,
    };
  }
}

async function* sheetRecords(blob: Blob, { sheet }: Sheet, signal?: AbortSignal): AsyncGenerator<RecordPiece, void, void> {
  const book = await openWorkbook(blob);
  const { merges } = await book.extras(sheet);
  for await (const { first, records, done } of book.rows(sheet, merges, signal)) {
    const text = records.map((r) => r.join('\t')).join('\n');
    yield { first, records, text, damaged: false, damagedAt: [], suspicious: [], done, next: null };
  }
}
