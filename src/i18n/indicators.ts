/** The words of the indicators screen, in both languages: loaded with it. */
import { indicatorsEn } from './en/indicators';
import type { Locale } from './format';
import { indicatorsZh, type IndicatorWords } from './zh/indicators';

export type { IndicatorWords } from './zh/indicators';

export const indicatorWords: Readonly<Record<Locale, IndicatorWords>> = { 'zh-CN': indicatorsZh, en: indicatorsEn };
