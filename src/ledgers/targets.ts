/** 目标与基准: targets and benchmarks that a county does not report itself. A row without a unit holds for the whole city. */
import type { ColumnDef, LedgerDef } from '../model/ledger';
import { PERIOD, county } from './columns';

const base = county();
// prettier-ignore
const figure = (id: string, zh: string, en: string, names: readonly string[]): ColumnDef => ({ id, name: { zh, en }, names, type: 'number' });

export const targets: LedgerDef = {
  id: 'targets',
  name: { zh: '目标与基准', en: 'Targets and benchmarks' },
  names: [
    '目标与基准表',
    '目标值表',
    '考核目标',
    '年度目标任务',
    '目标任务分解',
    '目标任务分解表',
    '基准值',
    '目标基准',
    '指标目标',
    '全省平均',
  ],
  frequency: 'any',
  given: true,
  rowPer: 'indicator',
  // prettier-ignore
  columns: [
    PERIOD,
    { id: 'indicator', name: { zh: '指标', en: 'Indicator' }, names: ['指标名称', '考核指标', '考核内容', '考核项目', '指标项', '指标项目', '目标项目', '二级指标', '三级指标'], type: 'text', required: true },
    { id: 'unit', name: { zh: '单位', en: 'Unit' }, names: [base.name.zh, ...(base.names ?? []), '单位名称', '被考核单位', '考核对象', '责任单位', '适用单位', '适用范围'], type: 'unit' },
    figure('target', '目标值', 'Target', ['目标', '年度目标', '年度目标值', '目标任务', '目标数', '任务数', '计划值', '下达目标']),
    figure('provincial', '全省平均', 'Provincial mean', ['全省平均值', '全省平均水平', '省均', '省均值', '省平均', '全省均值', '全省平均数']),
    figure('plan', '全市计划', 'City plan', ['全市计划数', '市计划', '市级计划', '全市计划值', '市定计划', '全市目标']),
  ],
  key: ['unit', 'indicator'],
  deadlineDays: 30,
  example: { period: '2026年度', indicator: '群众满意率', unit: '示例县', target: '95%', provincial: '94.2%', plan: '95%' },
  checks: [],
  measures: [],
  named: {
    name: 'indicator',
    figures: [
      { suffix: '', value: 'target' },
      { suffix: 'provincial', value: 'provincial' },
      { suffix: 'plan', value: 'plan' },
    ],
  },
};
