/** Formulas as data: how they are printed, what they come to, and that every worked example of a rule has one that comes to its points. */
import { describe, expect, test } from 'vitest';
import type { Reason } from '../../../src/model/reason';
import {
  call,
  cell,
  held,
  isWritable,
  list,
  minus,
  more,
  num,
  over,
  plus,
  power,
  printed,
  say,
  snapped,
  times,
  total,
  when,
  worked,
  type Formula,
  type Place,
} from '../../../src/report/xlsx/formula';
import { ruleFormula } from '../../../src/report/xlsx/formula-rules';
import { gradeFormula, rankFormula } from '../../../src/report/xlsx/formula-standing';
import { rounded } from '../../../src/report/xlsx/formula-steps';
import { round, type Rule } from '../../../src/scheme';
import { RULE_EXAMPLES, type RuleExample } from '../../../src/scheme/examples';
import { codeOf } from '../../../src/score/rules';

const at = (row: number, sheet = 'S'): Place => ({ sheet, column: 2, row });
const print = (formula: Formula): string => printed(formula, 'S');
const values = (...all: readonly (number | null)[]): Formula => ({
  ...{ kind: 'range', from: at(0, 'Other'), to: at(all.length - 1, 'Other') },
  values: all,
});

describe('a formula is printed', () => {
  test.each([
    [minus(1, minus(2, 3)), '1-(2-3)'],
    [minus(minus(1, 2), 3), '1-2-3'],
    [times(plus(1, 2), 3), '(1+2)*3'],
    [over(6, times(2, 3)), '6/(2*3)'],
    [power(num(-2), 2), '(-2)^2'],
    [power(power(2, 3), 2), '(2^3)^2'],
    [minus(1, num(-0.5)), '1-(-0.5)'],
    [plus(1e-9, 1), '1E-9+1'],
    [when(more(cell(at(4), 1), 0), say('a "b"'), say('')), 'IF(C5>0,"a ""b""","")'],
    [held(0, cell(at(1, 'It’s'), 1), 1), "MAX(0,MIN('It’s'!C2,1))"],
    [call('MAX', values(1, 2)), "MAX('Other'!$C$1:$C$2)"],
    [call('SUMPRODUCT', list([1, 2])), 'SUMPRODUCT({1,2})'],
  ])('%#: %s', (formula, text) => expect(print(formula)).toBe(text));

  test('with no function that takes more arguments than a spreadsheet has', () => {
    const terms = Array.from({ length: 1000 }, (_, i) => cell(at(i), 1));
    expect(worked(total(terms))).toBe(1000);
    for (const [args] of print(total(terms)).matchAll(/\(([^()]*)\)/g)) expect(args.split(',').length).toBeLessThan(255);
    expect(isWritable(print(total(terms)))).toBe(true);
    expect(isWritable('x'.repeat(9000))).toBe(false);
  });
});

describe('a formula comes to', () => {
  const empty = cell(at(0), null);
  test.each([
    ['an error over 0', over(1, 0), NaN],
    ['an error with a cell that holds a word', plus(empty, 1), NaN],
    ['an error where an error is compared', when(more(empty, 0), 1, 2), NaN],
    ['a sum that passes over words', call('SUM', empty, 2), 2],
    ['the mean of cells with numbers', call('AVERAGE', values(1, null, 4)), 2.5],
    ['how many cells have numbers', call('COUNT', values(1, null, 4)), 2],
    [
      'how many are as great, an empty cell being none',
      call('SUMPRODUCT', times(call('ISNUMBER', values(0, null, 4)), more(5, values(0, null, 4)))),
      2,
    ],
    ['the sample deviation', call('STDEV', values(2, 4)), Math.SQRT2],
    ['the place from the top', call('RANK', num(4), values(9, 4, 4, 1)), 2],
    ['how many are equal', call('COUNTIF', values(9, 4, 4, 1), 4), 2],
    ['a half away from 0', call('ROUND', num(-0.5), 0), -1],
    ['the branch that is taken alone', when(more(1, 0), 7, over(1, 0)), 7],
  ])('%s', (_, formula, result) => expect(worked(formula)).toEqual(result));
});

describe('rounding', () => {
  const CASES = [1.005, 2.675, -1.005, 0.125, 0.135, 2.5, -2.5, 3.5, 0.1 + 0.2, 88.125, 1e-10];
  test.each(['half-up', 'half-even'] as const)('%s is the scheme’s', (mode) => {
    for (const decimals of [0, 1, 2, 3])
      for (const x of CASES) {
        const formula = rounded(cell(at(0), x), { at: 'leaf', decimals, mode });
        expect([x, decimals, worked(formula)]).toEqual([x, decimals, round(x, decimals, mode)]);
      }
  });
  test('looks at the value snapped to 1e-9', () =>
    expect(print(rounded(cell(at(0), 1), { at: 'total', decimals: 2, mode: 'half-up' }))).toBe('ROUND(ROUND(C1,9),2)'));
});

