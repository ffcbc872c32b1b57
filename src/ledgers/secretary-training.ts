/** 党组织书记轮训: secretaries to be trained in the year and trained since 1 January, by sector. */
import type { LedgerDef } from '../model/ledger';
import { PERIOD, REQUIRED, county, noted, sector, tally } from './columns';
import { duty } from './duties';

// prettier-ignore
const trained = duty('trained', '书记轮训率', 'Secretaries trained',
  tally('due', '书记应训数', 'Secretaries to train', '人', 's', ['应训书记数', '应训数', '应训人数', '应轮训数', '应轮训人数', '书记应训', '党组织书记应训数', '书记应轮训数', '党组织书记应训', '应参训人数', '书记总数'], noted('本年应轮训的党组织书记人数', 'Secretaries who must be trained in the year', REQUIRED)),
  tally('trained', '书记已训数', 'Secretaries trained since 1 January', '人', 'y', ['已训书记数', '已训数', '已训人数', '已轮训数', '已轮训人数', '书记已训', '党组织书记已训数', '书记已轮训数', '党组织书记已训', '已参训人数', '本年累计已训', '书记已训数(本年累计)'], noted('自1月1日起累计，同一人只计一次', 'Since 1 January, each once', REQUIRED)),
  { definition: { zh: '书记已训数(本年累计) ÷ 书记应训数；按序时考核', en: 'Secretaries trained since 1 January ÷ secretaries to train in the year; held against the pace of the year' } });

export const secretaryTraining: LedgerDef = {
  id: 'secretary-training',
  name: { zh: '党组织书记轮训', en: 'Training of secretaries' },
  // prettier-ignore
  names: ['书记轮训', '书记轮训情况', '党组织书记轮训情况', '党组织书记培训', '基层党组织书记轮训', '支部书记轮训', '党支部书记轮训', '书记培训', '轮训统计表', '书记轮训进度'],
  frequency: 'H',
  rowPer: 'sector',
  // prettier-ignore
  columns: [
    PERIOD,
    county(),
    sector(true),
    ...trained.columns,
    tally('courses', '县级以上班次(期)', 'Courses at county level or above since 1 January', '期', 'y', ['县级以上班次', '县级以上培训班次', '举办县级以上培训班', '培训班次', '县级以上轮训班', '班次', '举办班次', '县级以上培训班(期)']),
  ],
  key: ['county', 'sector'],
  deadlineDays: 10,
  example: { period: '2026年上半年', county: '墨砚区', sector: '农村', due: '86', trained: '52', courses: '3' },
  checks: [trained.check],
  measures: [trained.measure],
};
