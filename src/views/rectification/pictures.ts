/** The data of the rectification screen's pictures: the funnel with its units, the timeline. */
import type { FunnelData } from '../../charts/funnel/data';
import type { TimelineData } from '../../charts/timeline/data';
import { byUrgency, STAGES, stageCounts, type Organisation } from '../../findings/rectification';
import type { RectificationWords } from '../../i18n/rectification';
import type { CalendarDate } from '../../model/period';
import type { Board } from '../../state/board.svelte';

/** The counties on show in the order of the ranking; one without organisations is not among a funnel's units. */
export function funnelOf(board: Board, organisations: readonly Organisation[], w: RectificationWords): FunnelData {
  const all = stageCounts(organisations);
  const units = board.standings.flatMap(({ unit, name }) => {
    const own = organisations.filter((o) => o.unit === unit);
    const counts = stageCounts(own);
    return own.length === 0 ? [] : [{ unit, name, counts: STAGES.map((s) => counts[s]) }];
  });
  return {
    title: w.funnel,
    stages: STAGES.map((id) => ({ id, title: w.stages[id], count: all[id], note: w.stageNotes[id] })),
    units,
    words: { ...w, missing: w.missing, rest: w.restUnits },
  };
}

export function timelineOf(
  board: Board,
  organisations: readonly Organisation[],
  asOf: CalendarDate,
  title: string,
  w: RectificationWords,
): TimelineData {
  const items = byUrgency(organisations).map((o) => ({
    id: idOf(o),
    label: `${board.name(o.unit)} ${o.name}`,
    unit: o.unit,
    start: o.identified,
    deadline: o.deadline,
    // One that is said to be closed without a day is drawn as closed when it was seen.
    closed: o.isClosed ? (o.closed ?? asOf) : null,
    lookBack: o.lookBack,
    ...(o.situation ? { note: o.situation } : {}),
  }));
  return { title, asOf, items, words: w.words, most: 40 };
}

/** Tells one row from another in a picture and a list. */
export const idOf = ({ row }: Organisation): string => `${row.table}-${row.row}`;
