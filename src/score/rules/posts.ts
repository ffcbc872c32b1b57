/** Goalposts: the two ends that goalposts 功效系数 and exponential 指数功效 run between, fixed, of each unit, or where the field stands. */
import type { ValueUnit } from '../../model/measure';
import type { Reason } from '../../model/reason';
import { snap, type RuleOf } from '../../scheme';
import type { Extreme, Field } from '../field';
import { heldFigure, heldReason, leafReason, poolOf, poolParams } from './look';
import type { FlagCode, UnitOf } from './rule';

/** A rule between two posts. */
export interface Posted {
  readonly lo: Post;
  readonly hi: Post;
  readonly bounded?: boolean;
}
type Post = RuleOf<'goalposts'>['lo'];
type FromField = Extract<Post, { is: 'min' | 'max' }>;

const isFromField = (post: Post): post is FromField => typeof post === 'object' && 'is' in post;

const extremeOf = (post: FromField, field: Field, u: number): Extreme =>
  field.extreme(poolOf(post, field, u), post.is, post.over ?? 'period');

/** Where a post stands for unit u; NaN where there is no figure. */
export const postOf = (post: Post, field: Field, u: number): number =>
  isFromField(post) ? extremeOf(post, field, u).value : heldFigure(post, field, u);

/** The two ends: those the rule fixes, else those it was handed. */
export const endsOf = (rule: Posted, lo: number, hi: number): readonly [number, number] => [
  typeof rule.lo === 'number' ? rule.lo : lo,
  typeof rule.hi === 'number' ? rule.hi : hi,
];

/** Posts closer than any comparison tells apart: there is no range. */
export const noRange = (lo: number, hi: number): boolean => lo === hi || snap(lo - hi) === 0;

/** Whether less is better: as posts of the field are meant, whatever the figures come to; else lo > hi says so. */
export const isFalling = (rule: Posted, lo: number, hi: number): boolean =>
  isFromField(rule.hi) ? rule.hi.is === 'min' : isFromField(rule.lo) ? rule.lo.is === 'max' : lo > hi;

/** The figures came to stand the wrong way round: the group's best lies short of a fixed lower post, say. */
export const areCrossed = (rule: Posted, lo: number, hi: number): boolean =>
  !noRange(lo, hi) && !Number.isNaN(lo - hi) && isFalling(rule, lo, hi) !== lo > hi;

/** How far x is on the way from lo to hi, 0–1 where `bounded`. Crossed posts leave no way: all from lo on, nothing short of it. */
export function wayOf(rule: Posted, x: number, lo: number, hi: number): number {
  const { bounded = true } = rule;
  if (areCrossed(rule, lo, hi)) return snap(isFalling(rule, lo, hi) ? lo - x : x - lo) >= 0 ? 1 : 0;
  const way = (x - lo) / (hi - lo);
  return bounded ? Math.max(0, Math.min(way, 1)) : way;
}

export function flagPosts(rule: Posted, field: Field, u: number): FlagCode | null {
  const posts = [rule.lo, rule.hi];
  const [lo, hi] = [postOf(rule.lo, field, u), postOf(rule.hi, field, u)];
  if (Number.isNaN(lo) || Number.isNaN(hi)) return 'noTarget';
  if (noRange(lo, hi)) return 'zeroRange';
  if (areCrossed(rule, lo, hi)) return 'postsCrossed';
  if (posts.some((p) => isFromField(p) && poolOf(p, field, u).small)) return 'smallGroup';
  return posts.some((p) => isFromField(p) && extremeOf(p, field, u).noYearStart) ? 'noYearStart' : null;
}

/** What a reason's sentence says of two posts. */
export const postParams = (rule: Posted, lo: number, hi: number): Reason['params'] => ({
  lo,
  hi,
  bounded: rule.bounded ?? true,
  inverse: isFalling(rule, lo, hi),
  zeroRange: noRange(lo, hi),
  ...(areCrossed(rule, lo, hi) ? { crossed: true } : {}),
});

/** The posts that are not plain numbers, told, each with its rows: first the lower, then the upper. */
export function postReasons(rule: Posted, field: Field, u: number, kind: ValueUnit, unitOf: UnitOf): Reason[] {
  const ends: readonly (readonly ['lo' | 'hi', Post])[] = [
    ['lo', rule.lo],
    ['hi', rule.hi],
  ];
  return ends.flatMap(([end, post]) => {
    if (typeof post === 'number') return [];
    if (!isFromField(post)) {
      const held = heldReason('post', post, field, u, kind, unitOf);
      return [{ ...held, params: { ...held.params, end } }];
    }
    const pool = poolOf(post, field, u);
    const { value, unit, period, holders, noYearStart } = extremeOf(post, field, u);
    const params = { end, is: post.is, over: post.over ?? 'period', unit, holders, period, noYearStart, ...poolParams(pool) };
    return [leafReason('extreme', value, kind, params, { field, unit, period, unitOf })];
  });
}
