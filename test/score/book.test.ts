/** From measures to published points: states, carrying, sectors, adjustments, re-weighting, rounding. Figures worked by hand. */
import { describe, expect, test } from 'vitest';
import type { Leaf, Node, Scheme } from '../../src/scheme';
import { scoreAll, type ScoreBook } from '../../src/score';
import { id, leaf, measures, p, roster, scheme, section, type Table } from './city';

const Q = p('2026Q2');
const book = (
  children: Node[],
  table: Table,
  groups: Record<string, string | null> = { a: 'one' },
  more: Partial<Scheme> = {},
): ScoreBook => scoreAll(scheme(children, more), measures(table), roster(groups));
const points = (b: ScoreBook, node: string, period = Q): (number | null)[] =>
  [...b.at(period).points(b.nodeIndex(node))].map((x) => (Number.isNaN(x) ? null : x));
const states = (b: ScoreBook, node: string, period = Q) =>
  b.at(period).units.map((_, u) => b.at(period).state(b.nodeIndex(node), u));
const now = (cells: Record<string, Table[string][string]>): Table =>
  Object.fromEntries(Object.entries(cells).map(([m, units]) => [m, { [Q]: units }]));

describe('states of a leaf', () => {
  const table = now({ 'm.base': { a: 1, b: 1, c: 1, d: 1 }, 'm.x': { a: 0.5, b: null, c: 'na' } });
  const groups = { a: null, b: null, c: null, d: null };
  const one = (more: Partial<Leaf> = {}) => book([leaf('base', 60), leaf('x', 40, more)], table, groups);

  test('missing is zero by default, both reported blank and not reported at all; not applicable is re-weighted', () => {
    expect(states(one(), 'x')).toEqual(['ok', 'missing', 'na', 'missing']);
    expect(points(one(), 'x')).toEqual([20, 0, null, 0]);
    expect(points(one(), '')).toEqual([80, 60, 100, 60]);
  });

  test('missing: exclude leaves the leaf out', () => {
    expect(states(one({ missing: 'exclude' }), 'x')).toEqual(['ok', 'excluded', 'na', 'excluded']);
    expect(points(one({ missing: 'exclude' }), '')).toEqual([80, 100, 100, 100]);
  });

  test('missing: a fixed value takes the value’s place', () => {
    expect(states(one({ missing: { fixed: 0.25 } }), 'x')).toEqual(['ok', 'missing', 'na', 'missing']);
    expect(points(one({ missing: { fixed: 0.25 } }), 'x')).toEqual([20, 10, null, 10]);
  });

  test('a leaf that nobody reported is flagged for every unit', () => {
    const b = book([leaf('base', 60), leaf('x', 40)], now({ 'm.base': { a: 1 } }), { a: null });
    expect(b.at(Q).flags).toEqual([{ code: 'unreported', node: 2, unit: 'a' }]);
  });

  test('a denominator below minDenominator is not applicable', () => {
    const table2 = now({ 'm.base': { a: 1, b: 1 }, 'm.x': { a: [1, 1], b: [1, 2] } });
    expect(states(book([leaf('base', 60), leaf('x', 40, { minDenominator: 2 })], table2, { a: null, b: null }), 'x')).toEqual([
      'na',
      'ok',
    ]);
  });

  test('a target that is 0 or not known makes the leaf not applicable, and flagged', () => {
    const target = { rule: { type: 'attainment', target: { measure: 'm.goal' } } } as const;
    const b = book([leaf('base', 60), leaf('x', 40, target)], { ...table, ...now({ 'm.goal': { a: 0 } }) }, groups);
    expect(states(b, 'x')).toEqual(['na', 'missing', 'na', 'missing']);
    expect(
      b
        .at(Q)
        .flags.filter((f) => f.code === 'noTarget')
        .map((f) => f.unit),
    ).toEqual(['a']);
  });
});

