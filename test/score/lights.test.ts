/** Lights and cards, by the practice of published plans. Figures worked by hand. */
import { describe, expect, test } from 'vitest';
import type { Card, Lights } from '../../src/scheme';
import { readScheme } from '../../src/scheme';
import { scoreAll } from '../../src/score';
import { cardsOf, litBy } from '../../src/score/lights';
import { catalogue, leaf, measures, p, roster, scheme } from './city';

const [Q2, Q3] = [p('2026Q2'), p('2026Q3')];
const UNITS = ['a', 'b', 'c', 'd', 'e'];
const five = (values: readonly (number | null)[]) =>
  Object.fromEntries(UNITS.flatMap((u, i) => (values[i] === null ? [] : [[u, values[i] as number]])));
const plan = [leaf('x', 60, { rule: { type: 'attainment', target: 100, pace: true } }), leaf('y', 40)];
const bookOf = (more: Parameters<typeof scheme>[1] = {}) =>
  scoreAll(
    scheme(plan, more),
    measures({
      'm.x': { '2026Q2': five([50, 45, 30, 10, 40]), '2026Q3': five([80, 70, 50, 40, null]) },
      'm.y': { '2026Q2': five([1, 0.9, 0.8, 0.1, 0.6]), '2026Q3': five([1, 0.5, 0.9, 0.2, 0.7]) },
    }),
    roster(Object.fromEntries(UNITS.map((u) => [u, null]))),
    [Q2, Q3],
  );
const lines = (on: string, ...given: Lights['lines']): Lights => ({ id: 'l', title: 'L', on, lines: given });
const seen = (lights: Lights, more = {}) => litBy(bookOf(more), Q3, lights).map((l) => l.line);

describe('lights', () => {
  test('10–30 points behind the pace yellow, over 30 red: at 75 due, 70 is 5 behind, 50 is 25, 40 is 35', () => {
    const pace = lines(
      'x',
      { light: 'red', title: '滞后超过30个百分点', when: [{ of: 'behind', above: 0.3 }] },
      { light: 'yellow', title: '滞后10–30个百分点', when: [{ of: 'behind', atLeast: 0.1 }] },
      { light: 'green', title: '其余' },
    );
    // e reported nothing: it is not one of the rest, and no light is lit.
    expect(seen(pace)).toEqual([2, 2, 1, 0, null]);
    expect(litBy(bookOf(), Q3, pace)[2]?.looked).toEqual([{ of: 'behind', value: 0.25 }]);
  });

  test('red may be the best: 90 red, 80 orange, 70 blue, 60 green, under it yellow', () => {
    const best = lines(
      'total',
      { light: 'red', title: '90分以上', when: [{ of: 'points', atLeast: 90 }] },
      { light: 'orange', title: '80分以上', when: [{ of: 'points', atLeast: 80 }] },
      { light: 'blue', title: '70分以上', when: [{ of: 'points', atLeast: 70 }] },
      { light: 'green', title: '60分以上', when: [{ of: 'points', atLeast: 60 }] },
      { light: 'yellow', title: '60分以下' },
    );
    // a 60 + 40; b 56 + 20; c 40 + 36; d 32 + 8; e 0 + 28
    expect(seen(best)).toEqual([0, 2, 2, 4, 4]);
  });

  test('at the plan and at the mean of all green, growing but below yellow, falling red', () => {
    const three = lines(
      'y',
      {
        light: 'green',
        title: '达到计划且不低于全市平均',
        when: [
          { of: 'share', atLeast: 0.9 },
          { of: 'aboveMean', atLeast: 0 },
        ],
      },
      { light: 'yellow', title: '未达到但有增长', when: [{ of: 'change', above: 0 }] },
      { light: 'red', title: '下降', when: [{ of: 'change', below: 0 }] },
    );
    // mean 0.66; b fell from 0.9 to 0.5, d and e grew
    expect(seen(three)).toEqual([0, 2, 0, 1, 1]);
  });

  test('the first two and the last one, of the total and of a section', () => {
    const list = lines(
      'total',
      { light: 'red', title: '前两名', when: [{ of: 'rank', atMost: 2 }] },
      { light: 'black', title: '末位', when: [{ of: 'fromLast', atMost: 1 }] },
    );
    expect(seen(list)).toEqual([0, 0, 0, null, 1]);
    expect(seen({ ...list, on: 'y' })).toEqual([0, null, 0, 1, null]);
  });

  test('each leaf by itself', () => {
    expect(litBy(bookOf(), Q3, lines('leaves', { light: 'grey', title: '全部' })).map((l) => `${l.node}${l.unit}`)).toHaveLength(
      10,
    );
  });
});

describe('cards', () => {
  const last: Card = {
    id: 'red',
    title: '红牌',
    card: 'red',
    on: true,
    when: [{ of: 'fromLast', atMost: 2 }],
    periods: 2,
    basis: '第八条',
  };
  test('last in two periods running, with the places of both as proof', () => {
    // Q2: a 60+40, b 54+36, c 36+32, d 12+4, e 48+24; Q3: e last, d before it
    expect(
      cardsOf(bookOf({ cards: [last] }), Q3).map((c) => [c.unit, c.proof.map((q) => [q.period, q.looked[0]?.value])]),
    ).toEqual([
      [
        'd',
        [
          [Q2, 1],
          [Q3, 2],
        ],
      ],
    ]);
  });
  test('none where the scheme keeps it off, nor where a period before is not there', () => {
    expect(cardsOf(bookOf({ cards: [{ ...last, on: false }] }), Q3)).toEqual([]);
    expect(cardsOf(bookOf({ cards: [last] }), Q2)).toEqual([]);
  });
});

test('reading faults lights of a node there is none, a line that asks for nothing before the last, and an id twice', () => {
  const bad = scheme(plan, {
    lights: [lines('z', { light: 'red', title: 'R' }, { light: 'green', title: 'G' })],
    cards: [{ id: 'l', title: 'C', card: 'red', on: false, when: [{ of: 'rank', atMost: 1 }], periods: 2, basis: 'x' }],
  });
  const { problems } = readScheme(JSON.stringify(bad), catalogue);
  expect(problems.filter((q) => q.level === 'error').map((q) => [q.code, q.params?.['pointer']])).toEqual([
    ['scheme.unknownId', '/lights/0/on'],
    ['scheme.invalid', '/lights/0/lines/0'],
    ['scheme.duplicateId', '/cards/0/id'],
  ]);
});
