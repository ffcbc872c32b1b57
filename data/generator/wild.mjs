/**
 * `data/wild/`: the tables of 2026Q3 as counties send them. Their content is the sample's; what is around it, and
 * how cells are written, is not. Two rows are too many and must be rejected. README.md there says what is where.
 */
import { CITY, COUNTIES, nameIn } from './city.mjs';
import { LATEST, periodName } from './calendar.mjs';
import { pick } from './random.mjs';
import { delimited, gb18030, utf8, utf8WithMark } from './text.mjs';

/** @typedef {import('./text.mjs').Table} Table */
/** @typedef {Record<string, string>} Named a row by the sample's column names */

const NOW = periodName(LATEST);
const QUARTER_TITLE = `${CITY.name}2026年第三季度`;

/** The rows of the latest quarter. @param {Table} table @returns {Named[]} */
const latest = ({ header, rows }) =>
  rows
    .filter((r) => r[0] === NOW || r[0] === NOW.slice(0, 4))
    .map((r) => Object.fromEntries(header.map((h, k) => [h, r[k] ?? ''])));

/** @param {Named} row @param {string} column */
const cell = (row, column) => {
  const value = row[column];
  if (value === undefined) throw new RangeError(`no column ${column}`);
  return value;
};

/** １２.５: digits as an input method set to full width writes them. @param {string} text */
const wide = (text) => [...text].map((c) => (c >= '0' && c <= '9' ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)).join('');
/** 1,234 @param {string} digits */
const thousands = (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ',');
/** 95%, some with the full-width sign. @param {string} share @param {number} k */
const percent = (share, k) => (share === '' ? '' : `${Number((Number(share) * 100).toFixed(1))}${k % 9 === 4 ? '％' : '%'}`);
/** @param {string} day @param {number} k */
const dotted = (day, k) => {
  const [y = '', m = '', d = ''] = day.split('-');
  if (day === '') return '';
  const [month, date] = [String(Number(m)), String(Number(d))];
  return pick([`${y}.${month}.${date}`, `${y}年${month}月${date}日`, `${y}/${month}/${date}`, day], k);
};
/** A county's name as its own people write it. @param {string} name @param {number} k */
function spelled(name, k) {
  const c = COUNTIES.find((x) => nameIn(x, LATEST) === name);
  if (!c || k % 3 > 0) return name;
  const other = c.former ? c.former.name : (c.aliases[0] ?? '');
  return other && k % 2 === 0 ? other : [...name].join(name.length < 4 ? '\u3000' : '');
}

/** A record of one width: cells, then nothing. @param {number} width @param {...string} cells */
const line = (width, ...cells) => [...cells, ...Array.from({ length: width - cells.length }, () => '')];

/** Σ of a column, written without the noise of binary fractions. @param {readonly Named[]} rows @param {string} column */
const total = (rows, column) => String(Number(rows.reduce((sum, r) => sum + Number(cell(r, column)), 0).toFixed(2)));

/**
 * What stands above a table: 附件, the title with the period, and the row of fragments.
 * @param {number} width @param {string} title @param {string} sender @param {string} unit @param {number} at where the date stands
 */
const above = (width, title, sender, unit, at) => [
  line(width, '附件1'),
  line(width, title),
  line(width, `填报单位（盖章）：${sender}`, ...line(at - 2), '填报人：', `单位：${unit}`, '填报时间：2026.10.8'),
];

const STAR_STYLES = /** @type {const} */ ([
  ['不定级', '★', '★★', '★★★', '★★★★', '★★★★★'],
  ['不定级', '一星级', '二星级', '三星级', '四星级', '五星级'],
  ['不定级', '1星', '2星', '3星', '4星', '5星'],
]);
const STARS = ['不定级', '一星', '二星', '三星', '四星', '五星'];
/** @param {string} star @param {number} style */
const starred = (star, style) => (star === '' ? '' : pick(pick(STAR_STYLES, style), STARS.indexOf(star)));
/** @type {Record<string, readonly string[]>} */
const SECTOR_STYLES = {
  农村: ['农村', '行政村'], 社区: ['社区', '城市社区'], 机关: ['机关', '党政机关'], 国有企业: ['国企', '国有企业'],
  事业单位: ['事业单位', '事业'], 两新组织: ['两新组织', '非公企业'], 学校: ['学校', '中小学'],
}; // prettier-ignore

const BRANCH_COLUMNS = [
  '县(市、区)', '乡镇(街道)', '党支部名称', '支部代码', '领域', '是否应评', '未参评原因', '申报星级', '基础项得分', '加分项得分', '减分项得分', '评议项得分', '总分',
  '审定星级', '上年星级', '满意率', '一票否决', '是否抽查', '市级复核得分', '市级复核星级',
]; // prettier-ignore

