/** Where each unit stands now: a bar per unit from the furthest, a thick tick at the pace, the target at 100 %. */
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { Frame } from '../frame';
import { fitText } from '../measure-text';
import { INK } from '../palette';
import { segment, type Mark } from '../scene';
import { isBehind, type PaceData, type PaceLine, type PaceStanding } from './data';

const REACHED = '#8fa3b8';

/**
 * Marks and height. A unit whose newest figure is of an earlier period has its tick at the pace of that one and says
 * which; bars behind are outlined and pale, those on pace filled. Units without a figure come last, with the reason.
 */
export function paceBullets(data: PaceData, standings: readonly PaceStanding[], frame: Frame): { marks: Mark[]; height: number } {
  const { f, size, measure } = frame;
  const { words, periods } = data;
  const small = size * 0.9;
  const end = periods.indexOf(data.at);
  const write = (v: number) => f.share(v, 1);
  const sorted = [...standings].sort((a, b) => b.value - a.value || (a.line.name < b.line.name ? -1 : 1));
  const there = new Set(standings.map((s) => s.line.unit));
  const without = data.lines.filter((l) => !there.has(l.unit));

  const early = (s: PaceStanding) => (s.index < end ? ` (${f.periodShort(periods[s.index] ?? data.at)})` : '');
  const values = sorted.map((s) => write(s.value));
  const distances = sorted.map((s) => `${isBehind(s) ? '▼' : '●'} ${f.signed(s.distance * 100, 1)}${early(s)}`);
  const widest = (texts: readonly string[], s = size, weight: 400 | 600 = 400) => max(texts, (t) => measure(t, s, weight)) ?? 0;
  const nameWidth = Math.min(widest(data.lines.map((l) => l.name)) + 1, frame.width * 0.28);
  const valueEnd = nameWidth + size * 0.8 + Math.max(widest(values, size, 600), measure(words.value, small));
  const distanceWidth = Math.max(widest(distances), measure(words.distance, small));
  const left = valueEnd + size * 0.9;
  const right = Math.max(left + 40, frame.width - distanceWidth - size * 1.2);
  const most = Math.max(1.05, max(sorted, (s) => s.value) ?? 0, max(data.pace) ?? 0);
  const x = scaleLinear([Math.min(0, ...sorted.map((s) => s.value)), most], [left, right]);

  const head = Math.round(size * 3.6);
  const rowHeight = Math.round(size * 1.8);
  const bottom = head + (sorted.length + without.length) * rowHeight;
  const headText = { kind: 'text', y: head - size * 0.8, size: small, fill: INK.soft } as const;
  const marks: Mark[] = [
    { ...headText, x: valueEnd, text: words.value, anchor: 'end' },
    { ...headText, x: right + size * 1.2, text: words.distance },
  ];
  const key = [
    ...(standings.some(isBehind) ? [words.behind] : []),
    ...(standings.some((s) => !isBehind(s)) ? [words.onPace] : []),
  ];
  const keyText = fitText(key.join('　'), frame.width * 0.6, small, measure);
  marks.push({ ...headText, y: size * 0.7, x: frame.width - 1, text: keyText, anchor: 'end' });

  const step = most > 4 ? x.ticks(5) : [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 3.5];
  const ticks = step.filter((t) => t <= most && t !== 1);
  for (const t of ticks) marks.push({ kind: 'path', d: segment(x(t), head, x(t), bottom), stroke: INK.grid });
  // The year's target is named above its line, the pace below its own: the two cannot meet.
  const pace = data.pace[end] ?? 0;
  const target = { text: words.target, half: measure(words.target, small) / 2 };
  const clamp = (v: number, half: number) => Math.max(left + half, Math.min(right - half, v));
  marks.push(
    { kind: 'path', d: segment(x(1), head - 3, x(1), bottom), stroke: INK.text, strokeWidth: size * 0.11 },
    { ...headText, x: clamp(x(1), target.half), text: target.text, fill: INK.text, anchor: 'middle' },
  );
  const paceText = `${words.pace} ${write(pace)}`;
  const paceHalf = measure(paceText, small, 600) / 2;
  const paceX = clamp(x(pace), paceHalf);
  marks.push({ ...headText, x: paceX, y: bottom + size * 2.1, text: paceText, weight: 600, fill: INK.text, anchor: 'middle' });
  const free = (t: number) => {
    const half = measure(f.shareBrief(t, 0), small) / 2;
    return {
      kind: 'text',
      x: clamp(x(t), half),
      y: bottom + size * 0.8,
      text: f.shareBrief(t, 0),
      size: small,
      fill: INK.soft,
      anchor: 'middle',
    } as const;
  };
  const axisTexts = [...ticks, 1].map(free);
  marks.push(...apart(axisTexts, measure));

  sorted.forEach((s, i) => {
    const { line: l } = s;
    const y = head + (i + 0.5) * rowHeight;
    const behind = isBehind(s);
    const zero = x(Math.max(0, x.domain()[0] ?? 0));
    const own = data.pace[s.index] ?? 0;
    const of = { key: l.unit, unit: l.unit };
    const title = [
      l.name,
      `${words.value} ${values[i] ?? ''}${early(s)}`,
      `${words.pace} ${write(own)}`,
      `${words.distance} ${f.signed(s.distance * 100, 1)}`,
      l.note,
    ]
      .filter(Boolean)
      .join('\n');
    const point = { key: `${l.unit}/${data.at}`, unit: l.unit, title, action: `point:${l.unit}:${periods[s.index] ?? data.at}` };
    const bold = data.selected.includes(l.unit) ? 600 : 400;
    marks.push(
      { kind: 'rect', hit: true, x: 0, y: y - rowHeight / 2, width: frame.width, height: rowHeight, fill: INK.pale, ...of },
      nameText(l, y, bold, title),
      { kind: 'text', x: valueEnd, y, text: values[i] ?? '', size, weight: 600, fill: INK.text, anchor: 'end', unit: l.unit },
      {
        kind: 'rect',
        x: Math.min(zero, x(s.value)),
        y: y - size * 0.45,
        width: Math.abs(x(s.value) - zero),
        height: size * 0.9,
        fill: behind ? INK.pale : REACHED,
        ...(behind && { stroke: INK.soft }),
        ...point,
      },
      {
        kind: 'path',
        d: segment(x(own), y - size * 0.75, x(own), y + size * 0.75),
        stroke: INK.text,
        strokeWidth: size * 0.23,
        unit: l.unit,
      },
      {
        kind: 'text',
        x: right + size * 1.2,
        y,
        text: distances[i] ?? '',
        size,
        fill: behind ? INK.text : INK.soft,
        unit: l.unit,
        title,
      },
    );
  });
  without.forEach((l, i) => {
    const y = head + (sorted.length + i + 0.5) * rowHeight;
    const why = l.note ? (f.locale === 'en' ? `${words.missing}: ${l.note}` : `${words.missing}：${l.note}`) : words.missing;
    marks.push(nameText(l, y, 400, `${l.name}\n${why}`));
    const text = fitText(why, right - left - 6, size, measure);
    marks.push({ kind: 'text', x: left + 6, y, text, size, fill: INK.soft, unit: l.unit });
  });
  marks.push({ kind: 'path', d: segment(x(0), head - 2, x(0), bottom), stroke: INK.soft });
  return { marks, height: bottom + size * 3 };

  function nameText(l: PaceLine, y: number, weight: 400 | 600, title: string): Mark {
    return {
      kind: 'text',
      x: 0,
      y,
      text: fitText(l.name, nameWidth + 0.5, size, measure, weight),
      size,
      weight,
      fill: INK.text,
      key: l.unit,
      unit: l.unit,
      title,
      action: `unit:${l.unit}`,
    };
  }
}

type Tick = Extract<Mark, { kind: 'text' }>;

/** Those that do not touch the one kept before, from the left; the last of the list, the target, is always kept. */
function apart(texts: readonly Tick[], measure: Frame['measure']): Tick[] {
  const half = (t: Tick) => measure(t.text, t.size) / 2 + t.size * 0.3;
  const target = texts.at(-1);
  if (!target) return [];
  const kept: Tick[] = [target];
  for (const t of texts.slice(0, -1)) if (kept.every((k) => Math.abs(k.x - t.x) >= half(k) + half(t))) kept.push(t);
  return kept;
}
