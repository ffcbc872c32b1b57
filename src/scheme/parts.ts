/** The small pieces a scheme file is made of: ids, numbers, bounds. Each says what it means, once, for the reader, the JSON Schema and the docs. */
import * as v from 'valibot';

/** Adds the sentence that the JSON Schema and docs/scheme.md print. */
export const says = <S extends v.GenericSchema>(schema: S, sentence: string) =>
  v.pipe(schema, v.description<v.InferOutput<S>, string>(sentence));

export const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/));
export const measureId = v.pipe(v.string(), v.regex(/^[a-z0-9-]+\..+$/));
export const number = v.pipe(v.number(), v.finite());
export const notNegative = v.pipe(v.number(), v.finite(), v.minValue(0));
export const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));

/** A condition on one number: every bound that is given must hold. Compared at 1e-9. */
export const bounds = {
  atLeast: v.exactOptional(says(number, 'x ≥ this')),
  above: v.exactOptional(says(number, 'x > this')),
  atMost: v.exactOptional(says(number, 'x ≤ this')),
  below: v.exactOptional(says(number, 'x < this')),
};

export interface Bounds {
  readonly atLeast?: number;
  readonly above?: number;
  readonly atMost?: number;
  readonly below?: number;
}
