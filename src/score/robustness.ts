/**
 * How sure is a rank 名次稳健性: the same figures ranked a thousand times under weights that differ a little, seeded, so
 * that the same run gives the same answer. 第4名，权重小幅变动时在3–6名.
 *
 * In a plain tree of sums a leaf's points are linear in its own weight, but for a few bends. Those lines are read off the
 * book once, and a run is then one dot product per unit and a sort (`fastRuns`). Any other tree is scored by the book
 * itself, run by run (`bookRuns`).
 */
import type { Period } from '../model/period';
import type { Scheme } from '../scheme';
import { scoreAll, type PeriodScores, type ScoreBook } from './book';
import { bookRuns, placesIn, type Runner } from './robustness-book';
import { fastRuns } from './robustness-runs';
import { sumsOf } from './robustness-sums';
import { Tally, type UnitRobustness } from './robustness-summary';
import { drawer, type Draw } from './robustness-weights';
import { seeded } from './seeded';
import type { Step } from './steps';

export type { UnitRobustness };

export interface RobustnessOptions {
  /** How often the units are ranked (default 1000). */
  readonly runs?: number;
  /** Every weight is taken times 1 − spread … 1 + spread, evenly, and all then scaled to the old sum; 0 ≤ spread < 1 (default 0.1). */
  readonly spread?: number;
  /** A whole number from 0 (default 1). */
  readonly seed?: number;
  /** Other schemes that might as well have been chosen; the runs go round between the book's own and these. */
  readonly choices?: readonly Scheme[];
  readonly onProgress?: (done: number, runs: number) => void;
  /** Looked at now and then; when aborted, the answer is of the runs done so far. */
  readonly signal?: { readonly aborted: boolean };
  /** For tests: score every run by the book. */
  readonly exact?: boolean;
}

export interface Robustness {
  readonly period: Period;
  readonly runs: number;
  readonly spread: number;
  readonly seed: number;
  /** Every ranked unit, in roster order. */
  readonly units: readonly UnitRobustness[];
}

const REPORT_EVERY = 50;
/** How many runs make one step. */
const STEP = 10;

/**
 * Rank intervals of a period under small changes of the leaf weights. Neither the order of the units nor who else is
 * asked changes a unit's answer. A unit that a choice does not rank has no place in that choice's runs.
 *
 * @throws RangeError for a spread outside [0, 1) or fewer than one run.
 */
export function robustness(book: ScoreBook, period: Period, options: RobustnessOptions = {}): Robustness {
  const work = new Runs(book, period, options);
  while (work.done < work.runs) {
    if (work.done % REPORT_EVERY === 0) {
      options.onProgress?.(work.done, work.runs);
      if (options.signal?.aborted) break;
    }
    work.next();
  }
  options.onProgress?.(work.done, work.runs);
  return work.answer();
}

/** The same in steps of a few runs; the answer comes with the last. `onProgress` and `signal` are not looked at. */
export function* robustnessSteps(
  book: ScoreBook,
  period: Period,
  options: RobustnessOptions = {},
): Generator<Step<Robustness>, void> {
  const of = options.runs ?? RUNS;
  yield { done: 0, of, value: null };
  const work = new Runs(book, period, options);
  while (work.done < of) {
    work.next();
    yield { done: work.done, of, value: work.done < of ? null : work.answer() };
  }
}

const RUNS = 1000;

/** The runs of one question. */
class Runs {
  readonly runs: number;
  readonly #period: Period;
  readonly #spread: number;
  readonly #seed: number;
  readonly #samplers: readonly Sampler[];
  readonly #random: () => number;
  readonly #tally: Tally;
  readonly #ranks: readonly Float64Array[];

  constructor(book: ScoreBook, period: Period, options: RobustnessOptions) {
    const { runs = RUNS, spread = 0.1, seed = 1, choices = [] } = options;
    if (!(spread >= 0 && spread < 1)) throw new RangeError(`a spread lies in [0, 1): ${spread}`);
    if (!(Number.isInteger(runs) && runs >= 1)) throw new RangeError(`not a number of runs: ${runs}`);
    this.runs = runs;
    this.#period = period;
    this.#spread = spread;
    this.#seed = seed;
    const scores = book.at(period);
    const books = [book, ...choices.map((s) => scoreAll(s, book.measures, book.roster, book.periods))];
    this.#samplers = books.map((b) => samplerOf(b, period, scores, spread, options.exact ?? false));
    this.#random = seeded(seed);
    this.#tally = new Tally(scores, runs);
    this.#ranks = Array.from({ length: STEP }, () => new Float64Array(scores.units.length));
  }

  get done(): number {
    return this.#tally.done;
  }

  /** The next few runs. Their weights are drawn in the order of the runs, whoever ranks by them. */
  next(): void {
    const ranks = this.#ranks.slice(0, Math.min(STEP, this.runs - this.done));
    const turns = ranks.map((own, i) => {
      const sampler = this.#samplers[(this.done + i) % this.#samplers.length]!;
      const weights = new Float64Array(sampler.leaves);
      sampler.draw(this.#random, weights);
      return { sampler, weights, ranks: own };
    });
    for (const sampler of this.#samplers) {
      const own = turns.filter((t) => t.sampler === sampler);
      sampler.run(
        own.map((t) => t.weights),
        own.map((t) => t.ranks),
      );
    }
    this.#tally.add(ranks);
  }

  answer(): Robustness {
    const [period, spread, seed] = [this.#period, this.#spread, this.#seed];
    return { period, runs: this.done, spread, seed, units: this.#tally.units() };
  }
}

/** How one scheme's weights are drawn and ranked by. */
interface Sampler {
  readonly leaves: number;
  readonly draw: Draw;
  readonly run: Runner;
}

function samplerOf(book: ScoreBook, period: Period, shown: PeriodScores, spread: number, exact: boolean): Sampler {
  const leaves = book.nodes.filter((n) => n.leaf !== null);
  const draw = drawer(leaves, spread);
  const slow = bookRuns(book, period, leaves, shown);
  const sums = exact ? null : sumsOf(book, period, leaves, spread);
  // The lines are taken at their word only after they have told what the book tells, under weights of their own drawing.
  const fast = sums && fastRuns(sums, placesIn(shown, book.at(period)));
  const run = fast && agree(fast, slow, shown.units.length, leaves.length, draw) ? fast : slow;
  return { leaves: leaves.length, draw, run };
}

/** From here on one run checked by the book is many units checked, and costs as much. */
const MANY = 500;

function agree(one: Runner, other: Runner, size: number, leaves: number, draw: Draw): boolean {
  const random = seeded(0);
  for (let i = 0; i < (size > MANY ? 1 : 3); i++) {
    const [a, b] = [new Float64Array(size), new Float64Array(size)];
    const weights = new Float64Array(leaves);
    draw(random, weights);
    one([weights], [a]);
    other([weights], [b]);
    if (a.some((x, u) => !Object.is(x, b[u]))) return false;
  }
  return true;
}
