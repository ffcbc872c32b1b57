/** 基层党建经费保障: amounts under each fund, and a table in 元. */
import { csv } from '../../ingest/support';
import type { TableFixture } from './fixture';

const fixture: TableFixture = {
  ledger: 'funding',
  clean: csv(
    '期间,县(市、区),村数,两项经费均达标村数,党建工作经费应拨(万元),党建工作经费到位(万元),村级运转经费应拨(万元),村级运转经费到位(万元),服务群众专项经费应拨(万元),服务群众专项经费到位(万元),社区经费应列预算社区,已列预算社区',
    '2026年上半年,松石县,210,198,420,415.5,1050,1038,630,602.25,28,28',
    '2026年上半年,云溪区,64,64,128,128,320,320,192,192,75,74',
  ),
  wild: csv(
    '附件6,,,,,,,,',
    '示例市2026年上半年基层党建经费保障情况表,,,,,,,,',
    '填报单位（盖章）：示例市,,,,填报人：,,单位：元,,填报时间：2026.7.10',
    '序号,县市区,行政村数,两项经费达标村,党建工作经费,,村级组织运转经费,,社区经费',
    ',,,,应拨付,已拨付,应拨付,实际到位,应列入预算社区',
    '1,松石县,210,198,"4,200,000",4155000,"10,500,000",10380000,28',
    '2,云溪区,６４,64,1280000,1280000,3200000,—,/',
    ',合计,274,262,5480000,5435000,13700000,10380000,28',
    '填表人：,,,审核人：,,,,,',
  ),
  hopeless: csv('2026年上半年基层党建经费保障情况表,,', '县市区,行政村数,两项经费达标村'),
  expect: {
    clean: [
      { county: '松石县', village_total: '210', villages_at_standard: '198', work_paid: '415.5', service_paid: '602.25' },
      { county: '云溪区', running_due: '320', running_paid: '320', community_due: '75', community_budgeted: '74' },
    ],
    wild: [
      {
        county: '松石县',
        village_total: '210',
        work_due: '420',
        work_paid: '415.5',
        running_due: '1050',
        running_paid: '1038',
        community_due: '28',
      },
      { county: '云溪区', village_total: '64', work_due: '128', running_paid: null, community_due: null },
    ],
    wildExcluded: ['row.total', 'row.footer'],
    // A form that nobody filled in.
    hopeless: { problem: 'file.noRows' },
  },
};
export default fixture;
