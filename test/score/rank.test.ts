/** Ranks, grades and quotas. */
import { describe, expect, test } from 'vitest';
import type { Scheme } from '../../src/scheme';
import { scoreAll } from '../../src/score';
import { GRADES, id, leaf, measures, p, roster, scheme, section } from './city';

const Q = p('2026Q2');
type Cells = Record<string, number>;

/** Units scored by two leaves given as points: x of 90, y of 10. */
function scores(x: Cells, y: Cells, more: Partial<Scheme> = {}, groups?: Record<string, string | null>, veto: Cells = {}) {
  const given = { rule: { type: 'asGiven' } } as const;
  const children = [section('sx', [leaf('x', 90, given)]), section('sy', [leaf('y', 10, given)])];
  const units = groups ?? Object.fromEntries(Object.keys(x).map((u) => [u, null]));
  return scoreAll(
    scheme(children, more),
    measures({ 'm.x': { [Q]: x }, 'm.y': { [Q]: y }, 'm.veto': { [Q]: veto } }),
    roster(units),
  ).at(Q);
}

const tied = { a: 70, b: 80, c: 80, d: 90 };
const none = { a: 0, b: 0, c: 0, d: 0 };
const ranking = (more: Partial<Scheme['ranking']>): Partial<Scheme> => ({
  ranking: { on: 'rounded', ties: '1224', breakers: [], ...more },
});

describe('rank 名次', () => {
  test.each([
    ['1224' as const, [4, 2, 2, 1]],
    ['1223' as const, [3, 2, 2, 1]],
    ['mean' as const, [4, 2.5, 2.5, 1]],
  ])('ties as %s give %j', (ties, expected) => {
    expect([...scores(tied, none, ranking({ ties })).rank]).toEqual(expected);
  });

  test('equal units are marked as tied (并列), and only they', () => {
    expect([...scores(tied, none).tied]).toEqual([0, 1, 1, 0]);
  });

  test('breakers are compared in their order where totals are equal', () => {
    const s = scores({ a: 80, b: 75, c: 78 }, { a: 0, b: 5, c: 2 }, ranking({ breakers: ['sy', 'sx'] }));
    expect([[...s.total], [...s.rank], [...s.tied]]).toEqual([
      [80, 80, 80],
      [3, 1, 2],
      [0, 0, 0],
    ]);
  });

  test('on rounded totals what is equal in print is a tie; unrounded it is not; dust never breaks one', () => {
    const close = { a: 80.001, b: 80.002, c: 79.9 + 0.1 + 0.001 };
    expect([...scores(close, { a: 0, b: 0, c: 0 }).rank]).toEqual([1, 1, 1]);
    expect([...scores(close, { a: 0, b: 0, c: 0 }, ranking({ on: 'unrounded' })).rank]).toEqual([2, 1, 2]);
  });

  test('is given in the city and in the group; a unit in no group has no group rank; one unit alone is first', () => {
    const s = scores(tied, none, {}, { a: 'one', b: 'one', c: 'two', d: null });
    expect([...s.groupRank]).toEqual([2, 1, 1, NaN]);
    expect([...s.groupTied]).toEqual([0, 0, 0, 0]);
    expect([...scores({ a: 1 }, { a: 1 }).rank]).toEqual([1]);
  });
});

describe('grade 等次', () => {
  const veto = { id: 'v', title: 'Accident', measure: 'm.veto', above: 0, cap: 'fair', basis: 'Rules, article 1' };

  test('is the first line that the published total reaches', () => {
    const s = scores({ a: 89.996, b: 89.994, c: 70, d: 12 }, none, { grades: GRADES });
    expect(s.grades).toEqual(['good', 'fair', 'fair', 'poor']);
  });

  test('is none below the last line where that states a minimum', () => {
    const s = scores({ a: 10 }, { a: 0 }, { grades: { lines: [{ grade: 'pass', min: 60 }] } });
    expect(s.grades).toEqual([null]);
  });

  test('a veto caps the grade and never lifts it', () => {
    const s = scores({ a: 90, b: 90, c: 20 }, none, { grades: GRADES, vetoes: [veto] }, undefined, { a: 1, b: 0, c: 2 });
    expect(s.grades).toEqual(['fair', 'good', 'poor']);
    expect(s.vetoes.map((v) => v.map((x) => x.id))).toEqual([['v'], [], ['v']]);
    expect([...s.total]).toEqual([90, 90, 20]);
  });

  test('a quota says allowed, actual and excess by group, and demotes nobody', () => {
    const grades = {
      ...GRADES,
      quotas: [{ grade: 'good', share: 0.3, scope: 'group', rounding: 'half-up', atLeast: 1 }],
    } as const;
    const units = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const all = Object.fromEntries(units.map((u) => [u, 90]));
    const groups = Object.fromEntries(units.map((u, i) => [u, i < 5 ? 'one' : 'two']));
    const s = scores(all, {}, { grades: { lines: GRADES.lines, quotas: [...grades.quotas] } }, groups);
    // 0.3 × 5 = 1.5 → 2; 0.3 × 2 = 0.6 → 1.
    expect(s.quotas.map((q) => [q.group, q.units, q.allowed, q.actual, q.excess])).toEqual([
      ['one', 5, 2, 5, 3],
      ['two', 2, 1, 2, 1],
    ]);
    expect(new Set(s.grades)).toEqual(new Set(['good']));
  });

  test.each([
    ['half-up' as const, 3],
    ['down' as const, 3],
    ['up' as const, 3],
  ])('0.3 of ten units is 3 rounded %s', (rounding, allowed) => {
    const ten = Object.fromEntries([...'abcdefghij'].map((u) => [u, 90]));
    const s = scores(ten, {}, { grades: { ...GRADES, quotas: [{ grade: 'good', share: 0.3, scope: 'city', rounding }] } });
    expect(s.quotas[0]).toMatchObject({ group: null, units: 10, allowed, excess: 7 });
  });

  test('units not ranked count neither for nor against a quota', () => {
    const grades = { ...GRADES, quotas: [{ grade: 'good', share: 0.5, scope: 'city', rounding: 'down' } as const] };
    const s = scores({ a: 90, b: 90 }, {}, { grades }, { a: null, b: null, c: null, d: null });
    expect(s.quotas[0]).toMatchObject({ units: 2, allowed: 1, actual: 2, excess: 1 });
    expect(s.notRanked.map((n) => n.unit)).toEqual([id('c'), id('d')]);
  });
});
