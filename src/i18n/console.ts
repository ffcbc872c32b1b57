/** The words of the console, in both languages: loaded with it. */
import { consoleEn } from './en/console';
import type { Locale } from './format';
import { consoleZh, type ConsoleWords } from './zh/console';

export type { ConsoleWords, ReadyQuery } from './zh/console';

/** Why a query was not run; the same codes as the pipeline's. */
export type FaultSort =
  'empty' | 'fullWidth' | 'unclosed' | 'several' | 'notAQuestion' | 'inner' | 'function' | 'escape' | 'engine';

export const consoleWords: Readonly<Record<Locale, ConsoleWords>> = { 'zh-CN': consoleZh, en: consoleEn };
