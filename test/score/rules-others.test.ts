/** Rules that look at others, or at figures beside their own, by hand: places, means, spreads, goalposts of the field, votes, exemptions. */
import { describe, expect, test } from 'vitest';
import type { Period } from '../../src/model/period';
import type { Reason } from '../../src/model/reason';
import type { Leaf, Rule } from '../../src/scheme';
import { Field, type History } from '../../src/score/field';
import { codeOf } from '../../src/score/rules';
import { id, leaf, measures, p, type Table } from './city';

interface City {
  readonly values: readonly number[];
  readonly groups?: readonly (string | null)[];
  readonly table?: Table;
  readonly history?: Readonly<Record<string, readonly number[]>>;
  readonly period?: string;
  readonly more?: Partial<Leaf>;
}

const NAMES = [...'abcdefghijklmnop'];

const historyOf = (all: Readonly<Record<string, readonly number[]>>): History => ({
  periods: Object.keys(all).map(p),
  values: (q: Period) => Float64Array.from(all[q] ?? []),
});

function fieldOf(rule: Rule, { values, groups, table = {}, history, period = '2026Q2', more = {} }: City): Field {
  const units = values.map((_, i) => id(NAMES[i]!));
  return new Field(
    leaf('x', 10, { rule, ...more }),
    p(period),
    units,
    groups ?? values.map(() => 'one'),
    measures(table),
    Float64Array.from(values),
    history && historyOf(history),
  );
}

/** Points of every unit under `full` marks. */
function pointsOf(rule: Rule, full: number, city: City): number[] {
  const field = fieldOf(rule, city);
  const code = codeOf(rule);
  return city.values.map((_, u) =>
    code.points(rule, full, field.standing(u), code.against(rule, field, u), code.second?.(rule, field, u)),
  );
}

const flagsOf = (rule: Rule, city: City): (string | null)[] => {
  const field = fieldOf(rule, city);
  return city.values.map((_, u) => codeOf(rule).flag(rule, field, u));
};

function told(rule: Rule, full: number, u: number, city: City): Reason {
  const field = fieldOf(rule, city);
  const value: Reason = { op: 'measure', value: field.standing(u), unit: 'number', args: [], params: {} };
  return codeOf(rule).reason(rule, full, value, field, u, () => 'count');
}

const near = (all: readonly number[]): number[] => all.map((x) => expect.closeTo(x, 12) as number);

