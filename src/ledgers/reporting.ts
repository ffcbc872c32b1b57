/**
 * 报送情况: what the app itself knows of when tables came. No county reports it and it has no table in the engine: its
 * rows are the returns asked of a unit in a period, made from the journal.
 */
import type { LedgerDef } from '../model/ledger';
import { col, count, eq, isIn, lit, sum } from '../model/measure';

export const reporting: LedgerDef = {
  id: 'reporting',
  name: { zh: '报送情况', en: 'Reporting' },
  frequency: 'any',
  given: true,
  rowPer: 'receipt',
  columns: [
    { id: 'ledger', name: { zh: '台账', en: 'Ledger' }, type: 'text' },
    { id: 'period', name: { zh: '期间', en: 'Period' }, type: 'period' },
    { id: 'deadline', name: { zh: '报送截止', en: 'Deadline' }, type: 'date', until: true },
    { id: 'received', name: { zh: '收到日期', en: 'Received' }, type: 'date' },
    {
      id: 'state',
      name: { zh: '报送状态', en: 'State' },
      type: 'list',
      values: [
        { id: 'onTime', name: { zh: '按时', en: 'In time' } },
        { id: 'late', name: { zh: '迟报', en: 'Late' } },
        { id: 'missing', name: { zh: '未报', en: 'Not there' } },
        { id: 'awaited', name: { zh: '未到期', en: 'Not due yet' } },
        { id: 'undated', name: { zh: '收到日期不详', en: 'Day not known' } },
      ],
    },
    { id: 'returned', name: { zh: '退回次数', en: 'Times sent back' }, type: 'integer', unit: '次' },
  ],
  key: [],
  deadlineDays: 0,
  example: {},
  checks: [],
  measures: [
    {
      id: 'on_time',
      name: { zh: '按时报送率', en: 'Reported in time' },
      unit: 'share',
      numerator: count(eq(col('state'), lit('onTime'))),
      denominator: count(isIn(col('state'), ['onTime', 'late', 'missing'])),
      better: 'higher',
      scored: true,
      definition: {
        zh: '按期收到的报表 ÷ 已到期应报的报表；退回后重报的按重报日期，收到日期不详的不计',
        en: 'Tables received by their deadline ÷ tables due; one sent back counts by the day it came again, one of unknown day not at all',
      },
    },
    {
      id: 'returned',
      name: { zh: '退回次数', en: 'Times sent back' },
      unit: 'count',
      numerator: sum('returned'),
      better: 'neither',
      scored: false,
      definition: { zh: '本期报表被退回的次数', en: 'How often tables of the period were sent back' },
    },
  ],
};
