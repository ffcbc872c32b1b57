/** Returns: three counties asked for a quarterly, a half-yearly and a yearly table. */
import { describe, expect, test } from 'vitest';
import type { Frequency, LedgerDef } from '../../src/model/ledger';
import type { CalendarDate, Period } from '../../src/model/period';
import type { Return } from '../../src/model/returns';
import { Roster } from '../../src/model/roster';
import type { UnitId } from '../../src/model/unit';
import { ledgersNamed, Returns, type ReturnsParts } from '../../src/pipeline/returns';
import { reportingEntries, reportingRows } from '../../src/pipeline/reporting';
import type { ReceiptRow, SentTable } from '../../src/pipeline/return-facts';
import { draftedRoster } from '../../src/pipeline/roster';
import type { Scheme } from '../../src/scheme';
import type { Entry, EntryBody } from '../../src/workspace/journal';

const text = (zh: string) => ({ zh, en: zh });
const day = (d: string) => d as CalendarDate;
const per = (p: string) => p as Period;
const [A, B, C] = ['a', 'b', 'c'] as unknown as [UnitId, UnitId, UnitId];
const roster = draftedRoster([
  { id: A, name: '甲县' },
  { id: B, name: '乙县' },
  { id: C, name: '丙县' },
]);

const ledger = (id: string, frequency: Frequency, more: Partial<LedgerDef> = {}): LedgerDef => ({
  id,
  name: text(id),
  frequency,
  rowPer: 'unit',
  columns: [
    { id: 'county', name: text('县'), type: 'unit', required: true },
    { id: 'due', name: text('应'), type: 'integer' },
    { id: 'done', name: text('已'), type: 'integer' },
    { id: 'note', name: text('备注'), type: 'text' },
  ],
  key: ['county'],
  deadlineDays: 10,
  example: {},
  checks: [],
  measures: [],
  ...more,
});
const LEDGERS = [
  ledger('quarterly', 'Q'),
  ledger('half-yearly', 'H', { deadlineDays: 15 }),
  ledger('yearly', 'Y', { dueQuarters: [1], deadlineDays: 20 }),
  ledger('indicators', 'any'),
  ledger('given', 'Q', { given: true }),
];
const leaf = (measure: string) => ({ id: 'x', title: 'x', points: 1, due: 'Q', rule: { type: 'asGiven' }, measure });
const scheme = {
  level: 'county',
  children: [{ children: [leaf('quarterly.x'), leaf('reporting.on_time')] }],
} as unknown as Scheme;

let seq = 0;
/** A table of some counties, received on a day. */
const sent = (id: string, period: string, units: string, received: string | null, more: Partial<SentTable> = {}): SentTable => ({
  seq: ++seq,
  ledger: id,
  file: `${id}-${seq}.csv`,
  received: received === null ? null : day(received),
  claims: [...units].map((u) => ({ unit: u as UnitId, period: per(period), inForce: true })),
  quality: new Map(),
  ...more,
});
const step = (body: EntryBody): Entry => ({ ...body, v: 1, seq: ++seq, at: '' });
const back = (id: string, unit: UnitId, period: string, on: string, reason = '缺数据') =>
  step({ kind: 'table.returned', ledger: id, unit, period: per(period), day: day(on), reason });

const view = (parts: Partial<ReturnsParts>) =>
  new Returns({ roster, ledgers: LEDGERS, scheme, tables: [], steps: [], receipts: [], quarters: [], ...parts });
const at = (parts: Partial<ReturnsParts>, period: string, today = '2026-10-20') =>
  view(parts).at(per(period), day(today)).returns;
const brief = (list: readonly Return[]) => list.map((r) => [r.unit, r.state, r.days]);

