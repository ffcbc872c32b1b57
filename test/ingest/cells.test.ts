import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellReader } from '../../src/ingest/cells';
import { calendarDate, serialDate } from '../../src/ingest/cells/date';
import { plainDecimal } from '../../src/ingest/cells/number';
import type { ColumnDef } from '../../src/model/ledger';
import { daysIn } from '../../src/model/period';
import { SURVEY } from './support';

const column = (id: string): ColumnDef => SURVEY.columns.find((c) => c.id === id) as ColumnDef;
/** Value, or the state with the code of its fault. */
const outcome = (id: string, mapping: { scale?: number; shareAs?: 'percent' | 'fraction' } = {}) => {
  const read = cellReader(column(id), mapping);
  return (text: string) => {
    const { state, value, fault } = read(text);
    return [value ?? state, ...(fault ? [fault.code] : [])].join(' ');
  };
};

describe('figures', () => {
  it.each([
    ['12', '12'],
    ['１２', '12'],
    ['1,0', 'bad cell.unreadable'],
    ['０１２', '12'],
    ['12人', '12'],
    ['12 人', '12'],
    ['12个', 'bad cell.unreadable'],
    ['12.0', '12'],
    ['12.5', 'bad cell.unreadable'],
    ['3/12', 'bad cell.unreadable'],
    ['约20', '20 cell.approximate'],
    ['20余人', '20 cell.approximate'],
    ['＜1', 'missing cell.approximate'],
    ['20以上', 'missing cell.approximate'],
    ['1001', 'bad cell.notInRange'],
    ['-1', 'bad cell.notInRange'],
    ['12%', 'bad cell.unreadable'],
    ['九十五', 'bad cell.unreadable'],
  ])('of a count, %s is %s', (text, expected) => expect(outcome('people')(text)).toBe(expected));

  it.each([
    ['1,234', '1234'],
    ['1，234.50', '1234.5'],
    ['-0', '0'],
    ['−3', '-3'],
    ['+3.', '3'],
    ['.5', '0.5'],
    ['12万元', '12'],
    ['1.2E+05', '120000 cell.approximate'],
    ['#DIV/0!', 'bad cell.unreadable'],
    ['1234567890123456', 'bad cell.unreadable'],
  ])('of a sum, %s is %s', (text, expected) => expect(outcome('money')(text)).toBe(expected));

  it('a scale brings a figure to the declared unit; from 元 to 万元 without a stray last digit', () => {
    expect(outcome('money', { scale: 0.0001 })('1,234')).toBe('0.1234');
    expect(outcome('money', { scale: 10000 })('0.5')).toBe('5000');
  });

  it('a percent sign decides for its cell; a bare share goes by the decision of its column and without one only 0 is read', () => {
    expect(outcome('rate', { shareAs: 'percent' })('95.3')).toBe('0.953');
    expect(outcome('rate', { shareAs: 'fraction' })('0.953')).toBe('0.953');
    expect(outcome('rate', { shareAs: 'fraction' })('95.3％')).toBe('0.953');
    expect(outcome('rate')('953‰')).toBe('0.953');
    expect(outcome('rate')('0')).toBe('0');
    expect(outcome('rate')('95.3')).toBe('bad cell.unreadable');
    expect(outcome('rate', { shareAs: 'percent' })('101')).toBe('bad cell.notInRange');
  });

  it('a number without a declared unit takes a percentage as the fraction it is, one with a unit does not', () => {
    const bare: ColumnDef = { id: 'v', name: { zh: '数值', en: 'v' }, type: 'number' };
    expect(cellReader(bare)('97.5%').value).toBe('0.975');
    expect(outcome('money')('97.5%')).toBe('bad cell.unreadable');
  });

  it('plainDecimal() writes any double without an exponent, and the same double is read back', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }), (n) => {
        const text = plainDecimal(n);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        if (n === 0 || Math.abs(n) > 1e-6) expect(Number(text)).toBe(n === 0 ? 0 : n);
      }),
    );
  });
});

