import { describe, expect, it } from 'vitest';
import { periodBefore, periodIn, periodsIn } from '../../src/ingest/period';
import { csv, proposalOf, SURVEY, SURVEY_HEADER } from './support';

describe('periodIn()', () => {
  it.each([
    ['2026Q3', '2026Q3'],
    ['2026-Q3', '2026Q3'],
    ['２０２６年第三季度', '2026Q3'],
    ['2026年3季度', '2026Q3'],
    ['2026年三季度末', '2026Q3'],
    ['26年三季度', '2026Q3'],
    ['二〇二六年第三季度', '2026Q3'],
    ['二○二六年三季度', '2026Q3'],
    ['二零二六年上半年', '2026H1'],
    ['2026年1-9月', '2026Q3'],
    ['2026年1—9月', '2026Q3'],
    ['2026年1月至9月', '2026Q3'],
    ['26年1-9月', '2026Q3'],
    ['截至2026年9月底', '2026Q3'],
    ['2026年9月末', '2026Q3'],
    ['截止2026年9月30日', '2026Q3'],
    ['截至2026.9.30', '2026Q3'],
    ['2026.9', '2026Q3'],
    ['2026.09', '2026Q3'],
    ['2026-09', '2026Q3'],
    ['2026.1-9', '2026Q3'],
    ['2026年第一至三季度', '2026Q3'],
    ['2026年一季度至三季度', '2026Q3'],
    ['2026年1-3季度', '2026Q3'],
    ['2026年前三季度', '2026Q3'],
    ['2026年上半年', '2026H1'],
    ['2026H1', '2026H1'],
    ['2025年度', '2025'],
    ['2025', '2025'],
    ['25年度', '2025'],
  ])('reads %s as %s', (text, period) => expect(periodIn(text)).toBe(period));

  it.each([
    '2026年9月8日',
    '2026.10.8',
    '2026-09-30',
    '2026.12.30',
    '2026年8月',
    '2026.8',
    '2026-1-12',
    '三季度',
    '上半年',
    '十五五',
    '1-9',
    '党龄25年',
  ])('reads no period in %s', (text) => expect(periodIn(text)).toBeNull());

  it('takes the year of a part from around it', () => {
    expect(['三季度末', '上半年', '第一至三季度', 'Q2', '前三季度'].map((t) => periodIn(t, 2026))).toEqual([
      '2026Q3',
      '2026H1',
      '2026Q3',
      '2026Q2',
      '2026Q3',
    ]);
  });

  it('reads months as the period the ledger reports in', () => {
    expect(['Q', 'H', 'Y'].map((f) => periodIn('2026年1-12月', undefined, f as 'Q'))).toEqual(['2026Q4', '2026H2', '2026']);
    expect(periodIn('2026年1-6月', undefined, 'H')).toBe('2026H1');
  });
});

describe('periodsIn()', () => {
  it('names each period once, and a span as its end unless it may be a list', () => {
    expect(periodsIn('2026年第三季度人才表（2026Q3）')).toEqual(['2026Q3']);
    expect(periodsIn('2026年第二季度、第三季度')).toEqual(['2026Q2', '2026Q3']);
    expect(periodsIn('2026年一季度至三季度')).toEqual(['2026Q3']);
    expect(periodsIn('2026年一季度至三季度', undefined, 'Q', false)).toEqual(['2026Q1', '2026Q3']);
  });
});

it('periodBefore() is the last period that was over', () => {
  expect((['Q', 'H', 'Y', 'any'] as const).map((f) => periodBefore('2026-10-08', f))).toEqual([
    '2026Q3',
    '2026H1',
    '2025',
    '2026Q3',
  ]);
  expect(periodBefore('2026-09-30', 'Q')).toBe('2026Q3');
});

describe('the period of a table', () => {
  const ROW = '甲县,一社,12,3.5,95,2020-01-02,是,企业,三星,';
  const of = async (text: string, name = '表.csv') => {
    const { reading, questions } = await proposalOf(text, name, [SURVEY]);
    return [reading.period, reading.rowPeriods, ...questions];
  };

  it.each([
    ['二〇二六年第三季度调查表', '表.csv'],
    ['2026年前三季度调查表', '表.csv'],
    ['调查表（2026.1-9）', '表.csv'],
    ['调查表', '调查表26年三季度.csv'],
    ['调查表', '调查表2026.9.csv'],
    ['2026年调查表', '截至三季度末.csv'],
  ])('is clear from the title %s and the name %s', async (title, name) => {
    expect(await of(csv(`${title},,,,,,,,,`, SURVEY_HEADER, ROW), name)).toEqual(['2026Q3', 'only']);
  });

  it('of a year and a quarter in two columns is theirs', async () => {
    const text = csv(`年度,季度,${SURVEY_HEADER}`, `2026,3,${ROW}`, `2026,三季度,${ROW.replace('一社', '二社')}`);
    expect(await of(text)).toEqual([null, 'own']);
  });

  it('a column 填报时间 proposes the quarter that was over, and answers nothing', async () => {
    const text = csv(`${SURVEY_HEADER},填报时间`, `${ROW},2026-10-08`, `${ROW.replace('一社', '二社')},2026-10-09`);
    expect(await of(text)).toEqual(['2026Q3', 'only', { ask: 'period', candidates: [{ period: '2026Q3', from: 'column' }] }]);
  });

  it('a year over a quarterly table leaves the quarter open, the one 填报时间 tells first', async () => {
    const text = csv('2026年度调查表,,,,,,,,,', '填报时间：2026.10.8,,,,,,,,,', SURVEY_HEADER, ROW);
    expect(await of(text)).toEqual([
      '2026Q3',
      'only',
      {
        ask: 'period',
        candidates: [
          { period: '2026Q3', from: 'title' },
          { period: '2026', from: 'title' },
        ],
      },
    ]);
  });

  it('a half-year over a quarterly table may be its last quarter', async () => {
    expect((await of(csv('2026年上半年调查表,,,,,,,,,', SURVEY_HEADER, ROW)))[2]).toEqual({
      ask: 'period',
      candidates: [
        { period: '2026H1', from: 'title' },
        { period: '2026Q2', from: 'title' },
      ],
    });
  });

  it('of a yearly table is the year its title or name begins with', async () => {
    const yearly = [{ ...SURVEY, frequency: 'Y' as const }];
    const table = await proposalOf(csv(SURVEY_HEADER, ROW), '2026年调查表.csv', yearly);
    expect([table.reading.period, table.questions]).toEqual(['2026', []]);
    expect((await proposalOf(csv(SURVEY_HEADER, ROW), '调查表2026年8月报.csv', yearly)).questions).toMatchObject([
      { ask: 'period' },
    ]);
  });

  it('beside a column of periods a span in the title is no claim of its own', async () => {
    const text = csv('2026年一季度至三季度调查表,,,,,,,,,,', `${SURVEY_HEADER},期间`, `${ROW},2026Q1`, `${ROW},2026Q3`);
    expect(await of(text)).toEqual([null, 'own']);
  });
});
