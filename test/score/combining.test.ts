/** How children become a node's points, what a unit that lacks something gets, and what happens to the total. Worked by hand. */
import { describe, expect, test } from 'vitest';
import type { Aggregate, Group, Scheme } from '../../src/scheme';
import { rescore, scoreAll } from '../../src/score';
import { explain, explainGrade } from '../../src/score/explain';
import { GRADES, leaf, measures, p, roster, scheme, type CellSpec } from './city';

const Q3 = p('2026Q3');
const node = (aggregate: Aggregate, more: Partial<Group> = {}): Group => ({
  ...{ id: 'mean', title: 'Mean', points: 100, aggregate },
  children: [leaf('a', 50), leaf('b', 50)],
  ...more,
});
/** One county `u` (and others), with these values. */
function bookOf(children: Scheme['children'], cells: Record<string, Record<string, CellSpec>>, more: Partial<Scheme> = {}) {
  const table = Object.fromEntries(Object.entries(cells).map(([m, units]) => [`m.${m}`, { [Q3]: units }]));
  const units = [...new Set(Object.values(cells).flatMap((c) => Object.keys(c)))];
  return scoreAll(scheme(children, more), measures(table), roster(Object.fromEntries(units.map((u) => [u, null]))), [Q3]);
}
const totals = (book: ReturnType<typeof bookOf>) => [...book.at(Q3).total].map((t) => (Number.isNaN(t) ? null : t));

describe('a node takes', () => {
  const cells = { a: { u: 0.9, v: 0, w: 0.5 }, b: { u: 0.4, v: 0.8, w: 0.5 } };
  test.each([
    ['the sum', 'sum', undefined, [65, 40, 50]],
    ['the arithmetic mean', 'mean', undefined, [65, 40, 50]],
    ['the geometric mean: √(0.9 × 0.4) = 0.6; of a share of 0 it is 0', 'geometric', undefined, [60, 0, 50]],
    ['the harmonic mean: 2 ÷ (1/0.9 + 1/0.4) = 0.553846', 'harmonic', undefined, [55.38, 0, 50]],
    ['weights by id: 0.9 × 3/4 + 0.4 × 1/4', 'mean', { a: 3, b: 1 }, [77.5, 20, 50]],
    ['weights of a geometric mean: 0.9^0.75 × 0.4^0.25', 'geometric', { a: 3, b: 1 }, [73.48, 0, 50]],
  ] as const)('%s', (_, aggregate, weights, expected) => {
    expect(totals(bookOf([node(aggregate, weights ? { weights } : {})], cells))).toEqual(expected);
  });

  test.each(['mean', 'geometric', 'harmonic'] as const)(
    'a common factor on the weights changes nothing under a %s mean',
    (aggregate) => {
      const [one, ten] = [
        { a: 0.3, b: 0.7 },
        { a: 3, b: 7 },
      ].map((weights) => totals(bookOf([node(aggregate, { weights })], cells)));
      expect(one).toEqual(ten);
    },
  );

  test('a mean over what is present where a child is left out', () => {
    const children = [leaf('a', 50), leaf('b', 50, { missing: 'exclude' })];
    expect(totals(bookOf([node('geometric', { children })], { a: { u: 0.9, v: 0.5 }, b: { v: 0.5 } }))).toEqual([90, 50]);
  });

  test('no geometric mean of a share below 0: the unit is not ranked, and the child is named', () => {
    const children = [leaf('a', 50, { rule: { type: 'asGiven', min: -50 } }), leaf('b', 50)];
    const book = bookOf([node('geometric', { children })], { a: { u: -5, v: 10 }, b: { u: 1, v: 1 } });
    expect(book.at(Q3).notRanked).toEqual([{ unit: 'u', reason: 'negative', node: book.nodeIndex('a') }]);
    expect([book.at(Q3).total[0], book.at(Q3).rank[1]]).toEqual([NaN, 1]);
    expect(explain(book, Q3, book.at(Q3).units[0]!, 0).params).toMatchObject({ why: 'negative', whyTitleEn: 'A' });
  });

  test('other weights under rescore(), of a mean by its own weights', () => {
    const book = bookOf([node('mean', { weights: { a: 3, b: 1 } })], cells);
    expect(totals(rescore(book, new Map([['a', 1]])))).toEqual([65, 40, 50]);
    expect(totals(book)).toEqual([77.5, 20, 50]);
  });
});

