/** The words of the scheme screen 方案, in both languages: apart from the page's catalogue, which every page loads. */
import { schemeEn } from './en/scheme';
import type { Locale } from './format';
import { schemeZh, type SchemeWords } from './zh/scheme';

export type { FieldName, SchemeWords } from './zh/scheme';

export const schemeWords: Readonly<Record<Locale, SchemeWords>> = { 'zh-CN': schemeZh, en: schemeEn };
