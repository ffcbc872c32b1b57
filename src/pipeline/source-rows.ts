/** Rows as their sources have them, with what was mended of them: behind a number, in the problems table, in the checked table. */
import { ledgerOf } from '../ledgers';
import type { LedgerId } from '../model/ledger';
import type { Problem } from '../model/problem';
import type { RowsRef } from '../model/reason';
import type { ColumnMapping } from '../model/table';
import { keptDown, UNDER_THREE } from '../query';
import type { IngestPort } from './ingest-port';
import type { Bytes, Shelf } from './shelf';
import type { Holding, Warehouse } from './warehouse';

/** A row behind a number: its place in its source, its verbatim cells under the source's headers, and what it added. */
export interface RowBehind {
  readonly file: string;
  /** The accepted table's journal entry, where it is a row of one. */
  readonly table?: number;
  /** 1-based record number, as a spreadsheet shows it. */
  readonly row: number;
  /** `mended`: what the cell was read as. Sensitive counts under three read ＜3. */
  readonly cells: readonly {
    readonly header: string;
    readonly text: string;
    readonly column: string | null;
    readonly mended?: string;
  }[];
  readonly contribution: number | null;
}

/** A record of a source. */
export interface SourceRow {
  /** 1-based record number. */
  readonly row: number;
  /** Verbatim. */
  readonly cells: readonly string[];
  /** Cells that are read as other texts; `column` counts from 0 and may lie beyond the record's end. */
  readonly mended: readonly { readonly column: number; readonly text: string }[];
}

/** A table with everything that was found wrong in it, to be sent back. */
export interface CheckedTable {
  readonly file: string;
  readonly ledger: LedgerId;
  readonly columns: readonly ColumnMapping[];
  /** 1-based record number of the first row below the header. */
  readonly firstDataRow: number;
  /** Title rows and header included. */
  readonly rows: readonly SourceRow[];
  readonly problems: readonly Problem[];
}

/** Records read at once, so that what travels between threads stays small. */
const PIECE = 10_000;

export class SourceRows {
  readonly #shelf: Shelf;
  readonly #warehouse: Warehouse;
  readonly #ingest: IngestPort;
  readonly #bytes: Bytes;

  constructor(shelf: Shelf, warehouse: Warehouse, ingest: IngestPort, bytes: Bytes) {
    this.#shelf = shelf;
    this.#warehouse = warehouse;
    this.#ingest = ingest;
    this.#bytes = bytes;
  }

  /** The rows that stand behind a figure, in the order of their tables. */
  async behind(ref: RowsRef, limit: number): Promise<readonly RowBehind[]> {
    const found = await this.#warehouse.rowsBehind(ref, limit);
    const byTable = new Map<Holding, typeof found>();
    for (const row of found) {
      const holding = this.#shelf.holdings.find((h) => h.rows.table === row['_import']);
      if (holding) byTable.set(holding, [...(byTable.get(holding) ?? []), row]);
    }
    const result: RowBehind[] = [];
    for (const [holding, list] of byTable) {
      const { table, ledger } = holding;
      const sensitive = new Set(ledger.columns.flatMap((c) => (c.sensitive ? [c.id] : [])));
      const values = new Map(list.map((r) => [Number(r['_row']), r]));
      for (const { row, cells, mended } of await this.#read(holding, [...values.keys()])) {
        const value = values.get(row) ?? {};
        result.push({
          file: table.source.name,
          table: table.seq,
          row,
          cells: table.reading.columns.map(({ index, header, column }) => {
            const as = mended.find((m) => m.column === index)?.text;
            const own = { header, text: cells[index] ?? '', column, ...(as === undefined ? {} : { mended: as }) };
            if (column === null || !sensitive.has(column)) return own;
            const small = Number(value[column] ?? Infinity) < 3;
            return {
              ...own,
              text: small && as === undefined ? UNDER_THREE : keptDown(own.text),
              ...(as === undefined ? {} : { mended: small ? UNDER_THREE : keptDown(as) }),
            };
          }),
          contribution: typeof value['_adds'] === 'number' ? value['_adds'] : null,
        });
      }
    }
    return result;
  }

  /** Records of an accepted table by number, in order; those its source does not have are left out. */
  async of(seq: number, rows: readonly number[]): Promise<readonly SourceRow[]> {
    const holding = this.#shelf.of(seq);
    return holding ? this.#read(holding, rows) : [];
  }

  /** The whole of an accepted table. @throws RangeError for an entry that is no accepted table. */
  async whole(seq: number): Promise<CheckedTable> {
    const holding = this.#shelf.of(seq);
    if (!holding) throw new RangeError(`no table ${seq}`);
    const { table, rows } = holding;
    const { reading, source } = table;
    const firstDataRow = reading.header.first + reading.header.count + 1;
    const first = reading.transposed ? 1 : (reading.area?.first ?? 0) + 1;
    const last = firstDataRow + rows.report.rows - 1;
    const read: SourceRow[] = [];
    for (let from = first; from <= last; from += PIECE) {
      const numbers = Array.from({ length: Math.min(PIECE, last - from + 1) }, (_, i) => from + i);
      read.push(...(await this.#read(holding, numbers)));
    }
    const { rejected, excluded, warnings } = rows.report;
    const byHand = excluded.filter((p) => p.code === 'row.excludedByHand');
    return {
      file: source.name,
      ledger: ledgerOf(reading.ledger).id,
      columns: reading.columns,
      firstDataRow,
      rows: read,
      problems: [...rejected, ...byHand, ...warnings, ...rows.checks],
    };
  }

  async #read({ table, rows }: Holding, numbers: readonly number[]): Promise<SourceRow[]> {
    const texts = await this.#ingest.verbatim(await this.#bytes(table.source), table.reading, numbers, rows.index);
    const mended = new Map<number, { column: number; text: string }[]>();
    for (const { row, column, text } of table.mends.cells) mended.set(row, [...(mended.get(row) ?? []), { column, text }]);
    return [...new Set(numbers)].flatMap((row) => {
      const cells = texts.get(row);
      return cells ? [{ row, cells, mended: mended.get(row) ?? [] }] : [];
    });
  }
}