describe('rankTable', () => {
  const table: Rule = { type: 'rankTable', among: 'city', table: [60, 57, 54, 51, 48], outOf: 60 };
  test('a district’s table 60/57/54/51/48: by place, and the last entry for places beyond it', () => {
    expect(pointsOf(table, 60, { values: [70, 95, 90, 80, 60, 50, 40] })).toEqual(near([51, 60, 57, 54, 48, 48, 48]));
    expect(pointsOf({ ...table, beyond: 30 }, 60, { values: [6, 5, 4, 3, 2, 1] })).toEqual(near([60, 57, 54, 51, 48, 30]));
  });
  test('under other marks the table changes in proportion: second of 6 marks is 6 × 57/60', () => {
    expect(pointsOf(table, 6, { values: [1, 2, 3] })).toEqual(near([5.4, 5.7, 6]));
  });
  test('−2 % of 200 a place, −5 % of 20 a place, and never below the floor', () => {
    expect(pointsOf({ type: 'rankTable', among: 'city', step: 0.02 }, 200, { values: [9, 8, 7, 6] })).toEqual(
      near([200, 196, 192, 188]),
    );
    const five: Rule = { type: 'rankTable', among: 'city', step: 0.05, floor: 0.9 };
    expect(pointsOf(five, 20, { values: [9, 8, 7, 6] })).toEqual(near([20, 19, 18, 18]));
    expect(pointsOf({ type: 'rankTable', among: 'city', step: 0.5 }, 20, { values: [9, 8, 7, 6] })).toEqual(near([20, 10, 0, 0]));
  });
  test('from the bottom: the last has 2, then 1.9, 1.8', () => {
    const rule: Rule = { type: 'rankTable', among: 'city', table: [2, 1.9, 1.8], outOf: 2, from: 'bottom' };
    expect(pointsOf(rule, 2, { values: [5, 1, 3, 9] })).toEqual(near([1.8, 2, 1.9, 1.8]));
  });
  test('equal values have the best of their places, or the mean of its points; 0.1 + 0.2 is 0.3', () => {
    const values = [0.9, 0.3, 0.1 + 0.2, 0.1];
    expect(pointsOf(table, 60, { values })).toEqual(near([60, 57, 57, 51]));
    // (57 + 54)/2
    expect(pointsOf({ ...table, ties: 'mean' }, 60, { values })).toEqual(near([60, 55.5, 55.5, 51]));
    // From the bottom the two share places 2 and 3: the best is the one furthest up.
    expect(pointsOf({ ...table, from: 'bottom' }, 60, { values })).toEqual(near([51, 54, 54, 60]));
    // Four equal: (20 + 19 + 18 + 17)/4; with a floor of 0.9: (20 + 19 + 18 + 18)/4.
    const equal = { values: [1, 1, 1, 1] };
    const step: Rule = { type: 'rankTable', among: 'city', step: 0.05, ties: 'mean' };
    expect(pointsOf(step, 20, equal)).toEqual(near([18.5, 18.5, 18.5, 18.5]));
    expect(pointsOf({ ...step, floor: 0.9 }, 20, equal)).toEqual(near([18.75, 18.75, 18.75, 18.75]));
    // Eight equal over a table of five: (60 + 57 + 54 + 51 + 48 + 3 × 48)/8.
    expect(pointsOf({ ...table, ties: 'mean' }, 60, { values: Array<number>(8).fill(3) })[0]).toBeCloseTo(51.75, 12);
  });
  test('inverse: less is better, from the bottom too', () => {
    expect(pointsOf({ ...table, inverse: true }, 60, { values: [1, 2, 3] })).toEqual(near([60, 57, 54]));
    expect(pointsOf({ ...table, inverse: true, from: 'bottom' }, 60, { values: [1, 2, 3] })).toEqual(near([54, 57, 60]));
  });
  test('a unit without a value has no place and takes none; one put in its place takes none either', () => {
    expect(pointsOf(table, 60, { values: [3, NaN, 1] })).toEqual([...near([60]), NaN, ...near([57])]);
    // A fixed 2 would be second, and 1 stays second.
    expect(pointsOf(table, 60, { values: [3, NaN, 1], more: { missing: { fixed: 2 } } })).toEqual(near([60, 57, 57]));
  });
  test('one unit is first of one', () => expect(pointsOf(table, 60, { values: [-4] })).toEqual([60]));
  test('a group of fewer than 4 gives way to the city, or stands if the scheme says so; flagged either way', () => {
    const groups = ['small', 'small', 'big', 'big', 'big', 'big'];
    const values = [2, 5, 6, 4, 3, 1];
    const group: Rule = { ...table, among: 'group' };
    // In the city 2 is fifth and 5 second; in its own group 5 is first.
    expect(pointsOf(group, 60, { values, groups })).toEqual(near([48, 57, 60, 57, 54, 51]));
    expect(pointsOf({ ...group, fallback: 'group' }, 60, { values, groups })).toEqual(near([57, 60, 60, 57, 54, 51]));
    expect(flagsOf(group, { values, groups })).toEqual(['smallGroup', 'smallGroup', null, null, null, null]);
  });
  test('its reason tells the place, how many share it, and who was looked at', () => {
    const reason = told({ ...table, ties: 'mean' }, 60, 1, { values: [0.9, 0.3, 0.3, NaN] });
    expect(reason).toMatchObject({ op: 'rankTable', value: 55.5, params: { fullMarks: 60, share: 0.925 } });
    expect(reason.args[1]).toMatchObject({
      op: 'place',
      value: 2.5,
      params: { first: 2, last: 3, tied: true, reported: 3, of: 4 },
    });
  });
});

