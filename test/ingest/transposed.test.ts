import { describe, expect, it } from 'vitest';
import { inspect, verbatim } from '../../src/ingest';
import type { LedgerDef } from '../../src/model/ledger';
import type { TableProposal } from '../../src/model/table';
import { xlsx } from '../support/xlsx';
import { csv, proposalOf, rowsOf, SURVEY } from './support';

const text = (zh: string) => ({ zh, en: zh });
const COUNTS: LedgerDef = {
  ...SURVEY,
  id: 'counts',
  name: text('走访表'),
  columns: [
    { id: 'period', name: text('期间'), type: 'period' },
    { id: 'county', name: text('县(市、区)'), names: ['县市区'], type: 'unit', required: true },
    { id: 'visits', name: text('走访次数'), type: 'integer', required: true },
    { id: 'money', name: text('到位资金(万元)'), names: ['到位资金'], type: 'number', unit: '万元' },
    { id: 'rate', name: text('满意率'), type: 'share' },
  ],
  key: ['county'],
};
const LEDGERS = [COUNTS, SURVEY];

async function read(file: string, name = '表.csv') {
  const table = await proposalOf(file, name, LEDGERS);
  const blob = new Blob([file]);
  return { table, ...(await rowsOf(blob, table.reading, LEDGERS)), blob };
}
const values = (rows: readonly Readonly<Record<string, string | null>>[]) =>
  rows.map((r) => [r['_row'], r['county'], r['visits'], r['money'], r['rate']]);

describe('a table with the counties as columns', () => {
  it('is turned: its rows are the file’s columns, its columns the records of its area', async () => {
    const file = csv(
      '2026年第三季度走访表,,,,',
      '填报单位：示例市,,,单位：元,',
      '指标,甲县,乙县,丙县,合计',
      '走访次数,3,4,5,12',
      '到位资金,10000,20000,,30000',
      '满意率,95.3%,88%,90%,',
      '注：按季度统计,,,,',
    );
    const { table, rows, report, blob } = await read(file);
    expect(table).toMatchObject({ questions: [], clean: false });
    expect(table.reading).toMatchObject({
      ledger: 'counts',
      transposed: true,
      area: { first: 2, last: 5 },
      header: { first: 0, count: 1 },
      period: '2026Q3',
      sender: '示例市',
    });
    expect(table.reading.columns.map((c) => [c.index, c.header, c.column])).toEqual([
      [0, '指标', 'county'],
      [1, '走访次数', 'visits'],
      [2, '到位资金', 'money'],
      [3, '满意率', 'rate'],
    ]);
    expect(values(rows)).toEqual([
      ['2', '甲县', '3', '1', '0.953'],
      ['3', '乙县', '4', '2', '0.88'],
      ['4', '丙县', '5', null, '0.9'],
    ]);
    expect(report.totals).toMatchObject([{ row: 5, values: { visits: 12 } }]);
    expect(table.preview[1]).toEqual(['甲县', '3', '10000', '95.3%']);
    expect(await verbatim(blob, table.reading, [3, 9])).toEqual(new Map([[3, ['乙县', '4', '20000', '88%']]]));
  });

  it('may number its lines and name its units of measure in columns of their own', async () => {
    const file = csv('序号,项目,计量单位,甲县,乙县', '1,走访次数,次,3,4', '2,到位资金,万元,10,20', '3,满意率,%,95,88');
    const { table, rows } = await read(file, '走访表2026Q3.csv');
    expect(table.questions).toEqual([]);
    expect(table.reading.header).toEqual({ first: 1, count: 2 });
    expect(values(rows)).toEqual([
      ['4', '甲县', '3', '10', '0.95'],
      ['5', '乙县', '4', '20', '0.88'],
    ]);
  });

  it('in a sheet, with a merged parent over its names', async () => {
    const rows = [
      ['走访', '县市区', '甲县', '乙县'],
      [null, '走访次数', 3, 4],
      [null, '到位资金', 1, 2],
      [null, '满意率', '95%', '88%'],
    ];
    const bytes = xlsx({ sheets: [{ name: '2026年三季度', rows, merges: ['A1:A4'] }] });
    const seen = await inspect(new Blob([bytes]), { hash: '0', name: '走访表.xlsx', size: bytes.length }, {}, LEDGERS);
    if (!seen.ok) throw new Error(JSON.stringify(seen.problem));
    const { reading } = seen.tables[0] as TableProposal;
    expect([reading.transposed, reading.period]).toEqual([true, '2026Q3']);
    expect(values((await rowsOf(new Blob([bytes]), reading, LEDGERS)).rows)).toEqual([
      ['3', '甲县', '3', '1', '0.95'],
      ['4', '乙县', '4', '2', '0.88'],
    ]);
  });

  it('is not seen in a table that stands upright', async () => {
    const { table } = await read(csv('县市区,走访次数,到位资金,满意率', '甲县,3,1,95%', '乙县,4,2,88%'), '走访表2026Q3.csv');
    expect([table.reading.transposed, table.reading.area]).toEqual([undefined, undefined]);
  });
});
