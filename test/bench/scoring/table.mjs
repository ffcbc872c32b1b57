/** The section on scoring as a table: milliseconds and ratios, medians with the least and the most of the turns. */

/** @type {Readonly<Record<string, readonly [string, number]>>} what it is, and the milliseconds it may take */
const SAID = {
  score: ['2,843 units × 60 leaves × 12 periods scored and ranked, 720 reasons built (SQL: without the reasons)', 1500],
  rerank: ['one period of it ranked again after a weight changed', 4],
  runs: ['1,000 robustness runs of one period, with each unit’s range', 1500],
  stars: ['160,000 branches × 8 leaves rated, ranked, held against quotas', 2000],
};

/** @param {readonly number[]} values */
function spread(values, digits = 0) {
  const sorted = [...values].sort((a, b) => a - b);
  const text = (/** @type {number} */ x) => x.toFixed(digits);
  const median = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  return { median, text: `${text(median)} (${text(sorted[0] ?? NaN)}–${text(sorted.at(-1) ?? NaN)})` };
}

/** @param {readonly import('./scoring.ts').Measured[]} measured */
export function scoringTable(measured) {
  const rows = measured.map(({ what, ours, sql }) => {
    const [said, most] = SAID[what] ?? [what, NaN];
    const digits = most < 100 ? 1 : 0;
    const ratios = ours.map((ms, i) => ms / (sql[i] ?? NaN));
    return `| ${said} | ${spread(ours, digits).text} ms | ${spread(sql, digits).text} ms | ${spread(ratios, 2).text} | ≤ ${most} ms |`;
  });
  return ['## Scoring', '', '| what | ours | DuckDB-WASM, bare SQL | ratio | goal |', '|---|---|---|---|---|', ...rows].join(
    '\n',
  );
}
