/** yesNo ●: full marks where every bound holds, else 0. */
import type { RuleOf } from '../../scheme';
import { boundsParams, holds } from '../bounds';
import { alone, reason, type RuleCode } from './rule';

type YesNo = RuleOf<'yesNo'>;

export const yesNo: RuleCode<YesNo> = {
  ...alone,
  points: (rule, full, x) => (holds(rule, x) ? full : 0),
  reason(rule, full, value) {
    const met = holds(rule, value.value ?? NaN);
    return reason('yesNo', met ? full : 0, 'points', [value], { fullMarks: full, ...boundsParams(rule), met });
  },
};
