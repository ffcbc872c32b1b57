/**
 * The score room: from a scheme and measures to points, ranks, grades, their reasons and their export. The answers
 * (attribution, gap, robustness, lift, what-if, seal, effect of another scheme) and the stars of branches are imported by
 * their own files, so that a page loads them with the panels that ask.
 */
export { PeriodScores, rescore, ScoreBook, scoreAll } from './book';
export { explain, explainGrade, explainRank } from './explain';
export { exportRows, scoresCsv, summaryCsv, type ExportWords, type LeafRow, type SummaryRow } from './export';
export type { QuotaAdvice } from './grade';
export { LEAF_STATES, type Flag, type LeafState } from './prepared';
export type { FlagCode } from './rules/rule';
export type { NodeInfo } from '../scheme';
