/** Long work in steps: whoever takes them may do other things between two of them, show how far it is, or take no more. */

/** How much of how much is done, and what is known by now. */
export interface Step<T> {
  readonly done: number;
  readonly of: number;
  readonly value: T | null;
}

/** The value of the last step is the whole answer. */
export type Steps<T> = Iterator<Step<T>, void>;
