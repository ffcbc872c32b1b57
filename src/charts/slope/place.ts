/**
 * Two periods side by side: what rank or total every unit had before and has now, as a line from one to the other.
 * Names and figures stand at both ends; a unit without a figure at one end is listed below with the reason.
 */
import { extent, max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { Period } from '../../model/period';
import type { UnitId } from '../../model/unit';
import { dodge } from '../dodge';
import { emptyScene, type Frame } from '../frame';
import { fitText } from '../measure-text';
import { INK, type UnitStyle } from '../palette';
import { segment, type Lit, type Mark, type Scene, type TextMark } from '../scene';

/** A figure, or in words why there is none. */
export type SlopeEnd = { readonly value: number; readonly tied?: boolean } | { readonly value: null; readonly why: string };

export interface SlopeLine {
  readonly unit: UnitId;
  readonly name: string;
  readonly style: UnitStyle;
  readonly before: SlopeEnd;
  readonly now: SlopeEnd;
  /** A further line of the tooltip. */
  readonly note?: string;
}

export interface SlopeData {
  readonly title: string;
  readonly measure: 'total' | 'rank';
  /** Before and now. */
  readonly periods: readonly [Period, Period];
  readonly lines: readonly SlopeLine[];
  /** Drawn in colour; none: all that moved are. */
  readonly selected: readonly UnitId[];
  /** A smaller change counts as none; default: what prints the same is unchanged. */
  readonly leastMove?: number;
  readonly words: {
    /** Heads the column of changes in the table. */
    readonly change: string;
    /** How many units have a line but no name, for want of room. */
    readonly unnamed: (n: number) => string;
    /** How many more units have no figure than are listed. */
    readonly more: (n: number) => string;
    /** Why there is nothing at all; default: `noData`. */
    readonly nothing?: string;
  };
}

/** More lines than this are not all named: the selected are, and those that moved most. */
const NAMED = 40;
/** And of more than this only the named and the first given are drawn at all; the table has all. */
const DRAWN = 300;
/** How many without a figure are listed per side. */
const LISTED = 8;

/** Actions: `unit:<unit>` (names), `point:<unit>:<period>` (figures and dots). Key: `<unit>`. May be narrower than the frame. */
export function placeSlope(data: SlopeData, frame: Frame): Scene {
  const { f, size, measure } = frame;
  const lines = data.lines.filter((l) => l.before.value !== null || l.now.value !== null);
  if (!lines.length) return emptyScene(frame, data.title, data.words.nothing ?? f.words.noData);

  const named = lines.length <= NAMED ? lines : mostMoved(lines, data);
  const isNamed = (l: SlopeLine): boolean => named.length === lines.length || named.includes(l);
  const write = (end: SlopeEnd): string =>
    end.value === null ? '' : data.measure === 'rank' ? f.brief(end.value) + (end.tied ? '=' : '') : f.points(end.value);
  const figure = (end: SlopeEnd): string =>
    end.value === null
      ? end.why
      : data.measure === 'rank'
        ? f.rank(end.value, end.tied)
        : `${f.words.total} ${f.points(end.value)}`;
  const changeOf = (l: SlopeLine): string => {
    const move = moveOf(l, data.measure);
    return move === null ? '' : data.measure === 'rank' ? f.change(move) : f.signed(move);
  };
  // Asked for often: figures are written once.
  const movers = new Set(
    lines.filter((l) => Math.abs(moveOf(l, data.measure) ?? 0) >= (data.leastMove ?? 0) && figure(l.before) !== figure(l.now)),
  );
  const moved = (l: SlopeLine): boolean => movers.has(l);
  const selected = (l: SlopeLine): boolean => data.selected.includes(l.unit);
  const coloured = (l: SlopeLine): boolean => (data.selected.length ? selected(l) : moved(l) && isNamed(l));
  const titleOf = (l: SlopeLine): string =>
    [
      l.name,
      `${f.period(data.periods[0])} ${figure(l.before)}`,
      `${f.period(data.periods[1])} ${[figure(l.now), changeOf(l)].filter(Boolean).join(' · ')}`,
      l.note,
    ]
      .filter(Boolean)
      .join('\n');

  const row = size * 1.4;
  const top = size * 2.8;
  const plotHeight = Math.max(size * 22, named.length * row * (named.length < lines.length ? 1.25 : 1));
  const bottom = top + plotHeight;
  const heads = data.periods.map((p) => f.period(p));
  const headWidth = max(heads, (t) => measure(t, size, 600)) ?? 0;
  const widest = (texts: readonly string[]) => max(texts, (t) => measure(t, size, 600)) ?? 0;
  const gap = size * 0.6;
  const leader = size * 1.2;
  const valueWidth = widest(lines.flatMap((l) => [write(l.before), write(l.now)]));
  // Arrows are wider in Chinese fonts than the estimate has them.
  const changeWidth = widest(lines.map(changeOf)) + size * 0.5;
  const nameWidth = Math.min(widest(named.map((l) => l.name)) + 1, Math.max(size * 4, frame.width * 0.25));
  const left = Math.max(nameWidth + gap + valueWidth + leader, headWidth);
  const rightRoom = Math.max(leader + valueWidth + gap + nameWidth + gap + changeWidth, headWidth + 1);
  // A plot much wider than high would make every slope look flat.
  const right = Math.max(left + size * 5, Math.min(frame.width - rightRoom, left + plotHeight * 1.3));
  const width = Math.max(right + rightRoom, Math.min(frame.width, size * 24));
  const x = [left, right] as const;
  const y = vertical(lines, data.measure, top, bottom);

  const marks: Mark[] = x.flatMap<Mark>((at, i) => [
    { kind: 'path', d: segment(at, top - size * 0.6, at, bottom + size * 0.6), stroke: INK.faint },
    {
      kind: 'text',
      x: at,
      y: size * 0.9,
      text: heads[i] ?? '',
      size,
      weight: 600,
      fill: INK.text,
      ...(i === 0 && { anchor: 'end' as const }),
    },
  ]);
  const inOrder = lines.filter((l, i) => i < DRAWN || isNamed(l)).sort((a, b) => rankOf(a) - rankOf(b));
  for (const l of inOrder) marks.push(...drawLine(l));
  marks.push(...labels('before'), ...labels('now'));

  let foot = bottom + size * 1.2;
  marks.push(...absent());
  const unnamed = lines.length - named.length;
  if (unnamed) {
    const text = fitText(data.words.unnamed(unnamed), width, size * 0.9, measure);
    marks.push({ kind: 'text', x: 0, y: foot + size * 0.8, text, size: size * 0.9, fill: INK.soft });
    foot += size * 1.6;
  }

  return {
    width,
    height: foot + size * 0.4,
    title: data.title,
    marks,
    table: {
      columns: [f.words.unit, ...heads, data.words.change],
      rows: data.lines.map((l) => [l.name, figure(l.before), figure(l.now), changeOf(l) || f.words.none.missing]),
    },
  };

  /** Unmoved lie undermost, the selected on top. */
  function rankOf(l: SlopeLine): number {
    return Number(moved(l)) + 2 * Number(isNamed(l)) + 4 * Number(coloured(l)) + 8 * Number(selected(l));
  }

  function drawLine(l: SlopeLine): Mark[] {
    const colour = coloured(l) ? l.style.colour : moved(l) && isNamed(l) ? INK.line : INK.faint;
    const strokeWidth = selected(l) ? 2.75 : !isNamed(l) ? 0.75 : moved(l) ? 1.5 : 1;
    const touch = { unit: l.unit, key: l.unit, title: titleOf(l) };
    const ys = [l.before, l.now].map((e) => (e.value === null ? null : y(e.value)));
    const [y0 = null, y1 = null] = ys;
    const out: Mark[] = [];
    if (y0 !== null && y1 !== null) {
      const d = segment(left, y0, right, y1);
      const dash = coloured(l) && l.style.dash ? { dash: l.style.dash } : {};
      const lit: Lit = { stroke: l.style.colour, strokeWidth: 2.75, ...(l.style.dash && { dash: l.style.dash }) };
      out.push({ kind: 'path', d, stroke: colour, strokeWidth, unit: l.unit, ...dash, lit });
      out.push({ kind: 'path', d, stroke: colour, strokeWidth: 10, hit: true, ...touch });
    }
    ys.forEach((at, i) => {
      if (at === null) return;
      const alone = y0 === null || y1 === null;
      const inward = i === 0 ? left + size * 1.6 : right - size * 1.6;
      // Nothing to lead to: a dotted stub and an open dot.
      if (alone && isNamed(l))
        out.push({
          kind: 'path',
          d: segment(x[i] ?? left, at, inward, at),
          stroke: colour,
          strokeWidth,
          dash: '2 3',
          unit: l.unit,
        });
      out.push({
        kind: 'circle',
        x: x[i] ?? left,
        y: at,
        r: selected(l) ? size * 0.3 : isNamed(l) ? size * 0.22 : size * 0.12,
        fill: alone ? '#ffffff' : colour,
        stroke: colour,
        strokeWidth: 1.5,
        lit: { stroke: l.style.colour, ...(!alone && { fill: l.style.colour }), r: size * 0.3 },
        ...touch,
        action: `point:${l.unit}:${data.periods[i] ?? data.periods[1]}`,
      });
    });
    return out;
  }

  /** Names and figures at one end, moved apart; at the right end the change too. */
  function labels(side: 'before' | 'now'): Mark[] {
    const period = data.periods[side === 'before' ? 0 : 1];
    const shown = named.flatMap((l) => {
      const { value } = l[side];
      return value === null ? [] : [{ l, at: y(value) }];
    });
    // Half a row beyond the plot at either end gives ties at the top and the bottom their room.
    const places = dodge(
      shown.map((s) => s.at),
      row,
      top - size * 0.7,
      bottom + size * 0.7,
    );
    const out = side === 'before' ? -1 : 1;
    const axis = side === 'before' ? left : right;
    const valueEnd = side === 'before' ? left - leader : right + leader + valueWidth;
    return shown.flatMap<Mark>(({ l, at }, i) => {
      const place = places[i] ?? at;
      const shared = { unit: l.unit, key: l.unit, title: titleOf(l) };
      const text: Omit<TextMark, 'x' | 'text'> = {
        kind: 'text',
        y: place,
        size,
        fill: coloured(l) ? l.style.colour : moved(l) ? INK.text : INK.soft,
        weight: selected(l) ? 600 : 400,
        lit: { fill: l.style.colour, weight: 600 },
        ...shared,
      };
      const name = fitText(l.name, nameWidth, size, measure, 600);
      const nameX = side === 'before' ? valueEnd - valueWidth - gap : valueEnd + gap;
      const from = axis + out * size * 0.4;
      const to = axis + out * (leader - size * 0.25);
      const marksOf: Mark[] = [
        { ...text, x: valueEnd, text: write(l[side]), anchor: 'end', action: `point:${l.unit}:${period}` },
        { ...text, x: nameX, text: name, action: `unit:${l.unit}`, ...(side === 'before' && { anchor: 'end' as const }) },
      ];
      if (Math.abs(place - at) > 1.5)
        marksOf.unshift({ kind: 'path', d: segment(from, at, to, place), stroke: INK.faint, unit: l.unit });
      if (side === 'now' && changeOf(l)) marksOf.push({ ...text, x: nameX + nameWidth + gap, text: changeOf(l) });
      return marksOf;
    });
  }

  /** Units without a figure, per side, with the reason; below a rule. */
  function absent(): Mark[] {
    const sides = (['before', 'now'] as const).map((side) =>
      data.lines.flatMap((l) => {
        const end = l[side];
        return end.value === null ? [{ l, text: `${l.name} · ${end.why}` }] : [];
      }),
    );
    const rows = Math.min(LISTED, max(sides, (s) => s.length) ?? 0);
    if (!rows) return [];
    const middle = (left + right) / 2;
    const starts = [0, middle + gap];
    const room = [middle - gap, width - middle - gap];
    const out: Mark[] = [{ kind: 'path', d: segment(0, foot, width, foot), stroke: INK.faint }];
    sides.forEach((list, i) => {
      const shown = list.length > rows ? list.slice(0, rows - 1) : list;
      const mark = (k: number, text: string): TextMark => ({
        kind: 'text',
        x: starts[i] ?? 0,
        y: foot + size * 0.3 + row * (k + 0.5),
        text: fitText(text, room[i] ?? 0, size * 0.9, measure),
        size: size * 0.9,
        fill: INK.soft,
      });
      shown.forEach(({ l, text }, k) =>
        out.push({ ...mark(k, text), unit: l.unit, key: l.unit, title: titleOf(l), action: `unit:${l.unit}` }),
      );
      if (shown.length < list.length) out.push(mark(shown.length, data.words.more(list.length - shown.length)));
    });
    foot += rows * row + size * 0.6;
    return out;
  }
}

/** Ranks or points won since before; null without both. */
function moveOf({ before, now }: SlopeLine, kind: SlopeData['measure']): number | null {
  if (before.value === null || now.value === null) return null;
  return kind === 'rank' ? before.value - now.value : now.value - before.value;
}

/** The selected, then those that moved most, as many as can be named well. */
function mostMoved(lines: readonly SlopeLine[], data: SlopeData): SlopeLine[] {
  const weight = (l: SlopeLine) => (data.selected.includes(l.unit) ? Infinity : Math.abs(moveOf(l, data.measure) ?? 0));
  const chosen = new Set([...lines].sort((a, b) => (weight(b) === weight(a) ? 0 : weight(b) - weight(a))).slice(0, NAMED * 0.6));
  return lines.filter((l) => chosen.has(l));
}

/** Ranks from the first place down; totals from the lowest to the highest. One figure alone is held in the middle. */
function vertical(lines: readonly SlopeLine[], kind: SlopeData['measure'], top: number, bottom: number) {
  const values = lines.flatMap((l) => [l.before, l.now].flatMap((e) => (e.value === null ? [] : [e.value])));
  const [low = 0, high = 0] = extent(values);
  const air = high > low ? 0 : 1;
  return scaleLinear([low - air, high + air], kind === 'rank' ? [top, bottom] : [bottom, top]);
}
