/** 软弱涣散整顿季报: the county's counts, held against the organisations themselves. */
import type { ColumnDef, LedgerDef } from '../model/ledger';
import { count, sum, type Aggregate, type MeasureDef } from '../model/measure';
import { PERIOD, county, noted, tally } from './columns';
import { addedUp, atMost, share, total } from './duties';
import {
  closedLate,
  closedOnTime,
  converted,
  fallenDue,
  fourInPlace,
  lookBackDue,
  lookedBack,
  overdue,
  relapsed,
  yes,
} from './rectification-terms';

/** A count of organisations as they stand at the end of the period. */
const organisations = (
  id: string,
  zh: string,
  en: string,
  names: readonly string[],
  note?: Parameters<typeof noted>,
): ColumnDef => tally(id, zh, en, '个', 's', names, note && noted(...note));

// prettier-ignore
const identified = [
  organisations('identified_villages', '认定数(村)', 'Identified: villages', ['认定村', '村认定数', '认定村党组织数', '软弱涣散村党组织数', '认定数村', '认定数农村', '认定数(农村)', '认定数(村党组织)', '软弱涣散党组织数(村)', '村党组织认定数']),
  organisations('identified_communities', '认定数(社区)', 'Identified: communities', ['认定社区', '社区认定数', '认定社区党组织数', '软弱涣散社区党组织数', '认定数社区', '认定数(社区党组织)', '软弱涣散党组织数(社区)', '社区党组织认定数']),
  organisations('identified_others', '认定数(其他)', 'Identified: others', ['其他认定数', '认定其他', '认定数其他', '认定数(其他领域)', '软弱涣散党组织数(其他)', '其他党组织认定数', '认定数(其它)', '认定其他党组织数']),
];
// prettier-ignore
const four = organisations('four_in_place', '四个一配齐数', 'All four helpers in place', ['“四个一”配齐数', '四个一到位数', '四个一落实数', '配齐四个一数', '四个一措施到位数', '落实四个一数'], ['包联县级领导、包村(社区)乡镇(街道)领导、第一书记、结对单位四项都落实的', 'County leader, township leader, first secretary and paired organisation all in place']);
// prettier-ignore
const [due, onTime, late, open, conversions] = [
  organisations('due', '到期应销号', 'Due to be closed', ['到期应销号数', '应销号数', '到期数', '到期应整顿销号数', '整顿到期数', '时限到期数'], ['整顿时限在期末以前(含期末)的', 'Whose deadline is no later than the period’s last day']),
  organisations('closed_on_time', '按期销号', 'Closed on time', ['按期销号数', '按时销号数', '如期销号数', '按期完成销号数', '按期整顿销号数']),
  organisations('closed_late', '逾期销号', 'Closed late', ['逾期销号数', '超期销号数', '延期销号数', '逾期后销号数']),
  organisations('overdue', '逾期未销号', 'Overdue and still open', ['逾期未销号数', '超期未销号数', '到期未销号数', '逾期仍未销号数']),
  organisations('converted', '已转化数', 'Converted', ['完成转化数', '转化数', '已整顿转化数', '整顿转化数', '转化提升数'], ['到期应销号的党组织中已转化的', 'Of those due to be closed']),
] as const;
// prettier-ignore
const [problems, solved] = [
  organisations('problems_due', '应解决问题数', 'Problems to solve', ['问题总数', '查摆问题数', '梳理问题数', '应整改问题数', '需解决问题数', '排查问题数']),
  organisations('problems_solved', '已解决问题数', 'Problems solved', ['解决问题数', '已整改问题数', '完成整改数', '已化解问题数', '整改完成数']),
] as const;
// prettier-ignore
const [lookBack, looked, makeUp, madeUp] = [
  organisations('look_back_due', '应回头看', 'Due for a look-back', ['应开展回头看', '应“回头看”', '应回头看党组织数', '到期应回头看', '回头看应开展', '“回头看”应开展', '“回头看”应'], ['没有规定时间的，销号满6个月即为到期', 'Six months after closing where no day is set']),
  organisations('look_back_done', '已回头看', 'Looked back at', ['已开展回头看', '完成回头看', '已“回头看”', '已回头看党组织数', '回头看已开展', '“回头看”已开展', '“回头看”已']),
  organisations('make_up_due', '应补课', 'Due to make up', ['应补课党组织数', '需补课数', '应补课整顿数', '补课应', '应开展补课']),
  organisations('make_up_done', '已补课', 'Made up', ['已补课党组织数', '完成补课', '补课完成数', '补课已', '已完成补课']),
] as const;
// prettier-ignore
const [relapses, relisted] = [
  organisations('relapsed', '反弹数', 'Relapsed', ['反弹党组织数', '出现反弹数', '回头看反弹数', '反弹回潮数', '问题反弹数']),
  organisations('relisted', '再次列入', 'Listed again', ['再次列入数', '再列入数', '重新列入数', '二次列入数', '再次列为软弱涣散数']),
] as const;

