/** The funnel per unit: a row each, a small bar per stage, all on one scale, with the share of the unit's own first. */
import { max } from 'd3-array';
import type { Frame } from '../frame';
import { fitText } from '../measure-text';
import { INK } from '../palette';
import { segment, type Mark } from '../scene';
import { wrapText } from '../tile-map/wrap';
import { BAR, shareOf, type FunnelData, type FunnelUnit } from './data';

/** Marks below `top`, and where they end; nothing where there are no units. */
export function placeSplit(data: FunnelData, top: number, frame: Frame): { marks: Mark[]; bottom: number } {
  const all = data.units ?? [];
  if (!all.length) return { marks: [], bottom: top };
  const { f, size, measure } = frame;
  const { stages, words } = data;
  const small = size * 0.9;
  const units = all.slice(0, data.most ?? 60);

  const texts = units.map((u) => stages.map((_, i) => cellText(u, i)));
  const nameWidth = Math.min((max(units, (u) => measure(u.name, size)) ?? 0) + 1, frame.width * 0.2);
  const left = nameWidth + size;
  const column = (frame.width - left) / stages.length;
  const textWidth = Math.min((max(texts.flat(), (t) => measure(t, small)) ?? 0) + 1, column * 0.75);
  const barWidth = Math.max(0, column - textWidth - size * 1.4);
  const most = Math.max(1, max(units, (u) => max(u.counts, (c) => c ?? 0) ?? 0) ?? 1);

  const note = top + size * 0.6;
  const head = top + size * 4.3;
  const rowHeight = Math.round(size * 1.8);
  const marks: Mark[] = [
    { kind: 'text', x: 0, y: note, text: fitText(words.split, frame.width, small, measure), size: small, fill: INK.soft },
  ];
  stages.forEach((s, i) => {
    const lines = wrapText(s.title, column - size * 0.8, 2, small, measure, 600);
    lines.forEach((text, k) => {
      const y = head - size * (0.8 + (lines.length - 1 - k) * 1.15);
      marks.push({
        kind: 'text',
        x: left + i * column,
        y,
        text,
        size: small,
        weight: 600,
        fill: INK.text,
        key: `/${s.id}`,
        title: s.title,
      });
    });
  });
  marks.push({ kind: 'path', d: segment(0, head, frame.width, head), stroke: INK.line });

  units.forEach((u, r) => {
    const y = head + (r + 0.5) * rowHeight + 2;
    const of = { key: u.unit, unit: u.unit };
    marks.push(
      { kind: 'rect', hit: true, x: 0, y: y - rowHeight / 2, width: frame.width, height: rowHeight, fill: INK.pale, ...of },
      {
        kind: 'text',
        x: 0,
        y,
        text: fitText(u.name, nameWidth + 0.5, size, measure),
        size,
        fill: INK.text,
        ...of,
        title: [u.name, ...stages.map((s, i) => `${s.title} ${texts[r]?.[i] ?? ''}`)].join('\n'),
        action: `unit:${u.unit}`,
      },
    );
    stages.forEach((s, i) => {
      const x = left + i * column;
      const count = u.counts[i] ?? null;
      const text = texts[r]?.[i] ?? '';
      const width = count === null ? 0 : (Math.max(0, count) / most) * barWidth;
      const touch = {
        key: `${u.unit}/${s.id}`,
        unit: u.unit,
        title: `${u.name} · ${s.title}\n${text}`,
        action: `cell:${u.unit}:${s.id}`,
      };
      if (count !== null) marks.push({ kind: 'rect', x, y: y - size * 0.5, width, height: size, fill: BAR, ...touch });
      // The figure follows its bar; where it is missing, it says so at the edge.
      const shown = fitText(text, textWidth + 0.5, small, measure);
      marks.push({
        kind: 'text',
        x: x + width + size * 0.4,
        y,
        text: shown,
        size: small,
        fill: count === null ? INK.soft : INK.text,
        unit: u.unit,
      });
    });
  });
  const bottom = head + units.length * rowHeight + 2;
  stages.forEach((_, i) => {
    marks.push({ kind: 'path', d: segment(left + i * column, head, left + i * column, bottom), stroke: INK.line });
  });
  if (units.length === all.length) return { marks, bottom: bottom + size * 0.5 };
  const rest = words.rest(all.length - units.length);
  marks.push({ kind: 'text', x: 0, y: bottom + size, text: rest, size: small, fill: INK.soft });
  return { marks, bottom: bottom + size * 2 };

  function cellText(u: FunnelUnit, stage: number): string {
    const count = u.counts[stage] ?? null;
    if (count === null) return words.missing;
    const share = stage === 0 ? null : shareOf(count, u.counts[0]);
    return share === null ? f.brief(count) : `${f.brief(count)} (${f.shareBrief(share, 0)})`;
  }
}
