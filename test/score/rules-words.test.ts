/** How rules are written in a file, and how their reasons read: what a scheme can say is read back, and every sentence shows its arithmetic. */
import { describe, expect, test } from 'vitest';
import { formats } from '../../src/i18n/format';
import { reasonWords } from '../../src/i18n/reasons';
import type { Reason } from '../../src/model/reason';
import { readScheme, type Rule } from '../../src/scheme';
import { RULE_EXAMPLES } from '../../src/scheme/examples';
import { Field } from '../../src/score/field';
import { codeOf } from '../../src/score/rules';
import { catalogue, id, leaf, measures, p, scheme } from './city';

const faults = (rule: unknown): string[] =>
  readScheme(JSON.stringify(scheme([{ ...leaf('x', 100), rule: rule as Rule }])), catalogue)
    .problems.filter((x) => x.level === 'error')
    .map((x) => `${x.code} ${String(x.params['pointer'])}`);

describe('a rule in a scheme file', () => {
  test('every worked example is accepted', () => expect(RULE_EXAMPLES.flatMap((e) => faults(e.rule))).toEqual([]));
  test('rankTable has exactly one of table and step', () => {
    const place = { type: 'rankTable', among: 'city' };
    expect(faults({ ...place, step: 0.1 })).toEqual([]);
    expect(faults({ ...place, table: [1], outOf: 1, step: 0.1 })).toEqual(['scheme.unknownKey /children/0/rule/step']);
    expect(faults(place)).not.toEqual([]);
  });
  test('an exemption without a bound, an exponential floor of 0 and a fixed fallback with posts of the field are refused', () => {
    expect(faults({ type: 'step', atLeast: 1, per: 1, step: 1, exempt: { measure: 'm.plan' } })).not.toEqual([]);
    expect(faults({ type: 'exponential', lo: 0, hi: 1, floor: 0 })).not.toEqual([]);
    const without = { type: 'goalposts', lo: { is: 'min', among: 'city' }, hi: 1 };
    expect(faults({ type: 'bands', outOf: 1, bands: [{ points: 1 }], without })).not.toEqual([]);
  });
  test('a measure that no ledger declares is named wherever a rule looks at it', () => {
    const rules = [
      { type: 'goalposts', lo: { measure: 'x.a' }, hi: 1 },
      { type: 'vote', options: [{ measure: 'x.a', coefficient: 1 }] },
      { type: 'step', atLeast: 1, per: 1, step: 1, exempt: { measure: 'x.a', atMost: 1 } },
      { type: 'countMet', required: { measure: 'x.a' } },
    ];
    expect(rules.flatMap(faults).map((f) => f.split(' ')[0])).toEqual(Array(4).fill('scheme.unknownMeasure'));
  });
});

describe('a reason in words', () => {
  const f = formats('zh-CN', { measure: (m) => m, unit: (u) => `${u}县` });
  const table = measures({
    'm.good': { '2026Q2': { a: 80 } },
    'm.fair': { '2026Q2': { a: 15 } },
    'm.plan': { '2026Q2': { a: 5 } },
  });
  /** The sentence of unit a and those below it, of a, b, c … in one group. */
  function lines(rule: Rule, full: number, values: readonly number[]): string[] {
    const units = [...'abcdef'].slice(0, values.length).map(id);
    const groups = units.map(() => '城区组');
    const field = new Field(leaf('x', full, { rule }), p('2026Q2'), units, groups, table, Float64Array.from(values));
    const value: Reason = { op: 'measure', value: values[0]!, unit: 'number', args: [], params: {} };
    const told = codeOf(rule).reason(rule, full, value, field, 0, () => 'count');
    return [told, ...told.args.slice(1)].map((r) => reasonWords['zh-CN'][r.op](r, f));
  }
  test('place, and what it gives', () => {
    const rule: Rule = { type: 'rankTable', among: 'group', table: [60, 57, 54, 51, 48], outOf: 60, ties: 'mean' };
    expect(lines(rule, 60, [5, 5, 9, 1])).toEqual([
      '排名赋分：并列第2.5名，92.5% × 60 分 = 55.50 分',
      '城区组列并列第2.5名，4 个单位有数据（共 4 个单位）',
    ]);
  });
  test('mean and standard deviation', () => {
    expect(lines({ type: 'zScore', among: 'group', centre: 0.6, spread: 0.1 }, 10, [6, 4, 4, 2])).toEqual([
      '标准分：(0.6 + 0.1 × (6 − 4) ÷ 1.633) × 10 分 = 7.22 分',
      '城区组均值 4（共 4 个单位）',
      '城区组标准差 1.633',
    ]);
  });
  test('who is beaten', () => {
    expect(lines({ type: 'percentile', among: 'group', ties: 'mid' }, 10, [5, 5, 9, 1])).toEqual([
      '百分位计分：50% × 10 分 = 5.00 分',
      '优于城区组其余 3 个单位中的 1 个，相同 1 个按半数计：50%（共 4 个单位）',
    ]);
  });
  test('goalposts of the field, with who holds them', () => {
    const rule: Rule = { type: 'goalposts', lo: { is: 'min', among: 'group' }, hi: 9 };
    expect(lines(rule, 10, [5, 6, 8, 1])).toEqual([
      '功效系数：(5 − 1) ÷ (9 − 1) × 10 分 = 5.00 分',
      '不允许值取城区组本期最小值 1，d县，2026年第二季度（共 4 个单位）',
    ]);
    expect(lines(rule, 10, [20, 20, 30, 25])[0]).toBe('功效系数：满意值 9 与不允许值 20 倒置，数值 20，得 10.00 分');
  });
  test('distance to the best, and no distance where the best is 0', () => {
    const rule: Rule = { type: 'distanceToBest', among: 'city', inverse: true };
    expect(lines(rule, 6, [5, 4])).toEqual(['与最优差距：(1 − 1 ÷ 4) × 6 分 = 4.50 分', '全市最优 4，b县（共 2 个单位）']);
    expect(lines(rule, 6, [5, 0])[0]).toBe('与最优差距：最优为 0，未达最优，得 0.00 分');
  });
  test('a deduction, an addition and an exemption against the mean', () => {
    const rule: Rule = { type: 'step', against: { mean: 'group' }, atLeast: 0, per: 1, step: 0.1, gain: 0.05, gainCap: 0.5 };
    expect(lines(rule, 1.5, [4, 8, 8, 8])).toEqual([
      '按差距扣分：4 − 7 = −3，1.5 分 − 3 × 0.1 分 = 1.20 分',
      '城区组均值 7（共 4 个单位）',
    ]);
    expect(lines(rule, 1.5, [40, 8, 8, 8])[0]).toBe('按差距加分：40 − 16 = 24，1.5 分 + min(24 × 0.05 分, 0.5 分) = 2.00 分');
    expect(lines({ ...rule, exempt: { measure: 'm.plan', atMost: 5 } }, 1.5, [4, 8, 8, 8])).toEqual([
      '按差距扣分：4 − 7 = −3，符合免扣条件，1.5 分 = 1.50 分',
      '城区组均值 7（共 4 个单位）',
      '免扣条件满足，不扣分：m.plan 5 ≤ 5',
    ]);
  });
  test('votes by answer', () => {
    const options = [
      { measure: 'm.good', coefficient: 1 },
      { measure: 'm.fair', coefficient: 0.8 },
    ];
    expect(lines({ type: 'vote', options }, 10, [100])).toEqual([
      '测评计分：(80 + 12) ÷ 100 × 10 分 = 9.20 分',
      'm.good：1 × 80 = 80',
      'm.fair：0.8 × 15 = 12',
    ]);
  });
});
