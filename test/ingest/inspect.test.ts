import type { Dialect, TableProposal } from '../../src/model/table';
import { describe, expect, it } from 'vitest';
import { inspect } from '../../src/ingest';
import { indicators } from '../../src/ledgers/indicators';
import { roster } from '../../src/ledgers/roster';
import type { LedgerDef } from '../../src/model/ledger';
import { csv, gb18030, inspectText, load, problemOf, proposalOf, SURVEY, SURVEY_HEADER, utf16, utf8 } from './support';

const ROW = '甲县,一社,12,3.5,95,2020-01-02,是,企业,三星,';
const TABLE = csv(SURVEY_HEADER, ROW, ROW.replace('一社', '二社'));
const NAME = '调查表2026Q3.csv';
const only: readonly LedgerDef[] = [SURVEY];
const mapped = (columns: readonly { header: string; column: string | null }[]) =>
  columns.map((c) => `${c.header}>${c.column ?? ''}`);

describe('bytes', () => {
  it('are read as UTF-8 with and without a byte order mark, GB18030, and UTF-16 with a mark: equal rows', async () => {
    const files = [utf8(TABLE), utf8(`\ufeff${TABLE}`), gb18030(TABLE), utf16(TABLE, true), utf16(TABLE, false)];
    const loaded = await Promise.all(files.map((f) => load(f, NAME, only)));
    expect(loaded.map((l) => [(l.table.reading.dialect as Dialect).encoding, (l.table.reading.dialect as Dialect).bom])).toEqual([
      ['utf-8', 0],
      ['utf-8', 3],
      ['gb18030', 0],
      ['utf-16le', 2],
      ['utf-16be', 2],
    ]);
    for (const l of loaded) expect(l.rows).toEqual(loaded[0]?.rows);
    expect(loaded[0]?.rows).toHaveLength(2);
  });

  it('line ends may be LF, CRLF, CR or mixed', async () => {
    const rows = await Promise.all(
      [TABLE, TABLE.replaceAll('\r', ''), TABLE.replaceAll('\n', ''), TABLE.replace('\r', '')].map((t) => load(t, NAME, only)),
    );
    for (const r of rows) expect(r.rows.map((x) => x['name'])).toEqual(['一社', '二社']);
  });

  it('a few bytes that can not be decoded cost their rows, which tell where they are', async () => {
    const bytes = utf8(TABLE);
    const at = bytes.length - 20;
    bytes[at] = 0xff;
    const { table, rows, report } = await load(bytes, NAME, only);
    expect([table.clean, rows.map((r) => r['name'])]).toEqual([false, ['一社']]);
    expect(report.rejected).toMatchObject([{ code: 'file.undecodable', place: { row: 3 }, params: { offset: at } }]);
  });

  it('in the header they cost the file, named by row, offset and value', async () => {
    const bytes = utf8(csv('2026年第三季度调查表,,,,,,,,,') + TABLE);
    const at = bytes.indexOf(0x0a) + 5;
    bytes[at] = 0xff;
    expect(await problemOf(bytes, NAME, only)).toEqual({
      code: 'file.undecodable',
      level: 'error',
      place: { file: NAME, row: 2 },
      params: { offset: at, byte: 'ff', encoding: 'utf-8' },
    });
  });

  it('many of them cost the file: it is no text of any encoding tried', async () => {
    const bytes = utf8(TABLE);
    for (let i = 3; i < bytes.length; i += 9) bytes[i] = 0xff;
    expect(await problemOf(bytes, NAME, only)).toMatchObject({ code: 'file.undecodable', params: { byte: 'ff' } });
  });

  it('what another program could not decode is no text either, though the bytes are valid', async () => {
    const { report } = await load(TABLE.replace('二社', '二\ufffd社'), NAME, only);
    expect(report.rejected.map((p) => [p.code, p.place.row])).toEqual([['file.undecodable', 3]]);
  });

  it('are read as UTF-16 without a mark, and as Big5 where the user says so', async () => {
    const unmarked = await load(utf16(TABLE, true).slice(2), NAME, only);
    expect(unmarked.table.reading.dialect).toMatchObject({ encoding: 'utf-16le', bom: 0 });
    expect(unmarked.rows).toHaveLength(2);
    expect((await load(utf16(TABLE, false).slice(2), NAME, only)).table.reading.dialect).toMatchObject({ encoding: 'utf-16be' });
    // 甲乙,甲
    const big5 = new Uint8Array([0xa5, 0xd2, 0xa4, 0x41, 0x2c, 0xa5, 0xd2, 0x0a, 0xa5, 0xd2, 0x2c, 0x31, 0x0a]);
    const blob = new Blob([big5]);
    const seen = await inspect(blob, { hash: '0', name: NAME, size: blob.size }, { dialect: { encoding: 'big5' } }, only);
    if (!seen.ok) throw new Error(JSON.stringify(seen.problem));
    expect(seen.tables[0]?.reading.columns.map((c) => c.header)).toEqual(['甲乙', '甲']);
    expect(seen.tables[0]?.reading.dialect).toMatchObject({ encoding: 'big5', bom: 0 });
  });

  it('an undecodable byte far inside a large file costs its row only', async () => {
    const line = utf8(`${ROW}\r\n`);
    const bytes = new Uint8Array(utf8(`${SURVEY_HEADER}\r\n`).length + line.length * 80_000);
    bytes.set(utf8(`${SURVEY_HEADER}\r\n`));
    for (let at = bytes.length - line.length * 80_000; at < bytes.length; at += line.length) bytes.set(line, at);
    bytes[bytes.length - line.length * 40_000 + 9] = 0xff;
    const { report } = await load(bytes, NAME, only);
    expect([report.accepted, report.rejected.map((p) => [p.code, p.place.row])]).toEqual([
      79_999,
      [['file.undecodable', 40_002]],
    ]);
  });
});

