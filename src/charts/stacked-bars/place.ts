/**
 * The ranking as bars: one row per unit, stacked by the scheme's sections, so that rank, total and where the marks
 * were won and lost are seen at once. Sections are named once, in a strip above that has their full marks as widths.
 */
import { max, min } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { UnitId } from '../../model/unit';
import { emptyScene, type Frame } from '../frame';
import { fitText } from '../measure-text';
import { INK, sectionTint } from '../palette';
import { segment, type Mark, type Scene } from '../scene';

export interface BarSection {
  readonly id: string;
  readonly title: string;
  /** 分值, in points of the total. */
  readonly full: number;
}

export interface BarRow {
  readonly unit: UnitId;
  readonly name: string;
  /** null: not ranked; `note` says why. */
  readonly rank: number | null;
  readonly tied: boolean;
  /** Ranks gained since the period before; null: no rank then; absent: not shown. */
  readonly gained?: number | null;
  readonly total: number | null;
  /** Points per section in the order of `sections`; null: nothing in it was due or applied. `full` after re-weighting. */
  readonly parts: readonly { readonly points: number | null; readonly full: number }[];
  readonly note?: string;
}

export interface StackedBarsData {
  readonly title: string;
  readonly sections: readonly BarSection[];
  /** In the order to be shown. */
  readonly rows: readonly BarRow[];
  /** stacked: parts end to end, what was lost behind them. columns: every part begins where its section does. */
  readonly layout: 'stacked' | 'columns';
  /** Rows drawn at most, the first; 100 by default. The table has all. */
  readonly most?: number;
  /** Drawn wherever it stands. */
  readonly kept?: UnitId | null;
  /** Said below where some rows are not drawn. */
  readonly more?: (n: number) => string;
}

/**
 * Actions: `unit:<unit>` (name), `total:<unit>` (total), `section:<unit>:<section>` (a part). Keys: `<unit>` and
 * `<unit>/<section>`. Widths are points on one axis from 0 (below 0 where deductions lead there) to the full marks.
 */
export function placeStackedBars(data: StackedBarsData, frame: Frame): Scene {
  const { f, size, measure } = frame;
  if (!data.rows.length || !data.sections.length) return emptyScene(frame, data.title, f.words.noData);

  const all = data.rows;
  const { most = 100 } = data;
  const rows = all.filter((r, i) => i < most || r.unit === data.kept);

  // Columns of text take what their longest text needs; the bars get the rest.
  const widest = (texts: readonly string[], weight: 400 | 600 = 400) => max(texts, (t) => measure(t, size, weight)) ?? 0;
  const gap = size * 0.7;
  const ranks = rows.map((r) => (r.rank === null ? '' : f.brief(r.rank) + (r.tied ? '=' : '')));
  const changes = rows.map((r) => (r.gained === undefined ? '' : f.change(r.gained)));
  const totals = rows.map((r) => (r.total === null ? '' : f.points(r.total)));
  const rankEnd = widest(ranks) + 2;
  const nameStart = rankEnd + gap;
  const nameWidth = Math.min(widest(rows.map((r) => r.name)) + 1, frame.width * 0.25);
  const changeEnd = nameStart + nameWidth + (changes.some(Boolean) ? gap + widest(changes) : 0);
  const left = changeEnd + gap;
  const right = Math.max(left + 40, frame.width - widest(totals, 600) - gap);

  // The axis holds every bar, also of a unit with bonus points or less than nothing.
  const full = data.sections.reduce((s, x) => s + x.full, 0);
  const ends = rows.map((r) => extent(r));
  const scale = scaleLinear(
    [min(ends, (e) => Math.min(0, e.low)) ?? 0, Math.max(full, max(ends, (e) => e.high) ?? 0)],
    [left, right],
  );
  const zero = scale(0);

  const rowHeight = Math.round(size * 2.1);
  const bar = Math.round(size * 1.3);
  const head = Math.round(size * 2.4);
  const bottom = head + rows.length * rowHeight;
  const marks: Mark[] = [...header(data.sections, scale, head, frame)];

  for (const tick of scale.ticks(5)) {
    const x = scale(tick);
    marks.push(
      { kind: 'path', d: segment(x, head, x, bottom), stroke: INK.grid },
      tickLabel(x, bottom + size, f.brief(tick), size),
    );
  }

  rows.forEach((row, r) => {
    const top = head + r * rowHeight;
    const y = top + rowHeight / 2;
    const { unit } = row;
    const text = { kind: 'text', y, size, fill: INK.text } as const;
    marks.push({
      kind: 'rect',
      hit: true,
      unit,
      key: unit,
      x: 0,
      y: top,
      width: frame.width,
      height: rowHeight,
      fill: INK.pale,
    });
    if (ranks[r]) marks.push({ ...text, x: rankEnd, text: ranks[r], anchor: 'end', weight: 600 });
    marks.push({
      ...text,
      x: nameStart,
      text: fitText(row.name, nameWidth, size, measure),
      key: unit,
      unit,
      title: heading(row, frame),
      action: `unit:${unit}`,
    });
    if (changes[r]) marks.push({ ...text, x: changeEnd, text: changes[r], anchor: 'end', fill: INK.soft });
    if (row.total === null) {
      const why = row.note ? `${f.words.unranked}：${row.note}` : f.words.unranked;
      const shown = fitText(f.locale === 'en' ? why.replace('：', ': ') : why, right - zero - 6, size, measure);
      marks.push({ ...text, x: zero + 6, text: shown, fill: INK.soft, unit });
      return;
    }
    marks.push(...bars(row, data, scale, y - bar / 2, bar, frame));
    marks.push({
      ...text,
      x: frame.width - 1,
      text: totals[r] ?? '',
      anchor: 'end',
      weight: 600,
      key: `${unit}/`,
      unit,
      title: heading(row, frame),
      action: `total:${unit}`,
    });
  });
  marks.push({ kind: 'path', d: segment(zero, head - 2, zero, bottom), stroke: INK.soft, strokeWidth: 1 });

  let written: string[][] | undefined;
  const undrawn = all.length - rows.length;
  const said = undrawn > 0 && data.more ? fitText(data.more(undrawn), frame.width, size * 0.9, measure) : '';
  const foot = bottom + Math.round(size * 1.8);
  if (said) marks.push({ kind: 'text', x: 0, y: foot + size * 0.6, text: said, size: size * 0.9, fill: INK.soft });

  return {
    width: frame.width,
    height: foot + (said ? Math.round(size * 1.5) : 0),
    title: data.title,
    marks,
    table: {
      columns: [f.words.rank, f.words.unit, ...data.sections.map((s) => s.title), f.words.total],
      // Written when it is asked for: thousands of figures would keep the picture waiting.
      get rows() {
        return (written ??= data.rows.map((r) => [
          r.rank === null ? f.words.unranked : f.brief(r.rank),
          r.name,
          ...r.parts.map((p) => (p.points === null ? f.words.none.missing : f.points(p.points))),
          r.total === null ? f.words.none.missing : f.points(r.total),
        ]));
      },
    },
  };
}