describe('zScore', () => {
  const rule: Rule = { type: 'zScore', among: 'city', centre: 0.6, spread: 0.1 };
  test('2, 4, 4, 6 has mean 4 and sample deviation √(8/3): 10 × (0.6 ± 0.1 × 2/√(8/3))', () => {
    const part = 2 / Math.sqrt(8 / 3);
    expect(pointsOf(rule, 10, { values: [2, 4, 4, 6] })).toEqual(near([6 - part, 6, 6, 6 + part]));
    expect(pointsOf({ ...rule, inverse: true }, 10, { values: [2, 4, 4, 6] })).toEqual(near([6 + part, 6, 6, 6 - part]));
  });
  test('is held between floor and cap', () => {
    expect(pointsOf({ ...rule, spread: 5, floor: 0.2, cap: 0.9 }, 10, { values: [1, 2, 3] })).toEqual(near([2, 6, 9]));
    expect(pointsOf({ ...rule, spread: 5 }, 10, { values: [1, 2, 3] })).toEqual(near([0, 6, 10]));
  });
  test('no spread, or one unit only: full marks, flagged; dust is no spread', () => {
    expect(pointsOf(rule, 10, { values: [0.3, 0.1 + 0.2, 0.3] })).toEqual([10, 10, 10]);
    expect(pointsOf(rule, 10, { values: [7] })).toEqual([10]);
    expect(flagsOf(rule, { values: [3, 3, 3, 3] })).toEqual(Array(4).fill('zeroRange'));
  });
  test('who did not report is no part of the mean', () => {
    expect(told(rule, 10, 0, { values: [2, NaN, 6] }).args.map((a) => a.value)).toEqual([2, 4, Math.sqrt(8)]);
  });
});

describe('percentile', () => {
  const rule: Rule = { type: 'percentile', among: 'city' };
  test('beats 0, 1, 1 and 3 of 3 others; equal ones count half under mid', () => {
    expect(pointsOf(rule, 9, { values: [1, 2, 2, 3] })).toEqual(near([0, 3, 3, 9]));
    expect(pointsOf({ ...rule, ties: 'mid' }, 9, { values: [1, 2, 2, 3] })).toEqual(near([0, 4.5, 4.5, 9]));
    expect(pointsOf({ ...rule, inverse: true }, 9, { values: [1, 2, 2, 3] })).toEqual(near([9, 3, 3, 0]));
  });
  test('one unit only: full marks', () => expect(pointsOf(rule, 9, { values: [0] })).toEqual([9]));
  test('all equal: nobody is beaten, or half of all are', () => {
    expect(pointsOf(rule, 9, { values: [5, 5, 5] })).toEqual([0, 0, 0]);
    expect(pointsOf({ ...rule, ties: 'mid' }, 9, { values: [5, 5, 5] })).toEqual([4.5, 4.5, 4.5]);
  });
  test('a value put in place of a missing one is held against all who reported: 2 of 3', () => {
    expect(pointsOf(rule, 9, { values: [1, NaN, 2, 5], more: { missing: { fixed: 4 } } })[1]).toBe(6);
  });
  test('its reason counts the beaten, the equal and the others', () => {
    const reason = told(rule, 9, 1, { values: [1, 2, 2, 3] });
    expect(reason).toMatchObject({ value: 3, args: [{}, { op: 'beaten', params: { beaten: 1, equal: 1, others: 3 } }] });
  });
});

