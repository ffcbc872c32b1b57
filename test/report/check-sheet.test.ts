/** Check sheets and sampling lists as files: what stands in which column, in Chinese whatever the page speaks. */
import { describe, expect, test } from 'vitest';
import type { Period } from '../../src/model/period';
import { readRowCode } from '../../src/model/row-code';
import type { UnitId } from '../../src/model/unit';
import { checkSheetFile, checkSheetFiles } from '../../src/report/check-sheet';
import { samplingListFile } from '../../src/report/sampling-list';
import { scoreAll } from '../../src/score';
import { checkRows, type CheckSheet } from '../../src/score/check-rows';
import { leaf, measures, p, roster, scheme, section } from '../score/city';
import { edited } from './grid';
import { partsOf } from './support';

const Q3 = p('2026Q3');
const NAMES = { measure: (id: string) => `指标${id}`, unit: (id: string) => id };
const plan = scheme([section('s', [leaf('a', 60), leaf('b', 40)])]);
const book = scoreAll(
  plan,
  measures({ 'm.a': { [Q3]: { u: [9, 12], v: [1, 1] } }, 'm.b': { [Q3]: { v: 1 } } }),
  roster({ u: null, v: null }),
  [Q3],
);
const sheet = (unit: string, more: Partial<CheckSheet> = {}): CheckSheet => ({
  ...{ period: Q3, unit: unit as UnitId, unitName: '墨砚区', state: 'checking' as const, total: 45 },
  scheme: { title: '示例方案', version: '2026.1', hash: book.hash, decimals: 2 },
  rows: checkRows(book, Q3, unit as UnitId).map((r) => ({ ...r, sources: [{ file: '人才.csv', rows: 3 }], objections: [] })),
  ...more,
});

describe('a check sheet', () => {
  test('has for each leaf its path, marks, value, sides, points, marks lost, sentence and source, and room for the county', async () => {
    const { name, blob } = await checkSheetFile(sheet('u'), NAMES);
    expect(name).toBe('核对单-墨砚区-2026年第三季度.xlsx');
    const { rows } = await edited(blob);
    const head = rows.findIndex((r) => r[0] === '序号');
    const lines = rows.slice(head + 1).map((r) => Object.fromEntries((rows[head] ?? []).map((h, i) => [h, r[i] ?? ''])));
    // 9/12 of 60 is 45, 15 lost
    expect(lines[0]).toMatchObject({
      序号: '1',
      一级指标: 'S',
      二级指标: '',
      指标: 'A',
      分值: '60',
      分子: '9',
      分母: '12',
      得分: '45',
      扣分: '15',
      数据来源: '人才.csv（3 行）',
      县区意见: '',
      佐证材料名称: '',
    });
    expect(lines[0]?.['计分说明']).toContain('45.00 分');
    expect(rows[0]?.[0]).toBe('墨砚区2026年第三季度考核数据核对单');
    expect(rows[1]?.[0]).toBe(`方案：示例方案（版本 2026.1，校验码 ${book.hash.slice(0, 12)}）　数据状态：核对中`);
  });

  test('a figure that was not reported says so, and is not zero', async () => {
    const { rows } = await edited((await checkSheetFile(sheet('u'), NAMES)).blob);
    const line = rows.find((r) => r[3] === 'B') ?? [];
    expect(line[5]).toMatch(/^未报/);
    expect([line[6], line[7]]).toEqual(['', '']);
  });

  test('every row bears its unit, period, leaf and scheme', async () => {
    const { rows } = await edited((await checkSheetFile(sheet('u'), NAMES)).blob);
    const codes = rows.flatMap((r) => r.flatMap((c) => readRowCode(c) ?? []));
    expect(codes.map((c) => (c === 'broken' ? c : c.parts.slice(0, 4)))).toEqual(
      ['', 'a', 'b', ''].map((node) => ['2026Q3', 'u', node, book.hash.slice(0, 12)]),
    );
  });

  test('what was objected before stands beside the figure with its decision', async () => {
    const given = sheet('u');
    const objection = {
      id: 1,
      at: '',
      period: Q3,
      unit: 'u' as UnitId,
      node: 'a',
      text: '=应为 10',
      evidence: '',
      via: 'typed',
      file: null,
    } as const;
    const decision = { seq: 2, at: '', outcome: 'rejected', reason: '材料不足', day: '2026-10-09' as never } as const;
    const rows = given.rows.map((r, i) => (i === 0 ? { ...r, objections: [{ ...objection, decision }] } : r));
    const { blob } = await checkSheetFile({ ...given, rows }, NAMES);
    const grid = await edited(blob);
    expect(grid.rows.flat()).toContain('=应为 10 → 不采纳：材料不足');
    // as text, never as a formula
    expect((await partsOf(blob))['xl/worksheets/sheet1.xml']).not.toContain('<f>');
  });

  test('two counties of one name get two files', async () => {
    const files = await checkSheetFiles([sheet('u'), sheet('v')], NAMES);
    expect(files.map((f) => f.name)).toEqual(['核对单-墨砚区-2026年第三季度.xlsx', '核对单-墨砚区-2026年第三季度-v.xlsx']);
  });
});

test('a sampling list names the branch, what was reported, and leaves three columns to fill in', async () => {
  const branch = {
    unit: 'A1' as UnitId,
    unitName: '甲县',
    township: '东镇',
    branch: '东一村党支部',
    code: '01',
    sector: 'rural',
    star: 4,
    score: 88,
  };
  const strata = [{ unit: branch.unit, sector: 'rural', of: 9, taken: 1 }];
  const list = { period: '2026Q3' as Period, seed: 7, branches: [branch], strata, notRated: 0 };
  const { name, blob } = await samplingListFile(list, () => '农村');
  expect(name).toBe('党支部星级抽查名单-2026年第三季度.xlsx');
  const { rows } = await edited(blob);
  expect(rows.at(-1)?.slice(0, 11)).toEqual(['1', '甲县', '东镇', '东一村党支部', '01', '农村', '四星', '88', '', '', '']);
  expect(readRowCode(rows.at(-1)?.[11] ?? '')).toEqual({ kind: 'sample', parts: ['2026Q3', 'A1', '东镇', '东一村党支部'] });
});
