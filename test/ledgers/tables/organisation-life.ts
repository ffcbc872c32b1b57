/** 组织生活: due and held under each kind of meeting, by sector. */
import { csv } from '../../ingest/support';
import type { TableFixture } from './fixture';

const fixture: TableFixture = {
  ledger: 'organisation-life',
  clean: csv(
    '期间,县(市、区),领域,支部总数,主题党日应开展(支部·月),已开展,党课应开展,党课已开展,三会一课规范支部数,组织生活会应开,组织生活会已开,民主评议应开展支部,民主评议已开展支部,班子民主生活会应开,班子民主生活会已开,双重组织生活应参加人数,已参加人数',
    '2026年第三季度,松石县,农村,420,3780,3756,1260,1248,411,420,420,420,418,16,16,86,86',
    '2026年第三季度,松石县,社区,60,540,540,180,180,60,60,60,60,60,0,0,20,19',
  ),
  wild: csv(
    '附件9,,,,,,,,,,',
    '示例市2026年三季度组织生活开展情况统计表,,,,,,,,,,',
    '填报单位（盖章）：示例市,,,,,填报人：,单位：个,,填报时间：2026.10.8,,',
    '序号,县市区,领域类别,支部总数,主题党日,,党课,,三会一课,组织生活会,',
    ',,,,应开展（支部·月）,已开展（支部·月）,应讲,已讲,规范支部数,应召开,已召开',
    '1,松石县,行政村,420,"3,780","3,756",1260,1248,411个,420,420',
    '2,松石县,城市社区,６０,540,540,180次,180次,60,60,60',
    ',,小计,480,4320,4296,1440,1428,471,480,480',
    '3,云溪区,机关,150,1350,1340,450,/,148,150,—',
    '4,云溪区,不清楚,10,90,90,30,30,10,10,10',
    ',合计,,640,5760,5726,1920,1458,629,640,490',
    '注：主题党日自1月起累计。,,,,,,,,,,',
  ),
  hopeless: csv('2026年第三季度组织生活开展情况,,,', '县市区,支部总数,主题党日应开展,已开展', '松石县,480,4320,4296'),
  expect: {
    clean: [
      {
        county: '松石县',
        sector: 'rural',
        branches: '420',
        theme_due: '3780',
        theme_days: '3756',
        three_meetings: '411',
        reviews: '418',
      },
      { county: '松石县', sector: 'community', leaders_due: '0', leaders_meetings: '0', double_due: '20', double_life: '19' },
    ],
    wild: [
      {
        county: '松石县',
        sector: 'rural',
        branches: '420',
        theme_due: '3780',
        theme_days: '3756',
        lecture_due: '1260',
        lectures: '1248',
        three_meetings: '411',
        life_due: '420',
        life_meetings: '420',
      },
      { county: '松石县', sector: 'community', branches: '60', lecture_due: '180' },
      { county: '云溪区', sector: 'agency', lectures: null, life_meetings: null },
    ],
    wildExcluded: ['row.total', 'row.total', 'row.footer'],
    // 不清楚 is no sector.
    wildRejected: ['cell.notInList'],
    // Of which sector, nothing says.
    hopeless: { problem: 'file.columnMissing' },
  },
};
export default fixture;
