import { describe, expect, it } from 'vitest';
import { answer } from '../../src/ingest';
import { csv, proposalOf, rowsOf, SURVEY, SURVEY_HEADER } from './support';

const only = [SURVEY];

describe('a table whose names no ledger knows', () => {
  it('is asked about, with its header and nothing taken', async () => {
    const { reading, questions, problems } = await proposalOf(
      csv('2026年第三季度天气,,', '日期,温度,湿度', '2026-01-01,3,40', '2026-01-02,4,41'),
      '天气.csv',
    );
    expect(questions).toEqual([{ ask: 'map', headers: ['日期', '温度', '湿度'] }]);
    expect(problems).toEqual([]);
    expect(reading).toMatchObject({ ledger: 'indicators', header: { first: 1, count: 1 } });
    expect(reading.columns.map((c) => c.column)).toEqual([null, null, null]);
  });

  it('without any header is asked about under running names; the answer makes it a table like any other', async () => {
    const text = csv('甲县,一社,12', '乙县,二社,7', '丙县,三社,0');
    const proposal = await proposalOf(text, '调查表2026Q3.csv', only);
    expect(proposal.questions).toEqual([{ ask: 'map', headers: ['列1', '列2', '列3'] }]);
    expect(proposal.reading).toMatchObject({ ledger: 'survey', header: { first: 0, count: 0 } });
    const answered = answer(
      proposal,
      { ask: 'map', ledger: 'survey', header: { first: 0, count: 0 }, columns: ['county', 'name', 'people'] },
      only,
    );
    expect(answered.questions).toEqual([]);
    const { rows } = await rowsOf(new Blob([text]), answered.reading, only);
    expect(rows.map((r) => [r['_row'], r['_period'], r['county'], r['people']])).toEqual([
      ['1', '2026Q3', '甲县', '12'],
      ['2', '2026Q3', '乙县', '7'],
      ['3', '2026Q3', '丙县', '0'],
    ]);
  });

  it('of figures alone is one too', async () => {
    expect((await proposalOf(csv('1,2,3', '4,5,6'), '数.csv', only)).questions).toEqual([
      { ask: 'map', headers: ['列1', '列2', '列3'] },
    ]);
  });

  it('that lacks a column it must have is asked about where another column may be it', async () => {
    const text = csv(SURVEY_HEADER.replace('人数', '参与规模'), '甲县,一社,12,3.5,95,2020-01-02,是,企业,三星,');
    const { questions, reading } = await proposalOf(text, '调查表2026Q3.csv', only);
    expect(questions[0]).toMatchObject({ ask: 'map' });
    expect(reading.columns.find((c) => c.header === '组织名称')?.column).toBe('name');
  });
});
