/** Replays the journal: from the list of decisions to what they amount to. Pure; the same entries give the same state. */
import { NO_MENDS, type Mends } from '../model/mend';
import type { Reviews } from '../model/review';
import type { ColumnMapping, Reading, RememberedMapping } from '../model/table';
import { normaliseName, type UnitId } from '../model/unit';
import type { Entry, EntryBody } from './journal';
import { withCells, withExcluded } from './mends';
import { ReviewFold } from './reviews';
import { upcast } from './upcast';

type Of<K extends EntryBody['kind']> = Extract<EntryBody, { kind: K }>;

/** An accepted table that is not undone: how it is read today, and what was mended of it. */
export type AcceptedTable = Omit<Of<'table.accepted'>, 'kind'> & {
  readonly seq: number;
  readonly at: string;
  readonly mends: Mends;
};

export interface Workspace {
  /** Later ones stand before earlier ones: in the order they were accepted, or made to stand again. */
  readonly tables: readonly AcceptedTable[];
  /** Confirmed names, by `normaliseName`; null = no unit of ours. */
  readonly names: ReadonlyMap<string, UnitId | null>;
  readonly drafted: Of<'roster.drafted'>['units'] | null;
  readonly schemeText: string | null;
  /** The map adopted last, with its entry. */
  readonly map: { readonly seq: number; readonly source: Of<'map.adopted'>['source'] } | null;
  /** Tiles where the user put them; empty: as they come. */
  readonly tiles: Of<'tiles.arranged'>['places'];
  /** One per sender, ledger and headers: the one confirmed last. */
  readonly remembered: readonly RememberedMapping[];
  readonly reviews: Reviews;
  /** The steps that count, oldest first: what the history shows and the next undo takes back. */
  readonly steps: readonly Entry[];
  /** Number for the next entry. */
  readonly nextSeq: number;
}

export function replay(journal: readonly Entry[]): Workspace {
  const entries = journal.map(upcast);
  const tables = new Map<number, AcceptedTable>();
  const names = new Map<string, UnitId | null>();
  const remembered = new Map<string, RememberedMapping>();
  const reviews = new ReviewFold();
  let drafted: Workspace['drafted'] = null;
  let schemeText: string | null = null;
  let map: Workspace['map'] = null;
  let tiles: Workspace['tiles'] = [];
  const steps = entriesThatCount(entries).filter((e) => {
    const table = 'table' in e ? tables.get(e.table) : undefined;
    // What was done to a table that was taken back has nothing to hold on to; it counts again when the table does.
    if ('table' in e && !table) return false;
    const change = (changed: Partial<AcceptedTable>) => table && tables.set(table.seq, { ...table, ...changed });
    switch (e.kind) {
      case 'table.accepted':
        tables.set(e.seq, { ...e, mends: NO_MENDS });
        break;
      case 'table.reread':
        if (table) change({ reading: withColumns(e.reading, table.reading.columns) });
        break;
      case 'cells.mended':
        if (table) change({ mends: withCells(table.mends, e.cells) });
        break;
      case 'review.recorded':
        if (!table) break;
        change({ reading: withColumns(table.reading, e.columns), mends: withCells(table.mends, e.cells) });
        reviews.take(e);
        break;
      case 'rows.excluded':
        if (table) change({ mends: withExcluded(table.mends, e.rows, e.reason) });
        break;
      case 'table.restored':
        tables.delete(e.table);
        change({});
        break;
      case 'unit.named':
        names.set(normaliseName(e.name), e.unit);
        break;
      case 'roster.drafted':
        drafted = e.units;
        break;
      case 'scheme.adopted':
        schemeText = e.text;
        break;
      case 'map.adopted':
        map = { seq: e.seq, source: e.source };
        break;
      case 'tiles.arranged':
        tiles = e.places;
        break;
      case 'mapping.remembered': {
        const { seq, sender, ledger, headers, columns, words } = e;
        const mapping = { seq, sender, ledger, headers, columns, ...(words ? { words } : {}) };
        remembered.set(JSON.stringify([sender, ledger, headers]), mapping);
        break;
      }
      case 'period.stated':
      case 'period.sealed':
      case 'objection.raised':
        reviews.take(e);
        break;
      case 'objection.decided':
        return reviews.take(e);
      // What came when, and by when it was due, is read off the steps by whoever works out the returns.
      case 'table.returned':
      case 'receipt.stated':
      case 'deadline.stated':
      // Papers likewise (`meetings.ts`).
      case 'pack.chosen':
      case 'sentences.said':
      case 'issue.decided':
      case 'undone':
        break;
    }
    return true;
  });
  return {
    tables: [...tables.values()],
    names,
    drafted,
    schemeText,
    map,
    tiles,
    remembered: [...remembered.values()],
    reviews: reviews.done(),
    steps,
    nextSeq: (entries.at(-1)?.seq ?? 0) + 1,
  };
}

/** A reading with those of these columns that no file has, so that what was put into them stays. */
function withColumns(reading: Reading, columns: readonly ColumnMapping[]): Reading {
  const added = columns.filter((c) => c.added && !reading.columns.some((own) => own.column === c.column));
  return added.length > 0 ? { ...reading, columns: [...reading.columns, ...added] } : reading;
}

/** All but the undone ones and the undoings. From the last entry back, so that undoing an undo is known before the undo is looked at. */
function entriesThatCount(entries: readonly Entry[]): Entry[] {
  const undone = new Set<number>();
  for (const e of [...entries].reverse()) if (e.kind === 'undone' && !undone.has(e.seq)) undone.add(e.entry);
  return entries.filter((e) => e.kind !== 'undone' && !undone.has(e.seq));
}

/** The entry a redo brings back: the undo last made, unless something else was decided since. */
export function redoable(journal: readonly Entry[]): Entry | null {
  const gone = new Set<number>();
  for (const e of [...journal].reverse()) {
    if (gone.has(e.seq)) continue;
    if (e.kind !== 'undone') return null;
    const target = journal.find((x) => x.seq === e.entry);
    if (target?.kind !== 'undone') return e;
    gone.add(target.seq);
  }
  return null;
}
