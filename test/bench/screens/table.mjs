/** The section on screens as a table: medians with the least and the most, and the ratio of the medians of the work. */

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
    const [all, cpu] = [spread(ours.map((t) => t.ms)), spread(ours.map((t) => t.cpu))];
    const [bareAll, bareCpu] = [spread(bare.map((t) => t.ms)), spread(bare.map((t) => t.cpu))];
    const work = Number.isNaN(cpu.median) ? null : cpu;
    const ratio = (work ? work.median / bareCpu.median : all.median / bareAll.median).toFixed(2);
    const met = (work ?? all).median <= goal;
    return `| ${of} | ${what} | ${all.text} | ${work ? work.text : '–'} | ${work ? bareCpu.text : bareAll.text} | ${ratio} | ${met ? '' : '**not met** '}≤ ${goal} ms |`;
  });
  return [
    '## Screens',
    '',
    '| record | what | until painted | of that the page worked | the browser alone | ratio | goal |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}
