/** Scores as CSV that a spreadsheet opens safely. */
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { titleOf } from '../../src/scheme';
import { scoreAll } from '../../src/score';
import { exportRows, scoresCsv, summaryCsv, type ExportWords } from '../../src/score/export';
import { textField } from '../../src/model/csv';
import { GRADES, leaf, measures, p, roster, scheme } from './city';

const book = scoreAll(
  scheme([leaf('x', 60), leaf('y', 40, { due: 'Y4', carry: true, title: '=1+1, "y"' })], { grades: GRADES }),
  measures({ 'm.x': { '2026Q1': { a: [2, 3], b: null } }, 'm.y': { '2025': { a: 0.5 } } }),
  roster({ a: 'one', b: null, c: null }),
  [p('2026Q1')],
);

const words: ExportWords = {
  leafHeader: ['期间', '单位', '考核分组', '指标编码', '指标', '原始值', '分子', '分母', '分值', '得分', '说明'],
  summaryHeader: ['期间', '单位', '考核分组', '总分', '名次', '组内名次', '等次'],
  title: (t) => titleOf(t, 'en'),
  unit: (id) => `County ${id}`,
  grade: (id) => `grade ${id}`,
  note: (row) => (row.carriedFrom ? `carried from ${row.carriedFrom}` : row.state),
};

const parse = (csv: string): string[][] => Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true }).data;

describe('exportRows()', () => {
  test('has one row per unit × period × leaf, with the figures of the period the value is from', () => {
    const { leaves } = exportRows(book);
    expect(leaves.map((r) => [r.unit, r.leaf, r.value, r.numerator, r.denominator, r.points, r.state, r.carriedFrom])).toEqual([
      ['a', 'x', 2 / 3, 2, 3, 40, 'ok', null],
      ['a', 'y', 0.5, 0.5, null, 20, 'carried', '2025Q4'],
      ['b', 'x', null, null, null, null, 'missing', null],
      ['b', 'y', null, null, null, null, 'missing', '2025Q4'],
      ['c', 'x', null, null, null, null, 'missing', null],
      ['c', 'y', null, null, null, null, 'missing', '2025Q4'],
    ]);
  });

  test('has one summary row per unit and period; a unit not ranked has no total', () => {
    const { summary } = exportRows(book);
    expect(summary.map((r) => [r.unit, r.total, r.rank, r.groupRank, r.grade])).toEqual([
      ['a', 60, 1, 1, 'poor'],
      ['b', null, null, null, null],
      ['c', null, null, null, null],
    ]);
  });
});

describe('CSV', () => {
  test('begins with a byte order mark and ends every record with CRLF', () => {
    const csv = scoresCsv(book, words);
    expect(csv.startsWith('\ufeff期间,单位')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.split('\r\n')).toHaveLength(8);
  });

  test('keeps values in full precision and points in the scheme’s decimals', () => {
    expect(parse(scoresCsv(book, words)).slice(1, 3)).toEqual([
      ['2026Q1', 'County a', 'one', 'x', 'X', '0.6666666666666666', '2', '3', '60', '40.00', 'ok'],
      ['2026Q1', 'County a', 'one', 'y', `'=1+1, "y"`, '0.5', '0.5', '', '40', '20.00', 'carried from 2025Q4'],
    ]);
  });

  test('writes the summary with nothing where there is nothing', () => {
    expect(parse(summaryCsv(book, words)).slice(1, 3)).toEqual([
      ['2026Q1', 'County a', 'one', '60.00', '1', '1', 'grade poor'],
      ['2026Q1', 'County b', '', '', '', '', ''],
    ]);
  });

  test.each(['=1', '+1', '-1', '@x', '\tx', '＝1', '＋1', '－1', '＠x'])(
    'puts a quote before text that begins like %j',
    (text) => {
      expect(textField(text)).toBe(`'${text}`);
    },
  );

  test('quotes line breaks, commas and quotes, and leaves ordinary text alone', () => {
    expect(['\rx', '\nx', 'a,b', 'a"b', 'a-b', '无'].map(textField)).toEqual([
      `"'\rx"`,
      `"'\nx"`,
      '"a,b"',
      '"a""b"',
      'a-b',
      '无',
    ]);
  });
});
