/**
 * The one flow: files → rows → measures → scores, and the record under it. Every change is a journal entry,
 * written before it shows; what shows is always `replay(sources, journal)`. No Svelte, no DOM.
 */
import type { Engine } from '../engine/engine';
import { ledgerOf, MEASURES } from '../ledgers';
import { problem, ProblemError, type Problem } from '../model/problem';
import type { RowsRef } from '../model/reason';
import { Roster } from '../model/roster';
import type { Answer, SourceHash } from '../model/table';
import { normaliseName, type UnitId } from '../model/unit';
import { overlapSql } from '../query';
import { readScheme } from '../scheme';
import { scoreAll } from '../score';
import type { Entry, EntryBody } from '../workspace/journal';
import { redoable, replay, type AcceptedTable, type Workspace } from '../workspace/replay';
import { MemoryStore, type RecordStore } from '../workspace/store';
import { now } from './clock';
import type { IngestPort } from './ingest-port';
import { asProblem, Intake, type Settled } from './intake';
import type { LoadedRows } from './load';
import { Names } from './names';
import { buildRoster, draftedRoster, type GivenId } from './roster';
import { EMPTY, type LoadedTable, type Snapshot, type Stage } from './snapshot';
import { reportedQuarters, Warehouse, type Holding, type Standing } from './warehouse';

export interface PipelineParts {
  readonly engine: () => Promise<Engine>;
  readonly ingest: IngestPort;
  /** JSON text of the scheme in use until the user adopts one. */
  readonly defaultScheme: string;
}

/** A row behind a number: its place in its source, its verbatim cells under the source's headers, and what it added. */
export interface RowBehind {
  readonly file: string;
  /** 1-based record number, as a spreadsheet shows it. */
  readonly row: number;
  readonly cells: readonly { readonly header: string; readonly text: string; readonly column: string | null }[];
  readonly contribution: number | null;
}

export class Pipeline {
  readonly #parts: PipelineParts;
  readonly #warehouse: Warehouse;
  readonly #intake: Intake;
  #store: RecordStore = new MemoryStore();
  #journal: Entry[] = [];
  #workspace: Workspace = replay([]);
  #names = new Names(new Map(), new Roster([]));
  #holdings: (Holding & { readonly table: AcceptedTable })[] = [];
  #standing: Standing = { claims: [], of: new Map() };
  #snapshot: Snapshot = EMPTY;
  #listeners = new Set<(s: Snapshot) => void>();
  /** Everything that changes something waits for what was asked before it. */
  #tail: Promise<unknown> = Promise.resolve();
  #abort = new AbortController();

  constructor(parts: PipelineParts) {
    this.#parts = parts;
    this.#warehouse = new Warehouse(parts.engine, parts.ingest);
    this.#intake = new Intake(parts.ingest, this.#warehouse);
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** Calls back with every new snapshot. @returns a function that ends it. */
  subscribe(listener: (s: Snapshot) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#snapshot);
    return () => this.#listeners.delete(listener);
  }

  /** Starts what takes longest, before anything is asked. A failure is reported by the step that needs the engine. */
  boot(): void {
    this.#warehouse.engine().catch(() => undefined);
  }

  /** Takes a record for its own, reads it, and shows what it amounts to. Files still waiting are let go. */
  open(store: Promise<RecordStore>): Promise<void> {
    return this.#step(async () => {
      this.#store = await store;
      this.#journal = await this.#store.entries();
      this.#workspace = replay(this.#journal);
      for (const file of this.#intake.pending()) await this.#intake.dismiss(file.id);
      await this.#refresh();
    });
  }

