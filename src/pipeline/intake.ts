/**
 * Files on their way in: read, recognised, asked about, loaded, and handed over for acceptance. Until a file is
 * accepted nothing of the record or of what shows has changed.
 */
import { QueryError } from '../engine/engine';
import { ledgerOf } from '../ledgers';
import { unitColumn } from '../model/ledger';
import { problem, ProblemError, type Problem } from '../model/problem';
import type { Answer, SourceInfo, TableProposal } from '../model/table';
import type { IngestPort } from './ingest-port';
import type { ScanResult } from '../ingest';
import { CLEAN_FROM, type LoadedRows } from './load';
import type { Names } from './names';
import type { PendingFile, Stage, UnknownName } from './snapshot';
import type { Warehouse } from './warehouse';

/** A file that has been read and not yet accepted or dismissed. */
interface Arrival {
  readonly id: number;
  readonly source: SourceInfo;
  readonly blob: Blob;
  table: TableProposal | null;
  /** Begun early for a large file; of no use once an answer changed its reading. */
  scanned: Promise<ScanResult> | undefined;
  rows: LoadedRows | null;
  problem: Problem | null;
  /** How its rows stand to earlier ones, once known. */
  mode: 'replace' | 'add' | null;
  waits: 'names' | 'overlap' | null;
}

/** A file with nothing left to ask. */
export interface Settled {
  readonly source: SourceInfo;
  readonly blob: Blob;
  readonly table: TableProposal;
  readonly rows: LoadedRows;
  readonly mode: 'replace' | 'add';
}

export interface IntakeView {
  readonly names: Names;
  /** Whether rows with these keys are in force already; null when no table in force speaks of the same units and periods. */
  overlap(ledger: string, rows: LoadedRows): Promise<'some' | 'none' | null>;
}

export type Report = (stage: Stage, file: string, share: number | null) => void;

export class Intake {
  readonly #ingest: IngestPort;
  readonly #warehouse: Warehouse;
  #arrivals: Arrival[] = [];
  #next = 1;

  constructor(ingest: IngestPort, warehouse: Warehouse) {
    this.#ingest = ingest;
    this.#warehouse = warehouse;
  }

  /** Looks at a file and puts it in the row of those that wait. Never throws for what the file holds. */
  async arrive(file: Blob & { readonly name: string }, report: Report): Promise<SourceInfo> {
    report('inspect', file.name, null);
    const hashing = this.#ingest.hash(file);
    const seen = await this.#ingest.inspect(file, { hash: '', name: file.name, size: file.size });
    const table = seen.ok ? (seen.tables[0] ?? null) : null;
    const settled = table?.questions.length === 0 ? table.reading : null;
    // A large file is scanned while it is hashed: the one needs the processor, the other the disk.
    const scanned = settled && table?.clean && file.size >= CLEAN_FROM ? this.#ingest.scan(file, settled, {}) : undefined;
    scanned?.catch(() => undefined); // told by whoever loads it
    report('hash', file.name, null);
    const source: SourceInfo = { hash: await hashing, name: file.name, size: file.size };
    // the same bytes waiting already: the newer arrival takes the place of the older
    this.#arrivals = this.#arrivals.filter((a) => a.source.hash !== source.hash);
    if (settled) this.#warehouse.ahead(source, settled, file);
    const problem = seen.ok ? null : seen.problem;
    this.#arrivals.push({ id: this.#next++, source, blob: file, table, scanned, rows: null, problem, mode: null, waits: null });
    return source;
  }

  async answer(id: number, answer: Answer): Promise<void> {
    const arrival = this.#arrivals.find((a) => a.id === id);
    if (!arrival?.table) return;
    await this.#unload(arrival);
    arrival.table = await this.#ingest.answer(arrival.table, answer);
    // an answer can leave the table without what it cannot do without
    arrival.problem = arrival.table.problems.find((p) => p.level === 'error') ?? null;
  }

  decideMode(id: number, mode: 'replace' | 'add'): void {
    const arrival = this.#arrivals.find((a) => a.id === id);
    if (arrival) arrival.mode = mode;
  }

  async dismiss(id: number): Promise<void> {
    const arrival = this.#arrivals.find((a) => a.id === id);
    this.#arrivals = this.#arrivals.filter((a) => a.id !== id);
    if (arrival) await this.#unload(arrival);
  }

