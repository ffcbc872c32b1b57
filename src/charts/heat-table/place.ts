/**
 * Indicators × units as a table whose tone says where it hurts: the darker a cell, the more was lost or the further it
 * is behind its peers. One hue, and every value is printed: the tone only guides the eye.
 */
import { max } from 'd3-array';
import type { NoValue } from '../../i18n/format';
import type { UnitId } from '../../model/unit';
import { emptyScene, type Frame } from '../frame';
import { fitText } from '../measure-text';
import { INK, tone } from '../palette';
import { segment, type Mark, type Scene } from '../scene';

export interface HeatCell {
  /** What is printed; for a cell without a value its `none` decides. */
  readonly text: string;
  readonly value: number | null;
  readonly points: number | null;
  readonly none?: NoValue;
  /** A further line of the tooltip: numerator and denominator, the period it is carried from, … */
  readonly note?: string;
}

export interface HeatRow {
  readonly indicator: string;
  readonly title: string;
  /** Heads a group of rows whenever it changes. */
  readonly section?: string;
  readonly full: number;
  readonly better: 'higher' | 'lower' | 'neither';
  readonly mean: number | null;
  /** In the order of `units`. */
  readonly cells: readonly HeatCell[];
  /** In the order of `extras`: peer mean, best, target as they are printed. */
  readonly extras: readonly string[];
}

export interface HeatTableData {
  readonly title: string;
  readonly units: readonly { readonly unit: UnitId; readonly name: string }[];
  readonly rows: readonly HeatRow[];
  readonly extras: readonly string[];
  /** lost: tone is the share of full marks lost. mean: tone is the distance behind the peer mean, with ▲ and ▼. */
  readonly by: 'lost' | 'mean';
}

/**
 * How far behind, 0 to 1 of the darkest tone. `mean` measures a row by its own widest distance, but by no less than a
 * tenth of the mean, so that a row in which all are close stays pale. null: nothing to say.
 */
export function behind(cell: HeatCell, row: HeatRow, by: HeatTableData['by']): number | null {
  if (by === 'lost') return cell.points === null || row.full <= 0 ? null : 1 - cell.points / row.full;
  const distance = ahead(cell, row);
  if (distance === null) return null;
  const widest = max(row.cells, (c) => Math.abs(ahead(c, row) ?? 0)) ?? 0;
  const scale = Math.max(widest, Math.abs(row.mean ?? 0) / 10);
  return scale === 0 ? 0 : Math.max(0, -distance / scale);
}

/** Distance before (+) or behind (−) the mean in the direction that is better. */
function ahead(cell: HeatCell, row: HeatRow): number | null {
  if (cell.value === null || row.mean === null || row.better === 'neither') return null;
  return (cell.value - row.mean) * (row.better === 'lower' ? -1 : 1);
}

