/** Reasons hold the book's own numbers, add up, and reach the rows. */
import { describe, expect, test } from 'vitest';
import type { Reason } from '../../src/model/reason';
import type { Leaf, Scheme } from '../../src/scheme';
import { scoreAll } from '../../src/score';
import { explain, explainGrade, explainRank } from '../../src/score/explain';
import { catalogue, GRADES, id, leaf, measures, p, roster, scheme, section, type Table } from './city';

const Q = p('2026Q2');
const A = id('a');
const now = (cells: Record<string, Table[string][string]>): Table =>
  Object.fromEntries(Object.entries(cells).map(([m, units]) => [m, { [Q]: units }]));

function bookOf(leaves: Leaf[], table: Table, more: Partial<Scheme> = {}, units: Record<string, string | null> = { a: 'one' }) {
  return scoreAll(scheme([section('s', leaves)], more), measures(table), roster(units), undefined, catalogue);
}

/** The chain of steps of a leaf, last step first: each step's own first argument is the step before. */
function steps(leafReason: Reason): Reason[] {
  const out: Reason[] = [];
  for (let step = leafReason.args[0]; step; step = step.args[0]) out.push(step);
  return out;
}

describe('explain()', () => {
  test('goes from the total to the rows: total, section, leaf, rounding, re-weighting, adjustment, rule, measure, figure', () => {
    const book = bookOf(
      [
        leaf('x', 30, { adjustments: [{ title: { zh: '逾期', en: 'Overdue' }, measure: 'm.late', step: -0.5 }] }),
        leaf('y', 70, { due: 'Y4' }),
      ],
      now({ 'm.x': { a: [2, 3] }, 'm.late': { a: 2 } }),
    );
    const total = explain(book, Q, A, 0);
    const chain = steps(total.args[0]!.args[0]!);
    // 30 × 2/3 = 20, − 1 = 19, × 100/30 = 63.333…, rounded 63.33.
    expect(chain.map((r) => [r.op, r.value])).toEqual([
      ['rounding', 63.33],
      ['reweight', expect.closeTo(63.3333333, 6)],
      ['adjustment', expect.closeTo(19, 12)],
      ['attainment', expect.closeTo(20, 12)],
      ['measure', 2 / 3],
      ['figure', 2],
    ]);
    expect(total).toMatchObject({
      op: 'total',
      value: 63.33,
      params: { node: '', fullMarks: 100, effective: 100, ranked: true },
    });
    expect(chain[1]?.params).toMatchObject({ from: 30, to: 100 });
    expect(chain[2]?.params).toMatchObject({ titleZh: '逾期', titleEn: 'Overdue', step: -0.5, change: -1 });
    expect(chain[4]).toMatchObject({ unit: 'share', rows: { measure: 'm.x', unit: 'a', period: Q, side: 'value' } });
    expect(chain[4]?.args.map((f) => [f.value, f.rows?.side])).toEqual([
      [2, 'numerator'],
      [3, 'denominator'],
    ]);
  });

  test('tells a leaf that is not due, with its months, and a leaf that is not applicable, with why', () => {
    const book = bookOf(
      [leaf('x', 40), leaf('y', 20, { due: 'Y4' }), leaf('z', 20), leaf('few', 20, { minDenominator: 5 })],
      now({ 'm.x': { a: 1 }, 'm.z': { a: 'na' }, 'm.few': { a: [1, 2] } }),
    );
    const leaves = explain(book, Q, A, 1).args;
    expect(leaves.map((l) => [l.op, l.value, l.args[0]?.op])).toEqual([
      ['leaf', 100, 'reweight'],
      ['leaf', null, 'notDue'],
      ['leaf', null, 'notApplicable'],
      ['leaf', null, 'notApplicable'],
    ]);
    expect(leaves[1]?.args[0]?.params).toMatchObject({ months: '12', carry: false });
    expect(leaves[2]?.args[0]?.params).toEqual({ why: 'denominatorZero' });
    expect(leaves[3]?.args[0]?.params).toEqual({ why: 'minDenominator', minDenominator: 5, denominator: 2 });
  });

  test('tells what stands in place of a missing figure', () => {
    const cells = now({ 'm.x': { a: 1 }, 'm.y': { a: null } });
    const of = (missing: Leaf['missing'] & {}) => explain(bookOf([leaf('x', 50), leaf('y', 50, { missing })], cells), Q, A, 3);
    expect(of('zero')).toMatchObject({ value: 0, args: [{ op: 'missing', value: 0, params: { as: 'zero', blank: true } }] });
    expect(of('exclude')).toMatchObject({ value: null, args: [{ op: 'missing', value: null, params: { as: 'exclude' } }] });
    expect(steps(of({ fixed: 0.5 })).map((r) => [r.op, r.value])).toEqual([
      ['attainment', 25],
      ['missing', 0.5],
    ]);
  });

  test('tells a carried value with the period it is from, and points to the rows of that period', () => {
    const book = bookOf([leaf('x', 60), leaf('y', 40, { due: 'Y4', carry: true })], {
      ...now({ 'm.x': { a: 1 } }),
      'm.y': { '2025': { a: 0.5 } },
    });
    const reason = explain(book, Q, A, 3);
    expect(reason.params).toMatchObject({ state: 'carried', carriedFrom: '2025Q4' });
    expect(steps(reason).map((r) => r.op)).toEqual(['attainment', 'carried', 'measure']);
    expect(steps(reason)[1]).toMatchObject({ params: { from: '2025Q4', period: Q }, args: [{ rows: { period: '2025' } }] });
  });

  test('tells a standardised value as terms by sector that add up to it', () => {
    const cells = { a: { village: [4320, 54], school: [540, 6] }, b: { village: [420, 6], school: [3400, 34] } } as const;
    const mean = leaf('mean', 100, { standardise: 'sector', rule: { type: 'goalposts', lo: 0, hi: 100 } });
    const reason = steps(explain(bookOf([mean], now({ 'm.mean': cells }), {}, { a: null, b: null }), Q, A, 2))[1]!;
    expect(reason.op).toBe('standardised');
    expect(reason.args.map((s) => [s.params.sector, s.args[0]?.value, s.args[1]?.value])).toEqual([
      ['school', 0.4, 90],
      ['village', 0.6, 80],
    ]);
    expect(reason.args.reduce((sum, s) => sum + s.value!, 0)).toBe(reason.value);
  });

  test('gives a line 舍入差 where published leaves do not add up to the published sum', () => {
    const thirds = now({ 'm.x': { a: [1, 3] }, 'm.y': { a: [1, 3] }, 'm.z': { a: [1, 3] } });
    const leaves = [leaf('x', 1), leaf('y', 1), leaf('z', 1)];
    const atTotal = explain(bookOf(leaves, thirds), Q, A, 1);
    expect(atTotal.args.map((a) => [a.op, a.value])).toEqual([
      ['leaf', 0.33],
      ['leaf', 0.33],
      ['leaf', 0.33],
      ['roundingGap', 0.01],
    ]);
    const atLeaf = explain(bookOf(leaves, thirds, { rounding: { at: 'leaf', decimals: 2, mode: 'half-up' } }), Q, A, 1);
    expect([atLeaf.value, atLeaf.args.length]).toEqual([0.99, 3]);
  });

  test('gives a unit without any figure no value, and says that it is not ranked', () => {
    const book = bookOf([leaf('x', 100)], now({ 'm.x': { a: 1 } }), {}, { a: null, b: null });
    const total = explain(book, Q, id('b'), 0);
    expect(total).toMatchObject({
      value: null,
      params: { ranked: false },
      args: [{ value: null, args: [{ value: null, args: [{ op: 'missing', value: null }] }] }],
    });
  });

  test('throws RangeError for a unit that is not expected in the period', () => {
    expect(() => explain(bookOf([leaf('x', 100)], now({ 'm.x': { a: 1 } })), Q, id('z'), 0)).toThrow(RangeError);
  });
});

