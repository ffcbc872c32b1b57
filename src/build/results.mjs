/** Reads how many tests passed and failed from the reports of Vitest and Playwright. */
import { existsSync } from 'node:fs';
import { readJson } from './json.mjs';

/** @typedef {{ readonly passed: number, readonly failed: number }} Counts */

/** @type {Counts} */
export const PASSED_STEP = { passed: 1, failed: 0 };
/** @type {Counts} */
export const FAILED_STEP = { passed: 0, failed: 1 };

/**
 * Tests in a report. One that was skipped has proven nothing and counts as failed, and so does a report without
 * tests or no report at all (the runner crashed).
 * @param {string} file @param {(report: Record<string, unknown>) => Counts} count @returns {Counts}
 */
function read(file, count) {
  if (!existsSync(file)) return FAILED_STEP;
  try {
    const counts = count(/** @type {Record<string, unknown>} */ (readJson(file)));
    return counts.passed + counts.failed === 0 ? FAILED_STEP : counts;
  } catch {
    return FAILED_STEP;
  }
}

/** @param {unknown} value */
const number = (value) => (typeof value === 'number' ? value : 0);

/** Vitest's JSON report. A file that could not be loaded has no tests: it counts as one that failed. @param {string} file */
export const readVitest = (file) =>
  read(file, (report) => {
    const files = /** @type {{ status: string, assertionResults: unknown[] }[]} */ (report.testResults ?? []);
    const broken = files.filter((f) => f.status === 'failed' && f.assertionResults.length === 0).length;
    return {
      passed: number(report.numPassedTests),
      failed: number(report.numFailedTests) + number(report.numPendingTests) + number(report.numTodoTests) + broken,
    };
  });

/** Playwright's JSON report. @param {string} file */
export const readPlaywright = (file) =>
  read(file, (report) => {
    const stats = /** @type {Record<string, unknown>} */ (report.stats ?? {});
    const errors = Array.isArray(report.errors) ? report.errors.length : 0;
    return {
      passed: number(stats.expected),
      failed: number(stats.unexpected) + number(stats.flaky) + number(stats.skipped) + errors,
    };
  });
