/** The data of the pace charts: each county's attainment of the year's target against the pace the scheme asks for. */
import type { PaceData } from '../../charts/pace/data';
import { unitStyle } from '../../charts/palette';
import type { TalentWords } from '../../i18n/talent';
import { partsOf, periodOf, periodsIn, type Period } from '../../model/period';
import type { Board } from '../../state/board.svelte';

const MEASURE = 'talent-intake.attainment';
/** 序时: what is due by the end of each quarter where the scheme says nothing else. */
const PACE = [0.25, 0.5, 0.75, 1] as const;

/** The pace of the leaf that scores the intake; the plain one where none does or it states none. */
export function paceOf(board: Board): readonly number[] {
  for (const { leaf } of board.book?.nodes ?? []) {
    if (leaf?.measure !== MEASURE || !('pace' in leaf.rule) || !Array.isArray(leaf.rule.pace)) continue;
    return leaf.rule.pace;
  }
  return PACE;
}

/** The quarters of the period's year; the pace is by quarters. */
export const quarters = (period: Period): Period[] => periodsIn(periodOf(partsOf(period).year, 'Y'), 'Q');

export function paceData(board: Board, period: Period, layout: PaceData['layout'], title: string, w: TalentWords): PaceData {
  const { measures } = board.session.snapshot;
  const periods = quarters(period);
  return {
    title,
    periods,
    pace: paceOf(board),
    at: period,
    layout,
    lines: board.standings.map((s) => ({
      unit: s.unit,
      name: s.name,
      style: unitStyle(board.colourOf.get(s.unit) ?? 0),
      values: periods.filter((p) => p <= period).map((p) => measures.get(MEASURE, s.unit, p)?.value ?? null),
    })),
    selected: board.pinned ? [board.pinned] : [],
    words: w.words,
  };
}

/** The city's intake and target: sums over the counties that gave both. */
export function cityIntake(board: Board, period: Period): { readonly done: number; readonly target: number } | null {
  const { measures } = board.session.snapshot;
  const cells = board.standings.flatMap((s) => {
    const cell = measures.get(MEASURE, s.unit, period);
    return cell && cell.numerator !== null && cell.denominator !== null ? [[cell.numerator, cell.denominator] as const] : [];
  });
  if (cells.length === 0) return null;
  return { done: cells.reduce((sum, [n]) => sum + n, 0), target: cells.reduce((sum, [, d]) => sum + d, 0) };
}
