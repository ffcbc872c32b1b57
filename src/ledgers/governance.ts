/** 基层治理: what was to be set up in streets, communities and villages, and how people judge it. */
import type { ColumnDef, LedgerDef } from '../model/ledger';
import { col, count, isIn, sum, type Condition, type MeasureDef } from '../model/measure';
import { PERIOD, REQUIRED, county, noted, rate } from './columns';
import { duty, type Duty } from './duties';
import { assembled, counted, under } from './pairs';

const TO_BUILD = '应建|应建立|应成立|应组建|应有|应建数|应成立数';
const BUILT = '已建|已建立|已成立|已组建|实建|建成|已建数|已成立数|实有|建成数';

/** Something to be set up: `zh` of it due and set up, under all its names. */
const built = (id: string, zh: string, en: string, due: string, done: string, topics: string, more = ''): Duty =>
  duty(
    `${id}_built`,
    `${zh}组建率`,
    `${en} set up`,
    counted(`${id}_due`, due, `${en} due`, '个', 's', [...under(topics, TO_BUILD), ...under('应建|应建立|应成立', topics)]),
    counted(`${id}_built`, done, `${en} set up`, '个', 's', [
      ...under(topics, BUILT),
      ...under('已建|已建立|已成立', topics),
      ...(more === '' ? [] : [more]),
    ]),
  );

const WHISTLE = '街乡吹哨|吹哨|吹哨报到|街乡吹哨部门报到|吹哨事项|“街乡吹哨、部门报到”';
const PETITION = '信访事项|信访|信访件|信访案件|群众信访事项';

// prettier-ignore
const duties = assembled([
  built('street', '街道大工委', 'Joint committees of streets', '街道大工委应建', '已建大工委', '大工委|街道大工委|街道“大工委”|“大工委”'),
  built('community', '社区大党委', 'Joint committees of communities', '社区大党委应建', '已建大党委', '大党委|社区大党委|社区“大党委”|“大党委”'),
  built('estate', '小区党支部', 'Branches of housing estates', '小区党支部应建', '已建小区党支部', '小区党支部|居民小区党支部|小区党组织|住宅小区党支部'),
  built('building', '楼道党小组', 'Groups of buildings', '楼道党小组应建', '已建楼道党小组', '楼道党小组|楼栋党小组|楼院党小组'),
  built('household', '党员中心户', 'Member households', '党员中心户应建', '已建党员中心户', '党员中心户|楼道党员中心户'),
  built('mutual', '五级联保', 'Villages with five-level mutual care', '五级联保应建村', '五级联保已建村', '五级联保|五级联保村|“五级联保”|五级联保机制', '五级联保已建|五级联保建成村|已建五级联保村'),
  duty('whistles_on_time', '街乡吹哨按期办结率', 'Calls of townships settled in time',
    counted('whistles_due', '到期吹哨件数', 'Calls of townships fallen due', '件', 'y', ['到期吹哨|吹哨到期件数|到期吹哨事项', ...under(WHISTLE, '到期|到期件数|应办结|到期应办结|到期数')], noted('本年办理时限已到的吹哨件', 'Calls whose time limit has come since 1 January')),
    counted('whistles_on_time', '按期办结件数', 'Calls settled in time', '件', 'y', ['按期办结|按时办结|按期办结吹哨|吹哨按期办结件数', ...under(WHISTLE, '按期办结|按时办结|已办结|按期办结数')])),
  duty('decided_by_rule', '决策程序规范村占比', 'Villages that decide by the rules',
    counted('villages_checked', '抽查村数', 'Villages checked', '个', 'y', ['抽查村|抽查行政村|检查村数', ...under('四议两公开|村级决策|决策程序|村级民主决策|村级重大事项决策', '抽查村数|抽查村|抽查数|抽查')]),
    counted('decided_by_rule', '决策程序规范村数', 'Villages that decide by the rules', '个', 'y', ['决策程序规范|程序规范村数|决策规范村数|规范村数', ...under('四议两公开|村级决策|决策程序|村级民主决策|村级重大事项决策', '规范村数|规范村|规范数|规范')])),
  built('property', '物业党建联建', 'Joint work with property managers', '物业党建联建应建', '已建物业联建', '物业党建联建|物业联建|物业服务企业党建联建|红色物业'),
  duty('unmanaged_taken', '三无社区纳管率', 'Estates without a manager taken over',
    counted('unmanaged_due', '三无社区应纳管', 'Estates without a manager to take over', '个', 's', ['应纳管|三无小区应纳管|“三无”社区应纳管', ...under('三无社区|三无小区|“三无”社区|“三无”小区|三无楼院', '应纳管|应纳管数')]),
    counted('unmanaged_taken', '已纳管', 'Estates without a manager taken over', '个', 's', ['三无社区已纳管|纳管|实际纳管', ...under('三无小区|“三无”社区|“三无”小区|三无楼院', '已纳管|已纳管数|纳管')])),
  duty('petitions_on_time', '信访事项按期办结率', 'Petitions settled in time',
    counted('petitions_due', '信访事项到期应办结', 'Petitions fallen due', '件', 'y', ['到期信访事项|到期应办结信访事项|信访到期应办结', ...under(PETITION, '到期应办结|到期|应办结|到期件数|到期数')], noted('本年办理时限已到的信访事项，不是信访总量', 'Petitions whose time limit has come since 1 January; not how many there were')),
    counted('petitions_on_time', '按期办结信访事项', 'Petitions settled in time', '件', 'y', ['信访按期办结|已按期办结信访事项|信访事项办结', ...under(PETITION, '按期办结|按时办结|已办结|按期办结数')])),
]);

