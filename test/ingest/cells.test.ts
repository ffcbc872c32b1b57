import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellReader } from '../../src/ingest/cells';
import { calendarDate, serialDate } from '../../src/ingest/cells/date';
import { plainDecimal } from '../../src/ingest/cells/number';
import { numeral } from '../../src/ingest/cells/numeral';
import type { ColumnDef } from '../../src/model/ledger';
import type { Words } from '../../src/model/table';
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
    ['12个', '12'],
    ['12名', '12'],
    ['12户', 'bad cell.unreadable'],
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
    ['九十五', '95'],
    ['十二人', '12'],
    ['约二十', '20 cell.approximate'],
    ['壹佰零伍', '105'],
    ['二十点五', 'bad cell.unreadable'],
    ['一', 'bad cell.unreadable'],
    ['一二', 'bad cell.unreadable'],
    ['三百五', 'bad cell.unreadable'],
    ['3百', 'bad cell.unreadable'],
    ['12 34', 'bad cell.unreadable'],
    ['12①', 'bad cell.unreadable'],
    ['12²', 'bad cell.unreadable'],
    ['(5)', 'bad cell.unreadable'],
    ['12O', 'bad cell.unreadable'],
  ])('of a count, %s is %s', (text, expected) => expect(outcome('people')(text)).toBe(expected));

  it.each([
    ['1,234', '1234'],
    ['1，234.50', '1234.5'],
    ['-0', '0'],
    ['−3', '-3'],
    ['+3.', '3'],
    ['.5', '0.5'],
    ['12万元', '12'],
    ['12元', 'bad cell.unreadable'],
    ['九十五点三', '95.3'],
    ['1 234 567', '1234567'],
    ['1.234,5', 'bad cell.unreadable'],
    ['95..3', 'bad cell.unreadable'],
    ['1.2E+05', '120000 cell.approximate'],
    ['#DIV/0!', 'bad cell.unreadable'],
    ['1234567890123456', 'bad cell.unreadable'],
  ])('of a sum, %s is %s', (text, expected) => expect(outcome('money')(text)).toBe(expected));

  it('a scale brings a figure to the declared unit; from 元 to 万元 without a stray last digit', () => {
    expect(outcome('money', { scale: 0.0001 })('1,234')).toBe('0.1234');
    expect(outcome('money', { scale: 10000 })('0.5')).toBe('5000');
  });

  it('a cell that names the declared unit itself is in that unit, whatever its header says', () => {
    expect(outcome('money', { scale: 0.0001 })('110万元')).toBe('110');
    expect(outcome('money', { scale: 0.0001 })('约110万元')).toBe('110 cell.approximate');
    expect(outcome('money', { scale: 0.0001 })('110')).toBe('0.011');
  });

  it('a percent sign decides for its cell; a bare share goes by the decision of its column and without one only 0 is read', () => {
    expect(outcome('rate', { shareAs: 'percent' })('95.3')).toBe('0.953');
    expect(outcome('rate', { shareAs: 'fraction' })('0.953')).toBe('0.953');
    expect(outcome('rate', { shareAs: 'fraction' })('95.3％')).toBe('0.953');
    expect(outcome('rate')('953‰')).toBe('0.953');
    expect(outcome('rate')('0')).toBe('0');
    expect(outcome('rate')('95.3')).toBe('bad cell.unreadable');
    expect(outcome('rate', { shareAs: 'percent' })('101')).toBe('bad cell.notInRange');
    expect(outcome('rate', { shareAs: 'percent' })('九十五点三')).toBe('0.953');
    expect(outcome('rate')('百分之九十五点三')).toBe('0.953');
  });

  it('a percentage is the double nearest to its decimal', () => {
    for (const text of ['96.2%', '９６．２％', '百分之96.2', '962‰']) expect(outcome('rate')(text)).toBe('0.962');
    for (const text of ['96.2', '96.20', '96.2%']) expect(outcome('rate', { shareAs: 'percent' })(text)).toBe('0.962');
    for (let n = 0; n <= 1000; n++) expect(outcome('rate', { shareAs: 'percent' })(`${n / 10}`)).toBe(String(n / 1000));
  });

  it('a share may be written as the fraction it is; of nothing it does not apply', () => {
    for (const shareAs of ['percent', 'fraction'] as const) expect(outcome('rate', { shareAs })('3/12')).toBe('0.25');
    expect(outcome('rate')('１１／１２')).toBe(String(11 / 12));
    expect(outcome('rate')('13/12')).toBe('bad cell.notInRange');
    expect(outcome('rate')('0/0')).toBe('na');
    expect(outcome('rate')('3/0')).toBe('bad cell.unreadable');
    expect(outcome('money')('3/12')).toBe('bad cell.unreadable');
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

describe('Chinese numerals', () => {
  it.each([
    ['零', 0], ['两', 2], ['十二', 12], ['二十', 20], ['一百零五', 105], ['一百一十', 110], ['壹佰贰拾叁', 123], ['三千二百', 3200], ['三千零五十', 3050], ['一万二千', 12000],
    ['一万零二百', 10200], ['十二万三千', 123000], ['五千万', 5e7], ['一亿', 1e8], ['二〇二六', 2026], ['二零二四', 2024], ['九十五点三', 95.3], ['零点五', 0.5], ['负五', -5],
  ])('%s is %d', (text, n) => expect(numeral(text)).toBe(n)); // prettier-ignore

  it.each([
    '',
    '一二',
    '九五',
    '三百五',
    '一万二',
    '一百十',
    '百',
    '万',
    '十十',
    '十几',
    '几十',
    '一百零',
    '零五',
    '二百零十',
    '一点',
    '12',
    '3百',
    '十2',
  ])('%j says no single figure', (text) => expect(numeral(text)).toBeNull());

  it('is the inverse of writing a figure out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (n) => {
        expect(numeral(spell(n))).toBe(n);
      }),
      { numRuns: 1000 },
    );
  });
});

