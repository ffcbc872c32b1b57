/** 收表登记: the analysts' own register, quarters and half-years side by side. */
import { csv } from '../../ingest/support';
import type { TableFixture } from './fixture';

const fixture: TableFixture = {
  ledger: 'receipts',
  clean: csv(
    '期间,县(市、区),台账,收到日期,退回次数,退回原因',
    '2026年第三季度,松石县,人才引进统计表,2026-10-08,1,合计与分项不符',
    '2026年上半年,云溪区,组织部门自身建设,2026-07-12,0,',
  ),
  wild: csv(
    '示例市组织部收表登记表,,,,,',
    '登记时间：2026.10.20,,,,,',
    '序号,填报期,报送单位,报表名称,报送时间,退回次数（次）',
    '1,2026年三季度,松石县,人才引进统计表,2026.10.8,１次',
    '2,2026年三季度,云溪区,人才引进统计表,2026年10月12日,无',
    '3,2026年上半年,青川县,组织部门自身建设,—,/',
    '注：以盖章件为准。,,,,,',
  ),
  hopeless: csv('县(市、区),台账,收到日期', '松石县,人才引进统计表,2026-10-08'),
  expect: {
    clean: [
      { period: '2026Q3', county: '松石县', ledger: '人才引进统计表', received_on: '2026-10-08', returned: '1' },
      { period: '2026H1', county: '云溪区', ledger: '组织部门自身建设', returned: '0', return_reason: null },
    ],
    wild: [
      { period: '2026Q3', county: '松石县', received_on: '2026-10-08', returned: '1' },
      { period: '2026Q3', county: '云溪区', received_on: '2026-10-12', returned: '0' },
      { period: '2026H1', county: '青川县', received_on: null, returned: null },
    ],
    wildExcluded: ['row.footer'],
    hopeless: { asks: ['period'] },
  },
};
export default fixture;
