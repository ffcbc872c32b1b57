/**
 * Totals or ranks over all periods as lines: named at their right ends instead of a legend, the chosen ones in their
 * colours, the others grey. Ranks have the first place on top. Where a unit has no figure its line is broken.
 */
import { extent, max } from 'd3-array';
import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { Period } from '../../model/period';
import type { UnitId } from '../../model/unit';
import { dodge } from '../dodge';
import { emptyScene, type Frame } from '../frame';
import { fitText } from '../measure-text';
import { INK, type UnitStyle } from '../palette';
import { segment, type Lit, type Mark, type Scene } from '../scene';

export interface TrendPoint {
  readonly value: number;
  /** A further line of the tooltip. */
  readonly note?: string;
}

export interface TrendLine {
  readonly unit: UnitId;
  readonly name: string;
  readonly style: UnitStyle;
  /** In the order of the periods; null: no figure. */
  readonly points: readonly (TrendPoint | null)[];
}

export interface TrendData {
  readonly title: string;
  readonly periods: readonly Period[];
  readonly measure: 'total' | 'rank';
  readonly lines: readonly TrendLine[];
  /** Drawn in colour; none: all are. Who is only pointed at lights up by itself and is none of these. */
  readonly selected: readonly UnitId[];
  /** The period the screen is at. */
  readonly at?: Period;
  /** Pixels; by default as high as the labels need. */
  readonly height?: number;
  /** Lines drawn at most, 60 by default: the selected, then the first given. The table has all. */
  readonly most?: number;
  /** Said below where some lines are not drawn. */
  readonly more?: (n: number) => string;
}

/** Actions: `unit:<unit>` (label), `point:<unit>:<period>`. Keys: `<unit>`, `<unit>/<period>`. */
export function placeTrend(data: TrendData, frame: Frame): Scene {
  const { f, size, measure } = frame;
  const all = data.lines.filter((l) => l.points.some((p) => p !== null));
  const lines = firstOf(all, data);
  if (!lines.length || !data.periods.length) return emptyScene(frame, data.title, f.words.noData);

  const small = size * 0.9;
  const lineGap = size * 1.25;
  const height = data.height ?? Math.max(size * 18, lines.length * lineGap + size * 4);
  const top = size;
  const bottom = height - size * 2.2;
  const write = (v: number) => (data.measure === 'rank' ? f.brief(v) : f.points(v));

  const values = lines.flatMap((l) => l.points.flatMap((p) => (p ? [p.value] : [])));
  const y = vertical(values, data.measure, top, bottom);
  const ticks = (data.measure === 'rank' ? rankTicks(y.domain(), (bottom - top) / lineGap) : y.ticks(5)).map((v) => ({
    v,
    text: f.brief(v),
  }));

  // A line that ended early says when: its last figure is not today's.
  const labelOf = (l: TrendLine) => {
    const ended = data.periods[lastIndex(l)];
    const early = ended && lastIndex(l) < data.periods.length - 1 ? ` (${f.periodShort(ended)})` : '';
    return `${l.name} ${write(lastOf(l)?.value ?? 0)}${early}`;
  };
  const labels = lines.map(labelOf);
  const labelWidth = Math.min(max(labels, (t) => measure(t, small, 600)) ?? 0, frame.width * 0.35);
  const left = (max(ticks, (t) => measure(t.text, small)) ?? 0) + size;
  const right = Math.max(left + 20, frame.width - labelWidth - size * 1.6);
  const x = scalePoint(data.periods, [left, right]).align(1);
  const at = (p: Period) => x(p) ?? left;
  const chosen = (unit: UnitId) => data.selected.length === 0 || data.selected.includes(unit);

  const marks: Mark[] = [
    ...ticks.flatMap<Mark>(({ v, text }) => [
      { kind: 'path', d: segment(left, y(v), right, y(v)), stroke: INK.grid },
      { kind: 'text', x: left - size * 0.6, y: y(v), text, size: small, fill: INK.soft, anchor: 'end' },
    ]),
    ...periodLabels(data.periods, at, bottom + size * 1.2, frame),
  ];
  if (data.at && data.periods.includes(data.at))
    marks.push({ kind: 'path', d: segment(at(data.at), top - size / 2, at(data.at), bottom), stroke: INK.line, dash: '2 3' });

  // Chosen lines are drawn last, above the grey ones.
  const path = line<readonly [number, number] | null>()
    .defined((p) => p !== null)
    .x((p) => p?.[0] ?? 0)
    .y((p) => p?.[1] ?? 0);
  const inOrder = [...lines].sort((a, b) => Number(chosen(a.unit)) - Number(chosen(b.unit)));
  for (const l of inOrder) {
    const spots = data.periods.map((p, i) => {
      const point = l.points[i];
      return point ? ([at(p), y(point.value)] as const) : null;
    });
    const strong = data.selected.length > 0 && chosen(l.unit);
    const colour = chosen(l.unit) ? l.style.colour : INK.faint;
    const d = path(spots) ?? '';
    const dash = l.style.dash && chosen(l.unit) ? { dash: l.style.dash } : {};
    const lit: Lit = { stroke: l.style.colour, strokeWidth: 2.5, ...(l.style.dash && { dash: l.style.dash }) };
    marks.push({ kind: 'path', d, stroke: colour, strokeWidth: strong ? 2.5 : 1.5, unit: l.unit, ...dash, lit });
    marks.push({ kind: 'path', d, stroke: colour, strokeWidth: 12, hit: true, key: l.unit, unit: l.unit, title: l.name });
    data.periods.forEach((p, i) => {
      const point = l.points[i];
      const spot = spots[i];
      if (!point || !spot) return;
      const figure = data.measure === 'rank' ? f.rank(point.value) : `${f.words.total} ${f.points(point.value)}`;
      marks.push({
        kind: 'circle',
        x: spot[0],
        y: spot[1],
        // A figure alone between gaps has no line: its dot must show.
        r: strong ? 3 : alone(spots, i) || point === lastOf(l) ? 2.5 : 1.5,
        fill: colour,
        lit: { fill: l.style.colour, r: 3 },
        key: `${l.unit}/${p}`,
        unit: l.unit,
        title: [`${l.name} · ${f.period(p)}`, figure, point.note].filter(Boolean).join('\n'),
        action: `point:${l.unit}:${p}`,
      });
    });
  }
  marks.push(...endLabels());
  let written: string[][] | undefined;
  const undrawn = all.length - lines.length;
  const said = undrawn > 0 && data.more ? fitText(data.more(undrawn), frame.width, small, measure) : '';
  if (said) marks.push({ kind: 'text', x: 0, y: height + small * 0.6, text: said, size: small, fill: INK.soft });

  return {
    width: frame.width,
    height: height + (said ? size * 1.5 : 0),
    title: data.title,
    marks,
    stops: { at: data.periods.map((p) => ({ value: p, x: at(p) })), top, bottom },
    table: {
      columns: [f.words.unit, ...data.periods.map((p) => f.period(p))],
      // Written when it is asked for: thousands of figures would keep the picture waiting.
      get rows() {
        return (written ??= data.lines.map((l) => [
          l.name,
          ...data.periods.map((_, i) => {
            const point = l.points[i];
            return point ? write(point.value) : f.words.none.missing;
          }),
        ]));
      },
    },
  };

  /** Names at the right; with too little height for all, the chosen ones only. */
  function endLabels(): Mark[] {
    const room = Math.floor((bottom - top) / lineGap) + 1;
    const shown = lines.length <= room ? lines : lines.filter((l) => data.selected.includes(l.unit)).slice(0, room);
    const ends = shown.map((l) => y(lastOf(l)?.value ?? 0));
    const places = dodge(ends, lineGap, top, bottom);
    return shown.flatMap<Mark>((l, i) => {
      const end = ends[i] ?? 0;
      const place = places[i] ?? end;
      const lastPeriod = data.periods[lastIndex(l)];
      const from = (lastPeriod ? at(lastPeriod) : right) + 4;
      const early = from < right ? { dash: '1 4' } : {};
      const text = fitText(labelOf(l), labelWidth, small, measure, 600);
      const colour = chosen(l.unit) ? l.style.colour : INK.soft;
      const labelX = right + size * 1.3;
      return [
        {
          kind: 'path',
          ...early,
          d: `M${from},${end}L${right + size * 0.5},${end}L${labelX - 3},${place}`,
          stroke: INK.faint,
          unit: l.unit,
        },
        {
          kind: 'text',
          x: labelX,
          y: place,
          text,
          size: small,
          weight: data.selected.includes(l.unit) ? 600 : 400,
          fill: colour,
          lit: { fill: l.style.colour, weight: 600 },
          key: l.unit,
          unit: l.unit,
          title: labelOf(l),
          action: `unit:${l.unit}`,
        },
      ];
    });
  }
}

