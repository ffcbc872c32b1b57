/** Figures of anything over periods as lines, each named at its right end. Where there is no figure a line is broken. */
import { extent, max } from 'd3-array';
import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { Period } from '../../model/period';
import { dodge } from '../dodge';
import { emptyScene, type Frame } from '../frame';
import { fitText } from '../measure-text';
import { INK, unitStyle } from '../palette';
import { segment, type Mark, type Scene } from '../scene';

export interface PlainLinesData {
  readonly title: string;
  /** What the figures are, and what the lines are; '' where there is one line. */
  readonly figure: string;
  readonly of: string;
  readonly periods: readonly Period[];
  /** In the order of the periods; null: no figure. */
  readonly lines: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

/** No actions. Keys: `<line>/<period>`. */
export function placePlainLines(data: PlainLinesData, frame: Frame): Scene {
  const { f, size, measure } = frame;
  const lines = data.lines.filter((l) => l.values.some((v) => v !== null));
  if (lines.length === 0) return emptyScene(frame, data.title, f.words.noData);
  const small = size * 0.9;
  const gap = size * 1.25;
  const height = Math.max(size * 16, lines.length * gap + size * 4);
  const [top, bottom] = [size, height - size * 2.2];
  const [low = 0, high = 0] = extent(lines.flatMap((l) => l.values.filter((v) => v !== null)));
  // Lines need no zero; one value alone is held in the middle.
  const air = high > low ? (high - low) * 0.05 : 1;
  const y = scaleLinear([low - air, high + air], [bottom, top]).nice(5);
  const ticks = y.ticks(5);
  const labels = lines.map((l) => `${l.name} ${f.brief(lastOf(l.values)?.value ?? 0, 4)}`.trim());
  const labelWidth = Math.min(max(labels, (t) => measure(t, small)) ?? 0, frame.width * 0.35);
  const left = (max(ticks, (v) => measure(f.brief(v, 4), small)) ?? 0) + size;
  const right = Math.max(left + 20, frame.width - labelWidth - size * 2);
  const x = scalePoint(data.periods, [left, right]).align(1);
  const at = (p: Period | undefined): number => (p === undefined ? left : (x(p) ?? left));

  const marks: Mark[] = ticks.flatMap((v): Mark[] => [
    { kind: 'path', d: segment(left, y(v), right, y(v)), stroke: v === 0 ? INK.line : INK.grid },
    { kind: 'text', x: left - size * 0.6, y: y(v), text: f.brief(v, 4), size: small, fill: INK.soft, anchor: 'end' },
  ]);
  const widest = (max(data.periods, (p) => measure(f.periodShort(p), small)) ?? 0) + size * 0.6;
  const each = Math.max(1, Math.ceil((widest * data.periods.length) / Math.max(1, right - left)));
  data.periods.forEach((p, i) => {
    // Thinned from the last one backwards: the newest is always named.
    if ((data.periods.length - 1 - i) % each !== 0) return;
    const text = f.periodShort(p);
    marks.push({ kind: 'text', x: at(p), y: bottom + size * 1.2, text, size: small, fill: INK.soft, anchor: 'middle' });
  });

  const path = line<number | null>()
    .defined((v) => v !== null)
    .x((_, i) => at(data.periods[i]))
    .y((v) => y(v ?? 0));
  const places = dodge(
    lines.map((l) => y(lastOf(l.values)?.value ?? 0)),
    gap,
    top,
    bottom,
  );
  lines.forEach((l, n) => {
    const style = unitStyle(n);
    const dash = style.dash === undefined ? {} : { dash: style.dash };
    marks.push({ kind: 'path', d: path(l.values) ?? '', stroke: style.colour, strokeWidth: 1.75, ...dash });
    l.values.forEach((v, i) => {
      const p = data.periods[i];
      if (v === null || p === undefined) return;
      const title = `${[l.name, f.period(p)].filter(Boolean).join(' · ')}\n${data.figure} ${f.brief(v, 4)}`;
      marks.push({ kind: 'circle', x: at(p), y: y(v), r: 2.5, fill: style.colour, key: `${n}/${p}`, title });
    });
    const last = lastOf(l.values);
    const [end, place] = [y(last?.value ?? 0), places[n] ?? 0];
    const from = at(data.periods[last?.index ?? 0]) + 4;
    const labelX = right + size * 1.3;
    const text = fitText(labels[n] ?? '', labelWidth, small, measure);
    marks.push(
      { kind: 'path', d: `M${from},${end}L${right + size * 0.5},${end}L${labelX - 3},${place}`, stroke: INK.faint },
      { kind: 'text', x: labelX, y: place, text, size: small, fill: style.colour, title: labels[n] ?? '' },
    );
  });
  return {
    width: frame.width,
    height,
    title: data.title,
    marks,
    stops: { at: data.periods.map((p) => ({ value: p, x: at(p) })), top, bottom },
    table: {
      columns: [data.of === '' ? data.figure : data.of, ...data.periods.map((p) => f.period(p))],
      rows: data.lines.map((l) => [
        l.name === '' ? data.figure : l.name,
        ...l.values.map((v) => (v === null ? f.words.none.missing : f.brief(v, 4))),
      ]),
    },
  };
}

/** The newest figure of a line and its place. */
function lastOf(values: readonly (number | null)[]): { readonly value: number; readonly index: number } | null {
  for (let index = values.length - 1; index >= 0; index--) {
    const value = values[index];
    if (value !== null && value !== undefined) return { value, index };
  }
  return null;
}
