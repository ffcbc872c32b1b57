/** Rank intervals under small changes of weights: seeded, independent of the units' order, and the same fast or slow. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Measures } from '../../src/model/measures';
import type { Node, Scheme } from '../../src/scheme';
import { scoreAll, type ScoreBook } from '../../src/score';
import { robustness, type Robustness } from '../../src/score/robustness';
import { seeded } from '../../src/score/seeded';
import { entries, leaf, measures, p, roster, scheme, section, type CellSpec, type Table } from './city';

const Q1 = p('2026Q1');
const UNITS = [...'abcdefgh'];
const groups = (units: readonly string[]) => Object.fromEntries(units.map((u) => [u, u < 'e' ? 'one' : 'two']));
const book = (children: Node[], table: Table, more: Partial<Scheme> = {}): ScoreBook =>
  scoreAll(scheme(children, more), measures(table), roster(groups(UNITS)), [Q1]);
const of = (r: Robustness, unit: string) => r.units.find((u) => u.unit === unit);

/** Invented, all different: shares, but cases in leaf 1 and points in leaf 2. */
const figure = (i: number, k: number): number =>
  i === 1
    ? [9.5, 2, 10.4, 3, 1, 9.9, 4, 0][k]!
    : i === 2
      ? [5.1, 1, 4.8, 2, 5, 3, 4, 2][k]!
      : 0.7 + (((k * 7 + i * 3) % 11) / 11) * 0.2;

describe('seeded', () => {
  test('equal seeds give equal numbers, others others', () => {
    const draw = (seed: number): number[] => Array.from({ length: 5 }, seeded(seed));
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    expect(draw(2 ** 32 + 1)).not.toEqual(draw(1));
  });

  test('numbers lie in [0, 1) and are even: of 20,000 each tenth has 2,000 ± 200', () => {
    const next = seeded(7);
    const tenths = new Array<number>(10).fill(0);
    for (let i = 0; i < 20_000; i++) tenths[Math.floor(next() * 10)]! += 1;
    expect(tenths.length).toBe(10);
    for (const n of tenths) expect(Math.abs(n - 2000)).toBeLessThan(200);
  });
});

