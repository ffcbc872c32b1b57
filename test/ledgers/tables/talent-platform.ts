import type { TableFixture } from './fixture';

export default {
  ledger: 'talent-platform',
  clean: `期间,县(市、区),院士专家工作站,创新中心,工匠工作室,孵化室,人才工作站,其他平台,新增平台,累计平台,规上企业数,成果转化(项),应兑现资金(万元),已兑现资金(万元),引才大使
2026年第三季度,墨砚区,6,9,11,4,7,3,5,40,236,18,860.5,812,24
2026年第三季度,鹤汀区,3,4,8,2,5,1,2,23,141,7,402,310.25,11
`,
  // 元 where the form says 万元, said once above the table.
  wild: `附件6,,,,,,,,,
2026年三季度人才平台建设及政策兑现情况统计表,,,,,,,,,
填报单位（盖章）：,,,单位：个、元,,,,填报时间：2026.10.8,,
序号,县(市、区),人才平台,,,,规模以上企业数,政策资金,,科技成果转化
,,院士(专家)工作站,人才驿站,本年新增,平台总数,,应兑现,已兑现,
1,墨砚区,６,7个,5,40,236家,"8,605,000","8,120,000",18项
2,鹤汀区,3,5,2,23,141,4020000,3102500,7
3,鹭屿度假区,—,/,无,2,0,0,0,
,全市,9,12,7,65,377,12625000,11222500,25
说明：资金单位为元。,,,,,,,,,
`,
  hopeless: `县市区,院士专家工作站,创新中心,引才大使
墨砚区,6,9,24
`,
  expect: {
    clean: [
      { period: '2026Q3', county: '墨砚区', expert_stations: '6', innovation_centres: '9', craft_studios: '11', incubators: '4', talent_stations: '7', other_platforms: '3', new_platforms: '5', all_platforms: '40', firms: '236', conversions: '18', funds_due: '860.5', funds_paid: '812', envoys: '24' },
      { county: '鹤汀区', funds_due: '402', funds_paid: '310.25' },
    ],
    wild: [
      { period: '2026Q3', county: '墨砚区', expert_stations: '6', talent_stations: '7', new_platforms: '5', all_platforms: '40', firms: '236', funds_due: '860.5', funds_paid: '812', conversions: '18' },
      { county: '鹤汀区', funds_due: '402', funds_paid: '310.25' },
      { county: '鹭屿度假区', expert_stations: null, talent_stations: null, new_platforms: '0', firms: '0', conversions: null },
    ],
    wildExcluded: ['row.total', 'row.footer'],
    hopeless: { asks: ['map'] },
  },
} satisfies TableFixture; // prettier-ignore
