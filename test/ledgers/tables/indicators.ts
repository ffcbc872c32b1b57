/** 通用指标表: whatever a city wants to hold against its counties, a row each; shares and counts in one column. */
import { csv } from '../../ingest/support';
import type { TableFixture } from './fixture';

const fixture: TableFixture = {
  ledger: 'indicators',
  clean: csv(
    '期间,单位,指标,数值,目标值,分子,分母,计量单位',
    '2026年第三季度,松石县,群众满意率,96.25%,95%,770,800,%',
    '2026年第三季度,松石县,志愿服务时长,1250.5,1000,,,小时',
    '2026年上半年,云溪区,群众满意率,93.5%,95%,187,200,%',
  ),
  wild: csv(
    '附件14,,,,,',
    '示例市2026年第三季度考核指标完成情况表,,,,,',
    '填报单位（盖章）：示例市,,填报人：,,填报时间：2026.10.8,',
    '序号,县（市、区）,考核指标,目标任务,实际完成,计算单位',
    '1,松石县,群众满意率,95％,９６．２５％,％',
    '2,松石县,志愿服务时长,"1,000","1,250.5",小时',
    '3,云溪区,群众满意率,95％,/,％',
    '4,云溪区,志愿服务时长,1000,约900,小时',
    '5,云溪区,品牌创建,不涉及,—,',
    ',全市,志愿服务时长,2000,2150.5,小时',
    '说明：满意率由市统一调查。,,,,,',
  ),
  hopeless: csv('2026年第三季度考核指标完成情况表,,', '县市区,目标值,实际完成', '松石县,95%,96%'),
  expect: {
    clean: [
      { period: '2026Q3', unit: '松石县', indicator: '群众满意率', value: '0.9625', numerator: '770', denominator: '800' },
      { period: '2026Q3', unit: '松石县', value: '1250.5', target: '1000', measured_in: '小时' },
      { period: '2026H1', unit: '云溪区', value: '0.935' },
    ],
    wild: [
      { unit: '松石县', indicator: '群众满意率', target: '0.95', value: '0.9625', measured_in: '％' },
      { unit: '松石县', target: '1000', value: '1250.5' },
      { unit: '云溪区', indicator: '群众满意率', value: null },
      { unit: '云溪区', value: '900' },
      { unit: '云溪区', indicator: '品牌创建', target: null, value: null },
    ],
    wildExcluded: ['row.total', 'row.footer'],
    // Of which indicator, nothing says.
    hopeless: { problem: 'file.columnMissing' },
  },
};
export default fixture;
