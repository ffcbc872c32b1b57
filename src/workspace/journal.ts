/**
 * The journal: the append-only list of what the user decided. With the source bytes it is the whole record;
 * everything on screen is `replay(sources, journal)`. Entries are never changed or removed: undoing is an entry.
 */
import type { Reading, SourceInfo } from '../model/table';
import type { UnitId } from '../model/unit';

/** Every kind of entry, version 1. A later version of a kind gets an upcaster in `upcast.ts`. */
export type EntryBody =
  | {
      readonly kind: 'table.accepted';
      readonly source: SourceInfo;
      readonly reading: Reading;
      /** replace: rows of earlier versions of the same (ledger, period, unit) stand back. add: they stay beside. */
      readonly mode: 'replace' | 'add';
      /** Ids given to roster units without an official code: [parent id or '', normalised name, id]. */
      readonly ids?: readonly (readonly [string, string, UnitId])[];
    }
  /** In these tables this name means this unit; null: a name that is no unit of ours, its rows are excluded. */
  | { readonly kind: 'unit.named'; readonly name: string; readonly unit: UnitId | null }
  /** Without a roster: these names are the counties. */
  | { readonly kind: 'roster.drafted'; readonly units: readonly { readonly id: UnitId; readonly name: string }[] }
  /** The scheme's JSON text as it was given. */
  | { readonly kind: 'scheme.adopted'; readonly text: string }
  /** Entry `seq` no longer counts (it stays in the journal). */
  | { readonly kind: 'undone'; readonly entry: number };

export type EntryKind = EntryBody['kind'];

export type Entry = EntryBody & {
  readonly v: 1;
  /** 1, 2, 3 … without gaps. */
  readonly seq: number;
  /** When it was decided: ISO 8601 with zone, from the one file that reads the clock. For show, never for order. */
  readonly at: string;
};
