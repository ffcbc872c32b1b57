/** The words of the 述职 length check, in both languages: loaded with the view that shows it. */
import { dutyReportEn } from './en/duty-report';
import type { Locale } from './format';
import { dutyReportZh, type DutyReportWords } from './zh/duty-report';

export type { DutyReportWords } from './zh/duty-report';

export const dutyReportWords: Readonly<Record<Locale, DutyReportWords>> = { 'zh-CN': dutyReportZh, en: dutyReportEn };