/** Actions: `unit:<unit>` (head), `indicator:<id>` (row title), `cell:<unit>:<indicator>`. Wider than the frame where it must be. */
export function placeHeatTable(data: HeatTableData, frame: Frame): Scene {
  const { f, size, measure } = frame;
  if (!data.units.length || !data.rows.length) return emptyScene(frame, data.title, f.words.noData);

  const columns = data.units.length + data.extras.length;
  const titleWidth = Math.min(max(data.rows, (r) => measure(r.title, size)) ?? 0, frame.width * 0.3) + size;
  const widestText = max(data.rows, (r) => max([...r.cells.map((c) => c.text), ...r.extras], (t) => measure(t, size))) ?? 0;
  // Room for the longest text with its ▲; beyond 8.5 em a cell only gets emptier.
  const least = Math.max(size * 4.4, widestText + size * 2);
  const cell = Math.max(least, Math.min(size * 8.5, (frame.width - titleWidth) / columns));
  const rowHeight = Math.round(size * 2);
  const head = Math.round(size * 3.2);
  const left = (i: number) => titleWidth + i * cell + (i >= data.units.length ? size * 0.6 : 0);
  const width = Math.max(frame.width, left(columns - 1) + cell);
  const marks: Mark[] = [];

  data.units.forEach((u, i) => {
    const title = { unit: u.unit, key: u.unit, title: u.name, action: `unit:${u.unit}` };
    marks.push(...headText(u.name, left(i) + cell / 2, cell - 4, head, frame, INK.text, title));
  });
  data.extras.forEach((name, i) => {
    marks.push(...headText(name, left(data.units.length + i) + cell / 2, cell - 4, head, frame, INK.soft, {}));
  });
  marks.push({ kind: 'path', d: segment(0, head - 0.5, left(columns - 1) + cell, head - 0.5), stroke: INK.line });

  let y = head;
  let section: string | undefined;
  for (const row of data.rows) {
    if (row.section !== undefined && row.section !== section) {
      section = row.section;
      marks.push({ kind: 'text', x: 0, y: y + rowHeight * 0.6, text: section, size: size * 0.9, weight: 600, fill: INK.soft });
      y += rowHeight;
    }
    const middle = y + rowHeight / 2;
    const full = `${f.words.full} ${f.brief(row.full)}`;
    marks.push({
      kind: 'text',
      x: 0,
      y: middle,
      text: fitText(row.title, titleWidth - size + 0.5, size, measure),
      size,
      fill: INK.text,
      key: `/${row.indicator}`,
      title: `${row.title}\n${full}`,
      action: `indicator:${row.indicator}`,
    });
    row.cells.forEach((c, i) => {
      const u = data.units[i];
      if (u) marks.push(...drawCell(c, row, u, left(i), y, cell, rowHeight));
    });
    row.extras.forEach((text, i) => {
      const x = left(data.units.length + i) + cell - size * 1.2;
      marks.push({ kind: 'text', x, y: middle, text, size, fill: INK.soft, anchor: 'end' });
    });
    y += rowHeight;
    marks.push({ kind: 'path', d: segment(0, y - 0.5, left(columns - 1) + cell, y - 0.5), stroke: INK.grid });
  }
  marks.push(...legend(data.by, y, frame));

  return {
    width,
    height: y + size * 2.4,
    title: data.title,
    marks,
    table: {
      columns: [f.words.indicator, ...data.units.map((u) => u.name), ...data.extras],
      rows: data.rows.map((r) => [r.title, ...r.cells.map(textOf), ...r.extras]),
    },
  };

  function textOf(c: HeatCell): string {
    return c.none ? f.words.none[c.none] : c.text;
  }

  function drawCell(
    c: HeatCell,
    row: HeatRow,
    u: HeatTableData['units'][number],
    x: number,
    top: number,
    w: number,
    h: number,
  ): Mark[] {
    const level = behind(c, row, data.by);
    const distance = data.by === 'mean' ? ahead(c, row) : null;
    const text = textOf(c);
    const points = c.points === null ? '' : `${f.points(c.points)} / ${f.points(row.full)}`;
    const drawn: Mark[] = [
      {
        kind: 'rect',
        x: x + 1,
        y: top + 1,
        width: w - 2,
        height: h - 2,
        // Most marks are won: by the root, small losses are told apart too.
        fill: level === null ? INK.paper : tone(data.by === 'lost' ? Math.sqrt(Math.max(0, level)) : level),
        key: `${u.unit}/${row.indicator}`,
        unit: u.unit,
        title: [`${u.name} · ${row.title}`, [text, points].filter(Boolean).join(' · '), c.note].filter(Boolean).join('\n'),
        action: `cell:${u.unit}:${row.indicator}`,
      },
      {
        kind: 'text',
        x: x + w - size * 1.2,
        y: top + h / 2,
        text,
        size,
        fill: c.none && level === null ? INK.soft : INK.text,
        anchor: 'end',
      },
    ];
    // Closer than what is printed is neither before nor behind.
    if (distance !== null && Math.abs(distance) > Math.abs(row.mean ?? 0) * 1e-4)
      drawn.push({
        kind: 'text',
        x: x + w - size * 0.95,
        y: top + h / 2,
        text: distance > 0 ? '▲' : '▼',
        size: size * 0.6,
        fill: INK.soft,
      });
    return drawn;
  }
}

/** A head in one line, or in two where it does not fit, cut only when two do not suffice. */
function headText(
  text: string,
  x: number,
  width: number,
  head: number,
  { size, measure }: Frame,
  fill: string,
  touch: Partial<Pick<Mark, 'unit' | 'key' | 'title' | 'action'>>,
): Mark[] {
  const one = measure(text, size, 600) <= width;
  const characters = [...text];
  const half = text.includes(' ') ? text.indexOf(' ', text.length / 3) : Math.ceil(characters.length / 2);
  const rows = one || half < 1 ? [text] : [characters.slice(0, half).join(''), characters.slice(half).join('').trim()];
  return rows.map((row, i) => ({
    kind: 'text',
    x,
    y: head - size * (0.9 + (rows.length - 1 - i) * 1.2),
    text: fitText(row, width, size, measure, 600),
    size,
    weight: 600,
    fill,
    anchor: 'middle',
    ...(i === 0
      ? touch
      : {
          ...(touch.unit && { unit: touch.unit }),
          ...(touch.key && { key: touch.key }),
          ...(touch.title && { title: touch.title }),
        }),
  }));
}

/** Five steps of tone and the sentence that reads them. */
function legend(by: HeatTableData['by'], y: number, { f, size }: Frame): Mark[] {
  const box = size * 1.1;
  const steps = [0, 0.25, 0.5, 0.75, 1];
  return [
    ...steps.map<Mark>((t, i) => ({
      kind: 'rect',
      x: i * (box + 2) + 0.5,
      y: y + size * 0.8,
      width: box,
      height: size * 0.9,
      fill: tone(t),
      stroke: INK.faint,
    })),
    {
      kind: 'text',
      x: steps.length * (box + 2) + size * 0.4,
      y: y + size * 1.25,
      text: f.words.legend[by],
      size: size * 0.9,
      fill: INK.soft,
    },
  ];
}