// prettier-ignore
const satisfaction = rate('satisfaction', '满意率', 'Satisfaction', ['群众满意率', '满意度', '群众满意度', '居民满意率', '居民满意度', '测评满意率', '满意率(%)', '满意度(%)', '群众满意率(%)', '群众满意度(%)', '群众测评满意率', '群众满意度测评满意率'], REQUIRED);

const surveyedBy: ColumnDef = {
  id: 'surveyed_by',
  name: { zh: '调查主体', en: 'Asked by' },
  // prettier-ignore
  names: ['测评主体', '调查单位', '调查机构', '测评机构', '测评单位', '组织调查单位', '调查方', '满意率调查主体', '满意度调查主体', '群众满意率调查主体', '群众满意度调查主体', '群众满意度测评调查主体', '群众满意度测评主体'],
  type: 'list',
  // prettier-ignore
  values: [
    { id: 'city', name: { zh: '市级', en: 'The city' }, names: ['市', '市委组织部', '市级部门', '市级调查', '市级测评', '市级统一组织', '全市统一', '市统一组织', '市级组织'] },
    { id: 'third-party', name: { zh: '第三方', en: 'A third party' }, names: ['第三方机构', '委托第三方', '第三方调查', '第三方测评', '第三方评估', '第三方调查机构', '社情民意调查中心', '民调中心', '统计调查中心', '市委托第三方', '省级', '省'] },
    { id: 'county', name: { zh: '县级', en: 'The county itself' }, names: ['县', '区', '县(市、区)', '县(市、区)自测', '县级自测', '县级自评', '自测', '自评', '自查', '自行组织', '县区自测', '县级调查', '县级测评', '县(区)', '区级', '本级', '县委组织部', '区委组织部'] },
  ],
  ...noted('由县(市、区)自行组织的调查只展示、不计分', 'What the county asked itself is shown and not scored'),
};

const mean = (
  id: string,
  zh: string,
  en: string,
  more: Pick<MeasureDef, 'scored' | 'better' | 'definition'>,
  of?: Condition,
) => ({
  id,
  name: { zh, en },
  unit: 'share' as const,
  numerator: sum('satisfaction', of),
  denominator: count(of),
  ...more,
});

export const governance: LedgerDef = {
  id: 'governance',
  name: { zh: '基层治理', en: 'Governance at the grassroots' },
  // prettier-ignore
  names: ['基层治理情况', '党建引领基层治理', '基层治理统计表', '城市基层党建', '城市基层治理', '社区治理', '党建引领基层治理情况'],
  frequency: 'H',
  rowPer: 'unit',
  // prettier-ignore
  columns: [
    PERIOD,
    county(),
    ...duties.columns.slice(0, -2),
    satisfaction,
    surveyedBy,
    counted('sample', '样本数', 'People asked', '人', 'f', ['样本|样本量|有效样本|有效样本数|调查样本|调查样本数|测评样本数|问卷数|有效问卷', ...under('满意率|满意度|群众满意率|群众满意度|群众满意度测评', '样本数|样本量|样本')]),
    ...duties.columns.slice(-2),
    { id: 'petition_rate', name: { zh: '上访率(‰)', en: 'Petitioners (‰)' }, names: ['上访率', '信访率', '信访率(‰)', '信访上访率', '群众上访率', '万人上访率'], type: 'number', unit: '‰', basis: 'f', range: [0, 1000], ...noted('本期上访人次与常住人口之比，只展示、不计分', 'Petitioners of the period per 1,000 residents; shown, never scored') },
  ],
  key: ['county'],
  deadlineDays: 10,
  // prettier-ignore
  example: {
    period: '2026年上半年', county: '示例县', street_due: '6', street_built: '6', community_due: '28', community_built: '27', estate_due: '64',
    estate_built: '60', building_due: '320', building_built: '305', household_due: '640', household_built: '628', mutual_due: '210',
    mutual_built: '204', whistles_due: '85', whistles_on_time: '83', villages_checked: '20', decided_by_rule: '19', property_due: '41',
    property_built: '38', unmanaged_due: '12', unmanaged_taken: '12', satisfaction: '96.2%', surveyed_by: '第三方', sample: '800',
    petitions_due: '46', petitions_on_time: '45', petition_rate: '0.35',
  },
  checks: duties.checks,
  measures: [
    ...duties.measures,
    mean(
      'satisfaction',
      '群众满意率',
      'Satisfaction as the city or a third party found it',
      {
        better: 'higher',
        scored: true,
        definition: {
          zh: '市级或第三方调查的满意率；县(市、区)自行调查或未填调查主体的，不适用',
          en: 'Satisfaction where the city or a third party asked; not applicable where the county asked or nobody is named',
        },
      },
      isIn(col('surveyed_by'), ['city', 'third-party']),
    ),
    mean('satisfaction_any', '群众满意率(不分调查主体)', 'Satisfaction, whoever asked', {
      better: 'neither',
      scored: false,
      definition: {
        zh: '表中所报满意率，含县(市、区)自行调查',
        en: 'Satisfaction as reported, with what the county asked itself',
      },
    }),
    {
      // Petition volume breeds interception when it is scored.
      id: 'petition_rate',
      name: { zh: '上访率(‰)', en: 'Petitioners (‰)' },
      unit: 'number',
      numerator: sum('petition_rate'),
      better: 'neither',
      scored: false,
      definition: { zh: '表中所报上访率(‰)', en: 'Petitioners per 1,000 residents as reported' },
    },
  ],
};
