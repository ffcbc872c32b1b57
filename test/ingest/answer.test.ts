import { describe, expect, it } from 'vitest';
import { answer } from '../../src/ingest';
import type { LedgerDef } from '../../src/model/ledger';
import { csv, proposalOf, SURVEY, SURVEY_HEADER } from './support';

const ROW = '甲县,一社,12,3.5,95,2020-01-02,是,企业,三星,';
const NAME = '调查表2026Q3.csv';
const only = [SURVEY];

describe('answer()', () => {
  it('of a period sets it and what becomes of rows of others, and takes the question away', async () => {
    const asked = await proposalOf(csv(SURVEY_HEADER, ROW), '调查表.csv', only);
    const done = answer(asked, { ask: 'period', period: '2026Q2' as never, rowPeriods: 'own' }, only);
    expect([done.questions, done.reading.period, done.reading.rowPeriods]).toEqual([[], '2026Q2', 'own']);
    expect(asked.questions).toHaveLength(1);
  });

  it('of a share sets how its column is meant', async () => {
    const asked = await proposalOf(csv(SURVEY_HEADER, ROW.replace('95', '1')), NAME, only);
    const done = answer(asked, { ask: 'share', index: 4, shareAs: 'fraction' }, only);
    expect([done.questions, done.reading.columns[4]?.shareAs]).toEqual([[], 'fraction']);
  });

  it('of a column maps it with its scale and share, frees the column from another header, and null leaves it unused and named', async () => {
    const asked = await proposalOf(csv(SURVEY_HEADER.replace('到位资金', '实际的到位资金(元)'), ROW), NAME, only);
    expect(asked.questions).toMatchObject([{ ask: 'column', index: 3, candidates: ['money'] }]);
    const taken = answer(asked, { ask: 'column', index: 3, column: 'money' }, only);
    expect([taken.questions, taken.reading.columns[3]]).toEqual([
      [],
      { index: 3, header: '实际的到位资金(元)', column: 'money', scale: 0.0001 },
    ]);
    const moved = answer(taken, { ask: 'column', index: 9, column: 'money' }, only);
    expect([moved.reading.columns[3]?.column, moved.reading.columns[9]?.column]).toEqual([null, 'money']);
    const unused = answer(asked, { ask: 'column', index: 3, column: null }, only);
    expect([unused.questions, unused.problems.map((p) => [p.code, p.place.column])]).toEqual([[], [['file.columnUnknown', 4]]]);
  });

  it('that leaves a required column without one says which', async () => {
    const asked = await proposalOf(csv(SURVEY_HEADER.replace('组织名称', '组织的名称'), ROW), NAME, only);
    if (asked.questions.length === 0) throw new Error('nothing was asked');
    const refused = answer(asked, { ask: 'column', index: 1, column: null }, only);
    expect(refused.problems).toMatchObject([
      { code: 'file.columnUnknown' },
      { code: 'file.columnMissing', params: { columns: ['组织名称'] } },
    ]);
    expect(answer(refused, { ask: 'column', index: 1, column: 'name' }, only).problems.map((p) => p.code)).not.toContain(
      'file.columnMissing',
    );
  });

  it('of a ledger plans the columns anew and keeps the period', async () => {
    const twin: LedgerDef = {
      ...SURVEY,
      id: 'twin',
      columns: SURVEY.columns.map((c) => (c.id === 'people' ? { ...c, id: 'heads' } : c)),
    };
    const asked = await proposalOf(csv('标题,,,,,,,,,', SURVEY_HEADER, ROW), '2026Q3.csv', [SURVEY, twin]);
    expect(asked.questions).toMatchObject([{ ask: 'ledger' }]);
    const done = answer(asked, { ask: 'ledger', ledger: 'twin' }, [SURVEY, twin]);
    expect(done.questions).toEqual([]);
    expect(done.reading).toMatchObject({
      ledger: 'twin',
      period: '2026Q3',
      rowPeriods: 'only',
      header: { first: 1, count: 1 },
      sender: '甲县',
    });
    expect(done.reading.columns[2]?.column).toBe('heads');
  });
});