describe('distances', () => {
  test('to the best 80: 60 is 20 behind, 6 × (1 − 20/80); with a reach of 40, 6 × 0.5', () => {
    const rule: Rule = { type: 'distanceToBest', among: 'city' };
    expect(pointsOf(rule, 6, { values: [80, 60, -10] })).toEqual(near([6, 4.5, 0]));
    expect(pointsOf({ ...rule, reach: 40 }, 6, { values: [80, 60, 0] })).toEqual(near([6, 3, 0]));
    expect(pointsOf({ ...rule, inverse: true }, 6, { values: [4, 5, 9] })).toEqual(near([6, 4.5, 0]));
  });
  test('a best of 0 without a reach: full marks at the best, else nothing, flagged', () => {
    const rule: Rule = { type: 'distanceToBest', among: 'city', inverse: true };
    expect(pointsOf(rule, 6, { values: [0, 0, 2, 3] })).toEqual([6, 6, 0, 0]);
    expect(flagsOf(rule, { values: [0, 0, 2, 3] })).toEqual(Array(4).fill('bestZero'));
    expect(flagsOf({ ...rule, reach: 5 }, { values: [0, 0, 2, 3] })).toEqual(Array(4).fill(null));
  });
  test('to a target of 50: only the side that is named costs', () => {
    const of = (side: 'below' | 'above' | 'both'): number[] =>
      pointsOf({ type: 'distanceToTarget', target: 50, side }, 5, { values: [40, 50, 60, 200] });
    expect(of('below')).toEqual(near([4, 5, 5, 5]));
    expect(of('above')).toEqual(near([5, 5, 4, 0]));
    expect(of('both')).toEqual(near([4, 5, 4, 0]));
  });
  test('a target under pace: of 80 for the year half is due by the second quarter, 30 is 10 short of 40', () => {
    const rule: Rule = { type: 'distanceToTarget', target: { measure: 'm.goal' }, pace: true, side: 'below' };
    const table = { 'm.goal': { '2026': { '*': 80 } } };
    expect(pointsOf(rule, 8, { values: [30], table })).toEqual([6]);
    expect(told(rule, 8, 0, { values: [30], table }).args[1]).toMatchObject({ value: 40, args: [{ value: 80 }, { value: 0.5 }] });
  });
  test('a target of 0 without a reach: full marks where it is kept, else nothing, flagged; no target: not applicable', () => {
    const rule: Rule = { type: 'distanceToTarget', target: 0, side: 'above' };
    expect(pointsOf(rule, 5, { values: [-1, 0, 1] })).toEqual([5, 5, 0]);
    expect(flagsOf(rule, { values: [1] })).toEqual(['targetZero']);
    const unknown: Rule = { ...rule, target: { measure: 'm.goal' } };
    expect([pointsOf(unknown, 5, { values: [1] }), flagsOf(unknown, { values: [1] })]).toEqual([[NaN], ['noTarget']]);
  });
});

