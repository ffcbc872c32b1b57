/** Lights and cards, by the practice of published plans. Figures worked by hand. */
import { describe, expect, test } from 'vitest';
import { LEDGERS, MEASURES, measuresOf } from '../../src/ledgers';
import type { Card, Lights } from '../../src/scheme';
import { readScheme } from '../../src/scheme';
import { scoreAll } from '../../src/score';
import { cardsOf, litBy, litNodes } from '../../src/score/lights';
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
    expect(litBy(bookOf(), Q3, pace)[2]?.looked).toEqual([{ of: 'behind', value: 0.25, terms: [50, 75, 100] }]);
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

  test('what is missing, not due or not applicable has no light, and no points of it are lit: only its reason is told', () => {
    // x missing is scored as if 100 % had been reached; y is due at the year's end; z has nothing to count in a.
    const nodes = [leaf('x', 50, { missing: { fixed: 1 } }), leaf('y', 25, { due: 'Y4' }), leaf('z', 25)];
    const reported = {
      'm.x': { '2026Q3': { a: 0.2 } },
      'm.y': { '2026Q3': { a: 0.9 } },
      'm.z': { '2026Q3': { a: 'na' as const, b: 0.95 } },
    };
    const book = scoreAll(scheme(nodes), measures(reported), roster({ a: null, b: null }), [Q3]);
    expect(book.at(Q3).points(book.nodeIndex('x'))[1]).toBeCloseTo(66.67, 9);
    const lit = litBy(book, Q3, lines('leaves', { light: 'green', title: 'G', when: [{ of: 'share', atLeast: 0.9 }] }, { light: 'red', title: 'R' })); // prettier-ignore
    expect(lit.map((l) => `${book.nodes[l.node]?.id} ${l.unit} ${l.line ?? l.why}`)).toEqual([
      ...['x a 1', 'x b missing', 'y a notDue', 'y b notDue', 'z a na', 'z b 0'],
    ]);
  });

  test('a section of which nothing was reported has no light, though its points are 0', () => {
    const nodes = [
      { id: 's', title: 'S', points: 60, children: [leaf('x', 60)] },
      { id: 't', title: 'T', points: 40, children: [leaf('y', 40)] },
    ];
    const book = scoreAll(
      scheme(nodes),
      measures({ 'm.x': { '2026Q3': { a: 1 } }, 'm.y': { '2026Q3': { a: 0.5, b: 1 } } }),
      roster({ a: null, b: null }),
      [Q3],
    );
    const level = lines(
      'sections',
      { light: 'red', title: 'R', when: [{ of: 'share', below: 0.6 }] },
      { light: 'green', title: 'G' },
    );
    expect(litBy(book, Q3, level).map((l) => `${book.nodes[l.node]?.id} ${l.unit} ${l.line ?? l.why}`)).toEqual([
      ...['s a 1', 's b missing', 't a 0', 't b 1'],
    ]);
  });

  test('what is reported is looked at also before it is due: over 100 % of the plan in the third quarter is red', () => {
    const nodes = [leaf('plan', 60, { due: 'Y4' }), leaf('y', 40)];
    const reported = { 'm.plan': { '2026Q3': { a: 1.02, b: 0.8 } }, 'm.y': { '2026Q3': { a: 1, b: 1, c: 1 } } };
    const book = scoreAll(scheme(nodes), measures(reported), roster({ a: null, b: null, c: null }), [Q3, p('2026Q4')]);
    const ceiling = lines(
      'plan',
      { light: 'red', title: 'R', when: [{ of: 'reported', above: 1 }] },
      { light: 'green', title: 'G' },
    );
    expect(litBy(book, Q3, ceiling).map((l) => l.line ?? l.why)).toEqual([0, 1, 'missing']);
    expect(book.at(Q3).state(book.nodeIndex('plan'), 0)).toBe('notDue');
  });

  test('a change has both periods as its proof: b had 0.9 of the marks, now 0.5', () => {
    const change = lines('y', { light: 'red', title: 'R', when: [{ of: 'change', below: 0 }] });
    expect(litBy(bookOf(), Q3, change)[1]?.looked).toEqual([{ of: 'change', value: -0.4, terms: [0.5, 0.9] }]);
    expect(litBy(bookOf(), Q2, change)[1]).toMatchObject({ line: null, why: 'noFigure' });
  });

  test('a carried value lies behind the pace of the period it is of, not of this one', () => {
    // Due in Q2 and carried into Q3: 30 of 50 due, of a year's 100.
    const nodes = [
      leaf('x', 60, { rule: { type: 'attainment', target: 100, pace: true }, due: [6], carry: true }),
      leaf('y', 40),
    ];
    const book = scoreAll(
      scheme(nodes),
      measures({ 'm.x': { '2026Q2': { a: 30 } }, 'm.y': { '2026Q2': { a: 1 }, '2026Q3': { a: 1 } } }),
      roster({ a: null }),
      [Q2, Q3],
    );
    const pace = lines('x', { light: 'yellow', title: 'Y', when: [{ of: 'behind', atLeast: 0.1 }] });
    expect(litBy(book, Q3, pace)[0]?.looked).toEqual([{ of: 'behind', value: 0.2, terms: [30, 50, 100] }]);
  });

  test('lights on every leaf that ask for a pace leave out leaves whose rule has no target', () => {
    const nodes = [leaf('x', 60), leaf('y', 40, { rule: { type: 'goalposts', lo: 0, hi: 1 } })];
    const book = scoreAll(scheme(nodes), measures({ 'm.x': { '2026Q3': { a: 1 } }, 'm.y': { '2026Q3': { a: 1 } } }), roster({ a: null }), [Q3]); // prettier-ignore
    const pace = lines(
      'leaves',
      { light: 'red', title: 'R', when: [{ of: 'behind', above: 0.3 }] },
      { light: 'green', title: 'G' },
    );
    expect(litNodes(book, pace).map((n) => n.id)).toEqual(['x']);
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

describe('sensitive counts are never lit', () => {
  const counts = LEDGERS.flatMap((l) => l.columns.filter((c) => c.sensitive).map((c) => ({ ledger: l.id, column: c.id })));

  test('none of them is, or is part of, a measure that may be scored', () => {
    expect(counts.length).toBeGreaterThan(2);
    for (const ledger of LEDGERS)
      for (const measure of measuresOf(ledger).flatMap((m) => MEASURES.get(m.id) ?? []))
        for (const { column } of counts.filter((c) => c.ledger === ledger.id))
          if (measure.scored) expect(JSON.stringify(measure), measure.id).not.toContain(`"${column}"`);
  });

  test('lights look only at what the scheme scores, so a scheme that would light one is refused, as a leaf or in a line', () => {
    const on = lines('leaves', { light: 'red', title: 'R', when: [{ of: 'value', above: 0 }] });
    const measure = LEDGERS.flatMap((l) => measuresOf(l)).find((m) => MEASURES.get(m.id)?.scored === false)?.id;
    const asLeaf = scheme([{ ...leaf('x', 100), measure: measure ?? '' }], { lights: [on] });
    expect(readScheme(JSON.stringify(asLeaf), MEASURES).problems.map((q) => q.code)).toContain('scheme.notScored');
    const inLine = { ...on, lines: [{ light: 'red', title: 'R', when: [{ of: 'value', measure, above: 0 }] }] };
    const bad = { ...scheme([leaf('x', 100)]), lights: [inLine] };
    expect(readScheme(JSON.stringify(bad), catalogue)).toMatchObject({ scheme: null });
  });
});
