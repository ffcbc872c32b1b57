/** The words of a county's profile, in both languages: loaded with it. */
import { profileEn } from './en/profile';
import type { Locale } from './format';
import { profileZh, type ProfileWords } from './zh/profile';

export type { ProfileWords } from './zh/profile';

export const profileWords: Readonly<Record<Locale, ProfileWords>> = { 'zh-CN': profileZh, en: profileEn };
