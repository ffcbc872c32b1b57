import { describe, expect, it } from 'vitest';
import { inspect, verbatim } from '../../src/ingest';
import type { LedgerDef } from '../../src/model/ledger';
import type { TableProposal } from '../../src/model/table';
import { csv, inspectText, load, rowsOf, SURVEY, SURVEY_HEADER } from './support';

const ROW = (county: string, name: string) => `${county},${name},12,3.5,95,2020-01-02,是,企业,三星,`;
const TITLE = (text: string) => `${text},,,,,,,,,`;
const BLANK = ',,,,,,,,,';
const NAME = '调查表.csv';

const text = (zh: string) => ({ zh, en: zh });
/** A second ledger, so that a file may hold two. */
const VISITS: LedgerDef = {
  ...SURVEY,
  id: 'visits',
  name: text('走访表'),
  columns: [
    { id: 'county', name: text('县(市、区)'), names: ['县市区'], type: 'unit', required: true },
    { id: 'visits', name: text('走访次数'), type: 'integer', required: true },
    { id: 'solved', name: text('解决问题数'), type: 'integer' },
  ],
  key: ['county'],
};
const LEDGERS = [SURVEY, VISITS];

async function look(file: string, name = NAME) {
  const blob = new Blob([file]);
  const seen = await inspect(blob, { hash: '0', name, size: blob.size }, {}, LEDGERS);
  if (!seen.ok) throw new Error(JSON.stringify(seen.problem));
  const tables = await Promise.all(
    seen.tables.map(async ({ reading }: TableProposal) => {
      const { rows, report } = await rowsOf(blob, reading, LEDGERS);
      return {
        ledger: reading.ledger,
        area: reading.area && [reading.area.first, reading.area.last],
        header: [reading.header.first, reading.header.count],
        period: reading.period,
        sender: reading.sender,
        rows: rows.map((r) => [r['_row'], r['county'], r['name'] ?? r['visits']].join(' ')),
        rejected: report.rejected.length,
      };
    }),
  );
  return { tables, seen: seen.tables, rest: seen.rest.map((p) => [p.code, p.place.row]), blob };
}

