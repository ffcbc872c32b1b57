/**
 * The one flow: files → rows → measures → scores, and the record under it. Every change is a journal entry,
 * written before it shows; what shows is always `replay(sources, journal)`. No Svelte, no DOM.
 */
import type { Engine } from '../engine/engine';
import { ledgerOf, MEASURES } from '../ledgers';
import type { Differences } from '../model/differences';
import type { FilledForm } from '../model/forms';
import type { LedgerId } from '../model/ledger';
import type { LedgerRow } from '../model/ledger-row';
import type { CellMend } from '../model/mend';
import type { CalendarDate, Period } from '../model/period';
import type { Problem } from '../model/problem';
import type { RowsRef } from '../model/reason';
import type { Answer, InspectOptions, SourceHash, SourceInfo } from '../model/table';
import { normaliseName, type UnitId } from '../model/unit';
import { readScheme } from '../scheme';
import type { EntryBody, NoteBody } from '../workspace/journal';
import { WorkRecord } from '../workspace/record';
import type { Workspace } from '../workspace/replay';
import type { RecordStore } from '../workspace/store';
import { acceptanceOf } from './acceptance';
import type { Settled } from './arrival';
import { now, today } from './clock';
import { StandingChecks } from './checks';
import { derive, type Watch } from './derive';
import type { Desk } from './desk';
import { differencesOf } from './differences';
import type { IngestPort } from './ingest-port';
import { asProblem, Intake } from './intake';
import { Quality } from './quality';
import { isReporting, reportingRows } from './reporting';
import { proposalOf } from './reread';
import { isMap, MapShelf } from './map';
import { PeriodReview } from './review';
import type { Returns } from './returns';
import { Shelf } from './shelf';
import { EMPTY, type Snapshot, type Stage } from './snapshot';
import { SourceRows, type CheckedTable, type RowBehind, type SourceRow } from './source-rows';
import { Turns } from './turns';
import { Warehouse, type Holding } from './warehouse';

export type { CheckedTable, RowBehind, SourceRow } from './source-rows';

export interface PipelineParts {
  readonly engine: () => Promise<Engine>;
  readonly ingest: IngestPort;
  /** JSON text of the scheme in use until the user adopts one. */
  readonly defaultScheme: string;
}

export class Pipeline {
  readonly #parts: PipelineParts;
  readonly #warehouse: Warehouse;
  readonly #intake: Intake;
  readonly #shelf: Shelf;
  readonly #rows: SourceRows;
  readonly #watch: Watch;
  readonly #maps: MapShelf;
  readonly #turns = new Turns();
  /** 核对: states of periods, objections, sealing, check sheets, samples. */
  readonly review: PeriodReview;
  #record = new WorkRecord(now);
  #snapshot: Snapshot = EMPTY;
  #returns: Returns | null = null;
  #listeners = new Set<(s: Snapshot) => void>();

