/** rankTable 排名赋分: the points of a place, from a table or W·(1 − step·(place − 1)); places from the top, or from the bottom. */
import { snap, type RuleOf } from '../../scheme';
import type { Field } from '../field';
import { poolOf, poolParams } from './look';
import { reason, type RuleCode } from './rule';

type RankTable = RuleOf<'rankTable'>;

/**
 * The first and the last of the places that unit u shares with its equals. One place under `ties: best`: the
 * best of them, which from the bottom is the one furthest up.
 */
function places(rule: RankTable, field: Field, u: number): readonly [number, number] {
  if (Number.isNaN(field.standing(u))) return [NaN, NaN];
  const { above, equal, below } = field.among(u, poolOf(rule, field, u));
  const bottom = rule.from === 'bottom';
  const ahead = bottom === (rule.inverse ?? false) ? above : below;
  const first = ahead + 1;
  const last = first + equal;
  if (rule.ties === 'mean') return [first, last];
  return bottom ? [last, last] : [first, first];
}

/** The mean share of the full marks over places first … last. */
function shareOf(rule: RankTable, first: number, last: number): number {
  const n = last - first + 1;
  if ('table' in rule) {
    const { table, outOf } = rule;
    const within = table.slice(first - 1, last);
    const rest = (n - within.length) * (rule.beyond ?? table.at(-1) ?? 0);
    return (within.reduce((sum, p) => sum + p, 0) + rest) / n / outOf;
  }
  const { step, floor = 0 } = rule;
  // The last place before the floor holds; up to it the shares fall evenly, so their mean is that of the two ends.
  const falling = Math.max(first - 1, Math.min(last, Math.floor(snap((1 - floor) / step)) + 1));
  const m = falling - first + 1;
  const ends = 1 - step * (first - 1) + (1 - step * (falling - 1));
  return (m > 0 ? (m * ends) / 2 / n : 0) + (floor * (n - m)) / n;
}

function points(rule: RankTable, full: number, first: number, last: number): number {
  return Number.isNaN(first) ? NaN : full * shareOf(rule, first, Number.isNaN(last) ? first : last);
}

export const rankTable: RuleCode<RankTable> = {
  points: (rule, full, _x, first, last = NaN) => points(rule, full, first, last),
  against: (rule, field, u) => places(rule, field, u)[0],
  second: (rule, field, u) => places(rule, field, u)[1],
  flag: (rule, field, u) => (poolOf(rule, field, u).small ? 'smallGroup' : null),

  reason(rule, full, value, field, u) {
    const pool = poolOf(rule, field, u);
    const [first, last] = places(rule, field, u);
    const { equal } = field.among(u, pool);
    const place = reason('place', (first + last) / 2, 'number', [], {
      ...poolParams(pool),
      from: rule.from ?? 'top',
      tied: equal > 0,
      first,
      last,
      reported: pool.sorted.length,
    });
    const of = 'table' in rule ? { outOf: rule.outOf } : { step: rule.step, floor: rule.floor ?? 0 };
    return reason('rankTable', points(rule, full, first, last), 'points', [value, place], {
      fullMarks: full,
      share: shareOf(rule, first, last),
      inverse: rule.inverse ?? false,
      ...of,
    });
  },
};
