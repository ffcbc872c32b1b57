/** Replays the journal: from the list of decisions to what they amount to. Pure; the same entries give the same state. */
import { normaliseName, type UnitId } from '../model/unit';
import type { Entry, EntryBody } from './journal';
import { upcast } from './upcast';

type Of<K extends EntryBody['kind']> = Extract<EntryBody, { kind: K }>;

/** An accepted table that is not undone. `seq` orders versions: later ones stand before earlier ones. */
export type AcceptedTable = Omit<Of<'table.accepted'>, 'kind'> & { readonly seq: number; readonly at: string };

export interface Workspace {
  readonly tables: readonly AcceptedTable[];
  /** Confirmed names, by `normaliseName`; null = no unit of ours. */
  readonly names: ReadonlyMap<string, UnitId | null>;
  readonly drafted: Of<'roster.drafted'>['units'] | null;
  readonly schemeText: string | null;
  /** The steps that count, oldest first: what the history shows and the next undo takes back. */
  readonly steps: readonly Entry[];
  /** Number for the next entry. */
  readonly nextSeq: number;
}

export function replay(journal: readonly Entry[]): Workspace {
  const entries = journal.map(upcast);
  const undone = new Set<number>();
  // From the last entry back, so that undoing an undo is known before the undo is looked at.
  for (const e of [...entries].reverse()) if (e.kind === 'undone' && !undone.has(e.seq)) undone.add(e.entry);
  const steps = entries.filter((e) => e.kind !== 'undone' && !undone.has(e.seq));

  const tables: AcceptedTable[] = [];
  const names = new Map<string, UnitId | null>();
  let drafted: Workspace['drafted'] = null;
  let schemeText: string | null = null;
  for (const e of steps)
    if (e.kind === 'table.accepted') tables.push(e);
    else if (e.kind === 'unit.named') names.set(normaliseName(e.name), e.unit);
    else if (e.kind === 'roster.drafted') drafted = e.units;
    else if (e.kind === 'scheme.adopted') schemeText = e.text;
  return { tables, names, drafted, schemeText, steps, nextSeq: (entries.at(-1)?.seq ?? 0) + 1 };
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
