/**
 * Returns 报送: which tables are asked of which unit by when, and when they came. A function of the record: tables as they
 * were accepted, what the user stated, and the receipts ledger. Only lateness "until today" needs a day from outside.
 */
import { addDays, daysFrom } from '../model/calendar';
import { dueQuartersOf, type LedgerDef, type LedgerId } from '../model/ledger';
import { asOf, closingQuarter, comparePeriods, partsOf, periodOf, type CalendarDate, type Period } from '../model/period';
import type { Asked, Return, ReturnState, ReturnsView } from '../model/returns';
import type { Roster } from '../model/roster';
import type { UnitId } from '../model/unit';
import type { Scheme } from '../scheme';
import { factsAt, latest, type Facts, type ReceiptRow, type SentTable } from './return-facts';
import type { Entry } from '../workspace/journal';

export interface ReturnsParts {
  readonly roster: Roster;
  readonly ledgers: readonly LedgerDef[];
  readonly scheme: Scheme | null;
  readonly tables: readonly SentTable[];
  /** The journal's steps that count. */
  readonly steps: readonly Entry[];
  readonly receipts: readonly ReceiptRow[];
  /** The quarters that reported tables speak of, in order. */
  readonly quarters: readonly Period[];
}

/** A return with the table it was met by: its file, '' where none came, and its journal entry, 0 where none. */
export interface TracedReturn extends Return {
  readonly file: string;
  readonly table: number;
}

/** How many days a deadline is past; null while it is not. */
type Overdue = (deadline: CalendarDate) => number | null;

export class Returns implements ReturnsView {
  readonly #parts: ReturnsParts;
  readonly #facts: ReturnType<typeof factsAt>;
  readonly #named: ReadonlySet<LedgerId>;
  readonly #stated: ReadonlyMap<LedgerId, number>;
  readonly #asks = new Map<Period, readonly Ask[]>();

  constructor(parts: ReturnsParts) {
    this.#parts = parts;
    this.#facts = factsAt(parts);
    this.#named = ledgersNamed(parts.scheme);
    this.#stated = new Map(parts.steps.flatMap((e) => (e.kind === 'deadline.stated' ? [[e.ledger, e.days] as const] : [])));
  }

  /** The quarters that reported tables speak of, in order. */
  get quarters(): readonly Period[] {
    return this.#parts.quarters;
  }

  deadlines(ledger: LedgerId): number {
    return this.#stated.get(ledger) ?? this.#parts.ledgers.find((l) => l.id === ledger)?.deadlineDays ?? 0;
  }

  at(period: Period, today: CalendarDate): { readonly returns: readonly Return[]; readonly asked: Asked } {
    const asks = this.#asksOf(closingQuarter(period));
    const overdue: Overdue = (deadline) => (today > deadline ? daysFrom(deadline, today) : null);
    const figures = asks.map((a) => a.ledger.columns.filter((c) => FIGURES.has(c.type)).length * a.units.length);
    return {
      returns: asks.flatMap((a) => returnsTo(a, overdue)).map(({ file: _, table: __, ...r }) => r),
      asked: {
        ledgers: asks.map((a) => a.ledger.id),
        tables: asks.reduce((n, a) => n + a.units.length, 0),
        figures: figures.reduce((n, f) => n + f, 0),
      },
    };
  }

  /**
   * The same so far as the record alone tells: what is not there is missing when something of its period came on the
   * deadline or later, or something of a later period came at all, so that a sealed figure never depends on the day it is
   * looked at.
   */
  byRecord(period: Period): readonly TracedReturn[] {
    const quarter = closingQuarter(period);
    const asks = this.#asksOf(quarter);
    const newest = this.quarters.at(-1);
    const past = newest !== undefined && comparePeriods(newest, quarter) > 0;
    const last = latest(asks.flatMap((a) => a.units.map((u) => u.facts.lastDay)));
    const overdue: Overdue = (deadline) => (past || (last !== null && last >= deadline) ? 0 : null);
    return asks.flatMap((a) => returnsTo(a, overdue));
  }

