/** 组织部门自身建设: what the department was asked to do by a day, and did. */
import type { LedgerDef } from '../model/ledger';
import { PERIOD, county } from './columns';
import { duty, total } from './duties';
import { assembled, counted, under } from './pairs';

const SUPERVISED = '督办|督办事项|督查督办|重点督办|督办工作';
const MISSION = '使命清单|使命清单事项|“使命清单”|任务清单';

// prettier-ignore
const duties = assembled([
  duty('supervised_on_time', '督办事项按期办结率', 'Supervised items settled in time',
    counted('supervised_due', '督办到期事项', 'Supervised items fallen due', '件', 'y', ['到期督办事项|督办到期|督办应办结事项|到期应办结督办事项', ...under(SUPERVISED, '到期事项|到期|应办结|到期应办结|到期数')]),
    counted('supervised_on_time', '按期办结事项', 'Supervised items settled in time', '件', 'y', ['按期办结|按时办结|督办按期办结事项|按期办结督办事项|按时办结事项', ...under(SUPERVISED, '按期办结|按时办结|已办结|按期办结数')])),
  duty('mission_done', '使命清单完成率', 'Items of the mission list done',
    counted('mission_due', '使命清单到期事项', 'Items of the mission list fallen due', '件', 'y', ['到期使命清单事项|使命清单到期|使命清单应完成事项', ...under(MISSION, '到期|应完成|到期应完成|到期数|到期事项')]),
    counted('mission_done', '已完成事项', 'Items of the mission list done', '件', 'y', ['使命清单已完成事项|已完成使命清单事项|已完成', ...under(MISSION, '已完成|完成|按期完成|已完成数|已完成事项')])),
]);

// prettier-ignore
const counts = [
  { id: 'studies', zh: '课题', en: 'Studies', unit: '个', names: ['调研课题|课题数|完成课题|重点课题|调研课题完成', ...under('自身建设', '课题')] },
  { id: 'talks', zh: '讲堂', en: 'Talks held', unit: '期', names: ['讲堂期数|组工讲堂|组工大讲堂|讲堂(期)|开展讲堂', ...under('自身建设', '讲堂')] },
  { id: 'news', zh: '信息', en: 'News items', unit: '条', names: ['信息条数|组工信息|信息采用|采用信息|信息(条)|信息报送|刊发信息', ...under('自身建设', '信息')] },
].map((c) => counted(c.id, c.zh, c.en, c.unit, 'y', c.names));

export const ownBuilding: LedgerDef = {
  id: 'own-building',
  name: { zh: '组织部门自身建设', en: 'The department itself' },
  // prettier-ignore
  names: ['自身建设', '组织部门自身建设情况', '组工干部队伍建设', '自身建设情况', '部机关建设', '督办事项', '自身建设统计表', '督办事项办结情况'],
  frequency: 'H',
  rowPer: 'unit',
  columns: [PERIOD, county(), ...duties.columns, ...counts],
  key: ['county'],
  deadlineDays: 10,
  // prettier-ignore
  example: {
    period: '2026年上半年', county: '示例县', supervised_due: '32', supervised_on_time: '31', mission_due: '18', mission_done: '18', studies: '3', talks: '6',
    news: '41',
  },
  checks: duties.checks,
  // How many papers, talks and news items there were is shown and never scored.
  measures: [...duties.measures, ...counts.map((c) => total(c.id, `${c.name.zh}数`, c.name.en, c))],
};
