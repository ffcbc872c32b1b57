import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dialectOf } from '../../src/ingest/dialect';
import { tokenise, type CellSyntax } from '../../src/ingest/tokenise';
import { writeCsv } from '../support/write-csv';

const HEADER = ['县市区', '组织名称', '人数', '满意率', '成立时间', '备注'];
const TABLE = [
  HEADER,
  ...Array.from({ length: 12 }, (_, i) => [
    `${'甲乙丙丁'[i % 4]}县`,
    `第${i}党支部`,
    String(i * 7),
    '95.3%',
    '2020-01-02',
    '已完成',
  ]),
];
const read = (text: string, wish?: Partial<CellSyntax>) => tokenise(text, dialectOf(text, wish)).records;

describe('dialectOf()', () => {
  const syntaxes = [',', '\t', ';', '|', '，', '；', ', ', ' '].flatMap((delimiter) =>
    ([{ quote: '"' }, { quote: "'" }, { quote: '"', escape: '\\' }] as const).map((q): CellSyntax => ({ delimiter, ...q })),
  );

  it.each(syntaxes.map((s) => [JSON.stringify(s), s] as const))('finds %s by a table with awkward cells in it', (_, syntax) => {
    const awkward = TABLE.map((r, i) =>
      i === 3 || i === 7 ? [...r.slice(0, 5), `甲${syntax.delimiter}乙\n说${syntax.quote}丙${syntax.quote}`] : r,
    );
    expect(read(writeCsv(awkward, syntax))).toEqual(awkward);
  });

  it('does not go by the first line', () => {
    const text = `关于甲、乙，丙；丁，戊的报表|2026\n${writeCsv(TABLE, { delimiter: '\t', quote: '"' })}`;
    expect(read(text).slice(1)).toEqual(TABLE);
  });

  it('is a comma where amounts have thousands separators inside quotes, a semicolon where they have commas without', () => {
    const rows = TABLE.map((r, i) => (i === 0 ? r : [...r.slice(0, 2), `${i},234`, ...r.slice(3)]));
    expect(read(writeCsv(rows, { delimiter: ',', quote: '"' }))).toEqual(rows);
    expect(read(writeCsv(rows, { delimiter: ';', quote: '"' }))).toEqual(rows);
  });

  it.each(['"', "'"])('knows %s around every cell', (q) => {
    expect(read(TABLE.map((r) => r.map((c) => q + c + q).join(',') + '\n').join(''))).toEqual(TABLE);
  });

  it('knows a backslash before quotes where they are all there is to tell, at the start of a cell too', () => {
    const syntax: CellSyntax = { delimiter: ',', quote: '"', escape: '\\' };
    const rows = TABLE.map((r, i) =>
      i === 4 ? [r[0] ?? '', '"红旗"社', ...r.slice(2)] : i === 5 ? [r[0] ?? '', '先锋"甲"', ...r.slice(2)] : r,
    );
    expect(read(writeCsv(rows, syntax))).toEqual(rows);
  });

  it('is what the user says where he says it', () => {
    const text = 'a;b,c\nd;e,f\n';
    expect(read(text, { delimiter: ';' })).toEqual([
      ['a', 'b,c'],
      ['d', 'e,f'],
    ]);
    expect(dialectOf(text, { delimiter: '|' })).toEqual({ delimiter: '|', quote: '"' });
    expect(read('"a",b\n"c",d\n', { quote: '' })).toEqual([
      ['"a"', 'b'],
      ['"c"', 'd'],
    ]);
    expect(dialectOf('a,b\n', { quote: "'", escape: '\\' })).toEqual({ delimiter: ',', quote: "'", escape: '\\' });
  });

  it('is found, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(',', ';', ' ', '"', "'", '\n', '\\', '县', '1', '\t'), maxLength: 60 }),
        (text) => {
          expect(dialectOf(text).delimiter).not.toBe('');
        },
      ),
      { numRuns: 500 },
    );
  });
});
