/** Slope, small multiples, dot plot, spine and waterfall: their pictures, and what each promises. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelSides, lanesOf } from '../../src/charts/dot-plot/dots';
import { placeDotPlot } from '../../src/charts/dot-plot/place';
import { estimateText } from '../../src/charts/measure-text';
import { walk, type Mark, type Scene } from '../../src/charts/scene';
import { sceneSvg } from '../../src/charts/scene-svg';
import { placeSlope, type SlopeEnd } from '../../src/charts/slope/place';
import { placeSmallMultiples } from '../../src/charts/small-multiples/place';
import { placeSpine, standing, type SpineRow } from '../../src/charts/spine/place';
import { hatch } from '../../src/charts/waterfall/hatch';
import { gather, remainder } from '../../src/charts/waterfall/parts';
import { placeWaterfall, type WaterfallPart } from '../../src/charts/waterfall/place';
import { wrapText } from '../../src/charts/wrap-text';
import { holdsOfEvery, rects } from './every-picture';
import { overlaps, textBoxes } from './geometry';
import { pictures } from './pictures-a';
import { frame } from './sample';
import { dots, grid, slope, spine, unitsOf, waterfall } from './sample-a';

describe('pictures', () => {
  for (const [name, picture] of Object.entries(pictures))
    it(`${name} is drawn as in test/output/${name}.svg`, async () => {
      await expect(sceneSvg(picture())).toMatchFileSnapshot(`../output/${name}.svg`);
    });
  it('never use the deep red of the masthead', () => {
    for (const picture of Object.values(pictures)) expect(sceneSvg(picture())).not.toMatch(/#8f1d1d|#741414/i);
  });
});

holdsOfEvery(pictures);

const texts = (scene: Scene): string[] => textBoxes(scene).map((b) => b.text);
const marksOf = (scene: Scene): Mark[] => [...walk(scene.marks)].map((p) => p.mark);
const circles = (scene: Scene) => marksOf(scene).flatMap((m) => (m.kind === 'circle' ? [m] : []));
/** No text on another, none outside, whatever the figures. */
function readable(scene: Scene): void {
  const boxes = textBoxes(scene);
  expect(overlaps(boxes)).toEqual([]);
  expect(boxes.filter((b) => b.left < -1 || b.right > scene.width + 1 || b.top < -1 || b.bottom > scene.height + 1)).toEqual([]);
}
const widths = fc.integer({ min: 520, max: 1800 });

describe('wrapText()', () => {
  it('breaks between words and Chinese characters, never before closing punctuation, and cuts in the last line', () => {
    expect(wrapText('软弱涣散整顿', 40, 10, estimateText)).toEqual(['软弱涣散', '整顿']);
    expect(wrapText('软弱涣散，整顿', 40, 10, estimateText)).toEqual(['软弱涣', '散，整顿']);
    // 5.5 px a Latin character.
    expect(wrapText('Peer mean of all', 50, 10, estimateText)).toEqual(['Peer mean', 'of all']);
    expect(wrapText('软弱涣散整顿软弱涣散整顿', 40, 10, estimateText)).toEqual(['软弱涣散', '整顿软…']);
  });
});

