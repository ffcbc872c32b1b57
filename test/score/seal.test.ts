/** The seal of a period and how a later reckoning differs from it. */
import { describe, expect, test } from 'vitest';
import { scoreAll } from '../../src/score';
import { differencesFrom, isWhole, sealOf, type Seal } from '../../src/score/seal';
import type { PackContent } from '../../src/model/pack-content';
import { canonicalHash } from '../../src/scheme';
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
    {
      ...{ unit: 'u', group: null, grade: 'good', total: 94, rank: 1, points: [94, 54, 40], values: [null, 0.9, 1] },
      exact: [94, 54, 40],
    },
    {
      ...{ unit: 'v', group: null, grade: 'fair', total: 70, rank: 2, points: [70, 30, 40], values: [null, 0.5, 1] },
      exact: [70, 30, 40],
    },
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

describe('a seal of version 2', () => {
  const content: PackContent = {
    ...{ title: '会议材料', day: '2026-10-08' as PackContent['day'], mark: '工作草稿', sentences: { 'u/standing': '甲。' } },
    papers: [
      { kind: 'bulletin', sections: [{ title: '通报', subtitle: '', blocks: [{ table: [['名次'], ['1']], notes: [] }] }] },
    ],
    slides: [{ id: 'title', title: '会议材料' }],
  };
  const journal = canonicalHash([{ v: 1, seq: 1, at: '2026-10-08T00:00:00Z', kind: 'period.stated' }]);
  const full = sealOf(bookOf(figures), Q3, [file('1')], { journal, content });
  const again = (s: Seal): Seal => JSON.parse(JSON.stringify(s)) as Seal;

  test('holds points before rounding beside those published: 2 of 3 in 100 are 66.67 and 66.666…', () => {
    const third = scoreAll(
      scheme([leaf('a', 100)]),
      measures({ 'm.a': { [Q3]: { u: [2, 3], v: null } } }),
      roster({ u: null, v: null }),
      [Q3],
    );
    const [u, v] = sealOf(third, Q3, []).units;
    expect(u?.points[0]).toBe(66.67);
    expect(u?.exact?.[0]).toBeCloseTo(66.6666666, 6);
    // What is not there is null, so that the hash is the same after a way through JSON.
    expect(v?.values[1]).toBeNull();
    expect(JSON.stringify(v)).not.toContain('NaN');
    expect(isWhole(again(sealOf(third, Q3, [])))).toBe(true);
  });

  test('holds the journal’s hash and what the papers say, and is whole after a way through JSON', () => {
    expect([full.v, full.journal, full.content]).toEqual([2, journal, content]);
    expect(isWhole(full)).toBe(true);
    expect(isWhole(again(full))).toBe(true);
  });

  test('is another one where the journal, the papers or an unrounded point is another, and shows a change of any of them', () => {
    const bare = sealOf(bookOf(figures), Q3, [file('1')]);
    const without = sealOf(bookOf(figures), Q3, [file('1')], { journal, content: null });
    const longer = sealOf(bookOf(figures), Q3, [file('1')], { journal: canonicalHash([]), content });
    const reworded = sealOf(bookOf(figures), Q3, [file('1')], {
      journal,
      content: { ...content, sentences: { 'u/standing': '乙。' } },
    });
    expect(new Set([full, bare, without, longer, reworded].map((s) => s.hash)).size).toBe(5);
    const [first, ...others] = full.units;
    expect(isWhole({ ...full, journal: longer.journal! })).toBe(false);
    expect(isWhole({ ...full, content: reworded.content! })).toBe(false);
    expect(isWhole({ ...full, content: { ...content, papers: [] } })).toBe(false);
    expect(isWhole({ ...full, content: { ...content, slides: [] } })).toBe(false);
    expect(isWhole({ ...full, units: [{ ...first!, exact: [94, 54, 40.001] }, ...others] })).toBe(false);
    expect(isWhole({ ...full, v: 1 })).toBe(false);
  });

  test('is the same whenever it is made of the same', () => {
    expect(sealOf(bookOf(figures), Q3, [file('1')], { journal, content })).toEqual(full);
  });

  test('is compared with a later reckoning by its result alone: papers make no difference', () => {
    expect(differencesFrom(full, bookOf(figures), full.sources)).toEqual({ scheme: [], gone: [], added: [], units: [] });
  });
});

test('a seal of version 1, without unrounded points, journal and papers, still reads whole and is compared', () => {
  const { hash, ...rest } = seal;
  const units = seal.units.map(({ exact, ...u }) => (exact ? u : u));
  const old = { ...rest, v: 1 as const, units };
  const one: Seal = { ...old, hash: canonicalHash(old) };
  expect(one.hash).not.toBe(hash);
  expect(isWhole(JSON.parse(JSON.stringify(one)) as Seal)).toBe(true);
  expect([one.journal, one.content, one.units[0]?.exact]).toEqual([undefined, undefined, undefined]);
  expect(differencesFrom(one, bookOf(figures), one.sources)).toEqual({ scheme: [], gone: [], added: [], units: [] });
  const [first, ...others] = one.units;
  expect(isWhole({ ...one, units: [{ ...first!, total: 94.01 }, ...others] })).toBe(false);
});
