/**
 * The engine's tables as a cache of the record: loads what the record holds and the engine does not, marks which
 * rows are in force, and asks for measures of the ledgers that changed. Losing the engine loses nothing.
 */
import type { Engine, Row } from '../engine/engine';
import { LEDGERS, ledgerOf } from '../ledgers';
import type { LedgerDef, LedgerId } from '../model/ledger';
import { Measures, type MeasureEntry } from '../model/measures';
import { asOf, quartersOf, type Period } from '../model/period';
import type { RowsRef } from '../model/reason';
import type { Reading, SourceInfo } from '../model/table';
import {
  forgetSql,
  inForceSql,
  measureEntries,
  measuresSql,
  periodsSql,
  rosterRowsSql,
  rowsBehindSql,
  schemaSql,
} from '../query';
import type { ScanResult } from '../ingest';
import { inForce, type Claim } from '../workspace/in-force';
import type { IngestPort, WorkOptions } from './ingest-port';
import { CLEAN_FROM, loadRows, readAhead, type LoadedRows, type ReadAhead } from './load';
import type { Names } from './names';
import type { RosterRow } from './roster';

/** A table of the record beside its rows in the engine. */
export interface Holding {
  readonly ledger: LedgerDef;
  readonly mode: 'replace' | 'add';
  readonly rows: LoadedRows;
}

export interface LoadOptions extends WorkOptions {
  /** The scan of a large file, where it was begun already. */
  readonly scanned?: Promise<ScanResult> | undefined;
  /** Bytes from which the engine may read the file itself. */
  readonly cleanFrom?: number;
}

const keyOf = (source: SourceInfo, reading: Reading) => `${source.hash}\n${JSON.stringify(reading)}`;

export class Warehouse {
  readonly #open: () => Promise<Engine>;
  readonly #ingest: IngestPort;
  #engine: Promise<Engine> | null = null;
  #next = 1;
  readonly #loaded = new Map<string, LoadedRows>();
  /** Claims in force as the engine has them marked, by ledger, to see what changes. */
  readonly #stands = new Map<LedgerId, string>();
  readonly #ahead = new Map<string, Promise<ReadAhead>>();
  /** Place of each table in the journal. */
  #order: ReadonlyMap<number, number> = new Map();
  #periods = '';
  readonly #entries = new Map<LedgerId, readonly MeasureEntry[]>();

  constructor(open: () => Promise<Engine>, ingest: IngestPort) {
    this.#open = open;
    this.#ingest = ingest;
  }

