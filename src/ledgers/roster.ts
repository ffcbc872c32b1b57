/**
 * 单位名册: which units are expected, in which order and group. Rows that bear one 单位代码 are one unit whose name
 * changed: 起 and 止 then date the names, and the unit exists from the first 起 to the last 止.
 */
import type { LedgerDef } from '../model/ledger';

export const roster: LedgerDef = {
  id: 'roster',
  name: { zh: '单位名册', en: 'Roster of units' },
  names: [
    '单位名单',
    '考核单位名册',
    '考核单位名单',
    '参评单位名单',
    '考核对象名册',
    '被考核单位名册',
    '组织机构名册',
    '单位花名册',
    '单位信息表',
  ],
  frequency: 'any',
  given: true,
  rowPer: 'roster',
  // prettier-ignore
  columns: [
    { id: 'unit_name', name: { zh: '单位名称', en: 'Name' }, names: ['单位', '单位全称', '名称', '机构名称', '被考核单位', '考核单位', '考核对象', '县(市、区)', '县市区', '县区', '县(市、区)名称'], type: 'text', required: true },
    { id: 'code', name: { zh: '单位代码', en: 'Code' }, names: ['代码', '单位编码', '机构代码', '组织机构代码', '行政区划代码', '区划代码', '编码', '单位编号'], type: 'text' },
    {
      id: 'level',
      name: { zh: '层级', en: 'Level' },
      names: ['单位层级', '级别', '单位级别', '组织层级', '单位类型', '类型'],
      type: 'list',
      required: true,
      values: [
        { id: 'city', name: { zh: '市', en: 'City' }, names: ['市级', '地市', '地级市', '地市级', '设区市', '全市', '市本级'] },
        { id: 'county', name: { zh: '县', en: 'County' }, names: ['县级', '县(市、区)', '县市区', '县区', '区县', '区', '县级市', '县(区)', '功能区', '开发区', '县处级'] },
        { id: 'township', name: { zh: '乡镇', en: 'Township' }, names: ['乡级', '乡镇级', '乡镇(街道)', '乡镇街道', '镇街', '街道', '镇', '乡', '乡科级'] },
        { id: 'branch', name: { zh: '支部', en: 'Branch' }, names: ['党支部', '支部级', '基层党支部', '村(社区)'] },
      ],
    },
    { id: 'parent', name: { zh: '上级单位', en: 'Parent' }, names: ['上级', '隶属单位', '隶属', '上级名称', '主管单位', '所属单位', '隶属关系', '上级组织'], type: 'text' },
    { id: 'peer_group', name: { zh: '考核分组', en: 'Peer group' }, names: ['分组', '组别', '考核组别', '考核类别', '所属组别', '考核组', '分类', '所在组别'], type: 'text' },
    { id: 'sort_order', name: { zh: '排序', en: 'Order' }, names: ['顺序', '排序号', '次序', '显示顺序', '排列顺序', '顺序号'], type: 'integer', range: [0, 1_000_000] },
    { id: 'aliases', name: { zh: '别名', en: 'Aliases' }, names: ['简称', '曾用名', '又名', '别称', '其他名称', '单位简称', '常用名'], type: 'text' },
    { id: 'valid_from', name: { zh: '起', en: 'From' }, names: ['起始', '起始日期', '生效日期', '启用日期', '起始时间', '启用时间', '自', '开始日期', '设立时间'], type: 'date' },
    { id: 'valid_to', name: { zh: '止', en: 'To' }, names: ['终止', '终止日期', '失效日期', '停用日期', '截止日期', '停用时间', '至', '结束日期', '撤销时间'], type: 'date', until: true },
  ],
  key: ['unit_name'],
  deadlineDays: 0,
  // prettier-ignore
  example: {
    unit_name: '示例县', code: 'SL01', level: '县', parent: '示例市', peer_group: '县域组', sort_order: '1', aliases: '示例', valid_from: '2026-01-01',
    valid_to: '2030-12-31',
  },
  checks: [{ check: 'order', first: 'valid_from', second: 'valid_to' }],
  measures: [],
};
