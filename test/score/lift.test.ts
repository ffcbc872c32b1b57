/** What would lift a unit one place, in counts. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Node } from '../../src/scheme';
import { scoreAll, type ScoreBook } from '../../src/score';
import { liftOnePlace } from '../../src/score/lift';
import { whatIf } from '../../src/score/what-if';
import { id, leaf, measures, p, roster, scheme, type Table } from './city';

const Q1 = p('2026Q1');
const bookOf = (children: Node[], table: Table): ScoreBook =>
  scoreAll(scheme(children), measures(table), roster({ a: null, b: null, c: null }), [Q1]);

test('b at 50·6/10 + 50·1 = 80 wants more than 85: one more of 10 is level at 85, which is a place gained', () => {
  const book = bookOf([leaf('x', 50), leaf('y', 50)], {
    'm.x': { [Q1]: { a: [7, 10], b: [6, 10], c: [1, 10] } },
    'm.y': { [Q1]: { a: [1, 1], b: [1, 1], c: [1, 1] } },
  });
  // Two firsts are 1,1,3.
  const tie = liftOnePlace(book, Q1, id('b'));
  expect(tie.lifts).toMatchObject([{ leaf: 'x', kind: 'numerator', direction: 'up', steps: 1, effort: 0.25, from: 0.6, to: 0.7, numerator: 7, denominator: 10, rank: 1, total: 85 }]); // prettier-ignore
  expect(tie.outOfReach).toEqual([{ node: 2, leaf: 'y', measure: 'm.y', reach: 'outOfReach', why: 'tooLittle' }]);
});

test('the cheapest first, by the share of what is possible: 1 of 5 more, 2 of 4 cases fewer, both of 2 left', () => {
  const adjustments = [{ title: 'late', measure: 'm.late', step: -2 }];
  const book = bookOf([leaf('x', 50, { adjustments }), leaf('y', 50)], {
    'm.x': { [Q1]: { a: [3, 10], b: [5, 10] } },
    'm.y': { [Q1]: { a: [20, 20], b: [18, 20] } },
    'm.late': { [Q1]: { b: 4 } },
  });
  // a 15 + 50 = 65 over b 25 − 8 + 45 = 62: a tenth of x is 5, a case 2, a twentieth of y 2.5.
  const { lifts } = liftOnePlace(book, Q1, id('b'));
  expect(lifts.map((l) => [l.measure, l.kind, l.direction, l.steps, l.effort, l.total])).toEqual([
    ['m.x', 'numerator', 'up', 1, 0.2, 67],
    ['m.late', 'count', 'down', 2, 0.5, 66],
    ['m.y', 'numerator', 'up', 2, 1, 67],
  ]);
});

test('less is better: two cases fewer of five', () => {
  const book = bookOf([leaf('x', 100, { rule: { type: 'perCase', step: 10 } })], { 'm.x': { [Q1]: { a: 3, b: 5, c: 9 } } });
  expect(liftOnePlace(book, Q1, id('b')).lifts).toMatchObject([{ kind: 'count', direction: 'down', steps: 2, to: 3, rank: 1 }]);
});

test('a value that is no count moves by hundredths: 0.505 + 9 % = 0.55045 is 55.05 over 55', () => {
  const book = bookOf([leaf('x', 100)], { 'm.x': { [Q1]: { a: 0.55, b: 0.505 } } });
  expect(liftOnePlace(book, Q1, id('b')).lifts).toMatchObject([{ kind: 'percent', steps: 9, to: 0.55045, rank: 1 }]);
});

test('no figure to change: not due, not reported, not applicable, carried', () => {
  const Q2 = p('2026Q2');
  const table = measures({
    'm.x': { [Q2]: { a: 1, b: 0.999 } },
    'm.n': { [Q2]: { a: 1, b: null } },
    'm.na': { [Q2]: { a: 1, b: 'na' } },
    'm.c': { '2025Q4': { a: 1, b: 0.5 } },
  });
  const children = [
    leaf('x', 1),
    leaf('n', 30),
    leaf('na', 30),
    leaf('c', 30, { due: 'Y4', carry: true }),
    leaf('d', 9, { due: 'Y4' }),
  ];
  const book = scoreAll(scheme(children), table, roster({ a: null, b: null }), [Q2]);
  expect(liftOnePlace(book, Q2, id('b')).outOfReach.map((o) => [o.leaf, o.why])).toEqual([
    ['x', 'tooLittle'],
    ['n', 'notReported'],
    ['na', 'notApplicable'],
    ['c', 'carried'],
    ['d', 'notDue'],
  ]);
});

test('the first is asked nothing; a unit that is not ranked neither; one that is not there is an error', () => {
  const book = bookOf([leaf('x', 100)], { 'm.x': { [Q1]: { a: 0.8, b: 0.5 } } });
  expect(liftOnePlace(book, Q1, id('a'))).toEqual({ unit: 'a', rank: 1, lifts: [], outOfReach: [] });
  expect(liftOnePlace(book, Q1, id('c'))).toEqual({ unit: 'c', rank: null, lifts: [], outOfReach: [] });
  expect(() => liftOnePlace(book, Q1, id('nobody'))).toThrow(RangeError);
});

test('an answer lifts when it is made true, and one step less does not', () => {
  const pair = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 20, max: 30 }));
  const row = fc.record({ a: pair, b: pair, c: pair }).map((units) => ({ [Q1]: units }));
  fc.assert(
    fc.property(row, row, (x, y) => {
      const book = bookOf([leaf('x', 60), leaf('y', 40, { rule: { type: 'ratioToBest', among: 'city' } })], {
        'm.x': x,
        'm.y': y,
      });
      for (const unit of ['a', 'b', 'c'].map(id))
        for (const l of liftOnePlace(book, Q1, unit).lifts) {
          const put = (numerator: number) =>
            whatIf(book, [
              { kind: 'value', unit, measure: l.measure, period: Q1, to: { numerator, denominator: l.denominator! } },
            ]).units.find((u) => u.unit === unit)!;
          const made = put(l.numerator!);
          expect(made.rankAfter).toBe(l.rank);
          expect(made.rankAfter!).toBeLessThan(made.rankBefore!);
          const less = put(l.numerator! + (l.direction === 'up' ? -1 : 1));
          expect(less.rankAfter!).toBeGreaterThanOrEqual(made.rankBefore!);
        }
    }),
    { seed: 8, numRuns: 40 },
  );
});
