/** A change that would gain a place, in words: what to do, and from what to what. */
import type { AnswerWords } from '../../i18n/answers';
import type { Formats } from '../../i18n/format';
import type { ValueUnit } from '../../model/measure';
import type { Lift, OutOfReach } from '../../state/answers.svelte';

export interface LiftWords {
  /** 再多 2 个 */
  readonly change: string;
  /** 7/9 → 9/9 */
  readonly fromTo: string;
}

/** Counts where the figure is one, the value to reach where it is not. */
export function liftWords(lift: Lift, unit: ValueUnit, f: Formats, w: AnswerWords['lift']): LiftWords {
  const { kind, steps, direction, from, to, numerator, denominator } = lift;
  const up = direction === 'up';
  const value = (x: number): string => f.inline(x, unit);
  if (kind === 'percent')
    return { change: up ? w.raise(value(to)) : w.lower(value(to)), fromTo: w.fromTo(value(from), value(to)) };
  const change = up ? w.more(f.brief(steps)) : w.fewer(f.brief(steps));
  if (kind === 'count' || numerator === null || denominator === null) return { change, fromTo: w.fromTo(value(from), value(to)) };
  const before = up ? numerator - steps : numerator + steps;
  const of = (n: number): string => `${f.brief(n)}/${f.brief(denominator)}`;
  return { change, fromTo: w.fromTo(of(before), of(numerator)) };
}

const WHYS = ['tooLittle', 'notReported', 'notDue', 'carried', 'notApplicable'] as const;

/** By reason, those that a county can do something about first; reasons without any are left out. */
export function byReason(list: readonly OutOfReach[]): { why: OutOfReach['why']; of: OutOfReach[] }[] {
  return WHYS.map((why) => ({ why, of: list.filter((o) => o.why === why) })).filter((g) => g.of.length > 0);
}

/** Position of the unit with the last rank before this one, of equals the first; null for the first. NaN: not ranked. */
export function nextAhead(ranks: ArrayLike<number>, rank: number): number | null {
  let found: number | null = null;
  for (let i = 0; i < ranks.length; i++) {
    const r = ranks[i] ?? NaN;
    if (r < rank && (found === null || r > (ranks[found] ?? NaN))) found = i;
  }
  return found;
}
