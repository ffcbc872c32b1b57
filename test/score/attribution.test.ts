/** Why a total and a rank moved: every part worked by hand, and parts that always add up. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Node } from '../../src/scheme';
import { round } from '../../src/scheme';
import { scoreAll, type ScoreBook } from '../../src/score';
import { CAUSES, split, whyMoved, type Movement } from '../../src/score/attribution';
import { id, leaf, measures, p, roster, scheme, type CellSpec, type Table } from './city';

const [Q1, Q2] = [p('2026Q1'), p('2026Q2')];
const CITY = roster({ a: null, b: null, c: null });
const bookOf = (children: Node[], table: Table): ScoreBook => scoreAll(scheme(children), measures(table), CITY, [Q1, Q2]);

/** The parts that are not 0. */
const parts = (of: { parts: Movement['total']['parts'] }): object =>
  Object.fromEntries(Object.entries(of.parts).filter(([, x]) => x !== 0));
const line = (m: Movement, name: string): object | undefined => {
  const found = m.lines.find((l) => l.id === name);
  return found && parts(found);
};

/** Numbers as whole units of the last decimal, which add up without dust. */
const sum = (xs: readonly number[], decimals = 2): number => xs.reduce((s, x) => s + Math.round(x * 10 ** decimals), 0) + 0;

describe('split', () => {
  test('a third each of 1.00 is 0.34, 0.33, 0.33: of equals the first takes the rest', () => {
    expect(split([1 / 3, 1 / 3, 1 / 3], 1, 2)).toEqual([0.34, 0.33, 0.33]);
  });

  test('the largest remainder takes the rest: 0.126 + 0.004 + 0.123 = 0.26 (published) is 0.13 + 0.01 + 0.12', () => {
    expect(split([0.126, 0.004, 0.123], 0.26, 2)).toEqual([0.13, 0.01, 0.12]);
  });

  test('a part of 0 stays 0, and a part does not change its sign', () => {
    expect(split([0, 0.004, 0], 0.01, 2)).toEqual([0, 0.01, 0]);
    expect(split([-0.004, 0.009], 0.01, 2)).toEqual([0, 0.01]);
    expect(split([0.004, -0.5], -0.51, 2)).toEqual([0, -0.51]);
  });

  test('nothing splits into nothing; a total without parts is an error', () => {
    expect(split([0, 0], 0, 2)).toEqual([0, 0]);
    expect(split([], 0, 2)).toEqual([]);
    expect(() => split([], 1, 2)).toThrow(RangeError);
    expect(() => split([NaN], 1, 2)).toThrow(RangeError);
  });

  test('adds up exactly for any numbers, the same every time', () => {
    const any = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 8 }), any, fc.integer({ min: 0, max: 4 }), (xs, total, decimals) => {
        const got = split(xs, total, decimals);
        expect(sum(got, decimals)).toBe(Math.round(total * 10 ** decimals) + 0);
        expect(split(xs, total, decimals)).toEqual(got);
      }),
      { seed: 3 },
    );
  });

  test('of parts that add up to their total no part is off by a whole unit, and none changes its sign', () => {
    const any = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 8 }), (xs) => {
        const total = xs.reduce((s, x) => s + x, 0);
        split(xs, round(total, 2, 'half-up'), 2).forEach((x, i) => {
          expect(Math.abs(x - xs[i]!)).toBeLessThan(0.010001);
          expect(x * xs[i]!).toBeGreaterThanOrEqual(0);
        });
      }),
      { seed: 4 },
    );
  });
});

