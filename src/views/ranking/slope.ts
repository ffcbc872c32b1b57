/** The data of the slope: every county's rank in the period on show and in an earlier one. */
import { unitStyle } from '../../charts/palette';
import type { SlopeData, SlopeEnd } from '../../charts/slope/place';
import { scoresOf } from '../../findings/periods';
import type { RankingWords } from '../../i18n/ranking';
import type { Period } from '../../model/period';
import type { UnitId } from '../../model/unit';
import type { Board } from '../../state/board.svelte';

export function slopeOf(board: Board, now: Period, then: Period, w: RankingWords): SlopeData {
  const { book, group, pinned } = board;
  const end = (period: Period, unit: UnitId): SlopeEnd => {
    const scores = book ? scoresOf(book, period) : null;
    const u = scores?.indexOf(unit) ?? -1;
    if (!scores || u < 0) return { value: null, why: w.absent };
    const rank = (group === null ? scores.rank : scores.groupRank)[u] ?? NaN;
    if (Number.isNaN(rank)) return { value: null, why: w.notRanked };
    return { value: rank, tied: (group === null ? scores.tied : scores.groupTied)[u] === 1 };
  };
  return {
    title: w.slope(board.f.period(now), board.f.period(then)),
    measure: 'rank',
    periods: [then, now],
    lines: board.standings.map((s) => ({
      unit: s.unit,
      name: s.name,
      style: unitStyle(board.colourOf.get(s.unit) ?? 0),
      before: end(then, s.unit),
      now: end(now, s.unit),
    })),
    selected: pinned === null ? [] : [pinned],
    words: w.slopeWords,
  };
}