describe('what is missing', () => {
  const cells = { a: { u: 1, v: 0.5, w: 0.8 }, b: { v: 0.25, w: 0.75 } };
  test('is the mean of those who reported', () => {
    const book = bookOf([leaf('a', 50), leaf('b', 50, { missing: { mean: 'city' } })], cells);
    expect(totals(book)).toEqual([75, 37.5, 77.5]);
    expect(explain(book, Q3, book.at(Q3).units[0]!, 2).args[0]?.args[0]).toMatchObject({ op: 'missing', params: { as: 'mean' } });
  });

  test('keeps the unit out of the ranking where the scheme says so', () => {
    const book = bookOf([leaf('a', 50), leaf('b', 50, { missing: 'unranked' })], cells);
    expect(book.at(Q3).notRanked).toEqual([{ unit: 'u', reason: 'missing', node: 2 }]);
    expect([...book.at(Q3).rank]).toEqual([NaN, 2, 1]);
  });

  test('a node with less than its minimum present is left out, its marks go to the others', () => {
    const sections: Scheme['children'] = [
      { id: 'one', title: 'One', minPresent: 0.6, children: [leaf('a', 20), leaf('b', 30)] },
      leaf('c', 50),
    ];
    const book = bookOf(sections, { ...cells, c: { u: 0.5, v: 0.5, w: 0.5 } });
    // u has 20 of 50 marks of the section: 0.4 is less than 0.6.
    // v: 0.35 × 50 + 25, since 20 × 0.5 + 30 × 0.25 = 17.5
    expect(totals(book)).toEqual([50, 42.5, 63.5]);
    expect(book.at(Q3).effective(1)[0]).toBe(0);
  });

  test('a unit with less than the scheme’s minimum is not ranked; what is not due or not applicable counts neither way', () => {
    const leaves = [leaf('a', 20), leaf('b', 30), leaf('c', 50, { due: 'Y4' })];
    expect(bookOf(leaves, cells, { minPresent: 0.5 }).at(Q3).notRanked).toEqual([{ unit: 'u', reason: 'tooLittle', node: 0 }]);
    expect(bookOf(leaves, { ...cells, b: { ...cells.b, u: 'na' } }, { minPresent: 0.5 }).at(Q3).notRanked).toEqual([]);
  });
});

describe('the total', () => {
  const cells = { a: { u: 0.9, v: 1, w: 0.1 }, fall: { u: 2, v: 0, w: 9 }, rise: { u: 1, v: 5 }, bad: { v: 1, u: 0 } };
  const more: Partial<Scheme> = {
    deductions: { title: '扣分', cap: 12, items: [{ title: '通报', measure: 'm.fall', step: 2 }] },
    bonus: { title: '加分', cap: 3, items: [{ title: '表扬', measure: 'm.rise', step: 1 }] },
  };
  test('loses deductions, held at their cap, and gains the bonus', () => {
    expect(totals(bookOf([leaf('a', 100)], cells, more))).toEqual([87, 103, -2]);
  });
  test('stays within the full marks where the bonus is inside, and within its bounds', () => {
    expect(
      totals(bookOf([leaf('a', 100)], cells, { ...more, bonus: { ...more.bonus!, inside: true }, total: { floor: 0 } })),
    ).toEqual([87, 100, 0]);
    expect(totals(bookOf([leaf('a', 100)], cells, { ...more, total: { cap: 95 } }))).toEqual([87, 95, -2]);
  });
  test('every line of its reason adds up to it', () => {
    const book = bookOf([leaf('a', 100)], cells, { ...more, total: { floor: 0, cap: 95 } });
    for (const [u, unit] of book.at(Q3).units.entries()) {
      const told = explain(book, Q3, unit, 0);
      expect(told.args.reduce((s, a) => s + (a.value ?? 0), 0)).toBeCloseTo(book.at(Q3).total[u]!, 9);
    }
    expect(explain(book, Q3, book.at(Q3).units[1]!, 0).args.map((a) => [a.op, a.value])).toEqual([
      ['leaf', 100],
      ['deduction', -0],
      ['bonus', 3],
      ['cap', -8],
    ]);
  });
  test('is held by a veto, or there is none', () => {
    const veto = { id: 'bad', title: 'Bad', measure: 'm.bad', atLeast: 1, basis: 'Article 1' };
    expect(totals(bookOf([leaf('a', 100)], cells, { vetoes: [{ ...veto, capScore: 60 }] }))).toEqual([90, 60, 10]);
    const out = bookOf([leaf('a', 100)], cells, { vetoes: [{ ...veto, disqualify: true }] }).at(Q3);
    expect([...out.rank]).toEqual([1, NaN, 2]);
    expect(out.notRanked).toEqual([{ unit: 'v', reason: 'disqualified', veto: 'bad' }]);
  });
});

