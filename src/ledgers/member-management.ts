/** 党员教育管理: how a county looks after its members on the move, out of touch, retired and in service. */
import type { LedgerDef } from '../model/ledger';
import { PERIOD, county, noted } from './columns';
import { duty } from './duties';
import { DONE, DUE, assembled, counted, under } from './pairs';

const FLOATING = '流动党员|外出流动党员|流出党员';
const RETIRED = '国企退休|国企退休党员|国有企业退休党员|国企退休人员党组织关系|国有企业退休人员党组织关系';
const IN_SERVICE = '在职党员|在职党员到社区|机关在职党员|在职党员“双报到”|在职党员双报到';
const PROMISES = '承诺事项|在职党员承诺事项|党员承诺|公开承诺';

// prettier-ignore
const floating = counted('floating', '流动党员数', 'Members on the move', '人', 's', [`${FLOATING}|外出党员|流动党员摸排数|流动党员总人数`]);

// prettier-ignore
const duties = assembled([
  duty('floating_filed', '流动党员建档率', 'Members on the move on file', floating,
    counted('floating_filed', '已建档', 'On file', '人', 's', ['建档|已建档案|建立台账|已建台账|纳入台账|已登记', ...under(FLOATING, '已建档|建档|已建台账|已登记')])),
  duty('floating_certified', '流动党员持证率', 'Members on the move with a certificate', floating,
    counted('floating_certified', '已持证', 'With a certificate', '人', 's', ['持证|持活动证|已发证|持流动党员活动证|已发活动证|发放活动证', ...under(FLOATING, '已持证|持证|已发证|持活动证')])),
  duty('floating_reviewed', '流动党员一年一评率', 'Members on the move reviewed this year', floating,
    counted('floating_reviewed', '一年一评', 'Reviewed this year', '人', 'y', ['已评|已评议|一年一评已评|一年一评完成|年度已评议', ...under(FLOATING, '一年一评|已评|已评议')], noted('本年已开展“一年一评”的流动党员数', 'Members on the move who were reviewed since 1 January'))),
  duty('lost_settled', '失联党员规范处置率', 'Lost members settled by the rules',
    counted('lost', '失联党员数', 'Members out of touch', '人', 's', ['失联党员|失去联系党员|排查失联党员|失联党员总人数|失联|失联党员应处置|失联党员应规范处置']),
    counted('lost_settled', '已规范处置', 'Settled by the rules', '人', 's', ['规范处置|已处置|已规范处置失联党员', ...under('失联党员|失去联系党员|失联', '已规范处置|规范处置|已处置|处置')])),
  duty('retired_moved', '国企退休党员转入率', 'Retired members of state firms taken over',
    counted('retired_due', '国企退休应转入', 'Retired members of state firms to take over', '人', 's', ['应转入|应接收', ...under(RETIRED, `应转入|应接收|应转|${DUE}`)]),
    counted('retired_moved', '已转入', 'Taken over', '人', 's', ['已接收|实际转入', ...under(RETIRED, `已转入|转入|已接收|已转|${DONE}`)])),
  duty('reported_in', '在职党员报到率', 'Members in service who reported to their community',
    counted('report_due', '在职党员应报到', 'Members in service who must report', '人', 's', ['应报到|应报到党员|应到社区报到|在职党员数|在职党员', ...under(IN_SERVICE, `应报到|${DUE}`)]),
    counted('reported_in', '已报到', 'Reported', '人', 's', ['已报到党员|实际报到|已到社区报到', ...under(IN_SERVICE, `已报到|报到|实际报到|${DONE}`)])),
  duty('promises_kept', '承诺事项兑现率', 'Promises kept',
    counted('promises_due', '应承诺事项', 'Promises made', '项', 'y', ['应兑现事项|承诺事项|公开承诺事项|在职党员承诺事项', ...under(PROMISES, `应兑现|应承诺|${DUE}`)]),
    counted('promises_kept', '已兑现事项', 'Promises kept', '项', 'y', ['已兑现|兑现事项|已兑现承诺', ...under(PROMISES, `已兑现|兑现|${DONE}`)])),
  duty('visited', '走访慰问率', 'Members visited',
    counted('visit_due', '应慰问', 'Members to visit', '人', 'y', ['应慰问党员|应走访慰问|应慰问对象', ...under('走访慰问|党员慰问|慰问|困难党员慰问', `应慰问|应走访|${DUE}`)], noted('本年到期应慰问的生活困难党员、老党员等', 'Members in need and old members whose visit has fallen due since 1 January')),
    counted('visited', '已慰问', 'Members visited', '人', 'y', ['已慰问党员|已走访慰问|慰问党员', ...under('走访慰问|党员慰问|慰问|困难党员慰问', `已慰问|已走访|${DONE}`)])),
]);

export const memberManagement: LedgerDef = {
  id: 'member-management',
  name: { zh: '党员教育管理', en: 'Looking after members' },
  names: [
    '党员教育管理情况',
    '党员教育管理统计表',
    '党员管理情况',
    '流动党员管理',
    '流动党员和失联党员',
    '党员管理台账',
    '流动党员教育管理',
  ],
  frequency: 'H',
  rowPer: 'unit',
  columns: [PERIOD, county(), ...duties.columns],
  key: ['county'],
  deadlineDays: 10,
  // prettier-ignore
  example: {
    period: '2026年上半年', county: '示例县', floating: '320', floating_filed: '318', floating_certified: '310', floating_reviewed: '160',
    lost: '4', lost_settled: '4', retired_due: '56', retired_moved: '56', report_due: '1205', reported_in: '1198',
    promises_due: '2400', promises_kept: '2310', visit_due: '86', visited: '86',
  },
  checks: duties.checks,
  measures: duties.measures,
};
