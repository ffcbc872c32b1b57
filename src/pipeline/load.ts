/**
 * Loads one table's rows into the engine, by the path its source allows: a regular file is read by the engine itself
 * while ingest proves it regular and reads its odd rows with care; any other is read with care throughout. Both paths
 * end in equal rows and equal reports.
 */
import type { Engine } from '../engine/engine';
import type { LineEnd, RowIndex, TableResult } from '../ingest';
import { firstLineEnd } from '../ingest/line-end';
import type { LedgerDef } from '../model/ledger';
import type { Mends } from '../model/mend';
import type { Period } from '../model/period';
import type { Problem } from '../model/problem';
import { isSheet, type LoadReport, type PersonsFound, type Reading, type SourceInfo } from '../model/table';
import {
  checkProblems,
  checksSql,
  coverageSql,
  dropRowsSql,
  duplicateKeysSql,
  forgetSql,
  loadBatchSql,
  loadCleanSql,
  subjectsSql,
  totalProblems,
  totalsSql,
} from '../query';
import type { IngestPort, WorkOptions } from './ingest-port';

/** What is to be read, and how: the same of all three gives the same rows. */
export interface Wanted {
  readonly source: SourceInfo;
  readonly reading: Reading;
  readonly mends: Mends;
}

/** Rows of one table in the engine, under a number of their own; a cache, made again from the source at any time. */
export interface LoadedRows {
  readonly table: number;
  readonly report: LoadReport;
  readonly checks: readonly Problem[];
  /** Verbatim unit names by period, nil reports included. */
  readonly coverage: readonly { readonly name: string; readonly period: Period; readonly rows: number }[];
  /** The measures its rows name; null where the ledger declares them. */
  readonly subjects: readonly string[] | null;
  readonly index: RowIndex;
  /** Persons found on the way; absent where nobody looked. */
  readonly persons?: PersonsFound | null;
}

/** A loading under way. */
export interface Begun {
  readonly engine: Promise<Engine>;
  readonly rows: Promise<LoadedRows>;
  /** Ends it, and takes out again what came of it. */
  readonly stop: () => void;
}

export interface LoadJob extends WorkOptions, Wanted {
  readonly engine: Engine;
  /** The rows read ahead, where they were. */
  readonly ahead?: Promise<ReadAhead> | undefined;
  readonly ingest: IngestPort;
  readonly ledger: LedgerDef;
  readonly blob: Blob;
  /** Bytes from which the engine may read the file itself; CLEAN_FROM unless told. */
  readonly cleanFrom?: number;
}

/** Bytes. Below this, compiling the engine's reading statement costs more than reading the rows with care. */
export const CLEAN_FROM = 8 * 2 ** 20;

/** A small table read whole while the engine was busy or still booting. */
export interface ReadAhead {
  readonly batches: readonly Uint8Array[];
  readonly result: TableResult;
}

/** Reads a table ahead of its loading; large ones stream past instead. */
export async function readAhead(ingest: IngestPort, blob: Blob, { source, reading, mends }: Wanted): Promise<ReadAhead> {
  const batches: Uint8Array[] = [];
  const keep = (batch: Uint8Array) => Promise.resolve(void batches.push(batch));
  return { batches, result: await ingest.read(blob, source.name, reading, mends, keep, {}) };
}

/** On any failure, cancel included, the rows loaded so far are taken out again. */
export async function loadRows(job: LoadJob, table: number): Promise<LoadedRows> {
  const { engine, ledger } = job;
  try {
    const { index, persons, distinct, ...report } = await read(job, table);
    const found = await engine.query(coverageSql(ledger, table), job.signal);
    const checks = [
      ...(await problemsOf(job, distinct ? null : duplicateKeysSql(ledger, table))),
      ...(await problemsOf(job, checksSql(ledger, table))),
      ...(await totalsOf(job, table, report)),
    ];
    const rows = found.map((r) => ({ name: String(r['name'] ?? ''), period: r['period'] as Period, rows: Number(r['rows']) }));
    const nil = report.nil.map((n) => ({ name: n.unit, period: n.period, rows: 0 }));
    const named = subjectsSql(ledger, table);
    const subjects = named === null ? null : (await engine.query(named)).map((r) => String(r['name'] ?? ''));
    const loaded = { table, report, checks, coverage: [...rows, ...nil], subjects, index };
    return persons === undefined ? loaded : { ...loaded, persons };
  } catch (error) {
    await engine.run(forgetSql(ledger, table)).catch(() => undefined);
    throw error;
  }
}

