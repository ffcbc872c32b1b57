/** 表彰奖励: one row an honour, levels in many words, one piece of work honoured twice. */
import { csv } from '../../ingest/support';
import type { TableFixture } from './fixture';

const fixture: TableFixture = {
  ledger: 'honours',
  clean: csv(
    '期间,县(市、区),荣誉名称,授予层级,授予单位,授予时间,文号,对应工作',
    '2026年度,松石县,基层党建工作先进集体,省,省委组织部,2026-06-28,组发〔2026〕12号,城市基层党建',
    '2026年度,松石县,党建创新案例,市,市委组织部,2026-03-10,,城市基层党建',
    '2026年度,云溪区,人才工作先进县,国家,国家有关部门,2026-11-02,,',
  ),
  wild: csv(
    '附件13,,,,,,,,',
    '示例市2026年度受表彰情况汇总表,,,,,,,,',
    '填报单位（盖章）：示例市委组织部,,,,填报人：,,填报时间：2027.1.8,,',
    '序号,县市区,获奖情况,,,,,备注说明,获奖事由',
    ',,荣誉称号,表彰级别,表彰单位,表彰时间,表彰文号,,',
    '1,松石县,基层党建工作先进集体,省级,省委组织部,2026年6月28日,组发〔2026〕12号,,城市基层党建',
    '2,松石县,党建创新案例,市委,市委组织部,2026.3.10,—,,城市基层党建',
    '3,云溪区,人才工作先进县,全国,国家有关部门,2026/11/2,/,,',
    '4,青川县,某协会优秀奖,协会,某协会,2026/11/2,/,,',
    '说明：同一工作只计一次。,,,,,,,,',
  ),
  hopeless: csv(
    '2026年度受表彰情况汇总表,,,',
    '县市区,荣誉名称,授予单位,授予时间',
    '松石县,基层党建工作先进集体,省委组织部,2026-06-28',
  ),
  expect: {
    clean: [
      { county: '松石县', honour: '基层党建工作先进集体', level: 'provincial', granted_on: '2026-06-28', work: '城市基层党建' },
      { county: '松石县', level: 'city', document: null, work: '城市基层党建' },
      { county: '云溪区', level: 'national', granted_by: '国家有关部门', work: null },
    ],
    wild: [
      {
        county: '松石县',
        honour: '基层党建工作先进集体',
        level: 'provincial',
        granted_by: '省委组织部',
        granted_on: '2026-06-28',
        document: '组发〔2026〕12号',
        work: '城市基层党建',
      },
      { county: '松石县', level: 'city', granted_on: '2026-03-10', document: null, work: '城市基层党建' },
      { county: '云溪区', level: 'national', granted_on: '2026-11-02', work: null },
    ],
    wildExcluded: ['row.footer'],
    // An association grants no honour that counts.
    wildRejected: ['cell.notInList'],
    // At which level, nothing says.
    hopeless: { problem: 'file.columnMissing' },
  },
};
export default fixture;
