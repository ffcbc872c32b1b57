/** The city's review of branches: drawn from the rows in force, filled in, dropped, and the measure 市级抽查复核一致率 moves by it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Pipeline } from '../../src/pipeline/pipeline';
import { samplingListFile } from '../../src/report/sampling-list';
import { MemoryStore } from '../../src/workspace/store';
import { edited, type Grid } from '../report/grid';
import { City, file, Q3, roster, UNITS } from './small-city';

const city = new City();
afterAll(() => city.close());
let known: Pipeline;
beforeAll(async () => {
  known = (await city.open()).pipeline;
});

const COLUMNS = '县(市、区),乡镇(街道),党支部名称,领域,基础项得分,总分,审定星级';
/** 甲县: four rural branches, two of the community; 乙县: two. One of 甲县 has no stars. */
const BRANCHES = [
  '甲县,东镇,东一村党支部,农村,80,88,四星',
  '甲县,东镇,东二村党支部,农村,70,78,三星',
  '甲县,西镇,第一党支部（筹）,农村,90,95,五星',
  '甲县,西镇,西二村党支部,农村,60,66,二星',
  '甲县,城关街道,一社区党支部,社区,80,81,四星',
  '甲县,城关街道,二社区党支部,社区,80,82,四星',
  '甲县,城关街道,三社区党支部,社区,50,50,',
  '乙县,北镇,北一村党支部,农村,80,86,四星',
  '乙县,北镇,北二村党支部,农村,80,84,四星',
];
const table = (rows = BRANCHES, header = COLUMNS, name = '党支部星级评定明细2026年第三季度.csv') =>
  file(name, [header, ...rows, ''].join('\n'));

async function loaded(form = table(), store = new MemoryStore()): Promise<Pipeline> {
  await known.open(Promise.resolve(store));
  await known.drop([roster(), form]);
  expect(known.snapshot.pending).toEqual([]);
  return known;
}
const agreement = (p: Pipeline, unit = UNITS.甲县) => {
  const cell = p.snapshot.measures.get('branch-rating.review_agreement', unit, Q3);
  return cell && [cell.numerator, cell.denominator];
};
const codes = (p: Pipeline) => p.snapshot.notices.map((n) => n.code);
const [SCORE, STAR, NOTE] = [8, 9, 10];
async function list(p: Pipeline, size: { each: number } | { n: number } = { each: 9 }): Promise<Grid> {
  const drawn = await p.review.sample(Q3, { size, leastOne: true, seed: 20261008 });
  if (!drawn) throw new Error('nothing drawn');
  return edited((await samplingListFile(drawn, (id) => id)).blob);
}
const rowOf = (grid: Grid, branch: string): number => grid.rows.findIndex((r) => r.includes(branch));
const fill = (grid: Grid, branch: string, score: string, star: string, note = ''): Grid => {
  const row = rowOf(grid, branch);
  return grid.put(row, SCORE, score).put(row, STAR, star).put(row, NOTE, note);
};
const drop = (p: Pipeline, grid: Grid) => p.drop([new File([grid.xlsx()], '抽查名单.xlsx')]);

describe('a sample', () => {
  test('is of branches with stars, by county and sector: of 4, 2 and 2 half is 2, 1 and 1', async () => {
    const p = await loaded();
    const drawn = await p.review.sample(Q3, { size: { share: 0.5 }, leastOne: true, seed: 1 });
    expect(drawn?.notRated).toBe(1);
    expect(drawn?.strata.map((s) => [s.unit, s.sector, s.of, s.taken])).toEqual([
      ['A1', 'rural', 4, 2],
      ['A1', 'community', 2, 1],
      ['A2', 'rural', 2, 1],
    ]);
    expect(drawn?.branches).toHaveLength(4);
    expect(await p.review.sample(Q3, { size: { share: 0.5 }, leastOne: true, seed: 1 })).toEqual(drawn);
    // the same rows in another order, another file
    const again = await loaded(table([...BRANCHES].reverse()));
    expect(await again.review.sample(Q3, { size: { share: 0.5 }, leastOne: true, seed: 1 })).toEqual(drawn);
  });

  test('of a period without stars is none', async () => {
    const p = await loaded();
    expect(await p.review.sample('2026Q2' as typeof Q3, { size: { n: 5 }, leastOne: false, seed: 1 })).toBeNull();
  });
});

