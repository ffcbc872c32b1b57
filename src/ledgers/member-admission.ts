/** 发展党员计划完成: members admitted against the year's plan, which is a ceiling, and the checks on how they were. */
import type { LedgerDef } from '../model/ledger';
import { PERIOD, REQUIRED, county, tally } from './columns';
import { atMost, duty, share } from './duties';

// prettier-ignore
const [plan, admitted] = [
  tally('plan', '年度计划数', 'Plan of the year', '人', 's', ['年度计划', '全年计划数', '年度发展计划', '年度发展党员计划', '计划发展数', '计划数', '发展计划', '年度指标', '全年指标数', '年度指导性计划'], REQUIRED),
  tally('admitted', '本年累计发展', 'Admitted since 1 January', '人', 'y', ['本年累计发展数', '累计发展', '累计发展党员', '已发展', '已发展党员数', '本年已发展', '发展党员数', '本年发展党员数', '实际发展数', '累计发展人数', '本年累计发展党员', '已发展人数'], REQUIRED),
] as const;
// prettier-ignore
const parts = [
  tally('under_thirty_five', '其中:35岁以下', 'Of which 35 or younger', '人', 'y', ['35岁以下', '35岁及以下', '35周岁以下', '35岁以下党员', '35岁(含)以下']),
  tally('college', '大专以上', 'Of which with a college degree', '人', 'y', ['其中:大专以上', '大专及以上', '大专以上学历', '大专(含)以上', '大专及以上学历']),
  tally('women', '女', 'Of which women', '人', 'y', ['其中:女', '女性', '女党员', '其中:女性', '妇女', '女(人)']),
  tally('front_line', '生产一线', 'Of which from the front line of work', '人', 'y', ['其中:生产一线', '生产、工作一线', '生产工作一线', '一线', '工人农民一线', '生产一线党员']),
];
// prettier-ignore
const duties = [
  duty('dual_review', '双审率', 'Dual review done',
    tally('review_due', '应双审人数', 'Due for dual review', '人', 's', ['应双审', '应“双审”人数', '应预审联审人数', '应联审人数', '双审应审', '应审人数', '应双审数']),
    tally('reviewed', '已双审人数', 'Dual review done', '人', 's', ['已双审', '已“双审”人数', '已预审联审人数', '已联审人数', '双审已审', '已审人数', '已双审数'])),
  duty('checked', '违规发展党员排查率', 'Checked for irregular admissions',
    tally('check_due', '违规发展应排查', 'To be checked for irregular admissions', '人', 's', ['应排查', '违规发展党员应排查', '应排查党员数', '违规发展党员排查应排查', '应排查人数', '违规发展应排查数']),
    tally('checked', '已排查', 'Checked', '人', 's', ['违规发展已排查', '违规发展党员已排查', '已排查党员数', '违规发展党员排查已排查', '已排查人数', '完成排查'])),
  duty('dealt_with', '排查问题处理率', 'Findings dealt with',
    tally('found', '发现问题', 'Findings', '个', 's', ['发现问题数', '排查发现问题', '发现违规问题', '违规发展党员排查发现问题', '发现违规发展数']),
    tally('dealt_with', '已处理', 'Findings dealt with', '个', 's', ['已处理数', '已处理问题', '处理问题', '已处置', '违规发展党员排查已处理', '已整改处理'])),
];

export const memberAdmission: LedgerDef = {
  id: 'member-admission',
  name: { zh: '发展党员计划完成', en: 'Admission of members' },
  // prettier-ignore
  names: ['发展党员', '发展党员计划完成情况', '发展党员情况', '发展党员统计表', '发展党员工作', '发展党员进度', '党员发展', '发展党员计划'],
  frequency: 'Q',
  rowPer: 'unit',
  columns: [PERIOD, county(), plan, admitted, ...parts, ...duties.flatMap((d) => d.columns)],
  key: ['county'],
  deadlineDays: 10,
  // prettier-ignore
  example: {
    period: '2026年第三季度', county: '墨砚区', plan: '320', admitted: '236', under_thirty_five: '168', college: '181', women: '104', front_line: '142', review_due: '236', reviewed: '236',
    check_due: '1280', checked: '1280', found: '3', dealt_with: '3',
  },
  // The plan is a ceiling: more than planned is a contradiction to look at.
  checks: [atMost(admitted, plan), ...parts.map((p) => atMost(p, admitted)), ...duties.map((d) => d.check)],
  measures: [
    share('share_of_plan', '发展党员计划完成率', 'Share of the plan', admitted, plan, {
      better: 'neither',
      definition: {
        zh: '本年累计发展 ÷ 年度计划数；计划是上限，任何时候超过100%亮红灯，年末计分',
        en: 'Admitted since 1 January ÷ the year’s plan; the plan is a ceiling: over 100 % at any time is a red light; scored at the year’s end',
      },
    }),
    ...duties.map((d) => d.measure),
  ],
};
