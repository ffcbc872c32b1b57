/**
 * The score room: from a scheme and measures to points, ranks and grades. Reasons, the export, the answers (attribution,
 * gap, robustness, lift, what-if, seal, effect of another scheme) and the stars of branches are imported by their own
 * files, so that a page loads them with the panels that ask.
 */
export { PeriodScores, rescore, ScoreBook, scoreAll } from './book';
export type { QuotaAdvice } from './grade';
export { LEAF_STATES, type Flag, type LeafState } from './prepared';
export type { FlagCode } from './rules/rule';
export type { NodeInfo } from '../scheme';
