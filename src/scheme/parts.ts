/** The small pieces a scheme file is made of: ids, numbers, bounds. */
import * as v from 'valibot';

export const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/));
export const measureId = v.pipe(v.string(), v.regex(/^[a-z0-9-]+\..+$/));
const LEAST = 1e-30;
const GREATEST = 1e30;

/**
 * Whether a number is one to score with: 0, or of a size from 1e-30 to 1e30. Far beyond any figure of a county, and far
 * enough from the ends of a double that no square, product or quotient of a score leaves it.
 */
export const isComputable = (x: number): boolean => x === 0 || (Math.abs(x) >= LEAST && Math.abs(x) <= GREATEST);

const computable = v.check(isComputable, '0, or 1e-30 … 1e30');
export const number = v.pipe(v.number(), computable);
export const notNegative = v.pipe(v.number(), computable, v.minValue(0));
export const positive = v.pipe(v.number(), computable, v.gtValue(0));

/** A condition on one number: every bound that is given must hold. Compared at 1e-9. */
export const bounds = {
  atLeast: v.exactOptional(number),
  above: v.exactOptional(number),
  atMost: v.exactOptional(number),
  below: v.exactOptional(number),
};

export interface Bounds {
  readonly atLeast?: number;
  readonly above?: number;
  readonly atMost?: number;
  readonly below?: number;
}
