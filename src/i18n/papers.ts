/** What is written on papers and in workbooks, in both languages: apart from the page's catalogue, which every page loads. */
import { papersEn } from './en/papers';
import type { Locale } from './format';
import { papersZh, type PaperWords } from './zh/papers';

export type { PaperWords } from './zh/papers';

export const papers: Readonly<Record<Locale, PaperWords>> = { 'zh-CN': papersZh, en: papersEn };
