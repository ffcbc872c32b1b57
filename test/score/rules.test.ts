/** Each rule against points worked by hand, its edge cases, and its reason. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reason } from '../../src/model/reason';
import type { Rule } from '../../src/scheme';
import { RULE_EXAMPLES } from '../../src/scheme/examples';
import { Field } from '../../src/score/field';
import { codeOf } from '../../src/score/rules';
import { id, leaf, measures, p } from './city';

const points = (rule: Rule, full: number, x: number, against = NaN, second = NaN): number =>
  codeOf(rule).points(rule, full, x, against, second);

test('the worked examples of docs/scheme.md come out as worked by hand', () => {
  const byHand = {
    attainment: [8.64, 6, 9, 3.2, 5],
    goalposts: [58.733333333333334, 1.8, 7],
    exponential: [5, 2.5],
    zScore: [16, 6],
    percentile: [2.5, 3.125],
    distanceToBest: [4.5, 3],
    distanceToTarget: [4, 4],
    ratioToBest: [6.75, 7.2],
    rankTable: [54, 55.5, 2, 188],
    perCase: [2.5, 2, 3],
    countMet: [4, 0],
    yesNo: [2, 0],
    step: [1.4, 0.8, 3, 1.7, -0.5, 2, 2],
    bands: [5, 190],
    vote: [9.45],
    asGiven: [5],
  };
  const got = RULE_EXAMPLES.map((e) => [e.rule.type, points(e.rule, e.full, e.x, e.against, e.second)]);
  expect(got).toEqual(Object.entries(byHand).flatMap(([type, all]) => all.map((x): unknown[] => [type, expect.closeTo(x, 12)])));
});

describe('attainment', () => {
  const plain: Rule = { type: 'attainment', target: 1 };
  const inverse: Rule = { type: 'attainment', target: 1, inverse: true };
  test('gives full marks at the target and no more without a cap above 1', () => {
    expect([0, 0.5, 1, 1.4].map((x) => points(plain, 10, x, 1))).toEqual([0, 5, 10, 10]);
  });
  test('a value below 0 has 0 points', () => expect(points(plain, 10, -3, 1)).toBe(0));
  test('a target of 0, below 0 or unknown is not applicable', () => {
    expect([0, -1, NaN].map((t) => points(plain, 10, 5, t))).toEqual([NaN, NaN, NaN]);
  });
  test('inverse: x = 0 has all the cap allows, whatever the target', () => {
    expect([0, 4].map((t) => points({ ...inverse, cap: 1.1 }, 10, 0, t))).toEqual([11, 11]);
  });
  test('inverse: a target of 0 leaves nothing for anything above 0', () => expect(points(inverse, 10, 3, 0)).toBe(0));
});

describe('bands', () => {
  const lines = [{ above: 0.05, points: 3 }, { atLeast: 0, points: 2.5 }, { points: 0.5 }];
  const posts = { type: 'goalposts', lo: 0.6, hi: 1 } as const;
  const bands: Rule = { type: 'bands', against: { measure: 'm.goal' }, outOf: 3, bands: lines };
  test('the first band that is reached counts; bounds are compared at 1e-9', () => {
    expect([0.96, 0.95, 0.9, 0.8].map((x) => points(bands, 3, x, 0.9))).toEqual([3, 2.5, 2.5, 0.5]);
    expect(points({ type: 'bands', outOf: 1, bands: [{ atLeast: 0.05, points: 1 }] }, 1, 0.9 - 0.85)).toBe(1);
  });
  test('below every band there is nothing', () => {
    expect(points({ type: 'bands', outOf: 2, bands: [{ atLeast: 1, points: 2 }] }, 2, 0.9)).toBe(0);
  });
  test('without a benchmark: not applicable, unless `without` says otherwise', () => {
    expect(points(bands, 3, 0.8)).toBeNaN();
    expect(points({ ...bands, without: posts }, 3, 0.8)).toBeCloseTo(1.5, 12);
  });
  test('its reason tells the benchmark, the distance and the band', () => {
    const field = new Field(leaf('x', 6, { rule: bands }), p('2026Q2'), [id('a')], [null], measures({ 'm.goal': { '2026Q2': { a: 0.8 } } }), Float64Array.of(0.82)); // prettier-ignore
    const value: Reason = { op: 'measure', value: 0.82, unit: 'share', args: [], params: {} };
    const told = codeOf(bands).reason(bands, 6, value, field, 0, () => 'share');
    expect([told.value, told.params['distance'], told.params['atLeast'], told.args[1]?.value]).toEqual([5, 0.02, 0, 0.8]);
  });
});

describe('step', () => {
  const inside: Rule = { type: 'step', atLeast: 0.95, atMost: 1, per: 0.01, step: 0.2 };
  test('takes off by how far the value lies outside, on either side, and stops at 0', () => {
    expect([0.9, 0.95, 1, 1.02, 1.5].map((x) => points(inside, 2, x))).toEqual([1, 2, 2, 1.6, 0]);
  });
  test('a part of a step counts in proportion, not at all, or whole', () => {
    const short: Rule = { type: 'step', atLeast: 1, per: 0.01, step: 0.1 };
    const parts = [short, { ...short, parts: 'down' }, { ...short, parts: 'up' }] as const;
    expect(parts.map((r) => points(r, 1, 0.975))).toEqual([0.75, 0.8, 0.7].map((x) => expect.closeTo(x, 12) as number));
  });
});

describe('goalposts', () => {
  const posts: Rule = { type: 'goalposts', lo: 60, hi: 95, floor: 0.6 };
  test('runs from the floor at lo to full marks at hi, and stays between them', () => {
    expect([50, 60, 77.5, 95, 99].map((x) => points(posts, 10, x))).toEqual(
      [6, 6, 8, 10, 10].map((x) => expect.closeTo(x, 12) as number),
    );
  });
  test('not bounded, goes on beyond both ends', () => {
    expect([60 - 35, 95 + 35].map((x) => points({ ...posts, bounded: false }, 10, x))).toEqual(
      [2, 14].map((x) => expect.closeTo(x, 12) as number),
    );
  });
  test('lo = hi gives everybody full marks', () => {
    expect([0, 5, 9].map((x) => points({ type: 'goalposts', lo: 5, hi: 5 }, 3, x))).toEqual([3, 3, 3]);
  });
});

describe('ratioToBest', () => {
  const best: Rule = { type: 'ratioToBest', among: 'city' };
  const least: Rule = { type: 'ratioToBest', among: 'city', inverse: true };
  test('a best of 0 gives nobody points', () => expect(points(best, 9, 0, 0)).toBe(0));
  test('inverse: a best of 0 gives full marks at 0 and none above', () => {
    expect([0, 2].map((x) => points(least, 9, x, 0))).toEqual([9, 0]);
  });
  test('a value below 0 has 0 points', () => expect(points(best, 9, -1, 4)).toBe(0));
});

describe('perCase', () => {
  test('a cap above the full marks takes off the full marks', () =>
    expect(points({ type: 'perCase', step: 1, cap: 9 }, 4, 20)).toBe(0));
  test('takes nothing off for no case or fewer', () => {
    expect([0, -2].map((x) => points({ type: 'perCase', step: 1 }, 4, x))).toEqual([4, 4]);
  });
});

describe('yesNo', () => {
  test('compares at 1e-9: a computed 0.3 meets a written 0.3', () => {
    expect(points({ type: 'yesNo', atLeast: 0.3 }, 2, 0.1 + 0.2)).toBe(2);
    expect(points({ type: 'yesNo', above: 0.3 }, 2, 0.1 + 0.2)).toBe(0);
    expect(points({ type: 'yesNo', below: 0.3 }, 2, 0.1 + 0.2)).toBe(0);
    expect(points({ type: 'yesNo', atMost: 0.3 }, 2, 0.1 + 0.2)).toBe(2);
  });
});

describe('asGiven', () => {
  test('is held between min and max', () => {
    expect([-9, -1, 3, 9].map((x) => points({ type: 'asGiven', min: -2, max: 4 }, 5, x))).toEqual([-2, -1, 3, 4]);
  });
  test('is held between 0 and the full marks by default, and never above the full marks', () => {
    expect([-1, 9].map((x) => points({ type: 'asGiven' }, 5, x))).toEqual([0, 5]);
    expect(points({ type: 'asGiven', max: 50 }, 5, 9)).toBe(5);
  });
});

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const anyRule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({
    type: fc.constant('attainment' as const),
    target: value,
    inverse: fc.boolean(),
    cap: fc.double({ min: 0.1, max: 2, noNaN: true }),
  }),
  fc.record({ type: fc.constant('goalposts' as const), lo: value, hi: value, floor: fraction }),
  fc.record({ type: fc.constant('ratioToBest' as const), among: fc.constant('city' as const), inverse: fc.boolean() }),
  fc.record({ type: fc.constant('perCase' as const), step: fc.double({ min: 0.01, max: 9, noNaN: true }) }),
  fc.record({ type: fc.constant('yesNo' as const), atLeast: value }),
  fc.constant<Rule>({ type: 'asGiven' }),
);

describe('every rule', () => {
  const run = { numRuns: 3000, seed: 11 };
  test('stays within 0 and full marks (attainment: times its cap), and is never infinite', () => {
    fc.assert(
      fc.property(anyRule, value, value, fc.double({ min: 0, max: 100, noNaN: true }), (rule, x, against, full) => {
        const got = points(rule, full, x, against);
        const most = full * (rule.type === 'attainment' ? (rule.cap ?? 1) : 1);
        expect(Number.isNaN(got) || (got >= 0 && got <= most * (1 + 1e-12))).toBe(true);
      }),
      run,
    );
  });

  test('never gives less for a better value', () => {
    fc.assert(
      fc.property(anyRule, value, value, fc.double({ min: 0.1, max: 1e6, noNaN: true }), (rule, a, b, against) => {
        const lower =
          rule.type === 'perCase' || ('inverse' in rule && rule.inverse) || (rule.type === 'goalposts' && rule.lo > rule.hi);
        const [worse, better] = a < b === !lower ? [a, b] : [b, a];
        expect(points(rule, 10, better, against)).toBeGreaterThanOrEqual(points(rule, 10, worse, against) - 1e-9);
      }),
      run,
    );
  });
});

describe('reasons', () => {
  const units = ['a', 'b', 'c', 'd', 'e'].map(id);
  const table = measures({ 'm.goal': { '2026': { '*': 80, b: 40 } } });
  const field = (rule: Rule, values = [4, 8, 2, 8, 16]): Field =>
    new Field(leaf('x', 10, { rule }), p('2026Q2'), units, ['one', 'one', 'one', 'one', null], table, Float64Array.from(values));
  const told = (rule: Rule, u: number, x: number): Reason => {
    const prepared: Reason = { op: 'measure', value: x, unit: 'count', args: [], params: {} };
    return codeOf(rule).reason(rule, 10, prepared, field(rule), u, () => 'count');
  };

  test('attainment tells the unit’s own target with its rows, and the share of it that is due', () => {
    const reason = told({ type: 'attainment', target: { measure: 'm.goal' }, pace: [0.2, 0.5, 0.8, 1] }, 1, 10);
    expect(reason).toMatchObject({ op: 'attainment', value: 5, params: { fullMarks: 10, cap: 1, inverse: false } });
    const [held] = reason.args.slice(1);
    expect(held).toMatchObject({ op: 'target', value: 20 });
    expect(held?.args.map((a) => [a.op, a.value])).toEqual([
      ['constant', 40],
      ['pace', 0.5],
    ]);
    expect(held?.args[0]?.rows).toEqual({ measure: 'm.goal', unit: 'b', period: '2026', side: 'value' });
  });

  test('attainment takes the whole city’s target where the unit has none, and names the city’s rows', () => {
    const reason = told({ type: 'attainment', target: { measure: 'm.goal' } }, 0, 20);
    expect(reason).toMatchObject({ value: 2.5, args: [{}, { value: 80, rows: { unit: '*', period: '2026' } }] });
  });

  test('ratioToBest names the best, who holds it and how many share it', () => {
    const reason = told({ type: 'ratioToBest', among: 'group' }, 0, 4);
    expect(reason).toMatchObject({ op: 'ratioToBest', value: 5 });
    expect(reason.args[1]).toMatchObject({
      op: 'best',
      value: 8,
      params: { unit: 'b', holders: 2, among: 'group', group: 'one', of: 4, smallGroup: false },
      rows: { unit: 'b', measure: 'm.x', period: '2026Q2' },
    });
  });

  test('ratioToBest compares a unit in no group with the whole city', () => {
    expect(told({ type: 'ratioToBest', among: 'group' }, 4, 16).args[1]).toMatchObject({
      value: 16,
      params: { among: 'city', of: 5 },
    });
  });

  test('every rule’s reason has the value of its points, and all figures of its sentence', () => {
    const rules: [Rule, string[]][] = [
      [{ type: 'goalposts', lo: 2, hi: 6 }, ['fullMarks', 'lo', 'hi', 'floor', 'bounded', 'inverse', 'zeroRange']],
      [{ type: 'perCase', step: 0.5 }, ['fullMarks', 'step', 'cap', 'taken']],
      [{ type: 'yesNo', atLeast: 3 }, ['fullMarks', 'atLeast', 'above', 'atMost', 'below', 'met']],
      [{ type: 'asGiven' }, ['fullMarks', 'min', 'max']],
    ];
    for (const [rule, params] of rules) {
      const reason = told(rule, 0, 4);
      expect(reason.value).toBe(points(rule, 10, 4));
      expect(Object.keys(reason.params).sort()).toEqual([...params].sort());
    }
  });
});
