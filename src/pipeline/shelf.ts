/**
 * The accepted tables with their rows in the engine, the roster they give, what names mean by it, and which of their
 * rows hold.
 */
import { ledgerOf } from '../ledgers';
import { unitColumn } from '../model/ledger';
import { Roster } from '../model/roster';
import type { SourceInfo } from '../model/table';
import type { UnitId } from '../model/unit';
import { overlapSql } from '../query';
import type { AcceptedTable, Workspace } from '../workspace/replay';
import type { LoadedRows } from './load';
import { Names, type NameUse } from './names';
import { buildRoster, derivedId, draftedRoster, type GivenId } from './roster';
import type { Holding, LoadOptions, Standing, Warehouse } from './warehouse';

export type Bytes = (source: SourceInfo) => Promise<Blob>;

export class Shelf {
  readonly #warehouse: Warehouse;
  /** In order of standing. */
  #holdings: readonly Holding[] = [];
  #roster = new Roster([]);
  #names = new Names(new Map(), this.#roster);
  #standing: Standing = { claims: [], of: new Map() };
  #strays: readonly NameUse[] = [];

  constructor(warehouse: Warehouse) {
    this.#warehouse = warehouse;
  }

  get holdings(): readonly Holding[] {
    return this.#holdings;
  }

  get roster(): Roster {
    return this.#roster;
  }

  get names(): Names {
    return this.#names;
  }

  get standing(): Standing {
    return this.#standing;
  }

  /** Names in accepted tables that nobody knows any more: a mend or another roster made them so. */
  get strays(): readonly NameUse[] {
    return this.#strays;
  }

  /** The accepted table of a journal entry. */
  of(seq: number): Holding | undefined {
    return this.#holdings.find((h) => h.table.seq === seq);
  }

  /** Loads the rows of a workspace that are not in the engine; what is on the shelf stays as it is. */
  async load(
    { tables }: Workspace,
    bytes: Bytes,
    report: (file: string, share: number, at: number, of: number) => void,
    options: Pick<LoadOptions, 'signal'> = {},
  ): Promise<Holding[]> {
    const absent = tables.filter((t) => !this.#warehouse.has(t));
    for (const table of absent) this.#warehouse.ahead(table, await bytes(table.source));
    for (const [i, table] of absent.entries()) {
      const { name, size } = table.source;
      const tell = (done: number) => report(name, size > 0 ? done / size : 0, i + 1, absent.length);
      tell(0);
      await this.#warehouse.load(table, () => bytes(table.source), { ...options, onProgress: tell });
    }
    return Promise.all(
      tables.map(async (table) => ({
        table,
        ledger: ledgerOf(table.reading.ledger),
        rows: await this.#warehouse.load(table, () => bytes(table.source), {}),
      })),
    );
  }

  /** Puts a workspace's tables, all of them loaded, in the place of those on the shelf, and marks which of their rows hold. */
  async fill(workspace: Workspace, holdings: readonly Holding[]): Promise<void> {
    this.#holdings = holdings;
    this.#roster = await this.rosterOf(workspace, holdings);
    this.#names = new Names(workspace.names, this.#roster);
    this.#standing = this.#warehouse.mark(holdings, this.#names);
    this.#strays = this.#names.unresolved(
      holdings.flatMap(({ table, ledger, rows }) => (unitColumn(ledger) ? usesIn(rows, table.source.name) : [])),
    );
  }

  /** Puts the rows of one table, new or read otherwise, beside the others. */
  put(workspace: Workspace, seq: number, rows: LoadedRows): Promise<void> {
    const rowsOf = (t: AcceptedTable) => (t.seq === seq ? rows : this.of(t.seq)?.rows);
    const holdings = workspace.tables.flatMap((table): Holding[] => {
      const own = rowsOf(table);
      return own ? [{ table, ledger: ledgerOf(table.reading.ledger), rows: own }] : [];
    });
    return this.fill(workspace, holdings);
  }

  /** The roster that these tables give: the one of the last roster table, else the drafted one, else none. */
  async rosterOf({ tables, drafted }: Workspace, holdings: readonly Holding[]): Promise<Roster> {
    const last = holdings.filter((h) => h.ledger.id === 'roster').at(-1);
    if (!last) return drafted ? draftedRoster(drafted) : new Roster([]);
    const given = tables.flatMap((t) => t.ids ?? []);
    return buildRoster(await this.#warehouse.rosterRows(last.rows), given, derivedId(last.table.seq)).roster;
  }

  /** The lasting ids of a roster table about to be accepted as the next entry. */
  async idsOf(rows: LoadedRows, { tables, nextSeq }: Workspace): Promise<GivenId[]> {
    const given = tables.flatMap((t: AcceptedTable) => t.ids ?? []);
    return buildRoster(await this.#warehouse.rosterRows(rows), given, (n) => `u${nextSeq}-${n}` as UnitId).ids;
  }

  /**
   * How a loaded table's rows lie to the rows in force: whether some of the same units and periods bear the same keys;
   * null when no table in force speaks of them.
   */
  async overlap(ledgerId: string, rows: LoadedRows): Promise<'some' | 'none' | null> {
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
}

/** Every unit name a table's rows use, under the file it came in. */
export const usesIn = (rows: LoadedRows, file: string): NameUse[] =>
  rows.coverage.map((c) => ({ name: c.name, rows: c.rows, file }));
