/** SQL from the ledgers' declarations, and what its rows mean. */
export { checkProblems, checksSql, duplicateKeysSql } from './checks';
export { loadCleanSql } from './clean';
export { measureEntries } from './entries';
export { dropOddSql, loadBatchSql, oddRowsSql } from './load';
export { measuresSql } from './measures';
export { overlapSql, type Claimed } from './overlap';
export { listSql, rowsBehindSql, type Page } from './rows';
export { coverageSql, forgetSql, inForceSql, periodsSql, rosterRowsSql, schemaSql, type InForce } from './schema';
