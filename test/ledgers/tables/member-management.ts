/** 党员教育管理: merged headers under each kind of member, halves of the year. */
import { csv } from '../../ingest/support';
import type { TableFixture } from './fixture';

const fixture: TableFixture = {
  ledger: 'member-management',
  clean: csv(
    '期间,县(市、区),流动党员数,已建档,已持证,一年一评,失联党员数,已规范处置,国企退休应转入,已转入,在职党员应报到,已报到,应承诺事项,已兑现事项,应慰问,已慰问',
    '2026年上半年,松石县,320,318,310,160,4,4,56,55,1205,1198,2400,2310,86,86',
    '2026年上半年,云溪区,95,95,90,40,0,0,120,120,3310,3302,6200,6100,64,60',
  ),
  wild: csv(
    '附件3,,,,,,,,,,',
    '示例市2026年上半年党员教育管理情况统计表,,,,,,,,,,',
    '填报单位（盖章）：示例市,,,,填报人：,,单位：人,,填报时间：2026.7.8,,',
    '序号,县（市、区）,流动党员,,,失联党员,,国企退休党员组织关系转接,,在职党员到社区,',
    ',,流动党员数,已建档,持活动证,排查失联党员,规范处置,应接收,已接收,应报到,已报到',
    '1,松石县,３２０人,318人,310,4,4,56,55,"1,205","1,198"',
    '2,云溪区,95,95,—,无,/,120,120,3310,3302',
    ',合　计,415,413,310,4,4,176,175,4515,4500',
    '说明：流动党员数为期末数。,,,,,,,,,,',
  ),
  hopeless: csv('县(市、区),流动党员数,已建档', '松石县,320,318'),
  expect: {
    clean: [
      { county: '松石县', floating: '320', floating_reviewed: '160', retired_due: '56', retired_moved: '55', visited: '86' },
      { county: '云溪区', lost: '0', lost_settled: '0', report_due: '3310', promises_kept: '6100', visit_due: '64' },
    ],
    wild: [
      {
        county: '松石县',
        floating: '320',
        floating_filed: '318',
        floating_certified: '310',
        lost: '4',
        lost_settled: '4',
        retired_due: '56',
        retired_moved: '55',
        report_due: '1205',
        reported_in: '1198',
        visited: null,
      },
      { county: '云溪区', floating: '95', floating_certified: null, lost: '0', lost_settled: null, reported_in: '3302' },
    ],
    wildExcluded: ['row.total', 'row.footer'],
    // Of which half-year it is, nothing says.
    hopeless: { asks: ['period'] },
  },
};
export default fixture;
