/**
 * Composite indices as scheme files: three published ways of making one number of many, with invented units and years,
 * each worked out a second time in plain arithmetic.
 */
import { describe, expect, test } from 'vitest';
import type { Leaf, Node, Scheme } from '../../src/scheme';
import { scoreAll } from '../../src/score';
import { leaf, measures, p, roster, scheme } from './city';

const YEARS = ['2023', '2024'].map(p);
const UNITS = Array.from({ length: 24 }, (_, i) => `u${String(i).padStart(2, '0')}`);
const REGIONS = ['north', 'south', 'east'];
const regionOf = (i: number): string => REGIONS[i % 3] as string;

/** Numbers in [0, 1) that look like none in particular, the same in every run. */
const unlike = (...seed: readonly number[]): number => {
  const x = Math.sin(seed.reduce((s, n, i) => s + (n + 1) * (12.9898 + 7.233 * i), 1)) * 43758.5453;
  return x - Math.floor(x);
};

type Figures = Readonly<Record<string, (unit: number, year: number) => number | null>>;

function bookOf(children: Node[], figures: Figures, more: Partial<Scheme>) {
  const table = Object.fromEntries(
    Object.entries(figures).map(([name, of]) => [
      `m.${name}`,
      Object.fromEntries(
        YEARS.map((year, y) => [
          year,
          Object.fromEntries(UNITS.flatMap((unit, u) => (of(u, y) === null ? [] : [[unit, of(u, y) as number]]))),
        ]),
      ),
    ]),
  );
  const groups = Object.fromEntries(UNITS.map((unit, u) => [unit, regionOf(u)]));
  return scoreAll(scheme(children, { periods: 'Y', ...more }), measures(table), roster(groups), YEARS);
}

const yearly = (name: string, points: number, more: Partial<Leaf>): Leaf => leaf(name, points, { due: 'Y4', ...more });

describe('goalposts with a logarithm, and the geometric mean of three dimensions', () => {
  const figures: Figures = {
    life: (u, y) => 52 + 35 * unlike(u, y),
    years: (u, y) => 2 + 14 * unlike(u, y, 2),
    expected: (u, y) => 5 + 16 * unlike(u, y, 3),
    income: (u, y) => 90 * 2 ** (10 * unlike(u, y, 4)),
  };
  const post = (lo: number, hi: number): Leaf['rule'] => ({ type: 'goalposts', lo, hi });
  const book = bookOf(
    [
      yearly('life', 1, { rule: post(20, 85) }),
      {
        ...{ id: 'education', title: 'Education', points: 1, aggregate: 'mean' },
        children: [yearly('years', 1, { rule: post(0, 15) }), yearly('expected', 1, { rule: post(0, 18) })],
      },
      yearly('income', 1, { prepare: [{ do: 'log' }], rule: post(Math.log(100), Math.log(75000)) }),
    ],
    figures,
    { points: 1, aggregate: 'geometric', rounding: { at: 'total', decimals: 3, mode: 'half-up' } },
  );

  test.each(YEARS)('comes out equal in %s', (year) => {
    const y = YEARS.indexOf(year);
    const held = (x: number) => Math.min(Math.max(x, 0), 1);
    const of = (name: string, u: number) => figures[name]!(u, y) as number;
    const expected = UNITS.map((_, u) => {
      const life = held((of('life', u) - 20) / 65);
      const education = (held(of('years', u) / 15) + held(of('expected', u) / 18)) / 2;
      const income = held((Math.log(of('income', u)) - Math.log(100)) / (Math.log(75000) - Math.log(100)));
      return Math.round((life * education * income) ** (1 / 3) * 1000) / 1000;
    });
    expect([...book.at(year).total]).toEqual(expected);
    expect(new Set(expected).size).toBeGreaterThan(15);
  });
});

