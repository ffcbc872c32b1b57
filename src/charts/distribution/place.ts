/**
 * How figures of many (points of branches 得分) are spread, a row for each unit on one scale: from least to greatest a line, the
 * middle half a box, the median a stroke. A few are dots each. The lines that decide (star lines 星级线) stand across all rows.
 */
import { extent, mean } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { UnitId } from '../../model/unit';
import { emptyScene, type Frame } from '../frame';
import { fitText } from '../measure-text';
import { INK, tone } from '../palette';
import { segment, type Mark, type Scene } from '../scene';

export interface DistributionRow {
  readonly key: string;
  readonly unit?: UnitId;
  readonly name: string;
  /** In rising order; none: the row says that there are none. */
  readonly values: Float64Array;
}

export interface DistributionData {
  readonly title: string;
  readonly of: string;
  readonly rows: readonly DistributionRow[];
  readonly lines: readonly { readonly at: number; readonly title: string }[];
  readonly words: Readonly<Record<'count' | 'least' | 'lower' | 'median' | 'upper' | 'greatest' | 'mean', string>>;
}

/** Up to so many are drawn one by one. */
const DOTS = 12;

/** Quartiles by linear interpolation between neighbours (the common "type 7"). */
export function fiveOf(values: Float64Array): readonly [number, number, number, number, number] {
  const at = (p: number): number => {
    const place = p * (values.length - 1);
    const [below = NaN, above = below] = values.subarray(Math.floor(place), Math.floor(place) + 2);
    return below + (above - below) * (place - Math.floor(place));
  };
  return [at(0), at(0.25), at(0.5), at(0.75), at(1)];
}

/** Actions: `row:<key>`. */
export function placeDistribution(data: DistributionData, frame: Frame): Scene {
  const { f, size, measure } = frame;
  const [low, high] = extent([
    ...data.rows.flatMap((r) => (r.values.length > 0 ? [r.values[0]!, r.values[r.values.length - 1]!] : [])),
    ...data.lines.map((l) => l.at),
  ]);
  if (low === undefined || high === undefined || data.rows.every((r) => r.values.length === 0))
    return emptyScene(frame, data.title, f.words.noData);
  const small = size * 0.85;
  const names = Math.min(Math.max(...data.rows.map((r) => measure(r.name, size))), frame.width * 0.3);
  const counts = Math.max(...data.rows.map((r) => measure(f.number(r.values.length), size)), measure(data.words.count, small));
  const left = names + size * 1.5;
  const right = frame.width - counts - size * 1.5;
  const spread = high - low || Math.max(1, Math.abs(high));
  const x = scaleLinear([low - spread * 0.03, high + spread * 0.03], [left, right]);
  const rowHeight = Math.round(size * 1.9);
  const head = Math.round(size * 2.6);
  const bottom = head + data.rows.length * rowHeight;
  const marks: Mark[] = [];

  for (const tick of x.ticks(Math.max(2, Math.round((right - left) / (size * 7))))) {
    marks.push({ kind: 'path', d: segment(x(tick), head, x(tick), bottom), stroke: INK.grid, strokeWidth: 1 });
    marks.push({
      kind: 'text',
      x: x(tick),
      y: bottom + size,
      text: f.brief(tick),
      size: small,
      fill: INK.soft,
      anchor: 'middle',
    });
  }
  // A line's name is left out where it would lie on the one before.
  let free = -Infinity;
  for (const line of [...data.lines].sort((a, b) => a.at - b.at)) {
    const at = x(line.at);
    const half = measure(line.title, small) / 2;
    marks.push({ kind: 'path', d: segment(at, head - size * 0.4, at, bottom), stroke: INK.line, strokeWidth: 1, dash: '4 3' });
    if (at - half < free || at + half > frame.width || at - half < 0) continue;
    marks.push({ kind: 'text', x: at, y: size * 1.2, text: line.title, size: small, fill: INK.soft, anchor: 'middle' });
    free = at + half + size * 0.5;
  }
  const countHead = frame.width - 1 - measure(data.words.count, small);
  if (free < countHead)
    marks.push({
      kind: 'text',
      x: frame.width - 1,
      y: size * 1.2,
      text: data.words.count,
      size: small,
      fill: INK.soft,
      anchor: 'end',
    });

  data.rows.forEach((row, r) => {
    const y = head + r * rowHeight + rowHeight / 2;
    const unit = row.unit === undefined ? {} : { unit: row.unit };
    const n = row.values.length;
    const [least, lower, median, upper, greatest] = fiveOf(row.values);
    const say = (name: keyof DistributionData['words'], v: number) => `${data.words[name]} ${f.points(v)}`;
    const title =
      n === 0
        ? `${row.name}\n${f.words.noData}`
        : [
            row.name,
            `${data.words.count} ${f.number(n)}`,
            say('greatest', greatest),
            say('upper', upper),
            say('median', median),
            say('lower', lower),
            say('least', least),
            say('mean', mean(row.values) ?? NaN),
          ].join('\n');
    marks.push(
      {
        kind: 'rect',
        hit: true,
        ...unit,
        key: row.key,
        title,
        x: 0,
        y: y - rowHeight / 2,
        width: frame.width,
        height: rowHeight,
        fill: INK.pale,
      },
      {
        kind: 'text',
        x: 0,
        y,
        text: fitText(row.name, names, size, measure),
        size,
        fill: INK.text,
        ...unit,
        key: row.key,
        title,
        action: `row:${row.key}`,
      },
      { kind: 'text', x: frame.width - 1, y, text: f.number(n), size, fill: INK.text, anchor: 'end' },
    );
    if (n === 0) {
      marks.push({
        kind: 'text',
        x: left,
        y,
        text: fitText(f.words.noData, right - left, small, measure),
        size: small,
        fill: INK.soft,
      });
      return;
    }
    if (n <= DOTS) {
      for (const v of row.values)
        marks.push({ kind: 'circle', x: x(v), y, r: size * 0.28, fill: INK.paper, stroke: INK.soft, strokeWidth: 1.25 });
      return;
    }
    const box = Math.round(size * 0.95);
    marks.push(
      { kind: 'path', d: segment(x(least), y, x(greatest), y), stroke: INK.soft, strokeWidth: 1 },
      {
        kind: 'rect',
        x: x(lower),
        y: y - box / 2,
        width: Math.max(1, x(upper) - x(lower)),
        height: box,
        fill: tone(0.55),
        stroke: INK.soft,
        strokeWidth: 1,
      },
      { kind: 'path', d: segment(x(median), y - box / 2, x(median), y + box / 2), stroke: INK.text, strokeWidth: 2 },
    );
  });
  const columns = ['count', 'least', 'lower', 'median', 'upper', 'greatest', 'mean'] as const;
  return {
    width: frame.width,
    height: bottom + Math.round(size * 1.8),
    title: data.title,
    marks,
    table: {
      columns: [data.of, ...columns.map((c) => data.words[c])],
      rows: data.rows.map((r) => {
        const [least, lower, median, upper, greatest] = fiveOf(r.values);
        const figures = [least, lower, median, upper, greatest, mean(r.values) ?? NaN];
        return [
          r.name,
          f.number(r.values.length),
          ...figures.map((v) => (r.values.length === 0 ? f.words.none.missing : f.points(v))),
        ];
      }),
    },
  };
}