/** A branch as its county writes it. @param {Named} row @param {number} k */
function branchCells(row, k) {
  const style = COUNTIES.findIndex((c) => c.name === cell(row, '县(市、区)'));
  return BRANCH_COLUMNS.map((column) => {
    const value = cell(row, column);
    if (column === '县(市、区)') return spelled(value, k);
    if (column === '领域') return pick(SECTOR_STYLES[value] ?? [value], style);
    if (column.endsWith('星级')) return starred(value, style);
    if (column === '满意率') return percent(value, k);
    if (column === '总分') return k % 23 === 7 ? wide(value) : value;
    if (column === '市级复核得分' && value === '') return k % 2 === 0 ? '—' : '';
    if (value === '是') return style % 2 === 0 ? '√' : '是';
    if (value === '否') return style % 2 === 0 ? '×' : '否';
    return value;
  });
}

/** 城区组 and 县域组: GB18030, two rows of merged headers, column numbers, subtotals. @param {readonly Named[]} rows */
function branchesOfCity(rows) {
  const width = 21;
  const scores = ['基础项得分', '加分项得分', '减分项得分', '评议项得分', '总分'];
  const sums = (/** @type {readonly Named[]} */ of) => [...line(7), ...scores.map((s) => total(of, s))];
  let number = 0;
  const body = COUNTIES.flatMap((c) => {
    const own = rows.filter((r) => cell(r, '县(市、区)') === c.name);
    if (own.length === 0) return [];
    const records = own.map((r, k) => [String(++number), ...branchCells(r, k)]);
    // The first row that must be rejected: its total is written in words.
    if (c.name === '棠梨区')
      records.splice(40, 0, line(width, '', c.name, '直属机关工委', '棠梨试填机关党支部', 'ZB9901049999', '机关', '√', '', '★★★★★', '66', '2', '0', '27.5', '九十五分半', '★★★★★')); // prettier-ignore
    return [...records, line(width, '', '小　计', ...sums(own))];
  });
  const records = [
    ...above(width, `${QUARTER_TITLE}党支部星级评定明细表`, `${CITY.name}`, '分', 10),
    ['序号', '县（市、区）', '乡镇（街道）', '支部名称', '支部编码', '所属领域', '是否应参评', '未评原因', '自评星级', '得分情况', '', '', '', '', '评定星级', '上年度星级', '群众满意率', '是否一票否决', '市级复核情况', '', ''],
    [...line(9), '基础分', '加分', '减分', '评议分', '总得分', '', '', '', '', '是否复核', '复核得分', '复核星级'],
    Array.from({ length: width }, (_, k) => String(k + 1)),
    ...body,
    line(width, '合　计', '', ...sums(rows)),
    line(width, '说明：1.总得分=基础分+加分-减分+评议分；2.九十分以上五星，八十分以上四星，七十分以上三星，六十分以上二星。'),
    line(width, '审核人：', '', '', '', '', '', '', '填表人：'),
  ]; // prettier-ignore
  return gb18030(delimited(records, { newline: '\r\n' }));
}

/** 功能区组: tabs, one header row that comes again at a page break, the period in a column. @param {readonly Named[]} rows */
function branchesOfZones(rows) {
  const header = ['考核期', '区县', '所属乡镇(街道)', '党支部', '党支部代码', '领域类别', '应评', '未参评说明', '申请星级', '基础得分', '加分项', '扣分', '评议得分', '总得分', '认定星级', '去年星级', '满意度(%)', '否决项', '抽查', '抽查得分', '抽查星级']; // prettier-ignore
  const body = rows.map((r, k) => ['2026年三季度', ...branchCells(r, k)]);
  const records = [
    header,
    ...body.slice(0, 200),
    header,
    ...body.slice(200),
    line(header.length, '注：本表由各功能区组织部门汇总。'),
  ];
  return utf8(delimited(records, { delimiter: '\t' }));
}

