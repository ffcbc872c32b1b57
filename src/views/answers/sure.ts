/** The answer to how sure a rank is, in words and as places on a scale. */
import type { AnswerWords } from '../../i18n/answers';
import type { Formats } from '../../i18n/format';
import type { UnitId } from '../../model/unit';
import type { Robustness } from '../../state/answers.svelte';

type UnitSureness = Robustness['units'][number];

/** 第3–6名; one place where both ends are the same. */
export function placesText(u: Pick<UnitSureness, 'low' | 'high'>, f: Formats, w: AnswerWords['sure']): string {
  if (u.low === u.high) return f.rank(u.low);
  const zh = f.locale === 'zh-CN';
  return w.between(zh ? f.brief(u.low) : f.rank(u.low), zh ? f.brief(u.high) : f.rank(u.high));
}

/** The line a leader reads: 第4名；权重小幅变动（±10%）时在第3–6名。 */
export function sureText(u: UnitSureness, tied: boolean, spread: number, f: Formats, w: AnswerWords['sure']): string {
  const [rank, by] = [f.rank(u.rank, tied), f.shareBrief(spread)];
  return u.low === u.rank && u.high === u.rank ? w.firm(rank, by) : w.range(rank, by, placesText(u, f, w));
}

/** What stands behind the line: how often the rank was kept, and the unit next behind kept at bay. */
export function runsText(
  u: UnitSureness,
  runs: number,
  name: (unit: UnitId) => string,
  f: Formats,
  w: AnswerWords['sure'],
): string[] {
  if (u.same === 1) return [w.sameAlways(f.number(runs))];
  const ahead = u.next === null || u.ahead === null ? [] : [w.ahead(runsShare(u.ahead, f), name(u.next))];
  return [w.same(f.number(runs), runsShare(u.same, f)), ...ahead];
}

/** A share of runs in whole per cent, of which 0 and 100 are said only where they are meant. */
export function runsShare(share: number, f: Formats): string {
  const text = f.share(share, 0);
  const whole = share > 0 && share < 1;
  return whole && text === '100%' ? `>${f.share(0.99, 0)}` : whole && text === '0%' ? `<${f.share(0.01, 0)}` : text;
}

/** Where a place lies on a scale of `n` places, 0–100: the middle of its slot. */
export const onScale = (place: number, n: number): number => ((place - 0.5) / Math.max(1, n)) * 100;