describe('the grade', () => {
  const cells = { a: { u: 0.95, v: 0.95, w: 0.5 }, project: { u: 1, v: 0 }, honour: { w: 1 }, bad: { u: 1 } };
  const requires = [{ title: '创新项目', measure: 'm.project', atLeast: 1 }];
  const graded = (grades: NonNullable<Scheme['grades']>, more: Partial<Scheme> = {}) =>
    bookOf([leaf('a', 100)], cells, { grades, ...more }).at(Q3).grades;
  test('asks for what its line requires, else the next line is looked at', () => {
    const lines = [{ ...GRADES.lines[0]!, requires }, ...GRADES.lines.slice(1)];
    expect(graded({ lines })).toEqual(['good', 'fair', 'poor']);
  });
  test('is set directly where a condition says so; a veto still caps it', () => {
    const direct = [{ id: 'honour', title: '表彰', measure: 'm.honour', atLeast: 1, grade: 'good', basis: '第三条' }];
    expect(graded({ ...GRADES, direct })).toEqual(['good', 'good', 'good']);
    const vetoes = [{ id: 'v', title: 'V', measure: 'm.bad', atLeast: 1, cap: 'poor', basis: 'x' }];
    expect(graded({ ...GRADES, direct }, { vetoes })).toEqual(['poor', 'good', 'good']);
  });
  test('is told with what decided it', () => {
    const book = bookOf([leaf('a', 100)], cells, { grades: GRADES });
    expect(explainGrade(book, Q3, book.at(Q3).units[0]!)).toMatchObject({ params: { grade: 'good', byTotal: 'good' } });
  });
});

describe('a year', () => {
  const quarters = (values: readonly (number | null)[]) =>
    Object.fromEntries(values.flatMap((v, i) => (v === null ? [] : [[`2026Q${i + 1}`, { u: v }]])));
  const table = { 'm.a': quarters([0.4, 0.6, 0.8, 1]), 'm.b': { '2026': { u: 0.5 } } };
  const year = (of?: 'leaves' | 'totals') =>
    scoreAll(
      scheme([leaf('a', 60), leaf('b', 40, { due: 'Y4' })], { year: { weights: [15, 25, 25, 35], ...(of ? { of } : {}) } }),
      measures(table),
      roster({ u: null }),
      ['2026Q1', '2026Q2', '2026Q3', '2026Q4'].map(p),
    );
  test('counts a quarterly leaf by the quarters’ weights and an annual leaf once: 60 × 0.76 + 40 × 0.5', () => {
    // 0.15 × 0.4 + 0.25 × 0.6 + 0.25 × 0.8 + 0.35 × 1 = 0.76
    expect(year().at(p('2026')).total[0]).toBe(65.6);
  });
  test('takes the weighted mean of the totals where the scheme says so', () => {
    // Q1–Q3 of one leaf alone: 40, 60, 80; Q4 60 + 20 = 80: 6 + 15 + 20 + 28
    expect(year('totals').at(p('2026')).total[0]).toBe(69);
  });
  test('has halves of the same weights, by leaves and by totals', () => {
    // (15 × 40 + 25 × 60) / 40; what is due at the year's end is not due in the first half: a alone has the 100 marks.
    expect(year().at(p('2026H1')).total[0]).toBe(52.5);
    expect(year('totals').at(p('2026H1')).total[0]).toBe(52.5);
    // a: (25 × 0.8 + 35 × 1) / 60 = 0.91667 of 60 = 55, b 20; totals: (25 × 80 + 35 × 80) / 60
    expect(year().at(p('2026H2')).total[0]).toBe(75);
    expect(year('totals').at(p('2026H2')).total[0]).toBe(80);
  });
  test('is told by its periods', () => {
    const book = year();
    const told = explain(book, p('2026'), book.at(p('2026')).units[0]!, 1).args[0]!;
    expect([told.op, told.value, told.args.map((a) => [a.params['period'], a.params['weight'], a.value])]).toEqual([
      'year',
      45.6,
      [
        ['2026Q1', 15, 24],
        ['2026Q2', 25, 36],
        ['2026Q3', 25, 48],
        ['2026Q4', 35, 60],
      ],
    ]);
  });
  test('leaves out periods a leaf was not due in', () => {
    const book = year();
    expect(explain(book, p('2026'), book.at(p('2026')).units[0]!, 2).args[0]!.args).toHaveLength(1);
  });
});

test('an adjustment with a condition is taken once where it holds, down to its floor', () => {
  const vote = leaf('a', 200, {
    rule: { type: 'attainment', target: 1 },
    adjustments: [{ title: '三分之一及以上', measure: 'm.b', when: { atLeast: 1 / 3 }, step: -200, floor: 130 }],
  });
  expect(totals(bookOf([vote], { a: { u: 0.95, v: 0.95, w: 0.6 }, b: { u: 0.2, v: 1 / 3, w: 0.5 } }))).toEqual([190, 130, 120]);
});

test('a leaf of some peer groups is not applicable to units of the others, reported or not', () => {
  const rural = leaf('b', 40, { sectors: ['rural'] });
  const data = measures({ 'm.a': { [Q3]: { u: 1, v: 1, w: 1 } }, 'm.b': { [Q3]: { u: 0.5, v: 0.5 } } });
  const book = scoreAll(scheme([leaf('a', 60), rural]), data, roster({ u: 'rural', v: 'town', w: 'rural' }), [Q3]);
  expect([...book.at(Q3).total]).toEqual([80, 100, 60]);
  expect(explain(book, Q3, book.at(Q3).units[1]!, 2).args[0]).toMatchObject({
    op: 'notApplicable',
    params: { why: 'otherSector' },
  });
});
