/** The words of the talent screen, in both languages: loaded with it. */
import { talentEn } from './en/talent';
import type { Locale } from './format';
import { talentZh, type TalentWords } from './zh/talent';

export type { TalentWords } from './zh/talent';

export const talentWords: Readonly<Record<Locale, TalentWords>> = { 'zh-CN': talentZh, en: talentEn };
