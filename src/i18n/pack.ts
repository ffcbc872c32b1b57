/** The wording of the meeting papers, in both languages. */
import { packEn } from './en/pack';
import type { Locale } from './format';
import { packZh, type PackWords } from './zh/pack';

export type { PackWords } from './zh/pack';

export const packWords: Readonly<Record<Locale, PackWords>> = { 'zh-CN': packZh, en: packEn };
