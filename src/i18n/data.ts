/** The words of the data screen 数据, in both languages: apart from the page's catalogue, which every page loads. */
import { dataEn } from './en/data';
import type { Locale } from './format';
import { dataZh, type DataWords } from './zh/data';

export type { DataWords } from './zh/data';

export const dataWords: Readonly<Record<Locale, DataWords>> = { 'zh-CN': dataZh, en: dataEn };
