/** 基层党建经费保障: what was to be appropriated since 1 January and what arrived. */
import type { ColumnDef, LedgerDef } from '../model/ledger';
import { PERIOD, REQUIRED, county, money, noted } from './columns';
import { duty } from './duties';
import { assembled, counted, under } from './pairs';

const STANDARD = noted(
  '党建工作经费和村级运转经费均达到标准的村，服务群众专项经费按本地规定',
  'Villages where both the party-work and the running costs are at the standard',
  REQUIRED,
);

/** An amount due or arrived, under the fund's names. */
const amount = (id: string, zh: string, en: string, funds: string, words: string): ColumnDef =>
  money(id, zh, en, 'y', under(funds, words));

const DUE = '应拨|应拨付|应拨数|应到位|应拨金额|应拨经费|预算|预算数|应安排|应落实';
const PAID = '到位|已到位|已拨|已拨付|实拨|实际到位|到位数|到位金额|实际拨付|已落实|拨付到位|落实';
const WORK = '党建工作经费|基层党建工作经费|党建经费|基层党建经费|党组织工作经费';
const RUNNING = '村级运转经费|村级组织运转经费|村级组织办公经费|村级办公经费|运转经费|村级组织运转保障经费';
const SERVICE = '服务群众专项经费|服务群众经费|服务群众专项资金|为民服务专项经费|服务群众';

// prettier-ignore
const duties = assembled([
  duty('villages_at_standard', '两项经费达标村占比', 'Villages at the standard of both funds',
    counted('village_total', '村数', 'Villages', '个', 's', ['村总数|行政村数|行政村总数|行政村|建制村数'], REQUIRED),
    counted('villages_at_standard', '两项经费均达标村数', 'Villages at the standard of both funds', '个', 's', ['两项经费均达标村|两项经费达标村|两项经费达标村数|两项经费都达标村|两项经费均达标|两项经费达标|达标村|两项经费达到标准村'], STANDARD)),
  duty('work_paid', '党建工作经费到位率', 'Party-work funds paid',
    amount('work_due', '党建工作经费应拨', 'Party-work funds due', WORK, DUE),
    amount('work_paid', '党建工作经费到位', 'Party-work funds paid', WORK, PAID)),
  duty('running_paid', '村级运转经费到位率', 'Running costs of villages paid',
    amount('running_due', '村级运转经费应拨', 'Running costs of villages due', RUNNING, DUE),
    amount('running_paid', '村级运转经费到位', 'Running costs of villages paid', RUNNING, PAID)),
  duty('service_paid', '服务群众专项经费到位率', 'Service funds paid',
    amount('service_due', '服务群众专项经费应拨', 'Service funds due', SERVICE, DUE),
    amount('service_paid', '服务群众专项经费到位', 'Service funds paid', SERVICE, PAID)),
  duty('community_budgeted', '社区经费列入预算率', 'Communities whose funds are in the budget',
    counted('community_due', '社区经费应列预算社区', 'Communities whose funds belong in the budget', '个', 's', ['应列预算社区|社区经费应列入预算社区|应列入预算社区|社区总数', ...under('社区经费|社区工作经费|社区党建经费|社区工作经费列入预算', '应列预算|应列入预算|应列预算社区|应列|应')]),
    counted('community_budgeted', '已列预算社区', 'Communities whose funds are in the budget', '个', 's', ['社区经费已列预算社区|已列入预算社区|社区经费已列入预算社区', ...under('社区经费|社区工作经费|社区党建经费|社区工作经费列入预算', '已列预算|已列入预算|已列预算社区|已列|已')])),
]);

export const funding: LedgerDef = {
  id: 'funding',
  name: { zh: '基层党建经费保障', en: 'Funds for grassroots organisations' },
  // prettier-ignore
  names: ['基层党建经费', '党建经费保障', '经费保障情况', '基层党建经费保障情况', '村级组织运转经费', '经费到位情况', '两项经费', '经费保障统计表'],
  frequency: 'H',
  rowPer: 'unit',
  columns: [PERIOD, county(), ...duties.columns],
  key: ['county'],
  deadlineDays: 10,
  // prettier-ignore
  example: {
    period: '2026年上半年', county: '示例县', village_total: '210', villages_at_standard: '198', work_due: '420', work_paid: '415.5',
    running_due: '1050', running_paid: '1038', service_due: '630', service_paid: '602.25', community_due: '28', community_budgeted: '28',
  },
  checks: duties.checks,
  measures: duties.measures,
};