describe('what is no table of text is answered in one word', () => {
  const bytes = (...b: number[]) => new Uint8Array([...b, ...new Array<number>(600).fill(0x20)]);

  it.each([
    [
      'a zip that is a workbook, cut off',
      new Uint8Array([0x50, 0x4b, 3, 4, ...utf8('....xl/workbook.xml')]),
      'file.workbookDamaged',
      {},
    ],
    ['another zip', bytes(0x50, 0x4b, 3, 4), 'file.binary', {}],
    ['an OLE file', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'file.workbook', { kind: 'xls' }],
    ['a web page', utf8('\n<HTML><table><tr><td>县</td></tr></table>'), 'file.workbook', { kind: 'html' }],
    ['a PDF', utf8('%PDF-1.7\n'), 'file.binary', {}],
    ['bytes with NUL', bytes(0x41, 0, 0x42), 'file.binary', {}],
    ['no bytes', new Uint8Array(0), 'file.empty', {}],
    ['blanks and commas only', utf8('\ufeff,,,\r\n,,,\r\n'), 'file.empty', {}],
  ])('%s', async (_, content, code, params) => {
    expect(await problemOf(content, '台账.csv')).toMatchObject({ code, params, place: { file: '台账.csv' } });
  });

  it('a secrecy mark stops the import, in the text or in the name', async () => {
    const marked = csv('附件1,,', '机密 ★ 一年,,', SURVEY_HEADER, ROW);
    expect(await problemOf(gb18030(marked), NAME, only)).toMatchObject({
      code: 'file.classified',
      place: { row: 2 },
      params: { mark: '机密 ★' },
    });
    expect(await problemOf(TABLE, '秘密★调查表2026Q3.csv', only)).toMatchObject({ code: 'file.classified' });
    for (const mark of ['秘　密★', '绝密☆10年', '机密（★）', '【秘密】★'.replace('】', '')]) {
      const seen = await inspectText(csv(`${mark},,`, SURVEY_HEADER, ROW), NAME, only);
      expect(seen.ok || seen.problem.code).toBe('file.classified');
    }
    expect((await inspectText(TABLE.replace('三星', '★★★'), NAME, only)).ok).toBe(true);
  });
});

