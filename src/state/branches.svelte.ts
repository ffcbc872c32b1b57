/** The branches screen: which period's branches are at hand, their stars as chosen, and the list of them as the address asks. */
import { untrack } from 'svelte';
import { comparePeriods, partsOf, type Period } from '../model/period';
import type { Measures } from '../model/measures';
import { ALL, BranchList, type Filter, type Sorting } from '../pipeline/branch-list';
import type { Orders } from '../pipeline/branch-order';
import type { Spelt } from '../pipeline/branch-pinyin';
import type { BranchPort, BranchReason } from '../pipeline/branch-port';
import { ABSENT, MOST_SCORED, PUBLISHED, UNRATED, type BranchRating } from '../pipeline/branch-rate';
import { branchesOf, branchRow, periodsWithBranches, type BranchRow } from '../pipeline/branch-source';
import type { BranchPeriod, BranchTable } from '../pipeline/branch-table';
import { ABSENT_ID, readChoice, START, UNRATED_ID, writeChoice, type Choice } from './branch-choice';
import { totalsOf, type Scope } from './branch-counts';
import { FILE_ID, optionOf, type StarFile, type StarOption } from './branch-schemes';
import type { Route } from './route.svelte';
import type { Session } from './session.svelte';

export { ABSENT, MOST_SCORED, PUBLISHED, UNRATED, FILE_ID };
export { movedOf, type Moved, type Column } from '../pipeline/branch-list';
export { sectorNames } from '../pipeline/branch-source';

/** What must be at hand for what is chosen. */
interface Wanted {
  /** Another object whenever rows in force may have changed. */
  readonly data: Measures;
  readonly period: BranchPeriod | null;
  readonly against: BranchPeriod | 'reported' | null;
  readonly option: StarOption | null;
}

/** A period's branches rated: what the screen shows until the next is at hand. */
interface Shown {
  readonly period: BranchPeriod;
  readonly against: BranchPeriod | 'reported' | null;
  readonly table: BranchTable;
  readonly rating: BranchRating;
  /** null: as published. */
  readonly option: StarOption | null;
}

export class Branches {
  readonly session: Session;
  readonly route: Route;
  readonly #port: BranchPort;
  readonly #files: () => Promise<readonly StarFile[]>;

  /** null while they are asked for. */
  periods = $state.raw<readonly BranchPeriod[] | null>(null);
  shown = $state.raw<Shown | null>(null);
  busy = $state(false);
  failed = $state(false);
  /** Star schemes the app carries; empty until they are loaded. */
  options = $state.raw<readonly StarOption[]>([]);
  /** The user's own. */
  file = $state.raw<StarOption | null>(null);
  #texts = $state.raw<{ readonly table: BranchTable; readonly orders: Orders; readonly pinyin: Spelt | null } | null>(null);
  #run = 0;
  #data: Measures | null = null;
  readonly #tables = new Map<Period, Promise<BranchTable>>();

  /** @param files the texts of the star schemes that the app carries. */
  constructor(session: Session, route: Route, port: BranchPort, files: () => Promise<readonly StarFile[]>) {
    this.session = session;
    this.route = route;
    this.#port = port;
    this.#files = files;
  }

  readonly choice = $derived.by((): Choice => readChoice(this.route.place.filter));

  choose(change: Partial<Choice>, how: 'push' | 'replace' = 'replace'): void {
    this.route.go({ filter: writeChoice({ ...this.choice, ...change }) }, how);
  }

  /** Lists all branches again, in the order they are in. */
  clear(): void {
    const { scheme, against, sort } = this.choice;
    this.choose({ ...START, scheme, against, sort });
  }

  readonly cleared = $derived.by((): boolean => {
    const { county, sector, star, before, moved, warned, held, text } = this.choice;
    return [county, sector, star, before, moved].every((v) => v === null) && !warned && !held && text === '';
  });

  /** The period asked for where there are branches of it, else the latest before it, else the first. */
  readonly period = $derived.by((): BranchPeriod | null => {
    const { periods } = this;
    const asked = this.route.place.period;
    if (!periods || periods.length === 0) return null;
    if (!asked) return periods.at(-1) ?? null;
    return periods.filter((p) => comparePeriods(p.period, asked) <= 0).at(-1) ?? periods[0] ?? null;
  });

  /** Periods to compare with, the latest first. */
  readonly earlier = $derived.by((): readonly BranchPeriod[] => {
    const { period } = this;
    return period ? (this.periods ?? []).filter((p) => comparePeriods(p.period, period.period) < 0).reverse() : [];
  });

  /** What stars are compared with: as chosen, else the last period of the year before, else 上年星级. */
  readonly against = $derived.by((): BranchPeriod | 'reported' | null => {
    const { period, earlier } = this;
    const chosen = this.choice.against;
    if (!period || chosen === 'nothing') return null;
    if (chosen === 'reported') return 'reported';
    const year = partsOf(period.period).year;
    return (
      earlier.find((p) => p.period === chosen) ?? earlier.find((p) => p.rated > 0 && partsOf(p.period).year < year) ?? 'reported'
    );
  });

  /** The star scheme chosen, whether or not it can be used; null: as published. */
  readonly option = $derived.by((): StarOption | null => {
    const { scheme } = this.choice;
    if (scheme === null) return null;
    return scheme === FILE_ID ? this.file : (this.options.find((o) => o.id === scheme) ?? null);
  });

  /** More branches than the page scores. */
  readonly tooMany = $derived.by((): boolean => (this.period?.branches ?? 0) > MOST_SCORED);