const allIdentified = addedUp(identified);

// prettier-ignore
const measures: readonly MeasureDef[] = [
  share('closed_on_time', '按期销号率', 'Closed on time', onTime, due),
  share('conversion', '转化率', 'Conversion', conversions, due),
  total('overdue', '逾期未销号数', 'Overdue and still open', open, { better: 'lower', scored: true }),
  { ...share('four_in_place', '四个一到位率', 'All four helpers in place', four, four), denominator: allIdentified, definition: { zh: '四个一配齐数 ÷ 认定数(村、社区、其他之和)', en: 'All four helpers in place ÷ identified (villages, communities, others)' } },
  share('problems_solved', '应解决问题解决率', 'Problems solved', solved, problems),
  share('look_back', '回头看覆盖率', 'Look-back done', looked, lookBack),
  share('make_up', '补课完成率', 'Make-up done', madeUp, makeUp),
  {
    // A summary can't tell what the city found from what the county found itself, and that must not be punished.
    ...share('relapse_all', '反弹率(含自查)', 'Relapse however found', relapses, due),
    numerator: addedUp([relapses, relisted]),
    denominator: addedUp([onTime, late]),
    better: 'neither',
    scored: false,
    definition: { zh: '(反弹数 + 再次列入) ÷ (按期销号 + 逾期销号)', en: '(Relapsed + listed again) ÷ (closed on time + closed late)' },
  },
  { ...total('identified', '认定数', 'Identified', four), numerator: allIdentified, definition: { zh: '认定数(村) + 认定数(社区) + 认定数(其他)', en: 'Identified: villages + communities + others' } },
];

/** The same figure here and in the ledger of organisations. */
const agrees = (column: ColumnDef, there: Aggregate) => ({
  name: column.name,
  here: sum(column.id),
  ledger: 'rectification',
  there,
});

export const rectificationSummary: LedgerDef = {
  id: 'rectification-summary',
  name: { zh: '软弱涣散整顿季报', en: 'Rectification in figures' },
  // prettier-ignore
  names: ['软弱涣散党组织整顿季报', '软弱涣散基层党组织整顿季报', '软弱涣散整顿情况统计表', '软弱涣散党组织整顿情况统计表', '软弱涣散基层党组织整顿情况统计表', '整顿情况汇总表', '软弱涣散整顿汇总表', '软弱涣散整顿进展', '整顿季报', '软弱涣散整顿统计表'],
  frequency: 'Q',
  rowPer: 'unit',
  columns: [
    PERIOD,
    county(),
    ...identified,
    four,
    due,
    onTime,
    late,
    open,
    conversions,
    problems,
    solved,
    lookBack,
    looked,
    makeUp,
    madeUp,
    relapses,
    relisted,
  ],
  key: ['county'],
  deadlineDays: 10,
  // prettier-ignore
  example: {
    period: '2026年第三季度', county: '墨砚区', identified_villages: '12', identified_communities: '5', identified_others: '3', four_in_place: '20',
    due: '14', closed_on_time: '12', closed_late: '1', overdue: '1', converted: '13', problems_due: '68', problems_solved: '61',
    look_back_due: '9', look_back_done: '9', make_up_due: '2', make_up_done: '2', relapsed: '1', relisted: '0',
  },
  checks: [
    // Whoever's deadline is the period's last day and is still open is due and not overdue yet.
    { check: 'sum', parts: [onTime, late, open].map((c) => c.id), whole: due.id, atMost: true },
    atMost(conversions, due),
    atMost(solved, problems),
    atMost(looked, lookBack),
    atMost(madeUp, makeUp),
  ],
  agreements: [
    { name: { zh: '认定数', en: 'Identified' }, here: allIdentified, ledger: 'rectification', there: count() },
    agrees(four, count(fourInPlace)),
    agrees(due, count(fallenDue)),
    agrees(onTime, count(closedOnTime)),
    agrees(late, count(closedLate)),
    agrees(open, count(overdue)),
    agrees(conversions, count(converted)),
    agrees(problems, sum('problems_due')),
    agrees(solved, sum('problems_solved')),
    agrees(lookBack, count(lookBackDue)),
    agrees(looked, count(lookedBack)),
    agrees(makeUp, count(yes('make_up_due'))),
    agrees(madeUp, count(yes('make_up_done'))),
    agrees(relapses, count(relapsed)),
    agrees(relisted, count(yes('relisted'))),
  ],
  measures,
};
