/** The bar of one item and the key that reads it: run, days still to come, overdue part, deadlines, closing, look-back. */
import type { Frame } from '../frame';
import { INK } from '../palette';
import { segment, type Mark, type Touch } from '../scene';
import { hatchRect } from '../tile-map/hatch';
import type { TimeAxis } from './axis';
import type { TimelineWords } from './data';
import type { Standing } from './urgency';

const RUN = '#8fa3b8';

/**
 * What has run is filled, what is still to come is outlined, what ran past the due day is hatched with a thick outline;
 * a tall stroke is the deadline, a tall broken one the deadline before an extension; a full dot is closing, a ring
 * the look-back. Days beyond the axis end in an arrow.
 */
export function rowBars(s: Standing, asOf: number, axis: TimeAxis, y: number, size: number, touch: Touch): Mark[] {
  const { x, from, to } = axis;
  const held = (day: number) => x(Math.min(to, Math.max(from, day)));
  const height = size * 0.8;
  const marks: Mark[] = [];
  const box = (a: number, b: number) => ({
    x: held(a),
    y: y - height / 2,
    width: Math.max(0, held(b) - held(a)),
    height,
  });
  const end = s.closed ?? asOf;
  // Without a day of identification the run is not known: only from the deadline on something can be drawn.
  const start = s.start ?? (s.due === null ? null : Math.min(s.due, end));
  if (start !== null) {
    const ranTo = s.due === null ? end : Math.min(end, s.due);
    if (ranTo > start) marks.push({ kind: 'rect', ...box(start, ranTo), fill: RUN, ...touch });
    const planFrom = Math.max(start, ranTo);
    if (s.closed === null && s.due !== null && s.due > planFrom)
      marks.push({ kind: 'rect', ...box(planFrom, s.due), fill: '#ffffff', stroke: INK.line, ...touch });
    if (s.due !== null && end > s.due) {
      const late = box(Math.max(s.due, start), end);
      marks.push(
        { kind: 'rect', ...late, fill: '#ffffff', stroke: INK.text, strokeWidth: size * 0.14, ...touch },
        { kind: 'path', d: hatchRect(late.x, late.y, late.width, late.height, size * 0.4), stroke: INK.text, ...touch },
      );
    }
  }
  const stroke = (day: number, dash?: string): Mark => ({
    kind: 'path',
    d: segment(held(day), y - size * 0.7, held(day), y + size * 0.7),
    stroke: INK.text,
    strokeWidth: size * (dash ? 0.12 : 0.18),
    ...(dash && { dash }),
  });
  if (s.extended !== null && s.deadline !== null && within(s.deadline)) marks.push(stroke(s.deadline, '2.5 2'));
  if (s.due !== null && within(s.due)) marks.push(stroke(s.due));
  if (s.closed !== null && within(s.closed)) marks.push(dot(held(s.closed), y, size, INK.text));
  if (s.lookBack !== null && within(s.lookBack)) marks.push(dot(held(s.lookBack), y, size, '#ffffff'));
  const days = [s.start, s.deadline, s.extended, s.closed, s.lookBack].filter((d) => d !== null);
  if (days.some((d) => d < from)) marks.push(arrow(x(from), y, size, -1));
  if (days.some((d) => d > to)) marks.push(arrow(x(to), y, size, 1));
  return marks;

  function within(day: number): boolean {
    return day >= from && day <= to;
  }
}

const dot = (x: number, y: number, size: number, fill: string): Mark => ({
  kind: 'circle',
  x,
  y,
  r: size * 0.36,
  fill,
  stroke: INK.text,
  strokeWidth: size * 0.12,
});

/** Points out of the axis: there is a day further out. */
function arrow(x: number, y: number, size: number, way: 1 | -1): Mark {
  const tip = x + way * size * 0.7;
  return { kind: 'path', d: `M${x},${y - size * 0.4}L${tip},${y}L${x},${y + size * 0.4}Z`, fill: INK.text };
}

/** A swatch and a word for each sign that occurs, wrapped to the width. */
export function timelineKey(shown: readonly Standing[], words: TimelineWords, frame: Frame): { marks: Mark[]; height: number } {
  const { size, measure } = frame;
  const small = size * 0.9;
  const box = size * 1.7;
  const height = size * 0.8;
  const any = (test: (s: Standing) => boolean) => shown.some(test);
  const bar = (y: number) => ({ kind: 'rect', x: 0, y: y - height / 2, width: box, height }) as const;
  const slim = size * 0.9;
  const tall = (y: number) => segment(slim / 2, y - size * 0.7, slim / 2, y + size * 0.7);
  const middle = size;
  const entries: { text: string; wide?: true; marks: Mark[] }[] = [
    ...(any((s) => s.state === 'overdue' || s.state === 'closedLate')
      ? [
          {
            text: words.late,
            wide: true as const,
            marks: [
              { ...bar(middle), fill: '#ffffff', stroke: INK.text, strokeWidth: size * 0.14 },
              { kind: 'path', d: hatchRect(0, middle - height / 2, box, height, size * 0.4), stroke: INK.text } as const,
            ],
          },
        ]
      : []),
    ...(any((s) => s.due !== null)
      ? [
          {
            text: words.deadline,
            marks: [{ kind: 'path', d: tall(middle), stroke: INK.text, strokeWidth: size * 0.18 } as const],
          },
        ]
      : []),
    ...(any((s) => s.extended !== null && s.deadline !== null)
      ? [
          {
            text: words.original,
            marks: [{ kind: 'path', d: tall(middle), stroke: INK.text, strokeWidth: size * 0.12, dash: '2.5 2' } as const],
          },
        ]
      : []),
    ...(any((s) => s.closed !== null) ? [{ text: words.closed, marks: [dot(slim / 2, middle, size, INK.text)] }] : []),
    ...(any((s) => s.lookBack !== null) ? [{ text: words.lookBack, marks: [dot(slim / 2, middle, size, '#ffffff')] }] : []),
  ];
  const marks: Mark[] = [];
  let [x, y] = [0, 0];
  for (const { text, wide: bars, marks: signs } of entries) {
    const sign = bars ? box : slim;
    const wide = sign + size * 0.4 + measure(text, small);
    if (x > 0 && x + wide > frame.width) [x, y] = [0, y + size * 1.8];
    const label = { kind: 'text', x: sign + size * 0.4, y: middle, text, size: small, fill: INK.soft } as const;
    marks.push({ kind: 'group', x: x + 1, y, marks: [...signs, label] });
    x += wide + size * 1.4;
  }
  return { marks, height: entries.length ? y + size * 2 : 0 };
}
