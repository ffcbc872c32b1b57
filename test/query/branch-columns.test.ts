/** Branches as columns, bound by a real engine: what comes back is what the rows say. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine';
import { branchRating } from '../../src/ledgers/branch-rating';
import type { Period } from '../../src/model/period';
import { branchPeriods, countyOf, readBranches } from '../../src/pipeline/branch-table';
import { branchColumnsSql } from '../../src/query/branch-columns';
import { openNodeEngine } from '../support/engine';
import { force, load, prepare } from './demo';

const Q3 = '2026Q3' as Period;
let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await prepare(engine, branchRating);
  const row = (county: string, branch: string, more: Readonly<Record<string, string>>) => ({ county, branch, ...more });
  await load(engine, branchRating, 1, Q3, [
    row('甲县', '一村\n党支部', {
      branch_code: 'A1',
      sector: 'rural',
      township: '东镇',
      final_star: '5',
      total_score: '92.5',
      due: 'true',
    }),
    row('甲县', '二村党支部', { sector: 'rural', township: '东镇', total_score: '70' }),
    row('乙县', '机关第一党支部', { sector: 'office', final_star: '0', due: 'false', veto: 'true', satisfaction: '0.5' }),
  ]);
  await force(engine, branchRating, [
    [1, '甲县', 'u1', Q3],
    [1, '乙县', 'u2', Q3],
  ]);
});
afterAll(() => engine.close());

describe('branchPeriods()', () => {
  test('counts the branches in force of every period and those with a star; no star at all is a rating too', async () => {
    expect(await branchPeriods(engine)).toEqual([{ period: Q3, branches: 3, rated: 2 }]);
  });
});

describe('readBranches()', () => {
  test('gives texts by line, dictionaries of what repeats, figures with NaN for a blank, and the place in the file', async () => {
    const t = await readBranches(engine, Q3, 3);
    expect(t.names.split('\n')).toEqual(['一村 党支部', '二村党支部', '机关第一党支部']);
    expect(t.codes).toBe('A1\n\n');
    expect([0, 1, 2].map((i) => countyOf(t, i))).toEqual(['u1', 'u1', 'u2']);
    expect(t.townships).toEqual({ values: ['东镇', ''], codes: Uint16Array.of(0, 0, 1) });
    expect(t.sectors).toEqual({ values: ['rural', 'office'], codes: Uint16Array.of(0, 0, 1) });
    expect([...t.figures.final_star]).toEqual([5, NaN, 0]);
    expect([...t.figures.total_score]).toEqual([92.5, 70, NaN]);
    expect([...t.figures.due]).toEqual([1, NaN, 0]);
    expect([...t.figures.veto]).toEqual([NaN, NaN, 1]);
    expect([...t.figures.satisfaction]).toEqual([NaN, NaN, 0.5]);
    expect([[...t.imports], [...t.rows]]).toEqual([
      [1, 1, 1],
      [2, 3, 4],
    ]);
  });
  test('says so where fewer rows are there than were counted', async () => {
    await expect(readBranches(engine, Q3, 4)).rejects.toThrow('2026Q3: 3 branches where 4 were counted');
  });
  test('a period without rows is a table without branches', async () => {
    const none = await readBranches(engine, '2026Q1' as Period, 0);
    expect([none.size, none.names, none.counties.values]).toEqual([0, '', []]);
  });
});

describe('branchColumnsSql()', () => {
  test('asks for a piece of the rows in force as lists, in file order', () => {
    const sql = branchColumnsSql(Q3, { limit: 20, offset: 40 });
    expect(sql).toContain('LIMIT 20 OFFSET 40');
    expect(sql).toContain('list("_row" ORDER BY _import, _row) AS "rows"');
  });
});
