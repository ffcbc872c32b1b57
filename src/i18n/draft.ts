/** Sentences of the meeting papers, in both languages. */
import { draftEn } from './en/draft';
import type { Locale } from './format';
import { draftZh, type DraftWords } from './zh/draft';

export type { DraftWords, LeafSaid, StandingSaid, TaskSaid } from './zh/draft';

export const draftWords: Readonly<Record<Locale, DraftWords>> = { 'zh-CN': draftZh, en: draftEn };
