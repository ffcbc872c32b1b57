/** What lies behind the panels: the lowest and the highest of all lines, worked out once for panels that share them. */
import { max, min } from 'd3-array';

/** Figures in the order of the periods; null: none. */
export type Course = readonly (number | null)[];

export interface Background {
  /** Lowest and highest per period; null: no figure. */
  readonly lows: Course;
  readonly highs: Course;
  /** The lowest and the highest of all. */
  readonly ends: readonly number[];
}

/** Of `periods` figures each. */
export function backgroundOf(courses: readonly Course[], periods: number): Background {
  const columns = Array.from({ length: periods }, (_, t) => courses.flatMap((c) => c[t] ?? []));
  const lows = columns.map((c) => min(c) ?? null);
  const highs = columns.map((c) => max(c) ?? null);
  const known = [...lows, ...highs].filter((v) => v !== null);
  return { lows, highs, ends: known };
}
