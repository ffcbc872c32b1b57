/** Findings of small cities worked by hand, and the sentences made of them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moves, peersOf, widest } from '../../src/findings/city';
import { linkOf, type Finding } from '../../src/findings/finding';
import { leaders } from '../../src/findings/leaders';
import { leafStandings } from '../../src/findings/leaf-standing';
import { sentenceOf } from '../../src/findings/sentence';
import { unitFindings } from '../../src/findings/unit';
import { formats } from '../../src/i18n/format';
import type { Period } from '../../src/model/period';
import { titleOf } from '../../src/scheme';
import { scoreAll, type ScoreBook } from '../../src/score';
import { id, leaf, measures, p, roster, scheme, type CellSpec } from '../score/city';

const f = formats('zh-CN');
const en = formats('en');
const names = {
  unit: (u: string) => u.toUpperCase() + '县',
  node: (n: { title: Parameters<typeof titleOf>[0] }) => titleOf(n.title, 'zh-CN'),
};
const say = (findings: readonly Finding[], format = f) => findings.map((x) => sentenceOf(x, format, names));

/** Three leaves of 50, 30 and 20 points, each attainment of 1. */
function book(x: Record<string, Record<string, CellSpec>>, y = x, z = x): ScoreBook {
  const groups = { a: 'one', b: 'one', c: 'two', d: 'two' };
  const tree = [leaf('x', 50), leaf('y', 30), leaf('z', 20)];
  return scoreAll(scheme(tree), measures({ 'm.x': x, 'm.y': y, 'm.z': z }), roster(groups));
}

const two = book(
  { '2026Q1': { a: 0.9, b: 0.8, c: 0.7, d: 0.6 }, '2026Q2': { a: 0.7, b: 1, c: 0.8, d: 0.6 } },
  { '2026Q1': { a: 1, b: 1, c: 1, d: 1 }, '2026Q2': { a: 1, b: 1, c: 1, d: 1 } },
  { '2026Q1': { a: 0.5, b: 0.5, c: 0.5, d: 0.5 }, '2026Q2': { a: 0.5, b: 0.5, c: 0.5, d: 0.5 } },
);

/** All that is said of a period. */
const cityFindings = (b: ScoreBook, period: Period, group: string | null): Finding[] =>
  [leaders(b, period, group), ...moves(b, period, group, 4), widest(b, period, group)].filter((x) => x !== null);

describe('leaders(), moves() and widest()', () => {
  test('names the first and its lead: b 50 + 30 + 10 = 90, c 40 + 30 + 10 = 80', () => {
    expect(say(cityFindings(two, p('2026Q2'), null))[0]).toBe('2026年第二季度B县以 90.00 分居首，领先第二位 10.00 分。');
  });

  test('names who moved most and by what: a from 85 (1st) to 75 (3rd), by 10 points less in x', () => {
    const said = say(cityFindings(two, p('2026Q2'), null));
    expect(said).toContain('A县下降 2 位，居第3名，主要是“X”减 10.00 分。');
    expect(said).toContain('B县上升 1 位，居第1名，主要是“X”增 10.00 分。');
  });

  test('says that others moved where a rank rose though the total fell', () => {
    // a 45 → 30, b 40 → 35: b leads with less than before.
    const b = book({ '2026Q1': { a: 0.9, b: 0.8 }, '2026Q2': { a: 0.6, b: 0.7 } });
    expect(say(cityFindings(b, p('2026Q2'), null))).toContain(
      'B县上升 1 位，居第1名，本身总分变动 −10.00 分，系其他单位失分更多。',
    );
  });

  test('where no rank moved, tells whose total did: a 45 → 50, half of it in x', () => {
    const b = book({ '2026Q1': { a: 0.9, b: 0.6 }, '2026Q2': { a: 1, b: 0.6 } });
    const moved = cityFindings(b, p('2026Q2'), null).filter((x) => x.kind === 'moved');
    expect(say(moved)).toEqual(['A县仍居第1名，总分变动 +10.00 分，主要是“X”增 5.00 分。']);
    expect(linkOf(moved[0]!)).toEqual({ unit: 'a', node: 'x' });
  });

  test('says where no part moved the same way, that other parts were due', () => {
    // a 0.9 of 100, then 0.8 of the 50 of x and of the 30 of y that take the marks of z: all marks less, every part more.
    const b = book({ '2026Q1': { a: 0.9 }, '2026Q2': { a: 0.8 } }, undefined, { '2026Q1': { a: 0.9 }, '2026Q2': { a: 'na' } });
    expect(say(moves(b, p('2026Q2'), null, 1))).toEqual(['A县仍居第1名，总分变动 −10.00 分，两期到期的内容不同。']);
  });

  test('has the part in which best and last are furthest apart: x, 50 − 30', () => {
    expect(say(cityFindings(two, p('2026Q2'), null)).at(-1)).toBe('差距最大的是“X”：B县 50.00 分，D县 30.00 分，相差 20.00 分。');
  });

  test('says that several share the first place', () => {
    const b = book({ '2026Q1': { a: 1, b: 1, c: 0.5, d: 0.5 } });
    expect(say(cityFindings(b, p('2026Q1'), null))[0]).toBe('2026年第一季度A县、B县并列第一，均为 100.00 分。');
    expect(linkOf(cityFindings(b, p('2026Q1'), null)[0]!)).toBeNull();
  });

  test('looks only at the group it is asked about', () => {
    expect(say(cityFindings(two, p('2026Q2'), 'two'))[0]).toBe('2026年第二季度C县以 80.00 分居首，领先第二位 10.00 分。');
  });

  test('has nothing to say where nobody is ranked, and no moves in the first period', () => {
    const b = book({ '2026Q1': { a: null } });
    expect(cityFindings(b, p('2026Q1'), null)).toEqual([]);
    expect(cityFindings(two, p('2026Q1'), null).filter((x) => x.kind === 'moved')).toEqual([]);
  });
});

