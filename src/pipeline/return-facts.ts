/** What the record knows of one table asked of one unit: which versions came when, what was sent back, what the user stated. */
import type { LedgerId } from '../model/ledger';
import type { CalendarDate, Period } from '../model/period';
import type { UnitId } from '../model/unit';
import type { Entry } from '../workspace/journal';
import { receivedOn } from './received';

/** An accepted table, as far as reporting is concerned. */
export interface SentTable {
  /** Its journal entry. */
  readonly seq: number;
  readonly ledger: LedgerId;
  readonly file: string;
  readonly received: CalendarDate | null;
  /** Units and periods it speaks of, nil reports included, and whether its rows are the ones in force. */
  readonly claims: readonly { readonly unit: UnitId; readonly period: Period; readonly inForce: boolean }[];
  /** By unit: its rows rejected, and warnings of its rows. */
  readonly quality: ReadonlyMap<UnitId, { readonly rejected: number; readonly warnings: number }>;
}

/** A row in force of the receipts ledger 收表登记. */
export interface ReceiptRow {
  readonly ledger: LedgerId;
  readonly unit: UnitId;
  readonly period: Period;
  readonly received: CalendarDate | null;
  readonly returned: number | null;
  readonly reason: string | null;
}

type Returned = Extract<Entry, { kind: 'table.returned' }>;
type Stated = Extract<Entry, { kind: 'receipt.stated' }>;

/** Everything said of one ledger, unit and period, oldest first. */
interface Said {
  readonly tables: SentTable[];
  /** Those in force, also where all rows of this unit were rejected while others' rows stand. */
  readonly standing: SentTable[];
  readonly returned: Returned[];
  readonly stated: Stated[];
  readonly receipts: ReceiptRow[];
}

export interface Facts {
  /** Something came that was not sent back since. */
  readonly sent: boolean;
  readonly received: CalendarDate | null;
  /** Of the first version since it was sent back last, and its journal entry; '' and 0 where none came. */
  readonly file: string;
  readonly table: number;
  readonly returned: number;
  readonly reason: string | null;
  readonly rejected: number;
  readonly warnings: number;
  readonly versions: number;
  /** The last day anything is known of. */
  readonly lastDay: CalendarDate | null;
}

/** The last of some days. */
export const latest = (days: readonly (CalendarDate | null)[]): CalendarDate | null =>
  days.reduce((last, d) => (d !== null && (last === null || d > last) ? d : last), null);

/** The facts of a record, by ledger, unit and period. */
export function factsAt({
  tables,
  steps,
  receipts,
}: {
  readonly tables: readonly SentTable[];
  readonly steps: readonly Entry[];
  readonly receipts: readonly ReceiptRow[];
}): {
  /** Whether any table speaks of the ledger and period. */
  sent(ledger: LedgerId, period: Period): boolean;
  /** What is known under any of these periods. */
  of(ledger: LedgerId, unit: UnitId, periods: readonly Period[]): Facts;
} {
  const said = new Map<string, Said>();
  const spoken = new Set<string>();
  const at = (ledger: LedgerId, unit: UnitId, period: Period): Said => {
    const key = `${ledger}\n${unit}\n${period}`;
    let own = said.get(key);
    if (!own) said.set(key, (own = { tables: [], standing: [], returned: [], stated: [], receipts: [] }));
    return own;
  };
  for (const table of [...tables].sort((a, b) => a.seq - b.seq))
    for (const { unit, period, inForce } of table.claims) {
      spoken.add(`${table.ledger}\n${period}`);
      const own = at(table.ledger, unit, period);
      if (own.tables.at(-1) !== table) own.tables.push(table);
      if (inForce && own.standing.at(-1) !== table) own.standing.push(table);
    }
  for (const table of tables)
    for (const unit of table.quality.keys())
      if (!table.claims.some((c) => c.unit === unit))
        for (const period of new Set(table.claims.flatMap((c) => (c.inForce ? [c.period] : []))))
          at(table.ledger, unit, period).standing.push(table);
  for (const e of steps)
    if (e.kind === 'table.returned') at(e.ledger, e.unit, e.period).returned.push(e);
    else if (e.kind === 'receipt.stated') at(e.ledger, e.unit, e.period).stated.push(e);
  for (const r of receipts) at(r.ledger, r.unit, r.period).receipts.push(r);
  return {
    sent: (ledger, period) => spoken.has(`${ledger}\n${period}`),
    of: (ledger, unit, periods) =>
      factsOf(
        unit,
        periods,
        periods.flatMap((p) => said.get(`${ledger}\n${unit}\n${p}`) ?? []),
      ),
  };
}

function factsOf(unit: UnitId, periods: readonly Period[], said: readonly Said[]): Facts {
  const bySeq = <T extends { readonly seq: number }>(list: readonly T[]): T[] => [...list].sort((a, b) => a.seq - b.seq);
  const tables = bySeq([...new Set(said.flatMap((s) => s.tables))]);
  const returned = bySeq(said.flatMap((s) => s.returned));
  const stated = bySeq(said.flatMap((s) => s.stated));
  const receipt = said.flatMap((s) => s.receipts).at(-1);
  const back = returned.at(-1);
  // What was sent back is owed again: only what came after that counts. A correction nobody asked for makes nothing late.
  const since = <T extends { readonly seq: number }>(list: readonly T[]): T[] => list.filter((x) => x.seq > (back?.seq ?? 0));
  const first = since(tables)[0];
  const word = since(stated).at(-1);
  const listed = receipt?.received && (!back || receipt.received > back.day) ? receipt.received : null;
  // A table of many periods came in time for its last at most: of the earlier ones it says nothing.
  const came = first?.received ? (receivedOn(periods, first.received) ?? null) : null;
  const received = word ? word.day : (listed ?? came);
  const standing = [...new Set(said.flatMap((s) => s.standing))].flatMap((t) => t.quality.get(unit) ?? []);
  return {
    sent: received !== null || first !== undefined,
    received,
    file: first?.file ?? '',
    table: first?.seq ?? 0,
    // The list kept by hand and the journal may tell of the same returns: they are not added up.
    returned: Math.max(returned.length, receipt?.returned ?? 0),
    reason: back?.reason ?? receipt?.reason ?? null,
    rejected: standing.reduce((n, q) => n + q.rejected, 0),
    warnings: standing.reduce((n, q) => n + q.warnings, 0),
    versions: tables.length,
    lastDay: latest([
      ...tables.map((t) => t.received),
      ...returned.map((r) => r.day),
      ...stated.map((s) => s.day),
      ...said.flatMap((s) => s.receipts.map((r) => r.received)),
    ]),
  };
}
