/** The score room: from a scheme and measures to points, ranks, grades, their reasons and their export. */
export { PeriodScores, rescore, ScoreBook, scoreAll } from './book';
export { CAUSES, split, whyMoved, type Cause, type LineSplit, type Movement, type Split } from './attribution';
export { effectOf, type Standing as UnitStanding, type UnitEffect } from './effect';
export { explain, explainGrade, explainRank } from './explain';
export { whyAbove, type Gap, type GapLine } from './gap';
export { liftOnePlace, type Lift, type Lifts, type OutOfReach } from './lift';
export { robustness, type Robustness, type RobustnessOptions, type UnitRobustness } from './robustness';
export { whatIf, type Change, type NewValue, type WhatIf, type WhatIfUnit } from './what-if';
export { exportRows, scoresCsv, summaryCsv, type ExportWords, type LeafRow, type SummaryRow } from './export';
export type { QuotaAdvice } from './grade';
export { LEAF_STATES, type Flag, type LeafState } from './prepared';
export type { FlagCode } from './rules/rule';
export type { NodeInfo } from '../scheme';
