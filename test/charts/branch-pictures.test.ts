/** The charts of branches: each named case is the picture in test/output, and what every chart promises of its geometry holds of it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fiveOf, placeDistribution, type DistributionData } from '../../src/charts/distribution/place';
import type { Scene } from '../../src/charts/scene';
import { walk } from '../../src/charts/scene';
import { sceneSvg } from '../../src/charts/scene-svg';
import { classTone, placeShareBars, type ShareBarsData } from '../../src/charts/share-bars/place';
import { moveOf, placeTransitionMatrix, type TransitionMatrixData } from '../../src/charts/transition-matrix/place';
import { numbers, overlaps, textBoxes } from './geometry';
import { frame, noise, units } from './sample';

const STARS = ['五星', '四星', '三星', '二星', '一星', '不定级', '未评'];
const countsOf = (i: number) => STARS.map((_, k) => Math.round(noise(i, k) * [20, 60, 90, 40, 6, 1, 8][k]!));
const LONG = '璇玑经济技术开发区（含托管街道和国有林场）';

const shares = (rows = units.map((u, i) => ({ key: u.id, unit: u.id, name: u.name, counts: countsOf(i) }))): ShareBarsData => ({
  ...{ title: '各县（市、区）支部星级', of: '单位', total: '支部数', classes: STARS, rows },
});

const classes = STARS.map((title, i) => ({ id: String(i), title }));
const matrix = (count: (r: number, c: number) => number | null): TransitionMatrixData => ({
  ...{ title: '支部星级变动', then: '2025年第四季度', now: '2026年第三季度', total: '合计', classes: 6 },
  rows: [...classes, { id: 'absent', title: '上期没有' }],
  columns: [...classes, { id: 'gone', title: '本期没有' }],
  counts: Array.from({ length: 8 }, (_, r) => Array.from({ length: 8 }, (__, c) => (r === 7 && c === 7 ? null : count(r, c)))),
  words: { rose: '升星', fell: '降星', kept: '持平' },
});

const words = {
  count: '支部数',
  least: '最低',
  lower: '下四分位',
  median: '中位数',
  upper: '上四分位',
  greatest: '最高',
  mean: '均值',
};
const lines = [60, 70, 80, 90].map((at, i) => ({ at, title: `${['二', '三', '四', '五'][i]}星线 ${at}` }));
const values = (i: number, n: number) => Float64Array.from({ length: n }, (_, k) => 55 + 40 * noise(i, k, 3)).sort();
const spread = (
  rows: DistributionData['rows'] = units.map((u, i) => ({ key: u.id, unit: u.id, name: u.name, values: values(i, 40 + i) })),
): DistributionData => ({
  ...{ title: '各县（市、区）支部得分', of: '单位', rows, lines, words },
});

const pictures: Readonly<Record<string, () => Scene>> = {
  shareBars: () => placeShareBars(shares(), frame()),
  shareBarsOfOneUnit: () => placeShareBars(shares(shares().rows.slice(0, 1) as never), frame()),
  shareBarsWithMissing: () =>
    placeShareBars(
      shares(
        units.slice(0, 3).map((u, i) => ({
          key: u.id,
          unit: u.id,
          name: u.name,
          counts: i === 1 ? STARS.map(() => 0) : [0, 0, 3, 0, 0, 0, 40],
        })),
      ),
      frame(640),
    ),
  shareBarsOfLongNames: () =>
    placeShareBars(
      shares(units.slice(0, 3).map((u, i) => ({ key: u.id, unit: u.id, name: LONG, counts: countsOf(i) }))),
      frame(640),
    ),
  shareBarsOfNothing: () => placeShareBars(shares([]), frame()),
  transitionMatrix: () =>
    placeTransitionMatrix(
      matrix((r, c) => (r === c ? 90 : Math.round(noise(r, c) * 9) * (Math.abs(r - c) < 3 ? 1 : 0))),
      frame(720),
    ),
  transitionMatrixOfOneUnit: () =>
    placeTransitionMatrix(
      matrix((r, c) => (r === 2 && c === 1 ? 1 : 0)),
      frame(720),
    ),
  transitionMatrixOfNewOnly: () =>
    placeTransitionMatrix(
      matrix((r, c) => (r === 7 && c < 7 ? 12_345 * (c + 1) : 0)),
      frame(720),
    ),
  transitionMatrixOfLongNames: () => {
    const m = matrix((r, c) => (r + c) * 7);
    const long = (all: TransitionMatrixData['rows']) => all.map((c) => ({ ...c, title: `${c.title}（先进示范支部）` }));
    return placeTransitionMatrix(
      { ...m, rows: long(m.rows), columns: long(m.columns), then: '2025年第四季度（上一评定期）' },
      frame(560),
    );
  },
  transitionMatrixOfNothing: () =>
    placeTransitionMatrix(
      matrix(() => 0),
      frame(),
    ),
  distribution: () => placeDistribution(spread(), frame()),
  distributionOfOneUnit: () => placeDistribution(spread([{ key: 'a', name: '云溪县', values: values(1, 60) }]), frame()),
  distributionWithMissing: () =>
    placeDistribution(
      spread([
        { key: 'a', name: '云溪县', values: values(1, 60) },
        { key: 'b', name: '青禾县', values: new Float64Array() },
        { key: 'c', name: '临岚市', values: values(3, 5) },
      ]),
      frame(640),
    ),
  distributionOfLongNames: () =>
    placeDistribution(spread(units.slice(0, 3).map((u, i) => ({ key: u.id, name: LONG, values: values(i, 20) }))), frame(640)),
  distributionOfNothing: () => placeDistribution(spread([{ key: 'a', name: '云溪县', values: new Float64Array() }]), frame()),
};

describe('every picture of branches', () => {
  for (const [name, picture] of Object.entries(pictures)) {
    it(`${name} is drawn as in test/output/${name}.svg`, async () => {
      await expect(sceneSvg(picture())).toMatchFileSnapshot(`../output/${name}.svg`);
    });
    it(`${name} has no text on another, none outside, no number that is not finite and no negative size`, () => {
      const scene = picture();
      const boxes = textBoxes(scene);
      expect(overlaps(boxes)).toEqual([]);
      expect(boxes.filter((b) => b.left < -1 || b.right > scene.width + 1 || b.top < -1 || b.bottom > scene.height + 1)).toEqual(
        [],
      );
      expect(numbers(scene).filter((n) => !Number.isFinite(n))).toEqual([]);
      const rects = [...walk(scene.marks)].flatMap(({ mark }) => (mark.kind === 'rect' ? [mark] : []));
      expect(rects.filter((r) => r.width < 0 || r.height < 0 || r.x < -1 || r.x + r.width > scene.width + 1)).toEqual([]);
    });
    it(`${name} has a table of what it shows, or says why it is empty`, () => {
      const { table, empty } = picture();
      expect(table.rows.length > 0).toBe(empty === undefined);
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
      if (name.endsWith('OfNothing')) expect(empty).toBe('没有可以显示的数据');
    });
  }
});

describe('placeShareBars()', () => {
  it('gives every part a width of its share, and the parts of a row fill it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 7, maxLength: 7 }), (counts) => {
        const all = counts.reduce((a, b) => a + b, 0);
        fc.pre(all > 0);
        const scene = placeShareBars(shares([{ key: 'a', name: '甲', counts }] as never), frame());
        const parts = scene.marks.flatMap((m) => (m.kind === 'rect' && m.action ? [m] : []));
        const whole = parts.reduce((w, p) => w + p.width, 0);
        expect(parts.map((p) => p.width / whole)).toEqual(
          counts.filter((c) => c > 0).map((c) => expect.closeTo(c / all, 9) as number),
        );
      }),
      { numRuns: 40 },
    );
  });
  it('tones fall from the best class to white for those without one', () => {
    const tones = STARS.map((_, k) => parseInt(classTone(k, STARS.length).slice(1, 3), 16));
    expect([...tones].sort((a, b) => a - b)).toEqual(tones);
    expect(classTone(6, 7)).toBe('#ffffff');
  });
});

describe('placeTransitionMatrix()', () => {
  it('a better class than before rose; beside the classes nothing moved', () => {
    expect([moveOf(2, 1, 6), moveOf(1, 2, 6), moveOf(3, 3, 6), moveOf(6, 0, 6), moveOf(0, 7, 6)]).toEqual([
      'rose',
      'fell',
      'kept',
      null,
      null,
    ]);
  });
  it('sums rows and columns to one whole, in the picture and in its table', () => {
    const { table } = pictures['transitionMatrixOfOneUnit']!();
    expect(table.rows.at(-1)?.slice(1)).toEqual(['0', '1', '0', '0', '0', '0', '0', '0', '1']);
  });
});

describe('fiveOf()', () => {
  it('1, 2, 3, 4: quartiles between neighbours are 1.75, 2.5 and 3.25', () => {
    expect(fiveOf(Float64Array.of(1, 2, 3, 4))).toEqual([1, 1.75, 2.5, 3.25, 4]);
    expect(fiveOf(Float64Array.of(7))).toEqual([7, 7, 7, 7, 7]);
  });
});
