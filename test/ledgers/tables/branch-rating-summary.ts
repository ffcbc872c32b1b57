import type { TableFixture } from './fixture';

export default {
  ledger: 'branch-rating-summary',
  clean: `期间,县(市、区),领域,支部总数,应评数,五星,四星,三星,二星,一星,不定级,升星数,降星数
2026年度,墨砚区,农村,86,84,9,21,37,11,4,2,13,6
2026年度,墨砚区,社区,31,31,3,8,14,4,1,1,5,2
2026年度,墨砚区,机关,44,43,5,12,20,4,2,0,6,3
`,
  wild: `附件2,,,,,,,,,,,
2026年度党支部星级评定汇总表,,,,,,,,,,,
填报单位（盖章）：墨砚区委组织部,,,,单位：个,,,填报时间：2027.1.6,,,,
序号,县市区,所属领域,党支部总数,应评支部数,评定结果,,,,,,其中：升星
,,,,,五星级,四星级,三星级,二星级,一星级,未定级,
1,墨砚区,农村党支部,８６个,84,9,21,37,11,4,2,13
2,墨砚区,城市社区,31,31,3,8,14,4,1,1,5
3,墨砚区,两新,27,25,/,5,12,5,3,无,—
,合计,,144,140,12,34,63,20,8,3,18
注：两新组织含非公企业和社会组织。,,,,,,,,,,,
`,
  hopeless: `县市区,领域,五星,四星,三星
墨砚区,农村,9,21,37
墨砚区,社区,3,8,14
`,
  expect: {
    clean: [
      { period: '2026', county: '墨砚区', sector: 'rural', branches: '86', due: '84', five_star: '9', four_star: '21', three_star: '37', two_star: '11', one_star: '4', no_star: '2', upgraded: '13', downgraded: '6' },
      { sector: 'community', due: '31', no_star: '1' },
      { sector: 'agency', due: '43', no_star: '0' },
    ],
    wild: [
      { period: '2026', county: '墨砚区', sector: 'rural', branches: '86', due: '84', five_star: '9', four_star: '21', three_star: '37', two_star: '11', one_star: '4', no_star: '2', upgraded: '13', downgraded: null },
      { sector: 'community', branches: '31', upgraded: '5' },
      { sector: 'two-new', due: '25', five_star: null, no_star: '0', upgraded: null },
    ],
    wildExcluded: ['row.total', 'row.footer'],
    hopeless: { problem: 'file.columnMissing' },
  },
} satisfies TableFixture; // prettier-ignore
