/** Preparing 预处理: what is done to a leaf's values before its rule, in the order written. Each step sees the values of all units. */
import * as v from 'valibot';
import { figure } from './figure';
import { number, positive } from './parts';

const among = v.picklist(['group', 'city']);

export const step = v.variant('do', [
  v.strictObject({
    do: v.literal('per'),
    figure,
    times: v.exactOptional(positive),
  }),
  v.strictObject({
    do: v.literal('log'),
    base: v.exactOptional(v.union([v.literal('e'), v.literal(2), v.literal(10)])),
  }),
  v.strictObject({
    do: v.literal('clamp'),
    lo: v.exactOptional(number),
    hi: v.exactOptional(number),
  }),
  v.strictObject({
    do: v.literal('change'),
    on: v.picklist(['previous', 'lastYear']),
    as: v.exactOptional(v.picklist(['share', 'difference'])),
  }),
  v.strictObject({
    do: v.literal('over'),
    periods: v.union([v.literal('year'), v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(40))]),
    take: v.picklist(['sum', 'mean', 'latest']),
  }),
  v.strictObject({
    do: v.literal('winsorise'),
    most: v.pipe(v.number(), v.integer(), v.minValue(1)),
    skew: v.exactOptional(positive),
    kurtosis: v.exactOptional(positive),
  }),
  v.strictObject({
    do: v.literal('rank'),
    among,
    from: v.picklist(['top', 'bottom']),
  }),
]);
export type PrepareStep = v.InferOutput<typeof step>;