describe('dialect', () => {
  it.each([',', '\t', ';', '|', '，', '；'])('finds the delimiter %j', async (delimiter) => {
    const { table, rows } = await load(TABLE.replaceAll(',', delimiter), NAME, only);
    expect(table.reading.dialect).toMatchObject({ delimiter, quote: '"' });
    expect(rows).toHaveLength(2);
  });

  it('commas inside texts do not win over the tabs between cells', async () => {
    const text = TABLE.replaceAll(',', '\t').replace('一社', '一,二,三,四,社');
    expect((await load(text, NAME, only)).rows[0]?.['name']).toBe('一,二,三,四,社');
  });

  it('quotes that open cells and do not close them are ordinary characters', async () => {
    const text = csv(SURVEY_HEADER, ...Array.from({ length: 9 }, (_, i) => ROW.replace('一社', `"红旗"社${i}`)));
    const { rows, report } = await load(text, NAME, only);
    expect([report.accepted, rows[3]?.['name']]).toEqual([9, '"红旗"社3']);
  });
});

describe('layout', () => {
  const full = csv(
    '附件1,,,,,,,,,,,',
    '2026年第三季度调查表,,,,,,,,,,,',
    '填报单位（盖章）：示例市,,,填报人：,,单位：人、元,,填报时间：2026.10.8,,,,',
    '序号,县(市、区),组织,,到位资金,其中,,类型,,备注,经办情况,',
    ',,组织名称,人数,,满意率(%),成立时间,,星级,,,',
    '1,2,3,4,5,6,7,8,9,10,,',
    '1,甲县,一社,12,35000,95,2020.1.2,企业,3,,已办,',
    ',合计,,12,35000,,,,,,,',
  );

  it('finds title, fragments, a merged header of two rows and its ledger; 序号 is silently left, an unknown column named', async () => {
    const { table, rows, report } = await load(gb18030(full), '台账.csv', [roster, SURVEY, indicators]);
    const { reading, problems } = table;
    expect(reading).toMatchObject({
      ledger: 'survey',
      header: { first: 3, count: 2 },
      period: '2026Q3',
      rowPeriods: 'only',
      sender: '示例市',
    });
    expect(mapped(reading.columns)).toEqual([
      '序号>',
      '县(市、区)>county',
      '组织/组织名称>name',
      '组织/人数>people',
      '到位资金>money',
      '其中/满意率(%)>rate',
      '其中/成立时间>since',
      '类型>kind',
      '星级>star',
      '备注>remarks',
      '经办情况>',
      '>',
    ]);
    expect(problems).toEqual([
      {
        code: 'file.columnUnknown',
        level: 'notice',
        place: { file: '台账.csv', row: 5, column: 11, header: '经办情况' },
        params: {},
      },
    ]);
    expect(rows[0]).toMatchObject({ _row: '7', county: '甲县', money: '3.5', rate: '0.95', kind: 'firm', star: '3' });
    expect(report.totals).toEqual([{ row: 8, scope: '合计', values: { people: 12, money: 3.5 } }]);
  });

  it('元 in the header or in the fragment 单位：元 scales a column declared in 万元', async () => {
    const text = csv(SURVEY_HEADER.replace('到位资金', '到位资金（元）'), ROW.replace('3.5', '12345'));
    expect((await load(text, NAME, only)).rows[0]?.['money']).toBe('1.2345');
  });

  it('a second header row that no ledger knows is no row of data', async () => {
    const text = csv(`${SURVEY_HEADER},评价,`, ',,,,,,,,,,优,良', `${ROW},1,2`);
    const { table, report } = await load(text, NAME, only);
    expect([table.reading.header.count, report.rows]).toEqual([2, 1]);
    expect(table.problems.map((p) => p.place.header)).toEqual(['评价/优', '评价/良']);
  });

  it('a county may be told by 填报单位 where the table has no column for it', async () => {
    const text = csv('填报单位：甲县,,', '组织名称,人数,类型', '一社,3,企业');
    expect((await load(text, NAME, only)).rows[0]).toMatchObject({ county: '甲县', name: '一社', people: '3' });
  });

  it('a table whose rows all name one unit is sent by that unit', async () => {
    expect((await proposalOf(TABLE, NAME, only)).reading.sender).toBe('甲县');
    expect((await proposalOf(TABLE + csv(ROW.replace('甲', '乙')), NAME, only)).reading.sender).toBe('');
  });

  it('prose, a single column and odds and ends are no tables', async () => {
    const prose = csv('关于做好报送工作的通知', '各县要高度重视，认真组织，按时报送。', '联系方式见附件，逾期不候。');
    expect((await problemOf(prose, '通知.txt')).code).toBe('file.unknownTable');
    expect((await problemOf(csv('1', '2', '3'), '数.csv')).code).toBe('file.noHeader');
    expect((await problemOf('温度,湿度', '天气.csv')).code).toBe('file.unknownTable');
  });

  it('a known table without rows is refused as empty', async () => {
    expect(await problemOf(csv(SURVEY_HEADER, ',,,'), NAME, only)).toMatchObject({
      code: 'file.noRows',
      params: { ledger: 'survey' },
    });
  });

  it('a known table that lacks required columns is refused with their names', async () => {
    const text = csv('县市区,到位资金,满意率,成立时间,组织名称', '甲县,1,95,2020-01-01,一社');
    expect(await problemOf(text, NAME, only)).toMatchObject({
      code: 'file.columnMissing',
      place: { file: NAME, row: 1 },
      params: { ledger: 'survey', columns: ['人数'] },
    });
  });

  it('a known table with as many strange columns as it lacks is asked about, with what it lacks', async () => {
    const text = csv('县市区,到位资金,满意率,成立时间,组织名称,规模', '甲县,1,95,2020-01-01,一社,12');
    const table = await proposalOf(text, NAME, only);
    expect(table.questions.map((q) => q.ask)).toEqual(['map']);
    expect(table.problems).toMatchObject([{ code: 'file.columnMissing', level: 'warning', params: { columns: ['人数'] } }, {}]);
  });

  it('of two columns of one name the parent tells which is of now, also where merged cells have no copy', async () => {
    const [top, low] = ['县市区,组织名称,上年同期,,本期,,成立时间', ',,人数,到位资金,人数,到位资金,'];
    const rows = ['甲县,一社,1,2,12,3.5,2020-01-01', '乙县,二社,1,2,13,4.5,2020-01-01'];
    const now = await load(csv(top, low, ...rows), NAME, only);
    expect(now.rows.map((r) => [r['people'], r['money']])).toEqual([['12', '3.5'], ['13', '4.5']]); // prettier-ignore
    const unclear = await proposalOf(csv(top.replace('上年同期', '甲类').replace('本期', '乙类'), low, ...rows), NAME, only);
    expect(unclear.questions.map((q) => q.ask === 'column' && q.header)).toEqual([
      '甲类/人数',
      '甲类/到位资金',
      '乙类/人数',
      '乙类/到位资金',
    ]);
  });

  it('a figure of the quarter is not taken for one since 1 January, nor the other way round', async () => {
    const of = async (header: string) =>
      (await proposalOf(csv(`县(市、区),年度目标,${header},全职到岗数`, '甲县,100,20,10'), '人才引进2026年三季度.csv')).reading
        .columns[2]?.column;
    expect(await of('引进数(本年累计)')).toBe('total_intake');
    expect(await of('引进数(本季)')).toBeNull();
    const f = async (header: string) =>
      (
        await proposalOf(
          csv(`县(市、区),${header},应研究党委(党组)数,本季已研究数`, '甲县,1,5,5'),
          '专题研究与调度2026年三季度.csv',
        )
      ).reading.columns[1]?.column;
    expect(await f('县委本季研究基层党建(次)')).toBe('county_studies');
    expect(await f('县委本季研究基层党建(累计)')).toBeNull();
  });

  it('a column that comes twice is used once and the second time named', async () => {
    const text = csv(`${SURVEY_HEADER},人数`, `${ROW},99`);
    const { table, rows } = await load(text, NAME, only);
    expect(rows[0]?.['people']).toBe('12');
    expect(table.problems).toMatchObject([{ code: 'file.columnTwice', place: { column: 11 }, params: { column: '人数' } }]);
  });
});

