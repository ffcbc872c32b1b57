/** 干部工作: aggregates under their topics; a list of single cadres is none of it. */
import { csv } from '../../ingest/support';
import type { TableFixture } from './fixture';

const fixture: TableFixture = {
  ledger: 'cadre-work',
  clean: csv(
    '期间,县(市、区),应报告人数,随机抽查人数,凡提人数,四必齐全人数,平时考核应考单位,平时考核已考单位,专项考核项目应完成,专项考核项目已完成,应配班子,达标班子,年轻干部应配班子,年轻干部已配班子,三类干部应配班子,三类干部达标班子,审计应谈话,审计已谈话,一报告两评议应开展单位,一报告两评议已开展单位,公务员平时考核应考,公务员平时考核已考,应审档案(卷),已审档案(卷),老干部政策应落实,老干部政策已落实,老干部支部数,老干部规范化支部数,文件会议数,文件会议上年同期,交流轮岗人次,挂职人次',
    '2026年上半年,松石县,480,52,36,36,64,64,4,4,64,60,64,55,64,58,6,6,40,40,1850,1846,2200,1210,12,12,18,17,210,236,24,9',
    '2026年上半年,云溪区,,0,20,20,50,49,3,3,50,48,50,44,50,47,2,2,30,30,1500,1500,1800,900,9,9,12,12,180,0,15,4',
  ),
  wild: csv(
    '附件10,,,,,,,,,,,',
    '示例市2026年上半年干部工作情况统计表,,,,,,,,,,,',
    '填报单位（盖章）：示例市,,,,,填报人：,单位：人、个,,填报时间：2026.7.8,,,',
    '序号,县（市、区）,个人有关事项,,凡提四必,,班子配备,,干部档案专项审核,,文件会议,',
    ',,应报告,随机抽查,凡提人数,四必齐全人数,应配,达标,应审（卷）,已审（卷）,本年,上年同期',
    '1,松石县,480人,52人,36,36,64个,60个,２２００卷,1210卷,210,236',
    '2,云溪区,/,—,20,20,50,48,1800,900,180,0',
    ',全　市,480,52,56,56,114,108,4000,2110,390,236',
    '说明：文件会议为本年累计。,,,,,,,,,,,',
  ),
  hopeless: csv('2026年上半年干部情况,,,', '序号,县市区,现任职级,任现职年限', '1,松石县,一级主任科员,3', '2,云溪区,四级调研员,5'),
  expect: {
    clean: [
      {
        county: '松石县',
        reports_due: '480',
        random_checks: '52',
        three_kinds_due: '64',
        three_kinds: '58',
        files_checked: '1210',
      },
      {
        county: '云溪区',
        reports_due: null,
        random_checks: '0',
        papers: '180',
        papers_before: '0',
        rotated: '15',
        seconded: '4',
      },
    ],
    wild: [
      {
        county: '松石县',
        reports_due: '480',
        random_checks: '52',
        promotions: '36',
        four_musts: '36',
        teams_due: '64',
        teams_at_standard: '60',
        files_due: '2200',
        files_checked: '1210',
        papers: '210',
        papers_before: '236',
      },
      { county: '云溪区', reports_due: null, random_checks: null, teams_due: '50', papers_before: '0' },
    ],
    wildExcluded: ['row.total', 'row.footer'],
    // A list of single cadres: no ledger has such rows.
    hopeless: { asks: ['map'] },
  },
};
export default fixture;
