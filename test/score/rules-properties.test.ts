/** What holds of every rule whatever the figures: better is never worth less, points keep their bounds, the order of units decides no bit, the reason has the points. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Period } from '../../src/model/period';
import type { Reason } from '../../src/model/reason';
import type { Rule, RuleType } from '../../src/scheme';
import { Field } from '../../src/score/field';
import { codeOf } from '../../src/score/rules';
import { anyNumber, anyRule, BESIDE } from './arbitrary-rules';
import { id, leaf, measures, p } from './city';

interface Someone {
  readonly unit: string;
  readonly group: string | null;
  readonly value: number;
  readonly before: number;
  readonly fixed: number;
}

/** Whole numbers among them, so that there are ties. */
const value = fc.oneof(fc.integer({ min: -3, max: 9 }), fc.double({ min: -10, max: 10, noNaN: true }));
const reported = fc.oneof({ weight: 5, arbitrary: value }, fc.constant(NaN));
const cityOf = (x: fc.Arbitrary<number>): fc.Arbitrary<Someone[]> =>
  fc.uniqueArray(
    fc.record({
      unit: fc.constantFrom(...'abcdefghijkl'),
      group: fc.constantFrom('one', 'two', null),
      value: x,
      before: reported,
      fixed: value,
    }),
    { minLength: 1, maxLength: 12, selector: (s) => s.unit },
  );

function fieldOf(rule: Rule, city: readonly Someone[], fixed?: number): Field {
  const periods = ['2025Q4', '2026Q1', '2026Q2'].map(p);
  const values = Float64Array.from(city, (s) => s.value);
  const before = Float64Array.from(city, (s) => s.before);
  const beside = Object.fromEntries(
    BESIDE.map((m, i) => [m, { '2026Q2': Object.fromEntries(city.map((s) => [s.unit, s.fixed + i])) }]),
  );
  return new Field(
    leaf('x', 10, { rule, ...(fixed !== undefined && { missing: { fixed } }) }),
    p('2026Q2'),
    city.map((s) => id(s.unit)),
    city.map((s) => s.group),
    measures(beside),
    values,
    { periods, values: (q: Period) => (q === '2026Q1' ? null : q === '2025Q4' ? before : values) },
  );
}

function pointsOf(rule: Rule, full: number, field: Field, u: number): number {
  const code = codeOf(rule);
  return code.points(rule, full, field.standing(u), code.against(rule, field, u), code.second?.(rule, field, u));
}

const among = fc.constantFrom<'group' | 'city'>('group', 'city');
const others = { among, fallback: among };
const positive = fc.double({ min: 0.01, max: 20, noNaN: true });
const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const descending = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 });
const post = (is: 'min' | 'max'): fc.Arbitrary<number | { is: 'min' | 'max'; among: 'group' | 'city'; over: 'period' | 'all' | 'yearStart' }> =>
  fc.oneof(value, fc.record({ is: fc.constant(is), among, over: fc.constantFrom('period' as const, 'all' as const, 'yearStart' as const) })); // prettier-ignore
const against = fc.record({ mean: among, fallback: among });
const is = <T extends RuleType>(type: T): fc.Arbitrary<T> => fc.constant(type);

/** A rule, which way is better, and between which shares of the full marks its points lie. */
interface Directed {
  readonly rule: Rule;
  readonly lower: boolean;
  readonly least: number;
  readonly most: number;
}
const directed = <R extends Rule>(rules: fc.Arbitrary<R>, tell: (rule: R) => Partial<Omit<Directed, 'rule'>> = () => ({})) =>
  rules.map((rule): Directed => ({ rule, lower: 'inverse' in rule && rule.inverse === true, least: 0, most: 1, ...tell(rule) }));

/** Fixed posts say by their order which way is better; of those here from the field, more always is. */
const falls = ({ lo, hi }: { readonly lo: unknown; readonly hi: unknown }): boolean =>
  typeof lo === 'number' && typeof hi === 'number' && lo > hi;

