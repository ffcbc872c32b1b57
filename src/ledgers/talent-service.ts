/** 人才服务与重点项目: leaders with a project of their own, experts kept in touch with, service given in time. */
import type { LedgerDef } from '../model/ledger';
import { PERIOD, REQUIRED, county, noted, tally } from './columns';
import { atMost, duty } from './duties';

// prettier-ignore
const leaders = duty('leaders_with_project', '“一把手”项目覆盖率', 'Leaders with a project',
  tally('leaders_due', '应定主要负责人数', 'Leaders who must have a project', '人', 's', ['应定主要负责人', '应定“一把手”', '应领办主要负责人数', '应确定项目主要负责人数', '应定项目的主要负责人数', '应定一把手数', '“一把手”项目应定'], noted('应领办人才工作项目的党政主要负责人人数，只填数', 'How many heads of party and government must lead a project of talent work; a figure only', REQUIRED)),
  tally('leaders_done', '已定主要负责人数', 'Leaders who have one', '人', 's', ['已定主要负责人', '已定“一把手”', '已领办主要负责人数', '已确定项目主要负责人数', '已定项目的主要负责人数', '已定一把手数', '“一把手”项目已定'], noted('已领办人才工作项目的党政主要负责人人数，只填数', 'How many of them lead one; a figure only', REQUIRED)));
// prettier-ignore
const experts = duty('expert_contact', '专家联系率', 'Experts kept in touch with',
  tally('experts_due', '应联系专家', 'Experts to keep in touch with', '人', 's', ['应联系专家数', '应联系服务专家', '领导干部应联系专家', '应联系专家人数', '联系专家应联系']),
  tally('experts_done', '已联系专家', 'Experts kept in touch with', '人', 's', ['已联系专家数', '已联系服务专家', '领导干部已联系专家', '已联系专家人数', '联系专家已联系']));
// prettier-ignore
const onTime = duty('service_on_time', '人才服务按期办结率', 'Service given in time',
  tally('service_due', '到期服务事项', 'Service requests fallen due', '件', 's', ['到期事项', '到期应办结服务事项', '服务事项到期数', '到期人才服务事项', '到期应办事项', '服务事项到期'], noted('承诺办结时限在期末以前(含期末)的', 'Promised for no later than the period’s last day')),
  tally('service_done', '按期办结事项', 'Of which settled in time', '件', 's', ['按期办结', '按时办结事项', '按期办结服务事项', '按期办结数', '按期办结人才服务事项', '服务事项按期办结']));
// prettier-ignore
const cover = duty('policy_cover', '人才政策覆盖率', 'Firms reached by talent policy',
  tally('firms', '规上企业数', 'Firms above designated size', '家', 's', ['规模以上企业数', '规上工业企业数', '规模以上工业企业数']),
  tally('firms_reached', '政策覆盖企业', 'Firms reached by talent policy', '家', 's', ['人才政策覆盖企业', '政策覆盖企业数', '覆盖企业', '已覆盖企业', '政策惠及企业', '享受政策企业数']));
// prettier-ignore
const [projects, finished] = [
  tally('projects', '重点项目数', 'Key projects', '个', 's', ['重点项目', '人才重点项目', '重点人才项目', '重点项目总数']),
  tally('projects_done', '完成数', 'Of which finished', '个', 's', ['完成项目数', '已完成项目', '重点项目完成数', '已完成', '其中:已完成', '完成重点项目数', '重点项目完成', '重点项目数完成数']),
] as const;

export const talentService: LedgerDef = {
  id: 'talent-service',
  name: { zh: '人才服务与重点项目', en: 'Talent service and key projects' },
  // prettier-ignore
  names: ['人才服务', '人才服务情况', '人才服务统计表', '人才服务与重点项目情况', '人才重点项目', '重点人才项目', '“一把手”人才项目', '人才服务保障'],
  frequency: 'H',
  rowPer: 'unit',
  // prettier-ignore
  columns: [
    PERIOD,
    county(),
    ...leaders.columns,
    projects,
    finished,
    tally('committee_reports', '常委会专题报告(次)', 'Reports to the standing committee since 1 January', '次', 'y', ['常委会专题报告', '常委会专题研究人才工作', '向常委会专题报告', '常委会听取人才工作报告', '常委会专题报告次数']),
    tally('joint_meetings', '联席会议(次)', 'Joint meetings since 1 January', '次', 'y', ['联席会议', '人才工作联席会议', '召开联席会议', '联席会议次数']),
    tally('expert_missions', '专家服务团(人次)', 'Expert missions since 1 January', '人次', 'y', ['专家服务团', '专家服务团服务', '专家服务', '专家服务团下乡', '专家服务团人次']),
    tally('difficulties_solved', '解决难题(个)', 'Difficulties solved since 1 January', '个', 'y', ['解决难题', '帮助解决难题', '解决技术难题', '解决问题', '破解难题']),
    ...experts.columns,
    ...onTime.columns,
    ...cover.columns,
  ],
  key: ['county'],
  deadlineDays: 10,
  // prettier-ignore
  example: {
    period: '2026年上半年', county: '墨砚区', leaders_due: '24', leaders_done: '24', projects: '18', projects_done: '7', committee_reports: '1', joint_meetings: '2',
    expert_missions: '86', difficulties_solved: '31', experts_due: '60', experts_done: '57', service_due: '142', service_done: '139', firms: '236', firms_reached: '181',
  },
  checks: [leaders.check, atMost(finished, projects), experts.check, onTime.check, cover.check],
  measures: [leaders.measure, experts.measure, onTime.measure, cover.measure],
};
