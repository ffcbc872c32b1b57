import type { TableFixture } from './fixture';

export default {
  ledger: 'village-heads',
  clean: `期间,县(市、区),村总数,村一肩挑数,社区总数,社区一肩挑数,书记空缺数,60岁以上书记,应备案,已备案,应建档,已建档,储备后备人才,有后备村数,报酬按时足额村数,养老医疗补助村数,应换届村(社区)数,已换届数,应排查村(社区)数,已排查数,发现问题数,已化解数
2026年第三季度,枕霞县,186,171,24,22,2,5,208,208,208,205,402,183,186,186,0,0,210,210,6,5
2026年第三季度,聆松县,160,120,18,12,4,9,174,170,174,160,290,150,158,160,0,0,178,178,3,3
`,
  wild: `附件10,,,,,,,,,
村（社区）带头人队伍情况统计表,,,,,,,,,
填报单位（盖章）：,,,单位：个,,2026年第三季度,,填报时间：2026.10.8,,
序号,县（市、区）,行政村,,城市社区,,书记空缺,县级备案,,有后备力量村数
,,总数,“一肩挑”村,社区总数,“一肩挑”社区,,应备案,已备案,
1,枕霞县,１８６,171个,24,22,2,208,208,183
2,聆松县,160,120,18,12,4,174,170,150
3,璇玑经开区,/,不涉及,9,7,无,9,9,/
,合计,346,291,51,41,6,391,387,333
注：经开区无行政村。,,,,,,,,,
`,
  hopeless: `县市区,书记空缺数,应备案,已备案,应建档,已建档
枕霞县,2,208,208,208,205
`,
  expect: {
    clean: [
      { period: '2026Q3', county: '枕霞县', villages: '186', villages_combined: '171', communities: '24', communities_combined: '22', vacant: '2', secretaries_over_sixty: '5', filing_due: '208', filed: '208', archive_due: '208', archived: '205', reserve: '402', villages_with_reserve: '183', villages_paid: '186', villages_insured: '186', term_due: '0', term_changed: '0', term_check_due: '210', term_checked: '210', term_problems: '6', term_solved: '5' },
      { county: '聆松县', villages_combined: '120' },
    ],
    wild: [
      { period: '2026Q3', county: '枕霞县', villages: '186', villages_combined: '171', communities: '24', communities_combined: '22', vacant: '2', filing_due: '208', filed: '208', villages_with_reserve: '183' },
      { county: '聆松县', filed: '170' },
      { county: '璇玑经开区', villages: null, villages_combined: null, vacant: '0', villages_with_reserve: null },
    ],
    wildExcluded: ['row.total', 'row.footer'],
    hopeless: { asks: ['map'] },
  },
} satisfies TableFixture; // prettier-ignore
