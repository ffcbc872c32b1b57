/** Sealing 封存: a period's data, scheme and result under a hash, and what became of it since. */
import type { PackContent } from '../model/pack-content';
import { closingQuarter, lastMonth, partsOf, type Period } from '../model/period';
import { problem, type Problem } from '../model/problem';
import { openAt, PERIOD_STATES, standingOf, type SealEntry } from '../model/review';
import type { UnitId } from '../model/unit';
import { canonicalHash } from '../scheme';
import type { ScoreBook } from '../score';
import { differencesFrom, isWhole, sealOf, type Seal, type SealDifferences, type SealedSource } from '../score/seal';
import { sinceSeal, type SinceSeal } from '../score/since-seal';
import type { Desk } from './desk';

export interface SealReport {
  readonly entry: SealEntry;
  readonly seal: Seal;
  /** Whether the hash fits; where it does not, somebody changed the record by hand, and `problem` says so. */
  readonly whole: boolean;
  readonly problem: Problem | null;
  /** Null where there are no scores to hold against it. */
  readonly differences: SealDifferences | null;
}

export async function sealPeriod(
  desk: Desk,
  period: Period,
  despite: boolean,
  content: PackContent | null,
): Promise<readonly Problem[]> {
  const { reviews, steps } = desk.workspace();
  const { state } = standingOf(reviews, period);
  if (state === 'sealed') return [problem('error', 'period.isSealed', {}, { period })];
  if (PERIOD_STATES.indexOf(state) < PERIOD_STATES.indexOf('approved'))
    return [problem('error', 'period.moveRefused', {}, { period, from: state, to: 'sealed' })];
  const { book, roster } = desk.snapshot();
  if (!book || book.at(period).units.length === 0 || book.at(period).notRanked.length === book.at(period).units.length)
    return [problem('error', 'seal.noFigures', {}, { period })];
  const open = openAt(reviews, period).length;
  const missing = missingIn(book, period);
  const warnings = [
    ...(open > 0 ? [problem('warning', 'seal.openObjections', {}, { period, n: open })] : []),
    ...(missing.figures > 0
      ? [
          problem(
            'warning',
            'seal.figuresMissing',
            {},
            {
              ...{ period, n: missing.figures, of: missing.units.length },
              units: missing.units.slice(0, 5).map((u) => roster.name(u)),
            },
          ),
        ]
      : []),
  ];
  if (warnings.length > 0 && !despite) return warnings;
  const seal = sealOf(book, period, sourcesOf(desk, period), { journal: canonicalHash(steps), content });
  const text = JSON.stringify(seal);
  await desk.decide([{ kind: 'period.sealed', period, seal: text, hash: seal.hash, open, missing: missing.figures }]);
  return [];
}

/** Figures that are due and were not reported, and whose they are. */
function missingIn(book: ScoreBook, period: Period): { figures: number; units: readonly UnitId[] } {
  const scores = book.at(period);
  const lacking = scores.units.map(
    (_, u) => book.nodes.filter((n) => n.leaf && ['missing', 'excluded'].includes(scores.state(n.index, u))).length,
  );
  return {
    figures: lacking.reduce((n, x) => n + x, 0),
    units: scores.units.filter((_, u) => (lacking[u] ?? 0) > 0),
  };
}

/**
 * The tables in force that a period's result is read from: those of its quarters, those of a longer period that it closes
 * or lies in, and the roster.
 */
export function sourcesOf({ shelf }: Pick<Desk, 'shelf'>, period: Period): SealedSource[] {
  const within = (inner: Period, outer: Period): boolean => {
    const [a, b] = [partsOf(inner), partsOf(outer)];
    return a.year === b.year && firstMonth(outer) <= firstMonth(inner) && lastMonth(inner) <= lastMonth(outer);
  };
  const tables = new Set(
    shelf.standing.claims.flatMap((c) =>
      within(c.period, period) || within(period, c.period) || closingQuarter(c.period) === closingQuarter(period)
        ? [c.table]
        : [],
    ),
  );
  const roster = shelf.holdings.filter((h) => h.ledger.id === 'roster').at(-1);
  const used = shelf.holdings.filter((h) => tables.has(h.rows.table) || h === roster);
  return [...used]
    .sort((a, b) => a.table.seq - b.table.seq)
    .map(({ table, ledger }) => ({ hash: table.source.hash, file: table.source.name, ledger: ledger.id }));
}

const firstMonth = (p: Period): number => {
  const { kind, part } = partsOf(p);
  return kind === 'Y' ? 1 : (part - 1) * (kind === 'Q' ? 3 : 6) + 1;
};

const lastSeal = (desk: Desk, period: Period): SealEntry | null => desk.workspace().reviews.seals.get(period)?.at(-1) ?? null;

/** Parsed once per entry. */
const parsed = new WeakMap<SealEntry, { seal: Seal; whole: boolean }>();

function read(entry: SealEntry): { seal: Seal; whole: boolean } {
  let known = parsed.get(entry);
  if (!known) {
    const seal = JSON.parse(entry.text) as Seal;
    parsed.set(entry, (known = { seal, whole: seal.hash === entry.hash && isWhole(seal) }));
  }
  return known;
}

export function sealReport(desk: Desk, period: Period): Promise<SealReport | null> {
  const entry = lastSeal(desk, period);
  if (!entry) return Promise.resolve(null);
  const { seal, whole } = read(entry);
  const { book } = desk.snapshot();
  return Promise.resolve({
    ...{ entry, seal, whole },
    problem: whole ? null : problem('error', 'seal.broken', {}, { period }),
    differences: book ? differencesFrom(seal, book, sourcesOf(desk, period)) : null,
  });
}

export function unitSinceSeal(desk: Desk, period: Period, unit: UnitId): Promise<SinceSeal | null> {
  const entry = lastSeal(desk, period);
  const { book } = desk.snapshot();
  if (!entry || !book) return Promise.resolve(null);
  const { seal, whole } = read(entry);
  return Promise.resolve({ ...sinceSeal(seal, book, unit), whole });
}
