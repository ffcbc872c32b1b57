/**
 * Tables on their way in: read, recognised, asked about, loaded, and handed over for acceptance. Until a table is
 * accepted nothing of the record or of what shows has changed.
 */
import { QueryError } from '../engine/engine';
import { ledgerOf } from '../ledgers';
import { unitColumn } from '../model/ledger';
import { problem, ProblemError, type Problem } from '../model/problem';
import type { Answer, InspectOptions, SourceInfo, TableProposal } from '../model/table';
import type { AcceptedTable, Workspace } from '../workspace/replay';
import { asksPersons, isOf, isTaken, pendingOf, wantedOf, type Arrival, type Settled } from './arrival';
import type { IngestPort } from './ingest-port';
import { CLEAN_FROM, type LoadedRows, type Wanted } from './load';
import type { Names, NameUse } from './names';
import { maskAll, noteFound, searchAll } from './persons';
import { usesIn } from './shelf';
import type { PendingFile, Stage } from './snapshot';
import type { Warehouse } from './warehouse';

export interface IntakeView {
  readonly names: Names;
  /** Whether rows with these keys are in force already; null when no table in force speaks of the same units and periods. */
  overlap(ledger: string, rows: LoadedRows): Promise<'some' | 'none' | null>;
}

export type Report = (stage: Stage, file: string, share: number | null) => void;

/** Answers that the next table of the same sender and headers need not be asked again. */
const TAUGHT: ReadonlySet<Answer['ask']> = new Set<Answer['ask']>(['ledger', 'map', 'column', 'share', 'scale', 'words']);

export class Intake {
  readonly #ingest: IngestPort;
  readonly #warehouse: Warehouse;
  #arrivals: readonly Arrival[] = [];
  #next = 1;

  constructor(ingest: IngestPort, warehouse: Warehouse) {
    this.#ingest = ingest;
    this.#warehouse = warehouse;
  }

  /**
   * Looks at a file and puts its tables in the row of those that wait, but for those accepted already. Never throws for
   * what the file holds.
   * @returns what there is to say of the file as a whole.
   */
  async arrive(file: File, { tables, remembered }: Workspace, report: Report): Promise<readonly Problem[]> {
    report('inspect', file.name, null);
    const hashing = this.#ingest.hash(file);
    const { arrivals, rest } = await this.#look(file, { hash: '', name: file.name, size: file.size }, { remembered });
    report('hash', file.name, null);
    const source: SourceInfo = { hash: await hashing, name: file.name, size: file.size };
    const isNew = ({ table }: Arrival) => !table || !isTaken(tables, source, table.reading);
    const fresh = arrivals.map((a) => Object.assign(a, { source })).filter(isNew);
    for (const a of arrivals) if (!fresh.includes(a)) unload(a);
    // the same bytes waiting already: the newer arrival takes the place of the older
    const older = this.#arrivals.filter((a) => !a.rereads && isOf(a.source, source.hash));
    older.forEach((a) => a.begun?.stop());
    this.#arrivals = [...this.#arrivals.filter((a) => !older.includes(a)), ...fresh];
    this.#readAhead(fresh);
    return fresh.length < arrivals.length ? [...rest, problem('notice', 'file.duplicate', { file: file.name })] : rest;
  }

  /** Looks at a waiting file again, its bytes read as told; its tables take the place of those that waited. */
  async inspectAgain(
    id: number,
    dialect: InspectOptions['dialect'],
    { tables, remembered }: Workspace,
  ): Promise<readonly Problem[]> {
    const first = this.#find(id);
    if (!first || first.rereads) return [];
    const { source, blob } = first;
    const { arrivals, rest } = await this.#look(blob, source, { remembered, ...(dialect ? { dialect } : {}) });
    const fresh = arrivals.filter(({ table }) => !table || !isTaken(tables, source, table.reading));
    for (const a of arrivals) if (!fresh.includes(a)) unload(a);
    const at = this.#arrivals.indexOf(first);
    const others = (a: Arrival) => a.rereads !== null || a.source.hash !== source.hash;
    this.#siblings(first).forEach((a) => others(a) || a.begun?.stop());
    this.#arrivals = [...this.#arrivals.slice(0, at).filter(others), ...fresh, ...this.#arrivals.slice(at).filter(others)];
    this.#readAhead(fresh);
    return rest;
  }

