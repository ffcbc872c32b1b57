/**
 * One row per indicator, the chosen units as dots on it: who is where, against the peer mean (a tick), the best (a
 * small triangle) and the target (a dashed tick). Dots are named beside them where names fit, else by numbers with a key.
 */
import { extent, max } from 'd3-array';
import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { emptyScene, type Frame } from '../frame';
import { spots, tip, type DotPlotData, type DotRow, type Spot } from './data';
import { fitText } from '../measure-text';
import { INK } from '../palette';
import { segment, type Mark, type Scene, type Touch } from '../scene';
import { wrapText } from '../wrap-text';
import { labelSides, lanesOf } from './dots';
import { reference, rowEnds } from './marks';

export type * from './data';

const NAMED = 12;
type Scale = ScaleLinear<number, number>;

/** Actions: `indicator:<id>` (row titles), `cell:<unit>:<indicator>` (dots), `unit:<unit>` (key). Keys: `<unit>`, `<unit>/<indicator>`. */
export function placeDotPlot(data: DotPlotData, frame: Frame): Scene {
  const { f, size, measure } = frame;
  const { units, rows, words } = data;
  const any = rows.some((r) => r.dots.some((d) => d.spot));
  if (!units.length || !any) return emptyScene(frame, data.title, words.nothing ?? f.words.noData);

  const named = units.length <= NAMED ? [...units] : units.filter((u) => data.selected.includes(u.unit)).slice(0, NAMED);
  const index = new Map(units.map((u, i) => [u.unit, i]));
  const number = new Map(named.map((u, k) => [u.unit, String(k + 1)]));
  const small = size * 0.85;

  // Titles and absences take what they need, within limits; the scale gets the rest.
  const titleWidth = Math.min((max(rows, (r) => measure(r.title, size)) ?? 0) + 1, frame.width * 0.3);
  const gaps = rows.map(absences);
  const gapWidth = Math.min(max(gaps, (t) => measure(t, small)) ?? 0, frame.width * 0.2);
  const edge =
    data.scale === 'value'
      ? (max(rows, (r) => max(spots(r), (s) => measure(s.text, small))) ?? 0) + size
      : measure('100%', small) / 2 + size * 0.4;
  const left = titleWidth + size + edge;
  const right = Math.max(left + size * 8, frame.width - edge - (gapWidth ? gapWidth + size * 0.8 : 0));
  const common = scaleOf(rows.flatMap(spots), data.scale);
  const scales = rows.map((r) => (data.scale === 'marks' ? common : scaleOf(spots(r), 'value')));

  // Names beside the dots where they fit in all rows; else numbers in larger dots, in lanes.
  const plain = size * 0.42;
  const placed = rows.map((r, k) =>
    named.flatMap((u) => {
      const dot = r.dots[index.get(u.unit) ?? -1];
      return dot?.spot
        ? [{ u, dot, x: scales[k]?.(dot.spot.at) ?? left, label: named.length === 1 ? dot.spot.text : u.name }]
        : [];
    }),
  );
  const sides = placed.map((row, k) =>
    labelSides(
      row.map((d) => ({ x: d.x, width: measure(d.label, small, 600) })),
      plain,
      3,
      // The ends of a row's own scale are printed beyond it.
      data.scale === 'value' ? [left, right] : [left - edge, frame.width],
      [rows[k]?.mean, rows[k]?.target].flatMap((s) => (s ? [scales[k]?.(s.at) ?? 0] : [])),
    ),
  );
  // A scale per row prints its ends: names would be on them.
  const byName = named.length <= 4 && sides.every((s) => s !== null) && (data.scale === 'marks' || named.length === 1);
  const radius = byName ? plain : size * 0.68;
  const lanes = placed.map((row) =>
    byName
      ? row.map(() => 0)
      : lanesOf(
          row.map((d) => d.x),
          radius * 2 + 1.5,
        ),
  );

  const marks: Mark[] = [];
  let y = key();
  const grid = y;
  const gridMarks: Mark[] = [];
  let section: string | undefined;
  rows.forEach((row, k) => {
    if (row.section !== undefined && row.section !== section) {
      section = row.section;
      const text = fitText(section, frame.width, size * 0.9, measure, 600);
      marks.push({ kind: 'text', x: 0, y: y + size * 1.2, text, size: size * 0.9, weight: 600, fill: INK.soft });
      y += size * 2;
    }
    const deep = 1 + (max(lanes[k] ?? [0]) ?? 0);
    const height = Math.max(size * 2.5, deep * (radius * 2 + 2) + size * 0.8);
    marks.push(...drawRow(row, k, y, height, deep));
    y += height;
  });
  if (data.scale === 'marks')
    for (const tick of common.ticks(5)) {
      const x = common(tick);
      const end = Math.abs(tick) < 1e-9 || Math.abs(tick - 1) < 1e-9;
      gridMarks.push(
        { kind: 'path', d: segment(x, grid, x, y), stroke: end ? INK.faint : INK.grid },
        { kind: 'text', x, y: y + size, text: f.shareBrief(tick, 0), size: small, fill: INK.soft, anchor: 'middle' },
      );
    }
  y += data.scale === 'marks' ? size * 1.8 : size * 0.6;
  y = foot(y);

  return {
    width: frame.width,
    height: y,
    title: data.title,
    marks: [...gridMarks, ...marks],
    table: {
      columns: [f.words.indicator, ...units.map((u) => u.name), f.words.mean, f.words.best, f.words.target],
      rows: rows.map((r) => [
        r.title,
        ...units.map((_, i) => {
          const dot = r.dots[i];
          return dot?.spot ? dot.spot.text : (dot?.why ?? f.words.none.missing);
        }),
        ...[r.mean, r.best, r.target].map((s) => s?.text ?? f.words.none.missing),
      ]),
    },
  };

  function scaleOf(all: readonly Spot[], kind: DotPlotData['scale']): Scale {
    const [low = 0, high = 1] = extent(all, (s) => s.at);
    if (kind === 'marks') return scaleLinear([Math.min(0, low), Math.max(1, high)], [left, right]);
    const air = high > low ? 0 : Math.abs(high) * 0.1 || 1;
    return scaleLinear([low - air, high + air], [left, right]);
  }

  /** Units without a value in a row, by reason: `2、5 缺报；3 不适用`. */
  function absences(row: DotRow): string {
    const byWhy = new Map<string, string[]>();
    for (const u of named) {
      const dot = row.dots[index.get(u.unit) ?? -1];
      const all = named.every((n) => !row.dots[index.get(n.unit) ?? -1]?.spot);
      const label =
        all && units.length === named.length
          ? ''
          : named.length === 1
            ? ''
            : named.length <= 4
              ? u.name
              : (number.get(u.unit) ?? u.name);
      if (!dot?.spot) byWhy.set(dot?.why ?? f.words.noData, [...(byWhy.get(dot?.why ?? f.words.noData) ?? []), label]);
    }
    const others = row.dots.filter((d, i) => !d.spot && !named.some((u) => u === units[i])).length;
    const said = [...byWhy].map(([why, who]) => `${f.list(who.filter(Boolean))} ${why}`.trim());
    if (others) said.push(words.absent(others));
    return said.join(f.locale === 'en' ? '; ' : '；');
  }

  /** Who the dots are: numbers (or plain dots in their colours) with names, over as many lines as they take. */
  function key(): number {
    let x = 0;
    let line = size * 0.9;
    const r = byName ? plain : radius;
    for (const u of named) {
      const name = fitText(u.name, frame.width - r * 2 - size, size, measure);
      const wide = r * 2 + size * 0.4 + measure(name, size);
      if (x > 0 && x + wide > frame.width) {
        x = 0;
        line += size * 1.7;
      }
      const touch = { unit: u.unit, key: u.unit, title: u.name };
      marks.push(...disc(u, x + r, line, r, touch));
      marks.push({
        kind: 'text',
        x: x + r * 2 + size * 0.4,
        y: line,
        text: name,
        size,
        fill: INK.text,
        ...touch,
        action: `unit:${u.unit}`,
      });
      x += wide + size * 1.4;
    }
    return named.length ? line + size * 1.4 : 0;
  }

  function disc(u: DotPlotData['units'][number], x: number, at: number, r: number, touch: Touch): Mark[] {
    const dot: Mark = { kind: 'circle', x, y: at, r, fill: u.style.colour, stroke: '#ffffff', strokeWidth: 1, ...touch };
    if (byName) return [dot];
    const text = number.get(u.unit) ?? '';
    return [
      dot,
      { kind: 'text', x, y: at, text, size: size * 0.8, weight: 600, fill: '#ffffff', anchor: 'middle', unit: u.unit },
    ];
  }

  function drawRow(row: DotRow, k: number, top: number, height: number, deep: number): Mark[] {
    const scale = scales[k] ?? common;
    const middle = top + height / 2;
    const references = (['mean', 'best', 'target'] as const).flatMap((id) => {
      const spot = row[id];
      return spot ? [`${f.words[id]} ${spot.text}`] : [];
    });
    const title = [row.title, ...references].join('\n');
    const lines = wrapText(row.title, titleWidth, size, measure);
    const out: Mark[] = lines.map((text, n) => ({
      kind: 'text',
      x: 0,
      y: middle + (n - (lines.length - 1) / 2) * size * 1.15,
      text,
      size,
      fill: INK.text,
      key: `/${row.indicator}`,
      title,
      ...(n === 0 && { action: `indicator:${row.indicator}` }),
    }));
    out.push({ kind: 'path', d: segment(left, middle, right, middle), stroke: INK.faint });
    if (data.scale === 'value') out.push(...rowEnds(row, scale, middle, radius + size * 0.3, small));
    const half = height / 2 - 2;
    for (const id of ['target', 'mean', 'best'] as const) {
      const spot = row[id];
      if (spot)
        out.push({ ...reference(id, scale(spot.at), middle, half, size), title: `${row.title}\n${f.words[id]} ${spot.text}` });
    }
    row.dots.forEach((dot, i) => {
      const u = units[i];
      if (!u || !dot.spot || number.has(u.unit)) return;
      const touch = {
        unit: u.unit,
        key: `${u.unit}/${row.indicator}`,
        title: tip(u.name, row, dot),
        action: `cell:${u.unit}:${row.indicator}`,
      };
      out.push({
        kind: 'circle',
        x: scale(dot.spot.at),
        y: middle,
        r: size * 0.24,
        fill: '#ffffff',
        stroke: INK.line,
        strokeWidth: 1,
        lit: { fill: u.style.colour, stroke: u.style.colour, r: size * 0.36 },
        ...touch,
      });
    });
    (placed[k] ?? []).forEach(({ u, dot, x, label }, i) => {
      const lane = lanes[k]?.[i] ?? 0;
      const at = middle + (lane - (deep - 1) / 2) * (radius * 2 + 2);
      const touch = { unit: u.unit, key: `${u.unit}/${row.indicator}`, title: tip(u.name, row, dot) };
      out.push(...disc(u, x, at, radius, { ...touch, action: `cell:${u.unit}:${row.indicator}` }));
      const side = sides[k]?.[i] ?? 'right';
      const off = (plain + 3) * (side === 'left' ? -1 : 1);
      const anchor = side === 'left' ? { anchor: 'end' as const } : {};
      // Above the line of the row, beside the dot: the line does not run through the name.
      if (byName)
        out.push({
          kind: 'text',
          x: x + off,
          y: at - size * 0.55,
          text: label,
          size: small,
          weight: 600,
          fill: u.style.colour,
          ...touch,
          ...anchor,
        });
    });
    const said = gaps[k] ?? '';
    const rowsOf = said ? wrapText(said, gapWidth, small, measure) : [];
    rowsOf.forEach((text, n) =>
      out.push({
        kind: 'text',
        x: frame.width - gapWidth,
        y: middle + (n - (rowsOf.length - 1) / 2) * size,
        text,
        size: small,
        fill: INK.soft,
        title: `${row.title}\n${said}`,
      }),
    );
    return out;
  }

  /** What the ticks and the triangle are, what the scale counts, and how many have no name. */
  function foot(top: number): number {
    let x = 0;
    const line = top + size * 0.6;
    for (const id of ['mean', 'best', 'target'] as const) {
      if (!rows.some((r) => r[id])) continue;
      marks.push(reference(id, x + size * 0.5, line, size * (id === 'best' ? 0.15 : 0.6), size));
      marks.push({ kind: 'text', x: x + size * 1.2, y: line, text: f.words[id], size: small, fill: INK.soft });
      x += size * 2.4 + measure(f.words[id], small);
    }
    const unnamed = units.length - named.length;
    const note = [words.axis, unnamed ? words.unnamed(unnamed) : ''].filter(Boolean).join(f.locale === 'en' ? '; ' : '；');
    const lines = wrapText(note, frame.width, small, measure, 3);
    lines.forEach((text, n) =>
      marks.push({ kind: 'text', x: 0, y: line + size * (1.5 + n * 1.25), text, size: small, fill: INK.soft }),
    );
    return line + size * (1.2 + lines.length * 1.25);
  }
}
