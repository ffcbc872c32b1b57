import type { TableFixture } from './fixture';

export default {
  ledger: 'rectification-summary',
  clean: `期间,县(市、区),认定数(村),认定数(社区),认定数(其他),四个一配齐数,到期应销号,按期销号,逾期销号,逾期未销号,已转化数,应解决问题数,已解决问题数,应回头看,已回头看,应补课,已补课,反弹数,再次列入
2026年第三季度,墨砚区,12,5,3,20,14,12,1,1,13,68,61,9,9,2,2,1,0
2026年第三季度,漱玉区,10,6,4,18,15,11,2,2,13,70,52,8,7,3,1,1,1
`,
  wild: `附件4,,,,,,,,,,,,
2026年第三季度软弱涣散党组织整顿情况统计表,,,,,,,,,,,,
填报单位（盖章）：,,,单位：个,,,,填报时间：2026.10.8,,,,,
序号,县(市区),认定数,,,“四个一”配齐数,到期应销号数,销号情况,,,“回头看”,,其中:反弹数
,,村,社区,其他,,,按期销号数,逾期销号数,逾期未销号数,应开展,已开展,
1,墨砚区,１２,5,3,20,14,12,1,1,9,9,1
2,漱玉区,10个,6,4,18,15,11,2,2,8,7,无
3,星槎高新区,/,2,1,3,—,,0,0,不涉及,0,0
,合　　计,22,13,8,41,29,23,3,3,17,16,1
注：1. 高新区无行政村。,,,,,,,,,,,,
`,
  // What is counted of whom? Two columns a ledger of organisations has as well.
  hopeless: `单位名称,今年情况,去年情况
墨砚区,12,13
漱玉区,10,11
`,
  expect: {
    clean: [
      { period: '2026Q3', county: '墨砚区', identified_villages: '12', identified_communities: '5', identified_others: '3', four_in_place: '20', due: '14', closed_on_time: '12', closed_late: '1', overdue: '1', converted: '13', problems_due: '68', problems_solved: '61', look_back_due: '9', look_back_done: '9', make_up_due: '2', make_up_done: '2', relapsed: '1', relisted: '0' },
      { county: '漱玉区', make_up_done: '1' },
    ],
    wild: [
      { period: '2026Q3', county: '墨砚区', identified_villages: '12', identified_communities: '5', identified_others: '3', four_in_place: '20', due: '14', closed_on_time: '12', closed_late: '1', overdue: '1', look_back_due: '9', look_back_done: '9', relapsed: '1' },
      { county: '漱玉区', identified_villages: '10', relapsed: '0' },
      { county: '星槎高新区', identified_villages: null, due: null, closed_on_time: null, look_back_due: null, look_back_done: '0' },
    ],
    wildExcluded: ['row.total', 'row.footer'],
    hopeless: { asks: ['map'] },
  },
} satisfies TableFixture; // prettier-ignore