describe('goalposts of the field', () => {
  const rule = (over?: 'period' | 'all' | 'yearStart'): Rule => ({
    type: 'goalposts',
    lo: { is: 'min', among: 'group', ...(over && { over }) },
    hi: { is: 'max', among: 'group', ...(over && { over }) },
    floor: 0.6,
  });
  const history = { '2025Q3': [0, 9, 9, 9], '2025Q4': [2, 4, 6, 10], '2026Q1': [1, 1, 1, 20], '2026Q2': [7, 7, 7, 7] };
  test('5.81 between a fixed 6 and 12, not bounded: 60 + 40 × (5.81 − 6)/6 = 58.73', () => {
    const fixed: Rule = { type: 'goalposts', lo: 6, hi: 12, floor: 0.6, bounded: false };
    expect(pointsOf(fixed, 100, { values: [5.81] })[0]).toBeCloseTo(58.73, 2);
  });
  test('the group’s least and greatest of the period: 4 of 2–6 is half way, 10 × (0.6 + 0.4 × 0.5)', () => {
    expect(pointsOf(rule(), 10, { values: [2, 4, 6, 6] })).toEqual(near([6, 8, 10, 10]));
  });
  test('over all periods 0–20: 5 is a quarter of the way; who holds it is told with its period', () => {
    const city = { values: [5, 5, 5, 5], history };
    expect(pointsOf(rule('all'), 10, city)).toEqual(near([7, 7, 7, 7]));
    const [lo, hi] = told(rule('all'), 10, 0, city).args.slice(1);
    expect(lo).toMatchObject({
      op: 'extreme',
      value: 0,
      params: { end: 'lo', unit: 'a' },
      rows: { unit: 'a', period: '2025Q3' },
    });
    expect(hi).toMatchObject({
      op: 'extreme',
      value: 20,
      params: { end: 'hi', unit: 'd' },
      rows: { unit: 'd', period: '2026Q1' },
    });
  });
  test('frozen at the year’s start, 2–10 of the last quarter before it: 8 is 3/4 of the way, 12 is held', () => {
    expect(pointsOf(rule('yearStart'), 10, { values: [8, 12, 2, 1], history })).toEqual(near([9, 10, 6, 6]));
  });
  test('no period before the year: the period itself stands for it, flagged', () => {
    const city = { values: [1, 2, 3, 5], history: { '2026Q1': [0, 0, 0, 9] } };
    expect(pointsOf(rule('yearStart'), 10, city)).toEqual(near([6, 7, 8, 10]));
    expect(flagsOf(rule('yearStart'), city)).toEqual(Array(4).fill('noYearStart'));
    expect(flagsOf(rule('yearStart'), { ...city, history })).toEqual(Array(4).fill(null));
  });
  test('all equal: full marks for all, flagged', () => {
    expect(pointsOf(rule(), 10, { values: [3, 3, 3, 3] })).toEqual([10, 10, 10, 10]);
    expect(flagsOf(rule(), { values: [3, 3, 3, 3] })).toEqual(Array(4).fill('zeroRange'));
  });
  test('a group of fewer than 4 looks at the city’s, or at its own where the scheme says so', () => {
    const groups = ['small', 'small', 'big', 'big', 'big', 'big'];
    const values = [2, 4, 0, 10, 5, 5];
    const own: Rule = {
      type: 'goalposts',
      lo: { is: 'min', among: 'group', fallback: 'group' },
      hi: { is: 'max', among: 'group', fallback: 'group' },
    };
    expect(pointsOf(rule(), 10, { values, groups }).slice(0, 2)).toEqual(near([6.8, 7.6]));
    expect(pointsOf(own, 10, { values, groups }).slice(0, 2)).toEqual(near([0, 10]));
    expect(flagsOf(rule(), { values, groups })).toEqual(['smallGroup', 'smallGroup', null, null, null, null]);
  });
  test('the group’s best short of a fixed lower post: nobody has more than the floor, flagged; beyond a fixed upper one all have all', () => {
    const best: Rule = { type: 'goalposts', lo: 60, hi: { is: 'max', among: 'city' }, floor: 0.6 };
    expect(pointsOf(best, 10, { values: [50, 55] })).toEqual([6, 6]);
    expect(flagsOf(best, { values: [50, 55] })).toEqual(['postsCrossed', 'postsCrossed']);
    const least: Rule = { type: 'goalposts', lo: { is: 'min', among: 'city' }, hi: 90 };
    expect(pointsOf(least, 10, { values: [95, 99] })).toEqual([10, 10]);
  });
  test('posts of each unit, with the measure’s rows; without a figure not applicable, flagged', () => {
    const posts: Rule = { type: 'goalposts', lo: { measure: 'm.base' }, hi: { measure: 'm.goal' } };
    const table = { 'm.base': { '2026Q2': { a: 10, b: 20 } }, 'm.goal': { '2026': { '*': 30 } } };
    expect(pointsOf(posts, 10, { values: [20, 20, 20], table })).toEqual([...near([5, 0]), NaN]);
    expect(flagsOf(posts, { values: [20, 20, 20], table })).toEqual([null, null, 'noTarget']);
    expect(told(posts, 10, 0, { values: [20], table }).args[1]).toMatchObject({
      op: 'post',
      value: 10,
      params: { end: 'lo', measure: 'm.base' },
      rows: { measure: 'm.base', unit: 'a', period: '2026Q2' },
    });
  });
  test('exponential between the same posts: floor at lo, its square root half way, full at hi', () => {
    const curve: Rule = { type: 'exponential', lo: { is: 'min', among: 'city' }, hi: { is: 'max', among: 'city' }, floor: 0.36 };
    expect(pointsOf(curve, 10, { values: [0, 5, 10] })).toEqual(near([3.6, 6, 10]));
  });
});

