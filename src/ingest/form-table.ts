/** The records of a file that may be a form that came back, and what its columns are by their headers, whatever became of them since. */
import { CODE_MARK, readRowCode, type RowCode } from '../model/row-code';
import { dialectOf } from './dialect';
import { secrecyMark } from './secrecy';
import { contentOf } from './sniff';
import { textOf } from './source-text';
import { tokenise } from './tokenise';
import { openWorkbook, WorkbookFault } from './xlsx';

/** Above this a file is no form. */
const LARGEST = 8 << 20;
/** Rows of a sheet looked at for a code before it is read whole. */
const LOOK = 400;

export interface FormTable {
  /** '' of a text. */
  readonly sheet: string;
  readonly records: readonly (readonly string[])[];
}

/** The tables of a file that hold identification codes, and the names of its other sheets; null where no table does. A secrecy mark anywhere in it is told. */
export async function formTables(
  blob: Blob,
  name: string,
): Promise<{ tables: readonly FormTable[]; others: readonly string[]; mark: string | null } | null> {
  if (blob.size > LARGEST) return null;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const content = contentOf(bytes, new Uint8Array(0), name);
  if (content === 'zip') return await fromWorkbook(blob).catch(unlessFault);
  if (content !== 'text') return null;
  const text = textOf({ head: bytes, tail: new Uint8Array(0), size: bytes.length }, name);
  if ('code' in text || !CODE_MARK.test(text.head)) return null;
  const { records } = tokenise(text.head, dialectOf(text.head));
  return { tables: [{ sheet: '', records }], others: [], mark: secrecyMark(text.head) };
}

/** What can't be read as a workbook is told by whoever looks for tables in it. */
function unlessFault(error: unknown): null {
  if (error instanceof WorkbookFault) return null;
  throw error;
}

async function fromWorkbook(blob: Blob) {
  const book = await openWorkbook(blob);
  const found: (FormTable & { readonly coded: boolean })[] = [];
  let mark: string | null = null;
  for (const { name } of book.sheets) {
    const { merges, printed } = await book.extras(name);
    const records: string[][] = [];
    let coded = false;
    let texts = printed;
    for await (const piece of book.rows(name, merges)) {
      for (const record of piece.records) {
        records.push(record);
        const text = record.join('\t');
        coded ||= CODE_MARK.test(text);
        texts += `\n${text}`;
      }
      if (!coded && records.length > LOOK) break;
    }
    mark ??= secrecyMark(texts);
    if (records.some((r) => r.some((c) => c.trim() !== ''))) found.push({ sheet: name, records, coded });
  }
  if (!found.some((f) => f.coded)) return null;
  return { tables: found.filter((f) => f.coded), others: found.filter((f) => !f.coded).map((f) => f.sheet), mark };
}

/** Without white space and remarks in brackets, in half width. */
export const plainHeader = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').replace(/[*★:]/g, '');

const bare = (text: string): string => text.replace(/\([^)]*\)/g, '');

/** A record with what identifies it. */
export interface CodedRecord {
  /** 1-based. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly code: RowCode | 'broken' | null;
}

/** A table taken apart: its header, its rows, and where columns stand. */
export class FormRecords {
  readonly records: readonly CodedRecord[];
  /** The header, found wherever sorting put it. */
  readonly header: CodedRecord | null;
  readonly #codeColumns: ReadonlySet<number>;
  readonly #columns: ReadonlyMap<string, number>;

  /** @param names by column: what its header may read, the first of them as it was written. */
  constructor(records: FormTable['records'], names: Readonly<Record<string, readonly string[]>>) {
    this.records = records.map((cells, i) => ({ row: i + 1, cells: cells.map((c) => c.trim()), code: codeIn(cells) }));
    const known = new Map(Object.entries(names).flatMap(([id, list]) => list.map((n) => [plainHeader(n), id] as const)));
    const idOf = (cell: string): string | undefined => known.get(plainHeader(cell)) ?? known.get(bare(plainHeader(cell)));
    const hits = (r: CodedRecord): number => (r.code ? 0 : r.cells.filter((c) => idOf(c) !== undefined).length);
    const best = this.records.reduce<CodedRecord | null>((a, b) => (hits(b) > (a ? hits(a) : 2) ? b : a), null);
    this.header = best;
    this.#codeColumns = new Set(this.records.flatMap((r) => (r.code ? r.cells.flatMap((c, i) => (isCode(c) ? [i] : [])) : [])));
    const columns = new Map<string, number>();
    best?.cells.forEach((c, i) => {
      const id = idOf(c);
      if (id !== undefined && !columns.has(id)) columns.set(id, i);
    });
    this.#columns = columns;
  }

  column(id: string): number | undefined {
    return this.#columns.get(id);
  }

  /** The cell of a record in a column; '' where there is none. */
  cell(record: CodedRecord, id: string): string {
    const at = this.#columns.get(id);
    return at === undefined ? '' : (record.cells[at] ?? '');
  }

  /** Columns whose header is none of ours and in which something stands beside a code. */
  strangers(): { readonly index: number; readonly header: string; readonly filled: number }[] {
    const taken = new Set([...this.#columns.values(), ...this.#codeColumns]);
    const width = Math.max(0, ...this.records.map((r) => r.cells.length));
    return Array.from({ length: width }, (_, index) => index).flatMap((index) => {
      const filled = this.records.filter((r) => r.code && (r.cells[index] ?? '') !== '').length;
      return taken.has(index) || filled === 0 ? [] : [{ index, header: this.header?.cells[index] ?? '', filled }];
    });
  }
}

const isCode = (cell: string): boolean => CODE_MARK.test(cell);

function codeIn(cells: readonly string[]): CodedRecord['code'] {
  for (const cell of cells) {
    const code = isCode(cell) ? readRowCode(cell) : null;
    if (code) return code;
  }
  return null;
}
