/** 阵地与远程教育站点: one row a county and sector, with subtotals between. */
import { csv } from '../../ingest/support';
import type { TableFixture } from './fixture';

const fixture: TableFixture = {
  ledger: 'premises',
  clean: csv(
    '期间,县(市、区),领域,应有阵地数,达标数,三室两栏达标社区,改造数,投入(万元),站点数,畅通数',
    '2026年上半年,松石县,农村,210,204,,6,85.5,210,207',
    '2026年上半年,松石县,社区,28,26,25,3,120,28,28',
    '2026年上半年,云溪区,社区,75,75,74,0,0,75,74',
  ),
  wild: csv(
    '附件4,,,,,,,,',
    '2026年上半年阵地建设和远教站点情况统计表,,,,,,,,',
    '填报单位（盖章）：示例市,,,,填报人：,单位：个、万元,,填报时间：2026.7.6,',
    '序号,县（市、区）,所属领域,活动场所,,,,远程教育站点,',
    ',,,应有,达标,改造,投入资金（万元）,总数,运行正常',
    '1,松石县,行政村,210个,204个,6,85.5万元,210,207',
    '2,松石县,城市社区,28,26,3,１２０,28,28',
    ',松石县,小计,238,230,9,205.5,238,235',
    '3,云溪区,社区,75,75,/,—,75,74',
    ',合计,,313,305,9,205.5,313,309',
    '说明：投入为本年累计。,,,,,,,,',
  ),
  hopeless: csv('2026年上半年阵地建设情况,,,', '县市区,领域,应有阵地,达标', '松石县,农村,210,204'),
  expect: {
    clean: [
      { county: '松石县', sector: 'rural', places_due: '210', at_standard: '204', three_rooms: null, invested: '85.5' },
      { county: '松石县', sector: 'community', three_rooms: '25', rebuilt: '3', sites: '28', sites_working: '28' },
      { county: '云溪区', sector: 'community', rebuilt: '0', invested: '0', sites_working: '74' },
    ],
    wild: [
      { county: '松石县', sector: 'rural', places_due: '210', at_standard: '204', rebuilt: '6', invested: '85.5', sites: '210' },
      { county: '松石县', sector: 'community', invested: '120', sites_working: '28' },
      { county: '云溪区', sector: 'community', rebuilt: null, invested: null, sites: '75', sites_working: '74' },
    ],
    wildExcluded: ['row.total', 'row.total', 'row.footer'],
    // Nothing of the stations.
    hopeless: { problem: 'file.columnMissing' },
  },
};
export default fixture;
