/** percentile 百分位: W · the share of the others that x beats, below/(n − 1); equal values are not beaten, or count half. */
import type { RuleOf } from '../../scheme';
import type { Field, Pool, Standing } from '../field';
import { poolOf, poolParams } from './look';
import { reason, type RuleCode } from './rule';

type Percentile = RuleOf<'percentile'>;

/** Nobody else reported: nobody is ahead, so all of them. */
function beaten(rule: Percentile, { above, equal, below }: Standing): number {
  const others = above + equal + below;
  const worse = (rule.inverse ? above : below) + (rule.ties === 'mid' ? equal / 2 : 0);
  return others === 0 ? 1 : worse / others;
}

const shareOf = (rule: Percentile, field: Field, u: number, pool: Pool): number =>
  Number.isNaN(field.standing(u)) ? NaN : beaten(rule, field.among(u, pool));

export const percentile: RuleCode<Percentile> = {
  points: (_rule, full, _x, share) => full * share,
  against: (rule, field, u) => shareOf(rule, field, u, poolOf(rule, field, u)),
  flag: (rule, field, u) => (poolOf(rule, field, u).small ? 'smallGroup' : null),

  reason(rule, full, value, field, u) {
    const pool = poolOf(rule, field, u);
    const { above, equal, below } = field.among(u, pool);
    const share = shareOf(rule, field, u, pool);
    const held = reason('beaten', share, 'share', [], {
      ...poolParams(pool),
      beaten: rule.inverse ? above : below,
      equal,
      others: above + equal + below,
      ties: rule.ties ?? 'low',
    });
    return reason('percentile', full * share, 'points', [value, held], { fullMarks: full, inverse: rule.inverse ?? false });
  },
};
