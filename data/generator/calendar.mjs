/** The sample's quarters 2024Q1–2026Q3 and its dates. A quarter is its number, 0 … 10; a month counts from year 0. */

export const QUARTERS = 11;
/** 2026Q3, the quarter that `data/wild/` shows as it arrives. */
export const LATEST = QUARTERS - 1;

/** @param {number} t */
export const yearOf = (t) => 2024 + Math.floor(t / 4);
/**
 * 0 … 3
 * @param {number} t
 */
export const quarterIndex = (t) => ((t % 4) + 4) % 4;
/** @param {number} t */
export const periodName = (t) => `${yearOf(t)}Q${quarterIndex(t) + 1}`;
/** @param {number} year @param {number} month */
export const monthNumber = (year, month) => year * 12 + month - 1;
/**
 * The last month of a quarter: everything dated in it or before has happened by then.
 * @param {number} t
 */
export const lastMonth = (t) => monthNumber(yearOf(t), quarterIndex(t) * 3 + 3);
/**
 * The quarter a month lies in; before the first quarter a negative number.
 * @param {number} month
 */
export const quarterOf = (month) => Math.floor((month - monthNumber(2024, 1)) / 3);
/**
 * `YYYY-MM-DD`
 * @param {number} month
 * @param {number} day 1 … 28, so that every month has it
 */
export const dateIn = (month, day) =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
