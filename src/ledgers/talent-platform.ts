/** 人才平台与政策兑现: platforms for talent by kind, what was promised to talent and what was paid. */
import type { LedgerDef } from '../model/ledger';
import { col, dividedBy, lit, sum } from '../model/measure';
import { PERIOD, REQUIRED, county, money, noted, tally } from './columns';
import { atMost, duty, share, total } from './duties';

// prettier-ignore
const kinds = [
  tally('expert_stations', '院士专家工作站', 'Academician and expert stations', '个', 's', ['院士(专家)工作站', '院士工作站', '专家工作站', '院士专家站', '院士、专家工作站']),
  tally('innovation_centres', '创新中心', 'Innovation centres', '个', 's', ['人才创新中心', '技术创新中心', '创新平台', '研发中心']),
  tally('craft_studios', '工匠工作室', 'Master craftsmen’s studios', '个', 's', ['技能大师工作室', '大师工作室', '工匠(技能大师)工作室', '劳模工匠工作室']),
  tally('incubators', '孵化室', 'Incubators', '个', 's', ['孵化器', '人才孵化室', '孵化基地', '创业孵化室', '孵化平台']),
  tally('talent_stations', '人才工作站', 'Talent stations', '个', 's', ['人才站', '人才服务站', '引才工作站', '人才驿站']),
  tally('other_platforms', '其他平台', 'Other platforms', '个', 's', ['其他', '其它平台', '其他人才平台', '其他类平台']),
];
// prettier-ignore
const [added, all, firms] = [
  tally('new_platforms', '新增平台', 'Platforms added since 1 January', '个', 'y', ['本年新增平台', '新建平台', '新增人才平台', '本年累计新增平台', '新增平台(本年累计)', '平台新增数', '本年新增'], REQUIRED),
  tally('all_platforms', '累计平台', 'Platforms', '个', 's', ['平台总数', '累计建成平台', '现有平台数', '人才平台总数', '平台累计', '平台合计', '累计人才平台'], noted('以上各类平台之和', 'The sum of all kinds')),
  tally('firms', '规上企业数', 'Firms above designated size', '家', 's', ['规模以上企业数', '规上工业企业数', '规上企业(家)', '规模以上工业企业数']),
] as const;
// prettier-ignore
const paid = duty('paid', '政策资金兑现率', 'Promised funds paid',
  money('funds_due', '应兑现资金', 'Funds due', 's', ['应兑现', '应兑现政策资金', '应兑现人才资金', '应兑付资金', '到期应兑现资金', '应兑现金额', '政策资金应兑现', '应发放资金'], noted('截至期末到期应兑现的，不含未到期的', 'Fallen due by the end of the period', REQUIRED)),
  money('funds_paid', '已兑现资金', 'Funds paid since 1 January', 'y', ['已兑现', '已兑现政策资金', '已兑现人才资金', '已兑付资金', '兑现资金', '已兑现金额', '实际兑现资金', '政策资金已兑现', '已发放资金', '已兑现资金(本年累计)'], REQUIRED));
// prettier-ignore
const conversions = tally('conversions', '成果转化(项)', 'Results put to use since 1 January', '项', 'y', ['成果转化', '科技成果转化', '转化成果', '成果转化数', '科研成果转化', '成果转化(本年累计)']);

export const talentPlatform: LedgerDef = {
  id: 'talent-platform',
  name: { zh: '人才平台与政策兑现', en: 'Talent platforms and promised funds' },
  // prettier-ignore
  names: ['人才平台', '人才平台建设', '人才平台建设情况', '人才平台统计表', '人才政策兑现', '人才政策兑现情况', '政策兑现情况', '人才平台与政策兑现情况统计表', '人才平台和政策兑现'],
  frequency: 'Q',
  rowPer: 'unit',
  columns: [
    PERIOD,
    county(),
    ...kinds,
    added,
    all,
    firms,
    conversions,
    ...paid.columns,
    tally('envoys', '引才大使', 'Talent envoys', '人', 's', [
      '聘任引才大使',
      '引才大使数',
      '招才大使',
      '引才使者',
      '聘请引才大使',
    ]),
  ],
  key: ['county'],
  deadlineDays: 10,
  // prettier-ignore
  example: {
    period: '2026年第三季度', county: '墨砚区', expert_stations: '6', innovation_centres: '9', craft_studios: '11', incubators: '4', talent_stations: '7',
    other_platforms: '3', new_platforms: '5', all_platforms: '40', firms: '236', conversions: '18', funds_due: '860.5', funds_paid: '812', envoys: '24',
  },
  checks: [{ check: 'sum', parts: kinds.map((k) => k.id), whole: all.id }, atMost(added, all), paid.check],
  measures: [
    {
      ...share(
        'new_per_hundred_firms',
        '每百家规上企业新增平台',
        'New platforms per 100 firms above designated size',
        added,
        firms,
      ),
      unit: 'number',
      denominator: sum(dividedBy(col(firms.id), lit(100))),
      definition: {
        zh: '本年累计新增平台 ÷ (规上企业数 ÷ 100)',
        en: 'Platforms added since 1 January ÷ (firms above designated size ÷ 100)',
      },
    },
    paid.measure,
    total('conversions', '成果转化数', 'Results put to use', conversions),
  ],
};
