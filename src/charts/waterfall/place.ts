/**
 * Where a difference comes from: from B's total to A's total by indicator, one row a part, each beginning where the
 * one before ended. The axis counts the difference: its zero is B's total, so that small parts can be seen.
 */
import { max, min } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { UnitId } from '../../model/unit';
import { emptyScene, type Frame } from '../frame';
import { INK, tone, type UnitStyle } from '../palette';
import { segment, type Mark, type Scene, type TextMark } from '../scene';
import { wrapText } from '../wrap-text';
import { hatch } from './hatch';
import { clean, gather, remainder, type WaterfallPart } from './parts';

export type { WaterfallPart } from './parts';

export interface WaterfallEnd {
  /** Absent for a peer mean and the like. */
  readonly unit?: UnitId;
  readonly name: string;
  readonly style: UnitStyle;
  /** null: `why` tells; there is no picture then. */
  readonly total: number | null;
  readonly why?: string;
}

export interface WaterfallData {
  readonly title: string;
  /** B: where the account begins. */
  readonly from: WaterfallEnd;
  /** A: where it ends. */
  readonly to: WaterfallEnd;
  /**
   * In any order. Numbers are taken as given and never rounded here: for printed parts to add up to the printed
   * difference give them as printed, with a part of its own for the rounding.
   */
  readonly parts: readonly WaterfallPart[];
  /** How many parts are shown by themselves; default 10. */
  readonly keep?: number;
  readonly words: {
    /** The gathered parts, with their number: 其余 7 项. */
    readonly rest: (n: number) => string;
    /** What the parts given leave unexplained. */
    readonly remainder: string;
    /** Heads the column of points in the table; also the axis. */
    readonly difference: string;
    readonly nothing?: string;
  };
}

interface Step {
  readonly title: string;
  readonly points: number;
  readonly start: number;
  readonly tip: string;
  readonly part?: WaterfallPart;
}

/**
 * Actions: `unit:<unit>` (names of the ends), `total:<unit>` (their totals), `cell:<unit>:<indicator>` (a part, with
 * A's unit; `indicator:<id>` where A is no unit). Key: `/<indicator>`. Plus is a full bar, minus a hatched one.
 */