describe('questions', () => {
  const asked = async (text: string, name = NAME, ledgers = only) => (await proposalOf(text, name, ledgers)).questions;

  it('a header a slip away is asked about, its opposite is not proposed', async () => {
    const text = csv(SURVEY_HEADER.replace('成立时间', '成立的时间').replace('是否完成', '未完成'), ROW);
    expect(await asked(text)).toEqual([{ ask: 'column', index: 5, header: '成立的时间', candidates: ['since'] }]);
  });

  it('bare shares above 1 are percent, at most 1 with decimals fractions; both, or only ones, are asked about', async () => {
    const shares = (...v: string[]) => csv(SURVEY_HEADER, ...v.map((s) => ROW.replace('95', s)));
    const shareAs = async (...v: string[]) => (await proposalOf(shares(...v), NAME, only)).reading.columns[4]?.shareAs;
    expect(await shareAs('95', '0', '100')).toBe('percent');
    expect(await shareAs('0.95', '1', '0')).toBe('fraction');
    expect(await shareAs('95%', '0')).toBeUndefined();
    expect(await asked(shares('95%', '0'))).toEqual([]);
    expect(await asked(shares('95', '0.9'))).toEqual([{ ask: 'share', index: 4, header: '满意率', samples: ['0.9', '95'] }]);
    expect(await asked(shares('1'))).toMatchObject([{ ask: 'share', samples: ['1'] }]);
  });

  it('a table that two ledgers fit equally is asked about', async () => {
    const twin: LedgerDef = { ...SURVEY, id: 'twin', name: { zh: '另表', en: 'Twin' } };
    expect(await asked(TABLE, '2026Q3.csv', [SURVEY, twin])).toEqual([{ ask: 'ledger', candidates: ['survey', 'twin'] }]);
    expect(await asked(TABLE, '另表2026Q3.csv', [SURVEY, twin])).toEqual([]);
  });
});

