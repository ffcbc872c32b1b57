/** The sentences of reasons, in both languages: loaded with the panel that shows why a number is what it is. */
import type { ReasonWords } from './catalogue';
import { reasons as en } from './en/reasons';
import type { Locale } from './format';
import { reasons as zh } from './zh/reasons';

export const reasonWords: Readonly<Record<Locale, ReasonWords>> = { 'zh-CN': zh, en };