export function placeWaterfall(data: WaterfallData, frame: Frame): Scene {
  const { f, size, measure } = frame;
  const { from, to, words } = data;
  if (from.total === null || to.total === null) {
    const lacking = [from, to].filter((e) => e.total === null);
    const why = lacking.map((e) => [e.name, e.why ?? f.words.noData].join(' · '));
    return emptyScene(frame, data.title, why.join(f.locale === 'en' ? '; ' : '；'));
  }
  if (!data.parts.length) return emptyScene(frame, data.title, words.nothing ?? f.words.noData);

  const steps = stepsOf(data, from.total, to.total, frame);
  const unknown = gather(data.parts, 0).unknown;
  const difference = clean(to.total - from.total);

  // Names on the left take what they need, totals and signed values are beside the bars.
  const names = [...steps.map((s) => s.title), ...unknown.map((p) => p.title), from.name, to.name];
  const titleWidth = Math.min((max(names, (t) => measure(t, size, 600)) ?? 0) + 1, frame.width * 0.34);
  const labels = [...steps.map((s) => f.signed(s.points)), `${f.points(from.total)}`, endText(to.total, difference)];
  const labelWidth = (max(labels, (t) => measure(t, size, 600)) ?? 0) + size * 0.5;
  const ends = [0, difference, ...steps.flatMap((s) => [s.start, s.start + s.points])];
  const domain: [number, number] = [min(ends) ?? 0, max(ends) ?? 0];
  if (domain[0] === domain[1]) domain[1] = domain[0] + 1;
  const leftwards = steps.some((s) => s.points < 0) || difference < 0;
  const left = titleWidth + size + (leftwards ? labelWidth : 0);
  const right = Math.max(left + size * 6, frame.width - labelWidth);
  const x = scaleLinear(domain, [left, right]);
  const zero = x(0);

  const rowHeight = Math.round(size * 2.3);
  const bar = Math.round(size * 1.3);
  const marks: Mark[] = [];
  const rows = steps.length + unknown.length + 2;
  const bottom = rows * rowHeight;
  for (const tick of x.ticks(Math.max(1, Math.min(5, Math.floor((right - left) / (size * 6))))))
    marks.push(
      { kind: 'path', d: segment(x(tick), 0, x(tick), bottom), stroke: INK.grid },
      {
        kind: 'text',
        x: x(tick),
        y: bottom + size,
        text: (tick > 0 ? '+' : '') + f.brief(tick),
        size: size * 0.85,
        fill: INK.soft,
        anchor: 'middle',
      },
    );

  // B's total is the zero line.
  marks.push(...endName(from, rowHeight / 2));
  marks.push({ kind: 'path', d: segment(zero, 0, zero, bottom), stroke: INK.soft, strokeWidth: 1.25 });
  marks.push({
    kind: 'circle',
    x: zero,
    y: rowHeight / 2,
    r: size * 0.36,
    fill: '#ffffff',
    stroke: from.style.colour,
    strokeWidth: 2,
  });
  marks.push({ ...total(from, rowHeight / 2), x: zero + size * 0.7, text: f.points(from.total) });

  steps.forEach((step, i) => marks.push(...drawStep(step, (i + 1) * rowHeight)));
  unknown.forEach((p, i) => marks.push(...drawUnknown(p, (steps.length + 1 + i) * rowHeight)));

  const y = bottom - rowHeight / 2;
  marks.push({ kind: 'path', d: segment(0, bottom - rowHeight, frame.width, bottom - rowHeight), stroke: INK.faint });
  marks.push(...endName(to, y));
  const last = bottom - rowHeight * (unknown.length + 1.5);
  // The last connector passes the rows of which nothing can be said: only when there are none does it touch no text.
  if (!unknown.length)
    marks.push({
      kind: 'path',
      d: segment(x(difference), last + bar / 2, x(difference), y - bar / 2),
      stroke: INK.line,
      dash: '2 2',
    });
  const span = [Math.min(zero, x(difference)), Math.abs(x(difference) - zero)] as const;
  marks.push({
    kind: 'rect',
    x: span[0],
    y: y - bar / 2,
    width: span[1],
    height: bar,
    fill: to.style.colour,
    title: tipOf(to, difference),
  });
  // The bar of a negative difference ends at its left: the label is there.
  marks.push({
    ...total(to, y),
    x: difference < 0 ? x(difference) - size * 0.4 : x(difference) + size * 0.4,
    text: endText(to.total, difference),
    ...(difference < 0 && { anchor: 'end' as const }),
  });
  const note = wrapText(words.difference, frame.width - left, size * 0.85, measure);
  note.forEach((text, k) =>
    marks.push({ kind: 'text', x: left, y: bottom + size * (2.3 + k * 1.2), text, size: size * 0.85, fill: INK.soft }),
  );

  return {
    width: frame.width,
    height: bottom + size * (1.8 + note.length * 1.2),
    title: data.title,
    marks,
    table: {
      columns: [f.words.indicator, words.difference],
      rows: [
        [from.name, f.points(from.total)],
        // Every part by itself, also those gathered in the picture.
        ...tableParts(data, from.total, to.total).map(([title, points, why]) => [
          title,
          points === null ? (why ?? f.words.none.missing) : f.signed(points),
        ]),
        [to.name, f.points(to.total)],
      ],
    },
  };

  function endText(value: number, by: number): string {
    return `${f.points(value)} (${f.signed(by)})`;
  }

  function tipOf(end: WaterfallEnd, by?: number): string {
    const figure = end.total === null ? '' : `${f.words.total} ${f.points(end.total)}`;
    return [end.name, figure, by === undefined ? '' : f.signed(by)].filter(Boolean).join('\n');
  }

  function total(end: WaterfallEnd, at: number): Omit<TextMark, 'x' | 'text'> {
    const touch = end.unit === undefined ? {} : { unit: end.unit, action: `total:${end.unit}` };
    return { kind: 'text', y: at, size, weight: 600, fill: INK.text, title: tipOf(end), ...touch };
  }

  function rowTitle(text: string, at: number, touch: Partial<TextMark>, weight: 400 | 600 = 400): Mark[] {
    const lines = wrapText(text, titleWidth, size, measure, 2, weight);
    return lines.map((t, k) => ({
      kind: 'text',
      x: 0,
      y: at + (k - (lines.length - 1) / 2) * size * 1.1,
      text: t,
      size,
      weight,
      fill: INK.text,
      ...touch,
    }));
  }

  function endName(end: WaterfallEnd, at: number): Mark[] {
    const touch = end.unit === undefined ? {} : { unit: end.unit, key: end.unit, action: `unit:${end.unit}` };
    return rowTitle(end.name, at, { title: tipOf(end), ...touch }, 600);
  }

  function touchOf(part: WaterfallPart | undefined, tip: string) {
    if (!part) return { title: tip };
    const action = to.unit === undefined ? `indicator:${part.indicator}` : `cell:${to.unit}:${part.indicator}`;
    return { title: tip, key: `/${part.indicator}`, action };
  }

  function drawStep(step: Step, top: number): Mark[] {
    const middle = top + rowHeight / 2;
    const [a, b] = [x(step.start), x(step.start + step.points)];
    const box = { x: Math.min(a, b), y: middle - bar / 2, width: Math.abs(b - a), height: bar };
    const touch = touchOf(step.part, step.tip);
    const minus = step.points < 0;
    const out: Mark[] = [
      ...rowTitle(step.title, middle, touch),
      // The connector: from the end of the row before.
      { kind: 'path', d: segment(a, middle - rowHeight + bar / 2, a, middle - bar / 2), stroke: INK.line, dash: '2 2' },
      {
        kind: 'rect',
        ...box,
        fill: minus ? '#ffffff' : tone(1),
        stroke: minus ? INK.soft : tone(1),
        ...touch,
      },
    ];
    if (minus) out.push({ kind: 'path', d: hatch(box, size * 0.4), stroke: INK.soft, strokeWidth: 1 });
    out.push({
      kind: 'text',
      x: minus ? box.x - size * 0.4 : box.x + box.width + size * 0.4,
      y: middle,
      text: f.signed(step.points),
      size,
      fill: INK.text,
      anchor: minus ? 'end' : 'start',
    });
    return out;
  }

  function drawUnknown(part: WaterfallPart, top: number): Mark[] {
    const middle = top + rowHeight / 2;
    const why = part.why ?? f.words.noData;
    const touch = touchOf(part, [part.title, why, part.note].filter(Boolean).join('\n'));
    const [text = ''] = wrapText(why, frame.width - zero - size, size, measure, 1);
    return [
      ...rowTitle(part.title, middle, touch),
      { kind: 'text', x: zero + size * 0.6, y: middle, text, size, fill: INK.soft },
    ];
  }
}

