/** 党支部星级评定明细 of every quarter: about 1,600 branches whose totals change for a few of them at a time. */
import { LATEST, QUARTERS, periodName, yearOf } from './calendar.mjs';
import { COUNTIES, STORIES, levelOf, nameIn, places, townships } from './city.mjs';
import { deviations, draw, pick, shuffled, spread } from './random.mjs';

/** @typedef {import('./city.mjs').County} County */

/**
 * Sector, its points above or below the city's mean, its share of the branches in each group, and how its branches are called.
 * @type {readonly { name: string, points: number, share: Record<string, number>, called: (place: string, stem: string) => string, direct: boolean }[]}
 */
const SECTORS = [
  { name: '农村', points: -2, share: { 城区组: 12, 县域组: 55, 功能区组: 10 }, called: (p) => `${p}村党支部`, direct: false },
  { name: '社区', points: -1, share: { 城区组: 34, 县域组: 10, 功能区组: 20 }, called: (p) => `${p}社区党支部`, direct: false },
  {
    name: '机关',
    points: 2.5,
    share: { 城区组: 16, 县域组: 13, 功能区组: 10 },
    called: (p, s) => `${s}${p}办机关党支部`,
    direct: true,
  },
  {
    name: '国有企业',
    points: 1.5,
    share: { 城区组: 8, 县域组: 3, 功能区组: 10 },
    called: (p, s) => `${s}${p}公司党支部`,
    direct: true,
  },
  {
    name: '事业单位',
    points: 1,
    share: { 城区组: 10, 县域组: 7, 功能区组: 5 },
    called: (p, s) => `${s}${p}中心党支部`,
    direct: true,
  },
  {
    name: '两新组织',
    points: -3,
    share: { 城区组: 13, 县域组: 6, 功能区组: 40 },
    called: (p) => `${p}商会党支部`,
    direct: false,
  },
  {
    name: '学校',
    points: 1.5,
    share: { 城区组: 7, 县域组: 6, 功能区组: 5 },
    called: (p, s) => `${s}${p}学校党支部`,
    direct: true,
  },
];

/** Star lines of the city's plan: 90 five stars, 80 four, 70 three, 60 two, below one. */
const LINES = [90, 80, 70, 60];
/** @param {number} total */
export const starsOf = (total) => LINES.filter((line) => total >= line).length + 1;

/** @param {number} x */
const half = (x) => Math.round(x * 2) / 2;
const WORDS = ['不定级', '一星', '二星', '三星', '四星', '五星'];

/** @param {County} c */
function branchesOf(c) {
  const names = places(c, 'branch', c.branches);
  const towns = townships(c);
  const stem = c.name.slice(0, 2);
  /** @type {{ sector: number, name: string, town: string, z: number, i: number }[]} */
  const list = [];
  SECTORS.forEach((s, sector) => {
    const n = sector === SECTORS.length - 1 ? c.branches - list.length : Math.round((c.branches * (s.share[c.group] ?? 0)) / 100);
    // Every sector of every county is spread alike, so that its mean shows the county's level and no luck.
    shuffled(n, `${c.stream}|${s.name}`).forEach((place) => {
      const i = list.length;
      const town = s.direct ? '直属机关工委' : pick(towns, i);
      list.push({ sector, name: s.called(pick(names, i), stem), town, z: deviations((place + 0.5) / n), i });
    });
  });
  return list;
}

/**
 * Total score of a branch from the quarter before the first to the last.
 * @param {County} c
 * @param {{ sector: number, z: number, i: number }} b
 */
function totalsOf(c, b) {
  let drift = 0;
  return Array.from({ length: QUARTERS + 1 }, (_, k) => {
    const t = k - 1;
    if (t < 0 || draw('drift', c.stream, b.i, t) < 0.08)
      drift = pick([-1, -0.5, 0, 0.5, 1], Math.floor(draw('to', c.stream, b.i, t) * 5));
    const total = half(68 + 17.5 * levelOf(c, t) + pick(SECTORS, b.sector).points + 6 * b.z + drift);
    // Where the quota is exceeded, good branches are lifted over the line, and the city's review does not follow.
    const lifted = c.name === STORIES.overQuota && total >= 79 && total < 90 && draw('lift', b.i) < 0.85;
    return { total: lifted ? 90 + pick([0, 0.5], b.i) : Math.min(Math.max(total, 45), 97), lifted };
  });
}

/** The parts of a total: base (at most 70) + appraisal (at most 30) + bonus − deduction. @param {number} total @param {string} key */
function partsOf(total, key) {
  const bonus = half(draw('bonus', key) * 3);
  const deduction = half(draw('deduction', key) * 2);
  const appraisal = half(total * 0.3);
  return [total - appraisal - bonus + deduction, bonus, deduction, appraisal].map(String);
}

const HEADER = [
  '期间', '县(市、区)', '乡镇(街道)', '党支部名称', '支部代码', '领域', '是否应评', '未参评原因', '申报星级', '基础项得分', '加分项得分', '减分项得分',
  '评议项得分', '总分', '审定星级', '上年星级', '满意率', '一票否决', '是否抽查', '市级复核得分', '市级复核星级',
]; // prettier-ignore

/** All branches of all quarters: a branch's quarters stand together, which keeps the packed file small. */
export function branchTable() {
  const rows = COUNTIES.flatMap((c) => {
    const all = branchesOf(c);
    const place = shuffled(all.length, `${c.stream}|place`);
    return all.flatMap((b) => {
      const totals = totalsOf(c, b);
      const k = pick(place, b.i);
      /** @param {number} t */
      const state = (t) => {
        const { total, lifted } = pick(totals, t + 1);
        const due = draw('new', c.stream, b.i, yearOf(t)) >= 0.015;
        return { total, lifted, due, rated: due && spread(k) < 0.9 + 0.1 * levelOf(c, t), stars: starsOf(total) };
      };
      return Array.from({ length: LATEST + 1 }, (_, t) => {
        const s = state(t);
        const last = state((yearOf(t) - 2024) * 4 - 1);
        const checked = s.rated && k % 10 === 3;
        const agreed = !s.lifted && (s.stars === 1 || spread(Math.floor(k / 10), 0.2) < 0.7 + 0.28 * levelOf(c, t));
        const line = pick([0, ...[...LINES].reverse()], s.stars - 1);
        const reviewed = agreed ? Math.max(s.total - 0.5, line) : line - 0.5 - (k % 4) / 2;
        return [
          periodName(t), nameIn(c, t), b.town, b.name, `ZB${c.code}${String(b.i + 1).padStart(4, '0')}`, pick(SECTORS, b.sector).name,
          s.due ? '是' : '否', s.rated ? '' : s.due ? '评定材料退回重报' : '成立不满一年',
          pick(WORDS, Math.min(5, s.stars + (draw('hope', c.stream, b.i) < 0.06 ? 1 : 0))),
          ...partsOf(s.total, `${c.stream}|${b.i}`), String(s.total),
          s.rated ? pick(WORDS, s.stars) : '', last.rated ? pick(WORDS, last.stars) : '',
          (Math.round(70 + s.total / 4) / 100).toFixed(2), '否',
          checked ? '是' : '否', checked ? String(reviewed) : '', checked ? pick(WORDS, starsOf(reviewed)) : '',
        ]; // prettier-ignore
      });
    });
  });
  return { header: HEADER, rows };
}
