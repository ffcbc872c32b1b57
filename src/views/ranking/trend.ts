/** The data of the trend: each county's total or rank over all periods. */
import { unitStyle } from '../../charts/palette';
import type { TrendData } from '../../charts/trend/place';
import { cutWords } from '../../i18n/cut';
import { locale } from '../../i18n/locale.svelte';
import type { UnitId } from '../../model/unit';
import type { Board } from '../../state/board.svelte';

/** @param selected drawn in colour, and the pinned county with them; who is only pointed at lights up by itself. */
export function trendOf(
  board: Board,
  title: string,
  measure: TrendData['measure'],
  units: readonly UnitId[],
  selected: readonly UnitId[],
): TrendData {
  const { period, pinned } = board;
  const lines = linesOf(board, measure, units);
  const chosen = pinned === null || selected.length === 0 || selected.includes(pinned) ? selected : [...selected, pinned];
  return {
    title,
    periods: board.shown,
    measure,
    lines,
    selected: chosen,
    more: cutWords[locale.current],
    ...(period ? { at: period } : {}),
  };
}

/** The lines of all counties on show, by their standings: who is pinned or chosen changes none of them. */
const known = new WeakMap<object, { readonly f: Board['f']; readonly lines: Map<string, TrendData['lines']> }>();

function linesOf(board: Board, measure: TrendData['measure'], units: readonly UnitId[]): TrendData['lines'] {
  const { standings, f } = board;
  if (units.length !== standings.length) return madeOf(board, measure, units);
  let held = known.get(standings);
  if (held?.f !== f) known.set(standings, (held = { f, lines: new Map() }));
  const key = [measure, ...board.shown].join(' ');
  let lines = held.lines.get(key);
  if (!lines) held.lines.set(key, (lines = madeOf(board, measure, units)));
  return lines;
}

function madeOf(board: Board, measure: TrendData['measure'], units: readonly UnitId[]): TrendData['lines'] {
  const { book, group } = board;
  return units.map((unit) => ({
    unit,
    name: board.name(unit),
    style: unitStyle(board.colourOf.get(unit) ?? 0),
    points: board.shown.map((p) => {
      const scores = book?.at(p);
      const u = scores?.indexOf(unit) ?? -1;
      if (!scores || u < 0) return null;
      const rank = (group === null ? scores.rank : scores.groupRank)[u] ?? NaN;
      const value = measure === 'rank' ? rank : (scores.total[u] ?? NaN);
      if (Number.isNaN(rank) || Number.isNaN(value)) return null;
      const note = measure === 'rank' ? board.f.points(scores.total[u] ?? 0) : board.f.rank(rank);
      return { value, note };
    }),
  }));
}
