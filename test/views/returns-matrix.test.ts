/** The matrix of returns: what a filter leaves, and what each county's reporting adds up to. */
import { describe, expect, it } from 'vitest';
import type { CalendarDate, Period } from '../../src/model/period';
import type { Return, ReturnState } from '../../src/model/returns';
import type { UnitId } from '../../src/model/unit';
import { matrixOf, qualityOf } from '../../src/views/data/returns-matrix';

const one = (ledger: string, unit: string, state: ReturnState, more: Partial<Return> = {}): Return => ({
  unit: unit as UnitId,
  ledger,
  period: '2026Q3' as Period,
  deadline: '2026-10-10' as CalendarDate,
  received: null,
  state,
  days: 0,
  returned: 0,
  reason: null,
  rejected: 0,
  warnings: 0,
  versions: 1,
  ...more,
});
const ALL = [
  one('x', 'a', 'onTime', { returned: 2, versions: 3 }),
  one('x', 'b', 'late', { days: 4, rejected: 1 }),
  one('y', 'a', 'undated'),
  one('y', 'b', 'missing', { days: 9, versions: 0 }),
  one('z', 'a', 'awaited', { versions: 0 }),
];
const none = { unit: null, ledger: null, owing: false };
const shape = (m: ReturnType<typeof matrixOf>) => [
  m.units,
  m.rows.map((r) => [r.ledger, ...r.cells.map((c) => c?.state ?? null)]),
];

describe('matrixOf', () => {
  it('has a row for every ledger and a cell for every unit, empty where it is not asked for', () => {
    expect(shape(matrixOf(ALL, none))).toEqual([
      ['a', 'b'],
      [
        ['x', 'onTime', 'late'],
        ['y', 'undated', 'missing'],
        ['z', 'awaited', null],
      ],
    ]);
  });
  it('keeps one unit, one ledger, or what is owed', () => {
    expect(shape(matrixOf(ALL, { ...none, unit: 'b' as UnitId }))).toEqual([
      ['b'],
      [
        ['x', 'late'],
        ['y', 'missing'],
      ],
    ]);
    expect(shape(matrixOf(ALL, { ...none, ledger: 'z' }))).toEqual([['a'], [['z', 'awaited']]]);
    expect(shape(matrixOf(ALL, { ...none, owing: true }))).toEqual([['b'], [['y', 'missing']]]);
    expect(matrixOf(ALL, { unit: 'a' as UnitId, ledger: null, owing: true })).toEqual({ units: [], rows: [] });
  });
});

describe('qualityOf', () => {
  it('counts in time against what counts: not what is awaited or of no known day', () => {
    const [a, b] = qualityOf(ALL);
    expect(a).toMatchObject({ unit: 'a', due: 3, onTime: 1, late: 0, missing: 0, share: 1, returned: 2, corrections: 2 });
    expect(b).toMatchObject({
      unit: 'b',
      due: 2,
      onTime: 0,
      late: 1,
      missing: 1,
      share: 0,
      lateDays: 4,
      rejected: 1,
      corrections: 0,
    });
  });
  it('has no share where nothing counts yet', () => {
    expect(qualityOf([one('z', 'a', 'awaited')])[0]?.share).toBeNull();
  });
});
