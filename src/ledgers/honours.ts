/** 表彰奖励: one row per honour; a piece of work honoured several times counts once, at its highest level. */
import type { LedgerDef } from '../model/ledger';
import { col, isIn, type Condition, type MeasureDef } from '../model/measure';
import { PERIOD, REQUIRED, county, date, noted, text } from './columns';

/** Each piece of work once; an honour that names no work is one of its own. */
const works = (id: string, zh: string, en: string, definition: MeasureDef['definition'], where?: Condition): MeasureDef => ({
  id,
  name: { zh, en },
  unit: 'count',
  numerator: { agg: 'distinct', col: 'work', or: 'honour', ...(where ? { where } : {}) },
  better: 'higher',
  scored: true,
  definition,
});

export const honours: LedgerDef = {
  id: 'honours',
  name: { zh: '表彰奖励', en: 'Honours' },
  // prettier-ignore
  names: ['表彰奖励情况', '表彰奖励台账', '获奖情况', '荣誉台账', '表彰情况', '受表彰情况', '荣誉奖励', '表彰奖励统计表', '获得荣誉'],
  frequency: 'Y',
  rowPer: 'honour',
  // prettier-ignore
  columns: [
    PERIOD,
    county('获奖县(市、区)', '获奖县区'),
    text('honour', '荣誉名称', 'Honour', ['荣誉', '奖项名称', '表彰名称', '奖项', '获奖名称', '荣誉称号', '表彰项目', '称号', '表彰奖励名称', '获得荣誉'], REQUIRED),
    {
      id: 'level',
      name: { zh: '授予层级', en: 'Level' },
      names: ['层级', '表彰层级', '奖项级别', '级别', '荣誉级别', '表彰级别', '授予级别', '奖励级别', '获奖级别'],
      type: 'list',
      required: true,
      values: [
        { id: 'national', name: { zh: '国家', en: 'National' }, names: ['国家级', '全国', '中央', '国家(中央)', '部级', '中央和国家', '国家部委'] },
        { id: 'provincial', name: { zh: '省', en: 'Provincial' }, names: ['省级', '全省', '省委', '省部级', '省(部)级', '自治区', '省委省政府'] },
        { id: 'city', name: { zh: '市', en: 'City' }, names: ['市级', '全市', '市委', '地市级', '市委市政府', '设区市'] },
      ],
    },
    text('granted_by', '授予单位', 'Granted by', ['颁发单位', '表彰单位', '授奖单位', '颁奖单位', '发证单位', '授予机关', '表彰机关', '颁发机关'], REQUIRED),
    date('granted_on', '授予时间', 'Granted on', ['授予日期', '获奖时间', '表彰时间', '颁发时间', '获奖日期', '表彰日期', '颁奖时间', '获得时间'], REQUIRED),
    text('document', '文号', 'Document', ['表彰文号', '文件号', '文件文号', '发文字号', '依据文件', '表彰文件', '文件依据']),
    text('work', '对应工作', 'Piece of work', ['工作事项', '对应事项', '获奖工作', '工作内容', '对应工作事项', '表彰事项', '获奖事由', '事由'], noted('同一工作多次获奖的写法要一致，只按最高层级计一次', 'Write one piece of work alike each time: it counts once, at its highest level')),
  ],
  // One honour may be granted for several pieces of work, and again on another day.
  key: ['county', 'honour', 'work', 'granted_on'],
  deadlineDays: 20,
  // prettier-ignore
  example: {
    period: '2026年度', county: '示例县', honour: '基层党建工作先进集体', level: '省', granted_by: '省委组织部', granted_on: '2026-06-28',
    document: '组发〔2026〕12号', work: '城市基层党建',
  },
  checks: [],
  measures: [
    works('works', '受表彰工作数', 'Pieces of work honoured', {
      zh: '受市级以上表彰的工作数；同一工作只计一次，未填对应工作的按荣誉名称计',
      en: 'Pieces of work honoured by the city or above, each once; where no work is named, the honour stands for it',
    }),
    works(
      'works_provincial',
      '受省级以上表彰工作数',
      'Pieces of work honoured by the province or above',
      {
        zh: '授予层级为省或国家的工作数；同一工作只计一次，未填对应工作的按荣誉名称计',
        en: 'Pieces of work honoured by the province or the nation, each once; where no work is named, the honour stands for it',
      },
      isIn(col('level'), ['national', 'provincial']),
    ),
  ],
};
