/** The words of the rectification screen, in both languages: loaded with it. */
import { rectificationEn } from './en/rectification';
import type { Locale } from './format';
import { rectificationZh, type RectificationWords } from './zh/rectification';

export type { RectificationWords } from './zh/rectification';

export const rectificationWords: Readonly<Record<Locale, RectificationWords>> = {
  'zh-CN': rectificationZh,
  en: rectificationEn,
};
