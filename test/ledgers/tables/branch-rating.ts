import type { TableFixture } from './fixture';

export default {
  ledger: 'branch-rating',
  clean: `期间,县(市、区),乡镇(街道),党支部名称,支部代码,领域,是否应评,未参评原因,申报星级,基础项得分,加分项得分,减分项得分,评议项得分,总分,审定星级,上年星级,满意率,一票否决,是否抽查,市级复核得分,市级复核星级
2026年度,墨砚区,临渚街道,苇湾村党支部,990101000012,农村,是,,四星,82,6,1,,87,四星,三星,96.5%,否,是,86.5,四星
2026年度,墨砚区,临渚街道,苇湾社区第一党支部,990101000013,社区,是,,三星,80,0,0,,80,三星,三星,91%,否,否,,
2026年度,墨砚区,,区档案馆党支部,990101000014,机关,否,成立不足半年,,61,,,,61,,,,否,否,,
`,
  wild: `附件1,,,,,,,,,,,
2026年第三季度党支部星级评定情况表,,,,,,,,,,,
填报单位（盖章）：,,,,单位：分,,,,填报时间：2026.10.8,,,
序号,县市区,所属镇街,支部名称,领域,得分情况,,,评定结果,,是否 抽查,市级复核星级
,,,,,基础分,加分,总得分,星级,上年度星级,,
1,墨砚区,临渚街道,苇湾村党支部,村,８２,6分,88,★★★★,三星级,√,4星
2,墨砚区,临渚街道,苇湾社区第一党支部,城市社区,80,/,80.0,３星,未定级,×,
3,漱玉区,长堤镇,长堤镇机关党支部,机关单位,约75,—,75,不定级,一星,否,
,合　计,,,,,,,,,,
说明：减分项另附。,,,,,,,,,,,
填报人：,,,,审核人：,,,,,,,
`,
  hopeless: `县市区,支部名称,得分
墨砚区,苇湾村党支部,87
漱玉区,长堤镇机关党支部,75
`,
  expect: {
    clean: [
      { period: '2026', county: '墨砚区', township: '临渚街道', branch: '苇湾村党支部', branch_code: '990101000012', sector: 'rural', due: 'true', declared_star: '4', base_score: '82', bonus_score: '6', deduction_score: '1', total_score: '87', final_star: '4', last_star: '3', satisfaction: '0.965', veto: 'false', spot_checked: 'true', review_score: '86.5', review_star: '4' },
      { branch: '苇湾社区第一党支部', sector: 'community', satisfaction: '0.91', review_score: null, review_star: null },
      // Not rated: its stars are blank, and that is no fault of the row.
      { branch: '区档案馆党支部', township: null, sector: 'agency', due: 'false', not_rated_because: '成立不足半年', final_star: null },
    ],
    wild: [
      { period: '2026Q3', county: '墨砚区', township: '临渚街道', branch: '苇湾村党支部', sector: 'rural', base_score: '82', bonus_score: '6', total_score: '88', final_star: '4', last_star: '3', spot_checked: 'true', review_star: '4' },
      { branch: '苇湾社区第一党支部', sector: 'community', bonus_score: null, total_score: '80', final_star: '3', last_star: '0', spot_checked: 'false', review_star: null },
      { county: '漱玉区', sector: 'agency', base_score: '75', bonus_score: null, final_star: '0', last_star: '1' },
    ],
    wildExcluded: ['row.total', 'row.footer', 'row.footer'],
    hopeless: { problem: 'file.columnMissing' },
  },
} satisfies TableFixture; // prettier-ignore
