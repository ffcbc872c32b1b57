import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { formatOf, plainNumber, shown } from '../../src/ingest/xlsx/format';
import { openWorkbook, WorkbookFault } from '../../src/ingest/xlsx';
import { XmlScanner } from '../../src/ingest/xlsx/xml';
import { entriesOf, unpack, type Entry } from '../../src/ingest/xlsx/zip';
import { columnName, serial, xlsx, type TestBook, type TestCell } from '../support/xlsx';

async function rowsOf(bytes: BlobPart, sheet?: string): Promise<string[][]> {
  const book = await openWorkbook(new Blob([bytes]));
  const name = sheet ?? book.sheets[0]?.name ?? '';
  const { merges } = await book.extras(name);
  const rows: string[][] = [];
  for await (const piece of book.rows(name, merges)) {
    expect(piece.first).toBe(rows.length + 1);
    rows.push(...piece.records);
  }
  return rows;
}
const rows = (rows: readonly (readonly TestCell[] | null)[], more: Omit<TestBook, 'sheets'> & { merges?: string[] } = {}) =>
  rowsOf(xlsx({ ...more, sheets: [{ name: '表', rows, merges: more.merges ?? [] }] }));

const faultOf = (bytes: BlobPart) =>
  openWorkbook(new Blob([bytes])).then(
    () => null,
    (e: unknown) => (e instanceof WorkbookFault ? e.why : e),
  );

describe('a cell shows', () => {
  const show = (code: string | number, value: number | string, date1904 = false) =>
    shown(String(value), typeof code === 'number' ? formatOf(code, undefined) : formatOf(200, code), date1904);
  const day = serial('2026-03-05');

  it.each([
    ['General', 0.1 + 0.2, '0.3'],
    ['General', 95.3, '95.3'],
    ['General', -0.0, '0'],
    ['General', 1e21, '1000000000000000000000'],
    ['General', 1.5e-7, '0.00000015'],
    ['General', 123456789012345, '123456789012345'],
    ['#,##0.00', 1234567.891, '1234567.891'],
    ['0.00E+00', 12345, '12345'],
    ['G/通用格式', 12, '12'],
    ['0"个"', 12, '12'],
    ['#,##0,', 12000, '12'],
    ['0!.0,"万"', 12000, '1.2'],
    ['0%', 0.953, '95.3%'],
    ['0.00%', 1, '100%'],
    [10, 0.07, '7%'],
    ['_ * #,##0_ ;_ * -#,##0_ ;_ * "-"??_ ;_ @_ ', 0, '0'],
  ])('by the format %s the number %d as %s', (code, value, text) => expect(show(code, value)).toBe(text));

  it.each([
    ['yyyy-mm-dd', day, '2026-03-05'],
    ['yyyy/m/d;@', day, '2026-03-05'],
    ['[$-804]yyyy"年"m"月"d"日";@', day, '2026-03-05'],
    ['yyyy\\-mm\\-dd', day, '2026-03-05'],
    ['m"月"d"日"', day, '2026-03-05'],
    ['yyyy"年"m"月"', day, '2026年3月'],
    ['yyyy', day, '2026'],
    ['m"月"', day, '3月'],
    ['yyyy/m/d h:mm', day + 0.5, '2026-03-05 12:00'],
    ['yyyy-mm-dd hh:mm:ss', day + 86399 / 86400, '2026-03-05 23:59:59'],
    ['h:mm', 0.75, '18:00'],
    ['[h]:mm', 1.5, '36:00'],
    ['mm:ss', 65 / 86400, '00:01:05'],
    [14, day, '2026-03-05'],
    [31, day, '2026-03-05'],
    [57, day, '2026年3月'],
    ['yyyy-mm-dd', 0, '1900-01-00'],
    ['yyyy-mm-dd', 1, '1900-01-01'],
    ['yyyy-mm-dd', 59, '1900-02-28'],
    ['yyyy-mm-dd', 60, '1900-02-29'],
    ['yyyy-mm-dd', 61, '1900-03-01'],
    ['yyyy-mm-dd', -3, '-3'],
    ['yyyy-mm-dd', 20260305, '20260305'],
  ])('by the format %s the day %d as %s', (code, value, text) => expect(show(code, value)).toBe(text));

  it('every day as the calendar has it', () => {
    for (let n = 61; n < 80_000; n += 13)
      expect(show(14, n)).toBe(new Date(Date.UTC(1899, 11, 30) + n * 86_400_000).toISOString().slice(0, 10));
  });

  it('days by the other calendar 1462 later', () => expect(show(14, day - 1462, true)).toBe('2026-03-05'));

  it('numbers so that they read back to what 15 digits hold', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }), (n) => {
        const text = plainNumber(n);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        if (Math.abs(n) > 1e-15) expect(Number(text)).toBe(Number(n.toPrecision(15)));
      }),
    );
  });
});