describe('several tables in one file', () => {
  it('of two ledgers, each with its title, are two; their rows keep the numbers of the file', async () => {
    const file = csv(
      TITLE('2026年第三季度调查表'),
      SURVEY_HEADER,
      ROW('甲县', '一社'),
      ROW('乙县', '二社'),
      TITLE('注：以上为期末数。'),
      BLANK,
      TITLE('2026年第二季度走访表'),
      TITLE('填报单位：示例市'),
      '县市区,走访次数,解决问题数,,,,,,,',
      '甲县,3,2,,,,,,,',
      '乙县,4,1,,,,,,,',
      BLANK,
    );
    const { tables, rest, seen, blob } = await look(file);
    expect(tables).toEqual([
      {
        ledger: 'survey',
        area: [0, 4],
        header: [1, 1],
        period: '2026Q3',
        sender: '',
        rows: ['3 甲县 一社', '4 乙县 二社'],
        rejected: 0,
      },
      {
        ledger: 'visits',
        area: [6, 10],
        header: [8, 1],
        period: '2026Q2',
        sender: '示例市',
        rows: ['10 甲县 3', '11 乙县 4'],
        rejected: 0,
      },
    ]);
    expect(rest).toEqual([]);
    expect(seen[1]?.preview[0]?.[0]).toBe('2026年第二季度走访表');
    expect((await verbatim(blob, (seen[1] as TableProposal).reading, [10])).get(10)?.slice(0, 2)).toEqual(['甲县', '3']);
  });

  it('of one ledger are two where the second has a title or sender of its own, whether or not its header is the same', async () => {
    const part = (title: string, ...rows: string[]) => [TITLE(title), SURVEY_HEADER, ...rows];
    const periods = csv(
      ...part('2026年第二季度调查表', ROW('甲县', '一社')),
      ...part('2026年第三季度调查表', ROW('甲县', '二社')),
    );
    expect((await look(periods)).tables.map((t) => [t.period, t.rows])).toEqual([
      ['2026Q2', ['3 甲县 一社']],
      ['2026Q3', ['6 甲县 二社']],
    ]);
    const senders = csv(...part('填报单位：甲县', ROW('甲县', '一社')), BLANK, ...part('填报单位：乙县', ROW('乙县', '二社')));
    expect((await look(senders, '调查表2026Q3.csv')).tables.map((t) => [t.sender, t.rows])).toEqual([
      ['甲县', ['3 甲县 一社']],
      ['乙县', ['7 乙县 二社']],
    ]);
    const wider = csv(SURVEY_HEADER, ROW('甲县', '一社'), BLANK, `序号,${SURVEY_HEADER}`, `1,${ROW('乙县', '二社')}`);
    expect((await look(wider, '调查表2026Q3.csv')).tables.map((t) => t.rows)).toEqual([['2 甲县 一社'], ['5 乙县 二社']]);
  });

  it('a header repeated at page breaks begins no table, with its title, a mark of the page or blank lines about it', async () => {
    const page = (...above: string[]) => [...above, SURVEY_HEADER, ROW('甲县', '一社')];
    const file = csv(
      ...page(TITLE('2026年第三季度调查表'), TITLE('填报单位：示例市')),
      ...page(TITLE('（续表）')),
      ...page(BLANK, TITLE('2026年第三季度调查表（续）'), TITLE('填报单位：示例市')),
      ...page(BLANK),
      ...page(),
    );
    const { tables, seen } = await look(file);
    expect(tables).toHaveLength(1);
    expect([seen[0]?.reading.area, tables[0]?.rows.length]).toEqual([undefined, 5]);
  });

  it('blank lines, group lines and subtotals inside a table end nothing', async () => {
    const file = csv(
      SURVEY_HEADER,
      ROW('甲县', '一社'),
      ',小计,12,,,,,,,',
      BLANK,
      TITLE('二、乙县'),
      ROW('乙县', '二社'),
      BLANK,
      '合计,,24,,,,,,,',
    );
    const { tables, rest } = await look(file, '调查表2026Q3.csv');
    expect([tables.length, tables[0]?.rows, rest]).toEqual([1, ['2 甲县 一社', '6 乙县 二社'], []]);
  });

  it('a part that is no ledger’s is named and costs the table nothing, above it or below', async () => {
    const other = ['项目,温度,湿度,风速,,,,,,', '上旬,12,33,4,,,,,,', '下旬,13,30,5,,,,,,'];
    const table = [TITLE('2026年第三季度调查表'), SURVEY_HEADER, ROW('甲县', '一社'), ROW('乙县', '二社')];
    const below = await look(csv(...table, BLANK, TITLE('附：天气'), ...other));
    expect([below.tables.map((t) => t.rows), below.rest]).toEqual([[['3 甲县 一社', '4 乙县 二社']], [['file.partUnused', 6]]]);
    const above = await look(csv(TITLE('附：天气'), ...other, BLANK, ...table));
    expect([above.tables.map((t) => [t.period, t.rows]), above.rest]).toEqual([
      [['2026Q3', ['8 甲县 一社', '9 乙县 二社']]],
      [['file.partUnused', 1]],
    ]);
  });

  it('figures hundreds of blank lines below a table are another thing', async () => {
    const file = csv(
      SURVEY_HEADER,
      ROW('甲县', '一社'),
      ...Array.from({ length: 300 }, () => BLANK),
      '1,2,3,4,,,,,,',
      '5,6,7,8,,,,,,',
    );
    const { tables, rest } = await look(file, '调查表2026Q3.csv');
    expect([tables.map((t) => [t.area, t.rejected]), rest]).toEqual([[[[0, 1], 0]], [['file.partUnused', 303]]]);
  });
});

it('a header whose columns stand in another order begins a table of its own, also after one that was repeated', async () => {
  const [head, turned] = ['县市区,走访次数,解决问题数', '县市区,解决问题数,走访次数'];
  const { tables } = await look(
    csv('2026年第三季度走访表,,', head, '甲县,10,9', '续表,,', head, '乙县,10,8', turned, '丙县,7,10'),
    '走访.csv',
  );
  expect(tables.flatMap((t) => t.rows)).toEqual(['3 甲县 10', '6 乙县 10', '8 丙县 10']);
});

it('a row of data whose cells are words that columns go by begins no table, and no stretch of rows is left unsaid', async () => {
  const row = (n: number) => `W-00${n},墨砚区,问题,措施,单位,2026-09-30,已销号,2026-09-03`;
  const file = csv('编号,县(市、区),问题,整改措施,责任单位,时限,是否销号,销号时间', row(1), row(2), row(3), row(4));
  const { table, rows } = await load(file, '问题清单2026年三季度.csv');
  expect([table.reading.area, rows.length]).toEqual([undefined, 4]);

  // Without a day they do read like a header: then it is said where the rows are that are lost.
  const like = (n: number) => row(n).replace('2026-09-30', '长期').replace('2026-09-03', '');
  const lost = csv(
    '编号,县(市、区),问题,整改措施,责任单位,时限,是否销号,销号时间',
    row(1),
    row(2).replace('问题', '别的'),
    like(3),
    like(4),
  );
  const seen = await inspectText(lost, '问题清单2026年三季度.csv');
  expect(seen.ok && [seen.tables[0]?.reading.area, seen.rest.map((p) => [p.code, p.place.row])]).toEqual([
    { first: 0, last: 2 },
    [['file.partUnused', 4]],
  ]);
});
