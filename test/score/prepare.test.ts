/** Preparing: figures made of measures, and each step before the rule. Values worked by hand. */
import { describe, expect, test } from 'vitest';
import type { Leaf, Scheme } from '../../src/scheme';
import { scoreAll, type ScoreBook } from '../../src/score';
import { explain } from '../../src/score/explain';
import { shape, winsorised } from '../../src/score/outliers';
import { leaf, measures, p, roster, scheme, type Table } from './city';

const given: Leaf['rule'] = { type: 'asGiven', min: -1000 };
const Q3 = p('2026Q3');
const table: Table = {
  'm.a': {
    '2025Q3': { a: 40, b: 0, c: 10 },
    '2026Q1': { a: 10, b: 10, c: 5 },
    '2026Q2': { a: 20, c: null },
    '2026Q3': { a: 50, b: 7, c: 0, d: 3 },
  },
  'm.b': { '2026Q3': { a: 4, b: 0, c: 'na' } },
};

function bookOf(more: Partial<Leaf>, data: Table = table, rest: Partial<Scheme> = {}): ScoreBook {
  const groups = { a: 'one', b: 'one', c: 'two', d: 'two' };
  const one = leaf('a', 1000, { rule: given, missing: 'exclude', ...more });
  return scoreAll(scheme([one], { points: 1000, ...rest }), measures(data), roster(groups), [Q3]);
}
/** The prepared values of the leaf by unit, and its states where there is none. */
function outcome(book: ScoreBook): (number | string)[] {
  const at = book.at(Q3);
  return at.units.map((_, u) => (Number.isNaN(at.value(1)[u]) ? at.state(1, u) : Number(at.value(1)[u]!.toFixed(6))));
}

describe('a figure made of measures', () => {
  test.each([
    ['ratio', { ratio: ['m.a', 'm.b'] }, [12.5, 'na', 'na', 'excluded']],
    ['difference', { difference: ['m.a', 'm.b'] }, [46, 7, 'na', 'excluded']],
    ['sum', { sum: ['m.a', 'm.b', 'm.b'] }, [58, 7, 'na', 'excluded']],
    [
      'weighted',
      {
        weighted: [
          { of: 'm.a', by: 1 },
          { of: 'm.b', by: 0.5 },
        ],
      },
      [52, 7, 'na', 'excluded'],
    ],
    ['one inside another', { ratio: [{ difference: ['m.a', 'm.b'] }, 'm.a'] }, [0.92, 1, 'na', 'excluded']],
  ] as const)('%s: a part that is missing makes the whole missing, a denominator of 0 not applicable', (_, measure, expected) => {
    expect(outcome(bookOf({ measure }))).toEqual(expected);
  });

  test('is told with its parts, down to the rows', () => {
    const book = bookOf({ measure: { ratio: ['m.a', 'm.b'] } });
    const rule = explain(book, Q3, book.at(Q3).units[0]!, 1).args[0]!;
    const made = rule.args[0]!;
    expect([made.op, made.value, made.args.map((a) => [a.op, a.value, a.rows?.measure])]).toEqual([
      'made',
      12.5,
      [
        ['measure', 50, 'm.a'],
        ['measure', 4, 'm.b'],
      ],
    ]);
  });
});

describe('steps', () => {
  test.each([
    [
      'per: 50 ÷ 4 × 100; what the divisor lacks is missing',
      [{ do: 'per', figure: 'm.b', times: 100 }],
      [1250, 'na', 'na', 'excluded'],
    ],
    ['log: of 0 there is none', [{ do: 'log', base: 10 }], [1.69897, 0.845098, 'na', 0.477121]],
    ['clamp', [{ do: 'clamp', lo: 5, hi: 20 }], [20, 7, 5, 5]],
    ['change on last year: (50 − 40) ÷ 40; from 0 there is none', [{ do: 'change', on: 'lastYear' }], [0.25, 'na', -1, 'na']],
    ['difference to the period before', [{ do: 'change', on: 'previous', as: 'difference' }], [30, 'na', 'na', 'na']],
    [
      'sum of the year wants every period',
      [{ do: 'over', periods: 'year', take: 'sum' }],
      [80, 'excluded', 'excluded', 'excluded'],
    ],
    ['mean of those reported', [{ do: 'over', periods: 'year', take: 'mean' }], [26.666667, 8.5, 2.5, 3]],
    ['the latest', [{ do: 'over', periods: 2, take: 'latest' }], [50, 7, 0, 3]],
    ['place in the city', [{ do: 'rank', among: 'city', from: 'top' }], [1, 2, 4, 3]],
    ['place in the group, from the bottom', [{ do: 'rank', among: 'group', from: 'bottom' }], [2, 1, 1, 2]],
    [
      'in their order: clamped, then ranked',
      [
        { do: 'clamp', lo: 5 },
        { do: 'rank', among: 'city', from: 'top' },
      ],
      [1, 2, 3, 3],
    ],
  ] as const)('%s', (_, prepare, expected) => {
    expect(outcome(bookOf({ prepare: [...prepare] }))).toEqual(expected);
  });

  test('every step is a line of the reason, with the value before and after', () => {
    const book = bookOf({
      prepare: [
        { do: 'change', on: 'lastYear' },
        { do: 'clamp', hi: 0.1 },
      ],
    });
    const clamp = explain(book, Q3, book.at(Q3).units[0]!, 1).args[0]!.args[0]!;
    const change = clamp.args[0]!;
    expect([clamp.op, clamp.value, clamp.params['do']]).toEqual(['prepared', 0.1, 'clamp']);
    expect([change.value, change.args.map((a) => a.value)]).toEqual([0.25, [50, 40]]);
  });
});

describe('winsorised()', () => {
  test('draws in the outermost values on the long side until the shape is fair, and no more than asked', () => {
    const values = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 500, NaN);
    expect([...winsorised(values, 1)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 9, NaN]);
    const two = Float64Array.of(...Array.from({ length: 30 }, (_, i) => i), 900, 1000);
    expect([...winsorised(two, 1)].slice(-2)).toEqual([900, 900]);
    expect([...winsorised(two, 5)].slice(-2)).toEqual([29, 29]);
  });

  test('leaves a fair shape, equal values and few values alone', () => {
    for (const values of [
      [1, 2, 3, 4, 5],
      [7, 7, 7, 7],
      [1, 1000],
    ])
      expect([...winsorised(Float64Array.from(values), 3)]).toEqual(values);
  });

  test('shape() is the skewness and kurtosis of spreadsheets: SKEW(3,4,5,2,3,4,5,6,4,7) and KURT of the same', () => {
    const { skew, kurtosis } = shape([3, 4, 5, 2, 3, 4, 5, 6, 4, 7]);
    expect(skew).toBeCloseTo(0.359543, 6);
    expect(kurtosis).toBeCloseTo(-0.1518, 4);
  });
});
