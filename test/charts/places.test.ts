/** What holds of every chart, whatever its figures, and what each chart promises of its geometry. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { behind, placeHeatTable, type HeatRow } from '../../src/charts/heat-table/place';
import type { RectMark } from '../../src/charts/scene';
import { placeStackedBars, type StackedBarsData } from '../../src/charts/stacked-bars/place';
import { placeTrend } from '../../src/charts/trend/place';
import { holdsOfEvery, rects } from './every-picture';
import { overlaps, textBoxes } from './geometry';
import { pictures } from './pictures';
import { frame, heatTable, sections, stackedBars, trend, units } from './sample';

holdsOfEvery(pictures);

describe('placeStackedBars()', () => {
  const figures = fc.array(
    fc.array(fc.option(fc.double({ min: -20, max: 40, noNaN: true }), { nil: null }), { minLength: 4, maxLength: 4 }),
    { minLength: 1, maxLength: 12 },
  );
  const dataOf = (parts: (number | null)[][], layout: StackedBarsData['layout']): StackedBarsData => ({
    ...stackedBars(layout),
    rows: parts.map((p, i) => ({
      unit: units[i]!.id,
      name: units[i]!.name,
      rank: i + 1,
      tied: false,
      total: p.reduce<number>((t, v) => t + (v ?? 0), 0),
      parts: p.map((points, k) => ({ points, full: sections[k]!.full })),
    })),
  });
  /** Pixels per point, read off the header strip: its width stands for the first section's full marks. */
  const perPoint = (all: RectMark[]) => (all.find((r) => r.key === `/${sections[0]!.id}`)!.width + 1) / sections[0]!.full;

  it('gives every part a width of its points on one scale, in both layouts', () => {
    fc.assert(
      fc.property(figures, fc.constantFrom('stacked' as const, 'columns' as const), (parts, layout) => {
        const all = rects(placeStackedBars(dataOf(parts, layout), frame()));
        const scale = perPoint(all);
        parts.forEach((p, i) =>
          p.forEach((points, k) => {
            const mark = all.find((r) => r.key === `${units[i]!.id}/${sections[k]!.id}`);
            // A hairline of 1 px parts neighbours.
            if (points) expect(Math.abs((mark?.width ?? 0) - Math.abs(points) * scale)).toBeLessThan(1.01);
            else expect(mark).toBeUndefined();
          }),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('keeps all bars between the names and the totals', () => {
    fc.assert(
      fc.property(figures, (parts) => {
        const scene = placeStackedBars(dataOf(parts, 'stacked'), frame());
        const totals = textBoxes(scene, (m) => m.action?.startsWith('total:') ?? false);
        const names = textBoxes(scene, (m) => m.action?.startsWith('unit:') ?? false);
        const bars = rects(scene).filter((r) => !r.hit);
        expect(Math.max(...bars.map((r) => r.x + r.width))).toBeLessThanOrEqual(Math.min(...totals.map((b) => b.left)) + 1);
        expect(Math.min(...bars.map((r) => r.x))).toBeGreaterThanOrEqual(Math.max(...names.map((b) => b.right)) - 1);
      }),
      { numRuns: 60 },
    );
  });

  it('shows a unit without a total as not ranked, with the reason and no bar', () => {
    const scene = placeStackedBars(stackedBars(), frame());
    const last = units.at(-1)!;
    expect(textBoxes(scene).map((b) => b.text)).toContain('未排名：人才引进统计表未报送');
    expect(rects(scene).filter((r) => !r.hit && r.unit === last.id)).toEqual([]);
  });
});

describe('placeTrend()', () => {
  it('puts the first rank on top', () => {
    const scene = placeTrend(trend('rank'), frame());
    const ticks = textBoxes(scene, (m) => m.anchor === 'end');
    expect(ticks.map((t) => Number(t.text))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect([...ticks].sort((a, b) => a.top - b.top)).toEqual(ticks);
  });
  it('breaks a line where figures are missing', () => {
    const scene = placeTrend(trend('total'), frame());
    const broken = scene.marks.filter((m) => m.kind === 'path' && !m.hit && m.unit === units[7]!.id);
    expect(broken.some((m) => m.kind === 'path' && m.d.lastIndexOf('M') > 0)).toBe(true);
  });
  it('draws the selected in their colours and all others in one grey', () => {
    const selected = [units[2]!.id];
    const scene = placeTrend(trend('total', selected), frame());
    const strokes = (own: boolean) =>
      new Set(scene.marks.flatMap((m) => (m.kind === 'circle' && selected.includes(m.unit!) === own ? [m.fill] : [])));
    expect(strokes(true)).toEqual(new Set(['#862e8f']));
    expect(strokes(false)).toEqual(new Set(['#cfc8bc']));
  });
  it('keeps the end labels apart in any small height, dropping those not selected', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 400 }), fc.integer({ min: 0, max: 5 }), (height, n) => {
        const scene = placeTrend(
          {
            ...trend(
              'total',
              units.slice(0, n).map((u) => u.id),
            ),
            height,
          },
          frame(),
        );
        const labels = textBoxes(scene, (m) => m.action?.startsWith('unit:') ?? false);
        expect(overlaps(labels)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('placeHeatTable()', () => {
  const row = (values: (number | null)[], better: HeatRow['better'], mean: number): HeatRow => ({
    indicator: 'x',
    title: 'x',
    full: 10,
    better,
    mean,
    extras: [],
    cells: values.map((value) => ({ text: String(value), value, points: value === null ? null : value * 10 })),
  });
  const levels = (r: HeatRow, by: 'lost' | 'mean') => r.cells.map((c) => behind(c, r, by));

  it('tones by the share of full marks lost', () => {
    expect(levels(row([1, 0.75, 0, null], 'higher', 0.5), 'lost')).toEqual([0, 0.25, 1, null]);
  });
  it('tones by the distance behind the mean in the direction that is better, never the ones ahead', () => {
    expect(levels(row([0.9, 0.5, 0.1, null], 'higher', 0.5), 'mean')).toEqual([0, 0, 1, null]);
    expect(levels(row([0.9, 0.5, 0.1, null], 'lower', 0.5), 'mean')).toEqual([1, 0, 0, null]);
    expect(levels(row([0.9, 0.1], 'neither', 0.5), 'mean')).toEqual([null, null]);
  });
  it('leaves a row in which all are close pale', () => {
    expect(levels(row([1, 0.99], 'higher', 1), 'mean')[1]).toBeCloseTo(0.1, 9);
  });
  it('prints missing, not applicable and not due in words', () => {
    const texts = textBoxes(placeHeatTable(heatTable('lost'), frame(1100))).map((b) => b.text);
    for (const word of ['—', '不适用', '未到期']) expect(texts).toContain(word);
  });
});
