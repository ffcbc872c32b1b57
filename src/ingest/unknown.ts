/** Tables that no ledger's names fit: whether there is a table at all, where its header may be, and the question which one it is. */
import type { LedgerDef, LedgerId } from '../model/ledger';
import * as fault from './faults';
import { headersAt, headersWithout, isOrdinal } from './headers';
import { isNamedIn, type Layout } from './layout';
import { filledIn, type Records } from './parts';
import { planTable, type Plan } from './plan';
import { startOfTable, type Seen } from './seen';
import type { Problem } from '../model/problem';

/** Cells of a table are short; sentences are not. */
const LONG = 60;
const isData = (text: string): boolean => /^[+-]?[\d,.]+[%％‰]?$|^\d{4}[-/.年]\d|^(?:是|否|无|—|-|\/)$/.test(text.trim());

/** Where the header of something table-shaped is, `count` 0 where its first record is data already; null where it is none. */
export function shapeOf(records: Records): { first: number; count: number } | null {
  const lines = records.filter((r) => filledIn(r).length > 0);
  const wide = lines.filter((r) => filledIn(r).length >= 2);
  if (wide.length < 2 || wide.length * 2 < lines.length) return null;
  const widths = new Map<number, number>();
  for (const r of wide) widths.set(r.length, (widths.get(r.length) ?? 0) + 1);
  const [width, times] = [...widths].reduce((most, w) => (w[1] > most[1] ? w : most));
  const cells = wide.flatMap(filledIn);
  const sentences = cells.filter((c) => c.length > LONG || /[。！？]$/.test(c.trim())).length;
  if (times * 5 < wide.length * 3 || sentences * 5 > cells.length) return null;
  const first = records.findIndex((r) => r.length === width && filledIn(r).length >= Math.min(width, 2));
  if (first < 0) return null;
  return { first, count: filledIn(records[first] as string[]).some(isData) ? 0 : 1 };
}

/** The reading of a table that only the user can name: no column is taken, its question is `map`. Null where it is no table. */
export function planUnknown(seen: Seen, layouts: readonly Layout[], ledgers: readonly LedgerDef[], clue: string): Plan | null {
  const shape = shapeOf(seen.records);
  const ledger =
    ledgers.find((l) => isNamedIn(l, clue)) ??
    ledgers.find((l) => l.id === (layouts[0]?.ledger.id ?? 'indicators')) ??
    ledgers[0];
  if (!shape || !ledger) return null;
  const { first, count } = shape;
  const headers = count === 0 ? headersWithout(seen.records.slice(first)) : headersAt(seen.records, first, count);
  const columns = headers.map(({ index, text }) => ({ index, header: text, column: null }));
  const layout: Layout = { ledger, first, count, headers, matches: [], twice: [], hints: 0, missing: [], score: 0 };
  const plan = planTable(layout, seen, { columns, questions: [], problems: [] });
  // Which period, and whether it has one, is asked when the ledger is known.
  const reading = { ...plan.reading, period: null };
  return { ...plan, reading, questions: [{ ask: 'map', headers: headers.map((h) => h.text) }] };
}

/** What was found instead of a table: the header words of the likeliest header. */
export function unknownFault(seen: Pick<Seen, 'file' | 'records' | 'area'>, layouts: readonly Layout[]): Problem {
  const { file, records } = seen;
  const words = (r: readonly string[]) => r.filter((c) => c.trim() !== '' && !/^[\d.,%-]+$/.test(c.trim())).length;
  const first = records.slice(0, 25).reduce((best, r, i, all) => (words(r) > words(all[best] ?? []) ? i : best), 0);
  if (words(records[first] ?? []) < 2 && layouts.length === 0) return fault.file.noHeader(file);
  const headers = layouts[0]?.headers ?? headersAt(records, first, 1);
  const named = headers.map((h) => h.text.slice(0, LONG)).filter((t) => t !== '' && !isOrdinal(t));
  const candidates: LedgerId[] = layouts.slice(0, 3).map((l) => l.ledger.id);
  return fault.file.unknownTable(
    { file, row: startOfTable(seen) + (layouts[0]?.first ?? first) + 1 },
    named.slice(0, 12),
    candidates,
  );
}
