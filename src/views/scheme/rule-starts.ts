/** What a leaf's rule begins with when its type is changed: numbers taken over from the rule before it where they mean the same. */
import type { Leaf, Rule, RuleType } from '../../scheme';
import type { ValueUnit } from '../../model/measure';

/** The rules as a user chooses among them: places come as a table or as so much less with each. */
export type RuleKind = RuleType | 'rankStep';

export const RULE_KINDS: readonly RuleKind[] = [
  ...(['attainment', 'goalposts', 'exponential', 'bands', 'step', 'perCase', 'countMet', 'yesNo'] as const),
  ...(['rankTable', 'rankStep', 'ratioToBest', 'percentile', 'zScore', 'distanceToBest', 'distanceToTarget'] as const),
  ...(['vote', 'asGiven'] as const),
];

export const kindOf = (rule: Rule): RuleKind => (rule.type === 'rankTable' && 'step' in rule ? 'rankStep' : rule.type);

/** The value that stands for doing well in a rule, where it states one as a number. */
function mark(rule: Rule): number | null {
  if (rule.type === 'attainment' || rule.type === 'distanceToTarget') return numberOr(rule.target);
  if (rule.type === 'goalposts' || rule.type === 'exponential') return numberOr(rule.hi);
  if (rule.type === 'countMet') return numberOr(rule.required);
  if (rule.type === 'step') return rule.against ? null : (rule.atLeast ?? rule.atMost ?? null);
  if (rule.type === 'yesNo') return rule.atLeast ?? rule.atMost ?? rule.above ?? rule.below ?? null;
  if (rule.type === 'bands') return rule.against ? null : (rule.bands[0]?.atLeast ?? rule.bands[0]?.above ?? null);
  return null;
}
const numberOr = (x: unknown): number | null => (typeof x === 'number' ? x : null);
const tidy = (x: number): number => Number(x.toFixed(4));

/** A rule of a kind for a leaf; measures it needs are '' and still to be chosen. @param unit of what the rule is given. */
export function ruleStart(kind: RuleKind, leaf: Pick<Leaf, 'rule' | 'points'>, unit: ValueUnit): Rule {
  const full = leaf.points > 0 ? leaf.points : 10;
  const given = mark(leaf.rule);
  const good = given !== null && given > 0 ? given : unit === 'share' ? 1 : unit === 'points' ? 100 : 10;
  switch (kind) {
    case 'attainment':
      return { type: kind, target: good };
    case 'goalposts':
      return { type: kind, lo: tidy(good * 0.6), hi: good, floor: 0.6 };
    case 'exponential':
      return { type: kind, lo: tidy(good * 0.6), hi: good, floor: 0.6 };
    case 'bands': {
      const bands = [1, 0.8, 0.6].map((share, i) => ({ atLeast: tidy(good * (1 - i / 10)), points: tidy(full * share) }));
      return { type: kind, outOf: full, bands: [...bands, { points: 0 }] };
    }
    case 'step':
      return { type: kind, atLeast: good, per: unit === 'share' ? 0.01 : 1, step: tidy(full / 20) };
    case 'perCase':
      return { type: kind, step: tidy(full / 5) };
    case 'countMet':
      return { type: kind, required: unit === 'share' ? 1 : good };
    case 'yesNo':
      return { type: kind, atLeast: good };
    case 'rankTable':
      return { type: kind, among: 'group', table: [1, 0.9, 0.8, 0.7, 0.6].map((s) => tidy(full * s)), outOf: full };
    case 'rankStep':
      return { type: 'rankTable', among: 'group', step: 0.05, floor: 0.5 };
    case 'zScore':
      return { type: kind, among: 'group', centre: 0.8, spread: 0.1 };
    case 'ratioToBest':
    case 'percentile':
    case 'distanceToBest':
      return { type: kind, among: 'group' };
    case 'distanceToTarget':
      return { type: kind, target: good, side: 'below' };
    case 'vote':
      return { type: kind, options: [{ measure: '', coefficient: 1 }] };
    case 'asGiven':
      return { type: kind };
  }
}