  readonly wanted = $derived.by((): Wanted => {
    const { period, against, option, tooMany } = this;
    return { data: this.session.snapshot.measures, period, against, option: tooMany || !option?.stars ? null : option };
  });

  /** Brings to hand what is wanted; the newest wins. To be called whenever it changes. */
  async update(wanted: Wanted): Promise<void> {
    const run = ++this.#run;
    const newest = () => run === this.#run;
    try {
      untrack(() => ((this.busy = true), (this.failed = false)));
      if (this.#data !== wanted.data) {
        this.#data = wanted.data;
        this.#tables.clear();
        const periods = await periodsWithBranches(this.session.pipeline);
        // What is wanted changes with them, and this is called again; where it does not, there are none.
        if (newest()) this.periods = periods;
        return;
      }
      const { period, against, option } = wanted;
      if (!period) return;
      const table = await this.#table(period);
      const before = against === 'reported' || against === null ? against : { table: await this.#table(against) };
      if (!newest()) return;
      const rating = await this.#port.rate(table, before, option?.stars ?? null);
      if (!newest()) return;
      this.shown = { period, against, table, rating, option };
      void this.#more(table);
    } catch {
      if (newest()) this.failed = true;
    } finally {
      if (newest()) this.busy = false;
    }
  }

  /** After a failure. */
  retry(): void {
    this.#data = null;
    this.#tables.clear();
    void this.update(this.wanted);
  }

  #table(period: BranchPeriod): Promise<BranchTable> {
    let table = this.#tables.get(period.period);
    if (!table) {
      table = branchesOf(this.session.pipeline, period);
      this.#tables.set(period.period, table);
      table.catch(() => this.#tables.delete(period.period));
    }
    return table;
  }

  /** What the first look does without: orders of names, pinyin, the schemes to choose from. */
  async #more(table: BranchTable): Promise<void> {
    if (this.options.length === 0) {
      const files = await this.#files();
      this.options = files.map(optionOf);
    }
    if (this.#texts?.table === table) return;
    const [orders, pinyin] = await Promise.all([this.#port.orders(table), this.#port.pinyin(table.names)]);
    if (this.shown?.table === table) this.#texts = { table, orders, pinyin };
  }

  /** Reads a star scheme's file; in use at once where it has no fault. */
  async takeFile(file: Blob): Promise<void> {
    this.file = optionOf({ id: FILE_ID, text: await file.text() });
    this.choose({ scheme: FILE_ID, star: null, before: null, open: null }, 'push');
  }

  readonly texts = $derived.by(() => (this.#texts && this.#texts.table === this.shown?.table ? this.#texts : null));

  /** By branch, its name and its code. */
  readonly lines = $derived.by((): { readonly names: readonly string[]; readonly codes: readonly string[] } => {
    const table = this.shown?.table;
    return { names: table?.names.split('\n') ?? [], codes: table?.codes.split('\n') ?? [] };
  });

  readonly list = $derived.by((): BranchList | null => {
    const { shown, texts } = this;
    return shown && new BranchList(shown.table, shown.rating, texts?.orders ?? null, texts?.pinyin ?? null);
  });

  /** The counties of the peer group, as places in the table's dictionary; null: the whole city. */
  readonly wide = $derived.by((): ReadonlySet<number> | null => {
    const { roster } = this.session.snapshot;
    const { group } = this.route.place;
    if (!this.shown || !roster.groups().includes(group ?? '')) return null;
    const ids = new Set<string>(roster.units.flatMap((u) => (u.group === group ? [u.id] : [])));
    return new Set(this.shown.table.counties.values.flatMap((id, i) => (ids.has(id) ? [i] : [])));
  });

  /** Which branches the screen is about: the peer group's, the county's, the sector's. */
  readonly scope = $derived.by((): Scope => {
    const { shown, choice, wide } = this;
    if (!shown) return { counties: null, sector: null };
    const county = choice.county === null ? -1 : shown.table.counties.values.indexOf(choice.county);
    const sector = choice.sector === null ? -1 : shown.table.sectors.values.indexOf(choice.sector);
    return { counties: county < 0 ? wide : new Set([county]), sector: sector < 0 ? null : sector };
  });

  readonly totals = $derived.by(() => (this.shown ? totalsOf(this.shown.table, this.shown.rating, this.scope) : null));

  /** The place of a grade's id among the classes on show; null: all of them. */
  #place(id: string | null): number | null {
    if (id === null || !this.shown) return null;
    if (id === UNRATED_ID) return UNRATED;
    if (id === ABSENT_ID) return ABSENT;
    const place = this.shown.rating.classes.findIndex((c) => c.grade === id);
    return place < 0 ? null : place;
  }

  /** The id of a class by its place. */
  idOf(place: number): string {
    return place === ABSENT ? ABSENT_ID : (this.shown?.rating.classes[place]?.grade ?? UNRATED_ID);
  }

  readonly filter = $derived.by((): Filter => {
    const { moved, warned, held, text, star, before } = this.choice;
    return {
      ...ALL,
      ...this.scope,
      star: this.#place(star),
      before: this.#place(before),
      ...{ moved, warned, text },
      differs: held,
    };
  });

  readonly sort = $derived.by((): Sorting => this.choice.sort);

  /** The places of the branches listed. */
  readonly view = $derived.by((): Int32Array => this.list?.view(this.filter, this.sort) ?? new Int32Array(0));

  explain(at: number): Promise<BranchReason | null> {
    return this.#port.explain(at);
  }

  row(at: number): Promise<BranchRow | null> {
    return this.shown ? branchRow(this.session.pipeline, this.shown.table, at) : Promise.resolve(null);
  }
}
