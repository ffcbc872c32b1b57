/** The notice that urges returns: whom it goes to, what each owes since when, and what is left for a person to fill in. */
import { describe, expect, it } from 'vitest';
import { papers } from '../../src/i18n/papers';
import { returnsWords } from '../../src/i18n/returns';
import type { CalendarDate, Period } from '../../src/model/period';
import type { Return } from '../../src/model/returns';
import type { UnitId } from '../../src/model/unit';
import { noticeOf, noticeText, type NoticeParts } from '../../src/report/notice';
import { speech } from './support';

const owed = (unit: string, ledger: string, more: Partial<Return> = {}): Return => ({
  unit: unit as UnitId,
  ledger,
  period: '2026Q3' as Period,
  deadline: '2026-10-10' as CalendarDate,
  received: null,
  state: 'missing',
  days: 5,
  returned: 0,
  reason: null,
  rejected: 0,
  warnings: 0,
  versions: 0,
  ...more,
});
const parts = (more: Partial<NoticeParts> = {}): NoticeParts => ({
  period: '2026Q3' as Period,
  today: '2026-10-15' as CalendarDate,
  owed: [owed('a', '甲表'), owed('b', '甲表'), owed('a', '乙表', { returned: 1, reason: '缺列' })],
  unitName: (u) => ({ a: '墨砚区', b: '漱玉区' })[u as string] ?? '',
  ledgerName: (l) => l,
  by: null,
  number: '',
  signature: '',
  contact: '',
  ...more,
});

describe('the notice', () => {
  it('names its counties once, counts what they owe, and lists it county by county', () => {
    const n = noticeOf(parts(), speech());
    expect(n.title).toBe('关于报送2026年第三季度党建考核数据的催报通知');
    expect(n.to).toBe('墨砚区、漱玉区：');
    expect(n.body).toContain('截至2026年10月15日，尚有 2 个单位 3 张表未报送');
    expect(n.lines.map((l) => [l.unit, l.first, l.of, l.ledger, l.deadline, l.late])).toEqual([
      ['墨砚区', true, 2, '甲表', '2026年10月10日', '5 天'],
      ['墨砚区', false, 2, '乙表（退回重报：缺列）', '2026年10月10日', '5 天'],
      ['漱玉区', true, 1, '甲表', '2026年10月10日', '5 天'],
    ]);
  });

  it('leaves blanks where nothing was given, and takes what was', () => {
    const blank = noticeText(noticeOf(parts(), speech()));
    for (const text of ['（发文字号）', '（落款单位）', '于　　月　　日前补报']) expect(blank).toContain(text);
    const given = parts({ by: '2026-10-20' as CalendarDate, number: '某组通〔2026〕9号', signature: '某部', contact: '12345' });
    const filled = noticeText(noticeOf(given, speech()));
    for (const text of ['某组通〔2026〕9号', '\n某部\n', '于2026年10月20日前补报', '联系电话：12345'])
      expect(filled).toContain(text);
    expect(filled).not.toContain('（落款单位）');
  });

  it('tells what is not due yet and what is due today from what is late', () => {
    const some = [owed('a', '甲表', { state: 'awaited', days: 0 }), owed('a', '乙表', { days: 0 })];
    expect(noticeOf(parts({ owed: some }), speech()).lines.map((l) => l.late)).toEqual(['未到期', '今日到期']);
  });

  it('is a whole text in English too', () => {
    const text = noticeText(noticeOf(parts(), speech('en')));
    expect(text).toContain('3 tables of 2 units');
    expect(text).not.toMatch(/undefined|null|\[object/);
  });
});

describe('the words of papers and of returns', () => {
  it('leave no text empty in either language', () => {
    const empty: string[] = [];
    const look = (value: unknown, path: string): void => {
      if (value === '') empty.push(path);
      else if (typeof value === 'object' && value !== null) for (const [k, v] of Object.entries(value)) look(v, `${path}.${k}`);
    };
    look(papers, 'papers');
    look(returnsWords, 'returns');
    expect(empty).toEqual([]);
  });
});
