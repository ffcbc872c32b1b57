import type { TableFixture } from './fixture';

export default {
  ledger: 'rectification',
  clean: `期间,县(市、区),乡镇(街道),党组织名称,领域,情形类别,主要表现,认定时间,包联县级领导(职务),包村(社区)乡镇(街道)领导(职务),第一书记派出单位,结对单位,整顿措施,应解决问题数,已解决问题数,整顿时限,验收时间,验收得分,满意率,整顿结果,是否销号,销号时间,应回头看时间,回头看时间,回头看结论,应补课,已补课,是否市级抽查发现,首次销号时间,再次列入,备注
2026年第三季度,墨砚区,临渚街道,苇湾村党支部,农村,班子运转不畅,村务公开不及时,2025-03-10,区委常委,街道党工委副书记,区水务局,区水务局机关党支部,健全议事制度,5,5,2025-12-31,2025-12-05,92,95.3%,已转化,是,2025-12-12,2026-06-12,2026-06-08,巩固,否,否,否,,否,
2026年第三季度,墨砚区,临渚街道,鹭洲社区党支部,社区,,组织生活不经常,2026-04-02,区人大常委会副主任,街道人大工委主任,,,,3,1,2026-12-31,,,,整顿中,否,,,,,,,,,,
`,
  wild: `附件3,,,,,,,,,,,,,,
全市软弱涣散基层党组织整顿台账（2026年三季度）,,,,,,,,,,,,,,
填报单位（盖章）：,,,,,,填报时间：2026年10月8日,,,,,,,,
序号,县区,所属乡镇,软弱涣散党组织名称,确定时间,四个一,,,,问题整改,,整改时限,转化情况,销号,销号日期
,,,,,县级领导,乡镇领导,第一书记派出单位,结对单位,应解决问题,已解决问题,,,,
1,墨砚区,临渚街道,苇湾村党支部,2025.3.10,区委常委,党工委副书记,区水务局,水务局机关支部,５,5个,2025年12月31日,完成转化,√,2025/12/12
2,墨砚区,临渚街道,鹭洲社区党支部,46114,区人大副主任,人大工委主任,/,—,3,１,2026.12.31,正在整顿,×,
3,漱玉区,长堤镇,长堤村党支部,2026年4月,县委常委,镇长,区财政局,财政局机关支部,4,无,2026-09-30,整改中,未销号,/
,全　市,,3个,,,,,,12,6,,,,
4,漱玉区,长堤镇,柳汀村党支部,今年春天,县委常委,镇长,区财政局,财政局机关支部,4,2,2026-09-30,整改中,否,
说明：未销号的不填销号日期。,,,,,,,,,,,,,,
`,
  // 销号时间 may be blank in a row; a table without it can't say what was closed in time.
  hopeless: `县市区,党组织名称,认定时间,整顿时限,整顿结果,是否销号
墨砚区,苇湾村党支部,2025-03-10,2025-12-31,已转化,是
`,
  expect: {
    clean: [
      { period: '2026Q3', county: '墨砚区', organisation: '苇湾村党支部', sector: 'rural', identified_on: '2025-03-10', problems_due: '5', problems_solved: '5', deadline: '2025-12-31', accepted_on: '2025-12-05', acceptance_score: '92', satisfaction: '0.953', result: 'converted', closed: 'true', closed_on: '2025-12-12', look_back_due_on: '2026-06-12', look_back_on: '2026-06-08', look_back_result: 'consolidated', make_up_due: 'false', found_by_city: 'false', first_closed_on: null, relisted: 'false', remarks: null },
      { organisation: '鹭洲社区党支部', first_secretary_from: null, result: 'ongoing', closed: 'false', closed_on: null },
    ],
    wild: [
      { period: '2026Q3', county: '墨砚区', township: '临渚街道', organisation: '苇湾村党支部', identified_on: '2025-03-10', county_leader: '区委常委', township_leader: '党工委副书记', first_secretary_from: '区水务局', paired_with: '水务局机关支部', problems_due: '5', problems_solved: '5', deadline: '2025-12-31', result: 'converted', closed: 'true', closed_on: '2025-12-12' },
      { organisation: '鹭洲社区党支部', identified_on: '2026-04-02', first_secretary_from: null, paired_with: null, problems_solved: '1', result: 'ongoing', closed: 'false', closed_on: null },
      { county: '漱玉区', identified_on: '2026-04-01', problems_solved: '0', closed: 'false', closed_on: null },
    ],
    wildExcluded: ['row.total', 'row.footer'],
    wildRejected: ['cell.unreadable'],
    hopeless: { problem: 'file.columnMissing' },
  },
} satisfies TableFixture; // prettier-ignore
