import type { TableFixture } from './fixture';

export default {
  ledger: 'first-secretaries',
  clean: `期间,县(市、区),应派数,在岗数,表彰,约谈,召回
2026年第三季度,枕霞县,96,95,6,0,0
2026年第三季度,聆松县,80,76,2,1,1
`,
  wild: `附件12,,,,,,
2026年三季度驻村第一书记和工作队情况表,,,,,,
填报单位（盖章）：,,单位：人,,,填报时间：2026.10.8,
序号,县市区,第一书记,,本年累计,,
,,应派,在岗,受表彰人数,约谈,召回
1,枕霞县,９６,95人,6,无,无
2,聆松县,80,76,2,1,１
3,星槎高新区,/,/,—,,
,全市合计,176,171,8,1,1
填报人：,,,,,,
`,
  hopeless: `县市区,应派数,表彰
枕霞县,96,6
`,
  expect: {
    clean: [
      { period: '2026Q3', county: '枕霞县', due: '96', on_post: '95', honoured: '6', admonished: '0', recalled: '0' },
      { county: '聆松县', on_post: '76', recalled: '1' },
    ],
    wild: [
      { period: '2026Q3', county: '枕霞县', due: '96', on_post: '95', honoured: '6', admonished: '0', recalled: '0' },
      { county: '聆松县', due: '80', on_post: '76', recalled: '1' },
      { county: '星槎高新区', due: null, on_post: null, honoured: null },
    ],
    wildExcluded: ['row.total', 'row.footer'],
    hopeless: { problem: 'file.columnMissing' },
  },
} satisfies TableFixture; // prettier-ignore