describe('what is asked', () => {
  test('the ledgers the scheme names and those somebody sent, at the quarters they are due, of every county', () => {
    const tables = [sent('half-yearly', '2026H1', 'a', null), sent('indicators', '2026Q2', 'a', null), sent('given', '2026Q2', 'a', null)]; // prettier-ignore
    const asked = (p: string) => view({ tables }).at(per(p), day('2026-07-01')).asked;
    expect(asked('2026Q2')).toEqual({ ledgers: ['quarterly', 'half-yearly'], tables: 6, figures: 12 });
    expect(asked('2026Q3')).toEqual({ ledgers: ['quarterly'], tables: 3, figures: 6 });
    expect(asked('2026H1')).toEqual(asked('2026Q2'));
    expect(view({ scheme: null }).at(per('2026Q3'), day('2026-07-01')).asked.tables).toBe(0);
  });

  test('every measure a scheme names counts, wherever it stands', () => {
    const named = ledgersNamed({ children: [leaf('a.x'), { ...leaf('b.x'), adjustments: [{ measure: 'c.x' }] }], vetoes: [{ measure: 'd.x' }] }); // prettier-ignore
    expect([...named]).toEqual(['a', 'b', 'c', 'd']);
  });

  test('the day one table of many quarters came is the last quarter’s; of the earlier ones nobody knows it', () => {
    const claims = ['2025Q2', '2026Q3'].map((p) => ({ unit: A, period: per(p), inForce: true }));
    const tables = [sent('quarterly', '2026Q3', 'a', '2026-10-08', { claims })];
    const of = (p: string) => at({ tables }, p).find((r) => r.unit === A);
    expect(of('2026Q3')).toMatchObject({ state: 'onTime', received: '2026-10-08' });
    expect(of('2025Q2')).toMatchObject({ state: 'undated', received: null });
  });

  test('a table is asked for under its own period: a half-year’s, and a yearly one due in the first quarter of the year before', () => {
    const tables = [sent('half-yearly', '2026Q2', 'a', '2026-07-15'), sent('yearly', '2025', 'a', '2026-04-21')];
    const half = at({ tables }, '2026Q2').find((r) => r.ledger === 'half-yearly');
    expect(half).toMatchObject({ period: '2026H1', deadline: '2026-07-15', state: 'onTime' });
    const year = at({ tables }, '2026Q1').find((r) => r.ledger === 'yearly');
    expect(year).toMatchObject({ period: '2025', deadline: '2026-04-20', state: 'late', days: 1 });
    expect(at({ tables }, '2026Q4').map((r) => r.ledger)).not.toContain('yearly');
  });

  test('a yearly table of a year that ended before the record begins is owed by nobody, unless somebody sent it', () => {
    const named = { scheme: { level: 'county', children: [leaf('yearly.x')] } as unknown as Scheme };
    const asked = (quarters: string[], tables: SentTable[] = []) =>
      view({ ...named, tables, quarters: quarters.map(per) }).at(per('2026Q1'), day('2026-07-01')).asked.ledgers;
    expect(asked(['2026Q1', '2026Q2'])).toEqual([]);
    expect(asked(['2025Q4', '2026Q1'])).toEqual(['yearly']);
    expect(asked(['2026Q1'], [sent('yearly', '2025', 'a', null)])).toEqual(['yearly']);
  });

  test('a stated deadline holds in place of the declared one, the last statement before the others', () => {
    const steps = [5, 12].map((days) => step({ kind: 'deadline.stated', ledger: 'quarterly', days }));
    expect(view({ steps }).deadlines('quarterly')).toBe(12);
    expect(view({}).deadlines('quarterly')).toBe(10);
    expect(at({ steps }, '2026Q3')[0]?.deadline).toBe('2026-10-12');
  });
});

