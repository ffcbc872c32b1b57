/** 校地合作统计表: what counties agreed on with universities, and what came of it within a year. */
import type { LedgerDef } from '../model/ledger';
import { PERIOD, REQUIRED, county, money, noted, tally } from './columns';
import { atMost, duty, total } from './duties';
import { under } from './pairs';

// prettier-ignore
const landed = duty('landed', '校地合作落地率', 'Projects that came true',
  tally('signed_a_year', '签约满12个月项目', 'Projects signed 12 months ago or more', '个', 's', ['签约满12个月', '签约满一年项目', '签约满1年项目', '满12个月项目', '签约满12个月合作项目', '签约满十二个月项目', '签约一年以上项目', ...under('签约满12个月项目|签约满一年项目|签约满1年项目|满12个月项目', '项目数|总数|合计|小计')], noted('截至期末签约已满12个月的项目', 'Signed at least 12 months before the period’s last day', REQUIRED)),
  tally('landed', '其中已落地', 'Of which came true', '个', 's', ['已落地', '落地项目', '已落地项目', '其中:已落地', '其中落地', '签约满12个月已落地项目', ...under('签约满12个月项目|签约满一年项目|签约满1年项目|满12个月项目', '其中已落地|其中:已落地|已落地|落地数')], noted('已到位资金、人员或形成实际成果的', 'Money or people have come, or results have', REQUIRED)));
// prettier-ignore
const [universities, projects, events, briefings, pool, contacted] = [
  tally('universities', '签约高校(所)', 'Universities signed with', '所', 's', ['签约高校', '合作高校', '签约院校', '签约高校院所', '合作院校', '签约高校数', '合作院校(所)', '合作高校(所)']),
  tally('projects', '合作项目(项)', 'Projects agreed on', '项', 's', ['合作项目', '校地合作项目', '签约项目', '签约合作项目', '合作项目总数']),
  tally('events', '对接活动(场)', 'Matching events since 1 January', '场', 'y', ['对接活动', '校地对接活动', '开展对接活动', '对接活动场次', '人才对接活动']),
  tally('briefings', '政策宣讲(场)', 'Policy briefings since 1 January', '场', 'y', ['政策宣讲', '人才政策宣讲', '宣讲活动', '政策宣讲场次', '宣讲场次']),
  tally('pool', '域外人才入库数', 'People from outside in the pool', '人', 's', ['域外人才入库', '入库域外人才', '域外人才库人数', '在外人才入库数', '域外人才数']),
  tally('pool_contacted', '其中已对接', 'Of which contacted', '人', 's', ['已对接', '已对接人才', '其中:已对接', '其中对接', '域外人才已对接', '已对接域外人才', '域外人才入库数其中已对接', '已联系对接']),
] as const;

export const campusCooperation: LedgerDef = {
  id: 'campus-cooperation',
  name: { zh: '校地合作统计表', en: 'Cooperation with universities' },
  // prettier-ignore
  names: ['校地合作', '校地合作情况', '校地合作情况统计表', '校地合作台账', '校地合作项目', '校地人才合作', '高校合作', '校地合作进展'],
  frequency: 'H',
  rowPer: 'unit',
  // prettier-ignore
  columns: [
    PERIOD,
    county(),
    universities,
    projects,
    ...landed.columns,
    money('funds', '到位资金', 'Money that has come', 's', ['到位资金', '项目到位资金', '资金到位', '实际到位资金', '合作到位资金'], noted('合作项目自签约起累计到位的', 'Of all projects since they were signed')),
    events,
    briefings,
    pool,
    contacted,
  ],
  key: ['county'],
  deadlineDays: 10,
  // prettier-ignore
  example: {
    period: '2026年上半年', county: '墨砚区', universities: '8', projects: '15', signed_a_year: '9', landed: '7', funds: '1260.5', events: '6', briefings: '12',
    pool: '340', pool_contacted: '126',
  },
  checks: [landed.check, atMost(landed.columns[0], projects), atMost(contacted, pool)],
  measures: [
    landed.measure,
    total('events', '对接活动数', 'Matching events', events),
    total('briefings', '政策宣讲数', 'Policy briefings', briefings),
  ],
};
