/** Whose rows were rejected or drew warnings, for 报送质量: a table of one unit is all its own, of several each row is its unit's. */
import { unitColumn } from '../model/ledger';
import type { UnitId } from '../model/unit';
import { rowNamesSql } from '../query';
import type { IngestPort } from './ingest-port';
import type { LoadedRows } from './load';
import type { Names } from './names';
import type { SentTable } from './return-facts';
import type { Bytes } from './shelf';
import type { Holding, Warehouse } from './warehouse';

export class Quality {
  readonly #warehouse: Warehouse;
  readonly #ingest: IngestPort;
  readonly #bytes: Bytes;
  /** Unit names as written, by row: read once, and again only when the rows are. */
  readonly #names = new WeakMap<LoadedRows, Promise<ReadonlyMap<number, string>>>();

  constructor(warehouse: Warehouse, ingest: IngestPort, bytes: Bytes) {
    this.#warehouse = warehouse;
    this.#ingest = ingest;
    this.#bytes = bytes;
  }

  /** By unit: rows rejected and warnings. What no unit can be told of (a row without a name) is nobody's. */
  async of(holding: Holding, names: Names): Promise<SentTable['quality']> {
    const { report, checks, coverage } = holding.rows;
    const found = new Map<UnitId, { rejected: number; warnings: number }>();
    const warnings = [...report.warnings, ...checks].filter((p) => p.level === 'warning');
    if (holding.ledger.given || report.rejected.length + warnings.length === 0) return found;
    const units = new Set(coverage.map((c) => names.resolve(c.name)));
    const [only] = units;
    const written = units.size > 1 ? await this.#namesIn(holding) : null;
    const add = (row: number | undefined, kind: 'rejected' | 'warnings'): void => {
      const name = written?.get(row ?? 0);
      const unit = written ? name !== undefined && name !== '' && names.resolve(name) : only;
      if (!unit) return;
      const own = found.get(unit) ?? { rejected: 0, warnings: 0 };
      found.set(unit, { ...own, [kind]: own[kind] + 1 });
    };
    for (const p of report.rejected) add(p.place.row, 'rejected');
    for (const p of warnings) add(p.place.row, 'warnings');
    return found;
  }

  #namesIn(holding: Holding): Promise<ReadonlyMap<number, string>> {
    let names = this.#names.get(holding.rows);
    if (!names) this.#names.set(holding.rows, (names = this.#read(holding)));
    return names;
  }

  /** Accepted rows are in the engine; rejected ones only in the source. */
  async #read({ table, ledger, rows }: Holding): Promise<ReadonlyMap<number, string>> {
    const numbers = (list: readonly { readonly place: { readonly row?: number } }[]): number[] => [
      ...new Set(list.flatMap((p) => p.place.row ?? [])),
    ];
    const found = new Map<number, string>();
    const sql = rowNamesSql(ledger, rows.table, numbers([...rows.report.warnings, ...rows.checks]));
    if (sql !== null)
      for (const r of await (await this.#warehouse.engine()).query(sql)) found.set(Number(r['_row']), String(r['name'] ?? ''));
    const index = table.reading.columns.find((c) => c.column === unitColumn(ledger)?.id)?.index;
    const rejected = numbers(rows.report.rejected);
    if (index === undefined || rejected.length === 0) return found;
    const texts = await this.#ingest.verbatim(await this.#bytes(table.source), table.reading, rejected, rows.index);
    for (const [row, cells] of texts) {
      const mended = table.mends.cells.find((m) => m.row === row && m.column === index)?.text;
      found.set(row, (mended ?? cells[index] ?? '').trim());
    }
    return found;
  }
}
