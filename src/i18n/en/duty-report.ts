/** The words of the 述职 length check in English. */
import type { DutyCountShape, DutyReportWords } from '../zh/duty-report';

const PARTS: DutyReportWords['parts'] = {
  achievements: 'Achievements',
  problems: 'Problems and causes',
  plans: 'Plans',
  whole: 'The report',
};

const chars = (n: number): string => `${n} character${n === 1 ? '' : 's'}`;

const limit = ({ min, max }: DutyCountShape['limit']): string => {
  if (min !== null && max !== null) return `${min} to ${chars(max)}`;
  if (max !== null) return `at most ${chars(max)}`;
  return min !== null ? `at least ${chars(min)}` : 'no limit';
};

type Part = keyof DutyReportWords['parts'];

const SENTENCE: Readonly<Record<DutyCountShape['verdict'], (part: Part, c: DutyCountShape) => string>> = {
  ok: (part, c) => `${PARTS[part]}: ${chars(c.count)}, as asked (${limit(c.limit)}).`,
  over: (part, c) => `${PARTS[part]}: ${chars(c.count)}, ${c.by} more than ${c.limit.max ?? 0}.`,
  short: (part, c) => `${PARTS[part]}: ${chars(c.count)}, ${c.by} fewer than ${c.limit.min ?? 0}.`,
  absent: (part) =>
    part === 'whole' ? 'There is no text to check.' : `${PARTS[part]}: no heading of this part was found; check the headings.`,
};

export const dutyReportEn: DutyReportWords = {
  title: 'Length check of a duty report',
  hint: 'Paste the whole report; each part is counted from its heading on. The text is checked on this page and not kept.',
  counting:
    'A Han character or full-width sign counts as one, letters and digits written together (2026, 95.3%) as one, spaces and line ends as none; a heading counts with its part.',
  empty: 'There is no text to check.',
  parts: PARTS,
  limit,
  verdicts: { ok: 'As asked', over: 'Too long', short: 'Too short', absent: 'Missing' },
  sentence: (part, c) => SENTENCE[c.verdict](part, c),
  headings: (headings) => `Counted from ${headings.map((h) => `“${h}”`).join(', ')}.`,
  unknown: (heading, count) =>
    `“${heading}”: ${chars(count)}; the heading names none of the parts, so it counts in the whole only.`,
  before: (count) => `${chars(count)} before the first heading, counted in the whole only.`,
};