/** Largest first, the small ones as one step, and a step for what the parts leave unexplained. */
function stepsOf(data: WaterfallData, from: number, to: number, { f }: Frame): Step[] {
  const { shown, rest, restPoints } = gather(data.parts, data.keep ?? 10);
  const over = remainder(from, to, data.parts);
  const listed = rest.slice(0, 12).map((p) => `${p.title} ${f.signed(p.points ?? 0)}`);
  if (rest.length > listed.length) listed.push(data.words.rest(rest.length - listed.length));
  const bare: Omit<Step, 'start'>[] = shown.map((part) => ({
    title: part.title,
    points: part.points ?? 0,
    tip: [part.title, f.signed(part.points ?? 0), part.note].filter(Boolean).join('\n'),
    part,
  }));
  if (rest.length) {
    const title = data.words.rest(rest.length);
    bare.push({ title, points: restPoints, tip: [`${title} ${f.signed(restPoints)}`, ...listed].join('\n') });
  }
  if (over !== 0) bare.push({ title: data.words.remainder, points: over, tip: `${data.words.remainder}\n${f.signed(over)}` });
  let at = 0;
  return bare.map((step) => {
    const start = at;
    at = clean(at + step.points);
    return { ...step, start };
  });
}

function tableParts(data: WaterfallData, from: number, to: number): [string, number | null, string | undefined][] {
  const { shown, unknown } = gather(data.parts, Infinity);
  const rest = data.parts.filter((p) => p.points !== null && !shown.includes(p));
  const over = remainder(from, to, data.parts);
  const rows = [...shown, ...rest, ...unknown].map((p): [string, number | null, string | undefined] => [
    p.title,
    p.points,
    p.why,
  ]);
  return over === 0 ? rows : [...rows, [data.words.remainder, over, undefined]];
}
