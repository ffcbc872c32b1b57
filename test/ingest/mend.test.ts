/** Proposed mends: what is a slip away is proposed, what could be several things is not. */
import { describe, expect, it } from 'vitest';
import { cellReader } from '../../src/ingest/cells';
import { proposeMend } from '../../src/ingest/mend';
import { LEDGERS, ledgerOf } from '../../src/ledgers';
import type { ColumnDef } from '../../src/model/ledger';
import { SURVEY } from './support';

const column = (id: string): ColumnDef => SURVEY.columns.find((c) => c.id === id) as ColumnDef;
const marks: ColumnDef = { id: 'm', name: { zh: '总分', en: 'm' }, type: 'number', unit: '分', range: [0, 120] };

describe('figures', () => {
  it('that could be two are not proposed as one', () => {
    for (const text of ['1,0', '9,5', '12,34']) expect(proposeMend(column('people'), text)).toBeNull();
    for (const text of ['1.234.5', '1.2.3']) expect(proposeMend(column('money'), text)).toBeNull();
    expect(proposeMend(column('money'), '1,2345')).toBe('12345');
  });

  it('of a column counted in another unit than declared are proposed in its own', () => {
    for (const text of ['120万', '1200000元']) expect(proposeMend(column('money'), text, { scale: 0.0001 })).toBe('1200000');
    for (const text of ['1200000元', '1,200,000元', '120万', '120万元整']) expect(proposeMend(column('money'), text)).toBe('120');
  });

  it.each([
    ['1O', '10'],
    ['l2', '12'],
    ['共12人', '12人'],
    ['合计12', '12'],
    ['12（人）', '12'],
    ['12户', '12'],
    ['12 34', null],
    ['1 2', '12'],
    ['12①', '12'],
    ['3百', '300'],
    ['1千2百', null],
    ['1百2十', '120'],
    ['九五', '95'],
    ['一', '1'],
    ['约20', '20'],
    ['＜1', null],
    ['二三十', null],
    ['10至12', null],
    ['10～12人', null],
    ['9S', null],
    ['2000', null],
    ['多', null],
  ])('of a count, %s → %s', (text, mend) => expect(proposeMend(column('people'), text)).toBe(mend));

  it.each([
    ['95..3', '95.3'],
    ['95。3', '95.3'],
    ['95.3.', '95.3'],
    ['九十五分半', '95.5'],
    ['95分半', '95.5'],
    ['953', null],
    ['95,3', '95.3'],
    ['95.3分（含加分）', '95.3'],
    ['95.3、96.1', null],
  ])('of marks, %s → %s', (text, mend) => expect(proposeMend(marks, text)).toBe(mend));

  it.each([
    ['1.234,5', '1234.5'],
    ['12元', '0.0012'],
    ['12万', '12'],
    ['1.2亿元', '12000'],
    ['（5）', '-5'],
    ['1,2345', '12345'],
  ])('of money in 万元, %s → %s', (text, mend) => expect(proposeMend(column('money'), text)).toBe(mend));

  it('of a share, a figure a hundred times too large gets its sign; one beyond any share gets nothing', () => {
    expect(proposeMend(column('rate'), '95.3', { shareAs: 'fraction' })).toBe('95.3%');
    expect(proposeMend(column('rate'), '95.3')).toBe('95.3%');
    expect(proposeMend(column('rate'), '953', { shareAs: 'percent' })).toBeNull();
    expect(proposeMend(column('rate'), '953%')).toBeNull();
    expect(proposeMend(column('rate'), '九成五')).toBe('95%');
    expect(proposeMend(column('rate'), '95O%')).toBeNull();
    expect(proposeMend(column('rate'), '9O%')).toBe('90%');
  });
});

describe('dates', () => {
  it.each([
    ['26.9.5', '2026-09-05'],
    ['9月5日', '2026-09-05'],
    ['9月5日前', '2026-09-05'],
    ['2026年9月5日前完成', '2026-09-05'],
    ['2026.9..5', '2026-09-05'],
    ['2O26-09-05', '2026-09-05'],
    ['2026年9月底前', '2026-09-30'],
    ['25/9/2026', '2026-09-25'],
    ['5/9/2026', null],
    ['2026.13.5', null],
    ['2026年9月31日', null],
    ['2026.9.5-2026.10.1', null],
    ['2026.1', null],
    ['年初认定', null],
    ['尽快', null],
  ])('%s → %s', (text, mend) => expect(proposeMend(column('since'), text, { year: 2026 })).toBe(mend));

  it('a day without a year needs the year of the table', () => expect(proposeMend(column('since'), '9月5日')).toBeNull());
});

describe('choices', () => {
  const result = ledgerOf('rectification').columns.find((c) => c.id === 'result') as ColumnDef;

  it.each([
    ['己转化', '已转化'],
    ['已转化（8月）', '已转化'],
    ['整顿中。', '整顿中'],
    ['没转化', '未转化'],
    ['尚未转化到位', '未转化'],
    ['其他', null],
  ])('of a list, %s → %s', (text, mend) => expect(proposeMend(result, text)).toBe(mend));

  it.each([
    ['是的', '是'],
    ['已完成整改', '是'],
    ['否（在办）', '否'],
    ['尚未销号', '否'],
    ['基本完成', null],
    ['是否', null],
  ])('of a flag, %s → %s', (text, mend) => expect(proposeMend(column('done'), text)).toBe(mend));

  it.each([
    ['4颗星', '四星'],
    ['★★★☆☆', '★★★'],
    ['星级:三', '三星'],
    ['三星或四星', null],
    ['七星', null],
  ])('of stars, %s → %s', (text, mend) => expect(proposeMend(column('star'), text)).toBe(mend));
});

it('nothing is proposed that its column does not read without a word, nor the text itself', () => {
  const texts = [
    '1O',
    '95..3',
    '约20',
    '26.9.5',
    '己转化',
    '是的',
    '4颗星',
    '共12人',
    '',
    '/',
    '无',
    '＊＊＊',
    '3/12',
    '(5)',
    '九五',
    '甲县',
    '②',
    '半',
  ];
  for (const { columns } of LEDGERS)
    for (const c of columns)
      for (const text of texts) {
        const mend = proposeMend(c, text, { shareAs: 'percent', year: 2026 });
        if (mend === null) continue;
        expect(mend).not.toBe(text);
        expect(cellReader(c, { shareAs: 'percent' }, 2026)(mend), `${c.id} ${text}`).toEqual({
          state: 'ok',
          value: expect.anything() as unknown,
        });
      }
});
