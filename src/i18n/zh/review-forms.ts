/** What is printed on check sheets and sampling lists. In Chinese whatever the page speaks, since counties fill them in and they are read back. */
import type { ValueUnit } from '../../model/measure';
import type { Outcome, PeriodState } from '../../model/review';

const STATE: Readonly<Record<PeriodState, string>> = { draft: '草稿', checking: '核对中', approved: '已核定', sealed: '封存' };
const UNIT: Readonly<Record<ValueUnit, string>> = { share: '%', count: '个', points: '分', number: '' };
const OUTCOME: Readonly<Record<Outcome, string>> = { accepted: '采纳', partly: '部分采纳', rejected: '不采纳' };

export const formWords = {
  states: STATE,
  units: UNIT,
  outcomes: OUTCOME,
  sheet: {
    name: '核对单',
    file: (unit: string, period: string) => `核对单-${unit}-${period}`,
    title: (unit: string, period: string) => `${unit}${period}考核数据核对单`,
    about: (scheme: string, version: string, hash: string, state: string) =>
      `方案：${scheme}（版本 ${version}，校验码 ${hash}）　数据状态：${state}`,
    /** After 封存. */
    sealed: (hash: string) => `，封存校验码 ${hash}`,
    howTo: [
      '一、对数据有异议的，在该行“县区意见”栏写明意见，在“佐证材料名称”栏写明材料名称；没有异议的留空或写“无意见”。',
      '二、不要在本表中改数；数据确需更正的，请另行报送更正后的台账。',
      '三、不要改动“识别码”一列；行可以排序，不要删除表头。填写内容不得含有个人信息，涉密内容不得通过本渠道报送。',
    ] as readonly string[],
    whole: '总表识别码',
    columns: {
      number: '序号',
      first: '一级指标',
      second: '二级指标',
      indicator: '指标',
      full: '分值',
      value: '数值',
      numerator: '分子',
      denominator: '分母',
      unit: '单位',
      points: '得分',
      lost: '扣分',
      reason: '计分说明',
      source: '数据来源',
      earlier: '前次意见及处理',
      opinion: '县区意见',
      evidence: '佐证材料名称',
      code: '识别码(勿改)',
    },
    state: { notDue: '不到考核期', na: '不适用', missing: '未报', excluded: '未报，不计' } as Readonly<Record<string, string>>,
    carried: (period: string) => `沿用${period}数据`,
    source: (file: string, rows: number) => `${file}（${rows} 行）`,
    earlier: (text: string, outcome: string, reason: string) => `${text} → ${outcome}${reason ? `：${reason}` : ''}`,
    undecided: '待处理',
    total: '合计',
  },
  sample: {
    name: '抽查名单',
    file: (period: string) => `党支部星级抽查名单-${period}`,
    title: (period: string) => `${period}党支部星级评定市级抽查名单`,
    about: (n: number, strata: number, seed: number) =>
      `共抽取 ${n} 个党支部，按县(市、区)和领域分为 ${strata} 层随机抽取，随机种子 ${seed}（同一数据、同一种子，名单相同）。`,
    howTo: '请填写“市级复核得分”“市级复核星级”和“意见”后放回本系统；不要改动“识别码”一列。意见中不写个人姓名和联系方式。',
    columns: {
      number: '序号',
      county: '县(市、区)',
      township: '乡镇(街道)',
      branch: '党支部名称',
      branchCode: '支部代码',
      sector: '领域',
      star: '审定星级',
      total: '总分',
      reviewScore: '市级复核得分',
      reviewStar: '市级复核星级',
      note: '意见',
      code: '识别码(勿改)',
    },
    stars: ['不定级', '一星', '二星', '三星', '四星', '五星'] as readonly string[],
    stratum: { county: '县(市、区)', sector: '领域', of: '已评定支部数', taken: '抽取数' },
  },
};
