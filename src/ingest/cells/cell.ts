/** What a cell was read as. */
import type { ProblemCode, ProblemParams } from '../../model/problem';

/**
 * ok: a value. missing, na: none, said so. bad: something that is no value of the column's type.
 * `fault` says what is wrong with a bad cell; with any other state it is a warning about it.
 */
export interface Cell {
  readonly state: 'ok' | 'missing' | 'na' | 'bad';
  /** Canonical text of the value; null unless ok. */
  readonly value: string | null;
  readonly fault?: Fault;
}

export interface Fault {
  readonly code: ProblemCode;
  readonly params: ProblemParams;
}

/** Reads a trimmed cell. */
export type ReadCell = (text: string) => Cell;

export const MISSING: Cell = { state: 'missing', value: null };
export const NOT_APPLICABLE: Cell = { state: 'na', value: null };

export const ok = (value: string): Cell => ({ state: 'ok', value });
export const bad = (code: ProblemCode, params: ProblemParams = {}): Cell => ({
  state: 'bad',
  value: null,
  fault: { code, params },
});
