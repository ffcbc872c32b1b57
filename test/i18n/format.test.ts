/** How figures, periods, ranks and dates are written. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixed, formats } from '../../src/i18n/format';
import type { CalendarDate, Period } from '../../src/model/period';

const zh = formats('zh-CN');
const en = formats('en');
const p = (t: string) => t as Period;

describe('fixed()', () => {
  it('rounds halves away from zero on the shortest decimal, as schemes do', () => {
    expect([1.005, 2.675, 0.145, 0.1 + 0.2, -1.005, 1.0049999].map((v) => fixed(v, 2))).toEqual([
      '1.01',
      '2.68',
      '0.15',
      '0.30',
      '-1.01',
      '1.00',
    ]);
  });
  it('never writes -0, NaN or an exponent', () => {
    expect(fixed(-0.001, 2)).toBe('0.00');
    fc.assert(
      fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }), fc.integer({ min: 0, max: 6 }), (v, d) => {
        const text = fixed(v, d);
        expect(text).toMatch(d === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${d}}$`));
        expect(Math.abs(Number(text) - v)).toBeLessThanOrEqual(0.5 * 10 ** -d + Math.abs(v) * 1e-12 + 1e-9);
      }),
    );
  });
});

describe('numbers', () => {
  it('are grouped by thousands, negative ones with a minus sign', () => {
    expect([zh.number(1234567.891, 1), zh.number(-1234), zh.brief(0.25), zh.brief(100)]).toEqual([
      '1,234,567.9',
      '−1,234',
      '0.25',
      '100',
    ]);
  });
  it('are shares as percentages, points with the scheme’s decimals, values by their unit', () => {
    expect([zh.share(7 / 9), zh.shareBrief(1), zh.share(0.5, 0)]).toEqual(['77.78%', '100%', '50%']);
    expect([formats('zh-CN', { decimals: 3 }).points(7), zh.pointsWithUnit(7), en.marks(7.5)]).toEqual([
      '7.000',
      '7.00 分',
      '7.5 pts',
    ]);
    expect([zh.value(0.5, 'share'), zh.value(3, 'count'), zh.value(3, 'points'), zh.value(null, 'share')]).toEqual([
      '50.00%',
      '3',
      '3.00',
      '—',
    ]);
  });
  it('carry their sign as differences', () => {
    expect([zh.signed(3.2), zh.signed(-1.05), zh.signed(0.001), zh.signed(0)]).toEqual(['+3.20', '−1.05', '0.00', '0.00']);
  });
});

describe('periods, ranks, changes, dates', () => {
  it('are named in both languages', () => {
    expect(['2026Q3', '2026H1', '2026'].map((t) => zh.period(p(t)))).toEqual(['2026年第三季度', '2026年上半年', '2026年']);
    expect(['2026Q3', '2026H1', '2026'].map((t) => en.period(p(t)))).toEqual(['Q3 2026', 'H1 2026', '2026']);
    expect(['2026Q3', '2026'].map((t) => zh.periodShort(p(t)))).toEqual(['26Q3', '2026']);
    expect([zh.rank(4), zh.rank(4, true), zh.rank(null), zh.rank(2.5)]).toEqual(['第4名', '并列第4名', '未排名', '第2.5名']);
    expect([1, 2, 3, 4, 11, 12, 13, 21, 22].map((n) => en.rank(n))).toEqual([
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '12th',
      '13th',
      '21st',
      '22nd',
    ]);
    expect([zh.change(2), zh.change(-1), zh.change(0), zh.change(null)]).toEqual(['↑2', '↓1', '—', '新']);
    expect([zh.date('2026-09-30' as CalendarDate), en.date('2026-09-30' as CalendarDate)]).toEqual([
      '2026年9月30日',
      '30 Sep 2026',
    ]);
    expect(zh.moment('2026-10-08T14:03:22+08:00')).toBe('2026-10-08 14:03');
    expect([zh.list(['甲', '乙']), zh.size(1234567), zh.size(999)]).toEqual(['甲、乙', '1.2 MB', '999 B']);
  });
});
