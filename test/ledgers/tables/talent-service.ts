import type { TableFixture } from './fixture';

export default {
  ledger: 'talent-service',
  clean: `期间,县(市、区),应定主要负责人数,已定主要负责人数,重点项目数,完成数,常委会专题报告(次),联席会议(次),专家服务团(人次),解决难题(个),应联系专家,已联系专家,到期服务事项,按期办结事项,规上企业数,政策覆盖企业
2026年上半年,墨砚区,24,24,18,7,1,2,86,31,60,57,142,139,236,181
2026年上半年,鹤汀区,22,20,11,3,0,1,40,9,45,39,96,90,141,77
`,
  wild: `附件8,,,,,,,,
人才服务与重点项目情况（2026年上半年）,,,,,,,,
填报单位（盖章）：,,,,填报时间：2026-07-05,,,,
序号,县市区,“一把手”项目,,重点项目,,专家服务团,联系专家,
,,应定,已定,总数,完成数,（人次）,应联系,已联系
1,墨砚区,２４,24,18个,7,86人次,60,57
2,鹤汀区,22,20,11,3,40,45,39
3,蓼洲新区,—,,2,无,/,10,10
,合计,46,44,31,10,126,115,106
填表人：,,审核人：,,,,,,
`,
  hopeless: `县市区,重点项目数,完成数
墨砚区,18,7
`,
  expect: {
    clean: [
      { period: '2026H1', county: '墨砚区', leaders_due: '24', leaders_done: '24', projects: '18', projects_done: '7', committee_reports: '1', joint_meetings: '2', expert_missions: '86', difficulties_solved: '31', experts_due: '60', experts_done: '57', service_due: '142', service_done: '139', firms: '236', firms_reached: '181' },
      { county: '鹤汀区', leaders_done: '20', committee_reports: '0' },
    ],
    wild: [
      { period: '2026H1', county: '墨砚区', leaders_due: '24', leaders_done: '24', projects: '18', projects_done: '7', expert_missions: '86', experts_due: '60', experts_done: '57' },
      { county: '鹤汀区', leaders_due: '22', leaders_done: '20' },
      { county: '蓼洲新区', leaders_due: null, leaders_done: null, projects_done: '0', expert_missions: null },
    ],
    wildExcluded: ['row.total', 'row.footer'],
    hopeless: { asks: ['map'] },
  },
} satisfies TableFixture; // prettier-ignore