const COURSE_HEADER = [
  ['县市区', '乡镇街道', '党组织全称', '所属领域', '软弱涣散类型', '具体表现', '确定时间', '“四个一”落实情况', '', '', '', '工作措施', '应解决问题', '已解决问题', '整改时限', '验收日期', '验收评估得分', '群众满意度', '转化情况', '销号', '实际销号时间', '“回头看”', '', '', '需补课', '补课完成', '市级抽查发现', '原销号时间', '是否再列入', '备注'],
  [...line(7), '包联县级领导', '包村领导', '第一书记派出单位', '结对帮扶单位', ...line(10), '应“回头看”时间', '“回头看”时间', '“回头看”结论', ...line(6)],
]; // prettier-ignore
const COURSE_COLUMNS = [
  '县(市、区)', '乡镇(街道)', '党组织名称', '领域', '情形类别', '主要表现', '认定时间', '包联县级领导(职务)', '包村(社区)乡镇(街道)领导(职务)', '第一书记派出单位', '结对单位',
  '整顿措施', '应解决问题数', '已解决问题数', '整顿时限', '验收时间', '验收得分', '满意率', '整顿结果', '是否销号', '销号时间', '应回头看时间', '回头看时间', '回头看结论',
  '应补课', '已补课', '是否市级抽查发现', '首次销号时间', '再次列入', '备注',
]; // prettier-ignore

/** @param {readonly Named[]} rows @param {string} sender @param {boolean} [withReject] */
function courses(rows, sender, withReject = false) {
  const width = COURSE_COLUMNS.length + 1;
  const body = rows.map((row, k) => {
    const style = COUNTIES.findIndex((c) => c.name === cell(row, '县(市、区)'));
    const cells = COURSE_COLUMNS.map((column) => {
      const value = cell(row, column);
      if (column === '县(市、区)') return spelled(value, k);
      if (column.endsWith('时间') || column === '整顿时限') return dotted(value, style);
      if (column === '满意率') return percent(value, k);
      if (column === '整顿结果' && value === '整顿中') return pick(['整顿中', '正在整顿'], style);
      if (column === '已解决问题数') return pick([value, `${value}个`, wide(value)], k % 7 === 3 ? style : 0);
      if (column === '领域') return pick(SECTOR_STYLES[value] ?? [value], style);
      return value;
    });
    return [String(k + 1), ...cells];
  });
  // The second row that must be rejected: nobody can say when 年初 was.
  if (withReject)
    body.splice(30, 0, ['', '墨砚区', '试填街道', '试填社区党支部', '社区', '集体经济薄弱', '无稳定经营性收入', '年初认定', ...line(5), '3', '1', '2026.12.25', '', '', '', '整顿中', '否', ...line(10)]); // prettier-ignore
  const [parents = [], children = []] = COURSE_HEADER;
  const sums = [...line(13), total(rows, '应解决问题数'), total(rows, '已解决问题数')];
  return [
    ...above(width, `${sender}2026年三季度软弱涣散基层党组织整顿台账`, sender, '个', 12),
    ['序号', ...parents],
    ['', ...children],
    ...body,
    line(width, '', withReject ? '全　市' : '合　计', ...sums.slice(2)),
    line(width, '注：未填应回头看时间的，按销号后六个月掌握。'),
  ];
}

/** @param {readonly Named[]} rows @param {string} title @param {string} sender @param {(text: string) => Uint8Array} encode @param {boolean} [whole] */
function intake(rows, title, sender, encode, whole = false) {
  const columns = ['年度目标(人)', 'A类', 'B类', 'C类', 'D类', 'E类', 'F类', '本年累计引进(人)', '其中:全职', '其中:柔性', '全职到岗数', '留存考察批次(年)', '该批次引进数', '该批次期末在岗数', '名校优生岗位', '名校优生到岗']; // prettier-ignore
  const width = columns.length + 2;
  const body = rows.map((r, k) => [
    String(k + 1),
    whole ? spelled(cell(r, '县(市、区)'), k) : cell(r, '县(市、区)'),
    ...columns.map((column, j) => ((k + j) % 11 === 5 ? wide(cell(r, column)) : cell(r, column))),
  ]);
  const sums = columns.map((column) => (column === '留存考察批次(年)' ? '' : thousands(total(rows, column))));
  const records = [
    ...above(width, title, sender, '人', 9),
    ['序号', '单位', '全年目标', '引进人才分类', '', '', '', '', '', '累计引进数', '全职引进', '柔性引进', '到岗人数', '留存考察', '', '', '名校优生', ''],
    [...line(3), 'A类人才', 'B类人才', 'C类人才', 'D类人才', 'E类人才', 'F类人才', ...line(4), '考察批次', '批次引进数', '期末在岗数', '名校优生岗位数', '名校优生到岗数'],
    ...body,
    ...(whole ? [line(width, '', '全　市', ...sums)] : []),
    line(width, '说明：引进数为本年累计数。'),
    line(width, '审核人：', '', '', '填表人：'),
  ]; // prettier-ignore
  return encode(delimited(records, { newline: '\r\n' }));
}

