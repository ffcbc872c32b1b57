/** Findings as sentences, in both languages: every number in them is one the finding holds. */
import type { ValueUnit } from '../model/measure';
import { findingsEn } from './en/findings';
import type { Formats, Locale } from './format';
import { findingsZh, type FindingWords } from './zh/findings';

export type { FindingWords } from './zh/findings';

export const findingWords: Readonly<Record<Locale, FindingWords>> = { 'zh-CN': findingsZh, en: findingsEn };

/** The difference of two values of one kind, without sign: of shares in percentage points. */
export function apart(f: Formats, a: number, b: number, unit: ValueUnit): string {
  const by = Math.abs(a - b);
  if (unit !== 'share') return f.brief(by);
  return f.locale === 'en' ? `${f.brief(by * 100)} pp` : `${f.brief(by * 100)} 个百分点`;
}
