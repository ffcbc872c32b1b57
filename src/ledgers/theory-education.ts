/** 理论武装与整改: tests and training of cadres, and what inspections asked to be put right. */
import type { ColumnDef, LedgerDef } from '../model/ledger';
import { PERIOD, county, noted } from './columns';
import { atMost, duty, share, total } from './duties';
import { DONE, DUE, assembled, counted, under } from './pairs';
import type { MeasureDef } from '../model/measure';

const TEST = '应知应会测试|应知应会|理论测试|测试|理论知识测试|政治理论测试|党的理论知识测试';
const TRAINING = '干部调训|调训|干部培训|干部教育培训|调训干部';
const RECTIFY = '整改|专项整治|专项整治整改|问题整改|专项整治问题整改';
const INSPECTION = '巡视|巡视反馈|巡视反馈问题|巡视巡察|巡视整改|巡视反馈整改|巡视巡察反馈问题';
const DIGITAL = '智慧党建|智慧党建平台|智慧党建覆盖';

const TO_FIX = '到期应改|应改|应整改|到期应整改|到期|到期问题|到期事项';
const FIXED = '到期已改|已改|已整改|到期已整改|已完成整改|整改到位';
const TO_CLOSE = '到期应销号|应销号|到期|到期应整改|到期问题';
const CLOSED = '到期已销号|已销号|销号|到期已整改|已整改';
const LATE = '逾期|逾期数|逾期未改|逾期未整改|逾期未完成|超期|逾期问题';

const tested = counted('tested', '已测', 'Tested', '人', 'y', [
  '已测试|实测|参测|已参测|实际参测|参加测试|参测人员',
  ...under(TEST, `已测|已测试|实测|参测|${DONE}`),
]);
const passed = counted('passed', '合格', 'Passed', '人', 'y', ['测试合格|合格人员|及格', ...under(TEST, '合格|及格')]);

/** What fell due, what of it was done, and what is overdue: the share for the score, the cases for deductions. */
function fallenDue(zh: string, en: string, due: ColumnDef, done: ColumnDef, late: ColumnDef) {
  const made = duty(done.id, `${zh}率`, `${en} done`, due, done);
  const measures: readonly MeasureDef[] = [
    made.measure,
    total(late.id, `${zh}逾期数`, `${en} overdue`, late, { better: 'lower', scored: true }),
    share(`${late.id}_share`, `${zh}逾期率`, `Share of ${en.toLowerCase()} overdue`, late, due, { better: 'lower' }),
  ];
  return { columns: [...made.columns, late], checks: [made.check, atMost(late, due)], measures };
}

// prettier-ignore
const first = assembled([
  duty('tested', '应知应会测试覆盖率', 'Cadres tested',
    counted('test_due', '应测', 'To be tested', '人', 'y', ['应测试|应参测|应参加测试|应测人员', ...under(TEST, `应测|应测试|应参测|${DUE}`)], noted('本年按计划应参加应知应会测试的人数', 'Who must have been tested since 1 January')),
    tested),
  duty('trained', '干部调训完成率', 'Cadres trained',
    counted('training_due', '干部应调训', 'Cadres to train', '人', 's', ['应调训|应调训干部|应参训|年度应调训|全年应调训|年度调训任务|调训任务', ...under(TRAINING, `应调训|应训|年度任务|全年任务|${DUE}`)], noted('全年应调训人数，按序时进度考核', 'Of the whole year; the score holds it against the pace of the year')),
    counted('trained', '干部已调训', 'Cadres trained', '人', 'y', ['已调训|已调训干部|已参训|累计调训|本年已调训|本年累计调训', ...under(TRAINING, `已调训|已训|${DONE}`)])),
]);
// prettier-ignore
const rectified = fallenDue('专项整治整改', 'Rectification',
  counted('rectify_due', '整改到期应改', 'Rectification fallen due', '件', 's', ['到期应改|整改到期|专项整治到期应改|到期应整改', ...under(RECTIFY, TO_FIX)], noted('截至期末整改时限已到的问题', 'Items whose deadline has come by the end of the period')),
  counted('rectified', '整改到期已改', 'Rectification done', '件', 's', ['到期已改|专项整治到期已改|到期已整改', ...under(RECTIFY, FIXED)]),
  counted('rectify_overdue', '整改逾期', 'Rectification overdue', '件', 's', ['专项整治整改逾期', ...under(RECTIFY, LATE)], noted('截至期末时限已过、尚未整改到位的问题', 'Items past their deadline and not yet put right')));
// prettier-ignore
const inspected = fallenDue('巡视反馈销号', 'Inspection items',
  counted('inspection_due', '巡视到期应销号', 'Inspection items fallen due', '件', 's', ['到期应销号|巡视应销号|巡视反馈应销号', ...under(INSPECTION, TO_CLOSE)]),
  counted('inspection_closed', '巡视到期已销号', 'Inspection items closed', '件', 's', ['到期已销号|巡视反馈销号', ...under(INSPECTION, CLOSED)]),
  counted('inspection_overdue', '巡视逾期', 'Inspection items overdue', '件', 's', ['巡视反馈逾期未销号', ...under(INSPECTION, `${LATE}|逾期未销号`)]));
// prettier-ignore
const last = assembled([
  duty('digital_cover', '智慧党建覆盖率', 'Cover of the digital platform',
    counted('digital_due', '智慧党建应覆盖', 'Organisations to be covered by the digital platform', '个', 's', ['应覆盖|智慧党建应覆盖党组织|智慧党建应覆盖支部', ...under(DIGITAL, `应覆盖|应接入|${DUE}`)]),
    counted('digital_covered', '智慧党建已覆盖', 'Organisations covered by the digital platform', '个', 's', ['已覆盖|智慧党建已覆盖党组织|智慧党建已覆盖支部', ...under(DIGITAL, `已覆盖|已接入|${DONE}`)])),
]);

export const theoryEducation: LedgerDef = {
  id: 'theory-education',
  name: { zh: '理论武装与整改', en: 'Theory and rectification' },
  // prettier-ignore
  names: ['理论武装', '理论武装和整改', '理论学习与整改', '理论武装情况', '应知应会测试', '干部调训', '干部教育培训和整改', '政治建设与理论武装', '理论武装统计表'],
  frequency: 'Q',
  rowPer: 'unit',
  // prettier-ignore
  columns: [PERIOD, county(), ...first.columns.slice(0, 2), passed, ...first.columns.slice(2), ...rectified.columns, ...inspected.columns, ...last.columns],
  key: ['county'],
  deadlineDays: 10,
  // prettier-ignore
  example: {
    period: '2026年第三季度', county: '示例县', test_due: '1200', tested: '1188', passed: '1150', training_due: '640', trained: '485', rectify_due: '24',
    rectified: '23', rectify_overdue: '1', inspection_due: '12', inspection_closed: '12', inspection_overdue: '0', digital_due: '620', digital_covered: '612',
  },
  checks: [...first.checks, atMost(passed, tested), ...rectified.checks, ...inspected.checks, ...last.checks],
  measures: [
    ...first.measures.slice(0, 1),
    share('passed', '测试合格率', 'Passed of those tested', passed, tested, { better: 'neither', scored: false }),
    ...first.measures.slice(1),
    ...rectified.measures,
    ...inspected.measures,
    ...last.measures,
  ],
};
