/** The words of rules and of a scheme's other parts, in both languages: loaded with the screens that print a scheme. */
import { rulesEn } from './en/rules';
import type { Locale } from './format';
import { rulesZh, type RuleWords } from './zh/rules';

export { ruleSentence, type Marked, type RuleWords, type Writing } from './zh/rules';
export const ruleWords: Readonly<Record<Locale, RuleWords>> = { 'zh-CN': rulesZh, en: rulesEn };
