/**
 * Lights 亮灯 and cards 红黄牌 as a scheme sets them: what is looked at, and the line each colour stands for, in words. Red
 * may be the best or the worst: only the words say so.
 */
import * as v from 'valibot';
import { bounds, id, number } from './parts';
import { text } from './text';

const clause = v.pipe(
  v.strictObject({
    of: v.picklist(['share', 'points', 'value', 'reported', 'behind', 'aboveMean', 'change', 'rank', 'fromLast']),
    ...bounds,
  }),
  // what is looked at and one bound
  v.minEntries(2),
);
export type Clause = v.InferOutput<typeof clause>;

const clauses = v.pipe(v.array(clause), v.minLength(1));
const colour = v.picklist(['red', 'orange', 'yellow', 'green', 'blue', 'black', 'grey']);
export type Colour = v.InferOutput<typeof colour>;

export const lights = v.strictObject({
  id,
  title: text,
  on: v.string(),
  among: v.exactOptional(v.picklist(['group', 'city'])),
  lines: v.pipe(
    v.array(
      v.strictObject({
        light: colour,
        title: text,
        when: v.exactOptional(clauses),
      }),
    ),
    v.minLength(1),
  ),
});
export type Lights = v.InferOutput<typeof lights>;

export const card = v.strictObject({
  id,
  title: text,
  card: colour,
  on: v.boolean(),
  when: clauses,
  among: v.exactOptional(v.picklist(['group', 'city'])),
  periods: v.pipe(number, v.integer(), v.minValue(1), v.maxValue(12)),
  basis: text,
});
export type Card = v.InferOutput<typeof card>;
