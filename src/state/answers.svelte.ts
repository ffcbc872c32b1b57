/** What the panels of answers ask the score book for; what takes long is worked out by the score worker, or where there is none piece by piece in the page. */
import type { Period } from '../model/period';
import { shift } from '../model/period';
import type { UnitId } from '../model/unit';
import { NoScoreWorker, ScoreClient } from '../pipeline/score-client';
import { keyOf, stepsOf, type Answers, type Kind, type Question } from '../pipeline/score-port';
import type { Lift, Lifts, OutOfReach } from '../score/lift';
import { robustnessSteps, type Robustness } from '../score/robustness';
import type { Step } from '../score/steps';
import type { ScoreBook } from '../score';
import { Job } from './job.svelte';
import type { StartScoreWorker } from './score-worker';

export { whyMoved, CAUSES, type Cause, type LineSplit, type Movement } from '../score/attribution';
export { whyAbove, type Gap, type GapLine } from '../score/gap';
export { liftSteps } from '../score/lift';
export { Job };
export type { Lift, Lifts, OutOfReach, Robustness, Step };

/** The weights' spread and the number of runs that rank intervals are shown for. */
export const SPREAD = 0.1;
export const RUNS = 1000;

/** The period before, where the book has it; null where there is none to compare with. */
export function periodBefore(book: ScoreBook, period: Period): Period | null {
  const before = shift(period, -1);
  return book.periods.includes(before) ? before : null;
}

/** How sure every rank of a period is. @param start starts the score worker; absent: the page works it out itself. */
export const surenessJob = (book: ScoreBook, period: Period, start?: StartScoreWorker): Job<Robustness> =>
  jobOf(book, { kind: 'sure', period, runs: RUNS, spread: SPREAD }, start);

/** What would lift a unit one place. @param start as for `surenessJob` */
export const liftJob = (book: ScoreBook, period: Period, unit: UnitId, start?: StartScoreWorker): Job<Lifts> =>
  jobOf(book, { kind: 'lift', period, unit }, start);

/** The steps that a job of sureness takes in the page. */
export const surenessSteps = (book: ScoreBook, period: Period): Generator<Step<Robustness>, void> =>
  robustnessSteps(book, period, { runs: RUNS, spread: SPREAD });

const jobs = new WeakMap<ScoreBook, Map<string, Job<unknown>>>();
const clients = new WeakMap<StartScoreWorker, ScoreClient>();

/** One job for a question about a book: asked again, it answers at once. */
function jobOf<K extends Kind>(book: ScoreBook, question: Question<K>, start: StartScoreWorker | undefined): Job<Answers[K]> {
  let ofBook = jobs.get(book);
  if (!ofBook) jobs.set(book, (ofBook = new Map<string, Job<unknown>>()));
  const key = keyOf(question);
  const known = ofBook.get(key) as Job<Answers[K]> | undefined;
  if (known) return known;
  const client = start && clientOf(start);
  const away = client && ((...[onStep, signal]: Away<Answers[K]>) => askedOf(client, book, question, onStep, signal));
  const job = new Job<Answers[K]>(() => stepsOf(book, question.kind, question), undefined, away);
  ofBook.set(key, job);
  return job;
}

type Away<T> = [onStep: (step: Step<T>) => void, signal: AbortSignal];

/** @returns false where there is no worker: then the page does it. */
async function askedOf<K extends Kind>(
  client: ScoreClient,
  book: ScoreBook,
  question: Question<K>,
  ...[onStep, signal]: Away<Answers[K]>
): Promise<boolean> {
  try {
    await client.ask(book, question, onStep, signal);
    return true;
  } catch (error) {
    if (error instanceof NoScoreWorker) return false;
    throw error;
  }
}

/** One worker for the page. */
function clientOf(start: StartScoreWorker): ScoreClient {
  let client = clients.get(start);
  if (!client) clients.set(start, (client = new ScoreClient(start)));
  return client;
}