describe('due and carry', () => {
  const table: Table = {
    'm.base': { '2025Q4': { a: 1 }, '2026Q1': { a: 1 }, '2026Q4': { a: 1 } },
    'm.x': { '2025': { a: 0.5 } },
  };
  const b = (carry: boolean) => book([leaf('base', 60), leaf('x', 40, { due: 'Y4', carry })], table, { a: null, b: null });

  test('a leaf that is not due is excluded and re-weighted', () => {
    expect(states(b(false), 'x', p('2026Q1'))).toEqual(['notDue', 'notDue']);
    expect(points(b(false), '', p('2026Q1'))[0]).toBe(100);
  });

  test('carry: the last due value stands, with its period, and so does not having reported', () => {
    const q1 = b(true).at(p('2026Q1'));
    expect(states(b(true), 'x', p('2026Q1'))).toEqual(['carried', 'missing']);
    expect(q1.carriedFrom(2)).toBe('2025Q4');
    expect(q1.total[0]).toBe(80);
  });

  test('when it is due again the old value no longer stands', () => {
    expect(states(b(true), 'x', p('2026Q4'))).toEqual(['missing', 'missing']);
    expect(b(true).at(p('2026Q4')).carriedFrom(2)).toBeNull();
  });

  test('before anybody ever reported, there is nothing to carry and nothing is missing', () => {
    const early = scoreAll(
      scheme([leaf('base', 60), leaf('x', 40, { due: 'Y4', carry: true })]),
      measures({ 'm.base': { '2025Q3': { a: 1 } } }),
      roster({ a: null }),
    );
    expect(early.at(p('2025Q3')).state(2, 0)).toBe('notDue');
  });

  test('pace follows the period: half of the year’s target is due at mid-year', () => {
    const rule = { type: 'attainment', target: 1, pace: true } as const;
    expect(points(book([leaf('x', 16, { rule })], now({ 'm.x': { a: 0.27 } })), '')).toEqual([8.64]);
  });
});

describe('standardising by sector', () => {
  // City: 60 villages, 40 schools. a: 80 in villages, 90 in schools → 0.6·80 + 0.4·90 = 84, though its own mean is 81.
  const cells = { a: { village: [4320, 54], school: [540, 6] }, b: { village: [420, 6], school: [3400, 34] } } as const;
  const mean = leaf('mean', 100, { standardise: 'sector', rule: { type: 'goalposts', lo: 0, hi: 100 } });

  test('weighs each sector by the city’s mix, not by the unit’s', () => {
    const b = book([mean], now({ 'm.mean': cells }), { a: null, b: null });
    expect([...b.at(Q).value(1)]).toEqual([84, 82].map((x) => expect.closeTo(x, 12) as number));
  });

  test('leaves out sectors that the unit does not have', () => {
    const b = book([mean], now({ 'm.mean': { ...cells, b: { school: [3600, 40] } } }), { a: null, b: null });
    expect(b.at(Q).value(1)[1]).toBeCloseTo(90, 12);
  });

  test('lets the plain value stand, flagged, where there are no figures by sector', () => {
    const b = book([mean], now({ 'm.mean': { ...cells, b: [410, 5] } }), { a: null, b: null });
    expect(b.at(Q).value(1)[1]).toBe(82);
    expect(b.at(Q).flags).toEqual([{ code: 'notStandardised', node: 1, unit: 'b' }]);
  });
});

describe('adjustments', () => {
  const late = { title: 'late', measure: 'm.late', step: -0.2 };
  const adjusted = (adjustments: Leaf['adjustments'] & object, cells: Record<string, number | null>) => {
    const units = Object.fromEntries(Object.keys(cells).map((u) => [u, null]));
    const all = Object.fromEntries(Object.keys(cells).map((u) => [u, 0.5]));
    return points(book([leaf('x', 2, { adjustments })], now({ 'm.x': all, 'm.late': cells }), units, { points: 2 }), 'x');
  };

  test('take off step × n, down to the floor, and nothing where n is missing', () => {
    expect(adjusted([{ ...late, floor: 0 }], { a: 0, b: 2, c: 9, d: null })).toEqual([1, 0.6, 0, 1]);
  });
  test('change at most `cap`, either way', () => {
    expect(adjusted([{ ...late, cap: 0.5 }], { a: 1, b: 9 })).toEqual([0.8, 0.5]);
    expect(adjusted([{ ...late, step: 0.2, cap: 0.5 }], { a: 1, b: 9 })).toEqual([1.2, 1.5]);
  });
  test('count parts of `per` in proportion', () => expect(adjusted([{ ...late, per: 4 }], { a: 2 })).toEqual([0.9]));
  test('apply in their order', () => {
    const up = { title: 'up', measure: 'm.x', step: 1 };
    expect(adjusted([{ ...late, floor: 0.8 }, up], { a: 9 })).toEqual([1.3]);
    expect(adjusted([up, { ...late, floor: 0.8 }], { a: 9 })).toEqual([0.8]);
  });
});

