/** Why a rank moved, in words: what stands in the sentence and which causes have a column of their own. */
import type { AnswerWords } from '../../i18n/answers';
import type { Formats } from '../../i18n/format';
import type { Cause, Movement } from '../../state/answers.svelte';

/** The causes as they are shown: what a county can do something about first. */
const SHOWN: readonly Cause[] = ['own', 'others', 'calendar', 'rules', 'correction'];

/** Those that have a part in the total, the rank or a line; its own and the others' always. */
export function causesOf(m: Movement): Cause[] {
  const has = (c: Cause): boolean => m.total.parts[c] !== 0 || m.rank.parts[c] !== 0 || m.lines.some((l) => l.parts[c] !== 0);
  return SHOWN.filter((c) => c === 'own' || c === 'others' || has(c));
}

/** Whether a cause that needs an earlier scheme or earlier figures has no part anywhere. */
export const sameBook = (m: Movement): boolean => !causesOf(m).some((c) => c === 'rules' || c === 'correction');

/** One sentence: total and rank before and now. */
export function headline(m: Movement, tied: boolean, f: Formats, w: AnswerWords['moved']): string {
  const { total, rank } = m;
  if (total.before === null || total.now === null || rank.before === null || rank.now === null) return '';
  const now = f.points(total.now);
  const points =
    total.change === 0
      ? w.totalSame(f.period(m.before), now)
      : w.total(f.period(m.before), f.points(total.before), now, f.signed(total.change ?? 0));
  const change = rank.change ?? 0;
  const places =
    change === 0
      ? w.rankSame(f.rank(rank.now, tied))
      : w.rank(f.rank(rank.before), f.rank(rank.now, tied), change < 0, f.brief(Math.abs(change)));
  return points + places;
}

/** What raised the rank and what lowered it, each cause with its places; nothing for neither. */
export function rankCauses(m: Movement, f: Formats, w: AnswerWords['moved']): string[] {
  const of = (sign: number): string =>
    f.list(
      SHOWN.filter((c) => m.rank.parts[c] * sign > 0)
        .sort((a, b) => Math.abs(m.rank.parts[b]) - Math.abs(m.rank.parts[a]))
        .map((c) => w.places(w.causes[c], f.brief(Math.abs(m.rank.parts[c])))),
    );
  const [up, down] = [of(-1), of(1)];
  return [...(up ? [w.raised(up)] : []), ...(down ? [w.lowered(down)] : [])];
}

/** A line's change and its parts, in the order of the causes shown. */
export const numbersOf =
  (causes: readonly Cause[]) =>
  (line: { readonly change: number | null; readonly parts: Readonly<Record<Cause, number>> }): number[] => [
    line.change ?? 0,
    ...causes.map((c) => line.parts[c]),
  ];
