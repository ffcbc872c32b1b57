/** The rows of a sheet as records of shown texts, in the sheet's own numbering, a piece at a time. */
import { shown, type CellFormat } from './format';
import { FillDown, type Merge } from './merges';
import { TextRuns, unescaped } from './strings';
import { textsOf, XmlScanner, type Attributes } from './xml';
import type { Entry } from './zip';

export interface SheetContext {
  readonly blob: Blob;
  readonly entry: Entry;
  /** The part's name, for faults. */
  readonly part: string;
  readonly strings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly date1904: boolean;
}

/** Rows in order, of which none was left out. */
export interface SheetPiece {
  /** The 1-based row of the first record. */
  readonly first: number;
  readonly records: string[][];
  /** The byte of the source reached. */
  readonly done: number;
}

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
/** Records are made as wide as those before them, since a sheet leaves out the blank cells at their end; but no wider than this. */
const WIDEST_FILLING = 512;
const NUMBER: CellFormat = { kind: 'number', divisor: 1 };

/** `BC12` → 0-based column and row; null where it is no reference. */
export function cellAt(reference: string): { column: number; row: number } | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference);
  if (!found) return null;
  const letters = (found[1] as string).toUpperCase();
  const column = [...letters].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1;
  return { column, row: Number(found[2]) - 1 };
}

/** What stands after a sheet's rows: its merged cells, and the texts printed at its head and foot. */
export async function afterRows({ blob, entry, part }: SheetContext): Promise<{ merges: Merge[]; printed: string }> {
  const merges: Merge[] = [];
  let printed = '';
  let inPrinted = false;
  const scanner = new XmlScanner({
    open: (name, attributes) => {
      inPrinted = /^(?:odd|even|first)(?:Header|Footer)$/.test(name);
      if (name !== 'mergeCell') return;
      const [from = '', to = ''] = (attributes.get('ref') ?? '').split(':');
      const [a, b] = [cellAt(from), cellAt(to)];
      if (a && b) merges.push({ top: a.row, left: a.column, bottom: b.row, right: Math.min(b.column, MOST_COLUMNS) });
    },
    text: (text) => {
      if (inPrinted) printed += `${text}\n`;
    },
  });
  // The rows are most of a part by far, and none of them is looked at here.
  let found = false;
  let tail = '';
  for await (const { text } of textsOf(blob, entry, part)) {
    if (found) {
      scanner.push(text);
      continue;
    }
    const both = tail + text;
    const end = /<\/(?:\w+:)?sheetData\s*>|<(?:\w+:)?sheetData\s*\/>/.exec(both);
    if (end) {
      found = true;
      scanner.push(both.slice(end.index + end[0].length));
    } else tail = both.slice(-64);
  }
  return { merges, printed };
}

/** Cells of one row as they come, turned into what they show. */
class RowCollector {
  readonly #context: SheetContext;
  readonly #runs = new TextRuns();
  #column = -1;
  #type = '';
  #style = 0;
  #value = '';
  #inValue = false;
  /** 0-based. */
  row = -1;
  record: string[] = [];

  constructor(context: SheetContext) {
    this.#context = context;
  }

  startRow(attributes: Attributes): void {
    const given = Number(attributes.get('r'));
    this.row = Number.isInteger(given) && given > this.row ? given - 1 : this.row + 1;
    this.record = [];
    this.#column = -1;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') {
      const at = cellAt(attributes.get('r') ?? '');
      this.#column = at && at.column > this.#column ? at.column : this.#column + 1;
      this.#type = attributes.get('t') ?? 'n';
      this.#style = Number(attributes.get('s') ?? 0);
      this.#value = '';
    } else if (name === 'v') this.#inValue = true;
    else this.#runs.open(name);
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text;
    else this.#runs.text(text);
  }

  close(name: string): void {
    if (name === 'v') this.#inValue = false;
    else if (name !== 'c') this.#runs.close(name);
    else {
      const text = this.#shown();
      if (text === '' || this.#column >= MOST_COLUMNS) return;
      while (this.record.length < this.#column) this.record.push('');
      this.record[this.#column] = text;
    }
  }

  #shown(): string {
    const inline = this.#runs.take();
    const value = this.#value;
    const { strings, formats, date1904 } = this.#context;
    switch (this.#type) {
      case 's':
        return strings[Number(value)] ?? '';
      case 'inlineStr':
        return inline;
      case 'str':
        return unescaped(value);
      case 'b':
        return value === '' ? '' : value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE';
      case 'd':
        return value.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace('T', ' ');
      case 'n':
        return value === '' ? '' : shown(value, formats[this.#style] ?? NUMBER, date1904);
      default:
        return value; // errors: #N/A
    }
  }
}

/** The rows of a sheet up to the last one with a value. Rejects with WorkbookFault, and with AbortError when the signal fires. */
export async function* rowsOf(
  context: SheetContext,
  merges: readonly Merge[],
  signal?: AbortSignal,
): AsyncGenerator<SheetPiece, void, void> {
  const { blob, entry, part } = context;
  const collector = new RowCollector(context);
  const down = new FillDown(merges);
  let first = 1;
  let ready: string[][] = [];
  let width = 0;
  let inRow = false;
  const endRow = () => {
    const { row, record } = collector;
    if (row >= MOST_ROWS || record.every((c) => c.trim() === '')) return;
    down.fill(row, record);
    // Rows that the file leaves out, because nothing stands in them, count all the same.
    while (first + ready.length <= row) ready.push([]);
    width = Math.min(WIDEST_FILLING, Math.max(width, record.length));
    while (record.length < width) record.push('');
    ready.push(record);
  };
  const scanner = new XmlScanner({
    open: (name, attributes) => {
      if (name === 'row') {
        inRow = true;
        collector.startRow(attributes);
      } else if (inRow) collector.open(name, attributes);
    },
    text: (text) => {
      if (inRow) collector.text(text);
    },
    close: (name) => {
      if (name === 'row') {
        inRow = false;
        endRow();
      } else if (inRow) collector.close(name);
    },
  });
  for await (const { text, done } of textsOf(blob, entry, part, signal)) {
    scanner.push(text);
    if (ready.length === 0) continue;
    const records = ready;
    ready = [];
    yield { first, records, done };
    first += records.length;
  }
}
