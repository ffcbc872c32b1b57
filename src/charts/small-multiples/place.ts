/**
 * A grid of little line panels on one common scale: every panel has its own line strong and all others as grey
 * hairlines behind it, so that hundreds of courses can be compared without a legend.
 */
import { max, min } from 'd3-array';
import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { Period } from '../../model/period';
import type { UnitId } from '../../model/unit';
import { emptyScene, type Frame } from '../frame';
import { INK, type UnitStyle } from '../palette';
import { segment, type Mark, type Scene } from '../scene';
import { wrapText } from '../wrap-text';
import { backgroundOf, type Background, type Course } from './background';

export type { Course } from './background';

export interface Panel {
  /** Whose line is strong. */
  readonly unit: UnitId;
  /** Set where panels are one per indicator. */
  readonly indicator?: string;
  readonly title: string;
  readonly style: UnitStyle;
  readonly own: Course;
  /** The lines behind; panels with the same ones pass the same array. The own line may be among them. */
  readonly others: readonly Course[];
  /** In words why `own` has no figure at all. */
  readonly why?: string;
}

export interface SmallMultiplesData {
  readonly title: string;
  readonly periods: readonly Period[];
  /** total: points. rank: the first place is on top. share: 0 to 1, printed as a percentage. */
  readonly measure: 'total' | 'rank' | 'share';
  readonly panels: readonly Panel[];
  readonly words: {
    /** What the grey hairlines are. */
    readonly others: string;
    /** What the grey band is that stands for them where they are too many. */
    readonly band: string;
    readonly nothing?: string;
    readonly more?: (n: number) => string;
  };
}

/** How many ticks there may be about; the most that keep apart are taken. */
const TICKS = [4, 3, 2] as const;

const MOST = 300; // panels drawn; the table has all
/** Beyond this many figures in hairlines a picture only gets grey (and heavy): a band from lowest to highest instead. */
const HAIRLINE_FIGURES = 30000;

/**
 * Actions: a panel's title `indicator:<indicator>` or `unit:<unit>`, its points `point:<unit>:<period>`.
 * Keys: `<unit>/<indicator>` and `<unit>/<indicator>/<period>` (the indicator is empty in panels of units).
 */
