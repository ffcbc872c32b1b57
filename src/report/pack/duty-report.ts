/**
 * The length check of a secretary's 述职 report: its parts are found by their headings and counted, and each count is held
 * against what the notice asks. Codes and numbers only; the words are in `i18n/duty-report`.
 */

export const DUTY_ROLES = ['achievements', 'problems', 'plans'] as const;
/** 履职和成效 · 问题和原因 · 下步打算. */
export type DutyRole = (typeof DUTY_ROLES)[number];

/** absent: no heading of the part is there, or of the whole report not a character. */
export type DutyVerdict = 'ok' | 'over' | 'short' | 'absent';

/** Characters; null where there is no such limit. */
export interface DutyLimit {
  readonly min: number | null;
  readonly max: number | null;
}
export type DutyLimits = Readonly<Record<DutyRole | 'whole', DutyLimit>>;

/** What is usually asked: 3,000 in all, achievements at most 700, problems and causes at least 1,500, plans about 700. */
export const DUTY_LIMITS: DutyLimits = {
  whole: { min: null, max: 3000 },
  achievements: { min: null, max: 700 },
  problems: { min: 1500, max: null },
  plans: { min: 600, max: 800 },
};

export interface DutyCount {
  readonly count: number;
  readonly limit: DutyLimit;
  readonly verdict: DutyVerdict;
  /** How many characters too many or too few; 0 where it is neither. */
  readonly by: number;
}

export interface DutyPart extends DutyCount {
  readonly role: DutyRole;
  /** As they are written; several add up. */
  readonly headings: readonly string[];
}

export interface DutyReport {
  readonly whole: DutyCount;
  /** All three, in their order. */
  readonly parts: readonly DutyPart[];
  /** Parts whose heading names none of the three, or more than one: in the whole, in no part. */
  readonly unknown: readonly { readonly heading: string; readonly count: number }[];
  /** Before the first heading, as the title: in the whole, in no part. */
  readonly before: number;
}

/**
 * Checks a report, given as pasted text or as lines. A part runs from its heading to the next one of the same kind, and
 * its heading is counted with it: the parts, what is unknown and what stands before add up to the whole.
 */
export function checkDutyReport(report: string | readonly string[], limits: DutyLimits = DUTY_LIMITS): DutyReport {
  const lines = (typeof report === 'string' ? [report] : report).flatMap((text) => text.split(/\r\n|[\n\r\v\f\u2028\u2029]/));
  const sections = sectionsOf(lines);
  const total = (list: readonly Section[]): number => list.reduce((sum, s) => sum + wordCount(s.text), 0);
  const whole = total(sections);
  const headed = sections.filter((s) => s.heading !== '');
  return {
    whole: held(whole, limits.whole, whole > 0),
    parts: DUTY_ROLES.map((role) => {
      const own = headed.filter((s) => s.role === role);
      return { role, headings: own.map((s) => s.heading), ...held(total(own), limits[role], own.length > 0) };
    }),
    unknown: headed.filter((s) => s.role === null).map((s) => ({ heading: s.heading, count: wordCount(s.text) })),
    before: total(sections.filter((s) => s.heading === '')),
  };
}

/**
 * Characters as word processors count 字数: every Han character and every full-width or typographic sign is one; what
 * else stands together without a space, as `2026`, `95.3%` or `GDP`, is one too. Spaces count nothing, nor do line ends.
 */
export function wordCount(text: string): number {
  return text.replace(/\p{Cf}/gu, '').match(/[^\s\u0000-\u1fff]|[^\s\u2000-\u{10ffff}]+/gu)?.length ?? 0;
}

function held(count: number, limit: DutyLimit, there: boolean): DutyCount {
  const { min, max } = limit;
  if (!there) return { count, limit, verdict: 'absent', by: 0 };
  if (max !== null && count > max) return { count, limit, verdict: 'over', by: count - max };
  if (min !== null && count < min) return { count, limit, verdict: 'short', by: min - count };
  return { count, limit, verdict: 'ok', by: 0 };
}

