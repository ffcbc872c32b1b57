/** effectOf(): where every unit stood and stands, and what it gained. Worked by hand. */
import { describe, expect, test } from 'vitest';
import type { Node, Scheme } from '../../src/scheme';
import { rescore, scoreAll, type ScoreBook } from '../../src/score';
import { effectOf } from '../../src/score/effect';
import { GRADES, leaf, measures, p, roster, scheme, type Table } from './city';

const Q = p('2026Q2');
const table: Table = { 'm.x': { [Q]: { a: 1, b: 0.5, c: 0.2 } }, 'm.y': { [Q]: { a: 0.1, b: 0.8, c: 1 } } };
const book = (
  children: Node[],
  units: Record<string, string | null> = { a: 'one', b: 'one', c: 'two', d: null },
  more: Partial<Scheme> = {},
): ScoreBook => scoreAll(scheme(children, more), measures(table), roster(units));

describe('effectOf()', () => {
  const before = book([leaf('x', 80), leaf('y', 20)], undefined, { grades: GRADES });
  const after = rescore(
    before,
    new Map([
      ['x', 20],
      ['y', 80],
    ]),
  );
  const effects = effectOf(before, after, Q);

  test('tells total, rank and grade before and after: marks 80 + 20 turned to 20 + 80', () => {
    // a: 80·1 + 20·0.1 = 82 → 20 + 8 = 28. b: 40 + 16 = 56 → 10 + 64 = 74. c: 16 + 20 = 36 → 4 + 80 = 84.
    expect(effects.map((e) => [e.unit, e.before?.total, e.after?.total, e.points])).toEqual([
      ['a', 82, 28, -54],
      ['b', 56, 74, 18],
      ['c', 36, 84, 48],
      ['d', null, null, null],
    ]);
    expect(effects.map((e) => [e.before?.rank, e.after?.rank, e.places])).toEqual([
      [1, 3, -2],
      [2, 2, 0],
      [3, 1, 2],
      [null, null, null],
    ]);
    expect(effects.map((e) => [e.before?.grade, e.after?.grade, e.regraded])).toEqual([
      ['fair', 'poor', true],
      ['poor', 'fair', true],
      ['poor', 'fair', true],
      [null, null, false],
    ]);
  });

  test('tells places in the peer group, and none for a unit in no group', () => {
    expect(effects.map((e) => [e.before?.groupRank, e.after?.groupRank, e.groupPlaces])).toEqual([
      [1, 2, -1],
      [2, 1, 1],
      [1, 1, 0],
      [null, null, null],
    ]);
  });

  test('of a book and itself is nothing', () => {
    for (const e of effectOf(before, before, Q)) {
      expect([e.in, e.regraded]).toEqual(['both', false]);
      expect(e.before).toEqual(e.after);
      expect([0, null]).toContain(e.places);
      expect([0, null]).toContain(e.points);
    }
  });

  test('turned round gains what was lost', () => {
    const back = effectOf(after, before, Q);
    expect(back.map((e) => e.places)).toEqual(effects.map((e) => (e.places === null ? null : 0 - e.places)));
    expect(back.map((e) => [e.before, e.after])).toEqual(effects.map((e) => [e.after, e.before]));
  });

  test('tells units that one book only expects, those of the later book first, without a gain', () => {
    const now = book([leaf('x', 80), leaf('y', 20)], { b: null, c: null });
    const told = effectOf(before, now, Q);
    expect(told.map((e) => [e.unit, e.in, e.before?.rank, e.after?.rank, e.places])).toEqual([
      ['b', 'both', 2, 1, 1],
      ['c', 'both', 3, 2, 1],
      ['a', 'before', 1, undefined, null],
      ['d', 'before', null, undefined, null],
    ]);
    expect(effectOf(now, before, Q).filter((e) => e.in === 'after')).toMatchObject([
      { unit: 'a', before: null, after: { rank: 1, total: 82 }, places: null, points: null },
      { unit: 'd', before: null, after: { rank: null, total: null } },
    ]);
  });

  test('tells ties, and half places where ties share the mean', () => {
    const mean: Partial<Scheme> = { ranking: { on: 'rounded', ties: 'mean', breakers: [] } };
    const tied = book([leaf('x', 0), leaf('y', 0)], { a: null, b: null }, mean);
    const apart = book([leaf('x', 100), leaf('y', 0)], { a: null, b: null }, mean);
    expect(effectOf(tied, apart, Q).map((e) => [e.before?.tied, e.before?.rank, e.after?.tied, e.places])).toEqual([
      [true, 1.5, false, 0.5],
      [true, 1.5, false, -0.5],
    ]);
  });
});
