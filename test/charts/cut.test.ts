/** Pictures of very many units: what is drawn, what is told of the rest, and that the table has them all. */
import { expect, it } from 'vitest';
import { meets, stretchOf } from '../../src/charts/in-view';
import type { Mark, TextMark } from '../../src/charts/scene';
import { placeStackedBars } from '../../src/charts/stacked-bars/place';
import { placeTrend } from '../../src/charts/trend/place';
import type { UnitId } from '../../src/model/unit';
import { frame, stackedBars, trend } from './sample';

const texts = (marks: readonly Mark[]): string[] => marks.filter((m): m is TextMark => m.kind === 'text').map((m) => m.text);
const named = (marks: readonly Mark[]): Set<string> =>
  new Set(marks.flatMap((m) => (m.action?.startsWith('unit:') ? [m.action.slice(5)] : [])));
const id = (i: number): UnitId => `many${i}` as UnitId;

const bars = stackedBars();
const many = Array.from({ length: 250 }, (_, i) => ({ ...bars.rows[0]!, unit: id(i), name: `第${i}县`, rank: i + 1 }));

it('stacked bars of 250 units draw the first 100 and the one kept, say that 149 are not drawn, and tabulate all', () => {
  const scene = placeStackedBars({ ...bars, rows: many, kept: id(200), more: (n) => `另有 ${n} 个` }, frame());
  expect(named(scene.marks)).toEqual(new Set([...Array.from({ length: 100 }, (_, i) => id(i)), id(200)]));
  expect(texts(scene.marks)).toContain('另有 149 个');
  expect(scene.table.rows).toHaveLength(250);
});

it('a trend of 100 lines draws 60, the selected among them wherever they stand, says that 40 are not drawn, and tabulates all', () => {
  const data = trend('total', [id(90)]);
  const lines = Array.from({ length: 100 }, (_, i) => ({ ...data.lines[0]!, unit: id(i), name: `第${i}县` }));
  const scene = placeTrend({ ...data, lines, more: (n) => `另有 ${n} 条` }, frame());
  const drawn = new Set(scene.marks.flatMap((m) => (m.hit && m.unit ? [m.unit] : [])));
  expect(drawn).toEqual(new Set([...Array.from({ length: 59 }, (_, i) => id(i)), id(90)]));
  expect(texts(scene.marks)).toContain('另有 40 条');
  expect(scene.table.rows).toHaveLength(100);
});

it('stretchOf() is the vertical room of a mark, a group’s that of what it holds, and unknown for arcs', () => {
  const rect: Mark = { kind: 'rect', x: 0, y: 10, width: 5, height: 20 };
  expect(stretchOf(rect)).toEqual([10, 30]);
  expect(stretchOf({ kind: 'circle', x: 0, y: 10, r: 3 })).toEqual([7, 13]);
  expect(stretchOf({ kind: 'path', d: 'M1,40L900,-2.5L3,12' })).toEqual([-2.5, 40]);
  expect(stretchOf({ kind: 'path', d: 'M1,40A5,5 0 0 1 9,9' })).toBeNull();
  expect(stretchOf({ kind: 'group', x: 0, y: 100, marks: [rect] })).toEqual([110, 130]);
});

it('meets() holds where two stretches touch or one of them is unknown', () => {
  expect(meets([0, 10], [10, 20])).toBe(true);
  expect(meets([0, 9], [10, 20])).toBe(false);
  expect(meets(null, [10, 20])).toBe(true);
});
