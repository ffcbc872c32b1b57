/** data/schemes/example.json worked by hand for one county and quarter. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MEASURES } from '../../src/ledgers';
import { readScheme } from '../../src/scheme';
import { explain, scoreAll } from '../../src/score';
import { id, measures, p, roster } from './city';

const Q = '2026Q2';
const now = (value: Parameters<typeof measures>[0][string][string]) => ({ [Q]: value });

const table = {
  // Year's end figures, carried. Sectors: 60 branches in villages, 40 in schools, in the city → 0.6 × 80 + 0.4 × 90 = 84.
  'branch-rating.mean_score': {
    '2025': { a: { village: [4320, 54], school: [540, 6] }, b: { village: [420, 6], school: [3400, 34] } },
  },
  'branch-rating.three_star_share': { '2025': { a: 0.8 } },
  'branch-rating.rated_share': { '2025': { a: [54, 60] } },
  'branch-rating.review_agreement': { '2025Q4': { a: 0.85 } },
  'talent-intake.retention': { '2025Q4': { a: 0.95 } },
  // The quarter's own. Nobody had a look-back or anything to make up.
  'rectification.closed_on_time': now({ a: [7, 9] }),
  'rectification.conversion': now({ a: 0.5 }),
  'rectification.problems_solved': now({ a: 0.75 }),
  'rectification.look_back': now({ a: 'na' }),
  'rectification.make_up': now({ a: 'na' }),
  'rectification.relapse': now({ a: 0.04 }),
  'rectification.four_in_place': now({ a: 1 }),
  'talent-intake.attainment': now({ a: 0.27 }),
  'talent-intake.class_weighted': now({ a: 1.2, b: 1.6, c: 0.4, e: 9 }),
  'talent-intake.arrival': now({ a: 0.5 }),
} as const;

test('the example scheme gives what working it by hand gives', () => {
  const { scheme } = readScheme(readFileSync('data/schemes/example.json', 'utf8'), MEASURES);
  const groups = { a: 'one', b: 'one', c: 'one', d: 'one', e: 'two' };
  const book = scoreAll(scheme!, measures(table), roster(groups), [p(Q)], MEASURES);
  const points = Object.fromEntries(book.nodes.map((n) => [n.id || 'total', book.at(p(Q)).points(n.index)[0]]));
  expect(points).toEqual({
    // 6.171428… + 2 + 5.4 + 6
    'mean-score': 6.17, // 9 × (84 − 60)/(95 − 60)
    'three-star': 2, // 3 × (0.8 − 0.5)/(0.95 − 0.5)
    rated: 5.4, // 6 × 54/60
    review: 6, // 12 × (0.85 − 0.7)/(1 − 0.7)
    rating: 19.57,
    // 24 of 33 marks present: each × 33/24 = 1.375; (7 + 1.5 + 4.5 + 1.8 + 3) × 1.375 = 24.475
    'closed-on-time': 9.63, // 9 × 7/9 = 7
    conversion: 2.06, // 3 × 0.5 = 1.5
    'problems-solved': 6.19, // 6 × 0.75 = 4.5
    'look-back': NaN,
    'make-up': NaN,
    relapse: 2.48, // 3 × (0.1 − 0.04)/0.1 = 1.8
    'four-in-place': 4.13, // 3
    rectification: 24.48,
    grassroots: 44.05, // 19.571428… + 24.475
    attainment: 8.64, // 16 × 0.27/0.5
    'class-weighted': 6.75, // 9 × 1.2/1.6, the best of the group
    arrival: 3, // 6 × 0.5
    retention: 6, // 6 × (0.95 − 0.6)/(0.95 − 0.6)
    talent: 24.39,
    total: 68.44, // 68.436428…
  });
  expect(book.at(p(Q)).grades[0]).toBe('poor');
  // Published sections 24.48 and 19.57 make 44.05; published leaves 9.63 + 2.06 + 6.19 + 2.48 + 4.13 make 24.49.
  const gap = explain(book, p(Q), id('a'), book.nodeIndex('rectification')).args.at(-1);
  expect(gap).toMatchObject({ op: 'roundingGap', value: -0.01 });
});
