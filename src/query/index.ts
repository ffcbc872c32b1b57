/** SQL from the ledgers' declarations, and what its rows mean. */
export { agreementProblems, agreementsSql, pairsOf } from './agreements';
export { branchesSql } from './branches';
export { checkProblems, checksSql, duplicateKeysSql } from './checks';
export { loadCleanSql } from './clean';
export { differencesSql, differingSql, rowDifferences, type Compared } from './differences';
export { measureEntries } from './entries';
export { dropRowsSql, loadBatchSql } from './load';
export { measuresSql } from './measures';
export { overlapSql, type Claimed } from './overlap';
export { receiptsSql, rowNamesSql } from './reported';
export { listSql, rowsBehindSql, type Page } from './rows';
export { keptDown, UNDER_THREE } from './sensitive';
export { coverageSql, forgetSql, inForceSql, periodsSql, rosterRowsSql, schemaSql, subjectsSql, type InForce } from './schema';
export type { StandingNames } from './standing';
export { totalProblems, totalsSql } from './totals';
export { yearToDateProblems, yearToDateSql } from './year-to-date';
