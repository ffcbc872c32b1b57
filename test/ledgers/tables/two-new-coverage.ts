import type { TableFixture } from './fixture';

export default {
  ledger: 'two-new-coverage',
  clean: `期间,县(市、区),类型,实体运营数,应建数,符合单独组建条件数,单独组建,联合组建覆盖组织数(家),应有工作覆盖数,已工作覆盖数,应派指导员,已派指导员
2026年第三季度,墨砚区,非公企业,1260,640,212,208,396,1260,1244,180,176
2026年第三季度,墨砚区,社会组织,210,120,31,30,81,210,208,40,40
2026年第三季度,墨砚区,网约车,4,4,2,2,2,4,4,4,4
`,
  wild: `附件9,,,,,,,,,
“两新”组织党建覆盖情况（截至2026年9月30日）,,,,,,,,,
填报单位（盖章）：,,,单位：家,,,填报时间：2026.10.8,,,
序号,县市区,组织类型,应建党组织数,组织覆盖,,工作覆盖,,党建指导员,
,,,,单独组建,联合组建,应覆盖,已覆盖,应派,已派
1,墨砚区,非公有制企业,６４０家,208,396,1260,1244,180,176人
2,墨砚区,其中：园区,210,80,120,400,398,/,—
3,墨砚区,新社会组织,120,30,81,210,208,40,40
4,漱玉区,律所,18,无,18,18,18,3,3
,合 计,,988,318,615,1888,1868,223,219
5,漱玉区,农民合作社,12,2,3,12,12,1,1
说明：园区为非公企业的其中数。,,,,,,,,,
`,
  hopeless: `县市区,类型,实体运营数,应派指导员,已派指导员
墨砚区,非公企业,1260,180,176
`,
  expect: {
    clean: [
      { period: '2026Q3', county: '墨砚区', type: 'firm', running: '1260', due: '640', able_alone: '212', alone: '208', joint: '396', work_due: '1260', work_done: '1244', instructors_due: '180', instructors_sent: '176' },
      { type: 'social', due: '120' },
      { type: 'ride-hailing', due: '4' },
    ],
    wild: [
      { period: '2026Q3', county: '墨砚区', type: 'firm', due: '640', alone: '208', joint: '396', work_due: '1260', work_done: '1244', instructors_due: '180', instructors_sent: '176' },
      { type: 'park', due: '210', instructors_due: null, instructors_sent: null },
      { type: 'social', due: '120' },
      { county: '漱玉区', type: 'lawyers', alone: '0', joint: '18' },
    ],
    wildExcluded: ['row.total', 'row.footer'],
    // A type nobody declared is not guessed.
    wildRejected: ['cell.notInList'],
    hopeless: { problem: 'file.columnMissing' },
  },
} satisfies TableFixture; // prettier-ignore
