/** The words of checking and sealing a period, in both languages: loaded with the view that shows them. */
import { reviewEn } from './en/review';
import type { Locale } from './format';
import { reviewZh, type ReviewWords } from './zh/review';

export type { ReviewWords } from './zh/review';

export const reviewWords: Readonly<Record<Locale, ReviewWords>> = { 'zh-CN': reviewZh, en: reviewEn };
