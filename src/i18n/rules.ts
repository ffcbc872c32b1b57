/** The words of rules and of a scheme's other parts, in both languages: loaded with the screens that print a scheme. */
import { rulesEn } from './en/rules';
import type { Locale } from './format';
import type { RuleWords } from './rule-words';
import { rulesZh } from './zh/rules';

export { ruleSentence, type Marked, type RuleWords, type Writing } from './rule-words';
export const ruleWords: Readonly<Record<Locale, RuleWords>> = { 'zh-CN': rulesZh, en: rulesEn };
