/** What the panels of answers ask the score book for; what takes long is worked out piece by piece, so that the page stays alive. */
import { untrack } from 'svelte';
import { shift, type Period } from '../model/period';
import type { UnitId } from '../model/unit';
import { liftOnePlace, type Lift, type Lifts, type OutOfReach } from '../score/lift';
import { robustness, type Robustness } from '../score/robustness';
import { Prepared } from '../score/prepare';
import { ScoreBook, type NodeInfo, type PeriodScores } from '../score';

export { whyMoved, CAUSES, type Cause, type LineSplit, type Movement } from '../score/attribution';
export { whyAbove, type Gap, type GapLine } from '../score/gap';
export type { Lift, Lifts, OutOfReach, Robustness };

/** The weights' spread and the number of runs that rank intervals are shown for. */
export const SPREAD = 0.1;
export const RUNS = 1000;

/** The period before, where the book has it; null where there is none to compare with. */
export function periodBefore(book: ScoreBook, period: Period): Period | null {
  const before = shift(period, -1);
  return book.periods.includes(before) ? before : null;
}

/** Part of the work done: how much of how much, and what is known by now. */
export interface Step<T> {
  readonly done: number;
  readonly of: number;
  readonly value: T | null;
}

export type JobState = 'waiting' | 'running' | 'stopped' | 'done' | 'failed';

/** Long work in steps with the page's own events between them. It can be stopped and goes on where it was. */
export class Job<T> {
  state = $state<JobState>('waiting');
  step = $state.raw<Step<T>>({ done: 0, of: 1, value: null });
  readonly #begin: () => Iterator<Step<T>, void>;
  readonly #pause: () => Promise<void>;
  #steps: Iterator<Step<T>, void> | null = null;
  /** Tells a run from one that was stopped and begun again before it noticed. */
  #run = 0;

  /** @param pause resolves when the next step may be taken. */
  constructor(begin: () => Iterator<Step<T>, void>, pause: () => Promise<void> = breathe) {
    this.#begin = begin;
    this.#pause = pause;
  }

  /** Begins, or goes on where it was stopped; begins anew after a failure. Does nothing while it runs or when it is done. */
  async run(): Promise<void> {
    if (untrack(() => this.state === 'running' || this.state === 'done')) return;
    const run = ++this.#run;
    this.state = 'running';
    try {
      this.#steps ??= this.#begin();
      for (;;) {
        await this.#pause();
        if (run !== this.#run || this.state !== 'running') return;
        const next = this.#steps.next();
        if (next.done) break;
        this.step = next.value;
      }
      this.state = 'done';
    } catch {
      this.#steps = null;
      this.state = 'failed';
    }
  }

  stop(): void {
    if (untrack(() => this.state) === 'running') this.state = 'stopped';
  }
}

/** After the page has been drawn and its events heard: a frame, then a task of its own. */
function breathe(): Promise<void> {
  return new Promise((go) => {
    // Frames are not drawn in a page out of sight; the work goes on there by the timer.
    const late = setTimeout(go, 100);
    requestAnimationFrame(() => setTimeout(() => (clearTimeout(late), go()), 0));
  });
}

const jobs = new WeakMap<ScoreBook, Map<string, Job<unknown>>>();

/** One job for a question about a book: asked again, it answers at once. */
function jobOf<T>(book: ScoreBook, key: string, begin: () => Iterator<Step<T>, void>): Job<T> {
  let ofBook = jobs.get(book);
  if (!ofBook) jobs.set(book, (ofBook = new Map<string, Job<unknown>>()));
  const known = ofBook.get(key) as Job<T> | undefined;
  if (known) return known;
  const job = new Job(begin);
  ofBook.set(key, job);
  return job;
}

/** How sure every rank of a period is. */
export const surenessJob = (book: ScoreBook, period: Period): Job<Robustness> =>
  jobOf(book, `sure ${period}`, () => surenessSteps(book, period));

/** What would lift a unit one place. */
export const liftJob = (book: ScoreBook, period: Period, unit: UnitId): Job<Lifts> =>
  jobOf(book, `lift ${period} ${unit}`, () => liftSteps(book, period, unit));

/** The runs share what is worked out before the first of them, and together take a tenth of a second: they are one step. */
export function* surenessSteps(book: ScoreBook, period: Period): Generator<Step<Robustness>, void> {
  yield { done: 0, of: RUNS, value: null };
  yield { done: RUNS, of: RUNS, value: robustness(book, period, { runs: RUNS, spread: SPREAD }) };
}

/** A book of which only one indicator is asked about; whatever it scores, it scores by the whole scheme. */
class OneIndicator extends ScoreBook {
  override readonly nodes: readonly NodeInfo[];
  readonly #whole: ScoreBook;

  constructor(whole: ScoreBook, leaf: NodeInfo) {
    super(whole.scheme, new Prepared(whole.scheme, whole.measures, whole.roster, whole.periods), whole.unitOf);
    this.nodes = [leaf];
    this.#whole = whole;
  }

  override at(period: Period): PeriodScores {
    return this.#whole.at(period);
  }
}

/** `liftOnePlace`, one indicator a step: joined, the answers are what it gives for all. */
export function* liftSteps(book: ScoreBook, period: Period, unit: UnitId): Generator<Step<Lifts>, void> {
  const leaves = book.nodes.filter((n) => n.leaf);
  let lifts: readonly Lift[] = [];
  let outOfReach: readonly OutOfReach[] = [];
  for (const [i, leaf] of leaves.entries()) {
    const of = liftOnePlace(new OneIndicator(book, leaf), period, unit);
    lifts = [...lifts, ...of.lifts].sort((a, b) => a.effort - b.effort || a.steps - b.steps || a.node - b.node);
    outOfReach = [...outOfReach, ...of.outOfReach];
    yield { done: i + 1, of: leaves.length, value: { unit, rank: of.rank, lifts, outOfReach } };
  }
}