describe('exponential', () => {
  const rule: Rule = { type: 'exponential', lo: 60, hi: 90, floor: 0.25 };
  const at = (r: Rule, ...values: number[]): number[] => pointsOf(r, 8, { values });
  test('is A·e^(B·x) through both ends: 60 → 2, 75 → 4, 90 → 8, held outside them', () => {
    expect(at(rule, 50, 60, 75, 90, 99)).toEqual(near([2, 2, 4, 8, 8]));
    const B = Math.log(8 / 2) / 30;
    expect(at(rule, 66)[0]).toBeCloseTo((2 / Math.exp(60 * B)) * Math.exp(66 * B), 12);
  });
  test('not bounded goes on: 45 → 1, 105 → 16; lo > hi: less is better', () => {
    expect(at({ ...rule, bounded: false }, 45, 105)).toEqual(near([1, 16]));
    expect(at({ ...rule, lo: 90, hi: 60 }, 90, 75, 60)).toEqual(near([2, 4, 8]));
  });
  test('lo = hi gives everybody full marks, flagged', () => {
    expect(at({ ...rule, lo: 5, hi: 5 }, 0, 5, 9)).toEqual([8, 8, 8]);
    expect(flagsOf({ ...rule, lo: 5, hi: 5 }, { values: [1] })).toEqual(['zeroRange']);
  });
});

