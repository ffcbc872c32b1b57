/** 问题·责任清单: long texts with commas and line breaks, posts without names, dates in many spellings, the header again after a page break. */
import { csv } from '../../ingest/support';
import type { TableFixture } from './fixture';

const fixture: TableFixture = {
  ledger: 'issue-list',
  clean: csv(
    '期间,编号,县(市、区),问题,来源,交办层级,数据依据,整改措施,责任单位,责任领导(职务),时限,首次列入期,延期次数,进展,是否销号,销号时间',
    '2026年第三季度,2026-017,松石县,主题党日开展不规范,季度调度,市级,按期开展率92%,逐支部建立计划,松石县委组织部,县委常委、组织部部长,2026-09-30,2026年第二季度,0,已验收,是,2026-09-20',
    '2026年第三季度,2026-018,云溪区,两新组织覆盖偏低,实地抽查,县级,覆盖率71%,选派指导员,云溪区委组织部,区委组织部副部长,2026-12-31,2026年第三季度,1,推进中,否,',
  ),
  wild: csv(
    '附件2,,,,,,,,,,,',
    '示例市2026年第三季度问题、责任清单,,,,,,,,,,,',
    '填报单位（盖章）：示例市委组织部,,,,填报人：,,,填报时间：2026.10.9,,,,',
    '序号,问题编号,县市区,问题清单,,,责任清单,,,,销号情况,',
    ',,,存在问题,问题来源,交办级别,整改举措,责任部门,责任领导,完成时限,是否销号,销号日期',
    '1,WT-01,松石县,"主题党日开展不规范，',
    '个别支部以会代训",季度调度,市委组织部,逐支部建立计划,松石县委组织部,县委常委、组织部部长,2026.9.30,已销号,2026年9月20日',
    '2,WT-02,云溪区,覆盖偏低,实地抽查,自查,"选派指导员, 按月通报",云溪区委组织部,区委组织部副部长,2026/12/31,未销号,—',
    '序号,问题编号,县市区,问题清单,,,责任清单,,,,销号情况,',
    ',,,存在问题,问题来源,交办级别,整改举措,责任部门,责任领导,完成时限,是否销号,销号日期',
    '3,WT-03,青川县,站点不畅,市级反馈,市交办,更换设备,青川县委组织部,县委组织部部长,20260815,×,',
    '4,,青川县,没有编号的问题,市级反馈,市交办,更换设备,青川县委组织部,县委组织部部长,20260815,×,',
    '说明：编号各期不变。,,,,,,,,,,,',
  ),
  hopeless: csv('问题清单2026年第三季度 机密★3年,,', '编号,县市区,问题', '1,松石县,某问题'),
  expect: {
    clean: [
      {
        issue_number: '2026-017',
        county: '松石县',
        assigned_by: 'city',
        leader_post: '县委常委、组织部部长',
        deadline: '2026-09-30',
        closed: 'true',
        closed_on: '2026-09-20',
      },
      { issue_number: '2026-018', assigned_by: 'county', extensions: '1', closed: 'false', closed_on: null },
    ],
    wild: [
      {
        issue_number: 'WT-01',
        county: '松石县',
        issue: '主题党日开展不规范，\n个别支部以会代训',
        source: '季度调度',
        assigned_by: 'city',
        steps: '逐支部建立计划',
        responsible: '松石县委组织部',
        deadline: '2026-09-30',
        closed: 'true',
        closed_on: '2026-09-20',
      },
      {
        issue_number: 'WT-02',
        assigned_by: 'county',
        steps: '选派指导员, 按月通报',
        deadline: '2026-12-31',
        closed: 'false',
        closed_on: null,
      },
      { issue_number: 'WT-03', county: '青川县', assigned_by: 'city', deadline: '2026-08-15', closed: 'false' },
    ],
    wildExcluded: ['row.repeatedHeader', 'row.repeatedHeader', 'row.footer'],
    // An issue without a number cannot be told from another.
    wildRejected: ['row.keyMissing'],
    hopeless: { problem: 'file.classified' },
  },
};
export default fixture;
