import type { TableFixture } from './fixture';

export default {
  ledger: 'campus-cooperation',
  clean: `期间,县(市、区),签约高校(所),合作项目(项),签约满12个月项目,其中已落地,到位资金(万元),对接活动(场),政策宣讲(场),域外人才入库数,其中已对接
2026年上半年,墨砚区,8,15,9,7,1260.5,6,12,340,126
2026年上半年,棠梨区,2,3,1,0,40,2,3,85,12
`,
  wild: `附件7,,,,,,,,
2026年上半年校地合作情况统计表,,,,,,,,
填报单位（盖章）：,,,,填报时间：2026年7月6日,,,,
序号,县区,合作院校（所）,合作项目,签约满一年项目,,到位资金,域外人才,
,,,,项目数,其中：已落地,（万元）,入库数,已对接
1,墨砚区,８所,15项,9,7,"1,260.5",340人,126
2,棠梨区,2,3,1,无,40,85,12
3,鹭屿度假区,—,/,0,0,,—,—
,总计,10,18,10,7,1300.5,425,138
注：项目以合同为准。,,,,,,,,
`,
  hopeless: `县市区,签约高校,合作项目,到位资金(万元)
墨砚区,8,15,1260.5
`,
  expect: {
    clean: [
      { period: '2026H1', county: '墨砚区', universities: '8', projects: '15', signed_a_year: '9', landed: '7', funds: '1260.5', events: '6', briefings: '12', pool: '340', pool_contacted: '126' },
      { county: '棠梨区', landed: '0', pool_contacted: '12' },
    ],
    wild: [
      { period: '2026H1', county: '墨砚区', universities: '8', projects: '15', signed_a_year: '9', landed: '7', funds: '1260.5', pool: '340', pool_contacted: '126' },
      { county: '棠梨区', landed: '0' },
      { county: '鹭屿度假区', universities: null, projects: null, signed_a_year: '0', funds: null, pool: null },
    ],
    wildExcluded: ['row.total', 'row.footer'],
    hopeless: { asks: ['map'] },
  },
} satisfies TableFixture; // prettier-ignore
