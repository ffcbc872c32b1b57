/**
 * A funnel: how many of those that entered reached each stage, as bars from one left edge, so that lengths can be
 * compared. Behind each bar stands the stage before, so that what was lost is seen; shares are printed, not guessed.
 */
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { emptyScene, type Frame } from '../frame';
import { INK } from '../palette';
import { segment, type Mark, type Scene, type SceneTable } from '../scene';
import { wrapText } from '../tile-map/wrap';
import { BAR, shareOf, type FunnelData } from './data';
import { placeSplit } from './split';

export type * from './data';

/**
 * Actions: `stage:<stage>` (a bar and its title), `unit:<unit>` (a name), `cell:<unit>:<stage>`. Keys: `/<stage>`,
 * `<unit>`, `<unit>/<stage>`. All bars of the stages share one scale from 0; those of the units have one of their own.
 */
export function placeFunnel(data: FunnelData, frame: Frame): Scene {
  const { f, size, measure } = frame;
  const { stages, words } = data;
  if (!stages.some((s) => s.count !== null)) return emptyScene(frame, data.title, f.words.noData);

  const first = stages[0]?.count;
  const share = (v: number | null) => (v === null ? f.words.none.missing : f.shareBrief(v, 1));
  const rows = stages.map((s, i) => ({
    ...s,
    before: i === 0 ? null : (stages[i - 1]?.count ?? null),
    text: s.count === null ? words.missing : f.brief(s.count),
    ofBefore: i === 0 ? '' : share(shareOf(s.count, stages[i - 1]?.count)),
    ofFirst: i === 0 ? '' : share(shareOf(s.count, first)),
  }));

  const gap = size;
  const widest = (texts: readonly string[], s: number, weight: 400 | 600 = 400) => max(texts, (t) => measure(t, s, weight)) ?? 0;
  const small = size * 0.9;
  const nameWidth = Math.min(
    widest(
      stages.map((s) => s.title),
      size,
    ) + 1,
    frame.width * 0.26,
  );
  const countEnd =
    nameWidth +
    gap +
    Math.max(
      widest(
        rows.map((r) => r.text),
        size,
        600,
      ),
      measure(words.count, small),
    );
  const firstWidth = Math.max(
    measure(words.ofFirst, small),
    widest(
      rows.map((r) => r.ofFirst),
      size,
    ),
  );
  const beforeWidth = Math.max(
    measure(words.ofBefore, small),
    widest(
      rows.map((r) => r.ofBefore),
      size,
    ),
  );
  const firstEnd = frame.width - 1;
  const beforeEnd = firstEnd - firstWidth - gap;
  const left = countEnd + gap;
  const right = Math.max(left + 20, beforeEnd - beforeWidth - gap);
  const x = scaleLinear([0, Math.max(1, max(stages, (s) => s.count) ?? 1)], [left, right]);

  const head = Math.round(size * 2);
  const rowHeight = Math.round(size * 2.9);
  const bar = Math.round(size * 1.7);
  const headText = { kind: 'text', y: head - size * 0.9, size: small, fill: INK.soft, anchor: 'end' } as const;
  const marks: Mark[] = [
    { ...headText, x: countEnd, text: words.count },
    { ...headText, x: beforeEnd, text: words.ofBefore },
    { ...headText, x: firstEnd, text: words.ofFirst },
  ];
  rows.forEach((row, i) => {
    const top = head + i * rowHeight;
    const y = top + rowHeight / 2;
    const touch = { key: `/${row.id}`, title: tooltip(row), action: `stage:${row.id}` };
    marks.push({
      kind: 'rect',
      hit: true,
      x: 0,
      y: top,
      width: frame.width,
      height: rowHeight,
      fill: INK.pale,
      key: `/${row.id}`,
    });
    const lines = wrapText(row.title, nameWidth + 0.5, 2, size, measure);
    lines.forEach((text, k) => {
      const at = y + (k - (lines.length - 1) / 2) * size * 1.2;
      marks.push({ kind: 'text', x: 0, y: at, text, size, fill: INK.text, ...(k === 0 ? touch : { key: touch.key }) });
    });
    const number = row.count === null ? ({ weight: 400, fill: INK.soft } as const) : ({ weight: 600, fill: INK.text } as const);
    marks.push({ kind: 'text', x: countEnd, y, text: row.text, size, anchor: 'end', ...number });
    if (row.before !== null) {
      // What the stage before had: the empty part of it is what was lost on the way.
      const width = x(row.before) - left;
      marks.push({ kind: 'rect', x: left, y: y - bar / 2, width, height: bar, fill: '#ffffff', stroke: INK.line, dash: '3 3' });
    }
    if (row.count !== null)
      marks.push({ kind: 'rect', x: left, y: y - bar / 2, width: x(row.count) - left, height: bar, fill: BAR, ...touch });
    if (row.ofBefore) marks.push({ kind: 'text', x: beforeEnd, y, text: row.ofBefore, size, fill: INK.text, anchor: 'end' });
    if (row.ofFirst) marks.push({ kind: 'text', x: firstEnd, y, text: row.ofFirst, size, fill: INK.text, anchor: 'end' });
  });
  const bottom = head + rows.length * rowHeight;
  marks.push({ kind: 'path', d: segment(left, head, left, bottom), stroke: INK.soft });

  const split = placeSplit(data, bottom + size, frame);
  return {
    width: frame.width,
    height: Math.ceil(split.bottom),
    title: data.title,
    marks: [...marks, ...split.marks],
    table: table(),
  };

  function tooltip(row: (typeof rows)[number]): string {
    const shares = [row.ofBefore && `${words.ofBefore} ${row.ofBefore}`, row.ofFirst && `${words.ofFirst} ${row.ofFirst}`];
    return [row.title, `${words.count} ${row.text}`, ...shares, row.note].filter(Boolean).join('\n');
  }

  /** Stages down; units are further columns, as a stage is what the rows are of. */
  function table(): SceneTable {
    const units = data.units ?? [];
    return {
      columns: [words.stage, words.count, words.ofBefore, words.ofFirst, ...units.map((u) => u.name)],
      rows: rows.map((r, i) => [
        r.title,
        r.text,
        r.ofBefore,
        r.ofFirst,
        ...units.map((u) => {
          const count = u.counts[i] ?? null;
          return count === null ? words.missing : f.brief(count);
        }),
      ]),
    };
  }
}
