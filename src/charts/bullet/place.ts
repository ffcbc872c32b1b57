/** Bullets: one unit's shares as bars, each with a mark where its peers' mean lies. For small places on papers. */
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { emptyScene, type Frame } from '../frame';
import { fitText } from '../measure-text';
import { INK, tone } from '../palette';
import { segment, type Mark, type Scene } from '../scene';

export interface BulletData {
  readonly title: string;
  readonly own: string;
  readonly mean: string;
  /** Shares of 1; null: no figure. */
  readonly rows: readonly { readonly name: string; readonly share: number | null; readonly mean: number | null }[];
}

/** No actions. Keys: the number of the row. */
export function placeBullet(data: BulletData, frame: Frame): Scene {
  const { f, size, measure, width } = frame;
  if (!data.rows.some((r) => r.share !== null)) return emptyScene(frame, data.title, f.words.noData);
  const write = (v: number | null): string => (v === null ? f.words.none.missing : f.share(v, 1));
  const small = size * 0.85;
  const names = Math.min(max(data.rows, (r) => measure(r.name, size)) ?? 0, width * 0.4);
  const figures = max(data.rows, (r) => measure(write(r.share), size)) ?? 0;
  const left = names + size * 0.8;
  const x = scaleLinear([0, 1], [left, width - figures - size]).clamp(true);
  const rowHeight = size * 2;
  const top = size * 1.4;
  const bar = size * 0.9;
  const rows = data.rows.flatMap((r, i): Mark[] => {
    const y = top + i * rowHeight + rowHeight / 2;
    const key = String(i);
    return [
      { kind: 'text', key, x: 0, y, text: fitText(r.name, names, size, measure), size, fill: INK.text },
      { kind: 'rect', key, x: left, y: y - bar / 2, width: x(1) - left, height: bar, fill: INK.pale },
      ...(r.share === null
        ? []
        : [{ kind: 'rect', key, x: left, y: y - bar / 2, width: x(r.share) - left, height: bar, fill: tone(1) } satisfies Mark]),
      ...(r.mean === null
        ? []
        : [{ kind: 'path', key, d: segment(x(r.mean), y - bar * 0.8, x(r.mean), y + bar * 0.8), stroke: INK.text, strokeWidth: 2 } satisfies Mark]), // prettier-ignore
      { kind: 'text', key, x: width, y, text: write(r.share), size, fill: INK.text, anchor: 'end' },
    ];
  });
  return {
    width,
    height: top + data.rows.length * rowHeight + size * 0.5,
    title: data.title,
    marks: [
      { kind: 'path', d: segment(left, size * 0.3, left, size * 1.1), stroke: INK.text, strokeWidth: 2 },
      { kind: 'text', x: left + 6, y: size * 0.7, text: data.mean, size: small, fill: INK.soft },
      ...rows,
    ],
    table: {
      columns: [f.words.indicator, data.own, data.mean],
      rows: data.rows.map((r) => [r.name, write(r.share), write(r.mean)]),
    },
  };
}
