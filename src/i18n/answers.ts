/** The words of the panels that answer questions about a score, in both languages: loaded with these panels. */
import { answersEn } from './en/answers';
import type { Locale } from './format';
import { answersZh, type AnswerWords } from './zh/answers';

export type { AnswerWords } from './zh/answers';

export const answerWords: Readonly<Record<Locale, AnswerWords>> = { 'zh-CN': answersZh, en: answersEn };