describe('period', () => {
  const titled = (title: string, ...lines: string[]) => csv(`${title},,,,,,,,,`, ...lines);
  const plain = (title: string) => titled(title, SURVEY_HEADER, ROW);
  const columned = (title: string, ...periods: string[]) =>
    titled(title, `${SURVEY_HEADER},期间`, ...periods.map((p) => `${ROW},${p}`));
  const of = async (text: string, name = '表.csv') => {
    const { reading, questions } = await proposalOf(text, name, only);
    return [reading.period, reading.rowPeriods, ...questions];
  };

  it.each([
    ['2026年第三季度调查表', '2026Q3'],
    ['调查表（2026年1—9月）', '2026Q3'],
    ['调查表（截至2026年9月30日）', '2026Q3'],
    ['2026-Q3 调查表', '2026Q3'],
  ])('comes from the title %s', async (title, period) => expect(await of(plain(title))).toEqual([period, 'only']));

  it('comes from the file name, a year in the title only framing it', async () => {
    expect(await of(plain('2026年调查表'), '三季度调查表.csv')).toEqual(['2026Q3', 'only']);
    expect(await of(plain('调查表'), '调查表2026年上半年.csv')).toMatchObject(['2026H1', 'only', { ask: 'period' }]);
  });

  it('is asked where title and file name disagree', async () => {
    expect(await of(plain('2026年第三季度'), '调查表2026Q2.csv')).toEqual([
      '2026Q3',
      'only',
      {
        ask: 'period',
        candidates: [
          { period: '2026Q3', from: 'title' },
          { period: '2026Q2', from: 'fileName' },
        ],
      },
    ]);
  });

  it('is asked where there is none, and 填报时间 only proposes', async () => {
    expect(await of(plain('调查表'))).toEqual([null, 'only', { ask: 'period', candidates: [] }]);
    expect(await of(titled('填报时间：2026.10.8', SURVEY_HEADER, ROW))).toEqual([
      '2026Q3',
      'only',
      { ask: 'period', candidates: [{ period: '2026Q3', from: 'title' }] },
    ]);
  });

  it('a quarter without a year is the last that was over when the table was filled in', async () => {
    expect(await of(titled('第四季度调查表', '填报时间：2027年1月5日,,,,,,,,,', SURVEY_HEADER, ROW))).toEqual(['2026Q4', 'only']);
  });

  it('comes from its column alone, several at once too, without a question', async () => {
    expect(await of(columned('调查表', '2026Q3', '2026Q2'))).toEqual([null, 'own']);
    expect(await of(columned('2026年调查表', '2026Q3', '2026年二季度'))).toEqual([null, 'own']);
    expect(await of(columned('2026年第三季度', '2026Q3', '三季度'))).toEqual(['2026Q3', 'only']);
  });

  it('is asked where the column says other than the title, with the rows of each', async () => {
    expect(await of(columned('2026年第三季度', '2026Q3', '2026Q3', '2026Q2'))).toEqual([
      '2026Q3',
      'only',
      {
        ask: 'period',
        candidates: [
          { period: '2026Q3', from: 'title' },
          { period: '2026Q3', from: 'column', rows: 2 },
          { period: '2026Q2', from: 'column', rows: 1 },
        ],
      },
    ]);
  });

  it('a roster has none and is not asked for one', async () => {
    const { reading, questions } = await proposalOf(csv('单位名称,层级,考核分组', '甲县,县,一组', '乙县,县,一组'), '名册.csv');
    expect([reading.ledger, reading.period, questions]).toEqual(['roster', null, []]);
  });
});

