/** The section on screens as a table: medians with the least and the most, and the ratio of the medians. */

/** @param {readonly number[]} values */
function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const text = (/** @type {number} */ x) => x.toFixed(x < 100 ? 1 : 0);
  const median = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  return { median, text: `${text(median)} (${text(sorted[0] ?? NaN)}–${text(sorted.at(-1) ?? NaN)}) ms` };
}

/** @param {readonly import('./screens.mjs').Figure[]} figures */
export function screensTable(figures) {
  const rows = figures.map(({ what, of, ours, bare, goal }) => {
    const [a, b] = [spread(ours), spread(bare)];
    const ratio = (a.median / b.median).toFixed(2);
    return `| ${of} | ${what} | ${a.text} | ${b.text} | ${a.median > goal ? `**${ratio}**` : ratio} | ≤ ${goal} ms |`;
  });
  return ['## Screens', '', '| record | what | ours | the browser alone | ratio | goal |', '|---|---|---|---|---|---|', ...rows].join('\n');
}
