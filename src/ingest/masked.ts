/**
 * A copy of a source without what looks like persons: what is kept in its place. UTF-8, comma, doubled quotes, LF; every
 * record and every cell keeps its number, so that the reading holds for the copy with its dialect alone changed.
 */
import type { Dialect, Reading } from '../model/table';
import { canonicalLine } from './canonical';
import { isPersonHeader, maskRecord, personColumns, type PersonColumns } from './persons';
import { readRecords } from './records';

const DIALECT: Dialect = { encoding: 'utf-8', bom: 0, delimiter: ',', quote: '"' };

/**
 * Copies a source (of a workbook the reading's sheet) with persons as `＊＊＊`: cells that hold one, and whole columns of
 * them. Bytes that could not be decoded stay undecodable. Rejects with AbortError when the signal fires.
 */
export async function masked(blob: Blob, reading: Reading, signal?: AbortSignal): Promise<{ blob: Blob; dialect: Dialect }> {
  const { area = { first: 0, last: Infinity }, transposed, header } = reading;
  const from = header.first + header.count;
  const columns = await personColumns(blob, reading, signal);
  const elsewhere = new Elsewhere(columns);
  const any = (_: number, text: string) => columns.text(text);

  const maskedRecord = (record: readonly string[], at: number): readonly string[] => {
    if (at < area.first || at > area.last) return elsewhere.record(record);
    if (transposed) {
      const head = (i: number) => i >= header.first && i < from;
      return maskRecord(record, (i, text) => (head(i) ? text : i < from ? any(i, text) : columns.cell(at - area.first, text)));
    }
    if (at >= header.first && at < from) return record;
    return maskRecord(record, at < from ? any : (i, text) => columns.cell(i, text));
  };

  const parts: Blob[] = [];
  for await (const piece of readRecords(blob, reading.dialect, undefined, signal)) {
    const lines = piece.records.map((record, i) => canonicalLine(maskedRecord(record, piece.first - 1 + i))).join('');
    parts.push(new Blob(piece.damaged ? undecodableAgain(lines) : [lines]));
  }
  return { blob: new Blob(parts), dialect: DIALECT };
}

/** What could not be decoded must not become an ordinary character: a byte that is never UTF-8 stands for it. */
function undecodableAgain(lines: string): (string | Uint8Array<ArrayBuffer>)[] {
  return lines.split('\ufffd').flatMap((text, i) => (i === 0 ? [text] : [new Uint8Array([0xff]), text]));
}

/** Records outside the table: below a cell that is a header of persons its column is one, up to a blank record. */
class Elsewhere {
  readonly #columns: PersonColumns;
  #headers = new Map<number, string>();

  constructor(columns: PersonColumns) {
    this.#columns = columns;
  }

  record(record: readonly string[]): readonly string[] {
    const filled = record.filter((c) => c.trim() !== '').length;
    if (filled === 0) this.#headers.clear();
    const headers = filled < 2 ? [] : record.flatMap((c, i): [number, string][] => (isPersonHeader(c) ? [[i, c.trim()]] : []));
    if (headers.length > 0) this.#headers = new Map(headers);
    return maskRecord(record, (i, text) => {
      const header = this.#headers.get(i);
      return header === undefined ? this.#columns.text(text) : this.#columns.person(text, header);
    });
  }
}
