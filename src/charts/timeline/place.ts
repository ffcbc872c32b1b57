/**
 * Items against their deadlines as a Gantt chart, seen at a day: overdue first, then by the nearest deadline, then what
 * is closed. What ran past its deadline is hatched and outlined, and every row says in words how it stands.
 */
import { max } from 'd3-array';
import { emptyScene, type Frame } from '../frame';
import { fitText } from '../measure-text';
import { INK } from '../palette';
import { segment, type Mark, type Scene } from '../scene';
import { monthMarks, timeAxis } from './axis';
import { rowBars, timelineKey } from './bars';
import type { TimelineData } from './data';
import { dayNumber } from './days';
import { byUrgency, type Standing } from './urgency';

export type * from './data';
export type { TimelineItem } from './urgency';

/**
 * Actions: `item:<id>` (a label or its bar). Keys: `<id>`. A day closed or looked back after `asOf` counts as not yet
 * come. The table has every item, also those beyond `most`.
 */
export function placeTimeline(data: TimelineData, frame: Frame): Scene {
  const { f, size, measure } = frame;
  const { words } = data;
  const asOf = dayNumber(data.asOf);
  if (!data.items.length || asOf === null) return emptyScene(frame, data.title, f.words.noData);

  const all = byUrgency(data.items, asOf);
  const shown = all.slice(0, data.most ?? 60);
  const small = size * 0.9;
  const standings = shown.map((s) => standingText(s));
  const labelWidth = Math.min((max(shown, (s) => measure(s.item.label, size)) ?? 0) + 1, frame.width * 0.28);
  const textWidth = Math.min((max(standings, (t) => measure(t, size, 600)) ?? 0) + 1, frame.width * 0.32);
  const left = labelWidth + size;
  const right = Math.max(left + 40, frame.width - textWidth - size);
  const axis = timeAxis(shown, asOf, left, right);

  const key = timelineKey(shown, words, frame);
  const lineLabel = key.height + size * 0.8;
  const head = Math.round(key.height + size * 1.8);
  const rowHeight = Math.round(size * 1.9);
  const bottom = head + shown.length * rowHeight;
  const marks: Mark[] = [...key.marks, ...monthMarks(axis, head, bottom, data, frame)];

  shown.forEach((s, i) => {
    const top = head + i * rowHeight;
    const y = top + rowHeight / 2;
    const { item } = s;
    const of = { key: item.id, ...(item.unit && { unit: item.unit }) };
    const touch = { ...of, title: tooltip(s, standings[i] ?? ''), action: `item:${item.id}` };
    const late = s.state === 'overdue';
    marks.push(
      { kind: 'rect', hit: true, x: 0, y: top, width: frame.width, height: rowHeight, fill: INK.pale, ...of },
      { kind: 'text', x: 0, y, text: fitText(item.label, labelWidth + 0.5, size, measure), size, fill: INK.text, ...touch },
      ...rowBars(s, asOf, axis, y, size, { ...of, title: touch.title, action: touch.action }),
      {
        kind: 'text',
        x: right + size,
        y,
        text: fitText(standings[i] ?? '', textWidth + 0.5, size, measure, late ? 600 : 400),
        size,
        weight: late ? 600 : 400,
        fill: late || s.state === 'open' ? INK.text : INK.soft,
        ...of,
        title: touch.title,
      },
    );
  });

  const at = axis.x(asOf);
  const text = words.asOf(f.date(data.asOf));
  const half = measure(text, small, 600) / 2;
  marks.push(
    { kind: 'path', d: segment(at, head - size * 0.3, at, bottom), stroke: INK.text, strokeWidth: size * 0.15 },
    {
      kind: 'text',
      x: Math.max(half, Math.min(frame.width - half, at)),
      y: lineLabel,
      text,
      size: small,
      weight: 600,
      fill: INK.text,
      anchor: 'middle',
    },
  );

  let height = bottom + size * 2.8;
  if (shown.length < all.length) {
    marks.push({ kind: 'text', x: 0, y: height + size * 0.4, text: words.rest(all.length - shown.length), size, fill: INK.soft });
    height += size * 1.4;
  }
  return {
    width: frame.width,
    height: Math.ceil(height),
    title: data.title,
    marks,
    table: {
      columns: [words.item, words.start, words.deadline, words.extended, words.closed, words.lookBack, words.standing],
      rows: all.map((s) => [s.item.label, ...dates(s), standingText(s)]),
    },
  };

  function standingText(s: Standing): string {
    const state = {
      overdue: () => words.overdue(s.days),
      open: () => words.left(s.days),
      noDeadline: () => words.noDeadline,
      closedLate: () => words.closedLate(s.days),
      closed: () => words.closedInTime,
    }[s.state]();
    const odd = [
      s.start === null ? words.noStart : '',
      s.start !== null && s.due !== null && s.due < s.start ? words.reversed : '',
    ];
    return [state, ...odd].filter(Boolean).join(f.locale === 'en' ? '; ' : '；');
  }

  function dates({ item }: Standing): string[] {
    return [item.start, item.deadline, item.extended, item.closed, item.lookBack].map((d) =>
      d ? f.date(d) : f.words.none.missing,
    );
  }

  function tooltip(s: Standing, standing: string): string {
    const heads = [words.start, words.deadline, words.extended, words.closed, words.lookBack];
    const given = dates(s).flatMap((d, i) => (d === f.words.none.missing ? [] : [`${heads[i] ?? ''} ${d}`]));
    return [s.item.label, standing, ...given, s.item.note].filter(Boolean).join('\n');
  }
}