  /** Boots the engine and makes its tables; one boot shared by all who ask. One that failed or died is asked for anew. */
  async engine(): Promise<Engine> {
    if (await this.lost()) await this.close();
    this.#engine ??= this.#open().then(async (engine) => {
      for (const ledger of LEDGERS) for (const sql of schemaSql(ledger)) await engine.run(sql);
      for (const sql of inForceSql.schema()) await engine.run(sql);
      return engine;
    });
    return this.#engine;
  }

  /** Whether an engine that was booted can answer no more. */
  async lost(): Promise<boolean> {
    return this.#engine !== null && (await this.#engine.catch(() => null))?.ended !== false;
  }

  /** Ends the engine and forgets what was in it; the next call boots another. */
  async close(): Promise<void> {
    const old = this.#engine;
    this.#engine = null;
    this.#loaded.clear();
    this.#stands.clear();
    this.#entries.clear();
    this.#periods = '';
    await old?.then((e) => e.close()).catch(() => undefined);
  }

  /** Whether these rows are in the engine. */
  has(source: SourceInfo, reading: Reading): boolean {
    return this.#loaded.has(keyOf(source, reading));
  }

  /** Begins to read a small source, so that its rows are ready when the engine is. */
  ahead(source: SourceInfo, reading: Reading, blob: Blob): void {
    const key = keyOf(source, reading);
    if (blob.size >= CLEAN_FROM || this.#loaded.has(key) || this.#ahead.has(key)) return;
    const read = readAhead(this.#ingest, blob, source, reading);
    read.catch(() => undefined); // told by whoever loads it
    this.#ahead.set(key, read);
  }

  /** The rows of a source read in this way, loaded now unless they are in the engine already. */
  async load(source: SourceInfo, reading: Reading, bytes: () => Promise<Blob>, options: LoadOptions): Promise<LoadedRows> {
    const key = keyOf(source, reading);
    const ready = this.#loaded.get(key);
    if (ready) return ready;
    const ahead = this.#ahead.get(key);
    this.#ahead.delete(key);
    const [engine, blob] = await Promise.all([this.engine(), bytes()]);
    const job = { ...options, engine, ahead, ingest: this.#ingest, ledger: ledgerOf(reading.ledger), blob, source, reading };
    const rows = await loadRows(job, this.#next++);
    this.#loaded.set(key, rows);
    return rows;
  }

  /** Takes rows out of the engine that no table of the record rests on. */
  async forget(source: SourceInfo, reading: Reading): Promise<void> {
    const key = keyOf(source, reading);
    const rows = this.#loaded.get(key);
    this.#ahead.delete(key);
    if (!rows) return;
    this.#loaded.delete(key);
    await (await this.engine()).run(forgetSql(ledgerOf(reading.ledger), rows.table));
  }

  /** The rows of a roster table, in file order. */
  async rosterRows(table: LoadedRows): Promise<RosterRow[]> {
    const engine = await this.engine();
    return engine.query<Row & Record<keyof RosterRow, never>>(rosterRowsSql(table.table));
  }

  /**
   * Marks in the engine which rows are in force; ledgers whose marks change are measured again when next asked.
   * @param holdings oldest first.
   * @returns the claims in force, and per holding how many claims it makes and how many of them stand.
   */
  async mark(holdings: readonly Holding[], names: Names): Promise<Standing> {
    const engine = await this.engine();
    const claims = holdings.map((h) => ({ mode: h.ledger.named ? ('add' as const) : h.mode, claims: claimsOf(h, names) }));
    const standing = inForce(claims);
    this.#order = new Map(holdings.map((h, i) => [h.rows.table, i]));
    const periods = [...new Set(standing.map((c) => c.period))].sort();
    if (periods.join() !== this.#periods) {
      await engine.run(periodsSql(periods.map((p) => ({ period: p, asOf: asOf(p) }))));
      this.#periods = periods.join();
    }
    for (const ledger of LEDGERS) {
      const own = standing.filter((c) => c.ledger === ledger.id);
      const stand = JSON.stringify(own);
      if ((this.#stands.get(ledger.id) ?? '[]') === stand) continue;
      for (const sql of inForceSql.replace(ledger, own)) await engine.run(sql);
      this.#stands.set(ledger.id, stand);
      this.#entries.delete(ledger.id);
    }
    const counts = new Map<number, number>();
    for (const c of standing) counts.set(c.table, (counts.get(c.table) ?? 0) + 1);
    return {
      claims: standing,
      of: new Map(
        holdings.map((h, i) => [h.rows, { claims: claims[i]?.claims.length ?? 0, inForce: counts.get(h.rows.table) ?? 0 }]),
      ),
    };
  }

  /** Place in the journal of the table a row came in with. */
  #orderOf(row: Row): number {
    return this.#order.get(Number(row['_import'])) ?? -1;
  }

  /** The rows behind a figure, in the order of the journal; of rows that name their measure only the one that holds. */
  async rowsBehind(ref: RowsRef, limit: number): Promise<Row[]> {
    const rows = await (await this.engine()).query(rowsBehindSql(ref, limit));
    rows.sort((a, b) => this.#orderOf(a) - this.#orderOf(b) || Number(a['_row']) - Number(b['_row']));
    return ledgerOf(ref.measure.split('.')[0] ?? '').named ? rows.slice(-1) : rows;
  }

  /** The measures of all rows marked in force; only ledgers whose marks changed are asked again. */
  async measures(): Promise<Measures> {
    const engine = await this.engine();
    for (const ledger of LEDGERS) {
      if (this.#entries.has(ledger.id) || !this.#stands.has(ledger.id)) continue;
      const sql = measuresSql(ledger);
      const rows = sql === null ? [] : await engine.query(sql);
      // Where rows name their measure the last one holds: last in the order of the journal, not of loading.
      if (ledger.named) rows.sort((a, b) => this.#orderOf(a) - this.#orderOf(b));
      this.#entries.set(ledger.id, measureEntries(ledger, rows));
    }
    return new Measures([...this.#entries.values()].flat());
  }
}

/** Which rows hold. */
export interface Standing {
  readonly claims: readonly Claim[];
  readonly of: ReadonlyMap<LoadedRows, { readonly claims: number; readonly inForce: number }>;
}

/** The quarters that reported tables speak of: the periods to score. */
export const reportedQuarters = (claims: readonly Claim[]): Period[] =>
  quartersOf(claims.filter((c) => !ledgerOf(c.ledger).given).map((c) => c.period));

function claimsOf({ ledger, rows }: Holding, names: Names): Claim[] {
  return rows.coverage.flatMap(({ name, period }) => {
    const unit = names.resolve(name);
    // null: the user said it is none of ours; undefined: a roster change made it unknown, which is shown as a question
    return unit === null || unit === undefined ? [] : [{ ledger: ledger.id, table: rows.table, name, unit, period }];
  });
}