/** `distinct`: it is certain that no key is there twice. */
type Read = TableResult & { readonly distinct?: boolean };

async function read(job: LoadJob, table: number): Promise<Read> {
  const { engine, ingest, ledger, blob, source, reading, mends, signal } = job;
  const load = (batch: Uint8Array) => loadBatch(engine, ledger, table, batch);
  if (job.ahead) {
    const { batches, result } = await job.ahead;
    signal?.throwIfAborted();
    for (const batch of batches) await load(batch);
    return result;
  }
  if (blob.size >= (job.cleanFrom ?? CLEAN_FROM)) {
    const loaded = await loadClean(job, table);
    if (loaded) return loaded;
  }
  return ingest.read(blob, source.name, reading, mends, load, job);
}

async function problemsOf({ engine, ledger, source, signal }: LoadJob, sql: string | null): Promise<Problem[]> {
  return sql === null ? [] : checkProblems(await engine.query(sql, signal), ledger, source.name);
}

/** Totals that are not the sum of their rows. */
async function totalsOf(
  { engine, ledger, reading, source, signal }: LoadJob,
  table: number,
  report: LoadReport,
): Promise<Problem[]> {
  const sql = totalsSql(ledger, table, report.totals);
  return sql === null ? [] : totalProblems(await engine.query(sql, signal), ledger, report, reading, source.name);
}

let batches = 0;

function loadBatch(engine: Engine, ledger: LedgerDef, table: number, batch: Blob | Uint8Array): Promise<void> {
  return engine.withInput(`batch-${++batches}.csv`, batch, (path) => engine.run(loadBatchSql(ledger, path, table)));
}

/**
 * The engine's own reading and the scan, side by side; where the scan made a copy the engine reads that.
 * @returns null where the file is not regular; nothing is loaded then.
 */
async function loadClean(job: LoadJob, table: number): Promise<Read | null> {
  const { engine, ingest, ledger, reading, mends, source, blob, signal } = job;
  const scanning = ingest.scan(blob, source.name, reading, mends, { signal });
  const stop = new AbortController();
  signal?.addEventListener('abort', () => stop.abort(), { once: true });
  const load = (text: Blob, newline: LineEnd, until: AbortSignal | undefined) =>
    engine.withInput(`${source.hash}.csv`, text, (path) =>
      engine.run(loadCleanSql(ledger, reading, path, table, newline), until),
    );
  // Until the scan has spoken nobody knows what a failure means: the file may not be one the engine can read.
  const direct = !isSheet(reading.dialect) && reading.dialect.encoding === 'utf-8';
  const newline = direct ? await firstLineEnd(blob) : null;
  const loading = newline === null ? Promise.resolve(null) : load(blob, newline, stop.signal).then(() => null, failure);
  const scan = await scanning.catch(failure);
  if ('error' in scan || !scan.sifted || (newline ?? scan.newline) !== scan.newline) {
    stop.abort();
    await loading;
    await engine.run(forgetSql(ledger, table));
    if ('error' in scan) throw scan.error;
    return null;
  }
  const { sifted, index, copy } = scan;
  if (copy) {
    stop.abort();
    await loading;
    await engine.run(forgetSql(ledger, table));
    await load(copy, scan.newline, signal);
  } else {
    const failed = await loading;
    if (failed) throw failed.error;
  }
  if (sifted.odd > 0) {
    await engine.withInput(`${source.hash}.rows.csv`, sifted.rows, (path) => engine.run(dropRowsSql(ledger, path, table)));
    if (sifted.batch.size > 0) await loadBatch(engine, ledger, table, sifted.batch);
  }
  return { ...sifted.report, index, persons: sifted.persons, distinct: sifted.distinct };
}

const failure = (error: unknown) => ({ error });
