/** 问题·责任清单: one row per issue, from the day it is listed to the day it is closed. */
import type { ColumnDef, LedgerDef } from '../model/ledger';
import { and, asOfDay, col, count, eq, le, lit, lt, not, type Condition } from '../model/measure';
import { DUE, PERIOD, REQUIRED, county, date, flag, noted, tally, text } from './columns';

/** Only what the city assigned is scored, else a county does best by listing little. */
const assigned: Condition = eq(col('assigned_by'), lit('city'));
const closed: Condition = eq(col('closed'), lit(true));
const due = and(assigned, le(col('deadline'), asOfDay));
const overdue = and(assigned, lt(col('deadline'), asOfDay), not(closed));

const assignedBy: ColumnDef = {
  id: 'assigned_by',
  name: { zh: '交办层级', en: 'Assigned by' },
  names: ['交办单位', '交办主体', '交办级别', '反馈层级', '问题层级', '交办机关', '交办部门', '层级', '哪一级交办', '交办来源'],
  type: 'list',
  // prettier-ignore
  values: [
    { id: 'province', name: { zh: '省级', en: 'Province' }, names: ['省', '省委', '省委组织部', '省级交办', '省交办', '省级及以上', '中央、省', '国家'] },
    { id: 'city', name: { zh: '市级', en: 'City' }, names: ['市', '市委', '市委组织部', '市级交办', '市交办', '市里交办', '市级反馈', '组织部', '市直'] },
    { id: 'county', name: { zh: '县级', en: 'County' }, names: ['县', '区', '县委', '区委', '县委组织部', '区委组织部', '县级交办', '县(市、区)', '县交办', '自查', '自行查摆', '本级', '县级自查'] },
  ],
  ...noted('只有市级交办的问题计分，其余只展示', 'Only what the city assigned is scored; the rest is shown'),
};

export const issueList: LedgerDef = {
  id: 'issue-list',
  name: { zh: '问题·责任清单', en: 'List of issues and duties' },
  // prettier-ignore
  names: ['问题责任清单', '问题清单', '责任清单', '问题整改清单', '问题整改台账', '问题·责任清单台账', '问题、责任清单', '交办问题清单', '问题任务责任清单', '问题销号台账', '整改清单'],
  frequency: 'Q',
  rowPer: 'issue',
  // prettier-ignore
  columns: [
    PERIOD,
    text('issue_number', '编号', 'Number', ['问题编号', '清单编号', '问题序号', '交办编号', '台账编号', '事项编号', '编码'], noted('同一问题各期编号不变', 'An issue keeps its number from period to period', REQUIRED)),
    county('被交办单位', '被交办县(市、区)'),
    text('issue', '问题', 'Issue', ['问题内容', '存在问题', '具体问题', '问题表述', '主要问题', '存在的问题', '问题描述', '反馈问题', '事项/问题', '事项', '问题事项'], REQUIRED),
    text('source', '来源', 'Source', ['问题来源', '发现渠道', '发现方式', '来源渠道', '反馈来源']),
    assignedBy,
    text('evidence', '数据依据', 'Figure it rests on', ['依据', '数据来源', '佐证数据', '指标数据', '问题依据']),
    text('steps', '整改措施', 'Steps', ['整改举措', '措施', '工作措施', '解决措施', '任务', '整改任务', '任务措施', '具体措施'], REQUIRED),
    text('responsible', '责任单位', 'Responsible body', ['整改责任单位', '牵头单位', '整改单位', '承办单位', '责任部门', '主责单位', '责任主体'], REQUIRED),
    text('leader_post', '责任领导(职务)', 'Responsible leader (post)', ['责任领导', '责任领导职务', '责任人(职务)', '责任人职务', '牵头领导(职务)', '牵头领导', '包抓领导(职务)', '整改责任领导'], noted('只填职务，不填人名', 'The post only, no person')),
    date('deadline', '时限', 'Deadline', ['整改时限', '完成时限', '办结时限', '整改期限', '要求完成时间', '完成时间要求', '销号时限', '期限', '整改完成时限', '计划完成时间'], DUE),
    text('first_listed', '首次列入期', 'First listed in', ['首次列入', '首次列入时间', '列入期', '列入期次', '首次列入季度', '首次列入期次', '列入时间'], noted('如 2026年第二季度', 'For instance 2026Q2')),
    tally('extensions', '延期次数', 'Times extended', '次', 's', ['延期', '已延期次数', '申请延期次数', '延期次', '延期情况']),
    text('progress', '进展', 'Progress', ['整改进展', '工作进展', '进展情况', '整改情况', '落实情况', '整改进展情况', '当前进展', '完成情况', '整改成效']),
    flag('closed', '是否销号', 'Closed', ['销号', '已销号', '是否已销号', '销号情况', '是否完成', '是否办结', '是否完成整改', '是否整改到位', '整改是否到位'], REQUIRED),
    date('closed_on', '销号时间', 'Closed on', ['销号日期', '实际销号时间', '完成销号时间', '办结时间', '实际完成时间', '整改完成时间', '完成时间'], noted('未销号的不填', 'Blank while it is open', { required: 'column' })),
  ],
  key: ['county', 'issue_number'],
  deadlineDays: 10,
  // prettier-ignore
  example: {
    period: '2026年第三季度', issue_number: '2026-017', county: '示例县', issue: '部分社区党组织主题党日开展不规范', source: '季度调度', assigned_by: '市级',
    evidence: '主题党日按期开展率92%，低于全市平均', steps: '逐支部建立计划，按月通报', responsible: '示例县委组织部', leader_post: '县委常委、组织部部长',
    deadline: '2026-09-30', first_listed: '2026年第二季度', extensions: '0', progress: '已完成整改并验收', closed: '是', closed_on: '2026-09-20',
  },
  checks: [],
  measures: [
    {
      id: 'closed_on_time',
      name: { zh: '交办问题按期销号率', en: 'Issues closed on time' },
      unit: 'share',
      numerator: count(and(due, closed, le(col('closed_on'), col('deadline')))),
      denominator: count(due),
      better: 'higher',
      scored: true,
      definition: {
        zh: '市级交办且销号时间不晚于时限的问题数 ÷ 市级交办且时限已到的问题数',
        en: 'Issues assigned by the city and closed no later than their deadline ÷ issues assigned by the city whose deadline has come',
      },
    },
    {
      id: 'overdue',
      name: { zh: '交办问题逾期未销号数', en: 'Issues overdue and still open' },
      unit: 'count',
      numerator: count(overdue),
      better: 'lower',
      scored: true,
      definition: {
        zh: '市级交办、时限早于期末且未销号的问题数',
        en: 'Issues assigned by the city whose deadline has passed and that are still open',
      },
    },
    {
      id: 'overdue_share',
      name: { zh: '交办问题逾期率', en: 'Share of issues overdue' },
      unit: 'share',
      numerator: count(overdue),
      denominator: count(due),
      better: 'lower',
      scored: true,
      definition: {
        zh: '市级交办、时限早于期末且未销号的问题数 ÷ 市级交办且时限已到的问题数',
        en: 'Issues assigned by the city, past their deadline and still open ÷ issues assigned by the city whose deadline has come',
      },
    },
    {
      id: 'listed',
      name: { zh: '列入问题数', en: 'Issues listed' },
      unit: 'count',
      numerator: count(),
      better: 'neither',
      scored: false,
      definition: { zh: '清单所列问题数，含县级自行列入', en: 'Issues in the list, with those the county listed itself' },
    },
  ],
};