/** How far a row reaches below and above zero, what it lost included. */
function extent(row: BarRow): { low: number; high: number } {
  let low = 0;
  let high = 0;
  for (const { points, full } of row.parts) {
    if (points === null) continue;
    if (points < 0) low += points;
    high += Math.max(points, full, 0);
  }
  return { low, high };
}

type Scale = (v: number) => number;

function header(sections: readonly BarSection[], scale: Scale, head: number, { f, size, measure }: Frame): Mark[] {
  const small = size * 0.9;
  let at = 0;
  return sections.flatMap((s, i) => {
    const x = scale(at);
    const width = scale((at += s.full)) - x;
    const full = f.brief(s.full);
    const both = `${s.title} ${full}`;
    const label = measure(both, small) <= width - 8 ? both : fitText(s.title, width - 6, small, measure);
    const strip: Mark = {
      kind: 'rect',
      key: `/${s.id}`,
      title: `${s.title}\n${f.words.full} ${full}`,
      x,
      y: head - size * 1.9,
      width: Math.max(0, width - 1),
      height: size * 1.5,
      fill: sectionTint(i),
    };
    return label
      ? [
          strip,
          { kind: 'text', x: x + width / 2, y: head - size * 1.15, text: label, size: small, fill: INK.text, anchor: 'middle' },
        ]
      : [strip];
  });
}

/** The parts of one row: won marks tinted, lost marks as a pale outline, so that the picture holds in black and white. */
function bars(row: BarRow, data: StackedBarsData, scale: Scale, y: number, height: number, frame: Frame): Mark[] {
  const { f, size, measure } = frame;
  const marks: Mark[] = [];
  const small = size * 0.85;
  let above = 0;
  let below = 0;
  let begin = 0;
  let lost = 0;
  const outline = (from: number, to: number): Mark => ({
    kind: 'rect',
    x: scale(from) + 0.5,
    y: y + 0.5,
    width: Math.max(0, scale(to) - scale(from) - 1),
    height: height - 1,
    fill: '#ffffff',
    stroke: INK.faint,
    unit: row.unit,
    title: `${row.name}\n${f.words.lost} ${f.points(to - from)}`,
  });
  data.sections.forEach((section, i) => {
    const part = row.parts[i];
    const points = part?.points ?? 0;
    const full = part?.full ?? section.full;
    lost += part?.points === null ? 0 : Math.max(0, full - Math.max(0, points));
    const from = points < 0 ? below + points : data.layout === 'columns' ? begin : above;
    if (data.layout === 'columns' && part?.points !== null && full > points)
      marks.push(outline(begin + Math.max(0, points), begin + full));
    begin += data.layout === 'columns' ? section.full : 0;
    if (points < 0) below += points;
    else above += points;
    if (!part || part.points === null || points === 0) return;
    const x = scale(from);
    const width = scale(from + Math.abs(points)) - x;
    const label = f.points(points);
    marks.push({
      kind: 'rect',
      key: `${row.unit}/${section.id}`,
      unit: row.unit,
      title: `${row.name} · ${section.title}\n${f.points(points)} / ${f.points(full)}${full > 0 ? ` = ${f.share(points / full, 1)}` : ''}`,
      action: `section:${row.unit}:${section.id}`,
      x,
      y,
      width: Math.max(0, width - (width > 3 ? 1 : 0)),
      height,
      fill: sectionTint(i),
    });
    if (measure(label, small) <= width - 6)
      marks.push({
        kind: 'text',
        x: x + width / 2,
        y: y + height / 2,
        text: label,
        size: small,
        fill: INK.text,
        anchor: 'middle',
      });
  });
  if (data.layout === 'stacked' && lost > 0) marks.unshift(outline(above, above + lost));
  return marks;
}

function heading(row: BarRow, { f }: Frame): string {
  const total = row.total === null ? (row.note ?? '') : `${f.words.total} ${f.points(row.total)} · ${f.rank(row.rank, row.tied)}`;
  return [row.name, total].filter(Boolean).join('\n');
}

const tickLabel = (x: number, y: number, text: string, size: number): Mark => ({
  kind: 'text',
  x,
  y,
  text,
  size: size * 0.85,
  fill: INK.soft,
  anchor: 'middle',
});
