/** vote 测评: W · Σ coefficient·votes / all votes; the leaf's own measure is how many voted. */
import type { RuleOf } from '../../scheme';
import type { Field } from '../field';
import { reported, reportedReason } from './look';
import { reason, type RuleCode } from './rule';

type Vote = RuleOf<'vote'>;

/** Σ coefficient · votes; NaN where an answer has no figure: not reported is not "no votes". */
const weighted = (rule: Vote, field: Field, u: number): number =>
  rule.options.reduce((sum, o) => sum + o.coefficient * (reported(o.measure, field, u)?.cell.value ?? NaN), 0);

/** Between 0 and full marks. Nobody voted, or an answer has no figure: not applicable, flagged. */
const points = (full: number, total: number, sum: number): number =>
  total > 0 ? full * Math.max(0, Math.min(sum / total, 1)) : NaN;

export const vote: RuleCode<Vote> = {
  points: (_rule, full, total, sum) => points(full, total, sum),
  against: weighted,
  flag: (rule, field, u) => (Number.isNaN(points(1, field.standing(u), weighted(rule, field, u))) ? 'noVotes' : null),

  reason(rule, full, value, field, u, unitOf) {
    const options = rule.options.map(({ measure, coefficient }) => {
      const votes = reportedReason('figure', measure, field, u, unitOf);
      return reason('votes', coefficient * (votes.value ?? NaN), 'number', [votes], { measure, coefficient });
    });
    const sum = weighted(rule, field, u);
    return reason('vote', points(full, value.value ?? NaN, sum), 'points', [value, ...options], { fullMarks: full, sum });
  },
};
