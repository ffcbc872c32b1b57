/** Figures of anything as bars from zero, the largest first, each with its name and its figure. */
import { extent, max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { emptyScene, type Frame } from '../frame';
import { fitText } from '../measure-text';
import { INK, tone } from '../palette';
import { segment, type Mark, type Scene } from '../scene';

export interface PlainBarsData {
  readonly title: string;
  /** What the names and the figures are. */
  readonly of: string;
  readonly figure: string;
  /** null: no figure; it stands last, with the words for none. */
  readonly rows: readonly { readonly name: string; readonly value: number | null }[];
}

/** No actions. Keys: the number of the row in `data.rows`. */
export function placePlainBars(data: PlainBarsData, frame: Frame): Scene {
  const { f, size, measure } = frame;
  if (!data.rows.some((r) => r.value !== null)) return emptyScene(frame, data.title, f.words.noData);
  const write = (v: number | null): string => (v === null ? f.words.none.missing : f.brief(v, 4));
  const rows = data.rows
    .map((row, i) => ({ ...row, key: String(i), text: write(row.value) }))
    .sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity));
  const names = Math.min(max(rows, (r) => measure(r.name, size)) ?? 0, frame.width * 0.35);
  const figures = max(rows, (r) => measure(r.text, size)) ?? 0;
  const [low = 0, high = 0] = extent(rows, (r) => r.value ?? 0);
  // Figures below zero stand left of their bars, and need room there.
  const left = names + size + (low < 0 ? figures + 6 : 0);
  const right = Math.max(left + 20, frame.width - figures - 8);
  const x = scaleLinear([Math.min(0, low), Math.max(0, high)], [left, right]);
  const rowHeight = Math.round(size * 1.8);
  const bar = Math.round(size * 1.15);
  const height = rows.length * rowHeight;
  const marks: Mark[] = rows.flatMap((r, i): Mark[] => {
    const y = i * rowHeight + rowHeight / 2;
    const end = x(r.value ?? 0);
    const below = (r.value ?? 0) < 0;
    const said = `${r.name}\n${data.figure} ${r.text}`;
    return [
      { kind: 'rect', hit: true, key: r.key, x: 0, y: y - rowHeight / 2, width: frame.width, height: rowHeight, fill: INK.pale },
      { kind: 'text', key: r.key, x: 0, y, text: fitText(r.name, names, size, measure), size, fill: INK.text, title: said },
      {
        ...{ kind: 'rect', key: r.key, x: Math.min(x(0), end), y: y - bar / 2, width: Math.abs(end - x(0)), height: bar },
        ...{ fill: tone(1), title: said },
      },
      {
        ...{ kind: 'text', key: r.key, x: end + (below ? -6 : 6), y, text: r.text, size, fill: INK.text },
        anchor: below ? 'end' : 'start',
      },
    ];
  });
  marks.push({ kind: 'path', d: segment(x(0), 0, x(0), height), stroke: INK.line });
  return {
    width: frame.width,
    height,
    title: data.title,
    marks,
    table: { columns: [data.of, data.figure], rows: rows.map((r) => [r.name, r.text]) },
  };
}
