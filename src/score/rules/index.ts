/** Every rule a scheme can name. A new rule costs its file, a line here and its fields in `scheme/rules.ts`. */
import type { Rule, RuleOf, RuleType } from '../../scheme';
import { asGiven } from './as-given';
import { attainment } from './attainment';
import { bands } from './bands';
import { countMet } from './count-met';
import { distanceToBest } from './distance-to-best';
import { distanceToTarget } from './distance-to-target';
import { exponential } from './exponential';
import { goalposts } from './goalposts';
import { perCase } from './per-case';
import { percentile } from './percentile';
import { rankTable } from './rank-table';
import { ratioToBest } from './ratio-to-best';
import type { RuleCode } from './rule';
import { step } from './step';
import { vote } from './vote';
import { yesNo } from './yes-no';
import { zScore } from './z-score';

export const RULES: { readonly [T in RuleType]: RuleCode<RuleOf<T>> } = {
  attainment,
  goalposts,
  exponential,
  zScore,
  percentile,
  distanceToBest,
  distanceToTarget,
  ratioToBest,
  rankTable,
  bands,
  step,
  perCase,
  countMet,
  yesNo,
  vote,
  asGiven,
};

/** The code of a rule. The table above pairs every type with its own code, which an index by union cannot express. */
export const codeOf = (rule: Rule): RuleCode<Rule> => RULES[rule.type];
