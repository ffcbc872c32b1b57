/** 软弱涣散基层党组织整顿台账: one row per organisation ever identified, from identification to look-back. */
import type { LedgerDef } from '../model/ledger';
import { and, count, sum, type MeasureDef } from '../model/measure';
import { PERIOD, REQUIRED, TOWNSHIP, county, date, flag, list, noted, points, rate, sector, tally, text, value } from './columns';
import { atMost } from './duties';
// prettier-ignore
import {
  LOOK_BACK_AFTER_MONTHS, RELAPSE_WINDOW_MONTHS, cameBack, closedInWindow, closedOnTime, converted, fallenDue, fourInPlace,
  lookBackDue, lookedBack, organisations, overdue, yes,
} from './rectification-terms';

// prettier-ignore
const measures: readonly MeasureDef[] = [
  {
    id: 'closed_on_time',
    name: { zh: '按期销号率', en: 'Closed on time' },
    unit: 'share',
    numerator: count(closedOnTime),
    denominator: count(fallenDue),
    better: 'higher',
    scored: true,
    definition: { zh: '销号时间不晚于整顿时限的党组织数 ÷ 整顿时限已到的党组织数', en: 'Organisations closed no later than their deadline ÷ organisations whose deadline has come' },
  },
  {
    id: 'conversion',
    name: { zh: '转化率', en: 'Conversion' },
    unit: 'share',
    numerator: count(converted),
    denominator: count(fallenDue),
    better: 'higher',
    scored: true,
    definition: { zh: '整顿时限已到的党组织中已转化数 ÷ 整顿时限已到的党组织数', en: 'Converted organisations among those whose deadline has come ÷ organisations whose deadline has come' },
  },
  {
    id: 'overdue',
    name: { zh: '逾期未销号数', en: 'Overdue and still open' },
    unit: 'count',
    numerator: count(overdue),
    better: 'lower',
    scored: true,
    definition: { zh: '整顿时限早于期末且未销号的党组织数', en: 'Organisations whose deadline has passed and that are still open' },
  },
  {
    id: 'four_in_place',
    name: { zh: '四个一到位率', en: 'All four helpers in place' },
    unit: 'share',
    numerator: count(fourInPlace),
    denominator: count(),
    better: 'higher',
    scored: true,
    definition: { zh: '包联县级领导、包村(社区)乡镇(街道)领导、第一书记派出单位、结对单位均已填的党组织数 ÷ 认定数', en: 'Organisations with county leader, township leader, first secretary’s sender and paired organisation all given ÷ organisations identified' },
  },
  {
    id: 'problems_solved',
    name: { zh: '应解决问题解决率', en: 'Problems solved' },
    unit: 'share',
    numerator: sum('problems_solved'),
    denominator: sum('problems_due'),
    better: 'higher',
    scored: true,
    definition: { zh: '已解决问题数之和 ÷ 应解决问题数之和', en: 'Problems solved ÷ problems to be solved' },
  },
  {
    id: 'look_back',
    name: { zh: '回头看覆盖率', en: 'Look-back done' },
    unit: 'share',
    numerator: count(lookedBack),
    denominator: count(lookBackDue),
    better: 'higher',
    scored: true,
    definition: { zh: `已回头看的党组织数 ÷ 应回头看时间已到的党组织数；未填应回头看时间的，按销号后${LOOK_BACK_AFTER_MONTHS}个月计`, en: `Organisations looked back at ÷ organisations whose look-back has fallen due (${LOOK_BACK_AFTER_MONTHS} months after closing where no day is given)` },
  },
  {
    id: 'make_up',
    name: { zh: '补课完成率', en: 'Make-up done' },
    unit: 'share',
    numerator: count(and(yes('make_up_due'), yes('make_up_done'))),
    denominator: count(yes('make_up_due')),
    better: 'higher',
    scored: true,
    definition: { zh: '已补课的党组织数 ÷ 应补课的党组织数', en: 'Organisations that made up ÷ organisations that had to' },
  },
  {
    id: 'relapse',
    name: { zh: '反弹率(市级抽查发现)', en: 'Relapse found by the city' },
    unit: 'share',
    numerator: organisations(and(closedInWindow, cameBack, yes('found_by_city'))),
    denominator: organisations(closedInWindow),
    better: 'lower',
    scored: true,
    definition: { zh: `市级抽查发现反弹或再次列入的党组织数(同一组织只计一次) ÷ 近${RELAPSE_WINDOW_MONTHS}个月内销号的党组织数`, en: `Organisations found by the city to have relapsed or been listed again (each once) ÷ organisations closed within ${RELAPSE_WINDOW_MONTHS} months` },
  },
  {
    // A county that finds and reports its own relapses must not be punished for it.
    id: 'relapse_all',
    name: { zh: '反弹率(含自查)', en: 'Relapse however found' },
    unit: 'share',
    numerator: organisations(and(closedInWindow, cameBack)),
    denominator: organisations(closedInWindow),
    better: 'neither',
    scored: false,
    definition: { zh: `反弹或再次列入的党组织数(同一组织只计一次，含县级自查) ÷ 近${RELAPSE_WINDOW_MONTHS}个月内销号的党组织数`, en: `Organisations relapsed or listed again, however found (each once) ÷ organisations closed within ${RELAPSE_WINDOW_MONTHS} months` },
  },
  {
    // 应整尽整: scoring how many were identified would punish honesty.
    id: 'identified',
    name: { zh: '认定数', en: 'Identified' },
    unit: 'count',
    numerator: count(),
    better: 'neither',
    scored: false,
    definition: { zh: '台账所列党组织数', en: 'Organisations in the ledger' },
  },
];