  constructor(parts: PipelineParts) {
    this.#parts = parts;
    this.#warehouse = new Warehouse(parts.engine, parts.ingest);
    this.#intake = new Intake(parts.ingest, this.#warehouse);
    this.#shelf = new Shelf(this.#warehouse);
    this.#rows = new SourceRows(this.#shelf, this.#warehouse, parts.ingest, this.#bytes);
    this.#maps = new MapShelf(this.#bytes);
    this.review = new PeriodReview(
      (work) => this.#answered((desk) => work(desk)),
      (work) => this.#turns.take((signal) => work(this.#desk(signal))),
    );
    this.#watch = { checks: new StandingChecks(), quality: new Quality(this.#warehouse, parts.ingest, this.#bytes) };
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

  /** Starts what takes longest, before anything is asked. Without an engine there is nothing the app can do. */
  boot(): void {
    this.#warehouse.boot().catch((error: unknown) => this.#show({ phase: 'failed', failure: asProblem(error, '') }));
  }

  /** Takes a record for its own, reads it, and shows what it amounts to. Files still waiting are let go. */
  open(store: Promise<RecordStore>): Promise<void> {
    return this.#step(async () => {
      this.#record = await WorkRecord.open(await store, now);
      this.#intake.dismissAll();
      await this.#refresh();
    });
  }

  // Taking files in

  /** Takes files in: what can be recognised without doubt is loaded and accepted, the rest waits with its question or fault. A `.json` is a scheme, or a map where it is GeoJSON. */
  drop(files: readonly File[]): Promise<void> {
    return this.#step(async (signal) => {
      const notices: Problem[] = [];
      const forms: FilledForm[] = [];
      const maps: File[] = [];
      for (const [i, file] of files.entries()) {
        signal.throwIfAborted();
        const report = (stage: Stage, name: string) => this.#progress(stage, name, null, i + 1, files.length);
        if (await isMap(file)) maps.push(file);
        else if (/\.json$/i.test(file.name)) notices.push(...(await this.#takeScheme(await file.text())));
        else {
          report('inspect', file.name);
          const form = await this.#parts.ingest.form(file, file.name);
          if (form) forms.push(form);
          else notices.push(...(await this.#intake.arrive(file, this.#record.workspace, report)));
        }
      }
      this.#show({ notices });
      await this.#settle(signal);
      // Forms that came back speak of figures, so the tables of the same drop come first.
      for (const form of forms) notices.push(...(await (await import('./review-forms')).takeForm(this.#desk(signal), form)));
      // Areas are matched to the roster, which may have come with them.
      for (const map of maps) notices.push(...(await (await import('./map-read')).takeMap(this.#desk(signal), map)));
      if (forms.length + maps.length > 0) this.#show({ notices: [...notices] });
    });
  }

  /** Answers one question of a waiting file. */
  answer(file: number, answer: Answer): Promise<void> {
    return this.#step(async (signal) => {
      await this.#intake.answer(file, answer);
      await this.#settle(signal);
    });
  }

  /** Looks at a waiting file again, its bytes read in another way; its tables take the place of those that waited. */
  inspectAgain(file: number, dialect: InspectOptions['dialect']): Promise<void> {
    return this.#step(async (signal) => {
      this.#show({ notices: await this.#intake.inspectAgain(file, dialect, this.#record.workspace) });
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

  dismiss(file: number): Promise<void> {
    return this.#step(async (signal) => {
      this.#intake.dismiss(file);
      await this.#settle(signal);
    });
  }

  // Deciding

  /** Says which unit a name means, in every table; null: none of ours, its rows are left out. */
  nameUnit(name: string, unit: UnitId | null): Promise<void> {
    return this.#step((signal) => this.#decide({ kind: 'unit.named', name, unit }, signal));
  }

  /** Without a roster: takes these names as the counties, in this order. */
  draftRoster(names: readonly string[]): Promise<void> {
    return this.#step((signal) => {
      const { drafted, nextSeq } = this.#record.workspace;
      const before = drafted ?? [];
      const added = names.map((name, i) => ({ id: `u${nextSeq}-${i + 1}` as UnitId, name: name.trim() }));
      const fresh = added.filter((a) => !before.some((b) => normaliseName(b.name) === normaliseName(a.name)));
      return this.#decide({ kind: 'roster.drafted', units: [...before, ...fresh] }, signal);
    });
  }

  /** Reads cells of an accepted table as other texts. The source stays as it is. */
  mendCells(table: number, cells: readonly CellMend[], how: 'edit' | 'proposal' | 'fillDown'): Promise<void> {
    return this.#mend(table, cells.length, { kind: 'cells.mended', table, cells, how });
  }

  /** Leaves rows of an accepted table out. */
  excludeRows(table: number, rows: readonly number[], reason: string): Promise<void> {
    return this.#mend(table, rows.length, { kind: 'rows.excluded', table, rows, reason });
  }

  /** Changes how an accepted table is read. Where the change brings questions, it waits among the files until they are answered. */
  reread(table: number, answer: Answer): Promise<void> {
    return this.#step(async (signal) => {
      const accepted = this.#shelf.of(table)?.table;
      if (!accepted) return;
      const blob = await this.#bytes(accepted.source);
      const proposal = await this.#parts.ingest.answer(await proposalOf(accepted, blob, this.#parts.ingest), answer);
      if (JSON.stringify(proposal.reading) === JSON.stringify(accepted.reading) && proposal.questions.length === 0) return;
      this.#intake.reread(accepted, blob, proposal, answer);
      await this.#settle(signal);
    });
  }

  /** Lets an older version stand again before the newer ones. */
  restore(table: number): Promise<void> {
    return this.#mend(table, 1, { kind: 'table.restored', table });
  }

  /** 退回: a table of a unit is sent back today, and owed again. */
  returnTable(ledger: LedgerId, unit: UnitId, period: Period, reason: string): Promise<void> {
    return this.#step((signal) => this.#decide({ kind: 'table.returned', ledger, unit, period, day: today(), reason }, signal));
  }

  /** Says on which day a table of a unit came; null: nobody knows. */
  stateReceipt(ledger: LedgerId, unit: UnitId, period: Period, day: CalendarDate | null): Promise<void> {
    return this.#step((signal) => this.#decide({ kind: 'receipt.stated', ledger, unit, period, day }, signal));
  }

  /** 报送截止 of a ledger: so many days after the last day of the quarter it is asked for. */
  stateDeadline(ledger: LedgerId, days: number): Promise<void> {
    return this.#step((signal) => this.#decide({ kind: 'deadline.stated', ledger, days }, signal));
  }

  /** Writes steps that no figure hangs on (tiles, sentences of papers), so that nothing is worked out again. */
  note(bodies: readonly NoteBody[]): Promise<void> {
    return this.#step(() => this.#record.commit(bodies));
  }

  /** Texts as the record may hold them: persons in them masked. */
  masked(texts: readonly string[]): Promise<readonly string[]> {
    return this.#parts.ingest.maskTexts(texts);
  }

  /** Takes a step of the journal back; the step stays in the journal, with an entry that says so. */
  undo(seq: number): Promise<void> {
    return this.#step(async (signal) => {
      // asked twice, the second time there is nothing left to take back
      if (this.#record.workspace.steps.some((s) => s.seq === seq)) await this.#decide({ kind: 'undone', entry: seq }, signal);
    });
  }

  redo(): Promise<void> {
    return this.#step(async (signal) => {
      const entry = this.#record.redoable;
      if (entry) await this.#decide({ kind: 'undone', entry: entry.seq }, signal);
    });
  }

  /** Stops the work under way. What was accepted stays; the file at work leaves no trace. */
  cancel(): void {
    this.#turns.cancel();
  }

  /** Ends the engine and the ingest worker. */
  async close(): Promise<void> {
    this.#parts.ingest.close();
    await this.#warehouse.close();
  }

  // Asking

  /** The rows that stand behind a figure, verbatim from their sources, with their mends. */
  rowsBehind(ref: RowsRef, limit: number): Promise<readonly RowBehind[]> {
    if (!isReporting(ref.measure)) return this.#rows.behind(ref, limit);
    return Promise.resolve(this.#returns ? reportingRows(this.#returns, ref, ledgerOf).slice(0, limit) : []);
  }

  /** A ledger's rows in force in a period, as their cells were read. */
  rowsIn(ledger: LedgerId, period: Period): Promise<readonly LedgerRow[]> {
    return this.#warehouse.rowsIn(ledgerOf(ledger), period);
  }

  /** Lets `use` ask the engine in its turn: no change of the tables is under way meanwhile. */
  reading<T>(use: (engine: Engine, held: readonly Holding[]) => Promise<T>): Promise<T> {
    return this.#turns.take(async () => {
      if (this.#snapshot.phase === 'ready' && this.#warehouse.lost) await this.#refresh();
      return use(await this.#warehouse.engine(), this.#shelf.holdings);
    });
  }

  /** Records of an accepted table by number, verbatim, with their mends. */
  sourceRows(table: number, rows: readonly number[]): Promise<readonly SourceRow[]> {
    return this.#rows.of(table, rows);
  }

  /** An accepted table whole, with everything found wrong in it. */
  wholeTable(table: number): Promise<CheckedTable> {
    return this.#rows.whole(table);
  }

  /** What an accepted table changed against the version before it; null where there is none. */
  differences(table: number): Promise<Differences | null> {
    return this.#turns.take(async () => {
      const { scheme } = this.#snapshot;
      const { workspace } = this.#record;
      return differencesOf(table, { shelf: this.#shelf, warehouse: this.#warehouse, workspace, scheme });
    });
  }

  // How it is done

  readonly #bytes = (source: SourceInfo): Promise<Blob> => this.#record.bytes(source);

  /** Runs a change in its turn; a failure becomes a notice or, while booting, the reason the app cannot work. */
  #step(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    return this.#turns.take(async (signal) => {
      try {
        // an engine that died took its tables with it: they are made again from the record before anything else
        if (this.#snapshot.phase === 'ready' && this.#warehouse.lost) await this.#refresh();
        await work(signal);
      } catch (error) {
        const cancelled = error instanceof DOMException && error.name === 'AbortError';
        if (!cancelled) {
          const failure = asProblem(error, '');
          this.#show(this.#snapshot.phase === 'ready' ? { notices: [failure] } : { phase: 'failed', failure });
        } else this.#intake.dismissQueued();
      } finally {
        this.#show({ progress: null });
        await this.#tidy();
      }
    });
  }

  /** Takes a step, or several in one: the rows they call for are loaded first, so that one whose rows can't be had leaves everything as it was. */
  async #decide(body: EntryBody | readonly EntryBody[], signal: AbortSignal): Promise<void> {
    await this.#write(body, signal);
    await this.#settle(signal);
  }

  async #write(
    body: EntryBody | readonly EntryBody[],
    signal: AbortSignal,
    sources?: ReadonlyMap<SourceHash, Blob>,
  ): Promise<void> {
    const bodies = 'kind' in body ? [body] : body;
    await this.#load(this.#record.preview(bodies), signal);
    await this.#record.commit(bodies, sources);
    await this.#refresh();
  }

  #desk(signal: AbortSignal): Desk {
    return {
      snapshot: () => this.#snapshot,
      workspace: () => this.#record.workspace,
      shelf: this.#shelf,
      warehouse: this.#warehouse,
      ingest: this.#parts.ingest,
      today,
      decide: (bodies, sources) => this.#write(bodies, signal, sources),
    };
  }

  /** A step that answers with problems; with what it failed with, where it did. */
  async #answered(work: (desk: Desk) => Promise<readonly Problem[]>): Promise<readonly Problem[]> {
    const said: { problems?: readonly Problem[] } = {};
    await this.#step(async (signal) => {
      said.problems = await work(this.#desk(signal));
    });
    return said.problems ?? this.#snapshot.notices;
  }

  /** A step about an accepted table; there is none where the table is not there or nothing of it is meant. */
  #mend(table: number, meant: number, body: EntryBody): Promise<void> {
    return this.#step(async (signal) => {
      if (meant > 0 && this.#shelf.of(table)) await this.#decide(body, signal);
    });
  }

  /** Puts a scheme in use. @returns its faults; with one, the scheme in use stays. */
  async #takeScheme(text: string): Promise<readonly Problem[]> {
    const { scheme, problems } = readScheme(text, MEASURES);
    if (!scheme) return problems;
    await this.#record.commit([{ kind: 'scheme.adopted', text }]);
    await this.#refresh();
    return [];
  }

  /** Accepts every waiting table that has no question left, then shows the result once. */
  async #settle(signal: AbortSignal): Promise<void> {
    let accepted = 0;
    try {
      for (;;) {
        const of = accepted + this.#intake.queued;
        const at = Math.min(accepted + 1, of);
        const report = (stage: Stage, file: string, share: number | null) => this.#progress(stage, file, share, at, of);
        const view = { names: this.#shelf.names, overlap: this.#shelf.overlap.bind(this.#shelf) };
        const table = await this.#intake.settleNext(view, report, signal);
        if (!table) break;
        accepted += 1;
        await this.#accept(table);
      }
    } finally {
      if (accepted > 0) await this.#refresh();
      else this.#show({});
    }
  }

  /** Writes a table into the record and puts it on the shelf: what follows in the same drop is looked at in its light. */
  async #accept(settled: Settled): Promise<void> {
    const { source, blob, rows, rereads } = settled;
    const seq = rereads?.seq ?? this.#record.workspace.nextSeq;
    const steps = await acceptanceOf(settled, this.#record.workspace, this.#shelf, this.#parts.ingest);
    await this.#record.commit(steps, rereads ? undefined : new Map([[source.hash, blob]]));
    await this.#shelf.put(this.#record.workspace, seq, rows);
  }

  #load(workspace: Workspace, signal?: AbortSignal): Promise<Holding[]> {
    const report = (file: string, share: number, at: number, of: number) => this.#progress('load', file, share, at, of);
    return this.#shelf.load(workspace, this.#bytes, report, { signal });
  }

  /** Brings everything that shows in line with the record. */
  async #refresh(): Promise<void> {
    const { workspace } = this.#record;
    const holdings = await this.#load(workspace);
    this.#progress('measure', '', null, 0, 0);
    await this.#shelf.fill(workspace, holdings);
    const derived = await derive(this.#shelf, this.#warehouse, workspace, this.#parts.defaultScheme, this.#watch);
    this.#returns = derived.returns;
    const map = await this.#maps.of(workspace, this.#shelf);
    this.#show({ phase: 'ready', failure: null, ...derived, map });
  }

  /** Takes rows out of the engine that nothing rests on any more. */
  async #tidy(): Promise<void> {
    if (this.#warehouse.lost) return;
    await this.#warehouse
      .keepOnly([...this.#shelf.holdings.map((h) => h.table), ...this.#intake.wanted()])
      .catch(() => undefined);
  }

  #progress(stage: Stage, file: string, share: number | null, at: number, of: number): void {
    this.#show({ progress: { stage, file, share, at, of } });
  }

  #show(change: Partial<Snapshot>): void {
    const { steps, remembered, reviews, tiles } = this.#record.workspace;
    this.#snapshot = {
      ...this.#snapshot,
      pending: this.#intake.pending(),
      unknownNames: this.#shelf.names.unknown([...this.#intake.uses(), ...this.#shelf.strays]),
      remembered,
      reviews,
      tiles,
      steps,
      canRedo: this.#record.redoable !== null,
      ...change,
    };
    for (const listener of this.#listeners) listener(this.#snapshot);
  }
}
