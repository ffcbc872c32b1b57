/** What the journal says of the checking of periods, replayed. */
import { describe, expect, test } from 'vitest';
import type { Reading } from '../../src/model/table';
import type { CalendarDate, Period } from '../../src/model/period';
import { moveFault, objectionsAt, openAt, PERIOD_STATES, sealOn, standingOf } from '../../src/model/review';
import type { UnitId } from '../../src/model/unit';
import type { Entry, EntryBody } from '../../src/workspace/journal';
import { replay } from '../../src/workspace/replay';

const Q3 = '2026Q3' as Period;
const A = 'A1' as UnitId;
const journal = (...bodies: EntryBody[]): Entry[] =>
  bodies.map((b, i) => ({ ...b, v: 1, seq: i + 1, at: `2026-10-0${i + 1}T00:00:00Z` }));
const reviews = (...bodies: EntryBody[]) => replay(journal(...bodies)).reviews;
const stated = (state: 'draft' | 'checking' | 'approved', reason?: string): EntryBody => ({
  kind: 'period.stated',
  period: Q3,
  state,
  ...(reason ? { reason } : {}),
});
const sealed: EntryBody = { kind: 'period.sealed', period: Q3, seal: '{}', hash: 'h', open: 1, missing: 2 };
const raised = (text: string, more: { replaces?: number } = {}): EntryBody => ({
  ...{ kind: 'objection.raised', period: Q3, unit: A, node: 'a', text, evidence: '', via: 'sheet', file: '核对单.xlsx' },
  ...more,
});
const decided = (objection: number, reason: string): EntryBody => ({
  ...{ kind: 'objection.decided', objection, outcome: 'accepted', reason },
  day: '2026-10-09' as CalendarDate,
});
const undone = (entry: number): EntryBody => ({ kind: 'undone', entry });

describe('moveFault()', () => {
  test('lets a period go one step on, or back with a reason, and out of 封存 not at all', () => {
    const allowed = (reason: string) =>
      PERIOD_STATES.flatMap((from) => PERIOD_STATES.flatMap((to) => (moveFault(from, to, reason) ? [] : [`${from} ${to}`])));
    expect(allowed('')).toEqual(['draft checking', 'checking approved', 'approved sealed']);
    expect(allowed('why')).toEqual([
      'draft checking',
      'checking draft',
      'checking approved',
      'approved draft',
      'approved checking',
      'approved sealed',
    ]);
  });
});

describe('states', () => {
  test('a period of which nothing was said is a draft', () => {
    expect(standingOf(reviews(), Q3)).toEqual({ state: 'draft', since: null, moves: [] });
  });

  test('the last move holds, with the day since when and the way there', () => {
    expect(standingOf(reviews(stated('checking'), stated('approved'), stated('checking', '补报')), Q3)).toEqual({
      state: 'checking',
      since: '2026-10-03T00:00:00Z',
      moves: [
        { seq: 1, at: '2026-10-01T00:00:00Z', from: 'draft', to: 'checking', reason: null },
        { seq: 2, at: '2026-10-02T00:00:00Z', from: 'checking', to: 'approved', reason: null },
        { seq: 3, at: '2026-10-03T00:00:00Z', from: 'approved', to: 'checking', reason: '补报' },
      ],
    });
  });

  test('a seal holds until the period is opened again, and stays in the record; undoing it leaves the period approved', () => {
    const steps = [stated('checking'), stated('approved'), sealed];
    expect(sealOn(reviews(...steps), Q3)).toMatchObject({ seq: 3, hash: 'h', open: 1, missing: 2 });
    const opened = reviews(...steps, stated('checking', '更正'));
    expect([sealOn(opened, Q3), opened.seals.get(Q3)?.length]).toEqual([null, 1]);
    const back = reviews(...steps, undone(3));
    expect([standingOf(back, Q3).state, back.seals.size]).toEqual(['approved', 0]);
  });
});

describe('objections', () => {
  test('are open until decided; decided again, the last decision holds, and undoing it brings the one before', () => {
    expect(openAt(reviews(raised('甲')), Q3).map((o) => o.id)).toEqual([1]);
    const steps = [raised('甲'), decided(1, '先'), decided(1, '后')];
    const reason = (...more: EntryBody[]) => objectionsAt(reviews(...steps, ...more), Q3, A, 'a')[0]?.decision?.reason;
    expect([reason(), reason(undone(3)), reason(undone(3), undone(2))]).toEqual(['后', '先', undefined]);
  });

  test('one that stands in another’s place hides it, until that is undone', () => {
    const texts = (...more: EntryBody[]) =>
      reviews(raised('甲'), raised('乙', { replaces: 1 }), ...more).objections.map((o) => o.text);
    expect([texts(), texts(undone(2))]).toEqual([['乙'], ['甲']]);
  });

  test('a decision about one that was taken back does not count, until it is back', () => {
    const steps = [raised('甲'), decided(1, '先'), undone(1)];
    expect(replay(journal(...steps)).steps).toEqual([]);
    expect(objectionsAt(reviews(...steps, undone(3)), Q3)[0]?.decision?.reason).toBe('先');
  });

  test('are found by period, unit and leaf', () => {
    const all = reviews(raised('甲'), { ...raised('乙'), unit: 'A2' as UnitId } as EntryBody);
    expect(objectionsAt(all, Q3)).toHaveLength(2);
    expect(objectionsAt(all, Q3, A).map((o) => o.text)).toEqual(['甲']);
    expect([objectionsAt(all, Q3, A, 'b'), objectionsAt(all, '2026Q2' as Period)]).toEqual([[], []]);
  });
});

test('what a review found goes into columns of its own, which stay when the table is read otherwise, and go with the step', () => {
  const reading = {
    ledger: 'branch-rating',
    sender: '',
    columns: [{ index: 0, header: '县', column: 'county' }],
  } as unknown as Reading;
  const added = { index: 1, header: '市级复核星级', column: 'review_star', added: true } as const;
  const steps: EntryBody[] = [
    { kind: 'table.accepted', source: { hash: 'h', name: '表.csv', size: 1 }, reading, mode: 'replace' },
    {
      ...{ kind: 'review.recorded', table: 1, period: Q3, file: '抽查名单.xlsx', columns: [added] },
      cells: [{ row: 2, column: 1, text: '四星' }],
      notes: [{ unit: A, branch: '甲支部', text: '台账不全' }],
    },
    { kind: 'table.reread', table: 1, reading: { ...reading, sender: '甲县' } },
  ];
  const [table] = replay(journal(...steps)).tables;
  expect(table?.reading).toEqual({ ...reading, sender: '甲县', columns: [...reading.columns, added] });
  expect(table?.mends.cells).toEqual([{ row: 2, column: 1, text: '四星' }]);
  expect(reviews(...steps).notes).toMatchObject([{ seq: 2, branch: '甲支部', text: '台账不全' }]);
  const without = replay(journal(...steps, undone(2)));
  expect([without.tables[0]?.reading.columns.length, without.tables[0]?.mends.cells, without.reviews.notes]).toEqual([1, [], []]);
});