describe('rows of a sheet', () => {
  it('are its own, with texts as they stand: runs joined, readings left out, escapes undone, line ends LF', async () => {
    const strings = [
      '<r><t>甲</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 县</t></r><rPh sb="0" eb="1"><t>jia</t></rPh><phoneticPr fontId="1"/>',
      '<t>一_x000D_\n二_x005F_x000D_ &amp;&#x4E09;<![CDATA[<四>]]></t>',
      '<t/>',
    ];
    const shared = (n: number): TestCell => ({ attributes: 't="s"', content: `<v>${n}</v>` });
    expect(await rows([[shared(0), shared(1), shared(2), '尾']], { strings })).toEqual([
      ['甲 县', '一\n二_x000D_ &三<四>', '', '尾'],
    ]);
  });

  it('show booleans, errors, formulas by their saved values, inline texts and dates of both kinds', async () => {
    const cells: TestCell[] = [
      { attributes: 't="b"', content: '<v>1</v>' },
      { attributes: 't="e"', content: '<v>#N/A</v>' },
      { attributes: 't="str"', content: '<f>A1&amp;"县"</f><v>甲县</v>' },
      { content: '<f>SUM(A1:A2)</f><v>3.0000000000000004</v>' },
      { content: '<f>NOW()</f>' },
      { attributes: 't="inlineStr"', content: '<is><r><t>乙</t></r><r><t>县</t></r></is>' },
      { attributes: 't="d"', content: '<v>2026-03-05T00:00:00</v>' },
      { attributes: 's="1"', content: `<v>${serial('2026-03-05')}</v>` },
      { attributes: 's="2"', content: '<v>0.953</v>' },
      { attributes: 's="99"', content: '<v>7</v>' },
    ];
    expect(await rows([cells], { formats: ['yyyy"年"m"月"', '0.0%'] })).toEqual([
      ['TRUE', '#N/A', '甲县', '3', '', '乙县', '2026-03-05', '2026年3月', '95.3%', '7'],
    ]);
  });

  it('keep their numbers where rows are left out or blank, and end with the last value', async () => {
    expect(await rows([['a', 'b'], null, [' '], null, ['c'], [null, { content: '' }], null])).toEqual([
      ['a', 'b'],
      [],
      [],
      [],
      ['c', ''],
    ]);
  });

  it('need no references and no strings, styles or declared parts', async () => {
    const sheet = `<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c r="C1" t='str'><x:v>a>b</x:v></x:c></x:row><x:row><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const parts = { 'xl/worksheets/sheet1.xml': sheet, 'xl/styles.xml': null, 'xl/sharedStrings.xml': null, '_rels/.rels': null };
    expect(await rows([], { parts })).toEqual([
      ['1', '', 'a>b'],
      ['2', '', ''],
    ]);
  });

  it('fill a name, date or year merged over rows down, and leave a figure in the first', async () => {
    const table = [
      ['县', '年', '组织', '经费'],
      ['甲县', 2026, '一社', 30],
      [null, null, '二社', null],
      [null, null, null, null],
      ['乙县', 2025, '三社', 5],
    ];
    expect(await rows(table, { merges: ['A2:A4', 'B2:B4', 'D2:D3'] })).toEqual([
      ['县', '年', '组织', '经费'],
      ['甲县', '2026', '一社', '30'],
      ['甲县', '2026', '二社', ''],
      [],
      ['乙县', '2025', '三社', '5'],
    ]);
  });

  it('are those another program wrote', async () => {
    const bytes = await writeXlsxFile(
      [
        [{ value: '县市区', fontWeight: 'bold' }, { value: '成立时间' }, { value: '满意率' }],
        [
          { value: '甲 & <乙>县', type: String },
          { value: new Date('2026-03-05T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' },
          { value: 0.953, type: Number, format: '0.0%' },
        ],
      ],
      { sheet: '二〇二六' },
    ).toBuffer();
    expect(await rowsOf(new Uint8Array(bytes), '二〇二六')).toEqual([
      ['县市区', '成立时间', '满意率'],
      ['甲 & <乙>县', '2026-03-05', '95.3%'],
    ]);
  });

  it('any table of texts and numbers reads as written', async () => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom('县', 'a', '<', '&', '"', "'", '>', ']]>', '_x', ' '), minLength: 1, maxLength: 6 }),
      fc.integer(),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        async (table) => {
          const read = await rows(table);
          for (const [i, r] of table.entries()) {
            const texts = r.map(String);
            const blank = texts.every((t) => t.trim() === '');
            expect((read[i] ?? []).slice(0, r.length)).toEqual(blank ? [] : texts);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a workbook', () => {
  const plain: TestBook = { sheets: [{ name: '表', rows: [['a', 1]] }] };

  it('has its sheets in order, the hidden ones told; sheets of charts are none', async () => {
    const book = await openWorkbook(
      new Blob([
        xlsx({
          sheets: [
            { name: '二 & 三', rows: [['a']] },
            { name: '藏', state: 'veryHidden', rows: [['b']] },
            { name: '一', state: 'hidden', rows: [['c']] },
          ],
        }),
      ]),
    );
    expect(book.sheets).toEqual([
      { name: '二 & 三', hidden: false },
      { name: '藏', hidden: true },
      { name: '一', hidden: true },
    ]);
  });

  it('tells merged cells and what is printed on its pages', async () => {
    const bytes = xlsx({ sheets: [{ name: '表', rows: [['a']], merges: ['B2:C3'], footer: '第&P页' }] });
    expect(await (await openWorkbook(new Blob([bytes]))).extras('表')).toEqual({
      merges: [{ top: 1, left: 1, bottom: 2, right: 2 }],
      printed: '第&P页\n',
    });
  });

  it.each([
    ['an OpenDocument table', { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }, 'ods'],
    ['a binary workbook', { '[Content_Types].xml': '<a/>', 'xl/workbook.bin': 'x' }, 'xlsb'],
    ['a text document', { '[Content_Types].xml': '<a/>', 'word/document.xml': '<a/>' }, 'binary'],
    ['any other zip', { 'a.txt': 'a' }, 'binary'],
    ['a workbook without its book', { '[Content_Types].xml': '<a/>', 'xl/styles.xml': '<a/>' }, 'damaged'],
  ])('is not %s', async (_, files, why) => {
    const parts = Object.fromEntries(Object.entries(files).map(([n, t]) => [n, strToU8(t)]));
    expect(await faultOf(new Uint8Array(zipSync(parts)))).toBe(why);
  });

  it('cut off or with a damaged part is refused as damaged', async () => {
    const bytes = xlsx(plain);
    expect(await faultOf(bytes.slice(0, bytes.length - 40))).toBe('damaged');
    const sheetless = xlsx({ ...plain, parts: { 'xl/worksheets/sheet1.xml': null } });
    await expect(rowsOf(sheetless)).rejects.toMatchObject({ why: 'damaged' });
  });

  it('damaged anywhere rejects as such or reads, never otherwise', async () => {
    const bytes = xlsx(plain);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, byte) => {
        const broken = bytes.slice();
        broken[at] = byte;
        await rowsOf(broken).catch((e: unknown) => expect(e).toBeInstanceOf(WorkbookFault));
      }),
      { numRuns: 400 },
    );
  });

  it('that unpacks to more than can be held is refused before it is held', async () => {
    const blob = new Blob([new Uint8Array(zipSync({ 'a.xml': new Uint8Array(50 * 2 ** 20) }))]);
    const entry = (await entriesOf(blob)).get('a.xml') as Entry;
    expect(blob.size).toBeLessThan(100_000);
    let held = 0;
    const reading = (async () => {
      for await (const { bytes } of unpack(blob, entry, 'a.xml', undefined, 2 ** 20)) held += bytes.length;
    })();
    await expect(reading).rejects.toMatchObject({ why: 'tooLarge' });
    expect(held).toBeLessThanOrEqual(2 ** 20);
  });
});

describe('XML', () => {
  it('is scanned alike however it is cut', () => {
    const text = `<?xml version="1.0"?><!-- <a> --><b:x k='1>2' b:n="&lt;&quot;">甲&amp;<![CDATA[</x>]]><y/>乙</b:x>`;
    const events = (pieces: readonly string[]) => {
      const seen: string[] = [];
      const said = (kind: string, t: string) =>
        kind === 'text' && seen.at(-1)?.startsWith('text')
          ? seen.push(`text ${seen.pop()?.slice(5)}${t}`)
          : seen.push(`${kind} ${t}`);
      const scanner = new XmlScanner({
        open: (n, a) => said('open', `${n} ${a.get('k')} ${a.get('n')}`),
        text: (t) => said('text', t),
        close: (n) => said('close', n),
      });
      for (const p of pieces) scanner.push(p);
      return seen;
    };
    const whole = ['open x 1>2 <"', 'text 甲&</x>', 'open y undefined undefined', 'close y', 'text 乙', 'close x'];
    expect(events([text])).toEqual(whole);
    for (let i = 1; i < text.length; i++) expect(events([text.slice(0, i), text.slice(i)])).toEqual(whole);
  });

  it('columns are named as sheets name them', () =>
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']));
});