describe('whyMoved', () => {
  test('only the unit’s figure changed: all of it is its own, 60 × (0.9 − 0.5) = +24, and the two places gained', () => {
    const book = bookOf([leaf('x', 60), leaf('y', 40)], {
      'm.x': { [Q1]: { a: 0.5, b: 0.6, c: 0.7 }, [Q2]: { a: 0.9, b: 0.6, c: 0.7 } },
      'm.y': { [Q1]: { a: 1, b: 1, c: 1 }, [Q2]: { a: 1, b: 1, c: 1 } },
    });
    const why = whyMoved(book, book, id('a'), Q1, Q2);
    expect(why.total).toMatchObject({ before: 70, now: 94, change: 24 });
    expect(parts(why.total)).toEqual({ own: 24 });
    expect(why.rank).toMatchObject({ before: 3, now: 1, change: -2 });
    expect(parts(why.rank)).toEqual({ own: -2 });
    expect(why.lines.map((l) => l.id)).toEqual(['x']);
    expect(line(why, 'x')).toEqual({ own: 24 });
  });

  test('overtaken by others: the total stands, the rank falls by their change', () => {
    const book = bookOf([leaf('x', 100)], { 'm.x': { [Q1]: { a: 0.8, b: 0.6, c: 0.7 }, [Q2]: { a: 0.8, b: 0.9, c: 0.95 } } });
    const why = whyMoved(book, book, id('a'), Q1, Q2);
    expect([why.total.change, why.lines]).toEqual([0, []]);
    expect(parts(why.rank)).toEqual({ others: 2 });
  });

  test('the best rises from 80 to 100: 100 × 60/80 = 75 → own 100 × 66/80 = 82.5 → 66, others −16.5', () => {
    const rule = { rule: { type: 'ratioToBest', among: 'city' } } as const;
    const book = bookOf([leaf('x', 100, rule)], { 'm.x': { [Q1]: { a: 60, b: 80, c: 10 }, [Q2]: { a: 66, b: 100, c: 10 } } });
    const why = whyMoved(book, book, id('a'), Q1, Q2);
    expect([why.total.before, why.total.now]).toEqual([75, 66]);
    expect(parts(why.total)).toEqual({ own: 7.5, others: -16.5 });
    expect(line(why, 'x')).toEqual({ own: 7.5, others: -16.5 });
  });

  test('correction, then rules, then own: 50 → corrected to 0.6: +10 → target 0.8: 75, +15 → 0.7: 87.5, +12.5', () => {
    const then = bookOf([leaf('x', 100)], { 'm.x': { [Q1]: { a: 0.5, b: 0.1, c: 0.2 } } });
    const now = bookOf([leaf('x', 100, { rule: { type: 'attainment', target: 0.8 } })], {
      'm.x': { [Q1]: { a: 0.6, b: 0.1, c: 0.2 }, [Q2]: { a: 0.7, b: 0.1, c: 0.2 } },
    });
    const why = whyMoved(then, now, id('a'), Q1, Q2);
    expect(parts(why.total)).toEqual({ correction: 10, rules: 15, own: 12.5 });
    expect(why.total.change).toBe(37.5);
  });

  test('half-yearly y falls due in the second quarter: 100·0.5 = 50 → 50·0.5 + 50·0.9 = 70 is the calendar’s +20', () => {
    const book = bookOf([leaf('x', 50), leaf('y', 50, { due: 'H' })], {
      'm.x': { [Q1]: { a: 0.5, b: 0.5 }, [Q2]: { a: 0.5, b: 0.5 } },
      'm.y': { '2026H1': { a: 0.9, b: 0.1 } },
    });
    const why = whyMoved(book, book, id('a'), Q1, Q2);
    expect(parts(why.total)).toEqual({ calendar: 20 });
    expect(line(why, 'y')).toEqual({ calendar: 45 });
    expect(line(why, 'x')).toEqual({ calendar: -25 });
  });

  test('reported then and not now is its own change; so is the other way round', () => {
    const book = bookOf([leaf('x', 50), leaf('y', 50)], {
      'm.x': { [Q1]: { a: 1, b: 1, c: 1 }, [Q2]: { a: 1, b: 1, c: 1 } },
      'm.y': { [Q1]: { a: 1, c: 1 }, [Q2]: { b: 1, c: 1 } },
    });
    expect(parts(whyMoved(book, book, id('a'), Q1, Q2).total)).toEqual({ own: -50 });
    expect(parts(whyMoved(book, book, id('b'), Q1, Q2).total)).toEqual({ own: 50 });
  });

  test('a higher target of the unit is the calendar’s, not its own: 100 × 40/50 → 40/80', () => {
    const book = bookOf([leaf('x', 100, { rule: { type: 'attainment', target: { measure: 'm.t' } } })], {
      'm.x': { [Q1]: { a: 40 }, [Q2]: { a: 40 } },
      'm.t': { [Q1]: { a: 50 }, [Q2]: { a: 80 } },
    });
    expect(parts(whyMoved(book, book, id('a'), Q1, Q2).total)).toEqual({ calendar: -30 });
  });

  test('the same period of the same book is nothing at all', () => {
    const book = bookOf([leaf('x', 100)], { 'm.x': { [Q1]: { a: 0.8, b: 0.6, c: 0.7 } } });
    const why = whyMoved(book, book, id('b'), Q1, Q1);
    expect([why.total.change, why.rank.change, why.lines]).toEqual([0, 0, []]);
    expect([parts(why.total), parts(why.rank)]).toEqual([{}, {}]);
  });

  test('a unit without any figure then has no change, only what it has now', () => {
    const book = bookOf([leaf('x', 100)], { 'm.x': { [Q1]: { b: 0.6 }, [Q2]: { a: 0.5, b: 0.6 } } });
    const why = whyMoved(book, book, id('a'), Q1, Q2);
    expect([why.total.before, why.total.now, why.total.change]).toEqual([null, 50, null]);
    expect([parts(why.total), why.lines]).toEqual([{}, []]);
  });

  test('for any figures the parts add up to the change, line by line and cause by cause', () => {
    const share = fc.double({ min: 0, max: 1.2, noNaN: true });
    const cell: fc.Arbitrary<CellSpec> = fc.oneof({ weight: 8, arbitrary: share }, fc.constant(null), fc.constant('na' as const));
    const units = fc.record({ a: cell, b: cell, c: cell });
    const table = fc
      .array(fc.tuple(units, units), { minLength: 3, maxLength: 3 })
      .map((rows): Table => Object.fromEntries(rows.map(([x, y], i) => [`m.${i}`, { [Q1]: x, [Q2]: y }])));
    const children = (target: number): Node[] => [
      leaf('0', 33.33, { rule: { type: 'attainment', target } }),
      leaf('1', 41.17, { rule: { type: 'ratioToBest', among: 'city' }, missing: 'exclude' }),
      leaf('2', 25.5, { due: 'H' }),
    ];
    fc.assert(
      fc.property(table, table, share, fc.constantFrom('leaf' as const, 'total' as const), (was, is, target, at) => {
        const more = { rounding: { at, decimals: 2, mode: 'half-up' } } as const;
        const one = scoreAll(scheme(children(1), more), measures(was), CITY, [Q1, Q2]);
        const two = scoreAll(scheme(children(0.1 + target), more), measures(is), CITY, [Q1, Q2]);
        for (const unit of ['a', 'b', 'c'].map(id)) {
          const why = whyMoved(one, two, unit, Q1, Q2);
          if (why.total.change === null) continue;
          const { before, now } = why.total;
          expect(sum([why.total.change])).toBe(sum([now!]) - sum([before!]));
          for (const s of [why.total, why.rank, ...why.lines]) expect(sum(Object.values(s.parts))).toBe(sum([s.change!]));
          for (const c of CAUSES) expect(sum(why.lines.map((l) => l.parts[c]))).toBe(sum([why.total.parts[c]]));
        }
      }),
      { seed: 6, numRuns: 60 },
    );
  });
});
