/**
 * Standing checks: what figures in force say against each other across tables. They are asked of the engine again only
 * for ledgers whose rows in force changed.
 */
import type { Engine, Row } from '../engine/engine';
import { ledgerOf, LEDGERS } from '../ledgers';
import type { LedgerId } from '../model/ledger';
import type { Problem } from '../model/problem';
import { agreementProblems, agreementsSql, pairsOf, yearToDateProblems, yearToDateSql, type StandingNames } from '../query';
import type { Claim } from '../workspace/in-force';

const PAIRS = LEDGERS.flatMap((ledger) => pairsOf(ledger, ledgerOf));

export class StandingChecks {
  /** By statement: the claims it was asked under, and what it found. */
  readonly #found = new Map<string, { readonly under: string; readonly rows: readonly Row[] }>();

  /** The warnings of all ledgers, in their order. @param claims those marked in force in the engine. */
  async run(engine: () => Promise<Engine>, claims: readonly Claim[], names: StandingNames): Promise<readonly Problem[]> {
    const byLedger = new Map<LedgerId, Claim[]>();
    for (const c of claims) {
      const own = byLedger.get(c.ledger);
      if (own) own.push(c);
      else byLedger.set(c.ledger, [c]);
    }
    const ask = async (sql: string | null, ...ledgers: readonly LedgerId[]): Promise<readonly Row[]> => {
      // Nothing is wrong between tables where one of them is not there.
      if (sql === null || ledgers.some((l) => !byLedger.has(l))) return [];
      const under = JSON.stringify(ledgers.map((l) => byLedger.get(l)));
      const known = this.#found.get(sql);
      if (known?.under === under) return known.rows;
      const rows = await (await engine()).query(sql);
      this.#found.set(sql, { under, rows });
      return rows;
    };
    const problems: Problem[] = [];
    for (const ledger of LEDGERS)
      problems.push(...yearToDateProblems(await ask(yearToDateSql(ledger), ledger.id), ledger, names));
    for (const pair of PAIRS)
      problems.push(...agreementProblems(await ask(agreementsSql(pair), pair.here.id, pair.there.id), pair, names));
    return problems;
  }
}
