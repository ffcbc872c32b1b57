/** 述职评议结果: votes under the poll, grades as words; it comes in spring and is of the year before. */
import { csv } from '../../ingest/support';
import type { TableFixture } from './fixture';

const fixture: TableFixture = {
  ledger: 'appraisal',
  clean: csv(
    '期间,县(市、区),应述职数,已述职数,日常考核得分,好票,较好票,一般票,差票,领导评价,综合得分,等次',
    '2025年度,松石县,24,24,91.5,62,15,3,0,92,91.8,好',
    '2025年度,云溪区,30,29,86,40,30,8,2,85,85.4,较好',
  ),
  wild: csv(
    '附件1,,,,,,,,',
    '示例市2025年度书记抓基层党建述职评议结果汇总表,,,,,,,,',
    '填报单位（盖章）：示例市委组织部,,,填报人：,,单位：票、分,,,',
    '序号,县（市、区）,民主测评得票,,,,日常考核成绩,综合评价得分,综合评价等次',
    ',,好,较好,一般,差,,,',
    '1,松石县,６２票,15票,3,0,91.5分,91.8,“好”等次',
    '2,云溪区,40,30,8,2,86,85.4,较好',
    '3,青川县,30,30,15,—,/,79,一般等次',
    ',合计,132,75,26,2,,,',
    '注：票数不公开。,,,,,,,,',
  ),
  hopeless: csv('2025年度述职评议结果,,,', '县市区,好票,较好票,备注', '松石县,62,15,'),
  expect: {
    clean: [
      {
        county: '松石县',
        report_due: '24',
        reported: '24',
        daily_mark: '91.5',
        votes_good: '62',
        votes_poor: '0',
        grade: 'good',
      },
      { county: '云溪区', votes_fair: '30', votes_average: '8', leader_mark: '85', total_mark: '85.4', grade: 'fair' },
    ],
    wild: [
      {
        county: '松石县',
        votes_good: '62',
        votes_fair: '15',
        votes_average: '3',
        votes_poor: '0',
        daily_mark: '91.5',
        total_mark: '91.8',
        grade: 'good',
      },
      { county: '云溪区', votes_good: '40', grade: 'fair' },
      { county: '青川县', votes_poor: null, daily_mark: null, grade: 'average' },
    ],
    wildExcluded: ['row.total', 'row.footer'],
    hopeless: { problem: 'file.columnMissing' },
  },
};
export default fixture;
