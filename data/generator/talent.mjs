/** 人才引进统计表: counts since 1 January, one row per county and quarter. */
import { QUARTERS, periodName, quarterIndex, yearOf } from './calendar.mjs';
import { COUNTIES, STORIES, levelOf, nameIn } from './city.mjs';

/** The share of the year's work that is done by the end of each quarter. */
const PACE = /** @type {const} */ ([0.25, 0.5, 0.75, 1]);

const HEADER = [
  '期间', '县(市、区)', '年度目标(人)', 'A类', 'B类', 'C类', 'D类', 'E类', 'F类', '本年累计引进(人)', '其中:全职', '其中:柔性', '全职到岗数',
  '留存考察批次(年)', '该批次引进数', '该批次期末在岗数', '名校优生岗位', '名校优生到岗',
]; // prettier-ignore

/**
 * People by class A … F: the better the county, the more of the first three; F takes what is left.
 * @param {number} total @param {number} level
 */
function classesOf(total, level) {
  const shares = [0.02, 0.04, 0.09].map((s) => s * (0.6 + 0.8 * level));
  const upper = [...shares, 0.16, 0.27].map((s) => Math.floor(total * s + 1e-9));
  return [...upper, total - upper.reduce((a, b) => a + b, 0)];
}

/** Every county and quarter but those of the county that fell silent. */
export function talentTable() {
  const { silent, outlier } = STORIES;
  const rows = COUNTIES.flatMap((c) =>
    Array.from({ length: QUARTERS }, (_, t) => t)
      .filter((t) => c.name !== silent.county || t < silent.from)
      .map((t) => {
        const level = levelOf(c, t);
        const pace = PACE[/** @type {0 | 1 | 2 | 3} */ (quarterIndex(t))];
        // One quarter's figure far off all others: nearly nine times the usual.
        const slip = c.name === outlier.county && t === outlier.quarter ? 9 : 1;
        const fullTime = Math.round(c.target * pace * (0.55 + 0.42 * level)) * slip;
        const flexible = Math.round(fullTime / 4);
        const arrived = Math.round((fullTime / slip) * (0.68 + 0.3 * level)) * slip;
        const batch = Math.round(c.target * 0.8);
        const posts = Math.round(c.target * 0.15);
        const figures = [
          c.target, ...classesOf(fullTime + flexible, level), fullTime + flexible, fullTime, flexible, arrived,
          yearOf(t) - 1, batch, Math.round(batch * (0.6 + 0.35 * level)), posts, Math.floor(posts * pace * (0.5 + 0.5 * level) + 1e-9),
        ]; // prettier-ignore
        return [periodName(t), nameIn(c, t), ...figures.map(String)];
      }),
  );
  return { header: HEADER, rows };
}
