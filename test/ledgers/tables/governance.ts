/** 基层治理: what was due and set up under each body's name, satisfaction as percent, and who asked. */
import { csv } from '../../ingest/support';
import type { TableFixture } from './fixture';

const fixture: TableFixture = {
  ledger: 'governance',
  clean: csv(
    '期间,县(市、区),街道大工委应建,已建大工委,社区大党委应建,已建大党委,小区党支部应建,已建小区党支部,楼道党小组应建,已建楼道党小组,党员中心户应建,已建党员中心户,五级联保应建村,五级联保已建村,到期吹哨件数,按期办结件数,抽查村数,决策程序规范村数,物业党建联建应建,已建物业联建,三无社区应纳管,已纳管,满意率,调查主体,样本数,信访事项到期应办结,按期办结信访事项,上访率(‰)',
    '2026年上半年,松石县,2,2,28,27,64,60,320,305,640,628,210,204,85,83,20,19,41,38,12,12,96.5%,第三方,800,46,45,0.35',
    '2026年上半年,云溪区,9,9,75,75,410,402,1880,1850,2100,2080,64,64,230,221,8,8,160,151,30,29,93.5%,县级,1200,71,71,0.62',
  ),
  wild: csv(
    '附件7,,,,,,,,,,,',
    '示例市2026年上半年党建引领基层治理情况统计表,,,,,,,,,,,',
    '填报单位（盖章）：示例市,,,,填报人：,,单位：个,,填报时间：2026.7.8,,,',
    '序号,县市区,街道“大工委”,,小区党支部,,街乡吹哨、部门报到,,群众满意度,,信访事项,',
    ',,应建,已建,应建,已建,到期吹哨件数,按期办结件数,满意率(％),测评主体,到期应办结,按期办结',
    '1,松石县,2,2,64个,60个,85件,83件,96.5％,第三方机构,46,45',
    '2,云溪区,９,9,410,402,230,221,93.5,自评,71,—',
    ',全市,11,11,474,462,315,304,/,,117,45',
    '说明：满意率由调查单位据实填写。,,,,,,,,,,,',
  ),
  hopeless: csv(
    '2026年上半年基层治理情况统计表,,,',
    '县市区,街道大工委应建,已建大工委,满意率',
    '松石县,2,2,1',
    '云溪区,9,9,96.2',
    '青川县,3,3,0.95',
  ),
  expect: {
    clean: [
      { county: '松石县', street_due: '2', estate_built: '60', satisfaction: '0.965', surveyed_by: 'third-party', sample: '800' },
      { county: '云溪区', surveyed_by: 'county', petitions_due: '71', petitions_on_time: '71', petition_rate: '0.62' },
    ],
    wild: [
      {
        county: '松石县',
        street_due: '2',
        street_built: '2',
        estate_due: '64',
        estate_built: '60',
        whistles_due: '85',
        whistles_on_time: '83',
        satisfaction: '0.965',
        surveyed_by: 'third-party',
        petitions_due: '46',
        petitions_on_time: '45',
      },
      { county: '云溪区', street_due: '9', satisfaction: '0.935', surveyed_by: 'county', petitions_on_time: null },
    ],
    wildExcluded: ['row.total', 'row.footer'],
    // 1 beside 96.2 and 0.95: percent or fraction?
    hopeless: { asks: ['share'] },
  },
};
export default fixture;