describe('a list that comes back', () => {
  test('makes the agreement: two of three reviewed as approved, though the county’s file has no such columns', async () => {
    const p = await loaded();
    expect(agreement(p)).toEqual([0, 0]);
    let grid = await list(p);
    grid = fill(fill(grid, '东一村党支部', '87.5', '四星'), '东二村党支部', '66', '二星', '台账不全');
    grid = fill(grid, '第一党支部（筹）', '', '5');
    await drop(p, grid.reversed());
    expect(p.snapshot.notices).toMatchObject([{ code: 'sample.taken', params: { n: 3, blank: 5 } }]);
    expect(agreement(p)).toEqual([2, 3]);
    expect(p.snapshot.tables.at(-1)?.report).toMatchObject({ accepted: 9, rejected: [], warnings: [] });
    expect(p.snapshot.reviews.notes).toMatchObject([{ unit: 'A1', branch: '东二村党支部', text: '台账不全' }]);
  });

  test('is one step that undo takes back and redo brings again; dropped twice it changes nothing more', async () => {
    const p = await loaded();
    const grid = fill(await list(p), '东一村党支部', '87.5', '四星');
    await drop(p, grid);
    const steps = p.snapshot.steps.length;
    await drop(p, grid);
    expect(p.snapshot.steps).toHaveLength(steps);
    await p.undo(p.snapshot.steps.at(-1)?.seq ?? 0);
    expect(agreement(p)).toEqual([0, 0]);
    await p.redo();
    expect(agreement(p)).toEqual([1, 1]);
    await drop(p, fill(grid, '东一村党支部', '70', '三星'));
    expect(agreement(p)).toEqual([0, 1]);
  });

  test('outlives the page', async () => {
    const store = new MemoryStore();
    const p = await loaded(table(), store);
    await drop(p, fill(await list(p), '东一村党支部', '87.5', '四星'));
    await p.open(Promise.resolve(new MemoryStore()));
    await p.open(Promise.resolve(store));
    expect(agreement(p)).toEqual([1, 1]);
  });

  test('goes into the file’s own columns where it has them', async () => {
    const rows = BRANCHES.map((r) => `${r},否,,`);
    const p = await loaded(table(rows, `${COLUMNS},是否抽查,市级复核得分,市级复核星级`));
    await drop(p, fill(await list(p), '北一村党支部', '86', '四星'));
    expect(agreement(p, UNITS.乙县)).toEqual([1, 1]);
    const last = p.snapshot.tables.at(-1);
    expect(last?.reading.columns.some((c) => c.added)).toBe(false);
    expect(last?.mends.cells.map((c) => [c.row, c.column, c.text])).toEqual([
      [9, 7, '是'],
      [9, 8, '86'],
      [9, 9, '四星'],
    ]);
  });

  test('tells a star that is none, a score without stars, a renamed branch and a broken code; none of them counts', async () => {
    const p = await loaded();
    let grid = await list(p);
    grid = fill(fill(fill(grid, '东一村党支部', '80', '七星'), '东二村党支部', '78', ''), '西二村党支部', '60', '二星');
    grid = fill(grid, '北一村党支部', '86', '四星');
    const broken = rowOf(grid, '北一村党支部');
    grid = grid.put(broken, NOTE + 1, `${grid.at(broken, NOTE + 1)}2`);
    await p.drop([
      table(
        BRANCHES.map((r) => r.replace('西二村', '西二新村')),
        COLUMNS,
        '星级明细2026年第三季度更正.csv',
      ),
    ]);
    await drop(p, grid);
    expect(codes(p)).toEqual(['sample.taken', 'sample.branchUnknown', 'cell.unreadable', 'cell.missing', 'sheet.codeBroken']);
    expect([agreement(p), agreement(p, UNITS.乙县)]).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test('without its column of stars says so', async () => {
    const p = await loaded();
    const grid = await list(p);
    await drop(p, fill(grid, '东一村党支部', '80', '四星').put(3, STAR, ''));
    expect(codes(p)).toContain('sample.noStars');
    expect(agreement(p)).toEqual([0, 0]);
  });
});
