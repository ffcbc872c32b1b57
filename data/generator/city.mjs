/**
 * The fictional 示例市: its counties and zones in three peer groups, and the stories told about them. Every name is
 * made up; the codes begin with 99, which no real place has.
 */
import { pick, shuffled } from './random.mjs';

export const CITY = { name: '示例市', code: '990100' };

/**
 * @typedef {object} County
 * @property {string} code
 * @property {string} name today's name
 * @property {string} group 考核分组
 * @property {readonly string[]} aliases
 * @property {{ name: string, until: string, since: string }} [former] the name before, its last day, the new name's first
 * @property {readonly number[]} levels how well it does everything, 0 … 1, quarter by quarter
 * @property {string} stream what its chances hang on: twins share one
 * @property {number} branches
 * @property {number} weak organisations identified over the years
 * @property {number} target people to be taken in a year
 * @property {string} committee how posts are written: 区委, 县委, 党工委
 */

/** @param {number} level */
const steady = (level) => Array.from({ length: 11 }, () => level);

/** From 9th to 2nd: better every quarter. */
const CLIMB = [0.27, 0.33, 0.41, 0.5, 0.59, 0.67, 0.75, 0.82, 0.86, 0.89, 0.91];
/** A shade behind its twin, but for 2025Q4. */
const TWIN = [0.43, 0.43, 0.43, 0.43, 0.44, 0.44, 0.44, 0.46, 0.44, 0.44, 0.44];

/**
 * @param {string} code @param {string} name @param {string} group @param {readonly number[]} levels
 * @param {number} branches @param {number} weak @param {number} target @param {Partial<County>} [more]
 * @returns {County}
 */
const county = (code, name, group, levels, branches, weak, target, more = {}) => ({
  code,
  name,
  group,
  aliases: [],
  levels,
  stream: code,
  branches,
  weak,
  target,
  committee: group === '功能区组' ? '党工委' : group === '城区组' ? '区委' : '县委',
  ...more,
});

/** @type {readonly County[]} */
export const COUNTIES = [
  county('990101', '墨砚区', '城区组', steady(0.97), 190, 20, 220),
  county('990102', '漱玉区', '城区组', steady(0.6), 165, 20, 180, { aliases: ['漱玉'] }),
  county('990103', '鹤汀区', '城区组', steady(0.53), 150, 18, 170),
  county('990104', '棠梨区', '城区组', steady(0.19), 140, 18, 150),
  county('990121', '枕霞县', '县域组', CLIMB, 160, 24, 160, { aliases: ['枕霞'] }),
  county('990122', '聆松县', '县域组', steady(0.46), 130, 22, 120, { stream: 'twins' }),
  county('990123', '拾月县', '县域组', TWIN, 130, 22, 120, { stream: 'twins' }),
  county('990181', '半篙市', '县域组', steady(0.66), 155, 24, 140, {
    committee: '市委',
    former: { name: '半篙县', until: '2025-03-31', since: '2025-04-01' },
  }),
  county('990191', '星槎高新区', '功能区组', steady(0.74), 110, 14, 260, { aliases: ['高新区', '星槎高新技术产业开发区'] }),
  county('990192', '璇玑经开区', '功能区组', steady(0.36), 100, 14, 200, { aliases: ['经开区', '璇玑经济技术开发区'] }),
  county('990193', '蓼洲新区', '功能区组', steady(0.12), 90, 12, 110),
  county('990194', '鹭屿度假区', '功能区组', steady(0.05), 80, 12, 80, { aliases: ['度假区'] }),
];

/** Who each story is about; tests find it again in the committed tables. */
export const STORIES = {
  climber: '枕霞县',
  relapsing: '漱玉区',
  silent: { county: '璇玑经开区', from: 8 },
  twins: /** @type {const} */ (['聆松县', '拾月县']),
  tie: 7,
  outlier: { county: '蓼洲新区', quarter: 3 },
  overQuota: '鹤汀区',
  renamed: '半篙市',
};

/**
 * How well a county does in a quarter; before the first, as in the first.
 * @param {County} c
 * @param {number} t
 */
export const levelOf = (c, t) => pick(c.levels, Math.min(Math.max(t, 0), c.levels.length - 1));

/**
 * The name a county bears in a quarter's tables. The former name ends with 2025Q1.
 * @param {County} c
 * @param {number} t
 */
export const nameIn = (c, t) => (c.former && t < 5 ? c.former.name : c.name);

const FIRST = [...'墨漱鹤棠枕聆拾篙槎璇蓼鹭砚笺箸蓑笠橹梧苔萤蝉雁鲈'];
const SECOND = [...'影语痕声梦灯渡坞汀屿笛帆浦渚埠樾墟陌砧榭霁霭岫溆'];

/**
 * n invented places of a county, no two alike.
 * @param {County} c
 * @param {string} kind
 * @param {number} n
 */
export const places = (c, kind, n) =>
  shuffled(FIRST.length * SECOND.length, `${c.code}|${kind}`)
    .slice(0, n)
    .map((k) => pick(FIRST, k) + pick(SECOND, Math.floor(k / FIRST.length)));

/**
 * The townships of a county.
 * @param {County} c
 */
export const townships = (c) =>
  places(c, 'township', c.group === '功能区组' ? 4 : 8).map((p, i) => `${p}${c.group === '县域组' && i > 1 ? '镇' : '街道'}`);

/** The roster's table: the renamed county has a dated row for each name under one code. */
export function rosterTable() {
  const header = ['单位名称', '单位代码', '层级', '上级单位', '考核分组', '排序', '别名', '起', '止'];
  const rows = COUNTIES.flatMap((c, i) => {
    /** @param {string} name @param {string} from @param {string} to */
    const row = (name, from, to) => [name, c.code, '县', CITY.name, c.group, String(i + 1), c.aliases.join('、'), from, to];
    if (!c.former) return [row(c.name, '', '')];
    return [row(c.former.name, '', c.former.until), row(c.name, c.former.since, '')];
  });
  return { header, rows: [[CITY.name, CITY.code, '市', '', '', '0', '', '', ''], ...rows] };
}
