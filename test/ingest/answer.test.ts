import { describe, expect, it } from 'vitest';
import { answer } from '../../src/ingest';
import type { LedgerDef } from '../../src/model/ledger';
import type { Answer, TableProposal } from '../../src/model/table';
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

  it('of a ledger settles no period that was only likely, and of a turned table asks for it as before', async () => {
    const twin: LedgerDef = { ...SURVEY, id: 'twin', name: { zh: '另表', en: 'Twin' } };
    const text = csv('填报时间：2026.10.8,,,,,,,,,', SURVEY_HEADER, ROW);
    const asked = await proposalOf(text, '表.csv', [SURVEY, twin]);
    const period = { ask: 'period', candidates: [{ period: '2026Q3', from: 'title' }] } as const;
    expect(asked.questions).toEqual([{ ask: 'ledger', candidates: ['survey', 'twin'] }, period]);
    expect(answer(asked, { ask: 'ledger', ledger: 'twin' }, [SURVEY, twin]).questions).toEqual([period]);
    const turned = { ...asked, preview: asked.preview.slice(1), reading: { ...asked.reading, transposed: true as const } };
    const done = answer(turned, { ask: 'ledger', ledger: 'twin' }, [SURVEY, twin]);
    expect([done.questions, done.reading.period]).toEqual([[period], '2026Q3']);
  });

  it('of a ledger leaves the question about persons open', async () => {
    const found = { columns: [], cells: 1, samples: ['某＊＊'] };
    const asked = { ...(await proposalOf(csv(SURVEY_HEADER, ROW), NAME, only)), persons: found };
    const open = { ...asked, questions: [{ ask: 'persons' as const, found }] };
    expect(answer(open, { ask: 'ledger', ledger: 'survey' }, only).questions).toEqual(open.questions);
  });
});

