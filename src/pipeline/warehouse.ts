/**
 * The engine's tables as a cache of the record: loads what the record holds and the engine does not, marks which
 * rows are in force, and asks for measures of the ledgers that changed. Losing the engine loses nothing.
 */
import type { Engine, Row } from '../engine/engine';
import { LEDGERS, ledgerOf } from '../ledgers';
import type { LedgerDef, LedgerId } from '../model/ledger';
import type { LedgerRow } from '../model/ledger-row';
import { NO_MENDS } from '../model/mend';
import { Measures, type MeasureEntry } from '../model/measures';
import { asOf, periodsOf, type Period, type PeriodKind } from '../model/period';
import type { RowsRef } from '../model/reason';
import type { Reading, SourceInfo } from '../model/table';
import type { UnitId } from '../model/unit';
import {
  forgetSql,
  inForceSql,
  listSql,
  measureEntries,
  measuresSql,
  periodsSql,
  receiptsSql,
  rosterRowsSql,
  rowsBehindSql,
  schemaSql,
} from '../query';
import { inForce, type Claim } from '../workspace/in-force';
import type { AcceptedTable } from '../workspace/replay';
import type { IngestPort, WorkOptions } from './ingest-port';
import { CLEAN_FROM, loadRows, readAhead, type Begun, type LoadedRows, type ReadAhead, type Wanted } from './load';
import type { Names } from './names';
import type { RosterRow } from './roster';

/** A table of the record beside its rows in the engine. */
export interface Holding {
  readonly table: AcceptedTable;
  readonly ledger: LedgerDef;
  readonly rows: LoadedRows;
}

export interface LoadOptions extends WorkOptions {
  /** The loading of a large file, where it was begun already. */
  readonly begun?: Begun | undefined;
  /** Bytes from which the engine may read the file itself. */
  readonly cleanFrom?: number;
}

const keyOf = ({ source, reading, mends }: Wanted) => `${source.hash}\n${JSON.stringify([reading, mends])}`;

export class Warehouse {
  readonly #open: () => Promise<Engine>;
  readonly #ingest: IngestPort;
  #engine: Promise<Engine> | null = null;
  /** What became of the boot; null while it is under way. */
  #up: Engine | 'failed' | null = null;
  #next = 1;
  readonly #loaded = new Map<string, { readonly ledger: LedgerId; readonly rows: LoadedRows }>();
  /** Claims in force, and those the engine has marked, by ledger: it is told of a change when it is next asked. */
  #claims: readonly Claim[] = [];
  #marking: Promise<unknown> = Promise.resolve();
  readonly #stands = new Map<LedgerId, string>();
  readonly #ahead = new Map<string, Promise<ReadAhead>>();
  /** Place of each table in the journal. */
  #order: ReadonlyMap<number, number> = new Map();
  #periods = '';
  /** Rosters are asked for with every file that comes in. */
  readonly #rosters = new WeakMap<LoadedRows, RosterRow[]>();
  /** What is marked in force, and a change of it for a while, which readers of rows in force wait for. */
  #marked: { readonly holdings: readonly Holding[]; readonly names: Names } | null = null;
  #aside: Promise<unknown> = Promise.resolve();
  readonly #entries = new Map<LedgerId, readonly MeasureEntry[]>();

  constructor(open: () => Promise<Engine>, ingest: IngestPort) {
    this.#open = open;
    this.#ingest = ingest;
  }

  /** The engine, with the rows marked that are in force. */
  async engine(): Promise<Engine> {
    const engine = await this.boot();
    // One after the other: each looks at what the one before has marked.
    const marked = this.#marking.catch(() => undefined).then(() => this.#tell(engine));
    this.#marking = marked;
    await marked;
    return engine;
  }