describe('placeSlope()', () => {
  const lineOf = (scene: Scene, unit: string) =>
    scene.marks.filter((m) => m.kind === 'path' && !m.hit && m.unit === unit && m.strokeWidth !== undefined && !m.dash);

  it('puts the first rank on top at both ends', () => {
    const scene = placeSlope(slope('rank'), frame());
    const heads = textBoxes(scene, (m) => /^point:/.test(m.action ?? ''));
    const before = heads.slice(0, 12).sort((a, b) => a.top - b.top);
    const now = heads.slice(12).sort((a, b) => a.top - b.top);
    for (const end of [before, now]) expect(end.map((b) => Number(b.text))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });
  it('draws those that moved in their colours and the unchanged in grey', () => {
    const data = slope('total');
    const strokes = data.lines.map((l) => {
      const [mark] = lineOf(placeSlope(data, frame()), l.unit);
      return mark?.kind === 'path' ? mark.stroke : undefined;
    });
    expect(strokes).toEqual(data.lines.map((l, i) => (i === 5 ? '#cfc8bc' : l.style.colour)));
  });
  it('draws only the selected in colour when there are any', () => {
    const data = slope('total', 12, { selected: [2] });
    const colours = new Set(circles(placeSlope(data, frame())).flatMap((c) => (c.unit === data.lines[2]!.unit ? [] : [c.fill])));
    expect(colours).toEqual(new Set(['#a39b8e', '#cfc8bc']));
  });
  it('takes a change below the least move for none', () => {
    const data = slope('total');
    const colours = new Set(circles(placeSlope({ ...data, leastMove: 100 }, frame())).map((c) => c.fill));
    expect(colours).toEqual(new Set(['#cfc8bc']));
  });
  it('says at which end a figure is missing and why, and draws no line there', () => {
    const data = slope('rank', 12, { missing: true });
    const scene = placeSlope(data, frame());
    expect(texts(scene)).toContain('临岚市 · 人才引进统计表未报送');
    expect(texts(scene)).toContain('青禾县 · 上期未参加考核');
    expect(lineOf(scene, data.lines[2]!.unit)).toEqual([]);
    expect(scene.table.rows[2]).toEqual(['临岚市', '第6名', '人才引进统计表未报送', '—']);
  });
  it('prints the change with its sign: 89.33 → 93.94 is +4.61, rank 2 → 4 is ↓2', () => {
    expect(placeSlope(slope('total'), frame()).table.rows[4]).toEqual(['石泓县', '总分 89.33', '总分 93.94', '+4.61']);
    expect(placeSlope(slope('rank'), frame()).table.rows[3]).toEqual(['望川区', '第2名', '第4名', '↓2']);
  });
  it('names the selected of 300 at both ends and says how many others have no name', () => {
    const data = slope('rank', 300, { selected: [250] });
    const scene = placeSlope(data, frame());
    expect(texts(scene).filter((t) => t === data.lines[250]!.name)).toHaveLength(2);
    const named = new Set(marksOf(scene).flatMap((m) => (m.kind === 'text' && m.action?.startsWith('unit:') ? [m.unit] : [])));
    expect(texts(scene)).toContain(`另有 ${300 - named.size} 个单位只画线，不标名称`);
  });
  it('stays readable whatever the totals, ties and gaps', () => {
    const end = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: -3, max: 12 }) }, { weight: 1, arbitrary: fc.constant(null) });
    const ends = fc.array(fc.tuple(end, end), { minLength: 1, maxLength: 30 });
    const of = (value: number | null): SlopeEnd => (value === null ? { value, why: '本期缺报' } : { value });
    fc.assert(
      fc.property(ends, widths, (all, width) => {
        const data = slope('total', all.length);
        const lines = data.lines.map((l, i) => ({ ...l, before: of(all[i]![0]), now: of(all[i]![1]) }));
        readable(placeSlope({ ...data, lines }, frame(width)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('placeSmallMultiples()', () => {
  const panels = (scene: Scene) => scene.marks.flatMap((m) => (m.kind === 'group' ? [m] : []));

  it('takes as many columns as the width allows, and no more rows than they need', () => {
    const columns = (n: number, width: number) =>
      new Set(panels(placeSmallMultiples(grid(n), frame(width))).map((p) => p.x)).size;
    expect([columns(3, 960), columns(12, 480), columns(12, 960), columns(12, 1800), columns(300, 1800)]).toEqual([
      3, 2, 4, 6, 12,
    ]);
    for (const n of [3, 12, 300]) expect(panels(placeSmallMultiples(grid(n), frame()))).toHaveLength(n);
  });
  it('has one scale for all panels: the same figure is at the same height in each', () => {
    const data = grid(6);
    const own = data.periods.map(() => 81);
    const scene = placeSmallMultiples({ ...data, panels: data.panels.map((p) => ({ ...p, own })) }, frame());
    expect(new Set(circles(scene).map((c) => c.y.toFixed(6))).size).toBe(1);
  });
  it('keeps gaps, and says of which period the last figure is where it is not the newest', () => {
    const scene = placeSmallMultiples(grid(6), frame());
    const line = marksOf(panels(scene)[1] ? { ...scene, marks: [panels(scene)[1]!] } : scene).find(
      (m) => m.kind === 'path' && m.stroke === unitsOf(2)[1]!.style.colour,
    );
    expect(line?.kind === 'path' && line.d.lastIndexOf('M')).toBeGreaterThan(0);
    expect(texts(scene).some((t) => /^\d+\.\d\d \(25Q4\)$/.test(t))).toBe(true);
  });
  it('shows the others as hairlines, and as a band, said below, where they are too many', () => {
    expect(texts(placeSmallMultiples(grid(12), frame())).at(-1)).toBe('灰线为其余单位，各图同一刻度');
    expect(texts(placeSmallMultiples(grid(300), frame())).at(-1)).toBe('灰带为全部单位最低至最高，各图同一刻度');
  });
  it('stays readable whatever the figures and gaps', () => {
    const course = fc.array(fc.option(fc.integer({ min: -50, max: 120 }), { nil: null }), { minLength: 11, maxLength: 11 });
    fc.assert(
      fc.property(fc.array(course, { minLength: 1, maxLength: 9 }), widths, (courses, width) => {
        const data = grid(courses.length);
        const some = data.panels.map((p, i) => ({ ...p, own: courses[i]!, others: courses, why: '本单位未参加考核' }));
        readable(placeSmallMultiples({ ...data, panels: some }, frame(width)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('placeDotPlot()', () => {
  it('lanesOf() gives dots closer than their size lanes of their own, in the order of their places', () => {
    // 10 and 12 touch, 20 is 10 from the first, 21 must avoid both lanes' last (20, 12): 21 − 12 = 9 < 10.
    expect(lanesOf([10, 12, 20, 21], 10)).toEqual([0, 1, 0, 2]);
    expect(lanesOf([5, 5, 5], 4)).toEqual([0, 1, 2]);
    expect(lanesOf([30, 10], 10)).toEqual([0, 0]);
  });
  it('labelSides() puts names to the right, else to the left, and gives up where neither is free', () => {
    const at = (...xs: number[]) => xs.map((x) => ({ x, width: 30 }));
    expect(labelSides(at(50), 4, 2, [0, 100])).toEqual(['right']);
    // 80 + 4 + 2 + 30 is beyond 100.
    expect(labelSides(at(80), 4, 2, [0, 100])).toEqual(['left']);
    expect(labelSides(at(40, 60), 4, 2, [0, 100])).toEqual(['left', 'right']);
    expect(labelSides(at(40, 50, 60), 4, 2, [0, 100])).toBeNull();
    expect(labelSides(at(40, 45), 4, 2, [0, 100])).toBeNull();
    // A tick at 70 is in the way of the right side; one on each side is no reason to give up.
    expect(labelSides(at(50), 4, 2, [0, 100], [70])).toEqual(['left']);
    expect(labelSides(at(50), 4, 2, [0, 100], [70, 30])).toEqual(['right']);
  });
  it('has one scale from 0 to 100 % of full marks for all rows', () => {
    const data = dots(5);
    const scene = placeDotPlot(data, frame());
    const points = circles(scene).flatMap((c) => {
      const [, unit, id] = c.action?.match(/^cell:(.*):(.*)$/) ?? [];
      const row = data.rows.find((r) => r.indicator === id);
      const dot = row?.dots[data.units.findIndex((u) => u.unit === unit)];
      return dot?.spot ? [{ x: c.x, at: dot.spot.at }] : [];
    });
    expect(points).toHaveLength(50);
    const [a, b] = [points[0]!, points.find((p) => p.at !== points[0]!.at)!];
    const slopeOf = (b.x - a.x) / (b.at - a.at);
    for (const p of points) expect(p.x).toBeCloseTo(a.x + (p.at - a.at) * slopeOf, 6);
  });
  it('names two beside their dots and five by numbers with a key', () => {
    expect(texts(placeDotPlot(dots(2), frame())).filter((t) => t === '云溪县')).toHaveLength(11);
    const five = texts(placeDotPlot(dots(5), frame()));
    expect(five.filter((t) => t === '云溪县')).toHaveLength(1);
    expect(five.filter((t) => t === '1')).toHaveLength(11);
  });
  it('says who has no value and why, and how many of those without a name', () => {
    expect(texts(placeDotPlot(dots(6, { missing: true }), frame()))).toContain('3 缺报');
    const many = placeDotPlot(dots(300, { missing: true, selected: [0] }), frame());
    expect(texts(many)).toContain('50 个单位无数据');
    expect(texts(many).at(-1)).toContain('空心灰点为其余 299 个单位');
  });
  it('prints the ends of every row that has a scale of its own', () => {
    const data = dots(5, { scale: 'value' });
    const shown = texts(placeDotPlot(data, frame()));
    for (const r of data.rows) {
      const all = [...r.dots.map((d) => d.spot), r.mean, r.best, r.target].flatMap((s) => s ?? []).sort((a, b) => a.at - b.at);
      expect(shown).toContain(all[0]!.text);
      expect(shown).toContain(all.at(-1)!.text);
    }
  });
  it('stays readable whatever the shares, of one to twelve units, on both scales', () => {
    const share = fc.option(fc.double({ min: -0.4, max: 1.3, noNaN: true }), { nil: null });
    const rows = fc.array(fc.array(share, { minLength: 12, maxLength: 12 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(
        rows,
        fc.integer({ min: 1, max: 12 }),
        widths,
        fc.constantFrom('marks' as const, 'value' as const),
        (all, n, width, scale) => {
          const data = dots(n, { scale });
          const made = all.map((row, k) => ({
            ...data.rows[k]!,
            dots: row
              .slice(0, n)
              .map((v) => (v === null ? { spot: null, why: '缺报' } : { spot: { at: v, text: `${(v * 100).toFixed(1)}%` } })),
          }));
          readable(placeDotPlot({ ...data, rows: made }, frame(width)));
        },
      ),
      { numRuns: 80 },
    );
  });
});

describe('placeSpine()', () => {
  const row = (value: number, better: SpineRow['better']): SpineRow => ({
    indicator: 'x',
    title: 'x',
    better,
    own: { value, text: String(value), rank: 1, of: 5 },
    peers: { min: 0, q1: 4, mean: 5, q3: 6, max: 10 },
    meanText: '5',
  });
  const dotX = (scene: Scene) => circles(scene).find((c) => c.action?.startsWith('cell:'))!.x;

  it('standing() tells what lies outside the quartiles, the other way round where less is better', () => {
    expect([7, 6, 5, 4, 3].map((v) => standing(row(v, 'higher')))).toEqual([
      'strength',
      'between',
      'between',
      'between',
      'weakness',
    ]);
    expect([7, 6, 5, 4, 3].map((v) => standing(row(v, 'lower')))).toEqual([
      'weakness',
      'between',
      'between',
      'between',
      'strength',
    ]);
    expect(standing(row(9, 'neither'))).toBe('between');
  });
  it('has what is better to the right of the spine, also where less is better', () => {
    // Without the words behind titles, which would make the picture narrower.
    const data = { ...spine(), words: { ...spine().words, lower: '' } };
    const at = (value: number, better: SpineRow['better']) => dotX(placeSpine({ ...data, rows: [row(value, better)] }, frame()));
    const middle = at(5, 'higher');
    expect(at(5, 'lower')).toBeCloseTo(middle, 9);
    expect(at(5.5, 'higher')).toBeGreaterThan(middle);
    expect(at(5.5, 'lower')).toBeLessThan(middle);
    // Mirrored exactly: half a unit either way.
    expect(at(5.5, 'higher') - middle).toBeCloseTo(middle - at(5.5, 'lower'), 9);
  });
  it('says that such rows are turned round, only where there are any', () => {
    const said = '向右均为较好；注明“越低越好”的指标已左右翻转。';
    expect(texts(placeSpine(spine(), frame()))).toContain(said);
    expect(texts(placeSpine({ ...spine(), rows: [row(5, 'higher')] }, frame()))).not.toContain(said);
  });
  it('prints ▲ for what is above the quartiles and ▼ for what is below, once a row', () => {
    const signs = (values: number[]) =>
      texts(
        placeSpine({ ...spine(), rows: values.map((v, i) => ({ ...row(v, 'higher'), indicator: `i${i}` })) }, frame()),
      ).filter((t) => /[▲▼]/.test(t));
    expect(signs([9, 5, 1])).toEqual(['▲', '▼']);
  });
  it('says why a row has no value, with and without peers', () => {
    const shown = texts(placeSpine(spine(12, { missing: true }), frame()));
    for (const why of ['缺报', '未到期', '不适用', '人才引进统计表未报送']) expect(shown).toContain(why);
  });
  it('stands on the spine where all are alike, dust of the mean or not', () => {
    const scene = placeSpine(spine(12, { tie: true }), frame());
    expect(new Set(circles(scene).flatMap((c) => (c.action ? [c.x.toFixed(3)] : []))).size).toBe(1);
  });
});

describe('placeWaterfall()', () => {
  const part = (points: number | null, i: number): WaterfallPart => ({ indicator: `i${i}`, title: `指标${i}`, points });
  const signed = (text: string) => Number(text.replace('\u2212', '-').replace('+', ''));
  const bars = (scene: Scene) => rects(scene).filter((r) => r.action?.startsWith('cell:') || r.title?.startsWith('其余'));

  it('gather() keeps the largest by size in order, equal ones as given, and sums the others', () => {
    const parts = [1, -3, 0, 3, 0.5, -0.2, null].map(part);
    const { shown, rest, restPoints, unknown } = gather(parts, 3);
    expect(shown.map((p) => p.points)).toEqual([-3, 3, 1]);
    expect(rest.map((p) => p.points)).toEqual([0.5, -0.2, 0]);
    expect([restPoints, unknown.length]).toEqual([0.3, 1]);
    // One alone keeps its name.
    expect(gather(parts.slice(0, 4), 3).shown.map((p) => p.points)).toEqual([-3, 3, 1, 0]);
  });
  it('remainder() is what the parts leave: 81.2 − 72.3 − (5 + 3.8) = 0.1, without dust', () => {
    expect(remainder(72.3, 81.2, [part(5, 0), part(3.8, 1)])).toBe(0.1);
    expect(remainder(72.3, 81.2, [part(5.1, 0), part(3.8, 1)])).toBe(0);
  });
  it('prints parts that add up to the printed difference, whatever was gathered', () => {
    for (const n of [3, 10, 300]) {
      const scene = placeWaterfall(waterfall(n), frame());
      const parts = textBoxes(scene, (m) => m.fill === '#26221d' && /^[+\u2212]?\d+\.\d\d$/.test(m.text) && !m.action).map((b) =>
        signed(b.text),
      );
      const [, difference = ''] = texts(scene).flatMap((t) => t.match(/^\d+\.\d\d \((.*)\)$/) ?? []);
      expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(signed(difference), 9);
    }
  });
  it('begins every bar where the one before ended, as long as its points on one scale', () => {
    const data = waterfall(9);
    const scene = placeWaterfall(data, frame());
    const order = gather(data.parts, 10).shown;
    const [first] = bars(scene);
    const perPoint = first!.width / Math.abs(order[0]!.points!);
    let at = order[0]!.points! > 0 ? first!.x : first!.x + first!.width;
    bars(scene).forEach((bar, i) => {
      const points = order[i]!.points!;
      expect(bar.width).toBeCloseTo(Math.abs(points) * perPoint, 6);
      expect(points > 0 ? bar.x : bar.x + bar.width).toBeCloseTo(at, 6);
      at += points * perPoint;
    });
    expect(bars(scene)).toHaveLength(order.length);
  });
  it('shows what the parts do not explain as a row of its own', () => {
    const data = waterfall();
    const scene = placeWaterfall({ ...data, to: { ...data.to, total: data.to.total! + 0.25 } }, frame());
    expect(texts(scene)).toContain('未能分解的差额');
    expect(texts(scene)).toContain('+0.25');
    expect(scene.table.rows.at(-2)).toEqual(['未能分解的差额', '+0.25']);
    expect(texts(placeWaterfall(data, frame()))).not.toContain('未能分解的差额');
  });
  it('says the number of the gathered, and lists every part in the table', () => {
    const scene = placeWaterfall(waterfall(300), frame());
    // 300 parts and the rounding, ten of them by themselves.
    expect(texts(scene)).toContain('其余 291 项');
    expect(scene.table.rows).toHaveLength(303);
  });
  it('says of which end the total is missing and why, instead of a picture', () => {
    const data = waterfall();
    const scene = placeWaterfall({ ...data, to: { ...data.to, total: null, why: '人才引进统计表未报送' } }, frame());
    expect(scene.empty).toBe('云溪县 · 人才引进统计表未报送');
  });
  it('says why a part cannot be compared', () => {
    expect(texts(placeWaterfall(waterfall(10, { missing: true }), frame()))).toContain('青禾县缺报，两县无从比较');
  });
  it('hatches a minus within its bar', () => {
    const numbers = [...hatch({ x: 10, y: 20, width: 30, height: 8 }, 5).matchAll(/[\d.]+/g)].map((m) => Number(m[0]));
    const xs = numbers.filter((_, i) => i % 2 === 0);
    const ys = numbers.filter((_, i) => i % 2 === 1);
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([10, 40]);
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...ys)).toBeLessThanOrEqual(28);
  });
  it('stays readable whatever the parts', () => {
    const points = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(points, widths, (all, width) => {
        const data = waterfall(3);
        const to = data.from.total! + all.reduce((t, p) => t + p, 0) / 100;
        readable(
          placeWaterfall({ ...data, parts: all.map((p, i) => part(p / 100, i)), to: { ...data.to, total: to } }, frame(width)),
        );
      }),
      { numRuns: 60 },
    );
  });
});
