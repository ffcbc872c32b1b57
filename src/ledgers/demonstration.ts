/** 示范创建与机关国企学校医院党建: what was named as an example, and duties in agencies, firms, schools and hospitals. */
import type { LedgerDef } from '../model/ledger';
import { PERIOD, county, noted } from './columns';
import { duty } from './duties';
import { assembled, counted, under } from './pairs';

const WHOLE = '整乡推进|整乡推进、整县提升|示范乡镇|“整乡推进”|整乡推进示范乡镇';
const DOUBLE = '双带头人|“双带头人”|教师党支部书记双带头人|双带头人支部书记|教师党支部双带头人';
const CHARTER = '医院章程|章程修订|公立医院章程|党建写入章程|公立医院党建入章程';
const AGENCY = '机关党建|机关党建问题|机关党建问题整改|机关党建整改';
const TERM = '换届|支部换届|党支部换届|按期换届|党组织换届|党支部按期换届';

// prettier-ignore
const duties = assembled([
  duty('named_share', '整乡推进命名率', 'Townships named as examples',
    counted('townships', '乡镇(街道)数', 'Townships', '个', 's', ['乡镇数|乡镇街道数|乡镇(街道)总数|乡镇总数|乡镇|乡镇(街道)|镇街数|镇(街道)数|乡镇(街道)个数', ...under(WHOLE, '乡镇(街道)数|乡镇数')]),
    counted('townships_named', '整乡推进命名数', 'Townships named as examples', '个', 's', ['整乡推进命名乡镇|整乡推进命名乡镇数|命名数|整乡推进示范命名数|命名乡镇数', ...under(WHOLE, '命名|命名数|已命名|命名乡镇数|命名乡镇(街道)')], noted('已命名的整乡推进乡镇(街道)累计数', 'All townships named so far'))),
  duty('double_heads', '双带头人配备率', 'Branches led by a double head',
    counted('double_due', '双带头人应配支部', 'Branches that need a double head', '个', 's', ['应配|应配备|应配双带头人支部|双带头人应配', ...under(DOUBLE, '应配支部|应配|应配备|应配备支部|应配数')]),
    counted('double_heads', '双带头人已配', 'Branches led by a double head', '个', 's', ['已配|已配备|已配双带头人支部|双带头人已配支部', ...under(DOUBLE, '已配|已配备|已配支部|已配备支部|已配数')])),
  duty('charters', '医院章程修订率', 'Hospitals with party work in their charter',
    counted('charter_due', '章程应修订医院', 'Hospitals that must amend their charter', '家', 's', ['应修订|应写入|应修订章程医院|应修订章程公立医院|章程应修订公立医院', ...under(CHARTER, '应修订|应修订医院|应写入|应修订数')]),
    counted('charters', '章程已写入医院', 'Hospitals with party work in their charter', '家', 's', ['已修订|已写入|已修订章程医院|章程已修订医院|已写入章程医院|章程已写入公立医院', ...under(CHARTER, '已修订|已写入|已写入医院|已修订医院|已修订数')])),
  duty('agency_fixed', '机关党建问题整改率', 'Issues of agencies put right',
    counted('agency_issues', '机关党建问题数', 'Issues of agencies', '个', 'y', ['机关党建问题|机关党建发现问题数', ...under(AGENCY, '问题数|问题|发现问题|发现问题数|应整改')]),
    counted('agency_fixed', '机关党建已整改', 'Issues of agencies put right', '个', 'y', ['已整改|机关党建已整改问题|机关党建问题已整改', ...under(AGENCY, '已整改|整改到位|已完成整改|已整改数')])),
  duty('terms_changed', '支部按期换届率', 'Branches that changed their committee in time',
    counted('term_due', '应换届支部', 'Branches whose term is over', '个', 'y', ['应换届党支部|应换届|到期应换届支部', ...under(TERM, '应换届|应换届支部|应换届数|到期')]),
    counted('terms_changed', '已换届支部', 'Branches that changed their committee', '个', 'y', ['已换届党支部|已换届|按期换届支部', ...under(TERM, '已换届|已换届支部|已换届数|按期换届')])),
]);

export const demonstration: LedgerDef = {
  id: 'demonstration',
  name: { zh: '示范创建与机关国企学校医院党建', en: 'Examples, and agencies, firms, schools and hospitals' },
  // prettier-ignore
  names: ['示范创建', '示范创建情况', '党建示范创建', '机关国企学校医院党建', '整乡推进', '示范点创建', '机关、国企、学校、医院党建', '各领域党建'],
  frequency: 'Y',
  rowPer: 'unit',
  // prettier-ignore
  columns: [
    PERIOD,
    county(),
    ...duties.columns.slice(0, 2),
    counted('sites', '示范点数', 'Example sites', '个', 's', ['示范点|党建示范点|党建示范点数|示范点个数|命名示范点', ...under('示范创建', '示范点|示范点数')]),
    counted('red_communities', '红旗社区数', 'Red-flag communities', '个', 's', ['红旗社区|“红旗社区”数|红旗社区个数|命名红旗社区', ...under('示范创建', '红旗社区|红旗社区数')]),
    ...duties.columns.slice(2),
  ],
  key: ['county'],
  deadlineDays: 20,
  // prettier-ignore
  example: {
    period: '2026年度', county: '示例县', townships: '14', townships_named: '4', sites: '22', red_communities: '6', double_due: '31', double_heads: '31',
    charter_due: '3', charters: '3', agency_issues: '46', agency_fixed: '45', term_due: '58', terms_changed: '58',
  },
  checks: duties.checks,
  measures: duties.measures,
};