  /** Boots the engine and makes its tables; one boot shared by all who ask. One that failed or died is asked for anew. */
  async boot(): Promise<Engine> {
    if (this.lost) await this.close();
    return (this.#engine ??= this.#start());
  }

  #start(): Promise<Engine> {
    const started = this.#open().then(async (engine) => {
      // One statement after the other in one message: a message to the engine's worker costs more than most of them.
      await engine.run([...LEDGERS.flatMap(schemaSql), ...inForceSql.schema()].join(';\n'));
      return engine;
    });
    const settled = (up: Engine | 'failed') => {
      if (this.#engine === started) this.#up = up;
    };
    started.then(settled, () => settled('failed'));
    return started;
  }

  /** Whether an engine that was booted, or failed to, can answer no more; one that is still booting may. */
  get lost(): boolean {
    return this.#up === 'failed' || this.#up?.ended === true;
  }

  /** Ends the engine and forgets what was in it; the next call boots another. */
  async close(): Promise<void> {
    const old = this.#engine;
    this.#engine = null;
    this.#up = null;
    this.#loaded.clear();
    this.#stands.clear();
    this.#entries.clear();
    this.#periods = '';
    this.#marked = null;
    this.#claims = [];
    await old?.then((e) => e.close()).catch(() => undefined);
  }

  /** Begins to read a small source, so that its rows are ready when the engine is. */
  ahead(wanted: Wanted, blob: Blob): void {
    const key = keyOf(wanted);
    if (blob.size >= CLEAN_FROM || this.#loaded.has(key) || this.#ahead.has(key)) return;
    const read = readAhead(this.#ingest, blob, wanted);
    read.catch(() => undefined); // told by whoever loads it
    this.#ahead.set(key, read);
  }

  /** Begins to load a large source, before its hash is known. Whoever does not take its rows by `load` stops it. */
  begin(source: SourceInfo, blob: Blob, reading: Reading): Begun {
    const stop = new AbortController();
    const ledger = ledgerOf(reading.ledger);
    const job = { ingest: this.#ingest, ledger, blob, source, reading, mends: NO_MENDS, signal: stop.signal };
    const engine = this.boot();
    const rows = engine.then((e) => loadRows({ ...job, engine: e }, this.#next++));
    rows.catch(() => undefined); // told by whoever takes them
    const forget = async () => {
      stop.abort();
      const { table } = await rows;
      await (await engine).run(forgetSql(ledger, table));
    };
    return { engine, rows, stop: () => void forget().catch(() => undefined) };
  }

  /** Whether these rows are in the engine. */
  has(wanted: Wanted): boolean {
    return this.#loaded.has(keyOf(wanted));
  }

  /** The rows of a source read in this way, loaded now unless they are in the engine already. */
  async load(wanted: Wanted, bytes: () => Promise<Blob>, options: LoadOptions): Promise<LoadedRows> {
    const { source, reading, mends } = wanted;
    const key = keyOf(wanted);
    const ready = this.#loaded.get(key);
    if (ready) {
      options.begun?.stop();
      return ready.rows;
    }
    const ahead = this.#ahead.get(key);
    this.#ahead.delete(key);
    const ledger = ledgerOf(reading.ledger);
    const { begun, ...others } = options;
    const [engine, blob] = await Promise.all([this.boot(), bytes()]);
    const job = { ...others, engine, ahead, ingest: this.#ingest, ledger, blob, source, reading, mends };
    // What was begun in an engine that is gone went with it.
    const own = begun && (await begun.engine.catch(() => null)) === engine ? begun : null;
    let stopped = false;
    const stop = () => {
      stopped = true;
      own?.stop();
    };
    if (others.signal?.aborted) stop();
    others.signal?.addEventListener('abort', stop);
    const rows = await (own?.rows ?? loadRows(job, this.#next++)).finally(() =>
      // Once they are taken nothing stops them.
      others.signal?.removeEventListener('abort', stop),
    );
    if (own && stopped) throw new DOMException('cancelled', 'AbortError');
    this.#loaded.set(key, { ledger: ledger.id, rows });
    return rows;
  }

  /** Takes all other rows out of the engine: those of what was let go, taken back, or read otherwise since. */
  async keepOnly(wanted: readonly Wanted[]): Promise<void> {
    const keys = new Set(wanted.map(keyOf));
    for (const key of [...this.#ahead.keys()]) if (!keys.has(key)) this.#ahead.delete(key);
    for (const [key, { ledger, rows }] of [...this.#loaded]) {
      if (keys.has(key)) continue;
      this.#loaded.delete(key);
      await (await this.boot()).run(forgetSql(ledgerOf(ledger), rows.table));
    }
  }

  /** The rows of a roster table, in file order. */
  async rosterRows(table: LoadedRows): Promise<RosterRow[]> {
    let rows = this.#rosters.get(table);
    if (!rows) {
      const engine = await this.boot();
      rows = await engine.query<Row & Record<keyof RosterRow, never>>(rosterRowsSql(table.table));
      this.#rosters.set(table, rows);
    }
    return rows;
  }

  /**
   * Decides which rows are in force. The engine marks them when it is next asked, and ledgers whose marks change are
   * measured again then.
   * @param holdings oldest first.
   * @returns the claims in force, and per holding how many claims it makes and how many of them stand.
   */
  mark(holdings: readonly Holding[], names: Names): Standing {
    this.#marked = { holdings, names };
    const claims = holdings.map((h) => ({ mode: h.ledger.named ? ('add' as const) : h.table.mode, claims: claimsOf(h, names) }));
    const standing = inForce(claims);
    this.#order = new Map(holdings.map((h, i) => [h.rows.table, i]));
    this.#claims = standing;
    const counts = new Map<number, number>();
    for (const c of standing) counts.set(c.table, (counts.get(c.table) ?? 0) + 1);
    return {
      claims: standing,
      of: new Map(
        holdings.map((h, i) => [h.rows, { claims: claims[i]?.claims.length ?? 0, inForce: counts.get(h.rows.table) ?? 0 }]),
      ),
    };
  }

  /** Brings the engine's marks in line with what is in force. */
  async #tell(engine: Engine): Promise<void> {
    const claims = this.#claims;
    const periods = [...new Set(claims.map((c) => c.period))].sort();
    if (periods.join() !== this.#periods) {
      await engine.run(periodsSql(periods.map((p) => ({ period: p, asOf: asOf(p) }))));
      this.#periods = periods.join();
    }
    const stands = new Map<LedgerId, Claim[]>(LEDGERS.map((l) => [l.id, []]));
    for (const c of claims) stands.get(c.ledger)?.push(c);
    const changed = LEDGERS.flatMap((ledger) => {
      const own = stands.get(ledger.id) ?? [];
      const stand = JSON.stringify(own);
      return (this.#stands.get(ledger.id) ?? '[]') === stand ? [] : [{ ledger, own, stand }];
    });
    if (changed.length === 0) return;
    const text = new TextEncoder().encode(inForceSql.text(changed.flatMap((c) => c.own)));
    await engine.withInput('in-force.csv', text, (path) =>
      engine.run(
        inForceSql.replace(
          changed.map((c) => c.ledger),
          path,
        ),
      ),
    );
    for (const { ledger, stand } of changed) {
      this.#stands.set(ledger.id, stand);
      this.#entries.delete(ledger.id);
    }
  }

  #holds(ledger: LedgerId): boolean {
    return this.#claims.some((c) => c.ledger === ledger);
  }

  /** Place in the journal of the table a row came in with. */
  #orderOf(row: Row): number {
    return this.#order.get(Number(row['_import'])) ?? -1;
  }

  /** The rows behind a figure, in the order of the journal; of rows that name their measure only the one that holds. */
  async rowsBehind(ref: RowsRef, limit: number): Promise<Row[]> {
    await this.#aside;
    const rows = await (await this.engine()).query(rowsBehindSql(ref, limit));
    rows.sort((a, b) => this.#orderOf(a) - this.#orderOf(b) || Number(a['_row']) - Number(b['_row']));
    return ledgerOf(ref.measure.split('.')[0] ?? '').named ? rows.slice(-1) : rows;
  }

  /** A ledger's rows in force in a period, in the order of the journal and of their tables. */
  async rowsIn(ledger: LedgerDef, period: Period): Promise<LedgerRow[]> {
    await this.#aside;
    if (!this.#holds(ledger.id)) return [];
    const rows = await (await this.engine()).query(listSql(ledger, period));
    return rows
      .map(({ _import, _row, _unit, ...cells }): LedgerRow => {
        const table = this.#order.get(Number(_import)) ?? -1;
        return { table, row: Number(_row), unit: String(_unit) as UnitId, cells };
      })
      .sort((a, b) => a.table - b.table || a.row - b.row);
  }

  /** The rows in force of the register of tables received. */
  async receipts(): Promise<Row[]> {
    return !this.#holds('receipts') ? [] : (await this.engine()).query(receiptsSql());
  }

  /**
   * The measures of all rows marked in force; only ledgers whose marks changed are asked again.
   * @param more entries that are made without the engine.
   */
  async measures(more: readonly MeasureEntry[] = []): Promise<Measures> {
    // Nothing is asked of an engine that may still be booting where there is nothing to ask.
    const engine = this.#claims.length > 0 || this.#stands.size > 0 ? await this.engine() : null;
    for (const ledger of engine ? LEDGERS : []) {
      if (this.#entries.has(ledger.id) || !this.#stands.has(ledger.id)) continue;
      const sql = measuresSql(ledger);
      const rows = sql === null || !engine ? [] : await engine.query(sql);
      // Where rows name their measure the last one holds: last in the order of the journal, not of loading.
      if (ledger.named) rows.sort((a, b) => this.#orderOf(a) - this.#orderOf(b));
      this.#entries.set(ledger.id, measureEntries(ledger, rows));
    }
    return new Measures([...[...this.#entries.values()].flat(), ...more]);
  }

  /**
   * What would hold and be measured with these holdings. What is marked in force is so again afterwards.
   * @param more entries that are made without the engine, from what would hold.
   */
  async measuresIf(
    holdings: readonly Holding[],
    names: Names,
    more: (standing: Standing, receipts: readonly Row[]) => readonly MeasureEntry[],
  ): Promise<{ standing: Standing; measures: Measures }> {
    const marked = this.#marked;
    const entries = new Map(this.#entries);
    const look = async () => {
      try {
        const standing = this.mark(holdings, names);
        return { standing, measures: await this.measures(more(standing, await this.receipts())) };
      } finally {
        this.mark(marked?.holdings ?? [], marked?.names ?? names);
        await this.engine();
        for (const [ledger, of] of entries) this.#entries.set(ledger, of);
      }
    };
    const looked = look();
    this.#aside = looked.catch(() => undefined);
    return looked;
  }
}

/** Which rows hold. */
export interface Standing {
  readonly claims: readonly Claim[];
  readonly of: ReadonlyMap<LoadedRows, { readonly claims: number; readonly inForce: number }>;
}

/** The quarters that reported tables speak of. */
export const reportedQuarters = (claims: readonly Claim[]): Period[] => scoredPeriods(claims);

/** The periods to score: those of the scheme's kind that reported tables speak of. */
export const scoredPeriods = (claims: readonly Claim[], kind: PeriodKind = 'Q'): Period[] =>
  periodsOf(
    claims.filter((c) => !ledgerOf(c.ledger).given).map((c) => c.period),
    kind,
  );

function claimsOf({ ledger, rows }: Holding, names: Names): Claim[] {
  return rows.coverage.flatMap(({ name, period }) => {
    const unit = names.resolve(name);
    // null: the user said it is none of ours; undefined: a roster change made it unknown, which is shown as a question
    return unit === null || unit === undefined ? [] : [{ ledger: ledger.id, table: rows.table, name, unit, period }];
  });
}
