/** 组织部门自身建设: a small table of its own, one county's sheet with its name above the header. */
import { csv } from '../../ingest/support';
import type { TableFixture } from './fixture';

const fixture: TableFixture = {
  ledger: 'own-building',
  clean: csv(
    '期间,县(市、区),督办到期事项,按期办结事项,使命清单到期事项,已完成事项,课题,讲堂,信息',
    '2026年上半年,松石县,32,31,18,18,3,6,41',
    '2026年上半年,云溪区,20,20,15,14,2,6,38',
  ),
  wild: csv(
    '附件12,,,,,,,,',
    '2026年上半年组织部门自身建设情况统计表,,,,,,,,',
    '填报单位（盖章）：示例市,,,,填报人：,单位：件,,填报时间：2026.7.8,',
    '序号,县区,督办事项,,使命清单,,课题（个）,讲堂（期）,信息（条）',
    ',,到期,按期办结,到期,已完成,,,',
    '1,松石县,32件,31件,18,18,３,6期,41条',
    '2,云溪区,20,20,15,14,无,/,—',
    ',合 计,52,51,33,32,3,6,41',
    '备注：课题、讲堂、信息只展示。,,,,,,,,',
  ),
  hopeless: csv('县(市、区),督办到期事项,按期办结事项', '松石县,32,31'),
  expect: {
    clean: [
      { county: '松石县', supervised_due: '32', supervised_on_time: '31', mission_due: '18', mission_done: '18', studies: '3' },
      { county: '云溪区', mission_done: '14', talks: '6', news: '38' },
    ],
    wild: [
      {
        county: '松石县',
        supervised_due: '32',
        supervised_on_time: '31',
        mission_due: '18',
        mission_done: '18',
        studies: '3',
        talks: '6',
        news: '41',
      },
      { county: '云溪区', studies: '0', talks: null, news: null },
    ],
    wildExcluded: ['row.total', 'row.footer'],
    hopeless: { asks: ['period'] },
  },
};
export default fixture;