describe('words for nothing', () => {
  it.each(['', '—', '－', '……', '缺 考', '#n/a', '未报'])('%j is missing in every type', (text) => {
    for (const c of SURVEY.columns) expect(cellReader(c)(text).state, c.id).toBe('missing');
  });

  it.each(['/', '／', '不涉及', '不适用'])('%j is not applicable in every type but a period', (text) => {
    for (const c of SURVEY.columns) if (c.type !== 'period') expect(cellReader(c)(text).state, c.id).toBe('na');
  });

  it('无 is 0 in a count, no in a flag, and missing in any other column', () => {
    expect(outcome('people')('无')).toBe('0');
    expect(outcome('done')('无')).toBe('false');
    for (const id of ['money', 'rate', 'since', 'kind', 'star', 'remarks']) expect(outcome(id)('无')).toBe('missing');
  });
});

describe('dates', () => {
  it.each([
    ['2026-10-8', '2026-10-08'],
    ['2026.10.8', '2026-10-08'],
    ['2026/10/8', '2026-10-08'],
    ['2026年10月8日', '2026-10-08'],
    ['２０２６．１０．８', '2026-10-08'],
    ['20261008', '2026-10-08'],
    ['2026-10-08 00:00:00', '2026-10-08'],
    ['2026年10月', '2026-10-01 cell.approximate'],
    ['2026.10', '2026-10-01 cell.approximate'],
    ['2026.1', 'bad cell.unreadable'],
    ['46303', '2026-10-08'],
    ['46303.5', '2026-10-08'],
    ['39999', 'bad cell.unreadable'],
    ['2026-02-30', 'bad cell.dateImpossible'],
    ['2026年13月1日', 'bad cell.dateImpossible'],
    ['0026-01-01', 'bad cell.dateImpossible'],
    ['年初认定', 'bad cell.unreadable'],
  ])('%s is %s', (text, expected) => expect(outcome('since')(text)).toBe(expected));

  it('serialDate() counts the days of spreadsheets: the day after a serial is the next serial', () => {
    expect([serialDate(40000), serialDate(60000)]).toEqual(['2009-07-06', '2064-04-08']);
    for (let serial = 40000; serial < 60000; serial++) {
      const [y, m, d] = (serialDate(serial) as string).split('-').map(Number) as [number, number, number];
      const next = d < daysIn(y, m) ? [y, m, d + 1] : m < 12 ? [y, m + 1, 1] : [y + 1, 1, 1];
      expect(serialDate(serial + 1)).toBe(calendarDate(...(next as [number, number, number])));
    }
  });
});

describe('choices', () => {
  it.each([
    ['√', 'true'],
    ['有', 'true'],
    ['×', 'false'],
    ['0', 'false'],
    ['未完成', 'false'],
    ['已完成', 'true'],
    ['部分完成', 'bad cell.unreadable'],
  ])('of a flag, %s is %s', (text, expected) => expect(outcome('done')(text)).toBe(expected));

  it('a list takes ids, names and other names, and names its values where it takes none', () => {
    expect(['企业', '公司', 'club', ' CLUB'].map((t) => outcome('kind')(t.trim()))).toEqual(['firm', 'firm', 'club', 'club']);
    expect(cellReader(column('kind'))('学校').fault).toEqual({ code: 'cell.notInList', params: { values: ['企业', '社团'] } });
  });

  it('stars are words, signs or digits from 0 to 5', () => {
    expect(['三星', '三星级党支部', '★★★', '３', '3.0'].map(outcome('star'))).toEqual(['3', '3', '3', '3', '3']);
    expect(outcome('star')('不定级')).toBe('0');
    expect(outcome('star')('6')).toBe('bad cell.notInRange');
    expect(outcome('star')('优秀')).toBe('bad cell.unreadable');
  });

  it('periods are read in any spelling; a quarter without a year takes the one of the table', () => {
    const read = cellReader(column('period'), {}, 2026);
    expect(['2026年第三季度', '三季度', '2026Q3', '2026年1—9月', '上半年'].map((t) => read(t).value)).toEqual([
      '2026Q3',
      '2026Q3',
      '2026Q3',
      '2026Q3',
      '2026H1',
    ]);
    expect(cellReader(column('period'))('三季度').state).toBe('bad');
  });
});
