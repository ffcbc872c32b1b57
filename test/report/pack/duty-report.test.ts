/** The length check of a 述职 report: parts by their headings, counts as word processors give them. */
import { describe, expect, test } from 'vitest';
import { dutyReportWords } from '../../../src/i18n/duty-report';
import { checkDutyReport, DUTY_LIMITS, wordCount, type DutyReport, type DutyRole } from '../../../src/report/pack/duty-report';

const han = (n: number): string => '抓党建促发展'.repeat(Math.ceil(n / 6)).slice(0, n);
const part = (report: DutyReport, role: DutyRole): DutyReport['parts'][number] => report.parts.find((p) => p.role === role)!;
/** [count, verdict, by] of each part. */
const brief = (report: DutyReport): unknown[] => report.parts.map((p) => [p.count, p.verdict, p.by]);
const whatAddsUp = (r: DutyReport): number => [...r.parts, ...r.unknown].reduce((sum, p) => sum + p.count, r.before);

/** A report whose parts have so many characters, headings included. */
const report = (a: number, p: number, n: number, end = '\n'): string =>
  [
    '2026年度抓基层党建工作述职报告',
    '一、履职情况',
    han(a - 6),
    '二、存在问题和原因',
    han(p - 9),
    '三、下步打算',
    han(n - 6),
  ].join(end);

describe('counting', () => {
  test.each<[string, number]>([
    ['', 0],
    ['   \u3000\t\r\n ', 0],
    ['党建', 2],
    ['党建，“三会一课”。', 10],
    ['2026年', 2],
    ['完成率95.3%，高于GDP 2.1个百分点', 13],
    ['A B  C', 3],
    ['——……', 4],
    ['①②', 2],
    ['𠮷', 1],
    ['党\u200b建\ufeff', 2],
    ['党 建\u00a0工 作', 4],
  ])('%j has %i', (text, count) => {
    expect(wordCount(text)).toBe(count);
  });
});

