/** Why one county is above another, in words: which pair is asked about and where most of the gap lies. */
import type { AnswerWords } from '../../i18n/answers';
import type { Formats } from '../../i18n/format';
import type { UnitId } from '../../model/unit';
import type { Gap, GapLine } from '../../state/answers.svelte';

/** How many indicators a sentence names. */
const NAMED = 3;

/**
 * The pair to explain: the two asked for if they are among the choice, else the two best placed, the better one first.
 *
 * @param order every ranked unit, best first.
 */
export function pairOf(
  order: readonly UnitId[],
  chosen: readonly UnitId[],
  wanted: readonly (UnitId | null)[],
): readonly [UnitId, UnitId] | null {
  const open = order.filter((u) => chosen.includes(u));
  const kept = [...new Set(wanted)].filter((u): u is UnitId => u !== null && open.includes(u));
  const [x, y] = [...kept, ...open.filter((u) => !kept.includes(u))];
  if (x === undefined || y === undefined) return null;
  return order.indexOf(x) <= order.indexOf(y) ? [x, y] : [y, x];
}

/** The sentences above the table: both totals, where the first is ahead and where it is behind. */
export function aboveText(
  gap: Gap,
  totals: readonly [number, number],
  name: (unit: UnitId) => string,
  title: (line: GapLine) => string,
  f: Formats,
  w: AnswerWords['above'],
): string[] {
  const [a, b] = [name(gap.a), name(gap.b)];
  const named = (sign: number): string =>
    f.list(
      gap.lines
        .filter((l) => l.kind !== 'rounding' && l.difference * sign > 0)
        .slice(0, NAMED)
        .map((l) => w.item(title(l), f.signed(l.difference))),
    );
  const [won, lost] = [named(1), named(-1)];
  return [
    gap.gap === 0 ? w.equal(a, b, f.points(totals[0])) : w.gap(a, f.points(totals[0]), b, f.points(totals[1]), f.points(Math.abs(gap.gap ?? 0))), // prettier-ignore
    ...(won ? [w.won(won)] : []),
    ...(lost ? [w.lost(lost)] : []),
  ];
}
