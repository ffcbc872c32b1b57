/** What-ifs: a book under changes made by hand, beside the true one. */
import { expect, test } from 'vitest';
import { scoreAll, type ScoreBook } from '../../src/score';
import { whatIf } from '../../src/score/what-if';
import { id, leaf, measures, p, roster, scheme, section } from './city';

const Q1 = p('2026Q1');
const made = (): ScoreBook =>
  scoreAll(
    scheme([section('s', [leaf('x', 60), leaf('y', 20)]), leaf('z', 20, { rule: { type: 'ratioToBest', among: 'group' } })]),
    measures({
      'm.x': { [Q1]: { a: [5, 10], b: [6, 10], c: [7, 10], d: [1, 10] } },
      'm.y': { [Q1]: { a: 1, b: 1, c: 1, d: 1 } },
      'm.z': { [Q1]: { a: 5, b: 5, c: 5, d: 5, e: 10, f: 2, g: 2, h: 2 } },
    }),
    roster({ a: 'one', b: 'one', c: 'one', d: 'one', e: 'two', f: 'two', g: 'two', h: 'two' }),
    [Q1],
  );
const of = (w: ReturnType<typeof whatIf>, unit: string) => w.units.find((u) => u.unit === unit);

test('no change changes nothing', () => {
  for (const u of whatIf(made(), []).units) expect([u.rankAfter, u.totalAfter]).toEqual([u.rankBefore, u.totalBefore]);
});

test('a figure: a closes 8 of 10, 60·0.8 + 20 + 20 = 88, and is first; the book given is as it was', () => {
  const book = made();
  const before = [...book.at(Q1).total];
  const w = whatIf(book, [{ kind: 'value', unit: id('a'), measure: 'm.x', period: Q1, to: { numerator: 8, denominator: 10 } }]);
  expect(of(w, 'a')).toEqual({ unit: 'a', rankBefore: 3, rankAfter: 1, totalBefore: 70, totalAfter: 88 });
  expect(of(w, 'c')).toMatchObject({ rankBefore: 1, rankAfter: 2, totalAfter: 82 });
  expect([...book.at(Q1).total]).toEqual(before);
  expect(book.measures.get('m.x', id('a'), Q1)?.numerator).toBe(5);
});

test('a plain value keeps the denominator; null is not reported: 0 of 60', () => {
  const change = (to: number | null) => whatIf(made(), [{ kind: 'value', unit: id('a'), measure: 'm.x', period: Q1, to }]);
  expect(change(0.9).book.measures.get('m.x', id('a'), Q1)).toMatchObject({ value: 0.9, numerator: 9, denominator: 10 });
  expect(of(change(0.9), 'a')?.totalAfter).toBe(94);
  expect(of(change(null), 'a')?.totalAfter).toBe(40);
});

test('a figure of the half-year is found under its last quarter', () => {
  const Q2 = p('2026Q2');
  const table = measures({ 'm.x': { '2026H1': { a: 0.5 } } });
  const book = scoreAll(scheme([leaf('x', 100, { due: 'H' })]), table, roster({ a: null }), [Q2]);
  const w = whatIf(book, [{ kind: 'value', unit: id('a'), measure: 'm.x', period: Q2, to: 0.75 }]);
  expect(of(w, 'a')).toMatchObject({ totalBefore: 50, totalAfter: 75 });
});

test('a target of 0.5 instead of 1: 5 of 10 has the full 60', () => {
  const w = whatIf(made(), [{ kind: 'rule', leaf: 'x', rule: { type: 'attainment', target: 0.5 } }]);
  expect(of(w, 'a')).toMatchObject({ totalBefore: 70, totalAfter: 100 });
});

test('weights of a leaf or a section; the last change to one thing stands', () => {
  const w = whatIf(made(), [
    { kind: 'weight', node: 'x', points: 99 },
    { kind: 'weight', node: 'x', points: 10 },
  ]);
  expect(of(w, 'a')?.totalAfter).toBe(5 + 20 + 20);
  expect(of(whatIf(made(), [{ kind: 'weight', node: 's', points: 40 }]), 'a')?.totalAfter).toBe(15 + 10 + 20);
});

test('a group: d beside e is held against e’s 10, 60·0.1 + 20 + 20·5/10 = 36', () => {
  const book = made();
  const w = whatIf(book, [{ kind: 'group', unit: id('d'), group: 'two' }]);
  expect(of(w, 'd')).toMatchObject({ totalBefore: 46, totalAfter: 36 });
  expect(book.roster.get(id('d'))?.group).toBe('one');
});

test('all kinds together, weights last', () => {
  const w = whatIf(made(), [
    { kind: 'weight', node: 'x', points: 50 },
    { kind: 'rule', leaf: 'x', rule: { type: 'attainment', target: 0.8 } },
    { kind: 'value', unit: id('a'), measure: 'm.x', period: Q1, to: 0.4 },
  ]);
  expect(of(w, 'a')?.totalAfter).toBe(25 + 20 + 20);
});

test('what is not there, or is no number, is an error', () => {
  expect(() => whatIf(made(), [{ kind: 'weight', node: 'nothing', points: 1 }])).toThrow(RangeError);
  expect(() => whatIf(made(), [{ kind: 'weight', node: 'x', points: -1 }])).toThrow(RangeError);
  expect(() => whatIf(made(), [{ kind: 'rule', leaf: 's', rule: { type: 'asGiven' } }])).toThrow(RangeError);
  expect(() => whatIf(made(), [{ kind: 'group', unit: id('nobody'), group: null }])).toThrow(RangeError);
  expect(() => whatIf(made(), [{ kind: 'value', unit: id('a'), measure: 'm.x', period: Q1, to: NaN }])).toThrow(RangeError);
  // beyond every figure there is: the arithmetic of a score could leave the numbers there are
  for (const to of [1e300, -1e31, 1e-31, { numerator: 1e20, denominator: 1e-20 }])
    expect(() => whatIf(made(), [{ kind: 'value', unit: id('a'), measure: 'm.x', period: Q1, to }])).toThrow(RangeError);
});
