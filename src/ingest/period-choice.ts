/** Which period a table is of: what its title, its name and its rows say, and the question where they disagree. */
import type { Frequency } from '../model/ledger';
import { closingQuarter, partsOf, type Period } from '../model/period';
import type { Question, Reading } from '../model/table';
import { encloses, isCoarser } from './period';

/** A period the table as a whole claims. */
export interface Stated {
  readonly period: Period;
  readonly from: 'title' | 'fileName';
}

export interface PeriodEvidence {
  readonly frequency: Frequency;
  readonly stated: readonly Stated[];
  /** Periods that rows name, and how many rows each. */
  readonly named: ReadonlyMap<Period, number>;
  /** Rows that name none. */
  readonly unnamed: number;
  /** Whether rows name parts without a year, so that the reading must carry one. */
  readonly partial: boolean;
  /** Whether all rows were seen, so that their numbers may be told. */
  readonly complete: boolean;
  /** Last resort, from 填报时间: proposed in a question, never taken. */
  readonly likely: { readonly period: Period; readonly from: 'title' | 'column' } | null;
}

type Candidate = Extract<Question, { ask: 'period' }>['candidates'][number];

export type PeriodChoice = Pick<Reading, 'period' | 'rowPeriods'> & { readonly question?: Question };

/** A statement is dropped where another says the same more exactly, or in the ledger's own kind of period. */
function agreed(stated: readonly Stated[], frequency: Frequency): Stated[] {
  return stated.filter(
    ({ period }) =>
      !stated.some(({ period: other }) =>
        encloses(period, other)
          ? partsOf(period).kind !== frequency
          : encloses(other, period) && partsOf(other).kind === frequency,
      ),
  );
}

/** Chooses the period, or asks. While a question is open the reading holds its first candidate. */
export function choosePeriod(e: PeriodEvidence): PeriodChoice {
  const stated = agreed(e.stated, e.frequency);
  const claims = [...new Set(stated.map((s) => s.period))];
  const rows = [...e.named.keys()];
  const [claim] = claims;
  const [first] = rows;

  const ask = (): PeriodChoice => {
    const said = stated.filter((s, i) => stated.findIndex((o) => o.period === s.period && o.from === s.from) === i);
    const named = [...e.named].map(([period, n]) => ({ period, from: 'column' as const, ...(e.complete ? { rows: n } : {}) }));
    const candidates: Candidate[] = [...said, ...named];
    // A half-year in a quarterly table is as good as its last quarter.
    for (const { period, from } of said)
      if (isCoarser(period, e.frequency) && partsOf(period).kind === 'H')
        candidates.push({ period: closingQuarter(period), from });
    const { likely } = e;
    if (likely && candidates.every((c) => encloses(c.period, likely.period) || c.period === likely.period)) {
      const others = candidates.filter((c) => c.period !== likely.period);
      candidates.splice(0, candidates.length, likely, ...others);
    }
    return { period: candidates[0]?.period ?? null, rowPeriods: 'only', question: { ask: 'period', candidates } };
  };

  if (first !== undefined) {
    const needed = e.partial || (e.unnamed > 0 && rows.length === 1);
    if (claim === undefined) return { period: needed ? first : null, rowPeriods: 'own' };
    if (claims.length > 1) return ask();
    // A column of years beside 第三季度 in the title says no more than the title.
    const coarse = e.frequency !== 'any' && rows.every((p) => encloses(p, claim));
    if (coarse || rows.every((p) => p === claim)) return { period: claim, rowPeriods: 'only' };
    if (rows.every((p) => encloses(claim, p))) return { period: needed ? first : null, rowPeriods: 'own' };
    return ask();
  }
  if (claims.length === 1 && claim !== undefined && !isCoarser(claim, e.frequency)) return { period: claim, rowPeriods: 'only' };
  return ask();
}
