/** The same table sent again: recognised, told apart cell by cell, and the older one kept and restored. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Differences } from '../../src/model/differences';
import type { Pipeline } from '../../src/pipeline/pipeline';
import type { Snapshot } from '../../src/pipeline/snapshot';
import { City, file, measure, Q3, roster, standing, talent, UNITS } from './small-city';

const city = new City();
afterAll(() => city.close());

const tables = (p: Pipeline, ledger = 'talent-intake') => p.snapshot.tables.filter((t) => t.ledger === ledger);

describe('a table sent twice', () => {
  let pipeline: Pipeline;
  let first: number;
  let second: number;
  beforeAll(async () => {
    ({ pipeline } = await city.open());
    await pipeline.drop([roster(), talent(['甲县,100,80,80,76', '乙县,100,50,50,45', '丙县,100,90,90,81'])]);
    await pipeline.drop([
      talent(['甲 县,100,80,80,76', '乙县,100,98,95,/', '丁办,1,1,1,1'], '更正2026年第三季度人才引进统计表.csv'),
    ]);
    await pipeline.nameUnit('丁办', null);
    [first, second] = tables(pipeline).map((t) => t.seq) as [number, number];
  });

  test('is a newer version of the first', () => {
    expect(tables(pipeline).map((t) => t.version)).toEqual([
      { n: 1, of: 2, before: null },
      { n: 2, of: 2, before: first },
    ]);
    expect(tables(pipeline).map((t) => t.coverage.inForce)).toEqual([1, 2]);
  });

  describe('has differences', () => {
    let found: Differences | null;
    const shown: Snapshot[] = [];
    beforeAll(async () => {
      const end = pipeline.subscribe((s) => shown.push(s));
      found = await pipeline.differences(second);
      end();
    });

    test('row by row and cell by cell, equal rows only counted', () => {
      expect(found?.same).toBe(1);
      expect(found?.differing).toBe(3);
      expect(found?.rows).toEqual([
        {
          change: 'changed',
          period: Q3,
          key: ['乙县'],
          rowBefore: 3,
          rowAfter: 3,
          cells: [
            { column: 'total_intake', before: '50', after: '98' },
            { column: 'full_time', before: '50', after: '95' },
            { column: 'full_time_arrived', before: '45', after: '/' },
          ],
        },
        { change: 'added', period: Q3, key: ['丁办'], rowBefore: null, rowAfter: 4, cells: [] },
        { change: 'removed', period: Q3, key: ['丙县'], rowBefore: 4, rowAfter: null, cells: [] },
      ]);
    });

    test('with their effect on totals, ranks and leaves, of the units that changed', () => {
      const effect = found?.effects.find((e) => e.unit === UNITS.乙县);
      expect(effect).toMatchObject({ period: Q3, rankBefore: 3, totalAfter: standing(pipeline, '乙县')[0] });
      expect(effect?.leaves.map((l) => l.leaf)).toContain('attainment');
      expect(found?.effects.some((e) => e.unit === UNITS.甲县 && e.totalBefore !== e.totalAfter)).toBe(false);
    });

    test('and nothing that shows has moved for it', () => {
      expect(new Set(shown)).toEqual(new Set([pipeline.snapshot]));
    });

    test('there are none for a first version', async () => {
      expect(await pipeline.differences(first)).toBeNull();
    });
  });

  test('the older one stands again when it is restored, and back after undo', async () => {
    const before = standing(pipeline, '乙县');
    await pipeline.restore(first);
    expect(tables(pipeline).map((t) => t.coverage.inForce)).toEqual([3, 0]);
    expect(measure(pipeline, '乙县', 'arrival')).toBeCloseTo(0.9, 12);
    const again = await pipeline.differences(second);
    expect(again?.effects.find((e) => e.unit === UNITS.乙县)).toMatchObject({ rankBefore: 3, totalAfter: before[0] });
    expect(measure(pipeline, '乙县', 'arrival')).toBeCloseTo(0.9, 12);
    await pipeline.undo(pipeline.snapshot.steps.at(-1)?.seq ?? 0);
    expect(standing(pipeline, '乙县')).toEqual(before);
  });
});

test('a county’s own correction is no version of the city’s collection; its second one is a version of its first', async () => {
  const { pipeline } = await city.open();
  await pipeline.drop([roster(), talent(['甲县,100,80,80,76', '乙县,100,50,50,45', '丙县,100,90,90,81'])]);
  await pipeline.drop([talent(['甲县,100,81,81,76'], '甲县人才引进统计表2026年第三季度.csv')]);
  await pipeline.drop([talent(['甲县,100,82,82,76'], '甲县人才引进统计表2026年第三季度(2).csv')]);
  expect(tables(pipeline).map((t) => [t.version.n, t.version.of])).toEqual([
    [1, 1],
    [1, 2],
    [2, 2],
  ]);
});

test('a sensitive count under three is kept down in differences too', async () => {
  const { pipeline } = await city.open();
  const sent = (n: number, copy: string) =>
    file(`第一书记和驻村工作队2026年第三季度${copy}.csv`, `县(市、区),应派数,在岗数,约谈\n甲县,10,9,${n}\n`);
  await pipeline.drop([roster(), sent(4, '')]);
  await pipeline.drop([sent(2, '(2)')]);
  const [, second] = tables(pipeline, 'first-secretaries');
  const found = await pipeline.differences(second?.seq ?? 0);
  expect(found?.rows[0]?.cells).toEqual([{ column: 'admonished', before: '4', after: '＜3' }]);
});

test('tables whose rows name their measures are versions of each other where they name the same ones', async () => {
  const { pipeline } = await city.open();
  const sent = (name: string, value: number) =>
    file(`2026年三季度通用指标表${name}${value}.csv`, `单位,指标,数值,期间\n甲县,${name},${value},2026Q3\n`);
  await pipeline.drop([roster(), sent('读书会', 1), sent('座谈会', 2)]);
  await pipeline.drop([sent('读书会', 3)]);
  expect(tables(pipeline, 'indicators').map((t) => [t.source.name, t.version.n, t.version.of])).toEqual([
    ['2026年三季度通用指标表读书会1.csv', 1, 2],
    ['2026年三季度通用指标表座谈会2.csv', 1, 1],
    ['2026年三季度通用指标表读书会3.csv', 2, 2],
  ]);
});