describe('explainGrade() and explainRank()', () => {
  const veto = {
    id: 'v',
    title: { zh: '事故', en: 'Accident' },
    measure: 'm.veto',
    above: 0,
    cap: 'poor',
    basis: 'Rules, article 1',
  };
  const book = bookOf(
    [leaf('x', 100)],
    now({ 'm.x': { a: 0.95, b: 0.95 }, 'm.veto': { a: 2 } }),
    { grades: GRADES, vetoes: [veto], ranking: { on: 'rounded', ties: '1224', breakers: ['s'] } },
    { a: 'one', b: 'one' },
  );

  test('a grade tells the line reached, and each veto with its basis and its figure’s rows', () => {
    const reason = explainGrade(book, Q, A);
    expect(reason).toMatchObject({ op: 'grade', value: 95, params: { grade: 'poor', byTotal: 'good', min: 90 } });
    expect(reason?.args).toMatchObject([
      {
        op: 'veto',
        value: 2,
        params: { veto: 'v', basisZh: 'Rules, article 1', above: 0, cap: 'poor' },
        args: [{ rows: { measure: 'm.veto' } }],
      },
    ]);
    expect(explainGrade(bookOf([leaf('x', 1)], now({ 'm.x': { a: 1 } })), Q, A)).toBeNull();
  });

  test('a grade is told by its title in both languages, or its id where it has none', () => {
    const lines = [{ grade: 'good', title: { zh: '好', en: 'Good' }, min: 90 }, { grade: 'poor' }];
    const titled = bookOf([leaf('x', 100)], now({ 'm.x': { a: 1, b: 0 } }), { grades: { lines } }, { a: null, b: null });
    expect(explainGrade(titled, Q, A)?.params).toMatchObject({ grade: 'good', gradeZh: '好', gradeEn: 'Good', byTotalZh: '好' });
    expect(explainGrade(titled, Q, id('b'))?.params).toMatchObject({ grade: 'poor', gradeZh: 'poor' });
  });

  test('a rank tells the total and breakers compared, how many are ranked, and the tie', () => {
    const reason = explainRank(book, Q, A);
    expect(reason).toMatchObject({
      op: 'rank',
      value: 1,
      params: { of: 2, on: 'rounded', ties: '1224', tied: true, group: 'one', groupRank: 1 },
    });
    expect(reason.args.map((a) => [a.op, a.params.node, a.value])).toEqual([
      ['total', '', 95],
      ['section', 's', 95],
    ]);
  });
});
