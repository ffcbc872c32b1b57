/** 理论武装与整改: tests, training and two lists of items to put right, each under its header. */
import { csv } from '../../ingest/support';
import type { TableFixture } from './fixture';

const fixture: TableFixture = {
  ledger: 'theory-education',
  clean: csv(
    '期间,县(市、区),应测,已测,合格,干部应调训,干部已调训,整改到期应改,整改到期已改,整改逾期,巡视到期应销号,巡视到期已销号,巡视逾期,智慧党建应覆盖,智慧党建已覆盖',
    '2026年第三季度,松石县,1200,1188,1150,640,485,24,23,1,12,12,0,620,612',
    '2026年第三季度,云溪区,2100,2100,2055,820,610,31,31,0,8,7,1,900,900',
  ),
  wild: csv(
    '附件8,,,,,,,,,,,,',
    '示例市2026年第三季度理论武装和整改情况统计表,,,,,,,,,,,,',
    '填报单位（盖章）：示例市,,,,,填报人：,,单位：人、件,,填报时间：2026.10.8,,,',
    '序号,县区,应知应会测试,,,干部调训,,专项整治整改,,,巡视反馈问题,,',
    ',,应测人数,已测人数,合格人数,年度任务,已调训,到期应改,已改,逾期未改,到期应销号,已销号,逾期',
    '1,松石县,１２００人,1188人,1150人,640,485,24件,23件,1,12,12,无',
    '2,云溪区,2100,2100,2055,820,610,31,31,/,8,7,1',
    '3,青川县,约800,790,—,300,210,9,9,0,4,4,0',
    ',合计,4100,4078,3205,1760,1305,64,63,1,24,23,1',
    '说明：调训任务为全年数。,,,,,,,,,,,,',
  ),
  hopeless: csv('县(市、区),应测,已测', '松石县,1200,1188', '云溪区,2100,2100'),
  expect: {
    clean: [
      {
        county: '松石县',
        test_due: '1200',
        tested: '1188',
        passed: '1150',
        training_due: '640',
        trained: '485',
        rectify_overdue: '1',
      },
      { county: '云溪区', inspection_due: '8', inspection_closed: '7', inspection_overdue: '1', digital_due: '900' },
    ],
    wild: [
      {
        county: '松石县',
        test_due: '1200',
        tested: '1188',
        passed: '1150',
        training_due: '640',
        trained: '485',
        rectify_due: '24',
        rectified: '23',
        rectify_overdue: '1',
        inspection_due: '12',
        inspection_closed: '12',
        inspection_overdue: '0',
      },
      { county: '云溪区', rectify_overdue: null, inspection_overdue: '1' },
      { county: '青川县', test_due: '800', passed: null, rectify_due: '9' },
    ],
    wildExcluded: ['row.total', 'row.footer'],
    hopeless: { asks: ['period'] },
  },
};
export default fixture;
