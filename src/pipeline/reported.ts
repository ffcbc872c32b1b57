/** Gathers what a record knows of reporting: its accepted tables, its journal, and the register of tables received. */
import type { Row } from '../engine/engine';
import { LEDGERS } from '../ledgers';
import type { LedgerId } from '../model/ledger';
import type { CalendarDate, Period } from '../model/period';
import { problem, type Problem } from '../model/problem';
import type { Roster } from '../model/roster';
import { normaliseName, type UnitId } from '../model/unit';
import type { StandingNames } from '../query';
import type { Scheme } from '../scheme';
import type { Workspace } from '../workspace/replay';
import type { Names } from './names';
import type { ReceiptRow, SentTable } from './return-facts';
import { Returns } from './returns';
import { reportedQuarters, type Holding, type Standing } from './warehouse';

export interface Reported {
  readonly holdings: readonly Holding[];
  readonly names: Names;
  readonly standing: Standing;
  readonly roster: Roster;
  readonly workspace: Workspace;
  readonly scheme: Scheme | null;
  /** Rows of `receiptsSql`. */
  readonly receipts: readonly Row[];
  /** By table, whose rows were rejected or drew warnings; absent where nobody asks. */
  readonly quality?: ReadonlyMap<Holding, SentTable['quality']>;
}

export function returnsOf({ holdings, names, standing, roster, workspace, scheme, receipts, quality }: Reported): Returns {
  const inForce = new Set(standing.claims.map((c) => `${c.table}\n${c.unit}\n${c.period}`));
  const tables = holdings.map((h): SentTable => ({
    seq: h.table.seq,
    ledger: h.ledger.id,
    file: h.table.source.name,
    received: h.table.received ?? null,
    claims: h.rows.coverage.flatMap(({ name, period }) => {
      const unit = names.resolve(name);
      return unit ? [{ unit, period, inForce: inForce.has(`${h.rows.table}\n${unit}\n${period}`) }] : [];
    }),
    quality: quality?.get(h) ?? new Map(),
  }));
  return new Returns({
    roster,
    ledgers: LEDGERS,
    scheme,
    tables,
    steps: workspace.steps,
    receipts: receipts.flatMap(receiptOf),
    quarters: reportedQuarters(standing.claims),
  });
}

/** The ledgers by id and name, and by any other name that only one of them goes by. */
const BY_NAME: ReadonlyMap<string, LedgerId | null> = (() => {
  const found = new Map<string, LedgerId | null>();
  for (const { id, names } of LEDGERS)
    for (const name of (names ?? []).map(normaliseName)) found.set(name, (found.get(name) ?? id) === id ? id : null);
  for (const { id, name } of LEDGERS) found.set(normaliseName(name.zh), id).set(id, id);
  return found;
})();

const ledgerIn = (row: Row): LedgerId | null => BY_NAME.get(normaliseName(String(row['ledger'] ?? ''))) ?? null;

function receiptOf(row: Row): ReceiptRow[] {
  const ledger = ledgerIn(row);
  if (ledger === null) return [];
  return [
    {
      ledger,
      unit: row['_unit'] as UnitId,
      period: row['_period'] as Period,
      received: row['received_on'] as CalendarDate | null,
      returned: row['returned'] as number | null,
      reason: row['return_reason'] as string | null,
    },
  ];
}

/** Rows of the register that name no ledger of ours count nowhere, and say so. */
export function receiptProblems(receipts: readonly Row[], names: StandingNames): Problem[] {
  return receipts.flatMap((row) => {
    if (ledgerIn(row) !== null) return [];
    const place = {
      file: names.file(Number(row['_import'])),
      row: Number(row['_row']),
      header: '台账',
      value: String(row['ledger'] ?? ''),
    };
    return [{ ...problem('warning', 'cell.notInList', place, { values: '台账的名称' }), period: row['_period'] as Period }];
  });
}