interface Section {
  /** '' of what stands before the first one. */
  readonly heading: string;
  readonly role: DutyRole | null;
  readonly text: string;
}

const HAN_NUMBER = '[一二三四五六七八九十]{1,3}';
/** How headings are marked; where two ways name as many parts, the earlier one. */
const STYLES: readonly RegExp[] = [
  new RegExp(`^${HAN_NUMBER}\\s*[、．.：:](?![一二三四]季度)`),
  new RegExp(`^第${HAN_NUMBER}(?:部分|方面)\\s*[、．.：:，]?`),
  new RegExp(`^(?![（(\\d]|第?${HAN_NUMBER}\\s*[、．.：:部方]|.*(?:报告|如下))(?=[^，。；,;]{2,20}$)`),
  new RegExp(`^[（(]\\s*${HAN_NUMBER}\\s*[）)]`),
  /^\d{1,2}\s*[、．.](?!\d)/,
  /^[（(]\s*\d{1,2}\s*[）)]/,
];
/** The third of them is a line of its own without any number: it is a heading only where it names a part. */
const BARE = STYLES[2];

/** The heading at the beginning of a line, with its number; null where there is none. Text may follow on the same line. */
function headingIn(line: string, style: RegExp): string | null {
  const mark = style.exec(line)?.[0];
  if (mark === undefined) return null;
  const rest = line.slice(mark.length);
  const title = /^\s*[^。；;：:]*/.exec(rest)?.[0] ?? '';
  if (title.trim() === '' || (style === BARE && roleOf(title) === null)) return null;
  return `${mark}${title}`.trim();
}

/** A report has one way to mark its parts: the one that names the most of the three. */
function sectionsOf(lines: readonly string[]): Section[] {
  const trimmed = lines.map((line) => line.trim());
  const named = STYLES.map((style) => {
    const headings = trimmed.map((line) => headingIn(line, style)).filter((h) => h !== null);
    return { style, any: headings.length > 0, roles: new Set(headings.map(roleOf).filter((r) => r !== null)).size };
  });
  const most = Math.max(...named.map((n) => n.roles));
  const chosen = named.find((n) => n.any && n.roles === most)?.style;
  const sections: { heading: string; role: DutyRole | null; lines: string[] }[] = [{ heading: '', role: null, lines: [] }];
  for (const line of trimmed) {
    const heading = chosen ? headingIn(line, chosen) : null;
    if (heading !== null) sections.push({ heading, role: roleOf(heading), lines: [] });
    sections.at(-1)?.lines.push(line);
  }
  return sections.map(({ heading, role, lines: own }) => ({ heading, role, text: own.join('\n') }));
}

const SAYS: Readonly<Record<DutyRole, RegExp>> = {
  achievements: /履职|履行|述职|成效|成绩|做法|亮点|特色|工作情况|完成情况|开展情况|主要工作/,
  problems: /问题|不足|短板|差距|弱项|原因|根源|症结|剖析/,
  plans: /下一?步|下一?阶段|打算|思路|努力方向|改进方向|改进措施|整改措施|整改方向|今后|工作计划|工作安排|工作举措/,
};

/**
 * Which part a heading names; null where it names none, or two that do not go together. `履职中存在的问题` is of
 * problems, `针对问题的整改措施` of plans; how last year's problems were mended is neither.
 */
function roleOf(heading: string): DutyRole | null {
  const title = heading.replace(/\s+/g, '').replace(/针对.*?(?:问题|不足|短板)的?/, '');
  if (/整改(?:落实|完成|推进)?情况/.test(title)) return null;
  const says = DUTY_ROLES.filter((role) => SAYS[role].test(title));
  if (says.length === 1) return says[0] ?? null;
  // What the duties are is said in the headings of all parts.
  return says.length === 2 && says[0] === 'achievements' && !/成效|成绩|做法|亮点|特色/.test(title) ? (says[1] ?? null) : null;
}
