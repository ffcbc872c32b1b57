/** The columns that several ledgers share, declared once so that one spelling in the wild is known everywhere. */
import type { Basis, ColumnDef, ListValue } from '../model/ledger';

/** 期间: the period a row belongs to. Optional: most tables name it in their title. */
export const PERIOD: ColumnDef = {
  id: 'period',
  name: { zh: '期间', en: 'Period' },
  names: [
    '期次',
    '季度',
    '填报期',
    '报告期',
    '年度',
    '考核期',
    '考核季度',
    '考核年度',
    '填报季度',
    '统计期',
    '统计期间',
    '所属期',
    '所属季度',
    '报送期',
    '报表期',
  ],
  type: 'period',
};

// prettier-ignore
const COUNTY_NAMES = [
  '县市区', '县(市区)', '县(市)区', '县(区)', '县区', '区县', '区(县)', '市县区', '县域', '县',
  '县(市、区)名称', '县市区名称', '县区名称', '区县名称', '所属县(市、区)', '所属县市区', '所属县区', '所属区县', '所在县(市、区)', '所在县市区', '所在县区',
  '县(市、区)、功能区', '县市区(功能区)', '填报单位', '报送单位', '填报县区', '地区', '属地', '区域', '行政区划',
];

/** 县(市、区): the county that reports the row. `more` are names that mean it in one ledger only. */
export const county = (...more: readonly string[]): ColumnDef => ({
  id: 'county',
  name: { zh: '县(市、区)', en: 'County' },
  names: [...COUNTY_NAMES, ...more],
  type: 'unit',
  required: true,
});

/** 乡镇(街道). */
// prettier-ignore
export const TOWNSHIP: ColumnDef = {
  id: 'township',
  name: { zh: '乡镇(街道)', en: 'Township' },
  names: [
    '乡镇街道', '乡(镇、街道)', '乡(镇)街道', '乡镇(街道、园区)', '乡镇、街道', '镇街', '镇(街)', '镇(街道)', '乡镇', '街道', '乡镇(街道)名称',
    '所属乡镇', '所属乡镇(街道)', '所属镇街', '所在乡镇', '所在乡镇(街道)', '所属党委', '所属党(工)委', '上级党组织', '上级党委', '主管党委',
  ],
  type: 'text',
};

/** The seven sectors 领域 and what counties write for them. */
// prettier-ignore
export const SECTORS: readonly ListValue[] = [
  { id: 'rural', name: { zh: '农村', en: 'Rural' }, names: ['村', '行政村', '村级', '建制村', '农村党支部', '村党支部', '农村领域', '农村基层', '村党组织', '涉农'] },
  { id: 'community', name: { zh: '社区', en: 'Community' }, names: ['城市社区', '街道社区', '城市', '城市基层', '城镇社区', '社区党支部', '社区领域', '城市领域', '居委会', '小区'] },
  { id: 'agency', name: { zh: '机关', en: 'Government agency' }, names: ['机关单位', '党政机关', '县直机关', '市直机关', '区直机关', '机关党支部', '机关领域', '机关部门', '党政群机关'] },
  { id: 'state-firm', name: { zh: '国有企业', en: 'State firm' }, names: ['国企', '国有', '国有公司', '国有控股企业', '国有企业党支部', '国企领域', '国有企业领域', '公有制企业'] },
  { id: 'institution', name: { zh: '事业单位', en: 'Public institution' }, names: ['事业', '事业单位党支部', '事业单位领域', '医院', '公立医院', '公办医院', '科研院所', '机关事业'] },
  { id: 'two-new', name: { zh: '两新组织', en: 'Private firm or social organisation' }, names: ['两新', '两新领域', '两新党支部', '非公企业', '非公', '非公有制企业', '非公有制经济组织', '民营企业', '社会组织', '新经济组织', '新社会组织', '非公企业和社会组织', '新兴领域'] },
  { id: 'school', name: { zh: '学校', en: 'School' }, names: ['高校', '中小学', '中小学校', '公办学校', '学校党支部', '学校领域', '教育', '教育系统', '大中小学', '高等学校', '院校'] },
];

