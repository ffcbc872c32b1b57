/** A workbook as a clerk has it open: cells that can be written over, rows and columns moved, saved as .xlsx or CSV by other code than the app's. */
import { openWorkbook } from '../../src/ingest/xlsx';
import { writeCsv } from '../support/write-csv';
import { columnName, xlsx } from '../support/xlsx';

export class Grid {
  constructor(
    readonly rows: readonly (readonly string[])[],
    readonly merges: readonly string[] = [],
  ) {}

  /** 0-based. */
  at(row: number, column: number): string {
    return this.rows[row]?.[column] ?? '';
  }

  put(row: number, column: number, text: string): Grid {
    const rows = Array.from({ length: Math.max(this.rows.length, row + 1) }, (_, i) => [...(this.rows[i] ?? [])]);
    const own = rows[row] as string[];
    while (own.length <= column) own.push('');
    own[column] = text;
    return new Grid(rows, this.merges);
  }

  without(row: number): Grid {
    return new Grid(this.rows.filter((_, i) => i !== row));
  }

  reversed(): Grid {
    return new Grid([...this.rows].reverse());
  }

  columnToFront(column: number): Grid {
    return new Grid(this.rows.map((r) => [r[column] ?? '', ...r.filter((_, i) => i !== column)]));
  }

  spaced(): Grid {
    return new Grid(this.rows.flatMap((r) => [r, []]));
  }

  merge(from: number, to: number, column: number): Grid {
    return new Grid(this.rows, [`${columnName(column)}${from + 1}:${columnName(column)}${to + 1}`]);
  }

  xlsx(): Uint8Array<ArrayBuffer> {
    return xlsx({ sheets: [{ name: 'Sheet1', rows: this.rows.map((r) => r.map((c) => c || null)), merges: this.merges }] });
  }
}

/** The first sheet of a workbook. */
export async function edited(blob: Blob): Promise<Grid> {
  const book = await openWorkbook(blob);
  const rows: string[][] = [];
  for await (const piece of book.rows(book.sheets[0]?.name ?? '', [])) rows.push(...piece.records);
  return new Grid(rows);
}

/** Saved as CSV; 'gbk' by a table of the characters in it, made with the platform's decoder. */
export function csvOf(grid: Grid, encoding: 'utf-8' | 'gbk' = 'utf-8'): Uint8Array<ArrayBuffer> {
  const width = Math.max(...grid.rows.map((r) => r.length));
  const text = writeCsv(
    grid.rows.map((r) => Array.from({ length: width }, (_, i) => r[i] ?? '')),
    { delimiter: ',', quote: '"' },
    '\r\n',
  );
  return encoding === 'utf-8' ? new TextEncoder().encode(text) : gbk(text);
}

function gbk(text: string): Uint8Array<ArrayBuffer> {
  const table = new Map<string, [number, number]>();
  const decoder = new TextDecoder('gbk');
  for (let a = 0x81; a <= 0xfe; a++)
    for (let b = 0x40; b <= 0xfe; b++) if (b !== 0x7f) table.set(decoder.decode(new Uint8Array([a, b])), [a, b]);
  return new Uint8Array([...text].flatMap((c) => (c < '\x80' ? [c.charCodeAt(0)] : (table.get(c) ?? [0x3f]))));
}
