/** The shapes of the two catalogues that are keyed by codes of the model: a code without words does not compile. */
import type { Period } from '../model/period';
import { isPeriod } from '../model/period';
import type { Place, ProblemCode, ProblemParams } from '../model/problem';
import type { Reason, ReasonOp } from '../model/reason';
import type { Formats } from './format';

/** One clear sentence: what, where, and what to do. */
export type ProblemWords = Readonly<Record<ProblemCode, (params: ProblemParams, place: Place) => string>>;

/** One sentence per step of a reason. */
export type ReasonWords = Readonly<Record<ReasonOp, (reason: Reason, f: Formats) => string>>;

/** A parameter as text; several joined by `joint`; '' where there is none. */
export function param(params: ProblemParams, name: string, joint = '、'): string {
  const v = params[name];
  return v === undefined ? '' : typeof v === 'object' ? v.join(joint) : String(v);
}

/** A parameter of a reason as number, text or period; null where it is absent or of another kind. */
export const numberOf = (r: Reason, name: string): number | null => {
  const v = r.params[name];
  return typeof v === 'number' ? v : null;
};
export const textOf = (r: Reason, name: string): string | null => {
  const v = r.params[name];
  return typeof v === 'string' && v !== '' ? v : null;
};
export const periodOf = (r: Reason, name: string): Period | null => {
  const v = textOf(r, name);
  return v !== null && isPeriod(v) ? v : null;
};