  async #unload(arrival: Arrival): Promise<void> {
    if (arrival.rows && arrival.table) await this.#warehouse.forget(arrival.source, arrival.table.reading);
    arrival.rows = null;
    arrival.waits = null;
    arrival.mode = null;
    arrival.scanned = undefined;
  }

  /** The files that can be looked at next: rosters first, since the names in the others hang on them. */
  #ready(): Arrival[] {
    const open = this.#arrivals.filter((a) => a.table && !a.problem && a.table.questions.length === 0);
    const roster = open.filter((a) => a.table?.reading.ledger === 'roster');
    return [...roster, ...open.filter((a) => !roster.includes(a))];
  }

  /**
   * Loads the next file that has no question left and takes it out of the row.
   * @returns null when every file left waits for the user.
   */
  async settleNext(view: IntakeView, report: Report, signal: AbortSignal): Promise<Settled | null> {
    for (const arrival of this.#ready()) {
      const table = arrival.table as TableProposal;
      try {
        arrival.rows ??= await this.#load(arrival, table, report, signal);
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') throw error;
        arrival.problem = asProblem(error, arrival.source.name);
        continue;
      }
      if (this.#unknownIn(arrival, view.names)) {
        arrival.waits = 'names';
        continue;
      }
      arrival.mode ??= await this.#modeOf(arrival, table, view);
      if (arrival.mode === null) {
        arrival.waits = 'overlap';
        continue;
      }
      this.#arrivals = this.#arrivals.filter((a) => a !== arrival);
      return { source: arrival.source, blob: arrival.blob, table, rows: arrival.rows, mode: arrival.mode };
    }
    return null;
  }

  #load(arrival: Arrival, table: TableProposal, report: Report, signal: AbortSignal): Promise<LoadedRows> {
    const { name, size } = arrival.source;
    report('load', name, 0);
    return this.#warehouse.load(arrival.source, table.reading, () => Promise.resolve(arrival.blob), {
      signal,
      scanned: arrival.scanned,
      // most rows would come back from the engine to be read with care: then all are, at once
      ...(table.clean ? {} : { cleanFrom: Infinity }),
      onProgress: (bytes) => report('load', name, size > 0 ? bytes / size : null),
    });
  }

  #unknownIn(arrival: Arrival, names: Names): boolean {
    const ledger = ledgerOf((arrival.table as TableProposal).reading.ledger);
    return !!unitColumn(ledger) && !!arrival.rows?.coverage.some((c) => names.resolve(c.name) === undefined);
  }

  /** Tables of one row per unit replace; of many rows, a table without a row in common may be a further part: null = ask. */
  async #modeOf(arrival: Arrival, table: TableProposal, view: IntakeView): Promise<'replace' | 'add' | null> {
    const overlap = await view.overlap(table.reading.ledger, arrival.rows as LoadedRows);
    return overlap === 'none' ? null : 'replace';
  }

  /** Lets go of what was cancelled before its turn came. */
  async dropQueued(): Promise<void> {
    for (const { id, state } of this.pending()) if (state === 'queued') await this.dismiss(id);
  }

  pending(): PendingFile[] {
    return this.#arrivals.map(({ id, source, table, problem: fault, waits }): PendingFile => {
      if (fault || !table) return { id, source, state: 'fault', problem: fault ?? problem('error', 'file.unknownTable') };
      if (table.questions.length > 0) return { id, source, state: 'questions', table };
      return { id, source, state: waits ?? 'queued', table };
    });
  }

  unknownNames(names: Names): UnknownName[] {
    const uses = this.#arrivals.flatMap((a) =>
      a.table && unitColumn(ledgerOf(a.table.reading.ledger))
        ? (a.rows?.coverage ?? []).map((c) => ({ name: c.name, rows: c.rows, file: a.source.name }))
        : [],
    );
    return names.unknown(uses);
  }
}

/** Any failure as a problem with words: what the input did wrong, else what the engine said. */
export function asProblem(error: unknown, file: string): Problem {
  if (error instanceof ProblemError) return error.problem;
  const message = error instanceof Error ? error.message : String(error);
  if (/out of memory/i.test(message)) return problem('error', 'engine.outOfMemory', { file });
  return problem('error', error instanceof QueryError ? 'engine.query' : 'engine.failed', { file }, { message });
}
