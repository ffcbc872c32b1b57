/** The words of the 述职 length check in Chinese; their keys are the type the English ones must have. */

/** The codes of the check, as `report/pack/duty-report.ts` gives them. */
type Part = 'achievements' | 'problems' | 'plans' | 'whole';
type Verdict = 'ok' | 'over' | 'short' | 'absent';

/** A count and what it is held against. */
export interface DutyCountShape {
  readonly count: number;
  readonly limit: { readonly min: number | null; readonly max: number | null };
  readonly verdict: Verdict;
  readonly by: number;
}

export interface DutyReportWords {
  readonly title: string;
  readonly hint: string;
  /** How characters are counted. */
  readonly counting: string;
  readonly empty: string;
  readonly parts: Readonly<Record<Part, string>>;
  readonly limit: (limit: DutyCountShape['limit']) => string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** One sentence of a part or of the whole. */
  readonly sentence: (part: Part, count: DutyCountShape) => string;
  readonly headings: (headings: readonly string[]) => string;
  readonly unknown: (heading: string, count: number) => string;
  readonly before: (count: number) => string;
}

const PARTS: Readonly<Record<Part, string>> = {
  achievements: '成绩部分',
  problems: '问题和原因部分',
  plans: '下步打算部分',
  whole: '全文',
};

const limit = ({ min, max }: DutyCountShape['limit']): string => {
  if (min !== null && max !== null) return `${min}—${max} 字`;
  if (max !== null) return `不超过 ${max} 字`;
  return min !== null ? `不少于 ${min} 字` : '不限';
};

const SENTENCE: Readonly<Record<Verdict, (part: Part, c: DutyCountShape) => string>> = {
  ok: (part, c) => `${PARTS[part]} ${c.count} 字，符合要求（${limit(c.limit)}）。`,
  over: (part, c) => `${PARTS[part]} ${c.count} 字，超过 ${c.limit.max ?? 0} 字 ${c.by} 字。`,
  short: (part, c) => `${PARTS[part]} ${c.count} 字，比 ${c.limit.min ?? 0} 字少 ${c.by} 字。`,
  absent: (part) => (part === 'whole' ? '没有可以检查的文字。' : `没有找到${PARTS[part]}的标题，请核对各部分标题。`),
};

export const dutyReportZh: DutyReportWords = {
  title: '述职报告字数检查',
  hint: '粘贴述职报告全文，按各部分标题分别计字数；文字只在本页检查，不保存。',
  counting: '汉字和全角标点每个计 1 字，连写的字母、数字（如 2026、95.3%）计 1 字，空格和换行不计；标题计入所在部分。',
  empty: '没有可以检查的文字。',
  parts: PARTS,
  limit,
  verdicts: { ok: '符合', over: '超过', short: '不足', absent: '缺少' },
  sentence: (part, c) => SENTENCE[c.verdict](part, c),
  headings: (headings) => `按标题${headings.map((h) => `“${h}”`).join('、')}计。`,
  unknown: (heading, count) => `“${heading}” ${count} 字，从标题看不出属于哪一部分，只计入全文。`,
  before: (count) => `第一个标题之前有 ${count} 字，只计入全文。`,
};
