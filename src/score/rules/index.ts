/** Every rule a scheme can name. A new rule costs its file, a line here and its fields in `scheme/rules.ts`. */
import type { Rule, RuleOf, RuleType } from '../../scheme';
import { asGiven } from './as-given';
import { attainment } from './attainment';
import { goalposts } from './goalposts';
import { perCase } from './per-case';
import { ratioToBest } from './ratio-to-best';
import { bands } from './bands';
import type { RuleCode } from './rule';
import { step } from './step';
import { yesNo } from './yes-no';

export const RULES: { readonly [T in RuleType]: RuleCode<RuleOf<T>> } = {
  attainment,
  goalposts,
  ratioToBest,
  bands,
  step,
  perCase,
  yesNo,
  asGiven,
};

/** The code of a rule. The table above pairs every type with its own code, which an index by union cannot express. */
export const codeOf = (rule: Rule): RuleCode<Rule> => RULES[rule.type];