  /** What is asked for at a quarter's end, worked out once: of the ledgers that the scheme scores, and those that somebody sent. */
  #asksOf(quarter: Period): readonly Ask[] {
    let asks = this.#asks.get(quarter);
    if (!asks) this.#asks.set(quarter, (asks = this.#ask(quarter)));
    return asks;
  }

  #ask(quarter: Period): Ask[] {
    const { roster, scheme, ledgers } = this.#parts;
    const units = roster.expected(quarter, scheme?.level ?? 'county').map((u) => u.id);
    const { part } = partsOf(quarter);
    return ledgers.flatMap((ledger): Ask[] => {
      if (ledger.given || !dueQuartersOf(ledger).includes(part)) return [];
      const period = ownPeriod(ledger, quarter);
      const periods = periodsOf(period, quarter);
      const sent = periods.some((p) => this.#facts.sent(ledger.id, p));
      if (!sent && (!this.#named.has(ledger.id) || this.#isBefore(period, quarter))) return [];
      return [
        {
          ledger,
          period,
          deadline: addDays(asOf(quarter), this.deadlines(ledger.id)),
          units: units.map((unit) => ({ unit, facts: this.#facts.of(ledger.id, unit, periods) })),
        },
      ];
    });
  }

  /** Nobody owes a year that ended before the record begins. */
  #isBefore(period: Period, quarter: Period): boolean {
    const end = closingQuarter(period);
    return end !== quarter && comparePeriods(end, this.quarters[0] ?? quarter) < 0;
  }
}

/** One ledger asked for at a quarter's end. */
interface Ask {
  readonly ledger: LedgerDef;
  readonly period: Period;
  readonly deadline: CalendarDate;
  readonly units: readonly { readonly unit: UnitId; readonly facts: Facts }[];
}

const returnsTo = ({ ledger, period, deadline, units }: Ask, overdue: Overdue): TracedReturn[] =>
  units.map(({ unit, facts: { sent, lastDay: _, ...facts } }) => ({
    ...facts,
    unit,
    ledger: ledger.id,
    period,
    deadline,
    ...stateOf(sent, facts.received, deadline, overdue),
  }));

const FIGURES: ReadonlySet<string> = new Set(['number', 'integer', 'share']);

function stateOf(
  sent: boolean,
  received: CalendarDate | null,
  deadline: CalendarDate,
  overdue: Overdue,
): { state: ReturnState; days: number } {
  if (received !== null)
    return received <= deadline ? { state: 'onTime', days: 0 } : { state: 'late', days: daysFrom(deadline, received) };
  if (sent) return { state: 'undated', days: 0 };
  const days = overdue(deadline);
  return days === null ? { state: 'awaited', days: 0 } : { state: 'missing', days };
}

/** The period under which a table asked for at a quarter's end is asked: a yearly one asked for later in a year is of the year before. */
function ownPeriod(ledger: LedgerDef, quarter: Period): Period {
  const { year, part } = partsOf(quarter);
  if (ledger.frequency === 'Y') return periodOf(part === 4 ? year : year - 1, 'Y');
  return ledger.frequency === 'H' && part % 2 === 0 ? periodOf(year, 'H', part / 2) : quarter;
}

/** The periods under which it may have been sent: its own, and those that end with the quarter. */
function periodsOf(own: Period, quarter: Period): Period[] {
  const { year, part } = partsOf(quarter);
  const ending = [quarter];
  if (part % 2 === 0) ending.push(periodOf(year, 'H', part / 2));
  if (part === 4) ending.push(periodOf(year, 'Y'));
  return [...new Set([...ending, own])];
}

/** The ledgers of the measures a scheme names anywhere: leaves, targets, adjustments, vetoes. */
export function ledgersNamed(scheme: unknown): ReadonlySet<LedgerId> {
  const found = new Set<LedgerId>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value))
      if (key === 'measure' && typeof inner === 'string') found.add(inner.slice(0, inner.indexOf('.')));
      else walk(inner);
  };
  walk(scheme);
  return found;
}