/** A whole figure below 100,000,000 written out. */
function spell(n: number): string {
  if (n >= 10_000) {
    const rest = n % 10_000;
    return `${spell(Math.floor(n / 10_000))}万${rest === 0 ? '' : (rest < 1000 ? '零' : '') + spell(rest)}`;
  }
  const text = [...String(n)]
    .map((d, i, all) =>
      d === '0' ? '零' : '零一二三四五六七八九'.charAt(Number(d)) + ['', '十', '百', '千'][all.length - 1 - i],
    )
    .join('');
  return n === 0 ? '零' : text.replace(/零+/g, '零').replace(/零$/, '');
}

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

describe('words whose meaning an import changes', () => {
  const read = (id: string, words: Words, text: string) => {
    const { state, value } = cellReader(column(id), { shareAs: 'percent' }, undefined, words)(text);
    return value ?? state;
  };

  it('blank, the slash and 无 mean what the import says, in every type but a unit and a period', () => {
    for (const text of ['', '—', '－－', '…']) {
      expect(['people', 'money', 'rate', 'done', 'star'].map((id) => read(id, { blank: 'zero' }, text))).toEqual([
        '0',
        '0',
        '0',
        'false',
        '0',
      ]);
      expect(['since', 'kind', 'remarks'].map((id) => read(id, { blank: 'zero' }, text))).toEqual([
        'missing',
        'missing',
        'missing',
      ]);
      for (const { id, type } of SURVEY.columns)
        expect(read(id, { blank: 'na' }, text), id).toBe(type === 'unit' || type === 'period' ? 'missing' : 'na');
    }
    expect(['people', 'money', 'since'].map((id) => read(id, { slash: 'missing' }, '／'))).toEqual([
      'missing',
      'missing',
      'missing',
    ]);
    expect(['people', 'money', 'done', 'remarks'].map((id) => read(id, { none: 'na' }, '无'))).toEqual(['na', 'na', 'na', 'na']);
    expect(read('people', { none: 'missing' }, '没有')).toBe('missing');
  });

  it('a word that says itself what it means keeps its meaning, and so do the others', () => {
    expect(read('people', { blank: 'zero', slash: 'zero' }, '缺考')).toBe('missing');
    expect(read('people', { blank: 'zero', slash: 'zero' }, '不涉及')).toBe('na');
    expect(read('people', { slash: 'zero' }, '')).toBe('missing');
    expect(read('people', { blank: 'na' }, '12')).toBe('12');
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
    ['2026.3.5', '2026-03-05'],
    ['2026/9/5日', '2026-09-05'],
    ['2026 年 9 月 5 日', '2026-09-05'],
    ['二〇二六年九月五日', '2026-09-05'],
    ['二○二六年十二月三十一日', '2026-12-31'],
    ['2026年3月底', '2026-03-31 cell.approximate'],
    ['2028年2月末', '2028-02-29 cell.approximate'],
    ['2026年3月初', '2026-03-01 cell.approximate'],
    ['2026年3月上旬', '2026-03-10 cell.approximate'],
    ['2026年3月中旬', '2026-03-20 cell.approximate'],
    ['2026年3月下旬', '2026-03-31 cell.approximate'],
    ['2026年底', '2026-12-31 cell.approximate'],
    ['2026年13月底', 'bad cell.dateImpossible'],
    ['3月底', 'bad cell.unreadable'],
    ['9月5日', 'bad cell.unreadable'],
    ['2026.9.1①', 'bad cell.unreadable'],
    ['2026.1 2.5', 'bad cell.unreadable'],
    ['26.9.5', 'bad cell.unreadable'],
    ['46303', '2026-10-08'],
    ['46303.5', '2026-10-08'],
    ['39999', 'bad cell.unreadable'],
    ['2026-02-30', 'bad cell.dateImpossible'],
    ['2026年13月1日', 'bad cell.dateImpossible'],
    ['0026-01-01', 'bad cell.dateImpossible'],
    ['年初认定', 'bad cell.unreadable'],
  ])('%s is %s', (text, expected) => expect(outcome('since')(text)).toBe(expected));

  it('a month is its last day where something is due by it', () => {
    const read = cellReader({ ...column('since'), until: true }, {});
    for (const [text, day] of [
      ['2026年9月', '2026-09-30'],
      ['2028.02', '2028-02-29'],
      ['2026-12', '2026-12-31'],
    ] as const)
      expect(read(text)).toEqual({ state: 'ok', value: day, fault: { code: 'cell.approximate', params: { taken: day } } });
    expect(read('2026年13月').state).toBe('bad');
    expect(read('2026-09-05').value).toBe('2026-09-05');
  });

  it('a part of a month without a year is of the year of the table', () => {
    const read = cellReader(column('since'), {}, 2026);
    expect(read('3月底')).toEqual({
      state: 'ok',
      value: '2026-03-31',
      fault: { code: 'cell.approximate', params: { taken: '2026-03-31' } },
    });
    expect(read('9月5日').state).toBe('bad');
  });

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
