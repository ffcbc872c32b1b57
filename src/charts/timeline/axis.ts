/** The time axis of a timeline: how far it reaches, and its months, as many as there is room to name. */
import { scaleLinear, type ScaleLinear } from 'd3-scale';
import type { Frame } from '../frame';
import { INK } from '../palette';
import { segment, type Mark } from '../scene';
import { firstOf, monthIndex } from './days';
import type { TimelineData } from './data';
import type { Standing } from './urgency';

/** In months: days further from the day seen at end in an arrow, as one slip of a year would squeeze all others flat. */
const REACH = 24;

export interface TimeAxis {
  readonly x: ScaleLinear<number, number>;
  readonly from: number;
  readonly to: number;
}

/** Whole months that hold every day of the items that is not more than two years from `asOf`. */
export function timeAxis(items: readonly Standing[], asOf: number, left: number, right: number): TimeAxis {
  const days = items.flatMap((s) => [s.start, s.deadline, s.extended, s.closed, s.lookBack].filter((d) => d !== null));
  const now = monthIndex(asOf);
  const months = [now, ...days.map(monthIndex).filter((m) => Math.abs(m - now) <= REACH)];
  const [first, last] = [Math.min(...months), Math.max(...months)];
  const [from, to] = [firstOf(first), firstOf(last + 1)];
  return { x: scaleLinear([from, to], [left, right]), from, to };
}

/** Lines at the firsts of months and their names in two rows, years below months. Steps of 1, 2, 3, 6 or 12 months. */
export function monthMarks({ x, from, to }: TimeAxis, top: number, bottom: number, data: TimelineData, frame: Frame): Mark[] {
  const { size, measure } = frame;
  const small = size * 0.9;
  const [first, end] = [monthIndex(from), monthIndex(to)];
  const perMonth = (x(to) - x(from)) / (end - first);
  const names = Array.from({ length: 12 }, (_, m) => measure(data.words.month(m + 1), small));
  const widest = Math.max(...names) + size * 0.5;
  const step = [1, 2, 3, 6].find((s) => s * perMonth >= widest) ?? 12;
  const marks: Mark[] = [];
  let yearEnd = -Infinity;
  for (let m = first; m <= end; m++) {
    const at = x(firstOf(m));
    const month = (m % 12) + 1;
    const named = (month - 1) % step === 0;
    if (named || month === 1) {
      const stroke = month === 1 ? INK.line : INK.grid;
      marks.push({ kind: 'path', d: segment(at, top, at, bottom), stroke });
    }
    if (m === end) break;
    // A month's name stands at its first day, so that the line beside it is that day.
    if (named && at + measure(data.words.month(month), small) <= x(to) + 1)
      marks.push({ kind: 'text', x: at + 2, y: bottom + size * 0.8, text: data.words.month(month), size: small, fill: INK.soft });
    if ((m === first || month === 1) && at >= yearEnd) {
      const text = data.words.year(Math.floor(m / 12));
      const room = x(firstOf(Math.min(end, m + 13 - month))) - at;
      if (measure(text, small) + 4 > Math.max(room, m === first ? 0 : room)) continue;
      marks.push({ kind: 'text', x: at + 2, y: bottom + size * 2, text, size: small, weight: 600, fill: INK.soft });
      yearEnd = at + measure(text, small, 600) + size * 0.5;
    }
  }
  return marks;
}