/** @param {readonly Named[]} rows */
function figures(rows) {
  const body = rows.map((r, k) => {
    const [name, value] = [cell(r, '指标'), cell(r, '数值')];
    const written =
      name === '志愿服务时长' ? thousands(value) : k % 8 === 2 ? wide(value) : name === '群众满意率' ? percent(value, k) : value;
    return [
      spelled(cell(r, '单位'), k),
      name,
      cell(r, '计量单位'),
      name === '群众满意率' ? percent(cell(r, '目标值'), k) : thousands(cell(r, '目标值')),
      written,
      cell(r, '分子'),
      cell(r, '分母'),
    ];
  });
  const header = ['被考核单位', '指标名称', '计算单位', '目标', '完成值', '分子值', '分母值'];
  return utf8WithMark(delimited([line(7, `${QUARTER_TITLE}通用指标表`), header, ...body], { newline: '\r\n' }));
}

/** @param {readonly Named[]} rows */
function targets(rows) {
  const header = ['序号', '考核指标', '适用单位', '年度目标', '省均值', '市计划'];
  const body = rows.map((r, k) => [
    String(k + 1), cell(r, '指标'), spelled(cell(r, '单位'), k), thousands(cell(r, '目标值')), cell(r, '全省平均'), cell(r, '全市计划'),
  ]); // prettier-ignore
  return utf8(delimited([line(6, `${CITY.name}2026年度目标与基准`), header, ...body], { newline: '\r\n' }));
}

/** @param {Table} table */
function roster({ header, rows }) {
  const named = rows.map((r) => Object.fromEntries(header.map((h, k) => [h, r[k] ?? ''])));
  const names = ['序号', '考核单位', '单位编码', '级别', '隶属关系', '组别', '排序号', '简称', '启用日期', '停用日期'];
  const body = named.map((r, k) => [
    String(k + 1), cell(r, '单位名称'), cell(r, '单位代码'), `${cell(r, '层级')}级`, cell(r, '上级单位'), cell(r, '考核分组'),
    cell(r, '排序'), cell(r, '别名'), dotted(cell(r, '起'), 1), dotted(cell(r, '止'), 1),
  ]); // prettier-ignore
  const footer = line(10, '注：更名的单位新旧名称各占一行，单位编码不变。');
  return utf8WithMark(delimited([line(10, `${CITY.name}考核单位名册`), names, ...body, footer], { newline: '\r\n' }));
}

/**
 * The files of `data/wild/`, in the order in which they arrive.
 * @param {Record<'roster' | 'branch' | 'rectification' | 'talent' | 'indicators' | 'targets', Table>} sample
 * @returns {Map<string, Uint8Array>}
 */
export function wildFiles(sample) {
  const [branch, weak, talent] = [latest(sample.branch), latest(sample.rectification), latest(sample.talent)];
  const zones = new Set(COUNTIES.filter((c) => c.group === '功能区组').map((c) => c.name));
  const isZone = (/** @type {Named} */ r) => zones.has(cell(r, '县(市、区)'));
  const isRenamed = (/** @type {Named} */ r) => cell(r, '县(市、区)') === '半篙市';
  const corrected = talent.filter(isRenamed);
  const wrong = corrected.map((r) => ({
    ...r,
    F类: String(Number(cell(r, 'F类')) + 40),
    '本年累计引进(人)': String(Number(cell(r, '本年累计引进(人)')) + 40),
    '其中:全职': String(Number(cell(r, '其中:全职')) + 50),
  }));
  const own = '半篙市2026年第三季度人才引进情况统计表';
  return new Map([
    ['00 考核单位名册.csv', roster(sample.roster)],
    ['01 党支部星级评定明细（城区组、县域组）.csv', branchesOfCity(branch.filter((r) => !isZone(r)))],
    ['02 党支部星级评定明细（功能区组）.csv', branchesOfZones(branch.filter(isZone))],
    ['03 软弱涣散整顿台账（汇总）.csv', gb18030(delimited(courses(weak.filter((r) => !isRenamed(r)), CITY.name, true), { newline: '\r\n' }))],
    ['04 半篙市软弱涣散整顿台账.csv', utf8WithMark(delimited(courses(weak.filter(isRenamed), '半篙市'), { newline: '\r\n' }))],
    ['05 人才引进统计表（汇总）.csv', intake(talent.filter((r) => !isRenamed(r)), `${QUARTER_TITLE}人才引进情况统计表`, CITY.name, utf8WithMark, true)],
    ['06 半篙市人才引进统计表.csv', intake(wrong, own, '半篙市', gb18030)],
    ['07 半篙市人才引进统计表(更正).csv', intake(corrected, own, '半篙市', gb18030)],
    ['08 通用指标表.csv', figures(latest(sample.indicators))],
    ['09 目标与基准.csv', targets(latest(sample.targets))],
  ]); // prettier-ignore
}
