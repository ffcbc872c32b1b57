/** Brings entries of earlier versions of the app to today's form. One step per kind and version; so far all are version 1. */
import type { Entry } from './journal';

/** Thrown for an entry that a newer version of the app wrote: reading on would misread the record. */
export class NewerEntryError extends Error {
  readonly entry: { readonly seq: number; readonly kind: string; readonly v: number };
  constructor(entry: { seq: number; kind: string; v: number }) {
    super(`journal entry ${entry.seq} (${entry.kind}) has version ${entry.v}`);
    this.entry = entry;
  }
}

const KINDS: ReadonlySet<string> = new Set<Entry['kind']>([
  'table.accepted',
  'table.reread',
  'table.restored',
  'table.returned',
  'cells.mended',
  'rows.excluded',
  'mapping.remembered',
  'receipt.stated',
  'deadline.stated',
  'period.stated',
  'period.sealed',
  'objection.raised',
  'objection.decided',
  'review.recorded',
  'unit.named',
  'roster.drafted',
  'scheme.adopted',
  'map.adopted',
  'tiles.arranged',
  'pack.chosen',
  'sentences.said',
  'issue.decided',
  'undone',
]);

/** @throws NewerEntryError on a version or kind this app does not know. */
export function upcast(stored: Entry): Entry {
  const { seq, kind, v } = stored as { seq: number; kind: string; v: number };
  if (v > 1 || !KINDS.has(kind)) throw new NewerEntryError({ seq, kind, v });
  return stored;
}