describe('a place', () => {
  const key = (all: readonly number[], i: number) => ({ all: values(...all), own: cell(at(i), all[i] ?? null) });
  const places = (columns: readonly (readonly number[])[], ties: '1224' | '1223' | 'mean') =>
    (columns[0] ?? []).map((_, i) => {
      const formula = rankFormula(
        columns.map((all) => key(all, i)),
        ties,
      );
      return formula && worked(formula);
    });
  const TOTALS = [7, 9, 7, 5];
  test.each([
    ['1224', [2, 1, 2, 4]],
    ['1223', [2, 1, 2, 3]],
    ['mean', [2.5, 1, 2.5, 4]],
  ] as const)('under %s', (ties, expected) => expect(places([TOTALS], ties)).toEqual(expected));
  test('is decided by what comes next where totals are equal', () => {
    expect(places([TOTALS, [1, 0, 3, 9], [0, 0, 0, 0]], '1224')).toEqual([3, 1, 2, 4]);
    expect(places([TOTALS, [1, 0, 1, 9], [5, 0, 5, 0]], 'mean')).toEqual([2.5, 1, 2.5, 4]);
  });
  test('has no formula where places are not left out and more than totals is compared', () =>
    expect(places([TOTALS, TOTALS], '1223')).toEqual([null, null, null, null]));
});

test('a grade is the first line that points reach', () => {
  const lines = [
    { grade: 'a', title: { zh: '好', en: 'Good' }, min: 90 },
    { grade: 'b', min: 70 },
  ];
  expect([95, 90, 70, 69].map((x) => worked(gradeFormula(num(x), lines, 'zh-CN')))).toEqual(['好', '好', 'b', '']);
});

/** A reason as the rule would tell it, from an example's own numbers. */
function told({ rule, full, x, against = NaN, second = NaN }: RuleExample): Reason {
  const step = (op: Reason['op'], value: number, params: Reason['params'] = {}): Reason => ({
    ...{ op, value, unit: 'number', args: [], params },
  });
  const beside = (r: Rule): Reason[] => {
    switch (r.type) {
      case 'attainment':
      case 'distanceToTarget':
        return [step('target', against)];
      case 'goalposts':
      case 'exponential':
        return [
          ...(typeof r.lo === 'number' ? [] : [step('extreme', against, { end: 'lo' })]),
          ...(typeof r.hi === 'number' ? [] : [step('extreme', second, { end: 'hi' })]),
        ];
      case 'zScore':
        return [step('mean', against), step('spread', second)];
      case 'percentile':
        return [step('beaten', against)];
      case 'distanceToBest':
      case 'ratioToBest':
        return [step('best', against)];
      case 'rankTable':
        return [step('place', against)];
      case 'bands':
        return r.against ? [step('mean', against)] : [];
      case 'step':
        return [
          ...(r.against ? [step('mean', against)] : []),
          ...(r.exempt ? [step('exempt', second === 1 ? (r.exempt.atMost ?? 0) : 1e9)] : []),
        ];
      case 'countMet':
        return [step('required', against)];
      case 'vote':
        return [step('votes', against)];
      default:
        return [];
    }
  };
  return { ...step(rule.type, 0, { fullMarks: full }), args: [step('measure', x), ...beside(rule)] };
}

describe('the formula of a rule', () => {
  test.each(RULE_EXAMPLES.map((e): [string, RuleExample] => [`${e.rule.type}: ${e.says}`, e]))('%s', (_, example) => {
    const { rule, full, x, against = NaN, second = NaN } = example;
    const points = codeOf(rule).points(rule, full, x, against, second);
    // A benchmark that nobody has: scored by what stands in its place.
    if (rule.type === 'bands' && rule.against && Number.isNaN(against)) {
      const other = rule.without;
      if (!other) throw new Error('nothing in its place');
      expect(worked(ruleFormula(rule, step(told({ ...example, rule: other })))!)).toBeCloseTo(points, 9);
      return;
    }
    const formula = ruleFormula(rule, step(told(example), Number.isNaN(second) ? against : second));
    expect(formula && worked(formula)).toBeCloseTo(points, 9);
  });

  const step = (reason: Reason, last = NaN) => ({
    reason,
    args: reason.args.map((a, i) => cell(at(i), a.value)),
    places: [num(reason.args[1]?.value ?? NaN), num(last)] as const,
  });

  test('a reason of another rule has none', () => {
    const reason = told(RULE_EXAMPLES[0]!);
    expect(ruleFormula({ type: 'yesNo', atLeast: 1 }, step(reason))).toBeNull();
  });

  test('a power and a comparison keep the value snapped', () => expect(worked(snapped(num(0.1 + 0.2)))).toBe(0.3));
});
