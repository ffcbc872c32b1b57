/** The copy of a source that is kept in its place: no person is left in it, and every other cell stands where it stood. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { masked, persons, readTable } from '../../src/ingest';
import { readRecords } from '../../src/ingest/records';
import type { Form, Reading } from '../../src/model/table';
import { xlsx } from '../support/xlsx';
import { csv, gb18030, proposalOf, rowsOf, SURVEY, SURVEY_HEADER, utf16 } from './support';

const NAME = '调查表2026Q3.csv';

async function recordsOf(blob: Blob, dialect: Form): Promise<(readonly string[])[]> {
  const all: (readonly string[])[] = [];
  for await (const piece of readRecords(blob, dialect)) all.push(...piece.records);
  return all;
}

async function copyOf(blob: Blob, reading: Reading): Promise<(readonly string[])[]> {
  const { blob: copy, dialect } = await masked(blob, reading);
  expect(dialect).toEqual({ encoding: 'utf-8', bom: 0, delimiter: ',', quote: '"' });
  return recordsOf(copy, dialect);
}

const FILE = csv(
  '某市调查表,,,,,,,,,,,',
  '填报人：,张三,,联系电话：13800000000,,,,,,,,',
  '',
  `${SURVEY_HEADER},书记姓名,联系电话`,
  '甲县,一社,12,3.5,95%,2020-01-02,是,企业,三星,"由李四同志负责,\n已办",王五,0799-1234567',
  '甲县,二社,1,,,,,,,"说""好""",—,',
  '合计,,13,,,,,,,,合计,',
  '审核人：赵六,,,,,,,,,,,',
);

describe('masked()', () => {
  it('replaces persons wherever they stand, keeps everything else and every place, in any dialect', async () => {
    const { reading } = await proposalOf(FILE, NAME, [SURVEY]);
    const before = await recordsOf(new Blob([FILE]), reading.dialect);
    const after = await copyOf(new Blob([FILE]), reading);
    const changed = after.flatMap((r, row) => r.flatMap((c, i) => (c === before[row]?.[i] ? [] : [[row, i, c]])));
    expect(changed).toEqual([
      [1, 1, '＊＊＊'],
      [1, 3, '联系电话：＊＊＊'],
      [4, 9, '由＊＊＊同志负责,\n已办'],
      [4, 10, '＊＊＊'],
      [4, 11, '＊＊＊'],
      [7, 0, '审核人：＊＊＊'],
    ]);
    expect(after.map((r) => r.length)).toEqual(before.map((r) => r.length));

    const tabs = FILE.replaceAll(',\n', '，\n').replaceAll(',', '\t');
    for (const bytes of [gb18030(tabs), utf16(tabs, true)]) {
      const { reading: how } = await proposalOf(bytes, NAME, [SURVEY]);
      expect((await copyOf(new Blob([bytes]), how)).map((r) => r.map((c) => c.replace('，', ',')))).toEqual(after);
    }
  });

  it('reads as the source reads, rows and numbers of rows alike, by the same reading in the dialect of the copy', async () => {
    const { reading } = await proposalOf(FILE, NAME, [SURVEY]);
    const copy = await masked(new Blob([FILE]), reading);
    const source = await rowsOf(new Blob([FILE]), reading, [SURVEY]);
    const kept = await rowsOf(copy.blob, { ...reading, dialect: copy.dialect }, [SURVEY]);
    expect(kept.rows.map((r) => ({ ...r, remarks: null }))).toEqual(source.rows.map((r) => ({ ...r, remarks: null })));
    expect(kept.report.excluded.map((p) => [p.code, p.place.row])).toEqual(
      source.report.excluded.map((p) => [p.code, p.place.row]),
    );
    expect(await persons(copy.blob, { ...reading, dialect: copy.dialect })).toBeNull();
  });

  it('copies any cells as they are', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', "'", ' ', '甲', ';', '\t', '\u{20000}'), maxLength: 6 });
    const { reading } = await proposalOf(csv(SURVEY_HEADER, '甲县,一社,1,,,,,,,'), NAME, [SURVEY]);
    const quoted = (c: string) => `"${c.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }), async (rows) => {
        const text = rows.map((r) => r.map(quoted).join(',') + '\n').join('');
        const before = await recordsOf(new Blob([text]), reading.dialect);
        expect(await copyOf(new Blob([text]), reading)).toEqual(before);
      }),
      { numRuns: 200 },
    );
  });

  it('what could not be decoded stays so: its row is rejected of the copy too', async () => {
    const text = csv(SURVEY_HEADER, '甲县,一社,1,,,,,,,', '甲县,二?社,1,,,,,,,', '甲县,三社,1,,,,,,,由张三同志负责');
    const bytes = new TextEncoder().encode(text);
    bytes[bytes.indexOf(0x3f)] = 0xff;
    const { reading } = await proposalOf(text, NAME, [SURVEY]);
    const copy = await masked(new Blob([bytes]), reading);
    const { rows, report } = await rowsOf(copy.blob, { ...reading, dialect: copy.dialect }, [SURVEY]);
    expect(report.rejected.map((p) => [p.code, p.place.row])).toEqual([['file.undecodable', 3]]);
    expect(rows.map((r) => r['remarks'])).toEqual([null, '由＊＊＊同志负责']);
  });

  it('of a workbook is a text of the sheet, blank rows and all', async () => {
    const rows = [
      ['调查表'],
      null,
      ['单位', '姓名', '备注'],
      ['甲县', '张三', '说"好",\n了'],
      null,
      ['乙县', '李四', '由王五同志负责'],
    ];
    const reading: Reading = {
      ledger: 'survey',
      dialect: { sheet: '二' },
      header: { first: 2, count: 1 },
      columns: ['单位', '姓名', '备注'].map((header, index) => ({ index, header, column: null })),
      period: null,
      rowPeriods: 'own',
      sender: '',
      ownExport: false,
    };
    const blob = new Blob([
      xlsx({
        sheets: [
          { name: '一', rows: [['张三书记']], merges: [] },
          { name: '二', rows, merges: [] },
        ],
      }),
    ]);
    const before = await recordsOf(blob, reading.dialect);
    const after = await copyOf(blob, reading);
    expect(after.length).toBe(before.length);
    expect(after.map((r) => r.filter((c) => c !== ''))).toEqual([
      ['调查表'],
      [],
      ['单位', '姓名', '备注'],
      ['甲县', '＊＊＊', '说"好",\n了'],
      [],
      ['乙县', '＊＊＊', '由＊＊＊同志负责'],
    ]);
  });

  it('in a turned table masks the rows that are its columns of persons', async () => {
    const text = csv('项目,甲县,乙县', '组织名称,一社,二社', '人数,1,2', '书记姓名,张三,李四', '备注,由王五同志负责,');
    const reading: Reading = {
      ledger: 'survey',
      dialect: { encoding: 'utf-8', bom: 0, delimiter: ',', quote: '"' },
      area: { first: 0, last: 4 },
      transposed: true,
      header: { first: 0, count: 1 },
      columns: ['县市区', '组织名称', '人数', '书记姓名', '备注'].map((header, index) => ({ index, header, column: null })),
      period: null,
      rowPeriods: 'own',
      sender: '',
      ownExport: false,
    };
    expect(await persons(new Blob([text]), reading)).toEqual({
      columns: [{ index: 3, header: '书记姓名' }],
      cells: 1,
      samples: ['由＊＊＊同志负责'],
    });
    expect(await copyOf(new Blob([text]), reading)).toEqual([
      ['项目', '甲县', '乙县'],
      ['组织名称', '一社', '二社'],
      ['人数', '1', '2'],
      ['书记姓名', '＊＊＊', '＊＊＊'],
      ['备注', '由＊＊＊同志负责', ''],
    ]);
  });

  it('leaves no person outside the table either: below a header of persons its column is one', async () => {
    const first = csv(SURVEY_HEADER, '甲县,一社,1,,,,,,,');
    const text = first + csv('', '通讯录', '单位,姓名,手机', '甲县,张三,13800000000', '乙县,李四,无', '', '单位,人数', '甲县,3');
    const { reading } = await proposalOf(first, NAME, [SURVEY]);
    const copy = await copyOf(new Blob([text]), { ...reading, area: { first: 0, last: 1 } });
    expect(copy.slice(3)).toEqual([
      ['通讯录'],
      ['单位', '姓名', '手机'],
      ['甲县', '＊＊＊', '＊＊＊'],
      ['乙县', '＊＊＊', '无'],
      [''],
      ['单位', '人数'],
      ['甲县', '3'],
    ]);
  });
});

describe('persons()', () => {
  it('looks through a large source to its end', async () => {
    const row = '甲县,一社,12,3.5,95%,2020-01-02,是,企业,三星,';
    const head = csv(SURVEY_HEADER, row);
    const { reading } = await proposalOf(head, NAME, [SURVEY]);
    const rows = csv(...Array.from({ length: 20_000 }, () => row));
    expect(await persons(new Blob([head, rows]), reading)).toBeNull();
    expect(await persons(new Blob([head, rows, csv(`${row}由张三同志负责`)]), reading)).toEqual({
      columns: [],
      cells: 1,
      samples: ['由＊＊＊同志负责'],
    });
    const stop = new AbortController();
    stop.abort();
    await expect(persons(new Blob([head, rows]), reading, stop.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('of a masked copy finds none, and the copy reads on', async () => {
    const text = csv(SURVEY_HEADER, '甲县,一社,1,,,,,,,书记：赵六');
    const { reading } = await proposalOf(text, NAME, [SURVEY]);
    const copy = await masked(new Blob([text]), reading);
    const how = { ...reading, dialect: copy.dialect };
    expect(await persons(copy.blob, how)).toBeNull();
    expect((await readTable(copy.blob, NAME, how, SURVEY, () => Promise.resolve())).accepted).toBe(1);
  });
});
