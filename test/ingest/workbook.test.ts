import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { inspect, verbatim } from '../../src/ingest';
import type { Inspection, TableProposal } from '../../src/model/table';
import { serial, xlsx, type TestBook, type TestCell } from '../support/xlsx';
import { rowsOf, SURVEY, SURVEY_HEADER } from './support';

const HEADER = SURVEY_HEADER.split(',');
const row = (county: string, name: string, people: number): TestCell[] => [
  county,
  name,
  people,
  3.5,
  95,
  '2020-01-02',
  '是',
  '企业',
  '三星',
  '好',
];
const NAME = '调查表2026Q3.xlsx';

const look = (book: TestBook | Uint8Array<ArrayBuffer>, name = NAME, ledgers = [SURVEY]): Promise<Inspection> => {
  const blob = new Blob([book instanceof Uint8Array ? book : xlsx(book)]);
  return inspect(blob, { hash: '0', name, size: blob.size }, {}, ledgers);
};
async function tablesOf(book: TestBook, name = NAME): Promise<{ tables: readonly TableProposal[]; rest: unknown[] }> {
  const seen = await look(book, name);
  if (!seen.ok) throw new Error(JSON.stringify(seen.problem));
  return { tables: seen.tables, rest: seen.rest.map((p) => [p.code, p.place.row, p.params]) };
}
async function readAll(book: TestBook) {
  const { tables } = await tablesOf(book);
  const blob = new Blob([xlsx(book)]);
  return Promise.all(tables.map((t) => rowsOf(blob, t.reading, [SURVEY])));
}
const cellsOf = (rows: readonly Readonly<Record<string, string | null>>[], ...names: string[]) =>
  rows.map((r) => names.map((n) => r[n]));

