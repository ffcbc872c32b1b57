/** Bonus on top of the full marks, and the annual table that counts in the first quarter of the year after. Figures worked by hand. */
import { expect, test } from 'vitest';
import type { Bonus } from '../../src/scheme';
import { scoreAll } from '../../src/score';
import { explain } from '../../src/score/explain';
import { leaf, measures, p, roster, scheme } from './city';

const bonus: Bonus = {
  title: '加分',
  cap: 3,
  items: [
    { title: '省级', measure: 'm.high', step: 1 },
    { title: '市级', measure: 'm.low', step: 0.5, cap: 1 },
  ],
};
const Q4 = p('2026Q4');
const book = scoreAll(
  scheme([leaf('base', 100)], { bonus }),
  measures({
    'm.base': { '2026Q3': { a: 0.8 }, '2026Q4': { a: 0.8, b: 0.8, c: 0.8, d: 0.8 } },
    'm.high': { '2026': { a: 1, b: 9, d: 0 } },
    'm.low': { '2026': { a: 4, b: 1, d: 0 } },
  }),
  roster({ a: null, b: null, c: null, d: null }),
);

test('each item is held at its cap, all together at the bonus’s, and what nobody reported adds nothing', () => {
  expect([...book.at(Q4).total]).toEqual([82, 83, 80, 80]);
});

test('an annual table adds only in the quarter that its year ends in', () => {
  expect(book.at(p('2026Q3')).total[0]).toBe(80);
});

test('the reason of the total adds up, bonus included', () => {
  const told = explain(book, Q4, book.at(Q4).units[0]!, 0);
  expect(told.args.map((a) => [a.op, a.value])).toEqual([
    ['leaf', 80],
    ['bonus', 2],
  ]);
  expect(told.args[1]?.args.map((a) => a.value)).toEqual([1, 1]);
});

test('what is due in the first quarter alone is read from the annual table of the year before, and carried from there', () => {
  const votes = leaf('votes', 40, { due: 'Y1', carry: true });
  const b = scoreAll(
    scheme([leaf('base', 60), votes]),
    measures({ 'm.base': { '2026Q1': { a: 1 }, '2026Q2': { a: 1 } }, 'm.votes': { '2025': { a: 0.5 } } }),
    roster({ a: null }),
  );
  expect([p('2026Q1'), p('2026Q2')].map((q) => b.at(q).total[0])).toEqual([80, 80]);
  expect(b.at(p('2026Q2')).carriedFrom(b.nodeIndex('votes'))).toBe('2026Q1');
});