  /** Recognises what is in a file: an arrival for each table, or one for its fault. */
  async #look(
    blob: Blob,
    source: SourceInfo,
    options: InspectOptions,
  ): Promise<{ arrivals: Arrival[]; rest: readonly Problem[] }> {
    const seen = await this.#ingest.inspect(blob, source, options);
    const rest = seen.ok ? seen.rest : [seen.problem];
    if (!seen.ok || seen.tables.length === 0) {
      const fault = rest.find((p) => p.level === 'error') ?? rest[0] ?? null;
      const arrival = { ...this.#arrival(blob, source, null), problem: fault };
      return { arrivals: [arrival], rest: rest.filter((p) => p !== fault) };
    }
    const arrivals = seen.tables.map((table) => this.#arrival(blob, source, table));
    for (const a of arrivals) {
      const { table } = a;
      // A large file is loaded while it is hashed, and let go again where it was here before.
      if (table?.clean && !a.problem && table.questions.length === 0 && blob.size >= CLEAN_FROM)
        a.begun = this.#warehouse.begin(source, blob, table.reading);
    }
    return { arrivals, rest };
  }

  #arrival(blob: Blob, source: SourceInfo, table: TableProposal | null, rereads: AcceptedTable | null = null): Arrival {
    return {
      id: this.#next++,
      source,
      blob,
      table,
      rereads,
      taught: false,
      searched: rereads !== null,
      begun: undefined,
      rows: null,
      problem: faultOf(table),
      mode: rereads?.mode ?? null,
      waits: null,
    };
  }

  #readAhead(arrivals: readonly Arrival[]): void {
    for (const a of arrivals)
      if (a.table && !a.problem && a.table.questions.length === 0) this.#warehouse.ahead(wantedOf(a, a.table.reading), a.blob);
  }

  /** Puts an accepted table in the row again, to be read as proposed. */
  reread(accepted: AcceptedTable, blob: Blob, table: TableProposal, answer: Answer): void {
    const arrival = this.#arrival(blob, accepted.source, table, accepted);
    arrival.taught = TAUGHT.has(answer.ask);
    this.#arrivals = [...this.#arrivals.filter((a) => a.rereads?.seq !== accepted.seq), arrival];
  }

  async answer(id: number, answer: Answer): Promise<void> {
    const arrival = this.#find(id);
    if (!arrival?.table) return;
    if (answer.ask === 'persons' && answer.take === 'mask') return this.#mask(arrival);
    // the tables of one text are asked about the same finding
    const { persons } = arrival.table;
    const same = ({ table }: Arrival) => persons && JSON.stringify(table?.persons) === JSON.stringify(persons);
    for (const a of answer.ask === 'persons' ? this.#siblings(arrival).filter(same) : [arrival]) await this.#change(a, answer);
  }

  async #change(arrival: Arrival, answer: Answer): Promise<void> {
    if (!arrival.table) return;
    unload(arrival);
    arrival.table = await this.#ingest.answer(arrival.table, answer);
    // an answer can leave the table without what it cannot do without
    arrival.problem = faultOf(arrival.table);
    arrival.taught ||= TAUGHT.has(answer.ask);
  }

  /** Puts masked copies in the place of a source and of all its tables: what is kept of it holds no persons at all. */
  async #mask(arrival: Arrival): Promise<void> {
    const siblings = this.#siblings(arrival).filter((a) => !a.rereads);
    siblings.forEach(unload);
    await maskAll(this.#ingest, siblings);
  }

  decideMode(id: number, mode: 'replace' | 'add'): void {
    const arrival = this.#find(id);
    if (arrival) arrival.mode = mode;
  }

  dismiss(id: number): void {
    const gone = this.#find(id);
    this.#arrivals = this.#arrivals.filter((a) => a !== gone);
    gone?.begun?.stop();
    // Its source is kept for the other tables in it: what was asked of the source is theirs to answer now.
    const question = gone?.table?.questions.find((q) => q.ask === 'persons');
    if (gone && question)
      for (const a of this.#siblings(gone))
        if (a.table && !asksPersons(a))
          a.table = { ...a.table, persons: question.found, questions: [...a.table.questions, question] };
  }

  dismissAll(): void {
    for (const a of this.#arrivals) a.begun?.stop();
    this.#arrivals = [];
  }

  /** Lets go of what was cancelled before its turn came. */
  dismissQueued(): void {
    for (const a of this.#arrivals.filter((o) => pendingOf(o).state === 'queued')) this.dismiss(a.id);
  }

  #find(id: number): Arrival | undefined {
    return this.#arrivals.find((a) => a.id === id);
  }

  #siblings({ source }: Arrival): Arrival[] {
    return this.#arrivals.filter((a) => a.source.hash === source.hash);
  }

  /** The tables that can be looked at next: rosters first, since the names in the others hang on them. */
  #ready(): Arrival[] {
    const open = this.#arrivals.filter(
      (a) => a.table && !a.problem && a.table.questions.length === 0 && !this.#siblings(a).some(asksPersons),
    );
    const roster = open.filter((a) => a.table?.reading.ledger === 'roster');
    return [...roster, ...open.filter((a) => !roster.includes(a))];
  }

  /** How many tables have their turn still to come. */
  get queued(): number {
    return this.#ready().filter((a) => a.rows === null).length;
  }

  /**
   * Loads the next table that has no question left and takes it out of the row.
   * @returns null when every table left waits for the user.
   */
  async settleNext(view: IntakeView, report: Report, signal: AbortSignal): Promise<Settled | null> {
    for (const arrival of this.#ready()) {
      // one of the tables before may have brought a question about the source they share
      if (this.#siblings(arrival).some(asksPersons)) continue;
      const table = arrival.table as TableProposal;
      try {
        arrival.rows ??= await this.#load(arrival, table, report, signal);
        // whoever read all of it has seen whom it names
        if (arrival.rows.persons !== undefined) noteFound(arrival, arrival.rows.persons);
        await searchAll(this.#ingest, this.#siblings(arrival));
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') throw error;
        arrival.problem = asProblem(error, arrival.source.name);
        continue;
      }
      if (this.#siblings(arrival).some(asksPersons)) {
        this.#siblings(arrival).forEach(unload);
        continue;
      }
      if (unitColumn(ledgerOf(table.reading.ledger)) && view.names.unresolved(usesOf(arrival)).length > 0) {
        arrival.waits = 'names';
        continue;
      }
      // Of many rows a unit, a table without a row in common with those in force may be a further part of them.
      if (arrival.mode === null && (await view.overlap(table.reading.ledger, arrival.rows)) === 'none') {
        arrival.waits = 'overlap';
        continue;
      }
      this.dismiss(arrival.id);
      return { ...arrival, table, rows: arrival.rows, mode: arrival.mode ?? 'replace' };
    }
    return null;
  }

  #load(arrival: Arrival, table: TableProposal, report: Report, signal: AbortSignal): Promise<LoadedRows> {
    const { name, size } = arrival.source;
    const { begun } = arrival;
    arrival.begun = undefined;
    report('load', name, 0);
    return this.#warehouse.load(wantedOf(arrival, table.reading), () => Promise.resolve(arrival.blob), {
      signal,
      begun,
      // most rows would come back from the engine to be read with care: then all are, at once
      ...(table.clean ? {} : { cleanFrom: Infinity }),
      onProgress: (bytes) => report('load', name, size > 0 ? bytes / size : null),
    });
  }

  /** What the tables that wait are read from. */
  wanted(): Wanted[] {
    return this.#arrivals.flatMap((a) => (a.table ? [wantedOf(a, a.table.reading)] : []));
  }

  pending(): PendingFile[] {
    return this.#arrivals.map(pendingOf);
  }

  /** Unit names in tables that wait. */
  uses(): NameUse[] {
    return this.#arrivals.flatMap((a) => (a.table && unitColumn(ledgerOf(a.table.reading.ledger)) ? usesOf(a) : []));
  }
}

const faultOf = (table: TableProposal | null): Problem | null => table?.problems.find((p) => p.level === 'error') ?? null;

const usesOf = ({ rows, source }: Arrival): NameUse[] => (rows ? usesIn(rows, source.name) : []);

/** What was read of it counts no more. */
function unload(arrival: Arrival): void {
  arrival.rows = null;
  arrival.waits = null;
  arrival.mode = arrival.rereads?.mode ?? null;
  arrival.begun?.stop();
  arrival.begun = undefined;
}

/** Any failure as a problem with words: what the input did wrong, else what the engine said. */
export function asProblem(error: unknown, file: string): Problem {
  if (error instanceof ProblemError) return error.problem;
  const message = error instanceof Error ? error.message : String(error);
  if (/out of memory/i.test(message)) return problem('error', 'engine.outOfMemory', { file });
  return problem('error', error instanceof QueryError ? 'engine.query' : 'engine.failed', { file }, { message });
}
