/** 专题研究与调度: times of the quarter, yes and no in many spellings. */
import { csv } from '../../ingest/support';
import type { TableFixture } from './fixture';

const fixture: TableFixture = {
  ledger: 'study-dispatch',
  clean: csv(
    '期间,县(市、区),县委本季研究基层党建(次),应研究党委(党组)数,本季已研究数,应研究支部建设数,本年已研究支部建设数,应签责任书,已签责任书,半年检查,年度考核,应建书记联系点,已建联系点,第一议题应学,已学',
    '2026年第三季度,松石县,2,86,85,86,70,86,86,是,否,86,86,12,12',
    '2026年第三季度,云溪区,1,64,64,64,60,64,64,是,否,64,63,12,11',
  ),
  wild: csv(
    '附件2,,,,,,,,,',
    '示例市2026年三季度专题研究基层党建情况统计表,,,,,,,,,',
    '填报单位（盖章）：示例市,,,,填报人：,,单位：个、次,,填报时间：2026.10.9,',
    '序号,县（市、区）,县委专题研究（次）,党委（党组）专题研究,,支部建设,,半年检查（是/否）,党建联系点,',
    ',,,应研究,本季已研究,应研究,已研究,,应建立,已建立',
    '1,松石县,2次,８６,85,86,70,√,86个,86个',
    '2,云溪区,1,64,64,64,60,已检查,64,63',
    '3,青川县,无,40,38,/,—,×,40,40',
    ',总 计,3,190,187,150,130,,190,189',
    '审核人：,,,填表人：,,,,,,',
  ),
  hopeless: csv('2026年第三季度专题研究与调度,,,', '县市区,应研究党委(党组)数,本季已研究数,备注', '松石县,86,85,'),
  expect: {
    clean: [
      {
        county: '松石县',
        county_studies: '2',
        bodies_due: '86',
        bodies_met: '85',
        half_year_check: 'true',
        year_assessment: 'false',
      },
      {
        county: '云溪区',
        branches_studied: '60',
        contacts_due: '64',
        contacts_set_up: '63',
        topics_due: '12',
        topics_studied: '11',
      },
    ],
    wild: [
      {
        county: '松石县',
        county_studies: '2',
        bodies_due: '86',
        bodies_met: '85',
        branches_due: '86',
        branches_studied: '70',
        half_year_check: 'true',
        contacts_due: '86',
        contacts_set_up: '86',
      },
      // 已检查 is neither the column's name nor a plain yes: no value, and said so.
      { county: '云溪区', county_studies: '1', half_year_check: null },
      { county: '青川县', county_studies: '0', branches_due: null, branches_studied: null, half_year_check: 'false' },
    ],
    wildExcluded: ['row.total', 'row.footer'],
    hopeless: { problem: 'file.columnMissing' },
  },
};
export default fixture;
