/** The seal of a period and how a later reckoning differs from it. */
import { expect, test } from 'vitest';
import { scoreAll } from '../../src/score';
import { differencesFrom, isWhole, sealOf, type Seal } from '../../src/score/seal';
import { GRADES, leaf, measures, p, roster, scheme, section } from './city';

const Q3 = p('2026Q3');
const plan = scheme([leaf('a', 60), leaf('b', 40)], { grades: GRADES });
const figures = { a: { u: 0.9, v: 0.5 }, b: { u: 1, v: 1 } };
const bookOf = (
  cells: Record<string, Record<string, number>>,
  rules = plan,
  units: Record<string, null> = { u: null, v: null },
) =>
  scoreAll(rules, measures(Object.fromEntries(Object.entries(cells).map(([m, c]) => [`m.${m}`, { [Q3]: c }]))), roster(units), [
    Q3,
  ]);
const file = (hash: string, ledger = 'a') => ({ hash, ledger, file: `${hash}.csv` });
const seal = sealOf(bookOf(figures), Q3, [file('1'), file('2', 'b')]);

test('holds totals, ranks, grades, points and values of every unit, and is whole after a way through JSON', () => {
  expect(seal.units).toEqual([
    { unit: 'u', group: null, grade: 'good', total: 94, rank: 1, points: [94, 54, 40], values: [null, 0.9, 1] },
    { unit: 'v', group: null, grade: 'fair', total: 70, rank: 2, points: [70, 30, 40], values: [null, 0.5, 1] },
  ]);
  expect(isWhole(JSON.parse(JSON.stringify(seal)) as Seal)).toBe(true);
});

test('any change in it shows', () => {
  const copy = JSON.parse(JSON.stringify(seal)) as Seal;
  const [first, ...others] = copy.units;
  expect(isWhole({ ...copy, units: [{ ...first!, total: 94.01 }, ...others] })).toBe(false);
  expect(isWhole({ ...copy, sources: copy.sources.slice(1) })).toBe(false);
});

test('the same data and scheme make no difference', () => {
  expect(differencesFrom(seal, bookOf(figures), seal.sources)).toEqual({ scheme: [], gone: [], added: [], units: [] });
});

test('corrected data: who differs, in which leaf, and which file is new', () => {
  const now = bookOf({ ...figures, a: { u: 0.9, v: 1 } });
  expect(differencesFrom(seal, now, [file('1b'), file('2', 'b')])).toEqual({
    scheme: [],
    gone: [file('1')],
    added: [file('1b')],
    units: [
      { unit: 'u', sealed: { total: 94, rank: 1, grade: 'good' }, now: { total: 94, rank: 2, grade: 'good' }, leaves: [] },
      {
        unit: 'v',
        sealed: { total: 70, rank: 2, grade: 'fair' },
        now: { total: 100, rank: 1, grade: 'good' },
        leaves: [{ node: 'a', points: [30, 60], values: [0.5, 1], causes: ['data'] }],
      },
    ],
  });
});

test('another scheme: every leaf that it touches', () => {
  const now = bookOf(figures, scheme([leaf('a', 50), leaf('b', 40), leaf('c', 10, { missing: 'exclude' })], { grades: GRADES }));
  const found = differencesFrom(seal, now, seal.sources);
  expect(found.scheme.map((c) => c.what)).toEqual(expect.arrayContaining(['added', 'points']));
  expect(found.units.map((u) => [u.unit, u.leaves.map((l) => [l.node, l.causes])])).toEqual([
    [
      'u',
      [
        ['a', ['scheme']],
        ['b', ['scheme']],
      ],
    ],
    [
      'v',
      [
        ['a', ['scheme']],
        ['b', ['scheme']],
      ],
    ],
  ]);
});

test('a leaf taken out of the scheme and a unit that is gone are told', () => {
  const now = bookOf(figures, scheme([leaf('a', 100)], { grades: GRADES }), { u: null });
  const [u, v] = differencesFrom(seal, now, seal.sources).units;
  expect(u?.leaves.find((l) => l.node === 'b')).toEqual({
    node: 'b',
    points: [40, null],
    values: [1, null],
    causes: ['data', 'scheme'],
  });
  expect([v?.unit, v?.now]).toEqual(['v', null]);
});

test('a result that neither data nor scheme explain is the program’s', () => {
  const [first, ...others] = seal.units;
  const old: Seal = { ...seal, units: [{ ...first!, points: [93, 53, 40], total: 93 }, ...others] };
  expect(differencesFrom(old, bookOf(figures), seal.sources).units).toMatchObject([
    { unit: 'u', leaves: [{ node: 'a', causes: ['program'] }] },
  ]);
});

test('a section that is gone is no leaf: only the leaves under it are told', () => {
  const old = scheme([section('s', [leaf('a', 60), leaf('b', 40)])], { grades: GRADES });
  const sealed = sealOf(bookOf(figures, old), Q3, []);
  const [u] = differencesFrom(sealed, bookOf(figures, scheme([leaf('a', 100)], { grades: GRADES })), []).units;
  expect(u?.leaves.map((l) => l.node)).toEqual(['a', 'b']);
});
