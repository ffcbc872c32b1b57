/** 专题研究与调度: whether the county committee and the bodies below it took up party building themselves. */
import type { LedgerDef } from '../model/ledger';
import { PERIOD, REQUIRED, county, flag, noted } from './columns';
import { duty, total } from './duties';
import { assembled, counted, under } from './pairs';

const BODIES = '党委(党组)|党委(党组)专题研究|各级党委(党组)|党委(党组)研究党建|各党委(党组)专题研究|党委党组';
const BRANCHES = '支部建设|研究支部建设|专题研究支部建设|支部建设专题研究|党支部建设';
const PLEDGES = '责任书|党建责任书|党建目标责任书|目标责任书|党建工作责任书';
const CONTACTS = '联系点|书记联系点|党建联系点|书记党建联系点|党组织书记联系点';
const TOPICS = '第一议题|“第一议题”|第一议题学习';

// prettier-ignore
const itself = counted('county_studies', '县委本季研究基层党建(次)', 'Studies by the county committee', '次', 'f', ['县委本季研究基层党建|县委专题研究|县委专题研究(次)|县委本季专题研究|县委常委会研究基层党建|县委研究基层党建|县委常委会专题研究|县委本季度研究基层党建|县(市、区)委本季研究基层党建|县级党委专题研究|县(市、区)委专题研究|区委本季研究基层党建|党委专题研究基层党建', ...under('县委|县级党委|县(市、区)委', '本季研究基层党建|专题研究|本季研究|专题研究基层党建|研究党建')], noted('本季度县(市、区)委专题研究基层党建的次数，不是本年累计', 'How often in the quarter itself, not since 1 January', REQUIRED));

// prettier-ignore
const duties = assembled([
  duty('bodies_met', '党委(党组)专题研究率', 'Bodies that took it up in the quarter',
    counted('bodies_due', '应研究党委(党组)数', 'Bodies that must take it up', '个', 'f', ['应研究党委(党组)|应研究党委党组数|应专题研究党委(党组)数|党委(党组)应研究数|应研究数|应专题研究数|党委(党组)总数|党委(党组)数', ...under(BODIES, '应研究|应专题研究|应研究数')], REQUIRED),
    counted('bodies_met', '本季已研究数', 'Bodies that took it up in the quarter', '个', 'f', ['本季已研究|已研究数|已研究党委(党组)数|本季度已研究|已专题研究数|党委(党组)已研究数|本季研究党委(党组)数', ...under(BODIES, '已研究|本季已研究|已专题研究|已研究数')], REQUIRED)),
  duty('branches_studied', '专题研究支部建设率', 'Bodies that studied their branches this year',
    counted('branches_due', '应研究支部建设数', 'Bodies that must study their branches', '个', 'y', ['应研究支部建设|应专题研究支部建设数|应研究支部建设党委(党组)数', ...under(BRANCHES, '应研究|应研究数|应开展')]),
    counted('branches_studied', '本年已研究支部建设数', 'Bodies that studied their branches', '个', 'y', ['本年已研究支部建设|已研究支部建设|已研究支部建设数|本年研究支部建设数|已专题研究支部建设数', ...under(BRANCHES, '已研究|本年已研究|已研究数|已开展')])),
  duty('pledges_signed', '责任书签订率', 'Pledges signed',
    counted('pledges_due', '应签责任书', 'Pledges to sign', '份', 's', ['应签订责任书|应签党建责任书|应签订党建责任书', ...under(PLEDGES, '应签|应签订|应签数')]),
    counted('pledges_signed', '已签责任书', 'Pledges signed', '份', 's', ['已签订责任书|已签党建责任书|已签订党建责任书', ...under(PLEDGES, '已签|已签订|已签数')])),
  duty('contacts_set_up', '书记联系点建立率', 'Contact places of secretaries set up',
    counted('contacts_due', '应建书记联系点', 'Contact places due', '个', 's', ['应建联系点|书记应建联系点|应建立联系点|应建立书记联系点', ...under(CONTACTS, '应建|应建立|应建数')]),
    counted('contacts_set_up', '已建联系点', 'Contact places set up', '个', 's', ['已建书记联系点|已建立联系点|已建立书记联系点', ...under(CONTACTS, '已建|已建立|已建数')])),
  duty('topics_studied', '第一议题落实率', 'First topics studied',
    counted('topics_due', '第一议题应学', 'First topics to study', '次', 'f', ['第一议题应学次数|“第一议题”应学|应学|应学习', ...under(TOPICS, '应学习|应学习次数|应开展|应学数')]),
    counted('topics_studied', '已学', 'First topics studied', '次', 'f', ['第一议题已学|第一议题已学次数|已学习|“第一议题”已学', ...under(TOPICS, '已学习|已学习次数|已开展|已学数')])),
]);

export const studyDispatch: LedgerDef = {
  id: 'study-dispatch',
  name: { zh: '专题研究与调度', en: 'Study and dispatch' },
  // prettier-ignore
  names: ['专题研究基层党建', '专题研究和调度', '专题研究情况', '党建专题研究', '党建责任落实', '专题研究党建', '党建调度情况', '落实党建责任情况'],
  frequency: 'Q',
  rowPer: 'unit',
  // prettier-ignore
  columns: [
    PERIOD,
    county(),
    itself,
    ...duties.columns.slice(0, 6),
    flag('half_year_check', '半年检查', 'Half-yearly check', ['是否半年检查', '半年检查(是/否)', '半年督查', '是否开展半年检查', '半年党建检查', '半年检查情况']),
    flag('year_assessment', '年度考核', 'Yearly assessment', ['是否年度考核', '年度考核(是/否)', '年终考核', '是否开展年度考核', '年度党建考核', '年度考核情况']),
    ...duties.columns.slice(6),
  ],
  key: ['county'],
  deadlineDays: 10,
  // prettier-ignore
  example: {
    period: '2026年第三季度', county: '示例县', county_studies: '2', bodies_due: '86', bodies_met: '85', branches_due: '86', branches_studied: '70',
    pledges_due: '86', pledges_signed: '86', half_year_check: '是', year_assessment: '否', contacts_due: '86', contacts_set_up: '86',
    topics_due: '12', topics_studied: '12',
  },
  checks: duties.checks,
  measures: [
    total('county_studies', '县委专题研究次数', 'Studies by the county committee', itself, {
      better: 'higher',
      scored: true,
      definition: {
        zh: '本季度县(市、区)委专题研究基层党建的次数；至少1次',
        en: 'How often the county committee took it up in the quarter; once at least',
      },
    }),
    ...duties.measures,
  ],
};
