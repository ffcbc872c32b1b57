/** Conditions on one number, as yesNo rules and vetoes state them. */
import { snap, type Bounds } from '../scheme';

/** Whether every bound given holds, compared at 1e-9 so that a computed 0.1 meets a written 0.1. Nothing holds of NaN. */
export function holds(b: Bounds, value: number): boolean {
  const x = snap(value);
  if (Number.isNaN(x)) return false;
  return (
    (b.atLeast === undefined || x >= snap(b.atLeast)) &&
    (b.above === undefined || x > snap(b.above)) &&
    (b.atMost === undefined || x <= snap(b.atMost)) &&
    (b.below === undefined || x < snap(b.below))
  );
}

/** The bounds for a reason's sentence; null where not given. */
export const boundsParams = (b: Bounds): Record<keyof Bounds, number | null> => ({
  atLeast: b.atLeast ?? null,
  above: b.above ?? null,
  atMost: b.atMost ?? null,
  below: b.below ?? null,
});