/** 领域: the sector. */
export const sector = (required: boolean): ColumnDef => ({
  id: 'sector',
  name: { zh: '领域', en: 'Sector' },
  names: [
    '所属领域',
    '领域类别',
    '领域分类',
    '所在领域',
    '支部领域',
    '行业领域',
    '领域类型',
    '单位领域',
    '组织类别',
    '支部类别',
    '支部类型',
    '党组织类别',
    '党组织类型',
  ],
  type: 'list',
  values: SECTORS,
  ...(required ? { required } : {}),
});

/** What a column may say beyond its words, type, unit and basis. */
export type More = Pick<ColumnDef, 'required' | 'range' | 'sensitive' | 'note' | 'until'>;

export const REQUIRED: More = { required: true };
/** Kept down: a table shows it, nothing is scored, ranked or drafted from it. */
export const SENSITIVE: More = { sensitive: true };
/** A day by which something is due. */
export const DUE: More = { required: true, until: true };
/** 填报说明 of a column. */
export const noted = (zh: string, en: string, more: More = {}): More => ({ ...more, note: { zh, en } });

const column =
  (type: ColumnDef['type']) =>
  (id: string, zh: string, en: string, names: readonly string[] = [], more: More = {}): ColumnDef => ({
    id,
    name: { zh, en },
    names: [...new Set(names)].filter((n) => n !== zh),
    type,
    ...more,
  });

export const text = column('text');
export const date = column('date');
export const flag = column('flag');
export const star = column('star');

/** A choice among `values`. */
export const list = (
  id: string,
  zh: string,
  en: string,
  values: readonly ListValue[],
  names: readonly string[] = [],
  more: More = {},
): ColumnDef => ({ ...column('list')(id, zh, en, names, more), values });

export const value = (id: string, zh: string, en: string, names: readonly string[] = []): ListValue => ({
  id,
  name: { zh, en },
  names,
});

/** A share 率: 0.953 is 95.3 %. */
export const rate = (...[id, zh, en, names, more]: Parameters<typeof text>): ColumnDef =>
  column('share')(id, zh, en, names, { range: [0, 1], ...more });

/** 应训数 is written 应训, 应训总数, 应训数量 too, and 结对村 also with 数. Units in brackets are seen through by whoever matches. */
function spellings(name: string): string[] {
  if (name.endsWith(')')) return [name];
  const stem = name.replace(/[总个]?数$/, '');
  // One character alone (村, 女) is no name of a column but of the thing counted.
  return [name, ...(stem.length > 1 ? [stem] : []), `${stem}数`, `${stem}总数`, `${stem}数量`];
}

/** A count of `unit` (人, 个, 家 …), zero or more; its names with and without 数. */
export const tally = (
  id: string,
  zh: string,
  en: string,
  unit: string,
  basis: Basis,
  names: readonly string[] = [],
  more: More = {},
): ColumnDef => ({
  ...column('integer')(id, zh, en, [zh, ...names].flatMap(spellings), { range: [0, 10_000_000], ...more }),
  unit,
  basis,
});

/** An amount of money in 万元, zero or more; `zh` without the unit, which is printed behind it. */
export const money = (
  id: string,
  zh: string,
  en: string,
  basis: Basis,
  names: readonly string[] = [],
  more: More = {},
): ColumnDef => ({
  ...column('number')(id, `${zh}(万元)`, `${en} (10,000 yuan)`, [zh, ...names], { range: [0, 100_000_000], ...more }),
  unit: '万元',
  basis,
});

/** Points 得分; bases above 100 and running scores exist, so the range only stops slips of the pen. */
export const points = (id: string, zh: string, en: string, names: readonly string[] = [], more: More = {}): ColumnDef => ({
  ...column('number')(id, zh, en, names, { range: [0, 200], ...more }),
  unit: '分',
  basis: 's',
});
