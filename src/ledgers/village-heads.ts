/** 村(社区)带头人: who leads villages and communities, in figures: posts combined, vacancies, reserves, pay, change of term. */
import type { ColumnDef, LedgerDef } from '../model/ledger';
import { col, plus, sum, type MeasureDef } from '../model/measure';
import { PERIOD, REQUIRED, SENSITIVE, county, noted, tally, type More } from './columns';
import { atMost, duty, orNothing, share } from './duties';

const villages = (id: string, zh: string, en: string, names: readonly string[], more?: More): ColumnDef =>
  tally(id, zh, en, '个', 's', names, more);

// prettier-ignore
const [villageTotal, villageCombined, communityTotal, communityCombined] = [
  villages('villages', '村总数', 'Villages', ['行政村总数', '行政村', '村数', '建制村数', '村委会总数', '村(个)', '行政村个数'], REQUIRED),
  villages('villages_combined', '村一肩挑数', 'Villages whose secretary heads the village too', ['村一肩挑', '村“一肩挑”', '村“一肩挑”数', '村书记主任一肩挑数', '一肩挑村数', '“一肩挑”村', '村党组织书记一肩挑', '村一肩挑'], noted('村党组织书记兼任村委会主任的村', 'Villages where one person holds both posts', REQUIRED)),
  villages('communities', '社区总数', 'Communities', ['城市社区总数', '社区', '社区数', '居委会总数', '社区个数']),
  villages('communities_combined', '社区一肩挑数', 'Communities whose secretary heads the community too', ['社区一肩挑', '社区“一肩挑”', '社区“一肩挑”数', '社区书记主任一肩挑数', '一肩挑社区数', '社区一肩挑']),
] as const;
// prettier-ignore
const [vacant, withReserve, paid, pensioned] = [
  villages('vacant', '书记空缺数', 'Posts of secretary vacant', ['书记空缺', '党组织书记空缺数', '空缺书记数', '村(社区)书记空缺数', '书记缺额', '书记空缺村(社区)数']),
  villages('villages_with_reserve', '有后备村数', 'Villages with reserve', ['有后备人才村数', '有后备力量村数', '后备力量到村数', '储备后备村数', '有后备人选村数', '后备人才覆盖村数']),
  villages('villages_paid', '报酬按时足额村数', 'Villages paid in full and in time', ['报酬按时足额发放村数', '报酬足额发放村数', '村干部报酬按时足额村数', '报酬落实村数', '按时足额发放报酬村数']),
  villages('villages_insured', '养老医疗补助村数', 'Villages that add to pensions and health insurance', ['养老医疗补助', '落实养老医疗补助村数', '养老保险补助村数', '养老、医疗补助村数', '养老医疗保险补助村数']),
] as const;

// prettier-ignore
const duties = [
  duty('filed', '书记备案率', 'Secretaries filed',
    villages('filing_due', '应备案', 'Secretaries to file', ['应备案书记数', '应县级备案数', '书记应备案数', '应备案人数', '县级备案应备案', '备案应']),
    villages('filed', '已备案', 'Secretaries filed', ['已备案书记数', '已县级备案数', '书记已备案数', '已备案人数', '县级备案已备案', '备案已'])),
  duty('archived', '书记建档率', 'Secretaries with a file',
    villages('archive_due', '应建档', 'Files to make', ['应建档数', '应建立档案数', '书记应建档数', '干部档案应建', '应建档人数', '建档应']),
    villages('archived', '已建档', 'Files made', ['已建档数', '已建立档案数', '书记已建档数', '干部档案已建', '已建档人数', '建档已'])),
];
/** Change of term comes once in years: shown, never scored. */
const SHOWN: Partial<MeasureDef> = { better: 'neither', scored: false };
// prettier-ignore
const changeOfTerm = [
  duty('term_changed', '换届完成率', 'Change of term done',
    villages('term_due', '应换届村(社区)数', 'Villages and communities due for a change of term', ['应换届数', '应换届', '应换届村社区数', '应换届村(社区)', '换届应']),
    villages('term_changed', '已换届数', 'Change of term done', ['已换届', '已换届村(社区)数', '已完成换届数', '完成换届数', '换届已']), SHOWN),
  duty('term_checked', '换届排查率', 'Checked before the change of term',
    villages('term_check_due', '应排查村(社区)数', 'Villages and communities to check', ['应排查数', '应排查', '应排查村社区数', '应开展排查村(社区)数', '应排查村(社区)', '排查应']),
    villages('term_checked', '已排查数', 'Checked', ['已排查', '已排查村(社区)数', '已开展排查数', '完成排查数', '排查已']), SHOWN),
  duty('term_solved', '换届问题化解率', 'Problems found before the change of term solved',
    villages('term_problems', '发现问题数', 'Problems found', ['发现问题', '排查发现问题数', '发现矛盾问题数', '发现问题个数']),
    villages('term_solved', '已化解数', 'Problems solved', ['已化解', '已化解问题数', '化解问题数', '已解决问题数', '已化解个数']), SHOWN),
];