describe('answer() of a whole table by hand', () => {
  const map = (columns: (string | null)[], header = { first: 0, count: 1 }, ledger = 'survey') =>
    ({ ask: 'map', ledger, header, columns }) as const;
  /** A table that no ledger knows, as it waits for the user. */
  const unknown = async (...lines: string[]): Promise<TableProposal> => {
    const proposal = await proposalOf(csv(SURVEY_HEADER, ROW), '表.csv', only);
    const preview = lines.map((l) => l.split(','));
    return {
      ...proposal,
      preview,
      questions: [{ ask: 'map', headers: preview[0] as string[] }],
      reading: { ...proposal.reading, columns: [], sender: '', period: null },
    };
  };

  it('plans ledger, header, columns, period, sender, scale and share, and names what is left unused', async () => {
    const asked = await unknown('2026年第三季度,,,,', '甲,乙,丙,丁（元）,戊', '甲县,一社,12,35000,95', '甲县,二社,13,36000,96');
    const done = answer(asked, map(['county', 'name', 'people', 'money', null], { first: 1, count: 1 }), only);
    expect(done.questions).toEqual([]);
    expect(done.reading).toMatchObject({ ledger: 'survey', header: { first: 1, count: 1 }, period: '2026Q3', sender: '甲县' });
    expect(done.reading.columns).toEqual([
      { index: 0, header: '甲', column: 'county' },
      { index: 1, header: '乙', column: 'name' },
      { index: 2, header: '丙', column: 'people' },
      { index: 3, header: '丁（元）', column: 'money', scale: 0.0001 },
      { index: 4, header: '戊', column: null },
    ]);
    expect(done.problems).toMatchObject([
      { code: 'file.columnUnknown', place: { file: '表.csv', row: 2, column: 5, header: '戊' } },
    ]);
  });

  it('asks anew what is open in it: a share of ones, the period', async () => {
    const done = answer(await unknown('甲,乙,丙,丁', '甲县,一社,12,1'), map(['county', 'name', 'people', 'rate']), only);
    expect(done.questions).toMatchObject([{ ask: 'share', index: 3 }, { ask: 'period' }]);
  });

  it('takes no period for settled that was only likely while the table was unknown', async () => {
    const asked = await proposalOf(csv('填报时间：2026.10.8,,', '甲,乙,丙', '甲县,一社,12', '乙县,二社,13'), '表.csv', only);
    expect(asked.questions).toEqual([{ ask: 'map', headers: ['甲', '乙', '丙'] }]);
    const done = answer(asked, map(['county', 'name', 'people'], { first: 1, count: 1 }), only);
    expect(done.questions).toEqual([{ ask: 'period', candidates: [{ period: '2026Q3', from: 'title' }] }]);
  });

  it('works for a table without a header, its columns 列1, 列2 …', async () => {
    const asked = await unknown('甲县,一社,12', '乙县,二社,13');
    const done = answer(asked, map(['county', 'name', 'people'], { first: 0, count: 0 }), only);
    expect(done.reading.header).toEqual({ first: 0, count: 0 });
    expect(done.reading.columns.map((c) => [c.header, c.column])).toEqual([
      ['列1', 'county'],
      ['列2', 'name'],
      ['列3', 'people'],
    ]);
    expect([done.reading.sender, done.problems]).toEqual(['', []]);
  });

  it('says which required columns have none, unless 填报单位 tells the county, and takes that back', async () => {
    const lacking = answer(await unknown('甲,乙,丙', '甲县,一社,12'), map(['county', 'name', null]), only);
    expect(lacking.problems).toMatchObject([
      { code: 'file.columnUnknown' },
      { code: 'file.columnMissing', place: { file: '表.csv', row: 1 }, params: { columns: ['人数'] } },
    ]);
    const given = answer(lacking, map(['county', 'name', 'people']), only);
    expect(given.problems).toEqual([]);
    const sent = answer(
      await unknown('填报单位：甲县,', '乙,丙', '一社,12'),
      map(['name', 'people'], { first: 1, count: 1 }),
      only,
    );
    expect([sent.problems, sent.reading.sender]).toEqual([[], '甲县']);
  });

  it('takes a column once, and the second time says so', async () => {
    const done = answer(await unknown('甲,乙,丙,丁', '甲县,一社,12,13'), map(['county', 'name', 'people', 'people']), only);
    expect(done.reading.columns.map((c) => c.column)).toEqual(['county', 'name', 'people', null]);
    expect(done.problems).toMatchObject([{ code: 'file.columnTwice', place: { file: '表.csv', column: 4 } }]);
  });

  it('counts the header from the start of the source where the table is a part of it', async () => {
    const asked = await unknown('2026年第三季度,,', '甲,乙,丙', '甲县,一社,12');
    const part = { ...asked, reading: { ...asked.reading, area: { first: 20, last: 22 } } };
    const done = answer(part, map(['county', 'name', null], { first: 21, count: 1 }), only);
    expect(done.reading).toMatchObject({ area: { first: 20, last: 22 }, header: { first: 21, count: 1 }, period: '2026Q3' });
    expect(done.reading.columns.map((c) => c.header)).toEqual(['甲', '乙', '丙']);
    expect(done.problems.map((p) => p.place.row)).toEqual([22, 22]);
  });

  it('counts the records of a turned table as they are turned', async () => {
    const asked = await unknown('甲,乙,丙', '甲县,一社,12');
    const turned = { ...asked, reading: { ...asked.reading, area: { first: 20, last: 22 }, transposed: true as const } };
    const done = answer(turned, map(['county', 'name', 'people']), only);
    expect(done.reading).toMatchObject({ transposed: true, header: { first: 0, count: 1 } });
    expect(done.reading.columns.map((c) => c.header)).toEqual(['甲', '乙', '丙']);
  });
});

