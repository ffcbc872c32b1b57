/** Quotas of stars: how many too many, who stands at the edge, and grading where there is nothing but a quota. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Period } from '../../src/model/period';
import type { UnitId } from '../../src/model/unit';
import type { Quota, Scheme } from '../../src/scheme';
import { gradeByQuota, rateBranches, StarTable } from '../../src/score/stars';
import { scheme as plain } from './city';

const YEAR = '2026' as Period;
const byTotal = (quotas: Quota[]): Scheme =>
  plain([{ id: 'x', title: 'x', points: 100, measure: 'branch.x', rule: { type: 'asGiven' }, due: 'Y4' }], {
    ...{ level: 'branch', periods: 'Y' },
    grades: {
      lines: [{ grade: '5', min: 90 }, { grade: '4', min: 80 }, { grade: '0' }],
      quotas,
      direct: [{ id: 'd', title: 'd', measure: 'branch.honoured', atLeast: 1, grade: '5', basis: 'x' }],
    },
  });
const quota = (share: number, more: Partial<Quota> = {}): Quota => ({
  grade: '5',
  share,
  scope: 'city',
  rounding: 'down',
  ...more,
});

/** Branches a, b, c … with these totals. */
function advice(
  quotas: Quota[],
  x: number[],
  counties: (string | null)[] = [],
  sectors: (string | null)[] = [],
  honoured: number[] = [],
) {
  const table = new StarTable({
    period: YEAR,
    ids: x.map((_, i) => String.fromCharCode(97 + i) as UnitId),
    counties: x.map((_, i) => (counties[i] ?? null) as UnitId | null),
    sectors: x.map((_, i) => sectors[i] ?? null),
    columns: new Map([
      ['x', Float64Array.from(x)],
      ['honoured', Float64Array.from(x, (_, i) => honoured[i] ?? NaN)],
    ]),
  });
  return rateBranches(byTotal(quotas), table);
}

describe('advice on a quota', () => {
  test('30 % of 5 is 1 rounded down: of 3 at five stars 2 are too many, those with the lowest totals; nobody is demoted', () => {
    const { quotas, byScore } = advice([quota(0.3, { binding: true })], [99, 91, 95, 50, 85]);
    expect(quotas).toMatchObject([{ units: 5, allowed: 1, actual: 3, excess: 2, binding: true, edge: ['b', 'c'] }]);
    expect(byScore).toEqual(['5', '5', '5', '0', '4']);
  });

  test('who is level with the last at the edge is named too', () => {
    const { quotas } = advice([quota(0.5)], [95, 91, 91, 91]);
    expect(quotas).toMatchObject([{ allowed: 2, actual: 4, excess: 2, edge: ['b', 'c', 'd'] }]);
  });

  test('half up, up and down: 30 % of 5 is 2, 2 and 1', () => {
    const roundings = ['half-up', 'up', 'down'] as const;
    const { quotas } = advice(
      roundings.map((rounding) => quota(0.3, { rounding })),
      [99, 98, 97, 96, 95],
    );
    expect(quotas.map((q) => [q.allowed, q.excess, q.binding])).toEqual([
      [2, 3, false],
      [2, 3, false],
      [1, 4, false],
    ]);
  });

  test('each county and each sector by itself; a branch of no known county is counted in none', () => {
    const x = [99, 95, 92, 91, 90];
    const { quotas } = advice(
      [quota(0.5, { scope: 'parent' }), quota(0.5, { scope: 'group' })],
      x,
      ['p', 'p', 'q', 'q', null],
      ['s', 's', 's', 's', 't'],
    );
    expect(quotas.map((q) => [q.group, q.units, q.allowed, q.actual, q.edge])).toEqual([
      ['p', 2, 1, 2, ['b']],
      ['q', 2, 1, 2, ['d']],
      ['s', 4, 2, 4, ['d', 'c']],
      ['t', 1, 0, 1, ['e']],
    ]);
  });

  test('who is graded directly counts, and does not stand at the edge', () => {
    const { quotas } = advice([quota(0.5)], [10, 95, 92, 60], [], [], [1]);
    expect(quotas).toMatchObject([{ allowed: 2, actual: 3, excess: 1, edge: ['c'] }]);
  });

  test('the excess is what there is less what is allowed, and whoever is at the edge is no better than who is not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 80, max: 100 }), { minLength: 1, maxLength: 20 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (x, share) => {
          const { quotas, scores } = advice([quota(share)], x);
          const [q] = quotas;
          if (!q) throw new Error('no advice');
          expect(q.actual).toBe(x.filter((t) => t >= 90).length);
          expect(q.excess).toBe(Math.max(0, q.actual - q.allowed));
          expect(q.edge.length).toBeGreaterThanOrEqual(q.excess);
          const totals = q.edge.map((id) => scores.total[scores.indexOf(id)] ?? NaN);
          const others = scores.units.flatMap((id, u) => (x[u]! >= 90 && !q.edge.includes(id) ? [scores.total[u] ?? NaN] : []));
          expect(Math.max(...totals, -Infinity)).toBeLessThan(Math.min(...others, Infinity));
        },
      ),
    );
  });
});

const SHARES = [
  { grade: '5', share: 0.1 },
  { grade: '4', share: 0.4 },
  { grade: '3', share: 0.3 },
];
const grades = (...args: Parameters<typeof gradeByQuota>) => gradeByQuota(...args).map((p) => p.grade);

describe('by quota alone', () => {
  test('of ten: 1, 4 and 3, and two without', () => {
    const order = Float64Array.from([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(grades(order, SHARES, 'half-up')).toEqual([null, null, '3', '3', '3', '4', '4', '4', '4', '5']);
  });

  test('in each county by itself; who is in no order or no county has none', () => {
    const order = Float64Array.from([1, 2, 1, 2, NaN, 1]);
    const half = [{ grade: '5', share: 0.5 }];
    expect(grades(order, half, 'down', ['p', 'p', 'q', 'q', 'q', null])).toEqual(['5', null, '5', null, null, null]);
  });

  test('who is graded directly takes a place of the grade', () => {
    const order = Float64Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const direct = [null, null, null, null, null, null, null, null, null, '5'];
    expect(grades(order, SHARES, 'half-up', undefined, direct)).toEqual(['4', '4', '4', '4', '3', '3', '3', null, null, '5']);
  });

  test('who is level on both sides of a line has the grade below it, and is marked', () => {
    const placed = gradeByQuota(
      Float64Array.from([1, 1, 2, 3]),
      [
        { grade: '5', share: 0.25 },
        { grade: '4', share: 0.5 },
      ],
      'down',
    );
    expect(placed).toEqual([
      { grade: '4', edge: true },
      { grade: '4', edge: true },
      { grade: null, edge: false },
      { grade: null, edge: false },
    ]);
  });

  test('never more of a grade than the share allows; nobody is above one who stands before; the order of the list is nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 30 }), (order) => {
        const placed = gradeByQuota(Float64Array.from(order), SHARES, 'down');
        for (const { grade, share } of SHARES)
          expect(placed.filter((p) => p.grade === grade).length).toBeLessThanOrEqual(share * order.length + 1e-9);
        const star = (u: number) => Number(placed[u]?.grade ?? 0);
        order.forEach((a, i) => order.forEach((b, j) => a <= b && expect(star(i)).toBeGreaterThanOrEqual(star(j))));
        expect(gradeByQuota(Float64Array.from([...order].reverse()), SHARES, 'down')).toEqual([...placed].reverse());
      }),
    );
  });
});