const FULL = 10;
const DIRECTED: { readonly [T in Exclude<RuleType, 'vote'>]: fc.Arbitrary<Directed> } = {
  attainment: directed(
    fc.record({ type: is('attainment'), target: value, inverse: fc.boolean(), cap: positive, whenZero: fc.constantFrom('na', 'full', 'none') }),
    (r) => ({ most: Math.max(1, r.cap) }),
  ), // prettier-ignore
  goalposts: directed(fc.record({ type: is('goalposts'), lo: post('min'), hi: post('max'), floor: share }), (r) => ({
    least: r.floor,
    lower: falls(r),
  })),
  exponential: directed(fc.record({ type: is('exponential'), lo: post('min'), hi: post('max'), floor: share }), (r) => ({
    least: r.floor,
    lower: falls(r),
  })),
  zScore: directed(
    fc.record({ type: is('zScore'), ...others, centre: share, spread: share, floor: fc.constantFrom(-0.5, 0, 0.2), inverse: fc.boolean() }),
    (r) => ({ least: r.floor }),
  ), // prettier-ignore
  percentile: directed(
    fc.record({ type: is('percentile'), ...others, ties: fc.constantFrom('low', 'mid'), inverse: fc.boolean() }),
  ),
  distanceToBest: directed(
    fc.record(
      { type: is('distanceToBest'), ...others, reach: positive, inverse: fc.boolean() },
      { requiredKeys: ['type', 'among'] },
    ),
  ),
  distanceToTarget: directed(
    fc.record({ type: is('distanceToTarget'), target: value, side: fc.constantFrom('below', 'above') }),
    (r) => ({ lower: r.side === 'above' }),
  ),
  ratioToBest: directed(fc.record({ type: is('ratioToBest'), ...others, inverse: fc.boolean() })),
  rankTable: fc.oneof(
    directed(
      fc
        .record({ place: fc.record({ ...others, inverse: fc.boolean(), ties: fc.constantFrom('best' as const, 'mean' as const) }), points: descending, bottom: fc.boolean() })
        .map(({ place, points, bottom }) => {
          // The further up the more: falling from the top, rising from the bottom.
          const table = points.sort((a, b) => (bottom ? a - b : b - a));
          return { type: 'rankTable' as const, ...place, table, outOf: 1, from: bottom ? ('bottom' as const) : ('top' as const) };
        }),
    ), // prettier-ignore
    directed(
      fc.record({ type: is('rankTable'), ...others, step: share, floor: share, ties: fc.constantFrom('best', 'mean') }),
      (r) => ({ least: r.floor }),
    ),
  ),
  bands: directed(
    fc
      .record({ against: fc.option(against, { nil: undefined }), lines: fc.array(value, { minLength: 1, maxLength: 4 }), roundTo: fc.integer({ min: 0, max: 3 }) })
      .map(({ against: held, lines, roundTo }) => ({
        type: 'bands' as const,
        ...(held && { against: held }),
        outOf: lines.length,
        bands: lines.sort((a, b) => b - a).map((atLeast, i) => ({ atLeast, points: lines.length - i })),
        roundTo,
      })),
  ), // prettier-ignore
  step: directed(
    fc
      .record({
        rule: fc.record({ type: is('step'), per: positive, step: positive, parts: fc.constantFrom('exact', 'down', 'up'), floor: fc.constantFrom(-5, 0, 2), gain: positive, gainCap: positive }),
        held: fc.option(against, { nil: undefined }),
        bound: value,
        upper: fc.boolean(),
      })
      .map(({ rule, held, bound, upper }) => ({ ...rule, ...(held && { against: held }), ...(upper ? { atMost: bound } : { atLeast: bound }) })),
    (r) => ({ lower: 'atMost' in r, least: r.floor / FULL, most: 1 + r.gainCap / FULL }),
  ), // prettier-ignore
  perCase: directed(fc.record({ type: is('perCase'), step: positive, free: positive }), () => ({ lower: true })),
  countMet: directed(fc.record({ type: is('countMet'), required: value, whole: fc.boolean() })),
  yesNo: directed(fc.record({ type: is('yesNo'), atLeast: value })),
  asGiven: directed(fc.record({ type: is('asGiven') })),
};

const run = { numRuns: 400, seed: 21 };
const unitOf = (): 'number' => 'number';

