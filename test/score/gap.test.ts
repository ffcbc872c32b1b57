/** Why one unit is above another: the gap, line by line. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scoreAll } from '../../src/score';
import { whyAbove } from '../../src/score/gap';
import { id, leaf, measures, p, roster, scheme, section, type Table } from './city';

const Q1 = p('2026Q1');
const CITY = roster({ a: null, b: null, c: null });
const bookOf = (table: Table, more: Parameters<typeof scheme>[1] = {}) =>
  scoreAll(scheme([section('s', [leaf('x', 50), leaf('y', 30)]), leaf('z', 20)], more), measures(table), CITY, [Q1]);

test('a 50·0.9 + 30·0.5 + 20 = 80 over b 50·0.5 + 30·1 + 20·0.5 = 65: x +20, y −15, z +10, largest first', () => {
  const book = bookOf({
    'm.x': { [Q1]: { a: 0.9, b: 0.5 } },
    'm.y': { [Q1]: { a: 0.5, b: 1 } },
    'm.z': { [Q1]: { a: 1, b: 0.5 } },
  });
  const { gap, lines } = whyAbove(book, Q1, id('a'), id('b'));
  expect(gap).toBe(15);
  expect(lines.map((l) => [l.id, l.a, l.b, l.difference])).toEqual([
    ['x', 45, 25, 20],
    ['y', 15, 30, -15],
    ['z', 20, 10, 10],
  ]);
  const back = whyAbove(book, Q1, id('b'), id('a'));
  expect([back.gap, back.lines.map((l) => l.difference)]).toEqual([-15, [-20, 15, -10]]);
});

test('equal totals are a gap of 0, with the lines that make it up', () => {
  const book = bookOf({
    'm.x': { [Q1]: { a: 0.5, b: 0.8 } },
    'm.y': { [Q1]: { a: 1, b: 0.5 } },
    'm.z': { [Q1]: { a: 1, b: 1 } },
  });
  const { gap, lines } = whyAbove(book, Q1, id('a'), id('b'));
  expect([gap, lines.map((l) => [l.id, l.difference])]).toEqual([0, [['x', -15], ['y', 15]]]); // prettier-ignore
});

test('舍入差: leaves of 0.333 → 0.33 thrice are 0.99 of a total of 1.00; b has 0; the gap of 1.00 ends with a line of 0.01', () => {
  const three = ['x', 'y', 'z'].map((n) => leaf(n, 1 / 3));
  const one = { [Q1]: { a: 1, b: 0 } };
  const book = scoreAll(scheme(three), measures({ 'm.x': one, 'm.y': one, 'm.z': one }), CITY, [Q1]);
  const { gap, lines } = whyAbove(book, Q1, id('a'), id('b'));
  expect([gap, lines.map((l) => [l.kind, l.difference])]).toEqual([
    1,
    [
      ['leaf', 0.33],
      ['leaf', 0.33],
      ['leaf', 0.33],
      ['rounding', 0.01],
    ],
  ]);
});

test('a bonus is a line: two honours at 0.5 are +1', () => {
  const bonus = { title: 'B', cap: 3, items: [{ title: 'h', measure: 'm.h', step: 0.5 }] };
  const one = { [Q1]: { a: 1, b: 1 } };
  const book = bookOf({ 'm.x': one, 'm.y': one, 'm.z': one, 'm.h': { [Q1]: { a: 2 } } }, { bonus });
  expect(whyAbove(book, Q1, id('a'), id('b'))).toMatchObject({
    gap: 1,
    lines: [{ kind: 'onTop', a: 1, b: null, difference: 1 }],
  });
});

test('a unit that is not ranked has no gap; one that is not there is an error', () => {
  const book = bookOf({ 'm.x': { [Q1]: { a: 0.9 } } });
  expect(whyAbove(book, Q1, id('a'), id('c'))).toMatchObject({ gap: null, lines: [] });
  expect(() => whyAbove(book, Q1, id('a'), id('nobody'))).toThrow(RangeError);
});

test('for any figures and rounding the lines add up to the gap exactly', () => {
  const cell = fc.oneof({ weight: 5, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) }, fc.constant('na' as const));
  const row = fc.record({ a: cell, b: cell }).map((units) => ({ [Q1]: units }));
  const any = fc.record({ 'm.x': row, 'm.y': row, 'm.z': row });
  fc.assert(
    fc.property(
      any,
      fc.constantFrom('leaf' as const, 'total' as const),
      fc.integer({ min: 0, max: 4 }),
      (table, at, decimals) => {
        const book = bookOf(table, { rounding: { at, decimals, mode: 'half-even' } });
        const { gap, lines } = whyAbove(book, Q1, id('a'), id('b'));
        if (gap === null) return;
        const whole = (x: number): number => Math.round(x * 10 ** decimals);
        expect(lines.reduce((s, l) => s + whole(l.difference), 0)).toBe(whole(gap) + 0);
        expect(lines.some((l) => l.kind === 'other')).toBe(false);
      },
    ),
    { seed: 2 },
  );
});
