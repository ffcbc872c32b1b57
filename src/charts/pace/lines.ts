/** Cumulative lines from the start of the year, the pace as a broken grey line, the target at 100 %, names at the ends. */
import { max } from 'd3-array';
import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { dodge } from '../dodge';
import type { Frame } from '../frame';
import { fitText } from '../measure-text';
import { INK } from '../palette';
import { segment, type Mark } from '../scene';
import { isBehind, type PaceData, type PaceLine, type PaceStanding } from './data';
import { missingNote } from './notes';

/** Marks and height. Lines begin at 0 at the start of the year; where a figure is missing they break. */
export function paceLines(data: PaceData, standings: readonly PaceStanding[], frame: Frame): { marks: Mark[]; height: number } {
  const { f, size, measure } = frame;
  const { words, periods } = data;
  const small = size * 0.9;
  const lineGap = size * 1.25;
  const named = namedOf(data, standings);
  const plotHeight = Math.max(size * 20, Math.min(size * 42, (named.length + 1) * lineGap));
  const top = size * 2.4;
  const bottom = top + plotHeight;
  const end = periods.indexOf(data.at);

  const write = (v: number) => f.share(v, 1);
  const labelOf = (s: PaceStanding) => {
    const sign = isBehind(s) ? '▼' : '●';
    const early = s.index < end ? ` (${f.periodShort(periods[s.index] ?? data.at)})` : '';
    return `${sign} ${s.line.name} ${write(s.value)} (${f.signed(s.distance * 100, 1)})${early}`;
  };
  const labels = [...named.map(labelOf), words.pace];
  const labelWidth = Math.min((max(labels, (t) => measure(t, small, 600)) ?? 0) + 1, frame.width * 0.4);
  const values = standings.flatMap((s) => s.line.values.slice(0, end + 1).filter((v) => v !== null && Number.isFinite(v)));
  const y = scaleLinear([Math.min(0, ...values.map(Number)), Math.max(1.05, ...values.map(Number))], [bottom, top]);
  const step = y.domain()[1]! > 2.5 ? undefined : [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.25];
  const ticks = (step ?? y.ticks(6)).filter((t) => y(t) >= top - 1 && y(t) <= bottom + 1);
  const left = (max(ticks, (t) => measure(f.shareBrief(t, 0), small)) ?? 0) + size;
  const right = Math.max(left + 40, frame.width - labelWidth - size * 1.6);
  const x = scalePoint(['', ...periods], [left, right]);
  const at = (i: number) => x(periods[i] ?? '') ?? left;
  // More lines than names: those without a name are grey, nobody could tell them apart.
  const coloured = new Set(data.selected.length ? data.selected : named.map((s) => s.line.unit));
  const chosen = (l: PaceLine) => coloured.has(l.unit);

  const marks: Mark[] = ticks.flatMap<Mark>((v) => [
    {
      kind: 'path',
      d: segment(left, y(v), right, y(v)),
      stroke: v === 1 ? INK.text : INK.grid,
      strokeWidth: v === 1 ? size * 0.11 : 1,
    },
    { kind: 'text', x: left - size * 0.6, y: y(v), text: f.shareBrief(v, 0), size: small, fill: INK.soft, anchor: 'end' },
  ]);
  // At the top left no line is: it would have had to reach the year's target at once.
  marks.push({ kind: 'text', x: left + 4, y: y(1) - size * 0.75, text: words.target, size: small, fill: INK.text });
  const under = bottom + size * 1.2;
  const edge = measure(words.yearStart, small) / 2;
  marks.push({
    kind: 'text',
    x: Math.max(edge, left),
    y: under,
    text: words.yearStart,
    size: small,
    fill: INK.soft,
    anchor: 'middle',
  });
  periods.forEach((p, i) => {
    const now = i === end;
    marks.push({
      kind: 'text',
      x: at(i),
      y: under,
      text: f.periodShort(p),
      size: small,
      weight: now ? 600 : 400,
      fill: now ? INK.text : INK.soft,
      anchor: 'middle',
    });
    if (now) marks.push({ kind: 'path', d: segment(at(i), top, at(i), bottom), stroke: INK.line, dash: '2 3' });
  });

  const draw = line<readonly [number, number] | null>()
    .defined((p) => p !== null)
    .x((p) => p?.[0] ?? 0)
    .y((p) => p?.[1] ?? 0);
  const paceSpots = [[left, y(0)] as const, ...periods.map((_, i) => [at(i), y(data.pace[i] ?? 0)] as const)];
  // The pace lies over the grey lines and under the coloured ones.
  const [grey, bright] = [standings.filter((s) => !chosen(s.line)), standings.filter((s) => chosen(s.line))];
  marks.push(
    ...grey.flatMap(drawLine),
    { kind: 'path', d: draw(paceSpots) ?? '', stroke: INK.soft, strokeWidth: size * 0.15, dash: '7 4', title: words.pace },
    ...bright.flatMap(drawLine),
  );
  marks.push(...endLabels());
  let height = bottom + size * 2.4;
  const notes = [...(standings.length > named.length ? [words.rest(standings.length - named.length)] : [])];
  const missing = missingNote(data, standings, frame);
  for (const text of [...notes, ...missing]) {
    marks.push({ kind: 'text', x: 0, y: height + size * 0.3, text, size: small, fill: INK.soft });
    height += size * 1.5;
  }
  const key = [
    ...(standings.some(isBehind) ? [words.behind] : []),
    ...(standings.some((s) => !isBehind(s)) ? [words.onPace] : []),
  ];
  const keyText = fitText(key.join('　'), frame.width - left, small, measure);
  marks.push({ kind: 'text', x: frame.width - 1, y: size * 0.7, text: keyText, size: small, fill: INK.soft, anchor: 'end' });
  return { marks, height };

  function drawLine(s: PaceStanding): Mark[] {
    const l = s.line;
    const spots = periods.map((_, i) => {
      const v = i <= end ? l.values[i] : null;
      return v === null || v === undefined || !Number.isFinite(v) ? null : ([at(i), y(v)] as const);
    });
    const colour = chosen(l) ? l.style.colour : INK.faint;
    const strong = data.selected.length > 0 && chosen(l);
    const d = draw([[left, y(0)], ...spots]) ?? '';
    const drawn: Mark[] = [
      {
        kind: 'path',
        d,
        stroke: colour,
        strokeWidth: size * (strong ? 0.19 : 0.115),
        unit: l.unit,
        ...(l.style.dash && chosen(l) && { dash: l.style.dash }),
        lit: { stroke: l.style.colour, strokeWidth: size * 0.19, ...(l.style.dash && { dash: l.style.dash }) },
      },
      { kind: 'path', d, stroke: colour, strokeWidth: 12, hit: true, key: l.unit, unit: l.unit, title: l.name },
    ];
    spots.forEach((spot, i) => {
      const period = periods[i];
      const v = l.values[i];
      if (!spot || !period || v === null || v === undefined) return;
      const last = i === s.index;
      const behind = v - (data.pace[i] ?? 0) < -1e-6;
      const touch = {
        key: `${l.unit}/${period}`,
        unit: l.unit,
        title: [
          `${l.name} · ${f.period(period)}`,
          `${words.value} ${write(v)}`,
          `${words.pace} ${write(data.pace[i] ?? 0)}`,
          `${words.distance} ${f.signed((v - (data.pace[i] ?? 0)) * 100, 1)}`,
          l.note,
        ]
          .filter(Boolean)
          .join('\n'),
        action: `point:${l.unit}:${period}`,
      };
      const r = !last ? size * 0.15 : chosen(l) ? size * 0.36 : size * 0.25;
      // The newest figure has the sign of its label: a triangle behind, a dot on pace.
      if (last && behind)
        drawn.push({ kind: 'path', d: triangle(spot[0], spot[1], r), fill: colour, lit: { fill: l.style.colour }, ...touch });
      else drawn.push({ kind: 'circle', x: spot[0], y: spot[1], r, fill: colour, lit: { fill: l.style.colour }, ...touch });
    });
    return drawn;
  }

  /** Names at the right with a leader from where each line ended; the pace has one too. */
  function endLabels(): Mark[] {
    const ends = named.map((s) => ({ s, from: at(s.index), y: y(s.value), text: labelOf(s) }));
    const pace = { s: null, from: right, y: y(data.pace.at(-1) ?? 1), text: words.pace };
    const list = [...ends, pace];
    const places = dodge(
      list.map((e) => e.y),
      lineGap,
      top,
      bottom,
    );
    return list.flatMap<Mark>((e, i) => {
      const place = places[i] ?? e.y;
      const l = e.s?.line;
      const labelX = right + size * 1.3;
      const from = e.from + size * 0.5;
      const weight = l && data.selected.includes(l.unit) ? 600 : 400;
      const elbow = right + size * 0.5;
      return [
        // Dotted through the plot, so that it is no line of figures.
        ...(from < elbow
          ? [
              {
                kind: 'path',
                d: segment(from, e.y, elbow, e.y),
                stroke: INK.line,
                dash: '1 4',
                ...(l && { unit: l.unit }),
              } as const,
            ]
          : []),
        {
          kind: 'path',
          d: segment(Math.max(from, elbow), e.y, labelX - 3, place),
          stroke: INK.faint,
          ...(l && { unit: l.unit }),
        },
        {
          kind: 'text',
          x: labelX,
          y: place,
          text: fitText(e.text, labelWidth, small, measure, weight),
          size: small,
          weight,
          fill: l && chosen(l) ? l.style.colour : INK.soft,
          ...(l ? { key: l.unit, unit: l.unit, title: e.text, action: `unit:${l.unit}` } : { title: words.pace }),
        },
      ];
    });
  }
}

const triangle = (x: number, y: number, r: number): string =>
  `M${x - r * 1.2},${y - r}L${x + r * 1.2},${y - r}L${x},${y + r * 1.3}Z`;

/** As many as have room are named: the chosen first, then those furthest behind. */
function namedOf(data: PaceData, standings: readonly PaceStanding[]): PaceStanding[] {
  const room = 32;
  return [...standings]
    .sort(
      (a, b) =>
        Number(data.selected.includes(b.line.unit)) - Number(data.selected.includes(a.line.unit)) || a.distance - b.distance,
    )
    .slice(0, room);
}
