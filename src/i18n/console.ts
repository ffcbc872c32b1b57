/** The words of the console, in both languages: loaded with it. */
import { consoleEn } from './en/console';
import type { Locale } from './format';
import { consoleZh, type ConsoleWords } from './zh/console';

export type { ConsoleWords, FaultSort, ReadyQuery } from './zh/console';

export const consoleWords: Readonly<Record<Locale, ConsoleWords>> = { 'zh-CN': consoleZh, en: consoleEn };
