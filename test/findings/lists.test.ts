/** Rectification and issues as lists, a measure as a column, and how values are spread: worked by hand. */
import { describe, expect, test } from 'vitest';
import { columnOf } from '../../src/findings/column';
import { openIssues } from '../../src/findings/issues';
import { byUrgency, organisationsOf, stageCounts } from '../../src/findings/rectification';
import { peerValues, spreadOf } from '../../src/findings/spread';
import type { LedgerRow } from '../../src/model/ledger-row';
import type { CalendarDate } from '../../src/model/period';
import { id, leaf, measures, p, roster, scheme } from '../score/city';
import { scoreAll } from '../../src/score';

const day = (text: string): CalendarDate => text as CalendarDate;
const row = (n: number, cells: LedgerRow['cells']): LedgerRow => ({ table: 1, row: n, unit: id('a'), cells });

describe('organisationsOf()', () => {
  const rows = [
    row(1, { organisation: '一', deadline: '2026-09-20', closed: false }),
    row(2, { organisation: '二', deadline: '2026-10-08', closed: false }),
    row(3, { organisation: '三', deadline: null, closed: null }),
    row(4, { organisation: '四', deadline: '2026-06-30', closed: true, closed_on: '2026-06-01' }),
    row(5, { organisation: '五', closed: true, closed_on: '2026-01-05', look_back_on: '2026-07-06' }),
    row(6, {
      organisation: '六',
      closed: true,
      closed_on: '2026-01-05',
      look_back_on: '2026-07-06',
      look_back_result: 'relapsed',
    }),
    row(7, { organisation: '七', deadline: '2026-09-30', closed: false }),
    row(8, { organisation: '八', deadline: '2026-03-31', closed: false }),
  ];
  const all = organisationsOf(rows, day('2026-09-30'));

  test('says how each stands on the last day: ten days overdue, eight days left, without deadline, closed, looked back at, relapsed, due today', () => {
    expect(all.map((o) => [o.name, o.state, o.days])).toEqual([
      ['一', 'overdue', 10],
      ['二', 'open', 8],
      ['三', 'noDeadline', null],
      ['四', 'closed', null],
      ['五', 'lookedBack', null],
      ['六', 'relapsed', null],
      ['七', 'open', 0],
      ['八', 'overdue', 183],
    ]);
  });

  test('puts the longest overdue first and what is closed last', () => {
    expect(
      byUrgency(all)
        .map((o) => o.name)
        .join(''),
    ).toBe('八一七二三六四五');
  });

  test('counts who reached each stage: three closed, two of them looked back at, neither found lasting', () => {
    expect(stageCounts(all)).toEqual({ identified: 8, closed: 3, lookedBack: 2, consolidated: 0 });
    const lasting = { closed: true, look_back_on: '2026-07-06', look_back_result: 'consolidated' };
    expect(stageCounts(organisationsOf([row(1, lasting), row(2, { ...lasting, closed: false })], day('2026-09-30')))).toEqual({
      ...{ identified: 2, closed: 1, lookedBack: 1, consolidated: 1 },
    });
  });
});

test('openIssues() leaves out the closed, has the longest overdue first and those without a deadline last', () => {
  const rows = [
    row(1, { issue: '近', deadline: '2026-11-25', closed: false }),
    row(2, { issue: '销', deadline: '2026-01-01', closed: true }),
    row(3, { issue: '逾', deadline: '2026-09-01', closed: false }),
    row(4, { issue: '无', closed: false }),
  ];
  expect(openIssues(rows, day('2026-09-30')).map((i) => [i.issue, i.overdue])).toEqual([
    ['逾', 29],
    ['近', 0],
    ['无', 0],
  ]);
});

describe('columnOf()', () => {
  const m = measures({
    'm.x': { '2026Q1': { a: 0.5, b: 0.4, c: 0.5 }, '2025Q2': { a: 0.2 }, '2026Q2': { a: 0.6, b: 0.6, c: 0.1, d: 'na' } },
  });
  const units = ['a', 'b', 'c', 'd', 'e'].map(id);

  test('ranks by what is better, ties equal, and none where there is no value', () => {
    expect(columnOf(m, 'm.x', p('2026Q2'), units, 'higher').map((c) => [c.rank, c.tied])).toEqual([
      [1, true],
      [1, true],
      [3, false],
      [null, false],
      [null, false],
    ]);
    expect(columnOf(m, 'm.x', p('2026Q2'), units, 'lower').map((c) => c.rank)).toEqual([2, 2, 1, null, null]);
    expect(columnOf(m, 'm.x', p('2026Q2'), units, 'neither').map((c) => c.rank)).toEqual([null, null, null, null, null]);
  });

  test('has the values of the period before and of the year before beside it', () => {
    const [a] = columnOf(m, 'm.x', p('2026Q2'), units, 'higher');
    expect([a?.before, a?.yearBefore]).toEqual([0.5, 0.2]);
  });

  test('tells not applicable from not reported', () => {
    expect(columnOf(m, 'm.x', p('2026Q2'), units, 'higher').map((c) => c.cell?.status)).toEqual([
      'ok',
      'ok',
      'ok',
      'na',
      undefined,
    ]);
  });
});

describe('spreadOf()', () => {
  test('has quartiles as spreadsheets reckon them: of 1, 2, 3, 4 they are 1.75 and 3.25', () => {
    expect(spreadOf([4, 1, 3, 2])).toEqual({ min: 1, q1: 1.75, mean: 2.5, q3: 3.25, max: 4, of: 4 });
  });
  test('is null for nothing, and one value is all of it', () => {
    expect(spreadOf([NaN])).toBeNull();
    expect(spreadOf([7])).toEqual({ min: 7, q1: 7, mean: 7, q3: 7, max: 7, of: 1 });
  });
  test('peerValues() leaves out who has none', () => {
    const groups = { a: null, b: null, c: null };
    const book = scoreAll(scheme([leaf('x', 100)]), measures({ 'm.x': { '2026Q1': { a: 0.5, b: null } } }), roster(groups));
    expect(peerValues(book, p('2026Q1'), 1, [id('a'), id('b'), id('c')])).toEqual([0.5]);
  });
});