describe('re-weighting', () => {
  const tree = [section('s', [leaf('a', 30), leaf('b', 10)]), section('t', [leaf('c', 45), leaf('d', 15)])];
  const effective = (table: Table) => {
    const b = book(tree, table);
    return b.nodes.map((n) => b.at(Q).effective(n.index)[0]);
  };

  test('shares an absent leaf’s marks over its present siblings; sections keep theirs', () => {
    const table = now({ 'm.a': { a: 0.5 }, 'm.b': { a: 'na' }, 'm.c': { a: 1 }, 'm.d': { a: 1 } });
    expect(effective(table)).toEqual([100, 40, 40, 0, 60, 45, 15]);
    expect(points(book(tree, table), 'a')).toEqual([20]);
    expect(points(book(tree, table), '')).toEqual([80]);
  });

  test('shares an absent section’s marks over the other sections', () => {
    const table = now({ 'm.a': { a: 0.5 }, 'm.b': { a: 1 }, 'm.c': { a: 'na' }, 'm.d': { a: 'na' } });
    expect(effective(table)).toEqual([100, 100, 75, 25, 0, 0, 0]);
    expect(points(book(tree, table), 't')).toEqual([null]);
    expect(points(book(tree, table), '')).toEqual([62.5]);
  });

  test('does not divide by nothing where all present leaves have no marks', () => {
    const table = now({ 'm.a': { a: 1 }, 'm.b': { a: 1 } });
    const b = book([section('s', [leaf('a', 0), leaf('b', 0)])], table).reweighted(new Map());
    expect(points(b, '')).toEqual([0]);
  });
});

describe('rounding', () => {
  const thirds = [leaf('a', 1), leaf('b', 1), leaf('c', 1)];
  const third = now({ 'm.a': { a: [1, 3] }, 'm.b': { a: [1, 3] }, 'm.c': { a: [1, 3] } });
  const rounded = (at: 'leaf' | 'total') =>
    book(thirds, third, { a: null }, { points: 3, rounding: { at, decimals: 2, mode: 'half-up' } });

  test('at the total: leaves are published rounded, but summed as they are', () => {
    expect([points(rounded('total'), 'a'), points(rounded('total'), '')]).toEqual([[0.33], [1]]);
  });
  test('at the leaf: rounded leaves are what is summed', () => {
    expect([points(rounded('leaf'), 'a'), points(rounded('leaf'), '')]).toEqual([[0.33], [0.99]]);
  });
  test('a sum of decimals has no dust', () => {
    const b = book([leaf('a', 0.1), leaf('b', 0.2)], now({ 'm.a': { a: 1 }, 'm.b': { a: 1 } }), { a: null }, { points: 0.3 });
    expect(points(b, '')).toEqual([0.3]);
  });
});

