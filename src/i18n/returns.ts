/** The words of the parts 报送 and 模板 of the data screen, in both languages: loaded with those parts, not with the page. */
import { returnsEn } from './en/returns';
import type { Locale } from './format';
import { returnsZh, type ReturnsWords } from './zh/returns';

export type { ReturnsWords } from './zh/returns';

export const returnsWords: Readonly<Record<Locale, ReturnsWords>> = { 'zh-CN': returnsZh, en: returnsEn };