describe('robustness', () => {
  const two = [leaf('x', 50), leaf('y', 50)];
  // a is best at everything, d worst; b and c trade x for y and are equal at 50:50.
  const table = { 'm.x': { [Q1]: { a: 1, b: 0.8, c: 0.4, d: 0.1 } }, 'm.y': { [Q1]: { a: 1, b: 0.4, c: 0.8, d: 0.1 } } };

  test('who is best at everything is first in every run; two that trade indicators change places', () => {
    const r = robustness(book(two, table), Q1, { runs: 400 });
    expect(of(r, 'a')).toMatchObject({ rank: 1, low: 1, high: 1, best: 1, worst: 1, same: 1, next: 'b', ahead: 1, level: 0 });
    expect(of(r, 'd')).toMatchObject({ rank: 4, low: 4, high: 4, next: null, ahead: null, level: null });
    const b = of(r, 'b')!;
    expect(b).toMatchObject({ rank: 2, low: 2, high: 3, best: 2, worst: 3, next: 'c' });
    expect(b.ahead! + b.level!).toBeGreaterThan(0.4);
    expect(b.ahead!).toBeLessThan(0.6);
    expect(r.units.map((u) => u.unit)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('without spread every run is the published one, and a tie is a tie', () => {
    const r = robustness(book(two, table), Q1, { runs: 20, spread: 0 });
    expect(r.units.map((u) => [u.rank, u.low, u.high, u.same])).toEqual([[1, 1, 1, 1], [2, 2, 2, 1], [2, 2, 2, 1], [4, 4, 4, 1]]); // prettier-ignore
    expect(of(r, 'b')).toMatchObject({ next: 'c', ahead: 0, level: 1 });
  });

  test('other schemes that might have been chosen take their turns', () => {
    const other = scheme([leaf('x', 10), leaf('y', 90)]);
    const r = robustness(book([leaf('x', 90), leaf('y', 10)], table), Q1, { runs: 100, choices: [other] });
    expect(of(r, 'b')).toMatchObject({ rank: 2, best: 2, worst: 3, same: 0.5, ahead: 0.5 });
  });

  test('progress is told, and an abort gives what was done', () => {
    const told: number[] = [];
    const signal = { aborted: false };
    const onProgress = (done: number): void => {
      told.push(done);
      signal.aborted = done >= 100;
    };
    expect(robustness(book(two, table), Q1, { runs: 300, onProgress, signal }).runs).toBe(100);
    expect(told).toEqual([0, 50, 100, 100]);
  });

  test('a spread outside [0, 1) or no run at all is an error', () => {
    expect(() => robustness(book(two, table), Q1, { spread: 1 })).toThrow(RangeError);
    expect(() => robustness(book(two, table), Q1, { runs: 0 })).toThrow(RangeError);
  });

  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const cell: fc.Arbitrary<CellSpec> = fc.oneof(
    { weight: 6, arbitrary: share },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 12 }) },
    fc.constant(null),
    fc.constant('na' as const),
  );
  const row = fc.dictionary(fc.constantFrom(...UNITS), cell, { maxKeys: 8, size: 'max', noNullPrototype: true });
  const anyTable = fc
    .array(row, { minLength: 6, maxLength: 6 })
    .map((rows): Table => Object.fromEntries(rows.map((units, i) => [`m.${i}`, { [Q1]: units }])));
  // Rules that are proportional to the marks, that are not, and that bend within the spread.
  const tree: Node[] = [
    section('s', [
      leaf('0', 20, { missing: 'exclude' }),
      section('t', [leaf('1', 10, { rule: { type: 'perCase', step: 1 } }), leaf('2', 5, { rule: { type: 'asGiven' } })]),
    ]),
    section('u', [
      leaf('3', 30, {
        rule: { type: 'ratioToBest', among: 'group' },
        adjustments: [{ title: 'm', measure: 'm.5', step: -1, floor: 0 }],
      }),
      leaf('4', 35, { rule: { type: 'goalposts', lo: 0, hi: 1, floor: 0.6 } }),
    ]),
    leaf('5', 0, { rule: { type: 'asGiven' } }),
  ];
  const anyScheme = fc
    .record({
      at: fc.constantFrom('leaf' as const, 'total' as const),
      decimals: fc.integer({ min: 0, max: 2 }),
      mode: fc.constantFrom('half-up' as const, 'half-even' as const),
      on: fc.constantFrom('rounded' as const, 'unrounded' as const),
      ties: fc.constantFrom('1224' as const, '1223' as const, 'mean' as const),
      breakers: fc.constantFrom<string[][]>([], ['u', '1'], ['t', 's']),
    })
    .map(({ at, decimals, mode, on, ties, breakers }): Partial<Scheme> => ({
      rounding: { at, decimals, mode },
      ranking: { on, ties, breakers },
      bonus: { title: 'B', cap: 3, items: [{ title: 'b', measure: 'm.5', step: 0.5 }] },
    }));

  test('the fast way gives what the book gives, for any figures, rounding, ties and breakers', () => {
    fc.assert(
      fc.property(anyScheme, anyTable, fc.constantFrom(0.05, 0.3), (more, figures, spread) => {
        const b = book(tree, figures, more);
        const options = { runs: 40, spread, seed: 3 };
        expect(robustness(b, Q1, options)).toEqual(robustness(b, Q1, { ...options, exact: true }));
      }),
      { seed: 9, numRuns: 60 },
    );
  });

  // Every unit has a place in between in every leaf; perCase and asGiven bend where the marks meet the figure.
  const spreadOut: Table = Object.fromEntries(
    [0, 1, 2, 3, 4, 5].map((i) => [`m.${i}`, { [Q1]: Object.fromEntries(UNITS.map((u, k) => [u, figure(i, k)])) }]),
  );

  test('the fast way is taken: the book scores a handful of runs, not all, also where lines bend', () => {
    const b = book(tree, spreadOut);
    let scored = 0;
    const reweighted = b.reweighted.bind(b);
    b.reweighted = (weights) => {
      scored += 1;
      return reweighted(weights);
    };
    robustness(b, Q1, { runs: 500, spread: 0.3 });
    expect(scored).toBeLessThan(10);
  });

  test('a tree that is no plain sum is scored by the book, run by run', () => {
    const b = book(tree, spreadOut, { total: { floor: 0, cap: 60 } });
    expect(robustness(b, Q1, { runs: 30 })).toEqual(robustness(b, Q1, { runs: 30, exact: true }));
  });

  test('the same seed gives the same answer, another seed another', () => {
    const options = { runs: 200, spread: 0.3, seed: 5 };
    const r = robustness(book(tree, spreadOut), Q1, options);
    expect(robustness(book(tree, spreadOut), Q1, options)).toEqual(r);
    expect(robustness(book(tree, spreadOut), Q1, { ...options, seed: 6 }).units).not.toEqual(r.units);
  });

  test('the order of the units changes no unit’s answer', () => {
    fc.assert(
      fc.property(anyTable, fc.shuffledSubarray(UNITS, { minLength: UNITS.length }), (figures, order) => {
        const turned = scoreAll(scheme(tree), new Measures(entries(figures).reverse()), roster(groups(order)), [Q1]);
        const byUnit = (r: Robustness) => new Map(r.units.map((u) => [u.unit, u]));
        expect(byUnit(robustness(turned, Q1, { runs: 30 }))).toEqual(byUnit(robustness(book(tree, figures), Q1, { runs: 30 })));
      }),
      { seed: 4, numRuns: 30 },
    );
  });
});