describe.each(Object.entries(DIRECTED))('%s', (_type, rules) => {
  test('gives a unit no less when its own value gets better, all others as they are', () => {
    fc.assert(
      fc.property(rules, cityOf(value), value, fc.nat(), ({ rule, lower }, city, other, n) => {
        const u = n % city.length;
        const [worse, better] = [city[u]!.value, other].sort((a, b) => (lower ? b - a : a - b)) as [number, number];
        const [before, after] = [worse, better].map((x) =>
          fieldOf(
            rule,
            city.map((s, i) => (i === u ? { ...s, value: x } : s)),
          ),
        );
        // Where nothing tells units apart all have full marks, and the first to differ may lose some.
        if ([before!, after!].some((f) => codeOf(rule).flag(rule, f, u) === 'zeroRange')) return;
        const [less, more] = [pointsOf(rule, FULL, before!, u), pointsOf(rule, FULL, after!, u)];
        expect(Number.isNaN(less)).toBe(Number.isNaN(more));
        if (!Number.isNaN(less)) expect(more).toBeGreaterThanOrEqual(less - 1e-9);
      }),
      run,
    );
  });

  test('keeps its points between its floor and its cap', () => {
    fc.assert(
      fc.property(rules, cityOf(reported), ({ rule, least, most }, city) => {
        const field = fieldOf(rule, city);
        city.forEach((s, u) => {
          const got = pointsOf(rule, FULL, field, u);
          if (Number.isNaN(s.value) || Number.isNaN(got)) return;
          expect(got).toBeGreaterThanOrEqual(FULL * least - 1e-9);
          expect(got).toBeLessThanOrEqual(FULL * most + 1e-9);
        });
      }),
      run,
    );
  });
});

describe('any rule a scheme can write', () => {
  const shuffled = cityOf(reported).chain((city) =>
    fc.tuple(fc.constant(city), fc.shuffledSubarray(city, { minLength: city.length })),
  );
  test('gives the same points to the last bit in whatever order the units stand', () => {
    fc.assert(
      fc.property(anyRule, shuffled, fc.option(value, { nil: undefined }), (rule, [city, other], fixed) => {
        const [one, two] = [fieldOf(rule, city, fixed), fieldOf(rule, other, fixed)];
        city.forEach((s, u) => {
          const v = other.findIndex((o) => o.unit === s.unit);
          expect(pointsOf(rule, FULL, two, v)).toBe(pointsOf(rule, FULL, one, u));
          expect(codeOf(rule).flag(rule, two, v)).toBe(codeOf(rule).flag(rule, one, u));
        });
      }),
      { ...run, numRuns: 2000 },
    );
  });

  test('has a reason with the very points, the prepared value first, and no figure in it that is not a number', () => {
    fc.assert(
      fc.property(anyRule, cityOf(reported), fc.option(value, { nil: undefined }), (rule, city, fixed) => {
        const field = fieldOf(rule, city, fixed);
        city.forEach((_, u) => {
          const got = pointsOf(rule, FULL, field, u);
          if (!Number.isFinite(got) || Number.isNaN(field.standing(u))) return;
          const prepared: Reason = { op: 'measure', value: field.standing(u), unit: 'number', args: [], params: {} };
          const told = codeOf(rule).reason(rule, FULL, prepared, field, u, unitOf);
          expect(told.value).toBe(got);
          expect(told.args[0]).toBe(prepared);
          for (const r of [told, ...told.args]) expect(Object.values(r.params).some(Number.isNaN)).toBe(false);
        });
      }),
      { ...run, numRuns: 2000 },
    );
  });

  test('has points that are a number or none, never infinite, and so has its reason, however tiny or huge the figures', () => {
    fc.assert(
      fc.property(anyRule, cityOf(fc.oneof(value, anyNumber)), (rule, city) => {
        const field = fieldOf(rule, city);
        city.forEach((s, u) => {
          const got = pointsOf(rule, FULL, field, u);
          expect(Number.isFinite(got) || Number.isNaN(got)).toBe(true);
          if (Number.isNaN(got)) return;
          const prepared: Reason = { op: 'measure', value: s.value, unit: 'number', args: [], params: {} };
          const told = codeOf(rule).reason(rule, FULL, prepared, field, u, unitOf);
          const numbers = [told, ...told.args].flatMap((r) => [r.value, ...Object.values(r.params)]);
          expect(numbers.filter((x) => typeof x === 'number' && !Number.isFinite(x))).toEqual([]);
        });
      }),
      { ...run, numRuns: 5000 },
    );
  });
});