describe('parts', () => {
  test('are held against their limits', () => {
    const ok = checkDutyReport(report(700, 1500, 700));
    expect(brief(ok)).toEqual([
      [700, 'ok', 0],
      [1500, 'ok', 0],
      [700, 'ok', 0],
    ]);
    expect(ok.whole).toEqual({ count: 2914, limit: DUTY_LIMITS.whole, verdict: 'ok', by: 0 });
    expect(ok.before).toBe(14);
    expect(brief(checkDutyReport(report(701, 1499, 599)))).toEqual([
      [701, 'over', 1],
      [1499, 'short', 1],
      [599, 'short', 1],
    ]);
    const long = checkDutyReport(report(812, 1500, 801));
    expect(brief(long)).toEqual([
      [812, 'over', 112],
      [1500, 'ok', 0],
      [801, 'over', 1],
    ]);
    expect(long.whole.verdict).toBe('over');
    expect(long.whole.by).toBe(long.whole.count - 3000);
  });

  test('can have other limits', () => {
    const limits = { ...DUTY_LIMITS, achievements: { min: 800, max: 900 } };
    expect(part(checkDutyReport(report(700, 1500, 700), limits), 'achievements').verdict).toBe('short');
  });

  test('are the same whatever ends a line, and as lines', () => {
    const plain = checkDutyReport(report(700, 1500, 700));
    for (const end of ['\r\n', '\r', '\n\n', '\n　　']) expect(checkDutyReport(report(700, 1500, 700, end))).toEqual(plain);
    expect(checkDutyReport(report(700, 1500, 700).split('\n'))).toEqual(plain);
  });

  test('keep their sub-headings, whatever these say', () => {
    const text = [
      '一、工作成效',
      '（一）存在问题逐项整改',
      han(100),
      '1.下步打算',
      han(50),
      '二、存在问题',
      '（一）学习不够',
      han(200),
    ];
    const r = checkDutyReport(text);
    expect(r.parts.map((p) => p.headings)).toEqual([['一、工作成效'], ['二、存在问题'], []]);
    expect(part(r, 'plans').verdict).toBe('absent');
    expect(whatAddsUp(r)).toBe(r.whole.count);
  });

  test('of problems and of causes add up', () => {
    const r = checkDutyReport([
      '一、主要做法',
      han(10),
      '二、存在的主要问题',
      han(800),
      '三、原因分析',
      han(700),
      '四、整改措施',
      han(650),
    ]);
    expect(part(r, 'problems').headings).toEqual(['二、存在的主要问题', '三、原因分析']);
    expect(part(r, 'problems').count).toBe(800 + 9 + 700 + 6);
    expect(part(r, 'problems').verdict).toBe('ok');
  });

  test.each<[string, DutyRole | null]>([
    ['一、履职尽责情况', 'achievements'],
    ['一、 工作 成效：', 'achievements'],
    ['一．主要做法和成绩', 'achievements'],
    ['二、履职中存在的主要问题', 'problems'],
    ['二、存在的问题及原因剖析', 'problems'],
    ['三、短板弱项', 'problems'],
    ['三、下一步工作思路', 'plans'],
    ['三、下步履职打算', 'plans'],
    ['四、针对存在问题的整改措施', 'plans'],
    ['三、努力方向', 'plans'],
    ['一、上年度述职评议反馈问题整改情况', null],
    ['二、存在问题及下步打算', null],
    ['二、工作成效及存在问题', null],
    ['四、其他需要说明的事项', null],
  ])('by the heading %s', (heading, role) => {
    const r = checkDutyReport([heading, han(30)]);
    expect(r.parts.filter((p) => p.count > 0).map((p) => p.role)).toEqual(role === null ? [] : [role]);
    expect(r.unknown).toHaveLength(role === null ? 1 : 0);
    expect(whatAddsUp(r)).toBe(r.whole.count);
  });

  test('with headings that are marked otherwise', () => {
    const marks: ((n: number) => string)[] = [
      (n) => `${n}. `,
      (n) => `${n}、`,
      (n) => `（${'一二三'[n - 1]}）`,
      (n) => `(${n})`,
      (n) => `第${'一二三'[n - 1]}部分 `,
      () => '',
    ];
    for (const mark of marks) {
      const r = checkDutyReport([
        `${mark(1)}工作成绩`,
        han(20),
        `${mark(2)}问题和原因：`,
        han(30),
        `${mark(3)}下步打算`,
        han(40),
      ]);
      expect(
        r.parts.map((p) => p.headings.length),
        mark(1),
      ).toEqual([1, 1, 1]);
      expect(r.unknown).toEqual([]);
    }
  });

  test('with headings of no number, below a title that is none', () => {
    const lines = [
      '抓基层党建工作述职报告',
      '现将履职情况报告如下：',
      '工作成效',
      han(20),
      '（一）存在问题见底',
      '存在问题',
      han(30),
      '下步打算',
      han(40),
    ];
    const r = checkDutyReport(lines);
    expect(r.parts.map((p) => p.headings)).toEqual([['工作成效'], ['存在问题'], ['下步打算']]);
    expect(r.before).toBe(11 + 11);
  });

  test('with the text on the line of the heading', () => {
    const r = checkDutyReport(`一、工作成效。${han(10)}\n二、存在问题：${han(20)}\n三、下步打算${han(3)}；${han(5)}`);
    expect(r.parts.map((p) => p.count)).toEqual([7 + 10, 7 + 20, 6 + 3 + 1 + 5]);
    expect(part(r, 'achievements').headings).toEqual(['一、工作成效']);
  });

  test('are not begun by sentences that look like headings', () => {
    const r = checkDutyReport([
      '一、工作成效',
      '一是抓学习，存在问题逐条整改。',
      '三、四季度分别开展调研，下步打算已报。',
      '3.5万名党员参加，问题整改到位。',
      '二、存在问题',
      han(9),
    ]);
    expect(r.parts.map((p) => p.headings.length)).toEqual([1, 1, 0]);
    expect(r.unknown).toEqual([]);
  });

  test('are absent where there are no headings, and nothing is counted in them', () => {
    const r = checkDutyReport(`${han(500)}。\n${han(400)}。`);
    expect(brief(r)).toEqual([
      [0, 'absent', 0],
      [0, 'absent', 0],
      [0, 'absent', 0],
    ]);
    expect([r.whole.count, r.before, r.unknown]).toEqual([902, 902, []]);
  });

  test.each(['', ' \r\n\u3000\n'])('of nothing: %j', (text) => {
    const r = checkDutyReport(text);
    expect(r.whole.verdict).toBe('absent');
    expect(r.parts.every((p) => p.verdict === 'absent')).toBe(true);
    expect(checkDutyReport([])).toEqual(r);
  });
});

describe('words', () => {
  test('say by how much', () => {
    const r = checkDutyReport(report(812, 1400, 700));
    const say = (locale: 'zh-CN' | 'en'): string[] => {
      const w = dutyReportWords[locale];
      return [...r.parts.map((p) => w.sentence(p.role, p)), w.sentence('whole', r.whole)];
    };
    expect(say('zh-CN')).toEqual([
      '成绩部分 812 字，超过 700 字 112 字。',
      '问题和原因部分 1400 字，比 1500 字少 100 字。',
      '下步打算部分 700 字，符合要求（600—800 字）。',
      '全文 2926 字，符合要求（不超过 3000 字）。',
    ]);
    expect(say('en')).toEqual([
      'Achievements: 812 characters, 112 more than 700.',
      'Problems and causes: 1400 characters, 100 fewer than 1500.',
      'Plans: 700 characters, as asked (600 to 800 characters).',
      'The report: 2926 characters, as asked (at most 3000 characters).',
    ]);
  });

  test('say what is missing or not known', () => {
    const r = checkDutyReport('四、其他事项\n无');
    const w = dutyReportWords['zh-CN'];
    expect(w.sentence('plans', part(r, 'plans'))).toBe('没有找到下步打算部分的标题，请核对各部分标题。');
    expect(r.unknown.map((u) => w.unknown(u.heading, u.count))).toEqual([
      '“四、其他事项” 7 字，从标题看不出属于哪一部分，只计入全文。',
    ]);
  });
});