describe('when it came', () => {
  test('in time on the last day, late the day after, missing since, and awaited until then', () => {
    const tables = [sent('quarterly', '2026Q3', 'a', '2026-10-10'), sent('quarterly', '2026Q3', 'b', '2026-10-13')];
    expect(brief(at({ tables }, '2026Q3', '2026-10-20'))).toEqual([['a', 'onTime', 0], ['b', 'late', 3], ['c', 'missing', 10]]); // prettier-ignore
    expect(brief(at({ tables }, '2026Q3', '2026-10-10'))[2]).toEqual(['c', 'awaited', 0]);
  });

  test('of unknown day where nobody said; a nil report counts like any table', () => {
    const nil = sent('quarterly', '2026Q3', 'b', '2026-10-08');
    expect(brief(at({ tables: [sent('quarterly', '2026Q3', 'a', null), nil] }, '2026Q3')).slice(0, 2)).toEqual([
      ['a', 'undated', 0],
      ['b', 'onTime', 0],
    ]);
  });

  test('a correction makes nothing late, and both versions are counted', () => {
    const tables = [sent('quarterly', '2026Q3', 'a', '2026-10-09'), sent('quarterly', '2026Q3', 'abc', '2026-11-01')];
    expect(at({ tables }, '2026Q3')[0]).toMatchObject({ state: 'onTime', received: '2026-10-09', versions: 2, returned: 0 });
  });

  test('what was sent back is owed until it comes again, and counts by the day it came again', () => {
    const first = sent('quarterly', '2026Q3', 'a', '2026-10-05');
    const steps = [back('quarterly', A, '2026Q3', '2026-10-07')];
    expect(at({ tables: [first], steps }, '2026Q3')[0]).toMatchObject({
      state: 'missing', days: 10, received: null, returned: 1, reason: '缺数据', versions: 1,
    }); // prettier-ignore
    const again = sent('quarterly', '2026Q3', 'a', '2026-10-12');
    expect(at({ tables: [first, again], steps }, '2026Q3')[0]).toMatchObject({ state: 'late', days: 2, versions: 2 });
  });

  test('the day the user states stands before the receipts, and these before the day it was taken in', () => {
    const tables = [sent('quarterly', '2026Q3', 'abc', '2026-10-20')];
    const receipt = (unit: UnitId, received: string): ReceiptRow => ({ ledger: 'quarterly', unit, period: per('2026Q3'), received: day(received), returned: 2, reason: '口径' }); // prettier-ignore
    const receipts = [receipt(A, '2026-10-11'), receipt(B, '2026-10-11')];
    const stated = (on: string | null) =>
      step({ kind: 'receipt.stated', ledger: 'quarterly', unit: A, period: per('2026Q3'), day: on === null ? null : day(on) });
    expect(brief(at({ tables, receipts, steps: [stated('2026-10-09')] }, '2026Q3'))).toEqual([['a', 'onTime', 0], ['b', 'late', 1], ['c', 'late', 10]]); // prettier-ignore
    expect(at({ tables, receipts }, '2026Q3')[1]).toMatchObject({ returned: 2, reason: '口径' });
    expect(at({ tables, receipts, steps: [stated('2026-10-09'), stated(null)] }, '2026Q3')[0]).toMatchObject({ state: 'undated', received: null }); // prettier-ignore
    // a receipt without a table: it came on paper
    expect(brief(at({ receipts }, '2026Q3'))[0]).toEqual(['a', 'late', 1]);
  });

  test('rows rejected and warnings are those of the tables in force', () => {
    const quality = new Map([[A, { rejected: 2, warnings: 1 }]]);
    const old = sent('quarterly', '2026Q3', 'a', null, { quality });
    const outdated = { ...old, claims: old.claims.map((c) => ({ ...c, inForce: false })) };
    const tables = [outdated, sent('quarterly', '2026Q3', 'ab', null, { quality })];
    expect(at({ tables }, '2026Q3').map((r) => [r.rejected, r.warnings, r.versions])).toEqual([[2, 1, 2], [0, 0, 1], [0, 0, 0]]); // prettier-ignore
  });

  test('a county that did not exist yet is asked for nothing', () => {
    const [unit] = roster.units;
    if (!unit) throw new Error('no unit');
    const young = new Roster([{ ...unit, from: day('2026-10-01') }, ...roster.units.slice(1)]);
    expect(new Set(at({ roster: young }, '2026Q3').map((r) => r.unit))).toEqual(new Set([B, C]));
  });
});

