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

/** A change from one value to another of one kind, with its sign: of shares in percentage points. */
export function changeText(f: Formats, from: number, to: number, unit: ValueUnit): string {
  if (unit === 'share') return `${f.signed((to - from) * 100, 2)} ${f.locale === 'en' ? 'pp' : '个百分点'}`;
  const text = f.brief(to - from);
  return to > from && /[1-9]/.test(text) ? `+${text}` : text;
}
