/** What shows of the record: everything in a snapshot that is worked out from the tables on the shelf. */
import { MEASURES } from '../ledgers';
import { readScheme } from '../scheme';
import { scoreAll } from '../score';
import { problem, type Problem } from '../model/problem';
import type { UnitId } from '../model/unit';
import type { Workspace } from '../workspace/replay';
import type { StandingChecks } from './checks';
import type { LoadedRows } from './load';
import type { Names } from './names';
import type { Quality } from './quality';
import { receiptProblems, returnsOf } from './reported';
import { reportingEntries } from './reporting';
import type { SentTable } from './return-facts';
import type { Returns } from './returns';
import type { Shelf } from './shelf';
import type { LoadedTable, Snapshot } from './snapshot';
import { versionsOf } from './versions';
import { scoredPeriods, type Holding, type Warehouse } from './warehouse';

type Derived = Pick<
  Snapshot,
  'tables' | 'roster' | 'rosterDrafted' | 'measures' | 'scheme' | 'schemeProblems' | 'book' | 'checks'
> & {
  readonly returns: Returns;
};

/** What is remembered between one showing and the next, so that little is asked twice. */
export interface Watch {
  readonly checks: StandingChecks;
  readonly quality: Quality;
}

/** @param defaultScheme JSON text of the scheme in use until the user adopts one. */
export async function derive(
  shelf: Shelf,
  warehouse: Warehouse,
  workspace: Workspace,
  defaultScheme: string,
  watch: Watch,
): Promise<Derived> {
  const { roster, standing, holdings, names } = shelf;
  const { scheme, problems } = readScheme(workspace.schemeText ?? defaultScheme, MEASURES);
  const receipts = await warehouse.receipts();
  const quality = new Map<Holding, SentTable['quality']>();
  for (const h of holdings) quality.set(h, await watch.quality.of(h, names));
  // Which tables are asked for follows from the scheme's text and what was sent, so the figures made of it feed no circle.
  const returns = returnsOf({ holdings, names, standing, roster, workspace, scheme, receipts, quality });
  const measures = await warehouse.measures(reportingEntries(returns));
  const standingNames = {
    unit: (id: string) => roster.name(id as UnitId),
    file: (table: number) => holdings.find((h) => h.rows.table === table)?.table.source.name ?? '',
  };
  const checks = await watch.checks.run(() => warehouse.engine(), standing.claims, standingNames);
  return {
    tables: loadedTables(shelf),
    roster,
    rosterDrafted: !holdings.some((h) => h.ledger.id === 'roster') && workspace.drafted !== null,
    measures,
    scheme,
    schemeProblems: problems,
    checks: [...checks, ...receiptProblems(receipts, standingNames)],
    returns,
    book: scheme ? scoreAll(scheme, measures, roster, scoredPeriods(standing.claims, scheme.periods), MEASURES) : null,
  };
}

/** Rows that are nobody's, since the user said that their name is no unit of ours: a notice for each name. */
function leftOut({ coverage }: LoadedRows, file: string, names: Names): Problem[] {
  const rows = new Map<string, number>();
  for (const c of coverage) if (names.resolve(c.name) === null) rows.set(c.name, (rows.get(c.name) ?? 0) + c.rows);
  return [...rows].map(([value, n]) => problem('notice', 'row.unitUnknown', { file, value }, { rows: n }));
}

/** The accepted tables in the order they were accepted. */
function loadedTables({ holdings, standing, names }: Shelf): LoadedTable[] {
  const versions = versionsOf(holdings, names);
  const bySeq = [...holdings].sort((a, b) => a.table.seq - b.table.seq);
  return bySeq.map(({ table, rows }): LoadedTable => {
    const coverage = standing.of.get(rows) ?? { claims: 0, inForce: 0 };
    const periods = [...new Set(rows.coverage.map((c) => c.period))].sort();
    return {
      seq: table.seq,
      at: table.at,
      ledger: table.reading.ledger,
      source: table.source,
      reading: table.reading,
      mends: table.mends,
      version: versions.get(table.seq) ?? { n: 1, of: 1, before: null },
      received: table.received ?? null,
      report: rows.report,
      checks: [...rows.checks, ...leftOut(rows, table.source.name, names)],
      coverage: { ...coverage, periods },
    };
  });
}