describe('按时报送', () => {
  const Q2 = per('2026Q2');
  const Q3 = per('2026Q3');
  const cell = (parts: Partial<ReturnsParts>, unit: UnitId, period = Q3, quarters = [Q2, Q3], measure = 'on_time') => {
    const entry = reportingEntries(view({ quarters, ...parts })).find((e) => e.measure === `reporting.${measure}` && e.unit === unit && e.period === period); // prettier-ignore
    return entry && [entry.value, entry.numerator, entry.denominator, entry.status];
  };
  const half = [sent('half-yearly', '2026H1', 'abc', null)];

  test('is what came by its deadline over what was due', () => {
    const tables = [sent('quarterly', '2026Q2', 'ab', '2026-07-10'), sent('half-yearly', '2026H1', 'a', '2026-07-16')];
    expect(cell({ tables }, A, Q2)).toEqual([0.5, 1, 2, 'ok']);
    expect(cell({ tables }, B, Q2)).toEqual([0.5, 1, 2, 'ok']);
    expect(cell({ tables }, C, Q2)).toEqual([0, 0, 2, 'ok']);
  });

  test('is not applicable, and never zero, where no day is known', () => {
    const tables = [...half, sent('quarterly', '2026Q2', 'ab', null)];
    for (const unit of [A, B, C]) expect(cell({ tables }, unit, Q2)).toEqual([null, 0, 0, 'na']);
  });

  test('tables of unknown day are left out of both', () => {
    const tables = [...half, sent('quarterly', '2026Q2', 'abc', '2026-07-10')];
    expect(cell({ tables }, A, Q2)).toEqual([1, 1, 1, 'ok']);
  });

  test('depends on the record and on no clock: what is not there is missed once something came on its deadline or later', () => {
    const early = [sent('quarterly', '2026Q3', 'a', '2026-10-08')];
    expect(cell({ tables: early }, C)).toEqual([null, 0, 0, 'na']);
    expect(cell({ tables: [...early, sent('quarterly', '2026Q3', 'b', '2026-10-10')] }, C)).toEqual([0, 0, 1, 'ok']);
    // and once a later quarter is in the record
    expect(cell({ tables: early }, C, Q3, [Q3, per('2026Q4')])).toEqual([0, 0, 1, 'ok']);
  });

  test('how often tables were sent back is counted', () => {
    const steps = [back('quarterly', A, '2026Q3', '2026-10-07'), back('quarterly', A, '2026Q3', '2026-10-09')];
    expect(cell({ steps }, A, Q3, [Q3], 'returned')).toEqual([2, 2, null, 'ok']);
    expect(cell({ steps }, B, Q3, [Q3], 'returned')).toEqual([0, 0, null, 'ok']);
  });

  test('is shown down to each table asked for, whose parts add up to the figure', () => {
    const tables = [sent('quarterly', '2026Q2', 'a', '2026-07-10'), sent('half-yearly', '2026H1', 'a', '2026-07-16')];
    const rows = (side: 'value' | 'numerator' | 'denominator', measure = 'reporting.on_time') =>
      reportingRows(view({ tables, quarters: [Q2, Q3] }), { measure, unit: A, period: Q2, side }, (id) => LEDGERS.find((l) => l.id === id) ?? ledger(id, 'Q')); // prettier-ignore
    expect(rows('denominator').map((r) => r.contribution)).toEqual([1, 1]);
    expect(rows('value').map((r) => r.contribution)).toEqual([1, 0]);
    expect(rows('numerator').map((r) => [r.file, r.row, r.contribution])).toEqual([[tables[0]?.file, 1, 1]]);
    expect(rows('value')[1]?.cells.map((c) => [c.column, c.text])).toEqual([
      ['ledger', 'half-yearly'],
      ['period', '2026H1'],
      ['deadline', '2026-07-15'],
      ['received', '2026-07-16'],
      ['state', '迟报'],
      ['returned', '0'],
    ]);
    expect(rows('value', 'reporting.returned')).toEqual([]);
  });
});