// prettier-ignore
const measures: readonly MeasureDef[] = [
  share('combined_posts', '村一肩挑比例', 'Villages with combined posts', villageCombined, villageTotal),
  {
    ...share('vacancy', '书记空缺率', 'Vacancy rate of secretaries', vacant, villageTotal),
    denominator: sum(plus(col(villageTotal.id), orNothing(communityTotal))),
    better: 'lower',
    definition: { zh: '书记空缺数 ÷ (村总数 + 社区总数)', en: 'Posts of secretary vacant ÷ (villages + communities)' },
  },
  share('villages_with_reserve', '后备人才到村率', 'Villages with reserve', withReserve, villageTotal),
  share('paid_in_time', '报酬按时足额发放率', 'Villages paid in full and in time', paid, villageTotal),
  ...[...duties, ...changeOfTerm].map((d) => d.measure),
];

export const villageHeads: LedgerDef = {
  id: 'village-heads',
  name: { zh: '村(社区)带头人', en: 'Village and community heads' },
  // prettier-ignore
  names: ['村(社区)带头人队伍', '村社区带头人', '带头人队伍建设', '带头人队伍', '村干部队伍', '村(社区)干部队伍', '村(社区)“两委”', '村级带头人', '村(社区)带头人情况统计表', '村党组织带头人'],
  frequency: 'Q',
  rowPer: 'unit',
  // prettier-ignore
  columns: [
    PERIOD,
    county(),
    villageTotal,
    villageCombined,
    communityTotal,
    communityCombined,
    vacant,
    tally('secretaries_over_sixty', '60岁以上书记', 'Secretaries over 60', '人', 's', ['60岁以上', '60岁以上书记数', '60周岁以上书记', '超60岁书记', '60岁及以上书记', '60岁以上党组织书记'], SENSITIVE),
    ...duties.flatMap((d) => d.columns),
    tally('reserve', '储备后备人才', 'People in reserve', '人', 's', ['储备后备人才数', '后备人才', '后备力量', '储备后备力量', '后备人才数', '后备干部数', '村级后备人才']),
    withReserve,
    paid,
    pensioned,
    ...changeOfTerm.flatMap((d) => d.columns),
  ],
  key: ['county'],
  deadlineDays: 10,
  // prettier-ignore
  example: {
    period: '2026年第三季度', county: '枕霞县', villages: '186', villages_combined: '171', communities: '24', communities_combined: '22', vacant: '2', secretaries_over_sixty: '5',
    filing_due: '208', filed: '208', archive_due: '208', archived: '205', reserve: '402', villages_with_reserve: '183', villages_paid: '186', villages_insured: '186',
    term_due: '0', term_changed: '0', term_check_due: '210', term_checked: '210', term_problems: '6', term_solved: '5',
  },
  checks: [
    atMost(villageCombined, villageTotal),
    atMost(communityCombined, communityTotal),
    ...[withReserve, paid, pensioned].map((c) => atMost(c, villageTotal)),
    ...[...duties, ...changeOfTerm].map((d) => d.check),
  ],
  measures,
};