describe('step and bands against others', () => {
  const mean: Rule = {
    type: 'step',
    against: { mean: 'city' },
    atLeast: 0,
    per: 1,
    step: 0.1,
    gain: 0.05,
    gainCap: 0.5,
    floor: -0.5,
  };
  test('base 1.5, +0.05 a point above the mean up to +0.5, −0.1 a point below down to −2', () => {
    // Mean 50: 54 is +4, 50 is even, 46 is −4; 90 would be +2, 10 would be −4.
    expect(pointsOf(mean, 1.5, { values: [54, 46, 50] })).toEqual(near([1.7, 1.1, 1.5]));
    expect(pointsOf(mean, 1.5, { values: [90, 10] })).toEqual(near([2, -0.5]));
  });
  test('parts of a step on the good side count as the rule says: 2.5 steps exact, 2 down, 3 up', () => {
    const rule: Rule = { type: 'step', atLeast: 10, per: 2, step: 1, gain: 1 };
    const at15 = [rule, { ...rule, parts: 'down' as const }, { ...rule, parts: 'up' as const }];
    expect(at15.map((r) => pointsOf(r, 5, { values: [15] })[0])).toEqual([7.5, 7, 8]);
    expect(pointsOf({ type: 'step', atMost: 10, per: 2, step: 1, gain: 1 }, 5, { values: [6, 12] })).toEqual([7, 4]);
  });
  test('between two bounds there is no good side', () => {
    expect(pointsOf({ type: 'step', atLeast: 1, atMost: 9, per: 1, step: 1, gain: 1 }, 5, { values: [5, 0] })).toEqual([5, 4]);
  });
  test('study sessions, at least 10 a year, each short −1: 12, 10, 8, 3 of 5 marks', () => {
    expect(pointsOf({ type: 'step', atLeast: 10, per: 1, step: 1 }, 5, { values: [12, 10, 8, 3] })).toEqual([5, 5, 3, 0]);
    expect(pointsOf({ type: 'step', atLeast: 4, per: 1, step: 0.5 }, 5, { values: [3] })).toEqual([4.5]);
  });
  test('each 2 % short −1, floor 0: 93 % of 100 %, parts in proportion, 3.5 steps of 10', () => {
    expect(pointsOf({ type: 'step', atLeast: 1, per: 0.02, step: 1 }, 10, { values: [0.93, 0.5] })).toEqual(near([6.5, 0]));
  });
  test('exempt: a plan of at most 5 members takes nothing off; 6 does, and so does no figure', () => {
    const rule: Rule = { type: 'step', atLeast: 1, per: 0.01, step: 0.1, exempt: { measure: 'm.plan', atMost: 5 } };
    const table = { 'm.plan': { '2026Q2': { a: 5, b: 6 } } };
    const city = { values: [0.9, 0.9, 0.9], table };
    expect(pointsOf(rule, 2, city)).toEqual(near([2, 1, 1]));
    expect(told(rule, 2, 0, city)).toMatchObject({
      value: 2,
      params: { exempt: true, taken: 0 },
      args: [{}, { op: 'exempt', value: 5, params: { met: true, atMost: 5 }, rows: { unit: 'a', measure: 'm.plan' } }],
    });
    expect(told(rule, 2, 2, city).args[1]).toMatchObject({ op: 'exempt', value: null, params: { met: false } });
  });
  test('94.96 % counts as 95.0 % where the scheme compares one decimal of a percent, else not', () => {
    const step: Rule = { type: 'step', atLeast: 0.95, per: 0.01, step: 1, parts: 'up' };
    const bands: Rule = { type: 'bands', outOf: 2, bands: [{ atLeast: 0.95, points: 2 }, { points: 1 }] };
    const of = (r: Rule): number => pointsOf(r, 2, { values: [0.9496] })[0]!;
    expect([of(step), of({ ...step, roundTo: 3 }), of(bands), of({ ...bands, roundTo: 3 })]).toEqual([1, 2, 1, 2]);
    expect(of({ ...bands, roundTo: 4 })).toBe(1);
  });
  test('against a figure that is not known: not applicable, flagged', () => {
    const rule: Rule = { type: 'step', against: { measure: 'm.goal' }, atLeast: 0, per: 1, step: 1 };
    expect([pointsOf(rule, 5, { values: [3] }), flagsOf(rule, { values: [3] })]).toEqual([[NaN], ['noTarget']]);
  });
  test('bands against the group’s mean: 5 above, even, 6 below a mean of 80', () => {
    const rule: Rule = {
      type: 'bands',
      against: { mean: 'group' },
      outOf: 3,
      bands: [
        { atLeast: 5, points: 3 },
        { atLeast: 0, points: 2 },
        { atLeast: -5, points: 1 },
      ],
    };
    // (85 + 80 + 74 + 81)/4 = 80
    const city = { values: [85, 80, 74, 81] };
    expect(pointsOf(rule, 3, city)).toEqual([3, 2, 0, 2]);
    expect(told(rule, 3, 0, city).args[1]).toMatchObject({
      op: 'mean',
      value: 80,
      params: { among: 'group', group: 'one', of: 4 },
    });
  });
  test('瑞安’s vote bands 200/190/180/170/160 at 90, 80, 70, 60 %', () => {
    const lines = [0.9, 0.8, 0.7, 0.6].map((atLeast, i) => ({ atLeast, points: 200 - 10 * i }));
    const rule: Rule = { type: 'bands', outOf: 200, bands: [...lines, { points: 160 }] };
    expect(pointsOf(rule, 200, { values: [0.9, 0.8999, 0.7, 0.6, 0.1] })).toEqual([200, 190, 180, 170, 160]);
  });
});

