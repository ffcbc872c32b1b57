/** step 每低1%扣: W − shortfall/per·step, how far the value lies outside its bounds; never below 0. */
import type { RuleOf } from '../../scheme';
import { snap } from '../../scheme';
import { boundsParams } from '../bounds';
import { alone, reason, type RuleCode } from './rule';

type Step = RuleOf<'step'>;

/** How many steps outside; parts of one as the rule says. */
function steps({ atLeast = -Infinity, atMost = Infinity, per, parts = 'exact' }: Step, x: number): number {
  // Snapped, so that 1 − 0.97 is three steps of 0.01 and not 3.0000000000000027.
  const n = snap(Math.max(atLeast - x, x - atMost, 0) / per);
  return parts === 'exact' ? n : parts === 'up' ? Math.ceil(n) : Math.floor(n);
}

const taken = (rule: Step, full: number, x: number): number => Math.min(full, steps(rule, x) * rule.step);

export const step: RuleCode<Step> = {
  ...alone,
  points: (rule, full, x) => full - taken(rule, full, x),
  reason(rule, full, value) {
    const x = value.value ?? NaN;
    const { atLeast, atMost } = rule;
    const params = {
      ...{ fullMarks: full, per: rule.per, step: rule.step, steps: steps(rule, x), taken: taken(rule, full, x) },
      ...boundsParams({ ...(atLeast === undefined ? {} : { atLeast }), ...(atMost === undefined ? {} : { atMost }) }),
    };
    return reason('step', full - taken(rule, full, x), 'points', [value], params);
  },
};