describe('unitFindings()', () => {
  test('tells the standing, what is better than the peers and what is worse', () => {
    // d: x 0.6 against a mean of (0.7 + 1 + 0.8 + 0.6) / 4 = 0.775; 50 − 30 = 20 points lost. Level in y and z.
    const said = say(unitFindings(two, p('2026Q2'), id('d'), peersOf(two, p('2026Q2'), id('d'), 'city')));
    expect(said).toEqual([
      'D县2026年第二季度总分 70.00 分，在 4 个单位中居第4名，名次与上期持平，总分变动 0.00 分。',
      '“X”0.6，低于均值 0.18，在 4 个单位中居末位，失 20.00 分。',
    ]);
  });

  test('compares within the group where asked: of c and d, c leads x with 0.8 against a mean of 0.7', () => {
    const said = say(unitFindings(two, p('2026Q2'), id('c'), peersOf(two, p('2026Q2'), id('c'), 'group'), 'two'));
    expect(said[1]).toBe('“X”0.8，高于均值 0.1，在 2 个单位中居第1名。');
    expect(said[0]).toContain('在 2 个单位中居第1名');
  });

  test('leaves out indicators that are missing for the unit, and says that it is not ranked', () => {
    const b = book({ '2026Q1': { a: 1, b: 0.5, c: 0.5, d: null } });
    expect(leafStandings(b, p('2026Q1'), id('d'), [id('a'), id('d')])).toEqual([]);
    expect(say(unitFindings(b, p('2026Q1'), id('d'), [id('a'), id('d')]))).toEqual(['D县2026年第一季度未参加排名。']);
  });

  test('finds no strength in a unit that is alone', () => {
    const b = book({ '2026Q1': { a: 1 } });
    expect(unitFindings(b, p('2026Q1'), id('a'), [id('a')]).map((x) => x.kind)).toEqual(['standing']);
  });
});

describe('sentenceOf()', () => {
  test('no sentence, in either language, holds NaN, Infinity, undefined or null, whatever the figures', () => {
    const cell = fc.option(fc.double({ min: 0, max: 2, noNaN: true }), { nil: null });
    const row = fc.record({ a: cell, b: cell, c: cell, d: cell });
    fc.assert(
      fc.property(row, row, row, row, (a, b, c, d) => {
        const any = book({ '2026Q1': a, '2026Q2': b }, { '2026Q1': c, '2026Q2': d }, { '2026Q1': b, '2026Q2': c });
        const units = [id('a'), id('b'), id('c'), id('d')];
        const all = [null, 'one'].flatMap((g) => [
          ...cityFindings(any, p('2026Q2'), g),
          ...units.flatMap((u) => unitFindings(any, p('2026Q2'), u, units, g)),
        ]);
        for (const text of [...say(all), ...say(all, en)]) expect(text).not.toMatch(/NaN|Infinity|undefined|null|\u221e/);
      }),
      { numRuns: 100 },
    );
  });
});
