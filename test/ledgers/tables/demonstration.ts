/** 示范创建与机关国企学校医院党建: what was named, and duties by kind of organisation. */
import { csv } from '../../ingest/support';
import type { TableFixture } from './fixture';

const fixture: TableFixture = {
  ledger: 'demonstration',
  clean: csv(
    '期间,县(市、区),乡镇(街道)数,整乡推进命名数,示范点数,红旗社区数,双带头人应配支部,双带头人已配,章程应修订医院,章程已写入医院,机关党建问题数,机关党建已整改,应换届支部,已换届支部',
    '2026年度,松石县,14,4,22,6,31,31,3,3,46,45,58,58',
    '2026年度,云溪区,9,3,30,15,64,62,5,5,60,60,110,109',
  ),
  wild: csv(
    '附件11,,,,,,,,,,',
    '示例市2026年度示范创建和各领域党建情况统计表,,,,,,,,,,',
    '填报单位（盖章）：示例市,,,,,填报人：,单位：个,,填报时间：2027.1.12,,',
    '序号,县市区,乡镇（街道）数,整乡推进,示范点,红旗社区,“双带头人”,,公立医院章程,,支部换届',
    ',,,命名数,,,应配备,已配备,应修订,已写入,应换届',
    '1,松石县,１４个,4个,22,6,31,31,3家,3家,58',
    '2,云溪区,9,3,30,15,64,62,/,—,110',
    ',合计,23,7,52,21,95,93,3,3,168',
    '说明：命名数为累计数。,,,,,,,,,,',
  ),
  hopeless: csv('2026年度示范创建情况统计表,,,', '县市区,乡镇（街道）数,整乡推进命名数,示范点数', ',,,', ',,,'),
  expect: {
    clean: [
      { county: '松石县', townships: '14', townships_named: '4', sites: '22', red_communities: '6', agency_issues: '46' },
      { county: '云溪区', double_due: '64', double_heads: '62', charters: '5', term_due: '110', terms_changed: '109' },
    ],
    wild: [
      {
        county: '松石县',
        townships: '14',
        townships_named: '4',
        sites: '22',
        red_communities: '6',
        double_due: '31',
        double_heads: '31',
        charter_due: '3',
        charters: '3',
        term_due: '58',
      },
      { county: '云溪区', charter_due: null, charters: null, term_due: '110' },
    ],
    wildExcluded: ['row.total', 'row.footer'],
    // Blank rows are no rows.
    hopeless: { problem: 'file.noRows' },
  },
};
export default fixture;