export function placeSmallMultiples(data: SmallMultiplesData, frame: Frame): Scene {
  const { f, size, measure } = frame;
  const { periods } = data;
  const panels = data.panels.slice(0, MOST);
  const figures = panels.flatMap((p) => p.own.filter((v) => v !== null));
  if (!figures.length || !periods.length) return emptyScene(frame, data.title, data.words.nothing ?? f.words.noData);

  const backgrounds = new Map<readonly Course[], Background>();
  for (const { others } of panels) if (!backgrounds.has(others)) backgrounds.set(others, backgroundOf(others, periods.length));
  const drawn = panels.reduce((n, p) => n + p.others.length * periods.length, 0);
  const band = drawn > HAIRLINE_FIGURES;

  const small = size * 0.85;
  const write = (v: number) =>
    data.measure === 'rank' ? f.brief(v) : data.measure === 'share' ? f.shareBrief(v, 1) : f.points(v);
  const lasts = panels.map((p) => p.own.reduce<number>((last, v, t) => (v === null ? last : t), -1));
  const lastText = (p: Panel, i: number) => {
    const at = lasts[i] ?? -1;
    const period = periods[at];
    const value = p.own[at];
    if (value === null || value === undefined || !period) return '';
    return write(value) + (at < periods.length - 1 ? ` (${f.periodShort(period)})` : '');
  };
  const current = panels.filter((_, i) => lasts[i] === periods.length - 1);
  const valueWidth = max(current, (p) => measure(write(p.own.at(-1) ?? 0), size, 600)) ?? 0;

  // As many columns as fit, then no more than the rows need: a last row of one is avoided where it can be.
  const values = [...figures, ...[...backgrounds.values()].flatMap((b) => b.ends)];
  const domain = domainOf(values, data.measure);
  const gap = size * 1.8;
  const least = size * (panels.length > 40 ? 9 : 11);
  const plotLeast = size * 5;
  const axisTexts = [...TICKS.flatMap((n) => scaleLinear(domain, [0, 1]).ticks(n)), ...domain].map(tickText);
  const axis = (max(axisTexts, (t) => measure(t, small)) ?? 0) + size * 0.5;
  const fitting = Math.max(1, Math.floor((frame.width - axis + gap) / (Math.max(least, valueWidth + plotLeast) + gap)));
  const rows = Math.ceil(panels.length / fitting);
  const columns = Math.ceil(panels.length / rows);
  const panelWidth = Math.min((frame.width - axis - (columns - 1) * gap) / columns, size * 32);
  const plotWidth = Math.max(plotLeast, panelWidth - valueWidth - size * 0.9);
  const plotHeight = Math.min(size * 10, Math.max(plotLeast, plotWidth * 0.55));

  const titles = panels.map((p) => wrapText(p.title, panelWidth, size, measure, 2, 600));
  const head = size * 1.25 * (max(titles, (t) => t.length) ?? 1) + size * 0.5;
  const rowHeight = head + plotHeight + size * 3;
  const y = scaleLinear(domain, data.measure === 'rank' ? [0, plotHeight] : [plotHeight, 0]);
  const x = scalePoint(periods, [0, plotWidth]).align(1);
  const at = (i: number) => x(periods[i] ?? periods[0]!) ?? 0;
  const ticks = ticksOf();
  const path = line<number | null>()
    .defined((v) => v !== null)
    .x((_, i) => at(i))
    .y((v) => y(v ?? 0));

  const marks: Mark[] = panels.map((p, i) => ({
    kind: 'group',
    x: axis + (i % columns) * (panelWidth + gap),
    y: Math.floor(i / columns) * rowHeight + head,
    marks: panel(p, i),
  }));
  const bottom = rows * rowHeight;
  const rest = data.panels.length - panels.length;
  const others = band ? data.words.band : data.words.others;
  const note = wrapText(rest > 0 ? [others, data.words.more?.(rest)].join(' · ') : others, frame.width, small, measure);
  const hasOthers = panels.some((p) => p.others.some((o) => o !== p.own));
  if (hasOthers)
    note.forEach((text, k) =>
      marks.push({ kind: 'text', x: 0, y: bottom + size * (0.3 + k * 1.2), text, size: small, fill: INK.soft }),
    );

  return {
    width: frame.width,
    height: bottom + (hasOthers ? size * 1.2 * note.length : 0),
    title: data.title,
    marks,
    table: {
      columns: [
        panels.some((p) => p.indicator !== undefined) ? f.words.indicator : f.words.unit,
        ...periods.map((p) => f.period(p)),
      ],
      rows: data.panels.map((p) => [
        p.title,
        ...periods.map((_, t) => {
          const v = p.own[t] ?? null;
          return v === null ? f.words.none.missing : write(v);
        }),
      ]),
    },
  };

  function tickText(v: number): string {
    return data.measure === 'share' ? f.shareBrief(v, 1) : f.brief(v);
  }

  /** Few enough that their labels keep apart; ranks are whole. */
  function ticksOf(): number[] {
    const room = size * 1.5;
    const [low, high] = domain;
    if (data.measure === 'rank') return high > low ? [low, high] : [low];
    for (const n of TICKS) {
      const some = scaleLinear(domain, [0, 1]).ticks(n);
      if (some.every((v, i) => i === 0 || Math.abs(y(v) - y(some[i - 1] ?? v)) >= room)) return some;
    }
    return [low];
  }

  function panel(p: Panel, i: number): Mark[] {
    const key = `${p.unit}/${p.indicator ?? ''}`;
    const background = backgrounds.get(p.others);
    const inner: Mark[] = [
      ...ticks.map<Mark>((v) => ({ kind: 'path', d: segment(0, y(v), plotWidth, y(v)), stroke: INK.grid })),
      ...(i % columns === 0 ? ticks : []).map<Mark>((v) => ({
        kind: 'text',
        x: -size * 0.5,
        y: y(v),
        text: tickText(v),
        size: small,
        fill: INK.soft,
        anchor: 'end',
      })),
      ...periodEnds(),
      ...(titles[i] ?? []).map<Mark>((text, k, all) => ({
        kind: 'text',
        x: 0,
        y: -size * (0.95 + (all.length - 1 - k) * 1.25),
        text,
        size,
        weight: 600,
        fill: INK.text,
        key,
        unit: p.unit,
        title: [p.title, lastText(p, i) || p.why].filter(Boolean).join('\n'),
        ...(k === 0 && { action: p.indicator === undefined ? `unit:${p.unit}` : `indicator:${p.indicator}` }),
      })),
    ];
    if (background && p.others.length) inner.push(...(band ? bandMarks(background) : hairlines(p.others)));
    const last = lasts[i] ?? -1;
    if (last < 0) {
      const lines = wrapText(p.why ?? f.words.noData, plotWidth, small, measure, 3);
      lines.forEach((text, k) =>
        inner.push({
          kind: 'text',
          x: plotWidth / 2,
          y: plotHeight / 2 + (k - (lines.length - 1) / 2) * size * 1.2,
          text,
          size: small,
          fill: INK.text,
          anchor: 'middle',
        }),
      );
      return inner;
    }
    inner.push({ kind: 'path', d: path(p.own) ?? '', stroke: p.style.colour, strokeWidth: size * 0.17, unit: p.unit, key });
    p.own.forEach((v, t) => {
      const period = periods[t];
      if (v === null || !period) return;
      const spot = { kind: 'circle', x: at(t), y: y(v), fill: p.style.colour, unit: p.unit, key: `${key}/${period}` } as const;
      const title = `${p.title} · ${f.period(period)}\n${write(v)}`;
      const touch = { title, action: `point:${p.unit}:${period}` };
      const alone = (p.own[t - 1] ?? null) === null && (p.own[t + 1] ?? null) === null;
      // A figure alone between gaps has no line, and the last is the one that is read: both get a dot.
      if (alone || t === last) inner.push({ ...spot, r: size * 0.24, ...touch });
      else inner.push({ ...spot, r: size * 0.3, hit: true, ...touch });
    });
    const text = lastText(p, i);
    const spotY = Math.min(plotHeight, Math.max(0, y(p.own[last] ?? 0)));
    const early = last < periods.length - 1;
    const wide = measure(text, size, 600);
    inner.push({
      kind: 'text',
      x: early ? Math.max(0, Math.min(at(last) + size * 0.5, panelWidth - wide)) : plotWidth + size * 0.5,
      y: early ? besideLine(p.own, Math.min(at(last), panelWidth - wide), wide, spotY) : spotY,
      text,
      size,
      weight: 600,
      fill: p.style.colour,
      key,
      unit: p.unit,
    });
    return inner;
  }

  /** Within the plot a label stands above the own line, or below it where that is nearer or there is no room above. */
  function besideLine(own: Course, from: number, wide: number, spotY: number): number {
    const step = x.step() || 1;
    const under = own.flatMap((v, t) => (v !== null && at(t) > from - step && at(t) < from + wide + step ? [y(v)] : []));
    const above = (min(under) ?? spotY) - size * 0.85;
    const below = (max(under) ?? spotY) + size * 0.85;
    if (above < size * 0.4) return Math.min(below, plotHeight);
    if (below > plotHeight) return above;
    return spotY - above <= below - spotY ? above : below;
  }

  /** The first and the last period under every panel. */
  function periodEnds(): Mark[] {
    const ends = periods.length > 1 ? [0, periods.length - 1] : [0];
    return ends.map((t, k) => ({
      kind: 'text',
      x: at(t),
      y: plotHeight + size * 1.15,
      text: f.periodShort(periods[t] ?? periods[0]!),
      size: small,
      fill: INK.soft,
      anchor: periods.length === 1 || k === 1 ? 'end' : 'start',
    }));
  }

  function hairlines(courses: readonly Course[]): Mark[] {
    const d = courses.map((c) => path(periods.map((_, t) => c[t] ?? null)) ?? '').join('');
    // A figure alone has no line: a short dash stands for it.
    const single = courses.flatMap((c) =>
      c.flatMap((v, t) =>
        v !== null && (c[t - 1] ?? null) === null && (c[t + 1] ?? null) === null ? segment(at(t) - 2, y(v), at(t) + 2, y(v)) : [],
      ),
    );
    return [{ kind: 'path', d: d + single.join(''), stroke: INK.faint, strokeWidth: 0.75 }];
  }

  function bandMarks({ lows, highs }: Background): Mark[] {
    const out: Mark[] = [];
    let run: number[] = [];
    for (let t = 0; t <= periods.length; t++) {
      if (t < periods.length && (lows[t] ?? null) !== null) {
        run.push(t);
        continue;
      }
      const there = run.map((k) => `${at(k)},${y(highs[k] ?? 0)}`);
      const back = run.map((k) => `${at(k)},${y(lows[k] ?? 0)}`).reverse();
      if (run.length) out.push({ kind: 'path', d: `M${[...there, ...back].join('L')}Z`, fill: INK.pale, stroke: INK.grid });
      run = [];
    }
    return out;
  }
}

/** Lines need no zero: a little air, one value alone in the middle; ranks from the first to the last. */
function domainOf(values: readonly number[], kind: SmallMultiplesData['measure']): [number, number] {
  const low = min(values) ?? 0;
  const high = max(values) ?? 0;
  if (kind === 'rank') return [1, Math.max(1, high)];
  const air = high > low ? (high - low) * 0.06 : kind === 'share' ? 0.05 : 1;
  return [low - air, high + air];
}
