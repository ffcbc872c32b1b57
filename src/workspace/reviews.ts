/** Gathers what the journal says of the checking of periods: states, objections with their decisions, seals. */
import type { Period } from '../model/period';
import {
  NO_REVIEWS,
  standingOf,
  type Objection,
  type PeriodStanding,
  type PeriodState,
  type ReviewNote,
  type Reviews,
  type SealEntry,
} from '../model/review';
import type { Entry } from './journal';

export class ReviewFold {
  readonly #periods = new Map<Period, PeriodStanding>();
  readonly #objections = new Map<number, Objection>();
  /** Replaced ones are decided no more and shown no more. */
  readonly #replaced = new Set<number>();
  readonly #seals = new Map<Period, SealEntry[]>();
  readonly #notes: ReviewNote[] = [];

  /** Takes the next entry that counts. @returns false where it has nothing to hold on to: a decision about an objection that was taken back. */
  take(e: Entry): boolean {
    switch (e.kind) {
      case 'period.stated':
        this.#move(e, e.period, e.state, e.reason ?? null);
        break;
      case 'period.sealed': {
        const { seq, at, period, hash, open, missing } = e;
        this.#move(e, period, 'sealed', null);
        this.#seals.set(period, [...(this.#seals.get(period) ?? []), { seq, at, period, text: e.seal, hash, open, missing }]);
        break;
      }
      case 'objection.raised': {
        const { seq, at, period, unit, node, text, evidence, via, file = null, replaces } = e;
        if (replaces !== undefined) this.#replaced.add(replaces);
        this.#objections.set(seq, { id: seq, at, period, unit, node, text, evidence, via, file, decision: null });
        break;
      }
      case 'objection.decided': {
        const { seq, at, outcome, reason, day } = e;
        const objection = this.#objections.get(e.objection);
        if (!objection) return false;
        this.#objections.set(e.objection, { ...objection, decision: { seq, at, outcome, reason, day } });
        break;
      }
      case 'review.recorded':
        this.#notes.push(...e.notes.map((n) => ({ ...n, seq: e.seq, period: e.period })));
        break;
      default:
        break;
    }
    return true;
  }

  done(): Reviews {
    return {
      periods: this.#periods,
      objections: [...this.#objections.values()].filter((o) => !this.#replaced.has(o.id)),
      seals: this.#seals,
      notes: this.#notes,
    };
  }

  #move({ seq, at }: Entry, period: Period, to: PeriodState, reason: string | null): void {
    const before = standingOf({ ...NO_REVIEWS, periods: this.#periods }, period);
    const moves = [...before.moves, { seq, at, from: before.state, to, reason }];
    this.#periods.set(period, { state: to, since: at, moves });
  }
}
