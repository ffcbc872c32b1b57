/** The score room: from a scheme and measures to points, ranks, grades, their reasons and their export. */
export { PeriodScores, rescore, ScoreBook, scoreAll } from './book';
export { explain, explainGrade, explainRank } from './explain';
export { exportRows, scoresCsv, summaryCsv, type ExportWords, type LeafRow, type SummaryRow } from './export';
export type { QuotaAdvice } from './grade';
export { LEAF_STATES, type Flag, type LeafState } from './prepare';
export type { FlagCode } from './rules/rule';
export type { NodeInfo } from '../scheme';
