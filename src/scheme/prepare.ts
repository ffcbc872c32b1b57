/** Preparing 预处理: what is done to a leaf's values before its rule, in the order written. Each step sees the values of all units. */
import * as v from 'valibot';
import { figure } from './figure';
import { number, positive, says } from './parts';

const among = says(v.picklist(['group', 'city']), 'who is looked at: the peer group 考核分组, or the whole city');

export const step = v.variant('do', [
  v.strictObject({
    do: v.literal('per'),
    figure: says(figure, 'what the value is divided by (人均, 每万名党员); not applicable where it is 0'),
    times: v.exactOptional(says(positive, 'multiplied by this afterwards (default 1; 10000 for 每万人)')),
  }),
  v.strictObject({
    do: v.literal('log'),
    base: v.exactOptional(says(v.union([v.literal('e'), v.literal(2), v.literal(10)]), 'default e')),
  }),
  v.strictObject({
    do: v.literal('clamp'),
    lo: v.exactOptional(says(number, 'values below are this')),
    hi: v.exactOptional(says(number, 'values above are this')),
  }),
  v.strictObject({
    do: v.literal('change'),
    on: says(v.picklist(['previous', 'lastYear']), '环比: the period before · 同比: the same period a year before'),
    as: v.exactOptional(
      says(v.picklist(['share', 'difference']), '(x − p)/|p|, not applicable where p is 0 (default), or x − p'),
    ),
  }),
  v.strictObject({
    do: v.literal('over'),
    periods: says(
      v.union([v.literal('year'), v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(40))]),
      'the periods of the year so far, or so many periods up to this one',
    ),
    take: says(
      v.picklist(['sum', 'mean', 'latest']),
      'sum of flows (a figure since 1 January is never summed again), mean of those reported, or the last reported',
    ),
  }),
  v.strictObject({
    do: v.literal('winsorise'),
    most: says(v.pipe(v.number(), v.integer(), v.minValue(1)), 'at most so many values are pulled in to the next one'),
    skew: v.exactOptional(says(positive, 'until |skewness| is below this (default 2)')),
    kurtosis: v.exactOptional(says(positive, 'or the excess kurtosis is below this (default 3.5)')),
  }),
  v.strictObject({
    do: v.literal('rank'),
    among,
    from: says(v.picklist(['top', 'bottom']), 'whose place is 1: the highest value’s or the lowest’s'),
  }),
]);
export type PrepareStep = v.InferOutput<typeof step>;
