/**
 * Checking a period, as the screens call it: its states, objections, sealing, check sheets and samples. What it does is
 * loaded when it is first asked for; the page does without it until then.
 */
import type { FilledForm } from '../model/forms';
import type { PackContent } from '../model/pack-content';
import type { CalendarDate, Period } from '../model/period';
import type { Problem } from '../model/problem';
import type { Outcome, PeriodState } from '../model/review';
import type { SampleList } from '../model/sample-list';
import type { UnitId } from '../model/unit';
import type { CheckSheet } from '../score/check-rows';
import type { SealedSource } from '../score/seal';
import type { SinceSeal } from '../score/since-seal';
import type { Desk } from './desk';
import type { SampleRequest } from './sampling';
import type { SealReport } from './seals';

export type { CheckSheet } from '../score/check-rows';
export type { SampleRequest } from './sampling';
export type { SealReport } from './seals';

/** Runs work in its turn among the pipeline's steps; problems of the work, or what it failed with. */
type Run = (work: (desk: Desk) => Promise<readonly Problem[]>) => Promise<readonly Problem[]>;
/** Asks in turn, changing nothing. */
type Ask = <T>(work: (desk: Desk) => Promise<T>) => Promise<T>;

/** Everything that writes answers with problems: none where it was done; an error says why it was not. */
export class PeriodReview {
  readonly #run: Run;
  readonly #ask: Ask;

  constructor(run: Run, ask: Ask) {
    this.#run = run;
    this.#ask = ask;
  }

  /** Moves a period one state on, or back with a reason. To 封存 leads only `seal`, out of it only `reopen`. */
  state(period: Period, state: Exclude<PeriodState, 'sealed'>, reason = ''): Promise<readonly Problem[]> {
    return this.#run(async (desk) => (await import('./review-desk')).statePeriod(desk, period, state, reason));
  }

  /** Opens a sealed period again: it is 核对中 from then on, its seal stays in the record. */
  reopen(period: Period, reason: string): Promise<readonly Problem[]> {
    return this.#run(async (desk) => (await import('./review-desk')).reopenPeriod(desk, period, reason));
  }

  /** 封存 of an approved period. Open objections and missing figures are answered as warnings and nothing is sealed, unless `despite`. `content`: what the papers of the meeting say, where they were made. */
  seal(
    period: Period,
    { despite = false, content = null }: { readonly despite?: boolean; readonly content?: PackContent | null } = {},
  ): Promise<readonly Problem[]> {
    return this.#run(async (desk) => (await import('./seals')).sealPeriod(desk, period, despite, content));
  }

  /** An objection typed in. Persons in it are masked. */
  raise(objection: {
    readonly period: Period;
    readonly unit: UnitId;
    readonly node: string;
    readonly text: string;
    readonly evidence?: string;
  }): Promise<readonly Problem[]> {
    return this.#run(async (desk) => (await import('./review-desk')).raise(desk, { evidence: '', ...objection }));
  }

  /** Decides an objection by its id, today unless a day is given. Decided again, the last decision holds. */
  decide(
    objection: number,
    decision: { readonly outcome: Outcome; readonly reason: string; readonly day?: CalendarDate },
  ): Promise<readonly Problem[]> {
    return this.#run(async (desk) => (await import('./review-desk')).decideOn(desk, objection, decision));
  }

  /** Takes in a form that came back, and says what became of it. */
  take(form: FilledForm): Promise<readonly Problem[]> {
    return this.#run(async (desk) => (await import('./review-forms')).takeForm(desk, form));
  }

  /** The tables in force that a seal of the period would name, in the record's order. */
  sources(period: Period): Promise<readonly SealedSource[]> {
    return this.#ask(async (desk) => (await import('./seals')).sourcesOf(desk, period));
  }

  /** The last seal of a period, whether it is whole, and how the period differs from it now; null where it never was sealed. */
  sealed(period: Period): Promise<SealReport | null> {
    return this.#ask(async (desk) => (await import('./seals')).sealReport(desk, period));
  }

  /** What the last seal says of a unit against now, by leaf and cause; null without seal or scores. */
  sinceSeal(period: Period, unit: UnitId): Promise<SinceSeal | null> {
    return this.#ask(async (desk) => (await import('./seals')).unitSinceSeal(desk, period, unit));
  }

  /** The content of check sheets 核对单, one per unit expected (or of those asked for), in roster order. */
  checkSheets(period: Period, units?: readonly UnitId[]): Promise<readonly CheckSheet[]> {
    return this.#ask(async (desk) => (await import('./review-sheets')).checkSheets(desk, period, units));
  }

  /** Draws branches for review. Null where the period has no rated branch. @throws RangeError for a size that is none. */
  sample(period: Period, request: SampleRequest): Promise<SampleList | null> {
    return this.#ask(async (desk) => (await import('./sampling')).sampleOf(desk, period, request));
  }
}