describe('countMet', () => {
  const rule: Rule = { type: 'countMet', required: { measure: 'm.asked' } };
  const table = { 'm.asked': { '2026': { '*': 10, b: 4, c: 0 } } };
  test('8 of 10, 8 of 4, and nothing asked; flagged where nothing is', () => {
    expect(pointsOf(rule, 5, { values: [8, 8, 0], table })).toEqual(near([4, 5, 5]));
    expect(flagsOf(rule, { values: [8, 8, 0], table })).toEqual([null, null, 'targetZero']);
  });
  test('all or nothing', () => expect(pointsOf({ ...rule, whole: true }, 5, { values: [9, 4, 0], table })).toEqual([0, 5, 5]));
  test('how many are asked not known: not applicable, flagged', () => {
    expect([pointsOf(rule, 5, { values: [3] }), flagsOf(rule, { values: [3] })]).toEqual([[NaN], ['noTarget']]);
  });
});

describe('vote', () => {
  const rule: Rule = {
    type: 'vote',
    options: [
      { measure: 'm.good', coefficient: 1 },
      { measure: 'm.fair', coefficient: 0.8 },
    ],
  };
  const table = { 'm.good': { '2026Q2': { a: 80, b: 90, c: 0 } }, 'm.fair': { '2026Q2': { a: 15, c: 0 } } };
  test('80 good and 15 fair of 100 votes: 10 × (80 + 12)/100; an answer without a figure, or no votes, is not applicable', () => {
    expect(pointsOf(rule, 10, { values: [100, 100, 0], table })).toEqual([...near([9.2]), NaN, NaN]);
    expect(flagsOf(rule, { values: [100, 100, 0], table })).toEqual([null, 'noVotes', 'noVotes']);
  });
  test('never above the marks nor below 0, whatever the coefficients', () => {
    const of = (coefficient: number): number =>
      pointsOf({ type: 'vote', options: [{ measure: 'm.good', coefficient }] }, 10, { values: [100], table })[0]!;
    expect([of(2), of(-1)]).toEqual([10, 0]);
  });
  test('its reason has one line for each answer, with its rows', () => {
    const reason = told(rule, 10, 0, { values: [100], table });
    expect(reason.args.slice(1).map((a) => [a.op, a.value, a.args[0]?.value])).toEqual([
      ['votes', 80, 80],
      ['votes', 12, 15],
    ]);
    expect(reason.args[2]?.args[0]?.rows).toEqual({ measure: 'm.fair', unit: 'a', period: '2026Q2', side: 'value' });
  });
});

describe('attainment of a target of 0', () => {
  const table = { 'm.goal': { '2026': { a: 0, b: 4 } } };
  const of = (whenZero?: 'na' | 'full' | 'none'): [number[], (string | null)[]] => {
    const rule: Rule = { type: 'attainment', target: { measure: 'm.goal' }, ...(whenZero && { whenZero }) };
    return [pointsOf(rule, 5, { values: [0, 2, 2], table }), flagsOf(rule, { values: [0, 2, 2], table })];
  };
  test('is not applicable, full marks or none as the scheme says; an unknown target stays not applicable', () => {
    expect(of()).toEqual([
      [NaN, 2.5, NaN],
      ['noTarget', null, 'noTarget'],
    ]);
    expect(of('na')).toEqual(of());
    expect(of('full')).toEqual([
      [5, 2.5, NaN],
      ['targetZero', null, 'noTarget'],
    ]);
    expect(of('none')).toEqual([
      [0, 2.5, NaN],
      ['targetZero', null, 'noTarget'],
    ]);
  });
});

describe('perCase', () => {
  test('the first two cases are free: 0, 2, 3 and 9 cases at 1 each of 4 marks', () => {
    expect(pointsOf({ type: 'perCase', step: 1, free: 2 }, 4, { values: [0, 2, 3, 9] })).toEqual([4, 4, 3, 0]);
  });
});
