/** The words of the meeting pack's workbook, in both languages: loaded when a pack is written. */
import { packWorkbookEn } from './en/pack-workbook';
import type { Locale } from './format';
import { packWorkbookZh, type PackWorkbookWords } from './zh/pack-workbook';

export type { PackWorkbookWords } from './zh/pack-workbook';

export const packWorkbookWords: Readonly<Record<Locale, PackWorkbookWords>> = { 'zh-CN': packWorkbookZh, en: packWorkbookEn };
