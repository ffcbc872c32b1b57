/** The pure parts of the screens that check a period: the order of objections, sizes of samples, what was drawn, what came back. */
import { describe, expect, test } from 'vitest';
import { scoreAll } from '../../src/score';
import type { Objection, Outcome } from '../../src/model/review';
import type { CalendarDate } from '../../src/model/period';
import { agreementOf, listsBack, Reply, seedOf, tablesAt } from '../../src/state/review.svelte';
import { allocationOf } from '../../src/views/review/allocation';
import { inOrder } from '../../src/views/review/objections';
import { sizeOf, SIZES, START } from '../../src/views/review/sample-size';
import type { Entry, EntryBody } from '../../src/workspace/journal';
import { id, leaf, measures, p, roster, scheme } from '../score/city';

const Q3 = p('2026Q3');
const [a, b] = [id('a'), id('b')];

const objection = (n: number, unit: typeof a, node: string, outcome?: Outcome): Objection => ({
  id: n,
  at: '2026-10-20T01:00:00.000Z',
  period: Q3,
  unit,
  node,
  text: `第 ${n} 条`,
  evidence: '',
  via: 'typed',
  file: null,
  decision: outcome
    ? { seq: n + 100, at: '2026-10-21T01:00:00.000Z', outcome, reason: '已核', day: '2026-10-21' as CalendarDate }
    : null,
});

