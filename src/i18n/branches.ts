/** The words of the screen of branches, in both languages: loaded with it. */
import { branchesEn } from './en/branches';
import type { Locale } from './format';
import { branchesZh, type BranchWords } from './zh/branches';

export type { BranchWords } from './zh/branches';

export const branchWords: Readonly<Record<Locale, BranchWords>> = { 'zh-CN': branchesZh, en: branchesEn };
