/** Funnel, timeline, pace, tile map and geographic map: their pictures, and what each promises. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOf } from '../../src/charts/funnel/data';
import { placeFunnel } from '../../src/charts/funnel/place';
import { placePace } from '../../src/charts/pace/place';
import { sceneSvg } from '../../src/charts/scene-svg';
import { walk, type Scene } from '../../src/charts/scene';
import { arrange } from '../../src/charts/tile-map/arrange';
import { classOf, quantileClasses } from '../../src/charts/tile-map/classes';
import { hatchRect } from '../../src/charts/tile-map/hatch';
import { placeTileMap } from '../../src/charts/tile-map/place';
import { wrapText } from '../../src/charts/tile-map/wrap';
import { estimateText } from '../../src/charts/measure-text';
import { dayNumber, daysBefore, firstOf, monthIndex } from '../../src/charts/timeline/days';
import { placeTimeline } from '../../src/charts/timeline/place';
import type { CalendarDate } from '../../src/model/period';
import { holdsOfEvery, rects } from './every-picture';
import { overlaps, textBoxes } from './geometry';
import { pictures } from './pictures-b';
import { frame, units } from './sample';
import { dateOf, funnel, pace, paceWithMissing, tileMap, timeline, timelineOfCases } from './sample-b';

const texts = (scene: Scene): string[] => textBoxes(scene).map((b) => b.text);

describe('pictures', () => {
  for (const [name, picture] of Object.entries(pictures))
    it(`${name} is drawn as in test/output/${name}.svg`, async () => {
      await expect(sceneSvg(picture())).toMatchFileSnapshot(`../output/${name}.svg`);
    });
});

holdsOfEvery(pictures);

describe('every picture besides', () => {
  for (const [name, picture] of Object.entries(pictures))
    it(`${name} keeps rectangles, dots and paths inside the frame and has no red`, () => {
      const scene = picture();
      const outside: string[] = [];
      const check = (x: number, y: number, what: string) => {
        if (x < -2 || y < -2 || x > scene.width + 2 || y > scene.height + 2) outside.push(`${what} ${x},${y}`);
      };
      for (const { mark: m, x, y } of walk(scene.marks)) {
        if (m.kind === 'rect') {
          check(x + m.x, y + m.y, 'rect');
          check(x + m.x + m.width, y + m.y + m.height, 'rect');
        }
        if (m.kind === 'circle') check(x + m.x, y + m.y, 'circle');
        if (m.kind === 'path')
          for (const p of m.d.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)) check(x + Number(p[1]), y + Number(p[2]), 'path');
      }
      expect(outside).toEqual([]);
      // The masthead's reds, as app.css has them.
      for (const red of ['#8f1d1d', '#741414']) expect(sceneSvg(scene)).not.toContain(red);
    });
});

describe('placeFunnel()', () => {
  it('prints shares of the stage before and of the first: 97 ÷ 128 = 75.8 %, 84 ÷ 97 = 86.6 %, 84 ÷ 128 = 65.6 %', () => {
    const rows = placeFunnel(funnel(), frame()).table.rows;
    expect(rows[2]).toEqual(['问题清零', '97', '75.8%', '75.8%']);
    expect(rows[3]).toEqual(['按期销号', '84', '86.6%', '65.6%']);
  });
  it('has no share of nothing or of what is not known', () => {
    expect([shareOf(3, 0), shareOf(3, null), shareOf(null, 3), shareOf(0, 3)]).toEqual([null, null, null, 0]);
  });
  it('gives bars lengths in the ratio of the counts, all from one edge', () => {
    const bars = rects(placeFunnel(funnel(), frame())).filter((r) => r.action?.startsWith('stage:'));
    expect(new Set(bars.map((b) => b.x)).size).toBe(1);
    for (const [i, count] of [128, 128, 97, 84, 61, 46].entries())
      expect(bars[i]!.width / bars[0]!.width).toBeCloseTo(count / 128, 9);
  });
  it('says a missing stage in words and gives it no bar', () => {
    const scene = pictures.funnelWithMissing!();
    expect(texts(scene)).toContain('未报送');
    expect(rects(scene).some((r) => r.action === 'stage:s2')).toBe(false);
  });
  it('draws 60 of 300 units, says so, and has all in the table', () => {
    const scene = placeFunnel(funnel(300), frame());
    expect(texts(scene)).toContain('其余 240 个单位见表');
    expect(scene.table.columns).toHaveLength(4 + 300);
  });
});

describe('days', () => {
  it('are counted as the calendar does: 1970-01-01 is 0, 2000-03-01 is 11017, and dates that are none are null', () => {
    expect([dayNumber('1970-01-01'), dayNumber('2000-03-01'), dayNumber('2024-02-29')]).toEqual([0, 11017, 19782]);
    expect(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-1-1', '', null].map(dayNumber)).toEqual(
      Array(7).fill(null),
    );
  });
  it('agree with the calendar of the language on any day', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), (d) => {
        const day = dayNumber(d.toISOString().slice(0, 10))!;
        expect(day).toBe(Math.floor(d.getTime() / 86400000));
        const month = monthIndex(day);
        expect(month).toBe(d.getUTCFullYear() * 12 + d.getUTCMonth());
        expect(firstOf(month)).toBe(daysBefore(d.getUTCFullYear(), d.getUTCMonth() + 1));
      }),
    );
    expect(dateOf(dayNumber('2026-09-30')!)).toBe('2026-09-30');
  });
});

describe('placeTimeline()', () => {
  it('has the overdue first, then the nearest deadline, then those without one, then the closed from the newest', () => {
    const rows = placeTimeline(timelineOfCases(), frame()).table.rows;
    expect(rows.map((r) => [r[0], r[6]])).toEqual([
      ['时限早于认定', '逾期 213 天；时限早于认定时间'],
      ['逾期 92 天', '逾期 92 天'],
      ['认定时间未填', '逾期 61 天；认定时间未填'],
      ['延期后又逾期', '逾期 30 天'],
      ['今日到期', '今日到期'],
      ['剩 31 天', '剩 31 天'],
      ['日期不存在', '剩 32 天；认定时间未填'],
      ['延期后未到期', '剩 61 天'],
      ['年份填错', '剩 76 天'],
      ['未定时限', '未定时限'],
      ['逾期销号', '已销号（逾期 36 天）'],
      ['按期销号并回头看', '已销号'],
    ]);
  });
  it('draws the first 60 of 1,000 and says that 940 are in the list, which has all', () => {
    const scene = placeTimeline(timeline(1000), frame());
    expect(texts(scene)).toContain('其余 940 项见列表');
    expect(scene.marks.filter((m) => m.kind === 'text' && m.action?.startsWith('item:'))).toHaveLength(60);
    expect(scene.table.rows).toHaveLength(1000);
  });
  it('does not count as closed what was closed after the day it is seen at', () => {
    const item = { id: 'a', label: '甲', start: '2026-01-01', deadline: '2026-06-30', closed: '2026-07-05' };
    const at = (asOf: string) =>
      placeTimeline({ ...timeline(0), asOf: asOf as CalendarDate, items: [item as never] }, frame()).table.rows[0]![6];
    expect([at('2026-06-20'), at('2026-07-04'), at('2026-07-05')]).toEqual(['剩 10 天', '逾期 4 天', '已销号（逾期 5 天）']);
  });
  it('keeps its texts apart and inside whatever the days are', () => {
    const day = fc.option(fc.integer({ min: dayNumber('2024-01-01')!, max: dayNumber('2029-12-31')! }).map(dateOf), {
      nil: null,
    });
    const items = fc.array(fc.record({ start: day, deadline: day, extended: day, closed: day, lookBack: day }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(items, fc.integer({ min: 420, max: 1800 }), (list, width) => {
        const scene = placeTimeline(
          { ...timeline(0), items: list.map((d, i) => ({ ...d, id: `${i}`, label: `组织${i}` })) },
          frame(width),
        );
        const boxes = textBoxes(scene);
        expect(overlaps(boxes)).toEqual([]);
        expect(boxes.filter((b) => b.left < -1 || b.right > width + 1)).toEqual([]);
        expect(rects(scene).filter((r) => r.width < 0)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });
});

describe('placePace()', () => {
  it('measures the distance from the pace of the newest figure’s own quarter: 20 % in the first is 5 points behind 25 %', () => {
    const rows = placePace(paceWithMissing('lines'), frame()).table.rows;
    expect(rows.map((r) => r.at(-1))).toEqual(['', '未设年度目标', '−5.0', '+5.0', '0.0', '+15.0', '−6.0']);
    expect(texts(placePace(paceWithMissing('bullets'), frame()))).toContain('▼ −5.0 (26Q1)');
  });
  it('signs who is behind with ▼ and who is on pace with ●, also exactly on it', () => {
    const labels = texts(placePace(paceWithMissing('lines'), frame()));
    expect(labels).toContain('● 望川区 75.0% (0.0)');
    expect(labels).toContain('▼ 松岭自治县 69.0% (−6.0)');
  });
  it('does not look at figures after the period it is at', () => {
    const data = pace('bullets', 3, 4);
    const scene = placePace({ ...data, at: data.periods[1]! }, frame());
    expect(scene.table.rows[1]![3]).toBe('未到期');
    expect(texts(scene)).toContain('时序进度 50.0%');
  });
  it('sorts bullets by value and puts units without a figure last with the reason', () => {
    const names = textBoxes(placePace(paceWithMissing('bullets'), frame()), (m) => m.action?.startsWith('unit:') ?? false);
    expect(names.map((b) => b.text)).toEqual(['石泓县', '临岚市', '望川区', '松岭自治县', '青禾县', '云溪县']);
    expect(texts(placePace(paceWithMissing('bullets'), frame()))).toContain('未报送：未设年度目标');
  });
  it('names 32 of 300 lines, says how many are not named, and has all in the table', () => {
    const scene = placePace(pace('lines', 300), frame());
    expect(texts(scene)).toContain('其余 268 个单位见表');
    expect(scene.table.rows).toHaveLength(301);
  });
  it('keeps its texts apart and inside whatever the figures are', () => {
    const values = fc.array(fc.option(fc.double({ min: -0.5, max: 6, noNaN: true }), { nil: null }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(
        fc.array(values, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('lines' as const, 'bullets' as const),
        (all, layout) => {
          const data = pace(layout, all.length);
          const scene = placePace({ ...data, lines: data.lines.map((l, i) => ({ ...l, values: all[i]! })) }, frame());
          expect(overlaps(textBoxes(scene))).toEqual([]);
          expect(textBoxes(scene).filter((b) => b.left < -1 || b.right > 961)).toEqual([]);
        },
      ),
      { numRuns: 80 },
    );
  });
});

describe('classes of tone', () => {
  const of = (...vs: number[]) => quantileClasses(vs.map((value) => ({ value, text: String(value) })));
  it('hold equally many of ten: five classes of two', () => {
    expect(of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10).map((c) => [c.from, c.to, c.count])).toEqual([
      ['1', '2', 2],
      ['3', '4', 2],
      ['5', '6', 2],
      ['7', '8', 2],
      ['9', '10', 2],
    ]);
  });
  it('never part equal figures, are one where all are alike and none of nothing', () => {
    expect(of(1, 1, 1, 1, 1, 1, 1, 2).map((c) => c.count)).toEqual([7, 1]);
    expect(of(5, 5, 5)).toEqual([{ from: '5', to: '5', low: 5, count: 3, depth: 0.5 }]);
    expect(of()).toEqual([]);
  });
  it('hold every figure once, in the class whose limits it is between', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 40 }), (vs) => {
        const classes = of(...vs);
        expect(classes.length).toBeLessThanOrEqual(5);
        expect(classes.reduce((n, c) => n + c.count, 0)).toBe(vs.length);
        for (const c of classes)
          expect(vs.filter((v) => classOf(classes, v) === c && v >= Number(c.from) && v <= Number(c.to))).toHaveLength(c.count);
      }),
    );
  });
});

describe('placeTileMap()', () => {
  it('arranges by default nearly square in the order of the roster: 5 units in rows of 3 and 2', () => {
    expect(arrange([undefined, undefined, undefined, undefined, undefined]).places.map((p) => [p.column, p.row])).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
      [0, 1],
      [1, 1],
    ]);
  });
  it('keeps given places, moves the second claim of one and places out of range, and gives every unit a place of its own', () => {
    const place = fc.option(fc.record({ column: fc.integer({ min: -3, max: 70 }), row: fc.constantFrom(0, 1, 2.5, NaN, 5) }), {
      nil: undefined,
    });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 40 }), (given) => {
        const { places, moved } = arrange(given);
        expect(new Set(places.map((p) => `${p.column},${p.row}`)).size).toBe(given.length);
        const kept = given.flatMap((g, i) => (g && !moved.includes(i) ? [{ g, p: places[i]! }] : []));
        for (const { g, p } of kept)
          expect([g.column - p.column, g.row - p.row]).toEqual([
            kept[0]!.g.column - kept[0]!.p.column,
            kept[0]!.g.row - kept[0]!.p.row,
          ]);
      }),
    );
  });
  it('has name and figure of every one of 300 units in its tile', () => {
    const data = tileMap(300);
    const shown = texts(placeTileMap(data, frame(1200)));
    for (const u of data.units) expect(shown).toContain(u.text);
    expect(shown.filter((t) => /^\d\d\.\d\d$/.test(t))).toHaveLength(300);
  });
  it('hatches a missing unit and says why, in tile and legend', () => {
    const data = tileMap(3, { missing: true });
    const scene = placeTileMap(data, frame());
    expect(texts(scene)).toEqual(expect.arrayContaining(['未报送', '未报送 · 1 个']));
    expect(scene.marks.filter((m) => m.kind === 'path').map((m) => m.unit)).toEqual([units[2]!.id]);
  });
});

describe('parts of the maps', () => {
  it('hatch a square of 10 with lines at 45° that stay in it', () => {
    const points = [...hatchRect(0, 0, 10, 10, 4).matchAll(/[ML]([\d.]+),([\d.]+)/g)].map((m) => [Number(m[1]), Number(m[2])]);
    expect(points.slice(0, 2)).toEqual([
      [0, 4],
      [4, 0],
    ]);
    expect(points.flat().every((v) => v >= 0 && v <= 10)).toBe(true);
  });
  it('break a name of eighteen characters into three lines of six, and cut only the last line', () => {
    const name = '云溪土家族苗族自治县高新技术产业园区';
    expect(wrapText(name, 60, 3, 10, estimateText)).toEqual(['云溪土家族苗', '族自治县高新', '技术产业园区']);
    expect(wrapText(name, 60, 2, 10, estimateText)).toEqual(['云溪土家族苗', '族自治县高…']);
    expect(wrapText('New Green County', 60, 3, 10, estimateText)).toEqual(['New Green', 'County']);
  });
});