describe('a workbook', () => {
  it('is read as a table: dates and shares as shown, merged counties filled down, rows by the sheet’s numbers', async () => {
    const book: TestBook = {
      formats: ['yyyy"年"m"月"d"日"', '0.0%'],
      sheets: [
        {
          name: 'Sheet1',
          rows: [
            ['附件1'],
            ['2026年第三季度调查表'],
            null,
            ['县市区', '组织', null, '满意率', '成立时间'],
            [null, '组织名称', '人数', null, null],
            [
              '甲县',
              '一社',
              12,
              { attributes: 's="2"', content: '<v>0.953</v>' },
              { attributes: 's="1"', content: `<v>${serial('2020-01-02')}</v>` },
            ],
            [null, '二社', 7],
            null,
            ['乙县', '三社', { content: '<f>1+1</f><v>2</v>' }],
            ['合计', null, 21],
          ],
          merges: ['A2:E2', 'A4:A5', 'B4:C4', 'D4:D5', 'E4:E5', 'A6:A7', 'A10:B10'],
        },
      ],
    };
    const { tables, rest } = await tablesOf(book, '表.xlsx');
    expect(rest).toEqual([]);
    expect(tables[0]).toMatchObject({ questions: [], clean: false, problems: [] });
    expect(tables[0]?.reading).toMatchObject({ dialect: { sheet: 'Sheet1' }, header: { first: 3, count: 2 }, period: '2026Q3' });
    expect(tables[0]?.reading.columns.map((c) => `${c.header}>${c.column}`)).toEqual([
      '县市区>county',
      '组织/组织名称>name',
      '组织/人数>people',
      '满意率>rate',
      '成立时间>since',
    ]);
    const [{ rows, report } = { rows: [], report: null }] = await readAll(book);
    expect(cellsOf(rows, '_row', 'county', 'name', 'people', 'rate', 'since')).toEqual([
      ['6', '甲县', '一社', '12', '0.953', '2020-01-02'],
      ['7', '甲县', '二社', '7', null, null],
      ['9', '乙县', '三社', '2', null, null],
    ]);
    expect(report?.totals).toMatchObject([{ row: 10, values: { people: 21 } }]);
    expect(report?.rejected).toEqual([]);
  });

  it('shows its cells again as they stood', async () => {
    const book: TestBook = { sheets: [{ name: '表', rows: [HEADER, row('甲县', '一社', 1), row('乙县', '二社', 2)] }] };
    const found = await verbatim(new Blob([xlsx(book)]), { dialect: { sheet: '表' } }, [3, 1, 99]);
    expect([...found.keys()]).toEqual([1, 3]);
    expect(found.get(3)?.slice(0, 4)).toEqual(['乙县', '二社', '2', '3.5']);
  });

  it('each sheet with a ledger’s table is one; hidden and other sheets are told', async () => {
    const table = [HEADER, row('甲县', '一社', 1)];
    const { tables, rest } = await tablesOf({
      sheets: [
        { name: '说明', rows: [['填表说明'], ['一、按季报送。']] },
        { name: '二季度', rows: table },
        { name: '三季度', rows: [...table, row('甲县', '二社', 2)] },
        { name: '底稿', state: 'hidden', rows: table },
        {
          name: '对照',
          rows: [
            ['日期', '温度', '湿度'],
            [1, 2, 3],
            [4, 5, 6],
          ],
        },
        { name: '空', rows: [] },
      ],
    });
    expect(tables.map((t) => [t.reading.dialect, t.reading.ledger])).toEqual([
      [{ sheet: '二季度' }, 'survey'],
      [{ sheet: '三季度' }, 'survey'],
    ]);
    expect(rest).toEqual([
      ['file.sheetUnused', undefined, { sheet: '说明', why: 'unknown' }],
      ['file.sheetUnused', undefined, { sheet: '底稿', why: 'hidden' }],
      ['file.sheetUnused', undefined, { sheet: '对照', why: 'unknown' }],
    ]);
  });

  it('of unknown tables only is asked about, sheet by sheet', async () => {
    const weather = [
      ['日期', '温度', '湿度'],
      ['一日', 2, 3],
      ['二日', 5, 6],
    ];
    const { tables } = await tablesOf(
      {
        sheets: [
          { name: '甲', rows: weather },
          { name: '乙', rows: weather },
        ],
      },
      '天气.xlsx',
    );
    expect(tables.map((t) => [t.reading.dialect, t.questions])).toEqual([
      [{ sheet: '甲' }, [{ ask: 'map', headers: ['日期', '温度', '湿度'] }]],
      [{ sheet: '乙' }, [{ ask: 'map', headers: ['日期', '温度', '湿度'] }]],
    ]);
  });

  it('a value right of the table costs no row, and is named', async () => {
    const book: TestBook = {
      sheets: [{ name: '表', rows: [HEADER, row('甲县', '一社', 1), [...row('乙县', '二社', 2), null, '待核']] }],
    };
    const { tables } = await tablesOf(book);
    expect(tables[0]?.problems.map((p) => [p.code, p.place.column])).toEqual([['file.columnUnknown', 12]]);
    const [read] = await readAll(book);
    expect(read?.report.accepted).toBe(2);
  });

  it('a secrecy mark stops it, in a cell of any sheet, a sheet’s name, or at the foot of a page', async () => {
    const table = [HEADER, row('甲县', '一社', 1)];
    const marked = [
      {
        sheets: [
          { name: '表', rows: table },
          { name: '藏', state: 'hidden' as const, rows: [['a'], ['机 密★']] },
        ],
      },
      { sheets: [{ name: '秘密★表', rows: table }] },
      { sheets: [{ name: '表', rows: table, footer: '绝密（★）' }] },
    ];
    for (const book of marked) expect(await look(book)).toMatchObject({ ok: false, problem: { code: 'file.classified' } });
  });

  it('persons in a sheet that is not read are asked about all the same', async () => {
    const { tables } = await tablesOf({
      sheets: [
        { name: '表', rows: [HEADER, row('甲县', '一社', 1)] },
        { name: '底稿', state: 'hidden', rows: [['电话'], ['13800138000']] },
      ],
    });
    expect(tables[0]?.questions).toMatchObject([{ ask: 'persons', found: { columns: [] } }]);
    expect(tables[0]?.persons?.samples.join()).not.toContain('13800138000');
  });

  it('written by another program is read whatever its name says', async () => {
    const sheet = [HEADER, row('甲县', '一社', 12)].map((r) => r.map((c) => ({ value: c as string | number })));
    const bytes = new Uint8Array(await writeXlsxFile(sheet, { sheet: '调查表' }).toBuffer());
    const seen = await look(bytes, '调查表2026Q3.csv');
    if (!seen.ok) throw new Error(JSON.stringify(seen.problem));
    const { rows } = await rowsOf(new Blob([bytes]), (seen.tables[0] as TableProposal).reading, [SURVEY]);
    expect(cellsOf(rows, 'county', 'people', 'money', 'since')).toEqual([['甲县', '12', '3.5', '2020-01-02']]);
  });

  it('without anything in it is empty; with a header alone it has no rows', async () => {
    expect(await look({ sheets: [{ name: '表', rows: [] }] })).toMatchObject({ ok: false, problem: { code: 'file.empty' } });
    expect(await look({ sheets: [{ name: '表', rows: [HEADER] }] })).toMatchObject({
      ok: false,
      problem: { code: 'file.noRows' },
    });
  });
});

describe('what is no .xlsx is known by its content', () => {
  const wide = (name: string) => name.replace(/./g, '$&\0');
  const ole = (text: string) =>
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new TextEncoder().encode(text)]);
  const utf8 = (text: string) => new TextEncoder().encode(text);

  it.each([
    ['Excel 97', ole(wide('Workbook')), '表.xlsx', 'file.workbook', 'xls'],
    ['WPS', ole(wide('Workbook')), '表.et', 'file.workbook', 'et'],
    ['a password', ole(wide('EncryptedPackage')), '表.xlsx', 'file.workbook', 'encrypted'],
    ['a document of Word 97', ole(wide('WordDocument')), '表.xls', 'file.binary', undefined],
    [
      'a web page',
      utf8('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table></table></html>'),
      '表.xls',
      'file.workbook',
      'html',
    ],
    ['a web archive', utf8('MIME-Version: 1.0\nContent-Type: multipart/related'), '表.xls', 'file.workbook', 'html'],
    ['XML of Excel 2003', utf8('\ufeff<?xml version="1.0"?><Workbook></Workbook>'), '表.xls', 'file.workbook', 'xml'],
    ['a picture', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]), '表.csv', 'file.binary', undefined],
    ['RTF', utf8('{\\rtf1 table}'), '表.csv', 'file.binary', undefined],
  ])('%s', async (_, bytes, name, code, kind) => {
    expect(await look(new Uint8Array(bytes), name)).toMatchObject({
      ok: false,
      problem: { code, place: { file: name }, params: kind === undefined ? {} : { kind } },
    });
  });
});