describe('own export', () => {
  it('is read back as indicators, the apostrophe before formula characters taken off again', async () => {
    const text = `\ufeff${csv(
      '期间,单位,考核分组,指标编码,指标,原始值,分子,分母,分值,得分,说明',
      "2026Q3,'=甲县,一组,a.b,'＠满意率,0.97,485,500,10,9.7,",
      "2026Q2,乙县,一组,a.b,'不是公式,,,,10,,缺报",
    )}`;
    const { rows, table, report } = await load(text, '得分2026Q3.csv');
    expect(table.reading).toMatchObject({ ledger: 'indicators', ownExport: true, period: null, rowPeriods: 'own' });
    expect(table.problems).toEqual([]);
    expect(rows.map((r) => [r['_period'], r['unit'], r['indicator'], r['value'], r['denominator']])).toEqual([
      ['2026Q3', '=甲县', '＠满意率', '0.97', '500'],
      ['2026Q2', '乙县', "'不是公式", null, null],
    ]);
    expect(report.warnings.map((w) => w.code)).toEqual(['cell.missing']);
  });
});

describe('clean', () => {
  it('is a regular file with its header in the first record, whatever its encoding, and nothing else', async () => {
    const clean = async (t: string | Uint8Array<ArrayBuffer>) => (await proposalOf(t, NAME, only)).clean;
    expect(await clean(TABLE)).toBe(true);
    expect(await clean(gb18030(TABLE))).toBe(true);
    expect(await clean(csv('2026年第三季度,,,,,,,,,') + TABLE)).toBe(false);
    expect(await clean(`${TABLE}甲县,一社\r\n`)).toBe(false);
    expect(await clean(TABLE.replace('\r', ''))).toBe(false);
  });

  it('is not where most rows would have to be read with care anyway', async () => {
    expect(
      (await proposalOf(csv(SURVEY_HEADER, ...Array.from({ length: 9 }, () => ROW.replace('12', '12人'))), NAME, only)).clean,
    ).toBe(false);
  });

  it('of a large file is said without reading more than its ends', async () => {
    let read = 0;
    class Counting extends Blob {
      override slice(start?: number, end?: number): Blob {
        read += (end ?? this.size) - (start ?? 0);
        return super.slice(start, end);
      }
    }
    const blob = new Counting([csv(SURVEY_HEADER), ...Array.from({ length: 100_000 }, () => csv(ROW))]);
    const { inspect } = await import('../../src/ingest');
    const seen = await inspect(blob, { hash: '0', name: NAME, size: blob.size }, {}, only);
    expect(seen.ok && (seen.tables[0] as TableProposal).clean).toBe(true);
    expect([blob.size > 5_000_000, read < 600_000]).toEqual([true, true]);
  });
});
