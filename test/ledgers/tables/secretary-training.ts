import type { TableFixture } from './fixture';

export default {
  ledger: 'secretary-training',
  clean: `期间,县(市、区),领域,书记应训数,书记已训数,县级以上班次(期)
2026年上半年,墨砚区,农村,86,52,3
2026年上半年,墨砚区,学校,19,19,1
`,
  wild: `附件11,,,,,
2026年上半年党组织书记轮训情况统计表,,,,,
填报单位（盖章）：,,单位：人,,填报时间：2026.7.4,
序号,县市区,支部类别,党组织书记,,县级以上轮训班（期）
,,,应训,已训,
1,墨砚区,村党支部,８６,52人,3期
2,墨砚区,公办医院,14,无,/
3,漱玉区,国企,22,—,1
,小计,,122,52,4
说明：已训数为本年累计。,,,,,
`,
  // Whose secretaries? Without a sector there is no telling which rows are one.
  hopeless: `县市区,书记应训数,书记已训数
墨砚区,86,52
`,
  expect: {
    clean: [
      { period: '2026H1', county: '墨砚区', sector: 'rural', due: '86', trained: '52', courses: '3' },
      { sector: 'school', due: '19', trained: '19' },
    ],
    wild: [
      { period: '2026H1', county: '墨砚区', sector: 'rural', due: '86', trained: '52', courses: '3' },
      { sector: 'institution', due: '14', trained: '0', courses: null },
      { county: '漱玉区', sector: 'state-firm', due: '22', trained: null, courses: '1' },
    ],
    wildExcluded: ['row.total', 'row.footer'],
    hopeless: { problem: 'file.columnMissing' },
  },
} satisfies TableFixture; // prettier-ignore
