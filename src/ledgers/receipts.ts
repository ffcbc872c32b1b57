/** 收表登记: the analysts' own register of when tables came and how often they were sent back; timeliness is computed from it. */
import type { LedgerDef } from '../model/ledger';
import { PERIOD, REQUIRED, county, date, noted, tally, text } from './columns';

export const receipts: LedgerDef = {
  id: 'receipts',
  name: { zh: '收表登记', en: 'Register of tables received' },
  names: ['收表登记表', '报送登记', '收表台账', '报送登记表', '报表接收登记', '收文登记', '收表情况', '报送情况登记', '报送台账'],
  frequency: 'any',
  given: true,
  rowPer: 'receipt',
  // prettier-ignore
  columns: [
    PERIOD,
    county('单位', '单位名称', '报表单位'),
    text('ledger', '台账', 'Ledger', ['台账名称', '报表', '报表名称', '表名', '表格名称', '报送表', '报送材料', '材料名称', '报送内容'], noted('台账的名称，如“人才引进统计表”', 'The ledger’s name as on the data screen', REQUIRED)),
    date('received_on', '收到日期', 'Received on', ['收到时间', '收表日期', '收表时间', '报送日期', '报送时间', '上报时间', '上报日期', '接收日期', '接收时间', '实际报送时间']),
    tally('returned', '退回次数', 'Times sent back', '次', 's', ['退回', '退表次数', '退回修改次数', '返回次数', '退改次数']),
    text('return_reason', '退回原因', 'Why it was sent back', ['退表原因', '退回理由', '退回说明', '退改原因', '退回修改原因']),
  ],
  key: ['county', 'ledger'],
  deadlineDays: 0,
  // prettier-ignore
  example: {
    period: '2026年第三季度', county: '示例县', ledger: '人才引进统计表', received_on: '2026-10-08', returned: '1', return_reason: '合计与分项不符',
  },
  checks: [],
  measures: [],
};
