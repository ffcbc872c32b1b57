/** 组织生活: theme days, lectures and meetings held of those that fell due, one row per county and sector. */
import type { LedgerDef } from '../model/ledger';
import { PERIOD, REQUIRED, county, noted, sector } from './columns';
import { DONE, DUE, assembled, counted, dutyBySector, under } from './pairs';

const THEME = '主题党日|“主题党日”|主题党日活动|支部主题党日|月度主题党日';
const LECTURE = '党课|讲党课|“党课”|书记讲党课';
const THREE = '三会一课|“三会一课”|三会一课制度';
const LIFE = '组织生活会|支部组织生活会|年度组织生活会|专题组织生活会';
const REVIEW = '民主评议|民主评议党员|党员民主评议|开展民主评议党员';
const LEADERS = '班子民主生活会|民主生活会|领导班子民主生活会|党员领导干部民主生活会';
const DOUBLE = '双重组织生活|“双重组织生活”|双重组织生活制度|领导干部双重组织生活';

const TO_HOLD = `应开|应召开|应召开数|应开展数|${DUE}`;
const HELD = `已开|已召开|实开|实际召开|实际开展|开展|召开|${DONE}`;

// prettier-ignore
const duties = assembled([
  dutyBySector('three_meetings', '三会一课规范率', 'Branches in order with meetings and lectures',
    counted('branches', '支部总数', 'Branches', '个', 's', ['党支部总数|支部数|党支部数|支部|党支部|支部个数'], REQUIRED),
    counted('three_meetings', '三会一课规范支部数', 'Branches in order with meetings and lectures', '个', 's', ['三会一课规范支部|“三会一课”规范支部数|三会一课落实支部|落实三会一课支部', ...under(THREE, '规范支部数|规范支部|规范|规范数|落实|落实支部数|正常开展支部|规范落实支部')])),
  dutyBySector('theme_days', '主题党日按期开展率', 'Theme days held',
    counted('theme_due', '主题党日应开展(支部·月)', 'Theme days due (branch-months)', '支部·月', 'y', ['主题党日应开展|主题党日应开展支部·月|应开展主题党日|主题党日应开展次数|应开展支部·月', ...under(THEME, `${TO_HOLD}|应开展次数|应开展支部·月|应开展(支部·月)`)], noted('每个支部每月一次，自1月起累计：支部总数×已过月数', 'One a month and branch since 1 January: branches × months gone')),
    counted('theme_days', '已开展', 'Theme days held (branch-months)', '支部·月', 'y', ['主题党日已开展|已开展主题党日|主题党日已开展次数|已开展支部·月|已开展(支部·月)|主题党日已开展(支部·月)', ...under(THEME, `${HELD}|已开展次数|已开展支部·月|已开展(支部·月)`)])),
  dutyBySector('lectures', '党课按期开展率', 'Lectures held',
    counted('lecture_due', '党课应开展', 'Lectures due', '次', 'y', ['应讲|应讲党课|党课应讲|应开展党课', ...under(LECTURE, `应讲|应上|${TO_HOLD}`)]),
    counted('lectures', '党课已开展', 'Lectures held', '次', 'y', ['已讲|已讲党课|党课已讲|已开展党课', ...under(LECTURE, `已讲|已上|${HELD}`)])),
  dutyBySector('life_meetings', '组织生活会召开率', 'Meetings of organisation life held',
    counted('life_due', '组织生活会应开', 'Meetings of organisation life due', '个', 'y', ['应开组织生活会|应召开组织生活会|组织生活会应开支部|应召开组织生活会支部', ...under(LIFE, `${TO_HOLD}|应开支部`)]),
    counted('life_meetings', '组织生活会已开', 'Meetings of organisation life held', '个', 'y', ['已开组织生活会|已召开组织生活会|组织生活会已开支部|已召开组织生活会支部', ...under(LIFE, `${HELD}|已开支部`)])),
  dutyBySector('reviews', '民主评议党员开展率', 'Branches that reviewed their members',
    counted('review_due', '民主评议应开展支部', 'Branches that must review their members', '个', 'y', ['应评议|应开展民主评议支部|应开展民主评议党员支部', ...under(REVIEW, `应开展支部|应评议支部|应评议|${TO_HOLD}`)]),
    counted('reviews', '民主评议已开展支部', 'Branches that reviewed their members', '个', 'y', ['已评议|已开展民主评议支部|已开展民主评议党员支部', ...under(REVIEW, `已开展支部|已评议支部|已评议|${HELD}`)])),
  dutyBySector('leaders_meetings', '班子民主生活会召开率', 'Meetings of leaders’ life held',
    counted('leaders_due', '班子民主生活会应开', 'Meetings of leaders’ life due', '个', 'y', ['应开民主生活会班子|应召开民主生活会班子|应召开民主生活会', ...under(LEADERS, `${TO_HOLD}|应开班子`)]),
    counted('leaders_meetings', '班子民主生活会已开', 'Meetings of leaders’ life held', '个', 'y', ['已开民主生活会班子|已召开民主生活会班子|已召开民主生活会', ...under(LEADERS, `${HELD}|已开班子`)])),
  dutyBySector('double_life', '双重组织生活参加率', 'Leading cadres at both organisation lives',
    counted('double_due', '双重组织生活应参加人数', 'Who must be at both organisation lives', '人', 's', ['双重组织生活应参加|应参加双重组织生活|应参加', ...under(DOUBLE, `应参加|应参加人数|${DUE}`)]),
    counted('double_life', '已参加人数', 'Who was at both organisation lives', '人', 's', ['双重组织生活已参加|已参加双重组织生活|已参加|实际参加', ...under(DOUBLE, `已参加|已参加人数|实际参加|${DONE}`)])),
]);

export const organisationLife: LedgerDef = {
  id: 'organisation-life',
  name: { zh: '组织生活', en: 'Organisation life' },
  // prettier-ignore
  names: ['组织生活情况', '组织生活开展情况', '组织生活统计表', '党内组织生活', '组织生活制度落实', '三会一课开展情况', '主题党日开展情况', '组织生活季报'],
  frequency: 'Q',
  rowPer: 'sector',
  columns: [PERIOD, county(), sector(true), ...duties.columns],
  key: ['county', 'sector'],
  deadlineDays: 10,
  // prettier-ignore
  example: {
    period: '2026年第三季度', county: '示例县', sector: '农村', branches: '420', three_meetings: '411', theme_due: '3780', theme_days: '3756',
    lecture_due: '1260', lectures: '1248', life_due: '420', life_meetings: '420', review_due: '420', reviews: '418', leaders_due: '16',
    leaders_meetings: '16', double_due: '86', double_life: '86',
  },
  checks: duties.checks,
  measures: duties.measures,
};