/** The lines that are drawn, in the order given: more than can be told apart only make the picture slow. */
function firstOf(lines: readonly TrendLine[], { selected, most = 60 }: TrendData): readonly TrendLine[] {
  if (lines.length <= most) return lines;
  const chosen = new Set(selected);
  const kept = new Set(lines.filter((l) => chosen.has(l.unit)).slice(0, most));
  for (const l of lines) if (kept.size < most) kept.add(l);
  return lines.filter((l) => kept.has(l));
}

/** Where a line's newest figure is; lines have at least one. */
const lastIndex = (l: TrendLine): number => l.points.reduce((last, p, i) => (p === null ? last : i), 0);

const lastOf = (l: TrendLine): TrendPoint | null => l.points[lastIndex(l)] ?? null;

const alone = (spots: readonly (readonly [number, number] | null)[], i: number): boolean => !spots[i - 1] && !spots[i + 1];

/** Lines need no zero: the axis holds the values with a little air; one value alone is held in the middle. */
function vertical(values: readonly number[], kind: TrendData['measure'], top: number, bottom: number) {
  const [low = 0, high = 0] = extent(values);
  if (kind === 'rank') return scaleLinear([0.5, Math.max(1, high) + 0.5], [top, bottom]);
  const air = high > low ? (high - low) * 0.05 : 1;
  return scaleLinear([low - air, high + air], [bottom, top]).nice(5);
}

/** Whole ranks from 1, every one or every few, so that labels keep apart. */
function rankTicks([, end = 1]: readonly number[], room: number): number[] {
  const last = Math.floor(end);
  const step = Math.max(1, Math.ceil(last / Math.max(1, room)));
  return Array.from({ length: Math.floor((last - 1) / step) + 1 }, (_, i) => 1 + i * step);
}

/** Names of periods under the axis, thinned from the last one backwards: the newest is always named. */
function periodLabels(periods: readonly Period[], at: (p: Period) => number, y: number, { f, size, measure }: Frame): Mark[] {
  const small = size * 0.9;
  const widest = (max(periods, (p) => measure(f.periodShort(p), small)) ?? 0) + size * 0.6;
  const [a, b] = periods;
  const step = a && b ? Math.max(1, Math.ceil(widest / Math.max(1, at(b) - at(a)))) : 1;
  return periods
    .filter((_, i) => (periods.length - 1 - i) % step === 0)
    .map((p) => ({ kind: 'text', x: at(p), y, text: f.periodShort(p), size: small, fill: INK.soft, anchor: 'middle' }));
}
