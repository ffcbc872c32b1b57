/** 村级集体经济: steps of income under one header, counted with 村 and 个. */
import { csv } from '../../ingest/support';
import type { TableFixture } from './fixture';

const fixture: TableFixture = {
  ledger: 'collective-economy',
  clean: csv(
    '期间,县(市、区),村总数,空壳村,薄弱村,年经营性收入5万元以上村数,年经营性收入10万元以上村数,年经营性收入50万元以上村数,本年消除,扶持项目村',
    '2026年上半年,松石县,210,3,18,189,120,15,6,9',
    '2026年上半年,云溪区,64,0,2,62,50,20,1,2',
  ),
  wild: csv(
    '附件５,,,,,,,,',
    '示例市2026年上半年村级集体经济发展情况统计表,,,,,,,,',
    '填报单位（盖章）：示例市,,,填报人：,,单位：个,,填报时间：2026年7月8日,',
    '序号,县区,行政村数,其中：,,年经营性收入,,,本年消除空壳薄弱村',
    ',,,空壳村,薄弱村,5万元以上,10万元以上,50万元以上,',
    '1,2,3,4,5,6,7,8,9',
    '1,松石县,210个,3,１８,189,120,15,6',
    '2,云溪区,64个,无,2,62,50,—,/',
    ',全　市,274,3,20,251,170,15,6',
    '注：空壳村与薄弱村不重复统计。,,,,,,,,',
  ),
  hopeless: csv('2026年上半年村级集体经济统计表,,', '县区,空壳村,薄弱村', '松石县,3,18'),
  expect: {
    clean: [
      {
        county: '松石县',
        village_total: '210',
        hollow: '3',
        weak: '18',
        income_five: '189',
        income_fifty: '15',
        eliminated: '6',
      },
      { county: '云溪区', village_total: '64', income_ten: '50', supported: '2' },
    ],
    wild: [
      {
        county: '松石县',
        village_total: '210',
        hollow: '3',
        weak: '18',
        income_five: '189',
        income_ten: '120',
        income_fifty: '15',
        eliminated: '6',
      },
      { county: '云溪区', village_total: '64', hollow: '0', weak: '2', income_fifty: null, eliminated: null },
    ],
    wildExcluded: ['row.columnNumbers', 'row.total', 'row.footer'],
    // Shares need the villages there are.
    hopeless: { problem: 'file.columnMissing' },
  },
};
export default fixture;