describe('answer() given unasked', () => {
  const table = () => proposalOf(csv(SURVEY_HEADER, ROW), NAME, only);

  it('of a scale, of words, of a sender changes just that', async () => {
    const before = await table();
    const scaled = answer(before, { ask: 'scale', index: 3, scale: 0.0001 }, only);
    expect(scaled.reading.columns[3]).toEqual({ index: 3, header: '到位资金', column: 'money', scale: 0.0001 });
    expect(answer(scaled, { ask: 'scale', index: 3, scale: 1 }, only).reading).toEqual(before.reading);
    const worded = answer(before, { ask: 'words', words: { slash: 'missing' } }, only);
    expect(worded.reading.words).toEqual({ slash: 'missing' });
    expect(answer(worded, { ask: 'words', words: {} }, only).reading).toEqual(before.reading);
    expect(answer(before, { ask: 'sender', sender: '乙县' }, only).reading).toEqual({ ...before.reading, sender: '乙县' });
  });

  it('of persons keeps them, or leaves the finding for whoever masks', async () => {
    const found = { columns: [{ index: 9, header: '备注' }], cells: 1, samples: ['某＊＊'] };
    const open = { ...(await table()), persons: found, questions: [{ ask: 'persons' as const, found }] };
    const kept = answer(open, { ask: 'persons', take: 'keep' }, only);
    expect([kept.questions, kept.reading.personsKept, kept.persons]).toEqual([[], true, null]);
    const masked = answer(open, { ask: 'persons', take: 'mask' }, only);
    expect([masked.questions, masked.reading, masked.persons]).toEqual([[], open.reading, found]);
  });

  it('of a ledger, a column or the whole table keeps what was said of words and persons', async () => {
    const words = { blank: 'zero' } as const;
    const before = await table();
    const said = { ...before, reading: { ...before.reading, words, personsKept: true as const } };
    const answers: Answer[] = [
      { ask: 'ledger', ledger: 'survey' },
      { ask: 'column', index: 9, column: null },
      { ask: 'map', ledger: 'survey', header: { first: 0, count: 1 }, columns: ['county', 'name', 'people'] },
    ];
    for (const a of answers) expect(answer(said, a, only).reading).toMatchObject({ words, personsKept: true });
  });

  it('of a column of periods finds the period in it, of a column of units the sender', async () => {
    const text = csv(`${SURVEY_HEADER},何时`, `${ROW},2026年三季度`);
    const asked = await proposalOf(text, '表.csv', only);
    expect(asked.questions.map((q) => q.ask)).toEqual(['period']);
    const told = answer(asked, { ask: 'column', index: 10, column: 'period' }, only);
    expect([told.questions, told.reading.period, told.reading.rowPeriods, told.problems]).toEqual([[], null, 'own', []]);
    const sent = await proposalOf(csv('哪里,组织名称,人数,类型', '甲县,一社,3,企业'), NAME, [
      { ...SURVEY, columns: SURVEY.columns.map((c) => (c.id === 'county' ? { ...c, required: false } : c)) },
    ]);
    expect(answer(sent, { ask: 'column', index: 0, column: 'county' }, only).reading.sender).toBe('甲县');
  });

  it('that names a column again takes back that it is unused, and asks the share only once', async () => {
    const before = await proposalOf(csv(SURVEY_HEADER, ROW.replace('95', '1')), NAME, only);
    const off = answer(before, { ask: 'column', index: 4, column: null }, only);
    expect([off.questions, off.problems.map((p) => [p.code, p.place.file])]).toEqual([[], [['file.columnUnknown', NAME]]]);
    const on = answer(off, { ask: 'column', index: 4, column: 'rate' }, only);
    expect([on.questions.map((q) => q.ask), on.problems]).toEqual([['share'], []]);
    expect(answer(on, { ask: 'column', index: 4, column: 'rate' }, only).questions).toHaveLength(1);
  });

  it('of a ledger that nobody knows changes nothing', async () => {
    const before = await table();
    expect(answer(before, { ask: 'ledger', ledger: 'gone' }, only)).toBe(before);
  });
});