describe('many indicators between bounds, averaged over goals, gaps filled by the region', () => {
  const GOALS = 17;
  const EACH = 5;
  const names = Array.from({ length: GOALS * EACH }, (_, i) => `i${i}`);
  /** Worst and best; every third indicator is better when lower. */
  const bounds = (i: number): [number, number] => (i % 3 === 0 ? [80, 10] : [10, 80]);
  const value = (i: number, u: number, y: number): number | null => (unlike(i, u, y) < 0.08 ? null : 100 * unlike(i, u, y, 5));
  const figures: Figures = Object.fromEntries(names.map((n, i) => [n, (u: number, y: number) => value(i, u, y)]));
  const book = bookOf(
    Array.from({ length: GOALS }, (_, g): Node => ({
      ...{ id: `goal-${g}`, title: `Goal ${g}`, points: 100, aggregate: 'mean' },
      children: names.slice(g * EACH, (g + 1) * EACH).map((name, k) => {
        const [lo, hi] = bounds(g * EACH + k);
        return yearly(name, 100, {
          prepare: [{ do: 'clamp', lo: 10, hi: 80 }],
          rule: { type: 'goalposts', lo, hi },
          missing: { mean: 'group' },
        });
      }),
    })),
    figures,
    { aggregate: 'mean', rounding: { at: 'total', decimals: 2, mode: 'half-up' } },
  );

  test.each(YEARS)('comes out equal in %s', (year) => {
    const y = YEARS.indexOf(year);
    const clamped = (i: number, u: number) => {
      const x = value(i, u, y);
      return x === null ? null : Math.min(Math.max(x, 10), 80);
    };
    const mean = (xs: readonly number[]) => xs.reduce((s, x) => s + x, 0) / xs.length;
    const filled = (i: number, u: number) => {
      const own = clamped(i, u);
      if (own !== null) return own;
      const known = UNITS.map((_, v) => (clamped(i, v) === null ? [] : [{ v, x: clamped(i, v) as number }])).flat();
      const region = known.filter((k) => regionOf(k.v) === regionOf(u));
      return mean((region.length > 0 ? region : known).map((k) => k.x));
    };
    const expected = UNITS.map((_, u) =>
      mean(
        Array.from({ length: GOALS }, (_g, g) =>
          mean(
            Array.from({ length: EACH }, (_k, k) => {
              const [lo, hi] = bounds(g * EACH + k);
              return (100 * (filled(g * EACH + k, u) - lo)) / (hi - lo);
            }),
          ),
        ),
      ),
    );
    [...book.at(year).exact(0)].forEach((total, u) => expect(total).toBeCloseTo(expected[u] as number, 9));
  });
});

describe('three levels after denominators and outliers, between the least and the greatest of all', () => {
  const figures: Figures = {
    people: (u) => 1000 + 9000 * unlike(u),
    patents: (u, y) => (u === 5 ? 90_000 : 5 + 200 * unlike(u, y, 6)),
    schools: (u, y) => 1 + 40 * unlike(u, y, 7),
    trust: (u, y) => 20 + 70 * unlike(u, y, 8),
    noise: (u, y) => 20 + 70 * unlike(u, y, 9),
  };
  const between = (inverse = false): Leaf['rule'] => {
    const [least, most] = [{ is: 'min', among: 'city' } as const, { is: 'max', among: 'city' } as const];
    return { type: 'goalposts', lo: inverse ? most : least, hi: inverse ? least : most };
  };
  const per: Leaf['prepare'] = [{ do: 'per', figure: 'm.people', times: 1000 }];
  const book = bookOf(
    [
      {
        ...{ id: 'inputs', title: 'Inputs', points: 100, aggregate: 'mean', weights: { people: 2, trust: 1 } },
        children: [
          {
            ...{ id: 'people', title: 'Pillar', points: 100, aggregate: 'mean' },
            children: [yearly('schools', 100, { prepare: per, rule: between() }), yearly('noise', 100, { rule: between(true) })],
          },
          yearly('trust', 100, { rule: between() }),
        ],
      },
      yearly('patents', 100, { prepare: [...per, { do: 'winsorise', most: 3 }], rule: between() }),
    ],
    figures,
    { aggregate: 'mean', rounding: { at: 'total', decimals: 1, mode: 'half-up' } },
  );

  test.each(YEARS)('comes out equal in %s', (year) => {
    const y = YEARS.indexOf(year);
    const of = (name: string) => UNITS.map((_, u) => figures[name]!(u, y) as number);
    const perHead = (name: string) => of(name).map((x, u) => (x / (of('people')[u] as number)) * 1000);
    const scaled = (xs: readonly number[], inverse = false) => {
      const [lo, hi] = [Math.min(...xs), Math.max(...xs)];
      return xs.map((x) => 100 * (inverse ? (hi - x) / (hi - lo) : (x - lo) / (hi - lo)));
    };
    // The one outlier is drawn in to the next value; after that the shape is fair.
    const patents = perHead('patents');
    const next = Math.max(...patents.filter((_, u) => u !== 5));
    const columns = {
      schools: scaled(perHead('schools')),
      noise: scaled(of('noise'), true),
      trust: scaled(of('trust')),
      patents: scaled(patents.map((x) => Math.min(x, next))),
    };
    [...book.at(year).exact(0)].forEach((total, u) => {
      const pillar = ((columns.schools[u] as number) + (columns.noise[u] as number)) / 2;
      const inputs = (2 * pillar + (columns.trust[u] as number)) / 3;
      expect(total).toBeCloseTo((inputs + (columns.patents[u] as number)) / 2, 9);
    });
    expect(Math.max(...book.at(year).points(book.nodeIndex('patents')))).toBe(50);
  });
});
