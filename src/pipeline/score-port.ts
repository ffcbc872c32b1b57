/** What the score worker is asked: long questions about a book, answered in steps. */
import type { Period } from '../model/period';
import type { UnitId } from '../model/unit';
import type { ScoreBook } from '../score';
import { liftSteps, type Lifts } from '../score/lift';
import { robustnessSteps, type Robustness } from '../score/robustness';
import type { Steps } from '../score/steps';

interface Asked {
  /** How sure every rank of the period is: `runs` runs under weights that differ by up to `spread`. */
  readonly sure: { readonly period: Period; readonly runs: number; readonly spread: number };
  /** What would lift the unit one place. */
  readonly lift: { readonly period: Period; readonly unit: UnitId };
}

export type Kind = keyof Asked;
export type Question<K extends Kind = Kind> = { readonly [T in K]: { readonly kind: T } & Asked[T] }[K];

/** What each kind of question is answered with. */
export interface Answers {
  readonly sure: Robustness;
  readonly lift: Lifts;
}

/** One text for equal questions whose fields stand in one order. */
export const keyOf = (question: { readonly kind: Kind }): string => Object.values(question).join(' ');

/** How each kind is worked out. */
const WORK: { readonly [K in Kind]: (book: ScoreBook, question: Asked[K]) => Steps<Answers[K]> } = {
  sure: (book, { period, runs, spread }) => robustnessSteps(book, period, { runs, spread }),
  lift: (book, { period, unit }) => liftSteps(book, period, unit),
};

/** The steps of a question, taken where this is called. */
export const stepsOf = <K extends Kind>(book: ScoreBook, kind: K, question: Asked[K]): Steps<Answers[K]> =>
  WORK[kind](book, question);
