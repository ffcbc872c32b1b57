/** The checked table: the county's own cells at their own places, problems marked and said, nothing that calculates, and it reads back. */
import { describe, expect, it } from 'vitest';
import { verbatim as verbatimRows } from '../../src/ingest';
import { openWorkbook } from '../../src/ingest/xlsx';
import type { Problem } from '../../src/model/problem';
import type { TableProposal } from '../../src/model/table';
import { checkedWorkbook, type CheckedSource } from '../../src/report/checked';
import { csv, load, rowsOf } from '../ingest/support';
import { partsOf, seen, speech } from './support';

const TABLE = csv(
  '人才引进统计表（2026年第三季度）,,,,',
  '县市区,年度目标,本年累计引进,到岗数,备注',
  '墨砚区,220,168,141,=1+1',
  '漱玉区,九十多,80,70,"@SUM(A1)\n第二行"',
  '半篙市,不详人,90,85,007',
  ',60,50,40,constructor',
  '云溪县,60,50,40,12345678901234567890',
);

/** A table as the app has it, from its text: read by the app's own reading. */
async function source(text: string, mended: CheckedSource['rows'][number]['mended'] = []): Promise<CheckedSource> {
  const { table, report } = await load(text, '人才_墨砚区.csv');
  const { header, columns } = table.reading;
  const all = Array.from({ length: header.first + header.count + report.rows }, (_, i) => i + 1);
  const texts = await verbatimRows(new Blob([text]), table.reading, all);
  return {
    file: '人才_墨砚区.csv',
    columns,
    firstDataRow: header.first + header.count + 1,
    rows: all.map((row) => ({ row, cells: texts.get(row) ?? [], mended: row === 3 ? mended : [] })),
    problems: [...report.rejected, ...report.warnings],
  };
}

/** The texts of a sheet. */
async function sheetOf(blob: Blob, name: string): Promise<string[][]> {
  const book = await openWorkbook(blob);
  const rows: string[][] = [];
  const { merges } = await book.extras(name);
  for await (const piece of book.rows(name, merges)) rows.push(...piece.records);
  return rows;
}

/** The first five cells: a sheet leaves out blank ones at the end. */
const padded = (row: readonly string[] = []): string[] => Array.from({ length: 5 }, (_, i) => row[i] ?? '');

const THE_TABLE = '原表';
const THE_LIST = '问题清单';

