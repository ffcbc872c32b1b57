/**
 * The profile of one county: a row per indicator with the range of its peers, their quartiles and their mean, and the
 * county's own place among them. The means stand under each other (the spine), and to the right is always better.
 */
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { emptyScene, type Frame } from '../frame';
import { fitText } from '../measure-text';
import { INK, tone } from '../palette';
import { segment, type Mark, type Scene, type TextMark } from '../scene';
import { wrapText } from '../wrap-text';
import { DUST, standing, type Peers, type SpineData, type SpineRow } from './data';

export type * from './data';
export { standing } from './data';

/**
 * Actions: `indicator:<id>` (row titles), `cell:<unit>:<indicator>` (dots and values), `unit:<unit>` (key).
 * Keys: `<unit>`, `<unit>/<indicator>`. Each row is scaled by its farthest place from the mean, left and right alike.
 */
export function placeSpine(data: SpineData, frame: Frame): Scene {
  const { f, size, measure } = frame;
  const { rows, unit, words } = data;
  if (!rows.length) return emptyScene(frame, data.title, words.nothing ?? f.words.noData);

  const small = size * 0.85;
  const titleOf = (r: SpineRow) => r.title + (r.better === 'lower' ? words.lower : '');
  const rankOf = (r: SpineRow) =>
    r.own.value === null || r.own.rank === null ? '' : `${f.brief(r.own.rank)}${r.own.tied ? '=' : ''}/${r.own.of}`;
  const valueOf = (r: SpineRow) => (r.own.value === null ? '' : r.own.text);

  // Three columns of figures at the right, each as wide as its longest text; the picture gets what is left.
  const column = (texts: readonly string[], head: string) =>
    Math.max(max(texts, (t) => measure(t, size, 600)) ?? 0, measure(head, small)) + size * 1.1;
  const rankEnd = frame.width - 1;
  const meanEnd = rankEnd - column(rows.map(rankOf), f.words.rank);
  const valueEnd =
    meanEnd -
    column(
      rows.map((r) => r.meanText),
      f.words.mean,
    );
  // The sign stands before the value.
  const columnsStart = valueEnd - column(rows.map(valueOf), words.value) - size * 0.8;
  const titleWidth = Math.min((max(rows, (r) => measure(titleOf(r), size)) ?? 0) + 1, frame.width * 0.3);
  const left = titleWidth + size;
  const right = Math.max(left + size * 6, columnsStart - size * 0.6);
  const spine = (left + right) / 2;

  const marks: Mark[] = [];
  let y = key() + size * 2.2;
  const headY = y - size * 0.8;
  const head = (text: string, x: number): Mark => ({
    kind: 'text',
    x,
    y: headY,
    text,
    size: small,
    fill: INK.soft,
    anchor: 'end',
  });
  marks.push(head(words.value, valueEnd), head(f.words.mean, meanEnd), head(f.words.rank, rankEnd));
  const half = (right - left) / 2 - measure(f.words.mean, small) / 2 - size;
  const ends: readonly [string, number, 'start' | 'end'][] = [
    [`← ${words.worse}`, left, 'start'],
    [`${words.better} →`, right - size * 0.5, 'end'],
  ];
  for (const [text, x, anchor] of ends)
    marks.push({ kind: 'text', x, y: headY, text: fitText(text, half, small, measure), size: small, fill: INK.soft, anchor });
  marks.push({ kind: 'text', x: spine, y: headY, text: f.words.mean, size: small, fill: INK.soft, anchor: 'middle' });
  marks.push({ kind: 'path', d: segment(0, y, frame.width, y), stroke: INK.line });
  const top = y;

  const rowHeight = Math.round(size * 2.3);
  let section: string | undefined;
  for (const row of rows) {
    if (row.section !== undefined && row.section !== section) {
      section = row.section;
      const text = fitText(section, titleWidth, size * 0.9, measure, 600);
      marks.push({ kind: 'text', x: 0, y: y + size * 1.2, text, size: size * 0.9, weight: 600, fill: INK.soft });
      y += size * 2;
    }
    marks.push(...drawRow(row, y + rowHeight / 2));
    y += rowHeight;
    marks.push({ kind: 'path', d: segment(0, y - 0.5, frame.width, y - 0.5), stroke: INK.grid });
  }
  // Under the rows, so that it is drawn first.
  marks.unshift({ kind: 'path', d: segment(spine, top, spine, y), stroke: INK.faint });
  if (rows.some((r) => r.better === 'lower'))
    for (const text of wrapText(words.mirrored, frame.width, small, measure)) {
      y += size * 1.25;
      marks.push({ kind: 'text', x: 0, y: y - size * 0.1, text, size: small, fill: INK.soft });
    }

  return {
    width: frame.width,
    height: y + size * 0.7,
    title: data.title,
    marks,
    table: {
      columns: [f.words.indicator, words.value, f.words.mean, f.words.rank],
      rows: rows.map((r) => [
        titleOf(r),
        r.own.value === null ? r.own.why : r.own.text,
        r.peers ? r.meanText : f.words.none.missing,
        rankOf(r) || f.words.none.missing,
      ]),
    },
  };

  function drawRow(row: SpineRow, at: number): Mark[] {
    const { own, peers } = row;
    const state = standing(row);
    const said =
      own.value === null ? own.why : [own.text, own.rank === null ? '' : f.rank(own.rank, own.tied)].filter(Boolean).join(' · ');
    const note = own.value === null ? undefined : own.note;
    const title = [`${data.name} · ${titleOf(row)}`, said, peers && `${f.words.mean} ${row.meanText}`, peers?.note, note]
      .filter(Boolean)
      .join('\n');
    const touch = { unit, key: `${unit}/${row.indicator}`, title };
    const lines = wrapText(titleOf(row), titleWidth, size, measure);
    const out: Mark[] = [
      {
        kind: 'rect',
        hit: true,
        x: 0,
        y: at - rowHeight / 2,
        width: frame.width,
        height: rowHeight,
        fill: INK.pale,
        key: touch.key,
        title,
      },
      ...lines.map<Mark>((text, k) => ({
        kind: 'text',
        x: 0,
        y: at + (k - (lines.length - 1) / 2) * size * 1.1,
        text,
        size,
        fill: INK.text,
        key: touch.key,
        title,
        ...(k === 0 && { action: `indicator:${row.indicator}` }),
      })),
    ];
    const text: Omit<TextMark, 'x' | 'text'> = { kind: 'text', y: at, size, fill: INK.text, anchor: 'end' };
    const x = peers ? turned(row, peers) : null;
    if (peers && x) out.push(...spread(peers, x, at));
    if (own.value === null) {
      const room = rankEnd - columnsStart - (peers ? column([row.meanText], '') + size : 0);
      // With a mean of its peers the reason stands in the column of values, else it has all three.
      const end = peers ? valueEnd : rankEnd;
      const start = peers ? columnsStart : left;
      const width = peers ? Math.max(room - (rankEnd - meanEnd), valueEnd - start) : end - start;
      out.push({
        ...text,
        x: end,
        text: fitText(own.why, width, size, measure),
        fill: INK.soft,
        ...touch,
        action: `cell:${unit}:${row.indicator}`,
      });
      if (peers) out.push({ ...text, x: meanEnd, text: row.meanText, fill: INK.soft });
      return out;
    }
    const dotX = x ? x(own.value) : spine;
    out.push({ ...marker(state, dotX, at), ...touch, action: `cell:${unit}:${row.indicator}` });
    if (state !== 'between')
      out.push({
        ...text,
        x: columnsStart + size * 0.9,
        text: state === 'strength' ? '▲' : '▼',
        size: size * 0.75,
        fill: data.style.colour,
      });
    out.push({ ...text, x: valueEnd, text: own.text, weight: 600, ...touch, action: `cell:${unit}:${row.indicator}` });
    out.push({ ...text, x: meanEnd, text: peers ? row.meanText : f.words.none.missing, fill: INK.soft });
    if (rankOf(row)) out.push({ ...text, x: rankEnd, text: rankOf(row), fill: INK.text });
    return out;
  }

  /** Values to places: the mean on the spine, what is better to its right, the farthest at the edge. */
  function turned(row: SpineRow, { min, mean, max: most }: Peers) {
    const places = [min, most, ...(row.own.value === null ? [] : [row.own.value])];
    const farthest = max(places, (v) => Math.abs(v - mean)) ?? 0;
    // All alike but for the dust of a mean: they stand on the spine.
    const reach = farthest > DUST * Math.max(1, Math.abs(mean)) ? farthest : 1;
    const way = row.better === 'lower' ? -1 : 1;
    const span = (right - left) / 2 - size * 0.6;
    return scaleLinear([mean - reach, mean + reach], [spine - way * span, spine + way * span]);
  }

  function spread({ min, q1, mean, q3, max: most }: Peers, x: (v: number) => number, at: number): Mark[] {
    const box = [x(q1), x(q3)].sort((a, b) => a - b);
    const h = size * 0.9;
    const [from = spine, to = spine] = box;
    return [
      { kind: 'path', d: segment(x(min), at, x(most), at), stroke: INK.line, strokeWidth: 1.5 },
      { kind: 'rect', x: from, y: at - h / 2, width: Math.max(1, to - from), height: h, fill: tone(0.45), stroke: INK.line },
      { kind: 'path', d: segment(x(mean), at - size * 0.65, x(mean), at + size * 0.65), stroke: INK.text, strokeWidth: 2 },
    ];
  }

  /** A circle between the quartiles, a triangle upwards or downwards outside them. */
  function marker(state: ReturnType<typeof standing>, x: number, at: number): Mark {
    const r = size * 0.42;
    const paint = { fill: data.style.colour, stroke: '#ffffff', strokeWidth: 1.25 };
    if (state === 'between') return { kind: 'circle', x, y: at, r, ...paint };
    const up = state === 'strength' ? -1 : 1;
    const t = r * 1.25;
    return { kind: 'path', d: `M${x - t},${at - up * t * 0.8}L${x + t},${at - up * t * 0.8}L${x},${at + up * t}Z`, ...paint };
  }

  /** The county and the marks in words, over as many lines as they take. Returns where it ends. */
  function key(): number {
    const wide = size * 1.6;
    const items: readonly [string, (x: number, at: number) => Mark[], Partial<TextMark>][] = [
      [
        data.name,
        (x, at) => [marker('between', x + wide / 2, at)],
        { unit, key: unit, title: data.name, action: `unit:${unit}`, weight: 600 },
      ],
      [words.strength, (x, at) => [marker('strength', x + wide / 2, at)], {}],
      [words.weakness, (x, at) => [marker('weakness', x + wide / 2, at)], {}],
      [
        f.words.mean,
        (x, at) => [
          {
            kind: 'path',
            d: segment(x + wide / 2, at - size * 0.6, x + wide / 2, at + size * 0.6),
            stroke: INK.text,
            strokeWidth: 2,
          },
        ],
        {},
      ],
      [
        words.quartiles,
        (x, at) => [
          { kind: 'rect', x: x + 2, y: at - size * 0.4, width: wide - 4, height: size * 0.8, fill: tone(0.45), stroke: INK.line },
        ],
        {},
      ],
      [words.range, (x, at) => [{ kind: 'path', d: segment(x, at, x + wide, at), stroke: INK.line, strokeWidth: 1.5 }], {}],
    ];
    let x = 0;
    let line = size * 0.9;
    for (const [word, draw, touch] of items) {
      const text = fitText(word, frame.width - wide - size, small, measure, 600);
      const need = wide + size * 0.4 + measure(text, small, 600);
      if (x > 0 && x + need > frame.width) {
        x = 0;
        line += size * 1.6;
      }
      marks.push(...draw(x, line));
      marks.push({ kind: 'text', x: x + wide + size * 0.4, y: line, text, size: small, fill: INK.text, ...touch });
      x += need + size * 1.2;
    }
    return line + size * 0.6;
  }
}
