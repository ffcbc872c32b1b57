/** The scheme room: what a scheme file may hold, reading it, its fingerprint, its tree. */
export type {
  Adjustment,
  Aggregate,
  Bonus,
  Condition,
  Deductions,
  Direct,
  Due,
  Grades,
  Group,
  Leaf,
  Node,
  Quota,
  Ranking,
  Rounding,
  Scheme,
  Veto,
  Year,
} from './format';
export { FORMAT, isLeaf } from './format';
export { firstMeasure, measuresIn, partsOfFigure, type Figure } from './figure';
export type { PrepareStep } from './prepare';
export { isComputable, type Bounds } from './parts';
export type { Rule, RuleOf, RuleType } from './rules';
export { canonicalHash, canonicalJson, schemeHash } from './canonical';
export type { Change } from './diff';
export type { Card, Clause, Colour, Lights } from './lights';
export { migrate } from './migrate';
export { readScheme, type SchemeReading } from './read';
export { round, snap, type RoundingMode } from './round';
export { titleOf, type SchemeText } from './text';
export { flatten, type NodeInfo } from './tree';
export { withWeights } from './weights';
