/** What a scheme sets apart for a part of the city or of the tree: a target for each peer group, grades by one section. */
import { describe, expect, test } from 'vitest';
import { formats } from '../../src/i18n/format';
import { reasonWords } from '../../src/i18n/reasons';
import type { Period } from '../../src/model/period';
import { readScheme, type Leaf, type Scheme } from '../../src/scheme';
import { scoreAll, type ScoreBook } from '../../src/score';
import { explain, explainGrade } from '../../src/score/explain';
import { catalogue, id, leaf, measures, p, roster, scheme, section, type Table } from './city';

const Q: Period = p('2026Q2');
const f = formats('zh-CN', { measure: (m) => m, unit: (u) => u });
const faults = (s: Scheme): string[] =>
  readScheme(JSON.stringify(s), catalogue)
    .problems.filter((x) => x.level === 'error')
    .map((x) => `${x.code} ${String(x.params['pointer'])}`);

describe('a target for each peer group', () => {
  const city = roster({ a: '城区组', b: '县域组', c: '山区组', d: null });
  const table: Table = { 'm.x': { '2026Q2': { a: 0.72, b: 0.72, c: 0.72, d: 0.72 } } };
  const book = (target: unknown, more: Partial<Leaf> = {}): ScoreBook => {
    const rule = { type: 'attainment', target } as Leaf['rule'];
    return scoreAll(scheme([leaf('x', 100, { rule, ...more })]), measures(table), city, [Q]);
  };
  const groups = { 城区组: 0.9, 县域组: 0.8 };

  test('each unit is held against its own group’s: 100 × 0.72/0.9 = 80, 100 × 0.72/0.8 = 90, others 100 × 0.72/0.6 held at 100', () =>
    expect([...book({ groups, others: 0.6 }).at(Q).total]).toEqual([80, 90, 100, 100]));

  test('a unit of a group without one has none: not applicable to it, and flagged', () => {
    const scores = book({ groups }).at(Q);
    expect(city.units.map((_, u) => scores.state(1, u))).toEqual(['ok', 'ok', 'na', 'na']);
    expect(scores.flags.map((x) => [x.code, x.unit])).toEqual([
      ['noTarget', id('c')],
      ['noTarget', id('d')],
    ]);
  });

  test('a group may be named like a key that every object has', () => {
    const scores = scoreAll(
      scheme([leaf('x', 100, { rule: { type: 'attainment', target: { groups: { one: 1 } } } })]),
      measures({ 'm.x': { '2026Q2': { a: 0.5, b: 0.5 } } }),
      roster({ a: 'one', b: 'toString' }),
      [Q],
    ).at(Q);
    expect([scores.total[0], scores.state(1, 1)]).toEqual([50, 'na']);
  });

  test('under a pace it is the part of the group’s own that is due: 0.9 × 50 % = 0.45, 100 × 0.36/0.45 = 80', () => {
    const rule: Leaf['rule'] = { type: 'attainment', target: { groups }, pace: true };
    const half = measures({ 'm.x': { '2026Q2': { a: 0.36 } } });
    expect(scoreAll(scheme([leaf('x', 100, { rule })]), half, city, [Q]).at(Q).total[0]).toBe(80);
  });

  test('the reason names the group whose target it is', () => {
    const told = explain(book({ groups, others: 0.6 }), Q, id('a'), 1).args[0]?.args[1];
    expect(told && reasonWords['zh-CN'].target(told, f)).toBe('目标（城区组） 0.9');
  });

  test('needs one group at least, and numbers', () => {
    const of = (target: unknown): string[] =>
      faults(scheme([leaf('x', 100, { rule: { type: 'attainment', target } as Leaf['rule'] })]));
    expect(of({ groups, others: 0.6 })).toEqual([]);
    expect(of({ groups: {} })).toEqual([expect.stringContaining('/children/0/rule/target')]);
    expect(of({ groups: { 城区组: '0.9' } })).toEqual([expect.stringContaining('/children/0/rule/target')]);
  });
});

describe('grades by a part of the tree', () => {
  const lines = [{ grade: 'good', min: 36 }, { grade: 'fair', min: 24 }, { grade: 'poor' }];
  const tree = [section('party', [leaf('x', 40)]), section('rest', [leaf('y', 60)])];
  const graded = scheme(tree, { grades: { of: 'party', lines } });
  const table: Table = {
    'm.x': { '2026Q2': { a: 0.9, b: 0.89, c: null, d: 0.5 } },
    'm.y': { '2026Q2': { a: 0, b: 1, c: 1, d: 1 } },
  };
  const city = roster({ a: null, b: null, c: null, d: null, e: null });
  const book = scoreAll(graded, measures(table), city, [Q]);

  test('the section’s points decide, not the total: 40 × 0.9 = 36 is good with a total of 36, 35.6 is fair with 95.6', () => {
    const scores = book.at(Q);
    expect([...scores.total]).toEqual([36, 95.6, 60, 80, NaN]);
    // c did not report the section, which is 0 points of it; e reported nothing at all and is not ranked
    expect([...scores.graded]).toEqual([36, 35.6, 0, 20, NaN]);
    expect(scores.grades).toEqual(['good', 'fair', 'poor', 'poor', null]);
  });

  test('a unit to which the part does not apply has no grade', () => {
    const na = measures({ 'm.x': { '2026Q2': { a: 'na' } }, 'm.y': { '2026Q2': { a: 1 } } });
    expect(scoreAll(graded, na, roster({ a: null }), [Q]).at(Q).grades).toEqual([null]);
  });

  test('of a year that is the mean of its totals, the part is its mean too: (40 × 0.5 + 3 × 40)/4 = 35 of weights 1 and 3', () => {
    const year: Scheme['year'] & object = { weights: [1, 3], of: 'totals' };
    const halves = measures({
      'm.x': { '2026H1': { a: 0.5 }, '2026H2': { a: 1 } },
      'm.y': { '2026H1': { a: 0 }, '2026H2': { a: 0 } },
    });
    const s = scheme(tree, { periods: 'H', year, grades: { of: 'party', lines } });
    const scores = scoreAll(s, halves, roster({ a: null }), [p('2026')]).at(p('2026'));
    expect([scores.total[0], scores.graded[0], scores.grades[0]]).toEqual([35, 35, 'fair']);
  });

  test('the reason names the part', () => {
    const told = explainGrade(book, Q, id('b'));
    expect(told && reasonWords['zh-CN'].grade(told, f)).toBe('“PARTY”得分 35.60 ≥ 24，等次“fair”');
    expect(told && reasonWords.en.grade(told, formats('en', {}))).toBe('Points of “PARTY” 35.60 ≥ 24: grade “fair”');
  });

  test('a part that the scheme does not have is a fault', () =>
    expect(faults(scheme(tree, { grades: { of: 'none', lines } }))).toEqual(['scheme.unknownId /grades/of']));
});
