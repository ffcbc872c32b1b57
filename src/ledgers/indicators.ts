/** 通用指标表: one row per unit and indicator. Whatever it names can be scored with no code. */
import type { LedgerDef } from '../model/ledger';
import { PERIOD, county } from './columns';

const base = county();

export const indicators: LedgerDef = {
  id: 'indicators',
  name: { zh: '通用指标表', en: 'General indicators' },
  names: ['通用指标', '指标数据', '指标完成情况', '指标填报表', '考核指标数据', '指标汇总', '指标表', '考核指标完成情况'],
  frequency: 'any',
  rowPer: 'indicator',
  // prettier-ignore
  columns: [
    PERIOD,
    { ...base, id: 'unit', name: { zh: '单位', en: 'Unit' }, names: [base.name.zh, ...(base.names ?? []), '单位名称', '被考核单位', '考核对象', '考核单位', '责任单位'] },
    { id: 'indicator', name: { zh: '指标', en: 'Indicator' }, names: ['指标名称', '考核指标', '考核内容', '考核项目', '指标项', '指标项目', '项目', '二级指标', '三级指标'], type: 'text', required: true },
    { id: 'value', name: { zh: '数值', en: 'Value' }, names: ['指标值', '完成值', '实际值', '完成数', '完成情况', '实绩', '实际完成值', '实际完成', '实际数', '本期值', '值'], type: 'number', required: true },
    { id: 'target', name: { zh: '目标值', en: 'Target' }, names: ['目标', '目标任务', '任务数', '计划值', '目标数', '年度目标', '年度目标值', '任务值'], type: 'number' },
    { id: 'numerator', name: { zh: '分子', en: 'Numerator' }, names: ['分子值', '分子数', '分子数据'], type: 'number' },
    { id: 'denominator', name: { zh: '分母', en: 'Denominator' }, names: ['分母值', '分母数', '基数', '分母数据'], type: 'number' },
    { id: 'measured_in', name: { zh: '计量单位', en: 'Unit of measure' }, names: ['计算单位', '指标单位', '数值单位', '单位(计量)'], type: 'text' },
  ],
  key: ['unit', 'indicator'],
  deadlineDays: 10,
  // prettier-ignore
  example: {
    period: '2026年第三季度', unit: '示例县', indicator: '群众满意率', value: '96.25%', target: '95%', numerator: '770', denominator: '800', measured_in: '%',
  },
  checks: [],
  measures: [],
  named: {
    name: 'indicator',
    figures: [
      { suffix: '', value: 'value', numerator: 'numerator', denominator: 'denominator' },
      { suffix: 'target', value: 'target' },
    ],
  },
};