describe('ScoreBook', () => {
  test('lists a unit without any figure as not ranked, with the reason, and gives it no points', () => {
    const scores = book([leaf('x', 100)], now({ 'm.x': { a: 1 } }), { a: null, b: null }).at(Q);
    expect(scores.notRanked).toEqual([{ unit: 'b', reason: 'noData' }]);
    expect([...scores.total]).toEqual([100, NaN]);
    expect([...scores.rank]).toEqual([1, NaN]);
    expect(scores.grades).toEqual([null, null]);
  });

  test('has the measures’ quarters for its periods, and scores periods outside them too', () => {
    const b = book([leaf('x', 100)], { 'm.x': { '2026H1': { a: 1 }, '2025': { a: 0.5 } } });
    expect(b.periods).toEqual(['2025Q4', '2026Q2']);
    expect(b.periods.map((q) => b.at(q).total[0])).toEqual([50, 100]);
    expect(b.at(p('2024Q1')).notRanked).toHaveLength(1);
  });

  test('expects only units that existed on the last day of the period', () => {
    const b = book([leaf('x', 100)], now({ 'm.x': { a: 1 } }), { a: null, b: null });
    expect(b.at(Q).units).toEqual(['a', 'b']);
    expect([b.at(Q).indexOf(id('b')), b.at(Q).indexOf(id('z'))]).toEqual([1, -1]);
  });

  test('under other weights equals a book made from the scheme with those weights', () => {
    const children = [section('s', [leaf('a', 30), leaf('b', 10)]), leaf('c', 60)];
    const table = now({ 'm.a': { a: 0.3, b: 0.9 }, 'm.b': { a: 0.2 }, 'm.c': { a: 1, b: 0.1 } });
    const dragged = book(children, table, { a: null, b: null }).reweighted(new Map([['s', 80]]));
    const fresh = book([section('s', [leaf('a', 60), leaf('b', 20)]), leaf('c', 60)], table, { a: null, b: null });
    expect(dragged.hash).toBe(fresh.hash);
    expect([...dragged.at(Q).total]).toEqual([...fresh.at(Q).total]);
  });

  test('throws RangeError when asked for a leaf’s state of a node that is not a leaf', () => {
    expect(() =>
      book([leaf('x', 100)], now({ 'm.x': { a: 1 } }))
        .at(Q)
        .state(0, 0),
    ).toThrow(RangeError);
  });
});

describe('peer groups', () => {
  const best = leaf('x', 10, { rule: { type: 'ratioToBest', among: 'group' } });
  const groups = { a: 'big', b: 'big', c: 'big', d: 'big', e: 'small', f: 'small' };
  const table = now({ 'm.x': { a: 2, b: 4, c: 1, d: 3, e: 4, f: 8 } });

  test('ratioToBest looks inside the group; a group of fewer than 4 units looks at the city, flagged', () => {
    const b = book([best], table, groups, { points: 10 });
    expect(points(b, 'x')).toEqual([5, 10, 2.5, 7.5, 5, 10]);
    expect(b.at(Q).flags).toEqual(['e', 'f'].map((unit) => ({ code: 'smallGroup', node: 1, unit })));
  });

  test('a small group looks at itself where the leaf says so, flagged all the same', () => {
    const own = { ...best, rule: { type: 'ratioToBest', among: 'group', fallback: 'group' } } as const;
    const b = book([own], now({ 'm.x': { a: 2, b: 4, c: 1, d: 3, e: 4, f: 5 } }), groups, { points: 10 });
    expect(points(b, 'x').slice(4)).toEqual([8, 10]);
    expect(b.at(Q).flags).toHaveLength(2);
  });

  test('a group does not become small because units failed to report', () => {
    const b = book([best, leaf('y', 0)], now({ 'm.x': { a: 2, e: 8 }, 'm.y': { a: 1, b: 1, c: 1, d: 1 } }), groups, {
      points: 10,
    });
    expect(points(b, 'x')[0]).toBe(10);
  });

  test('a best of 0 and a zero range are flagged', () => {
    const flat = leaf('y', 10, { rule: { type: 'goalposts', lo: 1, hi: 1 } });
    const b = book([best, flat], now({ 'm.x': { a: 0, b: 0, c: 0, d: 0 }, 'm.y': { a: 1 } }), {
      a: 'big',
      b: 'big',
      c: 'big',
      d: 'big',
    });
    expect(b.at(Q).flags.map((f) => f.code)).toEqual(['bestZero', 'bestZero', 'bestZero', 'bestZero', 'zeroRange']);
  });
});