// prettier-ignore
const problemsDue = tally('problems_due', '应解决问题数', 'Problems to solve', '个', 's', ['问题总数', '问题数', '查摆问题数', '梳理问题数', '应整改问题数', '需解决问题数', '排查问题数', '查找问题数']);
// prettier-ignore
const problemsSolved = tally('problems_solved', '已解决问题数', 'Problems solved', '个', 's', ['解决问题数', '已整改问题数', '完成整改数', '已化解问题数', '整改完成数']);

// prettier-ignore
export const rectification: LedgerDef = {
  id: 'rectification',
  name: { zh: '软弱涣散基层党组织整顿台账', en: 'Rectification of weak organisations' },
  names: [
    '软弱涣散党组织整顿台账', '软弱涣散基层党组织', '软弱涣散党组织', '软弱涣散整顿', '整顿台账', '整顿转化台账',
    '软弱涣散村(社区)党组织', '后进党组织整顿', '整顿销号台账',
  ],
  frequency: 'Q',
  rowPer: 'organisation',
  columns: [
    PERIOD,
    county(),
    TOWNSHIP,
    text('organisation', '党组织名称', 'Organisation', ['党组织', '基层党组织名称', '软弱涣散党组织名称', '软弱涣散基层党组织名称', '村(社区)党组织名称', '党组织全称', '整顿对象', '整顿党组织', '村(社区)', '村(社区)名称', '党支部名称'], REQUIRED),
    sector(false),
    text('situation', '情形类别', 'Situation type', ['情形', '软弱涣散情形', '类别', '问题类别', '软弱涣散类型', '倒排情形', '情形类型', '认定情形'], noted('按本市方案规定的情形填写', 'One of the situations that the city’s plan names')),
    text('shown_by', '主要表现', 'Main signs', ['具体表现', '主要问题', '存在问题', '存在的主要问题', '突出问题', '问题表现'], noted('写事不写人', 'Facts, no persons')),
    date('identified_on', '认定时间', 'Identified on', ['确定时间', '列入时间', '认定日期', '确定日期', '排查认定时间', '纳入整顿时间', '列为软弱涣散时间'], REQUIRED),
    text('county_leader', '包联县级领导(职务)', 'County leader (post)', ['包联县级领导', '联系县级领导', '联系县级领导(职务)', '县级领导包联', '县级联系领导', '联村县级领导', '包保县级领导', '县级包联领导', '一名县级领导', '四个一县级领导', '县级领导'], noted('只填职务，不填姓名', 'The post only, no name')),
    text('township_leader', '包村(社区)乡镇(街道)领导(职务)', 'Township leader (post)', ['包村(社区)乡镇(街道)领导', '包村乡镇领导', '包村领导', '包村(社区)领导', '包村乡镇(街道)领导', '乡镇(街道)包村领导', '乡镇包联领导', '包村乡镇领导(职务)', '一名乡镇领导', '乡镇(街道)领导', '乡镇领导'], noted('只填职务，不填姓名', 'The post only, no name')),
    text('first_secretary_from', '第一书记派出单位', 'Sender of the first secretary', ['第一书记', '派出单位', '第一书记选派单位', '选派单位', '第一书记(派出单位)', '一名第一书记'], noted('填派出单位，不填姓名', 'The organisation that sent them, no name')),
    text('paired_with', '结对单位', 'Paired organisation', ['结对帮扶单位', '结对帮扶党组织', '结对共建单位', '帮扶单位', '县级以上机关单位结对', '结对机关单位', '结对党组织', '一个结对单位', '机关单位']),
    text('steps', '整顿措施', 'Steps taken', ['整改措施', '主要措施', '整顿工作措施', '工作措施']),
    problemsDue,
    problemsSolved,
    date('deadline', '整顿时限', 'Deadline', ['整改时限', '整顿期限', '完成时限', '整顿完成时限', '计划销号时间', '整顿到期时间', '拟销号时间'], REQUIRED),
    date('accepted_on', '验收时间', 'Accepted on', ['验收日期', '考核验收时间', '评估验收时间', '验收评估时间']),
    points('acceptance_score', '验收得分', 'Acceptance score', ['验收分', '评估得分', '验收评估得分', '考核验收得分', '验收成绩']),
    rate('satisfaction', '满意率', 'Satisfaction', ['群众满意率', '满意度', '群众满意度', '党员群众满意率', '测评满意率', '满意率(%)', '满意度(%)']),
    list('result', '整顿结果', 'Result', [
      value('ongoing', '整顿中', 'Under way', ['正在整顿', '整改中', '进行中', '在整顿', '正在整改']),
      value('converted', '已转化', 'Converted', ['转化', '完成转化', '已完成', '整顿到位', '转化提升', '已整顿', '是']),
      value('unconverted', '未转化', 'Not converted', ['没有转化', '未完成', '未整顿到位', '转化不到位', '否']),
      value('extended', '延期', 'Extended', ['延期整顿', '延长整顿', '延长', '延期销号', '申请延期']),
    ], ['整顿情况', '转化情况', '整顿成效', '是否转化', '整顿转化情况', '整顿状态', '转化结果'], REQUIRED),
    flag('closed', '是否销号', 'Closed', ['销号', '已销号', '是否已销号', '销号情况', '是否完成销号'], REQUIRED),
    date('closed_on', '销号时间', 'Closed on', ['销号日期', '实际销号时间', '完成销号时间', '销号批复时间', '摘帽时间'], noted('未销号的不填', 'Blank while it is open', { required: 'column' })),
    date('look_back_due_on', '应回头看时间', 'Look-back due on', ['应“回头看”时间', '应开展回头看时间', '回头看时限', '计划回头看时间', '回头看到期时间'], noted(`不填的按销号后${LOOK_BACK_AFTER_MONTHS}个月计`, `Left blank: ${LOOK_BACK_AFTER_MONTHS} months after closing`)),
    date('look_back_on', '回头看时间', 'Look-back on', ['“回头看”时间', '实际回头看时间', '已回头看时间', '开展回头看时间', '回头看日期']),
    list('look_back_result', '回头看结论', 'Look-back result', [
      value('consolidated', '巩固', 'Consolidated', ['巩固提升', '已巩固', '成效巩固', '合格', '稳定']),
      value('make-up', '补课', 'To be made up', ['需补课', '补课整改', '限期补课', '需要补课', '不到位']),
      value('relapsed', '反弹', 'Relapsed', ['出现反弹', '已反弹', '反弹回潮', '问题反弹', '回潮']),
    ], ['“回头看”结论', '回头看结果', '回头看情况', '“回头看”情况', '回头看意见']),
    flag('make_up_due', '应补课', 'Make-up due', ['是否应补课', '是否需补课', '需补课', '应开展补课']),
    flag('make_up_done', '已补课', 'Make-up done', ['是否已补课', '是否补课', '完成补课', '补课完成', '是否完成补课']),
    flag('found_by_city', '是否市级抽查发现', 'Found by the city', ['市级抽查发现', '市级发现', '是否市级发现', '是否由市级抽查发现', '市级抽查是否发现'], noted('反弹或再次列入由市级抽查发现的填“是”；自查发现的不计分', 'Yes where the city’s own check found the relapse; what a county finds itself is not scored')),
    date('first_closed_on', '首次销号时间', 'First closed on', ['首次销号日期', '原销号时间', '第一次销号时间', '上次销号时间'], noted('再次列入的填首次销号的时间', 'Of one listed again: the day it was first closed')),
    flag('relisted', '再次列入', 'Listed again', ['是否再次列入', '再列入', '是否再列入', '重新列入', '是否重新列入', '二次列入']),
    text('remarks', '备注', 'Remarks', ['说明', '备注说明', '其他说明', '情况说明']),
  ],
  // An organisation that is listed again has a second row, with its own day of identification.
  key: ['county', 'township', 'organisation', 'identified_on'],
  deadlineDays: 10,
  example: {
    period: '2026年第三季度', county: '墨砚区', township: '临渚街道', organisation: '苇湾村党支部', sector: '农村', situation: '班子运转不畅',
    shown_by: '村务公开不及时，组织生活不经常', identified_on: '2025-03-10', county_leader: '区委常委、统战部部长', township_leader: '街道党工委副书记',
    first_secretary_from: '区水务局', paired_with: '区水务局机关党支部', steps: '选派第一书记，健全议事制度', problems_due: '5', problems_solved: '5',
    deadline: '2025-12-31', accepted_on: '2025-12-05', acceptance_score: '92', satisfaction: '95.3%', result: '已转化', closed: '是', closed_on: '2025-12-12',
    look_back_due_on: '2026-06-12', look_back_on: '2026-06-08', look_back_result: '巩固', make_up_due: '否', make_up_done: '否', found_by_city: '否',
    relisted: '否',
  },
  checks: [
    atMost(problemsSolved, problemsDue),
    { check: 'order', first: 'identified_on', second: 'deadline' },
    { check: 'order', first: 'identified_on', second: 'closed_on' },
    { check: 'order', first: 'accepted_on', second: 'closed_on' },
    { check: 'order', first: 'first_closed_on', second: 'closed_on' },
    { check: 'order', first: 'closed_on', second: 'look_back_on' },
    { check: 'order', first: 'closed_on', second: 'look_back_due_on' },
  ],
  measures,
};