describe('the checked table', () => {
  it('has every cell as it came, at the row and column it came in', async () => {
    const from = await source(TABLE);
    const rows = await sheetOf(await checkedWorkbook(from, speech()), THE_TABLE);
    for (const { row, cells } of from.rows)
      expect(padded(rows[row - 1]), `row ${row}`).toEqual(cells.map((c) => (c === 'constructor' ? 'constructor ' : c)));
  });

  it('never calculates: what begins like a formula stays a text', async () => {
    const files = await partsOf(await checkedWorkbook(await source(TABLE), speech()));
    for (const [name, text] of Object.entries(files)) if (name.includes('sheet')) expect(text, name).not.toContain('<f>');
    expect(files['xl/sharedStrings.xml']).toContain('>=1+1<');
    // A number that would be written otherwise stays a text.
    expect(files['xl/sharedStrings.xml']).toContain('>007<');
    expect(files['xl/sharedStrings.xml']).toContain('>12345678901234567890<');
    expect(files['xl/worksheets/sheet2.xml']).toContain('<v>168</v>');
  });

  it('says beside each row what is wrong with it, and lists it all in front', async () => {
    const from = await source(TABLE);
    expect(from.problems.map((p) => p.place.row)).toEqual(expect.arrayContaining([4, 5, 6]));
    const blob = await checkedWorkbook(from, speech());
    const rows = await sheetOf(blob, THE_TABLE);
    const at = rows[1]?.indexOf('核对意见') ?? -1;
    expect(rows[2]?.[at]).toBe('');
    expect(rows[3]?.[at]).toMatch(/年度目标.*按 90 计/);
    expect(rows[4]?.[at]).toMatch(/年度目标.*读不出整数/);
    expect(rows[5]?.[at]).toMatch(/没有填写.*县/);
    const list = (await sheetOf(blob, THE_LIST)).filter((r) => /^\d+$/.test(r[0] ?? ''));
    expect(list).toHaveLength(from.problems.length);
    expect(list.find((r) => r[2] === '5')).toEqual(expect.arrayContaining(['✕ 退回', 'B列　年度目标', '不详人']));
  });

  it('marks errors, warnings and mends so that they are told apart without colour', async () => {
    const mended = [{ column: 3, text: '140' }];
    const blob = await checkedWorkbook(await source(TABLE, mended), speech());
    const files = await partsOf(blob);
    const sheet = files['xl/worksheets/sheet2.xml'] ?? '';
    const styles = files['xl/styles.xml'] ?? '';
    const list = (tag: string): string[] =>
      [
        ...(new RegExp(`<${tag}s[ >][^]*?</${tag}s>`)
          .exec(styles)?.[0]
          .matchAll(new RegExp(`<${tag}(?: [^>]*)?(?:/>|>[^]*?</${tag}>)`, 'g')) ?? []),
      ].map((m) => m[0]);
    const xfs = [...(/<cellXfs[^]*<\/cellXfs>/.exec(styles)?.[0] ?? '').matchAll(/<xf [^]*?(?:\/>|<\/xf>)/g)].map((m) => m[0]);
    const fontOf = (cell: string): string => {
      const xf = xfs[Number(new RegExp(`r="${cell}" s="(\\d+)"`).exec(sheet)?.[1])] ?? '';
      return list('font')[Number(/fontId="(\d+)"/.exec(xf)?.[1])] ?? '';
    };
    const bold = /<b\s*\/>|<b>/;
    const underlined = /<u[\s/>]/;
    // B5 is the unreadable target, B4 the one that is not exact, D3 the mended one, B3 has nothing.
    expect([fontOf('B5'), fontOf('B4'), fontOf('D3'), fontOf('B3')].map((f) => [bold.test(f), underlined.test(f)])).toEqual([
      [true, false],
      [false, false],
      [false, true],
      [false, false],
    ]);
    const rows = await sheetOf(blob, THE_TABLE);
    expect(rows[2]?.[3]).toBe('141');
    expect(rows[2]?.[rows[1]?.indexOf('代为修正') ?? -1]).toBe('“到岗数”原为“141”，按“140”计');
  });

  it('reads back as the table it was, its remarks left aside', async () => {
    const from = await source(TABLE);
    const blob = await checkedWorkbook(from, speech());
    const found = await seen(blob, '人才_墨砚区-核对表.xlsx');
    if (!found.ok) throw new Error(found.problem.code);
    expect(found.tables.map((t) => [t.reading.ledger, t.reading.period, t.questions])).toEqual([['talent-intake', '2026Q3', []]]);
    const { report } = await rowsOf(blob, (found.tables[0] as TableProposal).reading);
    const before = await load(TABLE);
    expect([report.accepted, report.rejected.map((p) => p.place.row)]).toEqual([
      before.report.accepted,
      before.report.rejected.map((p) => p.place.row),
    ]);
  });

  it('of a table too long for a sheet gives the header and the rows with problems, and says so', async () => {
    const long = csv(
      '人才引进统计表2026年三季度,,,',
      '县市区,年度目标,本年累计引进,到岗数',
      ...Array.from({ length: 300 }, (_, i) => `墨砚区,${i === 200 ? '不详' : 100},90,${i + 1 > 90 ? 90 : i}`),
    );
    const from = { ...(await source(long)), problems: [] as Problem[] };
    const bad: Problem = {
      code: 'cell.unreadable',
      level: 'error',
      place: { row: 203, column: 2, header: '年度目标', value: '不详' },
      params: { expects: 'integer' },
    };
    const blob = await checkedWorkbook({ ...from, problems: [bad] }, speech(), 400);
    const rows = await sheetOf(blob, THE_TABLE);
    expect(rows).toHaveLength(3);
    expect(rows[2]?.slice(0, 2)).toEqual(['墨砚区', '不详']);
    expect(rows[2]?.at(-1)).toBe('203');
    expect((await sheetOf(blob, THE_LIST)).flat().join()).toContain('只列有问题的 1 行');
  });

  it('speaks English on an English page', async () => {
    const files = await partsOf(await checkedWorkbook(await source(TABLE), speech('en')));
    expect(files['xl/workbook.xml']).toContain('name="Problems"');
    expect(files['xl/sharedStrings.xml']).toContain('Remarks');
  });
});