describe('objections are worked off in an order', () => {
  const all = [
    objection(1, a, 'y', 'accepted'),
    objection(2, b, 'x'),
    objection(3, a, 'gone'),
    objection(4, a, 'y'),
    objection(5, a, 'x'),
    objection(6, a, 'x'),
  ];
  const order = (filter: Parameters<typeof inOrder>[3]): number[] => inOrder(all, [a, b], ['x', 'y'], filter).map((o) => o.id);

  test('open ones first, then by county, by indicator (one the scheme has no more comes last) and by when they came', () => {
    expect(order({ unit: null, onlyOpen: false })).toEqual([5, 6, 4, 3, 2, 1]);
    expect(all.map((o) => o.id)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('of one county, or only what is open', () => {
    expect(order({ unit: b, onlyOpen: false })).toEqual([2]);
    expect(order({ unit: a, onlyOpen: true })).toEqual([5, 6, 4, 3]);
  });
});

describe('the size of a sample', () => {
  test('what is proposed is a size of each kind; a percentage becomes a share: 5% is 0.05', () => {
    for (const kind of SIZES) expect(sizeOf(kind, START[kind])).not.toBeNull();
    expect(sizeOf('n', 0)).toEqual({ n: 0 });
    expect(sizeOf('share', 5)).toEqual({ share: 0.05 });
    expect(sizeOf('share', 100)).toEqual({ share: 1 });
    expect(sizeOf('each', 2)).toEqual({ each: 2 });
  });

  test('nothing, less than nothing, a part of a branch and more than all are no sizes', () => {
    for (const kind of SIZES) for (const x of [null, NaN, -1, Infinity]) expect(sizeOf(kind, x)).toBeNull();
    expect([sizeOf('n', 1.5), sizeOf('each', 0.5), sizeOf('share', 100.1)]).toEqual([null, null, null]);
  });

  test('the seed is the digits of the period', () => {
    expect([Q3, p('2026H1'), p('2026')].map(seedOf)).toEqual([20263, 20261, 2026]);
  });
});

test('the table of what was drawn: counties by sectors as listed, no such stratum is blank, sums go both ways', () => {
  const strata = [
    { unit: a, sector: 'rural', of: 10, taken: 2 },
    { unit: a, sector: '', of: 3, taken: 1 },
    { unit: b, sector: 'rural', of: 4, taken: 1 },
    { unit: b, sector: 'school', of: 5, taken: 0 },
  ];
  const table = allocationOf(strata, ['school', 'rural', 'office']);
  expect(table.sectors).toEqual(['school', 'rural', '']);
  expect(table.rows.map((r) => [r.unit, r.cells.map((c) => c && [c.taken, c.of]), r.sum])).toEqual([
    [a, [null, [2, 10], [1, 3]], { of: 13, taken: 3 }],
    [b, [[0, 5], [1, 4], null], { of: 9, taken: 1 }],
  ]);
  expect(table.sums).toEqual([
    { of: 5, taken: 0 },
    { of: 14, taken: 3 },
    { of: 3, taken: 1 },
  ]);
  expect(table.all).toEqual({ of: 22, taken: 4 });
});

describe('what came back', () => {
  const MEASURE = 'branch-rating.review_agreement';
  const book = (period: string) =>
    scoreAll(
      scheme([leaf('x', 100)]),
      measures({
        'm.x': { [Q3]: { a: 1, b: 1 }, [p('2026Q4')]: { a: 1, b: 1 } },
        [MEASURE]: { [p(period)]: { a: [3, 4], b: [5, 6] } },
      }),
      roster({ a: null, b: null }),
      [Q3, p('2026Q4')],
    );

  test('agreement over the city: (3 + 5) of (4 + 6) branches', () => {
    expect(agreementOf(book('2026Q3'), Q3)).toEqual({ reviewed: 10, agreed: 8 });
  });

  test('a yearly table speaks of the quarter it ends in, and of no other', () => {
    expect(agreementOf(book('2026'), p('2026Q4'))).toEqual({ reviewed: 10, agreed: 8 });
    expect(agreementOf(book('2026'), Q3)).toBeNull();
  });

  const entry = (seq: number, body: EntryBody): Entry => ({ v: 1, seq, at: '2026-10-22T01:00:00.000Z', ...body });
  const cell = (row: number) => ({ row, column: 9, text: '是' });
  const recorded = (seq: number, file: string, rows: readonly number[], period = Q3): Entry =>
    entry(seq, { kind: 'review.recorded', table: 7, period, file, cells: rows.map(cell), columns: [], notes: [] });

  test('lists are counted by file and branches by row, each once, of the period only', () => {
    const steps = [recorded(8, '甲.xlsx', [2, 3]), recorded(9, '乙.xlsx', [3, 4]), recorded(10, '丙.xlsx', [5], p('2026Q2'))];
    expect(listsBack(steps, Q3)).toEqual({ files: 2, branches: 3 });
    expect(listsBack([], Q3)).toEqual({ files: 0, branches: 0 });
  });

  test('a step of checking leaves the rows as they are, a review that came back does not', () => {
    const first = [recorded(8, '甲.xlsx', [2])];
    const stated = entry(9, { kind: 'period.stated', period: Q3, state: 'checking' });
    expect(tablesAt([...first, stated])).toBe(tablesAt(first));
    expect(tablesAt([...first, recorded(9, '乙.xlsx', [3])])).not.toBe(tablesAt(first));
    expect(tablesAt([])).not.toBe(tablesAt(first));
  });
});

describe('a reply', () => {
  test('is that to the last question, whichever comes first; one that fails is told', async () => {
    const reply = new Reply<number>();
    let late: (x: number) => void = () => undefined;
    reply.ask('first', () => new Promise<number>((resolve) => (late = resolve)));
    reply.ask('second', () => Promise.resolve(2));
    await Promise.resolve();
    expect([reply.value, reply.about]).toEqual([2, 'second']);
    late(1);
    await Promise.resolve();
    await Promise.resolve();
    expect([reply.value, reply.about]).toEqual([2, 'second']);
    reply.ask('third', () => Promise.reject(new Error('no')));
    await Promise.resolve();
    await Promise.resolve();
    expect([reply.value, reply.about, reply.failed]).toEqual([null, 'third', true]);
    reply.forget();
    expect([reply.about, reply.failed]).toEqual([null, false]);
  });
});
