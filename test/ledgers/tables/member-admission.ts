import type { TableFixture } from './fixture';

export default {
  ledger: 'member-admission',
  clean: `期间,县(市、区),年度计划数,本年累计发展,其中:35岁以下,大专以上,女,生产一线,应双审人数,已双审人数,违规发展应排查,已排查,发现问题,已处理
2026年第三季度,墨砚区,320,236,168,181,104,142,236,236,1280,1280,3,3
2026年第三季度,漱玉区,290,301,150,160,99,120,301,290,1100,1080,2,1
`,
  wild: `附件13,,,,,,,,,,
2026年第三季度发展党员计划完成情况表,,,,,,,,,,
填报单位（盖章）：,,,,单位：人,,填报时间：2026.10.8,,,,
序号,县市区,年度计划,本年累计发展,其中：,,,违规发展党员排查,,,
,,,,35岁及以下,大专及以上,女性,应排查,已排查,发现问题,已处理
1,墨砚区,３２０人,236,168,181,104,"1,280",1280,3个,3
2,漱玉区,290,301,150,160,99,1100,1080,2,1
3,蓼洲新区,60,无,/,/,/,—,,0,0
,合　计,670,537,318,341,203,2380,2360,5,4
注：计划数为指导性计划。,,,,,,,,,,
`,
  hopeless: `县市区,本年累计发展,其中:35岁以下,女
墨砚区,236,168,104
`,
  expect: {
    clean: [
      { period: '2026Q3', county: '墨砚区', plan: '320', admitted: '236', under_thirty_five: '168', college: '181', women: '104', front_line: '142', review_due: '236', reviewed: '236', check_due: '1280', checked: '1280', found: '3', dealt_with: '3' },
      // More than planned is taken as it is: a check warns of it.
      { county: '漱玉区', plan: '290', admitted: '301' },
    ],
    wild: [
      { period: '2026Q3', county: '墨砚区', plan: '320', admitted: '236', under_thirty_five: '168', college: '181', women: '104', check_due: '1280', checked: '1280', found: '3', dealt_with: '3' },
      { county: '漱玉区', admitted: '301' },
      { county: '蓼洲新区', plan: '60', admitted: '0', under_thirty_five: null, check_due: null, checked: null, found: '0' },
    ],
    wildExcluded: ['row.total', 'row.footer'],
    hopeless: { problem: 'file.columnMissing' },
  },
} satisfies TableFixture; // prettier-ignore
