/** The rows behind a number that another unit holds: the best, the least or greatest. */
import { expect, test } from 'vitest';
import type { Reason } from '../../src/model/reason';
import type { Leaf } from '../../src/scheme';
import { scoreAll } from '../../src/score';
import { explain } from '../../src/score/explain';
import { id, leaf, measures, p, roster, scheme, type Table } from './city';

const city = roster({ a: null, b: null });
/** The reason of unit a's leaf in a period: its rule's step. */
function told(table: Table, period: string, more: Partial<Leaf>): Reason | undefined {
  const book = scoreAll(scheme([leaf('x', 100, more)]), measures(table), city, [p('2026Q2'), p('2026Q3')]);
  const rule = (r: Reason): Reason => (r.op === 'leaf' || r.op === 'rounding' || r.op === 'carried' ? rule(r.args[0]!) : r);
  return rule(explain(book, p(period), id('a'), 1));
}
const find = (r: Reason | undefined, op: Reason['op']): Reason | undefined =>
  r === undefined || r.op === op ? r : r.args.map((x) => find(x, op)).find((x) => x !== undefined);

const halves: Table = { 'm.x': { '2026H1': { a: 2, b: 4 } } };
const posts = { type: 'goalposts', lo: 0, hi: { is: 'max', among: 'city', over: 'all' } } as const;

test.each([
  ['the best', 'best', { type: 'ratioToBest', among: 'city' }],
  ['the best at a distance', 'best', { type: 'distanceToBest', among: 'city' }],
  ['the greatest', 'extreme', posts],
] as const)('%s of a half-year’s table has its rows in the half-year', (_, op, rule) =>
  expect(find(told(halves, '2026Q2', { rule, due: 'H' }), op)).toMatchObject({
    value: 4,
    rows: { measure: 'm.x', unit: 'b', period: '2026H1', side: 'value' },
  }),
);

test('also where it is carried into the next quarter', () =>
  expect(find(told(halves, '2026Q3', { rule: posts, due: 'H', carry: true }), 'extreme')?.rows?.period).toBe('2026H1'));

test('of a figure made of several measures it has its parts below it, each with its own rows: b has 6 of 8, the best', () => {
  const table: Table = { 'm.part': { '2026Q2': { a: 1, b: 6 } }, 'm.whole': { '2026H1': { a: 4, b: 8 } } };
  const rule: Leaf['rule'] = { type: 'ratioToBest', among: 'city' };
  const best = find(told(table, '2026Q2', { measure: { ratio: ['m.part', 'm.whole'] }, rule }), 'best');
  expect(best).toMatchObject({ value: 0.75, params: { unit: 'b' } });
  expect(best?.rows).toBeUndefined();
  expect(best?.args).toMatchObject([
    { op: 'measure', value: 6, rows: { measure: 'm.part', unit: 'b', period: '2026Q2' } },
    { op: 'measure', value: 8, rows: { measure: 'm.whole', unit: 'b', period: '2026H1' } },
  ]);
});