  /** Takes files in: what can be recognised without doubt is loaded and accepted, the rest waits with its question or fault. A `.json` is a scheme. */
  drop(files: readonly File[]): Promise<void> {
    return this.#step(async (signal) => {
      const known = new Set(this.#workspace.tables.map((t) => t.source.hash));
      const notices: Problem[] = [];
      for (const [i, file] of files.entries()) {
        signal.throwIfAborted();
        if (/\.json$/i.test(file.name)) {
          notices.push(...(await this.#takeScheme(await file.text())));
          continue;
        }
        const source = await this.#intake.arrive(file, (stage, name) => this.#progress(stage, name, null, i + 1, files.length));
        if (!known.has(source.hash)) continue;
        notices.push(problem('notice', 'file.duplicate', { file: file.name }));
        for (const p of this.#intake.pending()) if (p.source.hash === source.hash) await this.#intake.dismiss(p.id);
      }
      this.#show({ notices });
      await this.#settle(signal);
    });
  }

  /** Answers one question of a waiting file. */
  answer(file: number, answer: Answer): Promise<void> {
    return this.#step(async (signal) => {
      await this.#intake.answer(file, answer);
      await this.#settle(signal);
    });
  }

  /** Says whether a waiting file's rows take the place of those in force or come beside them. */
  decideMode(file: number, mode: 'replace' | 'add'): Promise<void> {
    return this.#step(async (signal) => {
      this.#intake.decideMode(file, mode);
      await this.#settle(signal);
    });
  }

  /** Says which unit a name means, in every table; null: none of ours, its rows are left out. */
  nameUnit(name: string, unit: UnitId | null): Promise<void> {
    return this.#step(async (signal) => {
      await this.#commit([{ kind: 'unit.named', name, unit }]);
      await this.#refresh();
      await this.#settle(signal);
    });
  }

  /** Without a roster: takes these names as the counties, in this order. */
  draftRoster(names: readonly string[]): Promise<void> {
    return this.#step(async (signal) => {
      const before = this.#workspace.drafted ?? [];
      const added = names.map((name, i) => ({ id: `u${this.#workspace.nextSeq}-${i + 1}` as UnitId, name: name.trim() }));
      const fresh = added.filter((a) => !before.some((b) => normaliseName(b.name) === normaliseName(a.name)));
      await this.#commit([{ kind: 'roster.drafted', units: [...before, ...fresh] }]);
      await this.#refresh();
      await this.#settle(signal);
    });
  }

  dismiss(file: number): Promise<void> {
    return this.#step(async () => {
      await this.#intake.dismiss(file);
      this.#show({});
    });
  }

  /** Takes a step of the journal back; the step stays in the journal, with an entry that says so. */
  undo(seq: number): Promise<void> {
    return this.#step(async () => {
      await this.#commit([{ kind: 'undone', entry: seq }]);
      await this.#refresh();
    });
  }

  redo(): Promise<void> {
    return this.#step(async () => {
      const entry = redoable(this.#journal);
      if (!entry) return;
      await this.#commit([{ kind: 'undone', entry: entry.seq }]);
      await this.#refresh();
    });
  }

  /** Stops the work under way. What was accepted stays; the file at work leaves no trace. */
  cancel(): void {
    this.#abort.abort();
  }

  /** Ends the engine and the ingest worker. */
  async close(): Promise<void> {
    this.#parts.ingest.close();
    await this.#warehouse.close();
  }

  /** The rows that stand behind a figure, verbatim from their sources. */
  async rowsBehind(ref: RowsRef, limit: number): Promise<readonly RowBehind[]> {
    const found = await this.#warehouse.rowsBehind(ref, limit);
    const bySource = new Map<Holding & { table: AcceptedTable }, typeof found>();
    for (const row of found) {
      const holding = this.#holdings.find((h) => h.rows.table === row['_import']);
      if (holding) bySource.set(holding, [...(bySource.get(holding) ?? []), row]);
    }
    const result: RowBehind[] = [];
    for (const [{ table, rows }, list] of bySource) {
      const { source, reading } = table;
      const blob = await this.#bytes(source.hash, source.name);
      const texts = await this.#parts.ingest.verbatim(
        blob,
        reading,
        list.map((r) => Number(r['_row'])),
        rows.index,
      );
      for (const r of list) {
        const row = Number(r['_row']);
        const cells = texts.get(row) ?? [];
        result.push({
          file: source.name,
          row,
          cells: reading.columns.map((c) => ({ header: c.header, text: cells[c.index] ?? '', column: c.column })),
          contribution: typeof r['_adds'] === 'number' ? r['_adds'] : null,
        });
      }
    }
    return result;
  }

  async #bytes(hash: SourceHash, name: string): Promise<Blob> {
    const blob = await this.#store.source(hash);
    if (!blob) throw new ProblemError(problem('error', 'storage.sourceMissing', { file: name }));
    return blob;
  }

  /** Runs a change after those before it; a failure becomes a notice or, while booting, the reason the app cannot work. */
  #step(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const run = this.#tail.then(async () => {
      this.#abort = new AbortController();
      try {
        // an engine that died took its tables with it: they are made again from the record before anything else
        if (this.#snapshot.phase === 'ready' && (await this.#warehouse.lost())) await this.#refresh();
        await work(this.#abort.signal);
      } catch (error) {
        const cancelled = error instanceof DOMException && error.name === 'AbortError';
        if (!cancelled) {
          const failure = asProblem(error, '');
          this.#show(this.#snapshot.phase === 'ready' ? { notices: [failure] } : { phase: 'failed', failure });
        } else await this.#intake.dropQueued();
      } finally {
        this.#show({ progress: null });
      }
    });
    this.#tail = run;
    return run;
  }

  async #commit(bodies: readonly EntryBody[], sources: ReadonlyMap<SourceHash, Blob> = new Map()): Promise<void> {
    const at = now();
    const first = this.#workspace.nextSeq;
    const entries = bodies.map((body, i): Entry => ({ ...body, v: 1, seq: first + i, at }));
    try {
      await this.#store.append(entries, sources);
    } catch (error) {
      throw new ProblemError(problem('error', 'storage.failed', {}, { message: String(error) }), error);
    }
    this.#journal.push(...entries);
    this.#workspace = replay(this.#journal);
  }

  /** Puts a scheme in use. @returns its faults; with one, the scheme in use stays. */
  async #takeScheme(text: string): Promise<readonly Problem[]> {
    const { scheme, problems } = readScheme(text, MEASURES);
    if (!scheme) return problems;
    await this.#commit([{ kind: 'scheme.adopted', text }]);
    await this.#refresh();
    return [];
  }

  /** Accepts every waiting file that has no question left, then shows the result once. */
  async #settle(signal: AbortSignal): Promise<void> {
    const report = (stage: Stage, file: string, share: number | null) => this.#progress(stage, file, share, 0, 0);
    let accepted = false;
    try {
      for (;;) {
        const view = {
          names: this.#names,
          overlap: (ledger: string, rows: LoadedRows) => this.#overlap(ledger, rows),
        };
        const file = await this.#intake.settleNext(view, report, signal);
        if (!file) break;
        accepted = true;
        await this.#accept(file);
      }
    } finally {
      if (accepted) await this.#refresh();
      else this.#show({});
    }
  }

  async #accept(file: Settled): Promise<void> {
    const { source, table, mode, rows, blob } = file;
    const { reading } = table;
    const ids = reading.ledger === 'roster' ? await this.#rosterIds(rows) : undefined;
    await this.#commit(
      [{ kind: 'table.accepted', source, reading, mode, ...(ids ? { ids } : {}) }],
      new Map([[source.hash, blob]]),
    );
    // what follows in the same drop is looked at in the light of this one: names hang on the roster, overlap on rows
    const ledger = ledgerOf(reading.ledger);
    const accepted = this.#workspace.tables.at(-1);
    if (accepted) this.#holdings.push({ ledger, mode, rows, table: accepted });
    if (ids) await this.#readRoster();
    else this.#standing = await this.#warehouse.mark(this.#holdings, this.#names);
  }

  async #rosterIds(rows: LoadedRows): Promise<GivenId[]> {
    const given = this.#workspace.tables.flatMap((t) => t.ids ?? []);
    const seq = this.#workspace.nextSeq;
    return buildRoster(await this.#warehouse.rosterRows(rows), given, (n) => `u${seq}-${n}` as UnitId).ids;
  }

  /** The roster of the latest roster table, else the drafted one, else none; and with it what names mean. */
  async #readRoster(): Promise<Roster> {
    const latest = this.#holdings.filter((h) => h.ledger.id === 'roster').at(-1);
    let roster = this.#workspace.drafted ? draftedRoster(this.#workspace.drafted) : new Roster([]);
    if (latest) {
      const given = this.#workspace.tables.flatMap((t) => t.ids ?? []);
      const rows = await this.#warehouse.rosterRows(latest.rows);
      roster = buildRoster(rows, given, (n) => `?${n}` as UnitId).roster;
    }
    this.#names = new Names(this.#workspace.names, roster);
    return roster;
  }

  /** How a loaded table's rows lie to the rows in force of the same units and periods. */
  async #overlap(ledgerId: string, rows: LoadedRows): Promise<'some' | 'none' | null> {
    const ledger = ledgerOf(ledgerId);
    // Where rows name their measure the latest row of a name stands, and other names stand beside it: nothing to ask.
    if (ledger.named) return null;
    const claims = rows.coverage.flatMap(({ name, period }) => {
      const unit = this.#names.resolve(name);
      return unit ? [{ name, unit, period }] : [];
    });
    const spoken = new Set(this.#standing.claims.flatMap((c) => (c.ledger === ledgerId ? [`${c.unit} ${c.period}`] : [])));
    if (!claims.some((c) => spoken.has(`${c.unit} ${c.period}`))) return null;
    const sql = overlapSql(ledger, rows.table, claims);
    if (sql === null) return null;
    const [found] = await (await this.#warehouse.engine()).query(sql);
    if (!found || Number(found['standing']) === 0) return null;
    return Number(found['common']) > 0 ? 'some' : 'none';
  }

  /** Brings everything that shows in line with the record. */
  async #refresh(): Promise<void> {
    this.#holdings = [];
    for (const { source, reading } of this.#workspace.tables)
      if (!this.#warehouse.has(source, reading))
        this.#warehouse.ahead(source, reading, await this.#bytes(source.hash, source.name));
    for (const [i, table] of this.#workspace.tables.entries()) {
      const { source, reading, mode } = table;
      this.#progress('load', source.name, 0, i + 1, this.#workspace.tables.length);
      const rows = await this.#warehouse.load(source, reading, () => this.#bytes(source.hash, source.name), {});
      this.#holdings.push({ ledger: ledgerOf(reading.ledger), mode, rows, table });
    }
    const roster = await this.#readRoster();
    this.#progress('measure', '', null, 0, 0);
    const standing = (this.#standing = await this.#warehouse.mark(this.#holdings, this.#names));
    const measures = await this.#warehouse.measures();
    const { scheme, problems } = readScheme(this.#workspace.schemeText ?? this.#parts.defaultScheme, MEASURES);
    const tables = this.#holdings.map(({ table, rows }): LoadedTable => {
      const coverage = standing.of.get(rows) ?? { claims: 0, inForce: 0 };
      const periods = [...new Set(rows.coverage.map((c) => c.period))].sort();
      return {
        seq: table.seq,
        at: table.at,
        ledger: table.reading.ledger,
        source: table.source,
        reading: table.reading,
        report: rows.report,
        checks: rows.checks,
        coverage: { ...coverage, periods },
      };
    });
    this.#show({
      phase: 'ready',
      failure: null,
      tables,
      roster,
      rosterDrafted: !this.#holdings.some((h) => h.ledger.id === 'roster') && this.#workspace.drafted !== null,
      measures,
      scheme,
      schemeProblems: problems,
      book: scheme ? scoreAll(scheme, measures, roster, reportedQuarters(standing.claims), MEASURES) : null,
    });
  }

  #progress(stage: Stage, file: string, share: number | null, at: number, of: number): void {
    this.#show({ progress: { stage, file, share, at, of } });
  }

  #show(change: Partial<Snapshot>): void {
    this.#snapshot = {
      ...this.#snapshot,
      pending: this.#intake.pending(),
      unknownNames: this.#intake.unknownNames(this.#names),
      steps: this.#workspace.steps,
      canRedo: redoable(this.#journal) !== null,
      ...change,
    };
    for (const listener of this.#listeners) listener(this.#snapshot);
  }
}
