/** What a newer version changed: rows and cells against the version before it, and points and ranks with and without it. */
import { MEASURES } from '../ledgers';
import type { Differences, ScoreEffect } from '../model/differences';
import { comparePeriods } from '../model/period';
import { differencesSql, differingSql, rowDifferences } from '../query';
import { scoreAll, type ScoreBook } from '../score';
import type { Scheme } from '../scheme';
import type { Workspace } from '../workspace/replay';
import { Names } from './names';
import { returnsOf } from './reported';
import { reportingEntries } from './reporting';
import type { Shelf } from './shelf';
import type { Version } from './snapshot';
import { versionsOf } from './versions';
import { scoredPeriods, type Holding, type Warehouse } from './warehouse';

/** Rows told of; more than anybody reads, and the count of all is told beside them. */
const MOST_ROWS = 5000;

/**
 * The differences of the accepted table `seq` against the version before it; null where there is none. What is marked
 * in force changes meanwhile and is as before afterwards, so nothing else may be marked until this is done.
 */
export async function differencesOf(
  seq: number,
  { shelf, warehouse, workspace, scheme }: { shelf: Shelf; warehouse: Warehouse; workspace: Workspace; scheme: Scheme | null },
): Promise<Differences | null> {
  const versions = versionsOf(shelf.holdings, shelf.names);
  const after = shelf.of(seq);
  const before = shelf.of(versions.get(seq)?.before ?? 0);
  if (!after || !before || after.ledger !== before.ledger) return null;

  const names = new Set([...before.rows.coverage, ...after.rows.coverage].map((c) => c.name));
  const units = [...names].flatMap((name) => {
    const unit = name === '' ? null : shelf.names.resolve(name);
    return unit ? [{ name, unit }] : [];
  });
  const imports = { before: before.rows.table, after: after.rows.table, units };
  const engine = await warehouse.engine();
  const [counts] = await engine.query(differingSql(after.ledger, imports));
  const rows = await engine.query(differencesSql(after.ledger, imports, MOST_ROWS));
  const found = {
    rows: rowDifferences(after.ledger, rows),
    same: Number(counts?.['same'] ?? 0),
    differing: Number(counts?.['differing'] ?? 0),
  };
  if (!scheme) return { ...found, effects: [] };

  const book = async (holdings: readonly Holding[]): Promise<ScoreBook> => {
    const roster = await shelf.rosterOf(workspace, holdings);
    const names = new Names(workspace.names, roster);
    const { standing, measures } = await warehouse.measuresIf(holdings, names, (standing, receipts) =>
      reportingEntries(returnsOf({ holdings, names, standing, roster, workspace, scheme, receipts })),
    );
    return scoreAll(scheme, measures, roster, scoredPeriods(standing.claims, scheme.periods), MEASURES);
  };
  const chain = chainOf(seq, versions);
  return { ...found, effects: effectsOf(await book(standingWith(chain.slice(0, -1))), await book(standingWith(chain))) };

  /** The shelf with only these versions of the table, in their order; newer ones are not there yet. */
  function standingWith(chosen: readonly number[]): Holding[] {
    let at = 0;
    return shelf.holdings.flatMap((h) => {
      if (chainOf(h.table.seq, versions)[0] !== chain[0]) return [h];
      const member = shelf.of(chosen[at++] ?? 0);
      return member ? [member] : [];
    });
  }
}

/** A version and those before it, the oldest first. */
function chainOf(seq: number, versions: ReadonlyMap<number, Version>): number[] {
  const before = versions.get(seq)?.before ?? null;
  return before === null ? [seq] : [...chainOf(before, versions), seq];
}

const orNull = (x: number | undefined): number | null => (x === undefined || Number.isNaN(x) ? null : x);

/** Units whose total or rank is another, period by period. Both books are of one scheme. */
export function effectsOf(before: ScoreBook, after: ScoreBook): ScoreEffect[] {
  const periods = [...new Set([...before.periods, ...after.periods])].sort(comparePeriods);
  return periods.flatMap((period) => {
    const [a, b] = [before.at(period), after.at(period)];
    return [...new Set([...b.units, ...a.units])].flatMap((unit): ScoreEffect[] => {
      const [i, j] = [a.indexOf(unit), b.indexOf(unit)];
      const effect = {
        totalBefore: orNull(a.total[i]),
        totalAfter: orNull(b.total[j]),
        rankBefore: orNull(a.rank[i]),
        rankAfter: orNull(b.rank[j]),
      };
      if (effect.totalBefore === effect.totalAfter && effect.rankBefore === effect.rankAfter) return [];
      const leaves = after.nodes.flatMap(({ id, leaf, index }) => {
        const points = { before: orNull(a.points(index)[i]), after: orNull(b.points(index)[j]) };
        return leaf && points.before !== points.after ? [{ leaf: id, ...points }] : [];
      });
      return [{ unit, period, ...effect, leaves }];
    });
  });
}
