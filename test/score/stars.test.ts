/** Rating a table of branches: the lean path is the scorer’s own, what does not apply is not missing, order decides nothing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Period } from '../../src/model/period';
import type { UnitId } from '../../src/model/unit';
import type { Leaf, Rule, Scheme } from '../../src/scheme';
import { scoreAll } from '../../src/score';
import { explain } from '../../src/score/explain';
import { branchMeasure, rateBranches, starCatalogue, StarMeasures, StarRoster, StarTable } from '../../src/score/stars';
import { scheme as plain } from './city';

const YEAR = '2026' as Period;
const SECTORS = ['农村', '社区', '机关'];
const leaf = (id: string, points: number, more: Partial<Leaf> = {}): Leaf => ({
  ...{ id, title: id, points, measure: branchMeasure(id), due: 'Y4' },
  rule: { type: 'goalposts', lo: 0, hi: 100 },
  ...more,
});
const scheme = (children: Scheme['children'], more: Partial<Scheme> = {}): Scheme =>
  plain(children, { level: 'branch', periods: 'Y', ...more });

interface Branch {
  readonly id: string;
  readonly county: string | null;
  readonly sector: string | null;
  readonly figures: Readonly<Record<string, number>>;
}
function table(branches: readonly Branch[], only: Record<string, string[]> = {}, columns?: readonly string[]): StarTable {
  const names = columns ?? [...new Set([...branches.flatMap((b) => Object.keys(b.figures)), ...Object.keys(only)])];
  return new StarTable({
    period: YEAR,
    ids: branches.map((b) => b.id as UnitId),
    counties: branches.map((b) => b.county as UnitId | null),
    sectors: branches.map((b) => b.sector),
    columns: new Map(names.map((c) => [c, Float64Array.from(branches, (b) => b.figures[c] ?? NaN)])),
    only: new Map(Object.entries(only)),
  });
}
const branch = (id: string, figures: Record<string, number>, sector: string | null = null): Branch => ({
  id,
  county: 'c',
  sector,
  figures,
});

const rule: fc.Arbitrary<Rule> = fc.constantFrom<Rule>(
  { type: 'goalposts', lo: 0, hi: 100 },
  { type: 'goalposts', lo: { is: 'min', among: 'group' }, hi: { is: 'max', among: 'city' } },
  { type: 'attainment', target: 80 },
  { type: 'attainment', target: { measure: 'branch.b' } },
  { type: 'ratioToBest', among: 'group' },
  { type: 'percentile', among: 'group' },
  { type: 'yesNo', atLeast: 50 },
  { type: 'perCase', step: 0.1 },
  { type: 'step', against: { mean: 'group' }, atLeast: 0, per: 1, step: 0.5 },
  { type: 'asGiven' },
);
const figure: fc.Arbitrary<Leaf['measure']> = fc.constantFrom<Leaf['measure']>(
  'branch.a',
  'branch.b',
  'branch.absent',
  { ratio: ['branch.a', 'branch.b'] },
  { difference: ['branch.a', 'branch.b'] },
  {
    weighted: [
      { of: 'branch.a', by: 0.7 },
      { of: { sum: ['branch.b', 'branch.own'] }, by: -0.1 },
    ],
  },
  'branch.own',
);
const anyLeaf = (i: number): fc.Arbitrary<Leaf> =>
  fc
    .record({
      rule,
      measure: figure,
      due: fc.constantFrom<Leaf['due']>('Y4', 'Y1', 'Q'),
      missing: fc.constantFrom<NonNullable<Leaf['missing']>>('zero', 'exclude', 'unranked', { fixed: 10 }, { mean: 'group' }),
      prepare: fc.constantFrom<Leaf['prepare']>(
        undefined,
        undefined,
        [{ do: 'clamp', lo: 10, hi: 90 }],
        [{ do: 'rank', among: 'group', from: 'top' }],
      ),
      adjustments: fc.constantFrom<Leaf['adjustments']>(undefined, [{ title: 't', measure: 'branch.b', step: -0.1, floor: 0 }]),
    })
    .map(({ prepare, adjustments, ...r }) =>
      leaf(`l${i}`, 20, { ...r, ...(prepare ? { prepare } : {}), ...(adjustments ? { adjustments } : {}) }),
    );
const anyScheme: fc.Arbitrary<Scheme> = fc.tuple(anyLeaf(0), anyLeaf(1), anyLeaf(2)).map((children) =>
  scheme(children, {
    deductions: { title: 'd', items: [{ title: 'd', measure: 'branch.a', step: 0.01, cap: 3 }] },
    bonus: { title: 'b', cap: 5, items: [{ title: 'b', measure: 'branch.own', step: 0.1 }] },
    grades: {
      lines: [
        { grade: '5', min: 40, requires: [{ title: 'r', measure: 'branch.b', atLeast: 30 }] },
        { grade: '4', min: 30 },
        { grade: '3', min: 20 },
        { grade: '0' },
      ],
      quotas: [
        { grade: '5', share: 0.2, scope: 'parent', rounding: 'half-up' },
        { grade: '4', share: 0.3, scope: 'group', rounding: 'down' },
      ],
      direct: [{ id: 'd', title: 'd', measure: 'branch.own', atLeast: 95, grade: '4', basis: 'x' }],
    },
    vetoes: [
      { id: 'v', title: 'v', measure: 'branch.a', below: 5, cap: '3', basis: 'x' },
      { id: 'w', title: 'w', measure: 'branch.b', below: 3, disqualify: true, basis: 'x' },
    ],
  }),
);
const value = fc.oneof({ weight: 1, arbitrary: fc.constant(NaN) }, { weight: 5, arbitrary: fc.integer({ min: 0, max: 100 }) });
const branches: fc.Arbitrary<Branch[]> = fc
  .array(
    fc.record({
      county: fc.constantFrom('c1', 'c2', null),
      sector: fc.constantFrom(...SECTORS, null),
      figures: fc.record({ a: value, b: value, own: value }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((list) => list.map((b, i) => ({ ...b, id: `b${i}` })));
const ONLY = { own: ['农村', '社区'] };
const COLUMNS = ['a', 'b', 'own'];

describe('a rated table', () => {
  test('is what the scorer makes of the same branches as measures: totals, states, ranks, grades, quotas, flags', () => {
    fc.assert(
      fc.property(anyScheme, branches, (s, list) => {
        const t = table(list, ONLY, COLUMNS);
        const { scores, book } = rateBranches(s, t);
        const other = scoreAll(s, new StarMeasures(t), new StarRoster(t), [YEAR]).at(YEAR);
        const said = (p: typeof other) => ({
          ...{ total: [...p.total], rank: [...p.rank], groupRank: [...p.groupRank], grades: p.grades, quotas: p.quotas },
          ...{ notRanked: p.notRanked, flags: p.flags, vetoes: p.vetoes },
          leaves: book.nodes.flatMap((n) =>
            n.leaf ? [[[...p.points(n.index)], p.leaf(n.index).states, [...p.value(n.index)]]] : [],
          ),
        });
        expect(said(scores)).toEqual(said(other));
      }),
      { numRuns: 150 },
    );
  });

  test('does not depend on the order of its branches', () => {
    fc.assert(
      fc.property(anyScheme, branches, fc.array(fc.nat(1000), { minLength: 14, maxLength: 14 }), (s, list, keys) => {
        const keyed = list.map((b, i) => ({ b, key: keys[i] ?? 0 }));
        const shuffled = [...keyed].sort((x, y) => x.key - y.key).map((k) => k.b);
        const said = (of: Branch[]) => {
          const r = rateBranches(s, table(of, ONLY, COLUMNS));
          const byId = r.ids.map((id, u) => [id, r.scores.total[u], r.scores.rank[u], r.byScore[u], r.atOnce[u]] as const);
          const quotas = r.quotas.map((q) => JSON.stringify([q.quota.grade, q.group, q.units, q.allowed, q.actual, q.edge]));
          return { byId: byId.sort((a, b) => (a[0] < b[0] ? -1 : 1)), quotas: quotas.sort() };
        };
        expect(said(shuffled)).toEqual(said(list));
      }),
      { numRuns: 100 },
    );
  });

  test('a reason is rebuilt on demand: 0.7 × 91 + 0.3 × 88 = 63.7 + 26.4 = 90.1', () => {
    const s = scheme([leaf('work', 70), leaf('appraisal', 30)]);
    const { book, ids } = rateBranches(s, table([branch('x', { work: 91, appraisal: 88 })]));
    const why = explain(book, YEAR, ids[0]!, 0);
    expect([why.value, why.args.map((a) => a.value)]).toEqual([90.1, [63.7, 26.4]]);
  });

  test('a column of some sectors is not applicable to others: their marks go to the rest, a missing figure is zero', () => {
    const s = scheme([leaf('common', 60), leaf('own', 40)]);
    const list = [
      branch('a', { common: 80, own: 50 }, '农村'),
      branch('b', { common: 80, own: 50 }, '机关'),
      branch('c', { common: 80 }, '农村'),
      branch('d', { common: 80, own: 50 }),
    ];
    const { scores } = rateBranches(s, table(list, { own: ['农村'] }));
    // 48 + 20; 80 % of 100; 48 + 0; a branch of no known sector is not of 农村
    expect([...scores.total]).toEqual([68, 80, 48, 80]);
    expect(list.map((_, u) => scores.state(2, u))).toEqual(['ok', 'na', 'missing', 'na']);
  });

  test('a branch without any figure is not ranked and has no grade', () => {
    const s = scheme([leaf('x', 100)], { grades: { lines: [{ grade: '5' }] } });
    const { scores, byScore } = rateBranches(s, table([branch('a', { x: 1 }), branch('b', {})]));
    expect([byScore, scores.notRanked]).toEqual([['5', null], [{ unit: 'b', reason: 'noData' }]]);
  });

  test('a grade set directly holds at once, a veto only where it lowers the grade', () => {
    const s = scheme([leaf('x', 100)], {
      grades: {
        lines: [{ grade: '5', min: 90 }, { grade: '2', min: 50 }, { grade: '0' }],
        direct: [{ id: 'd', title: 'd', measure: 'branch.honoured', atLeast: 1, grade: '5', basis: 'x' }],
      },
      vetoes: [{ id: 'v', title: 'v', measure: 'branch.v', atLeast: 1, cap: '2', basis: 'x' }],
    });
    const list = [
      branch('a', { x: 10, honoured: 1 }),
      branch('b', { x: 95, v: 1 }),
      branch('c', { x: 60, v: 1 }),
      branch('d', { x: 20, v: 1 }),
      branch('e', { x: 95 }),
    ];
    const { byScore, atOnce } = rateBranches(s, table(list));
    expect(byScore).toEqual(['5', '2', '2', '0', '5']);
    expect(atOnce).toEqual([true, true, false, false, false]);
  });

  test('a branch below every line has no grade, and a veto that caps nothing does not hold at once', () => {
    const s = scheme([leaf('x', 100)], {
      grades: {
        lines: [
          { grade: '5', min: 90 },
          { grade: '4', min: 80 },
        ],
      },
      vetoes: [{ id: 'v', title: 'v', measure: 'branch.v', atLeast: 1, cap: '4', basis: 'x' }],
    });
    const { byScore, atOnce } = rateBranches(s, table([branch('a', { x: 10, v: 1 }), branch('b', { x: 95, v: 1 })]));
    expect([byScore, atOnce]).toEqual([
      [null, '4'],
      [false, true],
    ]);
  });
});

describe('a star table', () => {
  test('refuses a branch twice, columns of other lengths, and sectors for a column that is not there', () => {
    const given = {
      period: YEAR,
      ids: ['a', 'b'] as UnitId[],
      counties: [null, null],
      sectors: [null, null],
      columns: new Map([['x', new Float64Array(2)]]),
    };
    expect(new StarTable(given).indexOf('b' as UnitId)).toBe(1);
    expect(() => new StarTable({ ...given, ids: ['a', 'a'] as UnitId[] })).toThrow(RangeError);
    expect(() => new StarTable({ ...given, counties: [null] })).toThrow('counties: 1 entries for 2 branches');
    expect(() => new StarTable({ ...given, columns: new Map([['x', new Float64Array(3)]]) })).toThrow(RangeError);
    expect(() => new StarTable({ ...given, only: new Map([['y', ['农村']]]) })).toThrow('no such column: y');
  });

  test('as measures has cells in its own period only, and names its columns branch.…', () => {
    const t = table([branch('a', { x: 3 }, '农村'), branch('b', {}, '机关')], { own: ['机关'] });
    const m = new StarMeasures(t);
    expect([m.ids, m.periods, m.size, m.has('branch.x'), m.has('branch.y')]).toEqual([
      ['branch.x', 'branch.own'],
      [YEAR],
      4,
      true,
      false,
    ]);
    const cell = (measure: string, unit: string, period: string = YEAR) =>
      m.get(measure, unit as UnitId, period as Period)?.status;
    expect([cell('branch.x', 'a'), cell('branch.x', 'b'), cell('branch.own', 'a'), cell('branch.own', 'b')]).toEqual([
      'ok',
      'missing',
      'na',
      'missing',
    ]);
    expect([cell('branch.x', 'z'), cell('branch.y', 'a'), cell('branch.x', 'a', '2025'), cell('x.x', 'a')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('as a catalogue knows its own columns and nothing else', () => {
    const c = starCatalogue(['x']);
    expect([c.get('branch.x')?.scored, c.get('branch.y'), c.get('x'), c.get('other.x')]).toEqual([
      true,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('is not rated by a scheme of another level', () => {
    expect(() => rateBranches(plain([leaf('x', 100)]), table([branch('a', { x: 1 })]))).toThrow(RangeError);
  });
});
