/**
 * Shares of ordered classes (stars 星级) as one full bar a row, the best class first, every part with its number. One hue from
 * dark to white, so that the order of the classes is seen in black and white too.
 */
import { max, sum } from 'd3-array';
import type { UnitId } from '../../model/unit';
import { emptyScene, type Frame } from '../frame';
import { fitText } from '../measure-text';
import { INK, tone } from '../palette';
import type { Mark, Scene } from '../scene';

export interface ShareRow {
  readonly key: string;
  /** Where the row is a unit's. */
  readonly unit?: UnitId;
  readonly name: string;
  /** By class. */
  readonly counts: readonly number[];
}

export interface ShareBarsData {
  readonly title: string;
  /** What the rows are, over their names. */
  readonly of: string;
  readonly total: string;
  /** Best first. The last is what has no class (not rated): drawn without a tone. */
  readonly classes: readonly string[];
  readonly rows: readonly ShareRow[];
}

/** Above 1: the best classes lie further apart, where most of the branches are. */
const STEEP = 1.5;

/** The tone of a class: the best is the deepest. The class of those without one is white. */
export const classTone = (at: number, classes: number): string =>
  at >= classes - 1 ? '#ffffff' : tone((1 - at / Math.max(1, classes - 1)) ** STEEP);

/** Actions: `row:<key>` (a row's name), `part:<key>:<class>` (a part of its bar). */
export function placeShareBars(data: ShareBarsData, frame: Frame): Scene {
  const { f, size, measure } = frame;
  const rows = data.rows.filter((r) => sum(r.counts) > 0);
  if (rows.length === 0) return emptyScene(frame, data.title, f.words.noData);
  const totals = rows.map((r) => f.number(sum(r.counts)));
  const names = Math.min(max(rows, (r) => measure(r.name, size)) ?? 0, frame.width * 0.3);
  const left = names + size;
  const counted = Math.max(max(totals, (t) => measure(t, size, 600)) ?? 0, measure(data.total, size * 0.9));
  const right = frame.width - counted - size * 0.6;
  const legend = legendOf(data, frame, left, right);
  const rowHeight = Math.round(size * 1.9);
  const bar = Math.round(size * 1.35);
  const small = size * 0.85;
  const marks: Mark[] = [
    ...legend.marks,
    {
      kind: 'text',
      x: frame.width - 1,
      y: legend.height - size * 0.8,
      text: data.total,
      size: size * 0.9,
      fill: INK.soft,
      anchor: 'end',
    },
  ];
  rows.forEach((row, r) => {
    const top = legend.height + r * rowHeight;
    const middle = top + rowHeight / 2;
    const all = sum(row.counts);
    const unit = row.unit === undefined ? {} : { unit: row.unit };
    marks.push(
      { kind: 'rect', hit: true, ...unit, x: 0, y: top, width: frame.width, height: rowHeight, fill: INK.pale },
      {
        ...{ kind: 'text', x: 0, y: middle, size, fill: INK.text, ...unit, key: row.key, action: `row:${row.key}` },
        text: fitText(row.name, names, size, measure),
        title: [row.name, ...said(row, data, frame)].join('\n'),
      },
    );
    let before = 0;
    row.counts.forEach((count, k) => {
      const x = left + (before / all) * (right - left);
      before += count;
      const width = left + (before / all) * (right - left) - x;
      if (count === 0) return;
      marks.push({
        ...{ kind: 'rect', x, y: middle - bar / 2, width, height: bar, ...unit },
        ...{ fill: classTone(k, data.classes.length), stroke: INK.line, strokeWidth: 0.75 },
        key: `${row.key}/${k}`,
        title: `${row.name} · ${data.classes[k] ?? ''}\n${f.number(count)} / ${f.number(all)} = ${f.share(count / all, 1)}`,
        action: `part:${row.key}:${k}`,
      });
      const text = f.number(count);
      if (measure(text, small) <= width - 4)
        marks.push({ kind: 'text', x: x + width / 2, y: middle, text, size: small, fill: INK.text, anchor: 'middle' });
    });
    marks.push({
      kind: 'text',
      x: frame.width - 1,
      y: middle,
      text: totals[r] ?? '',
      size,
      weight: 600,
      fill: INK.text,
      anchor: 'end',
    });
  });
  return {
    width: frame.width,
    height: legend.height + rows.length * rowHeight + Math.round(size * 0.4),
    title: data.title,
    marks,
    table: {
      columns: [data.of, ...data.classes, data.total],
      rows: rows.map((r, i) => [r.name, ...r.counts.map((c) => f.number(c)), totals[i] ?? '']),
    },
  };
}

const said = (row: ShareRow, data: ShareBarsData, { f }: Frame): string[] =>
  data.classes.flatMap((c, k) => (row.counts[k] ? [`${c} ${f.number(row.counts[k])}`] : []));

/** The classes in their order above the bars, in as many lines as they need. */
function legendOf(data: ShareBarsData, { size, measure }: Frame, left: number, right: number): { marks: Mark[]; height: number } {
  const small = size * 0.9;
  const swatch = size * 0.9;
  const line = Math.round(size * 1.6);
  let x = left;
  let y = line / 2;
  const marks = data.classes.flatMap((name, k): Mark[] => {
    const text = fitText(name, right - left - swatch - size, small, measure);
    const width = swatch + size * 0.4 + measure(text, small) + size * 1.2;
    if (x > left && x + width - size * 1.2 > right) {
      x = left;
      y += line;
    }
    const at = x;
    x += width;
    return [
      {
        kind: 'rect',
        x: at,
        y: y - swatch / 2,
        width: swatch,
        height: swatch,
        fill: classTone(k, data.classes.length),
        stroke: INK.line,
        strokeWidth: 0.75,
      },
      { kind: 'text', x: at + swatch + size * 0.4, y, text, size: small, fill: INK.soft },
    ];
  });
  return { marks, height: Math.round(y + line / 2 + size * 0.4) };
}
