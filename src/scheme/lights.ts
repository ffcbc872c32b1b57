/**
 * Lights 亮灯 and cards 红黄牌 as a scheme sets them: what is looked at, and the line each colour stands for, in words. Red
 * may be the best or the worst: only the words say so.
 */
import * as v from 'valibot';
import { bounds, id, number, says } from './parts';
import { text } from './text';

const clause = v.pipe(
  v.strictObject({
    of: v.picklist(['share', 'points', 'value', 'behind', 'aboveMean', 'change', 'rank', 'fromLast']),
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
  on: says(v.string(), 'the id of a section, indicator or leaf; `total`; or `leaves`: each leaf by itself'),
  among: v.exactOptional(says(v.picklist(['group', 'city']), 'with whom means and ranks compare (default city)')),
  lines: says(
    v.pipe(
      v.array(
        v.strictObject({
          light: colour,
          title: says(text, 'the words of the legend: 滞后30个百分点以上'),
          when: v.exactOptional(
            says(
              clauses,
              'all must hold; only the last line may leave it out: everything else, where every figure that the lines ask for is known',
            ),
          ),
        }),
      ),
      v.minLength(1),
    ),
    'the first line that holds',
  ),
});
export type Lights = v.InferOutput<typeof lights>;

export const card = v.strictObject({
  id,
  title: text,
  card: colour,
  on: says(v.boolean(), 'false: kept in the scheme and never shown'),
  when: says(clauses, 'of the total, in every one of the periods'),
  among: v.exactOptional(says(v.picklist(['group', 'city']), 'with whom ranks compare (default city)')),
  periods: says(v.pipe(number, v.integer(), v.minValue(1), v.maxValue(12)), 'in so many periods running, this one the last'),
  basis: says(text, '依据文件 with its clause'),
});
export type Card = v.InferOutput<typeof card>;
