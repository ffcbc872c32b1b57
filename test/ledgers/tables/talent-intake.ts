import type { TableFixture } from './fixture';

export default {
  ledger: 'talent-intake',
  clean: `期间,县(市、区),年度目标(人),A类,B类,C类,D类,E类,F类,本年累计引进(人),其中:全职,其中:柔性,全职到岗数,留存考察批次(年),该批次引进数,该批次期末在岗数,名校优生岗位,名校优生到岗
2026年第三季度,墨砚区,220,1,4,12,38,61,52,168,150,18,141,2023,130,112,40,36
2026年第三季度,漱玉区,180,0,2,7,20,40,31,100,92,8,85,2023,96,70,25,18
`,
  wild: `附件5,,,,,,,,,,,,
2026年1—9月人才引进情况统计表,,,,,,,,,,,,
填报单位（盖章）：,,,,,,单位：人,,填报时间：2026年10月9日,,,,
序号,县市区,年度任务,引进数（本年累计）,,,,,,,其中：,,到岗数
,,,A类,B类,C类,D类,E类,F类,小计,全职,柔性,
1,墨砚区,２２０人,1,4,12,38,61,52,168,150,18,141
2,漱玉区,180,无,2,7,20,40,31,100,92,8,85人
3,蓼洲新区,约110,/,/,1,3,5,6,15,15,—,12
,小  计,510,1,6,20,61,106,89,283,257,26,238
审核人：,,,,,填表人：,,,,,,,
`,
  hopeless: `县市区,年度任务,小计
墨砚区,220,168
漱玉区,180,100
`,
  expect: {
    clean: [
      { period: '2026Q3', county: '墨砚区', year_target: '220', class_a: '1', class_b: '4', class_c: '12', class_d: '38', class_e: '61', class_f: '52', total_intake: '168', full_time: '150', flexible: '18', full_time_arrived: '141', retention_batch: '2023', batch_intake: '130', batch_on_post: '112', elite_posts: '40', elite_arrived: '36' },
      { county: '漱玉区', class_a: '0', total_intake: '100' },
    ],
    wild: [
      { period: '2026Q3', county: '墨砚区', year_target: '220', class_a: '1', class_f: '52', total_intake: '168', full_time: '150', flexible: '18', full_time_arrived: '141' },
      { county: '漱玉区', class_a: '0', full_time_arrived: '85' },
      { county: '蓼洲新区', year_target: '110', class_a: null, total_intake: '15', flexible: null },
    ],
    wildExcluded: ['row.total', 'row.footer'],
    hopeless: { problem: 'file.columnMissing' },
  },
} satisfies TableFixture; // prettier-ignore
