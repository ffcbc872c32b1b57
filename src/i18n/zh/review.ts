/** The words of 核对与封存 in Chinese: states of a period, objections, sealing, check sheets, samples; their keys are the type the English ones must have. */
import type { Outcome, PeriodState } from '../../model/review';

const STATE: Readonly<Record<PeriodState, string>> = { draft: '草稿', checking: '核对中', approved: '已核定', sealed: '封存' };
const OUTCOME: Readonly<Record<Outcome, string>> = { accepted: '采纳', partly: '部分采纳', rejected: '不采纳' };

export const reviewZh = {
  title: '核对与封存',
  states: STATE,
  stateHint: {
    draft: '数据还在收集，结果仅供内部查看。',
    checking: '核对单已发县区，正在听取意见。',
    approved: '结果已核定，可以封存和印发。',
    sealed: '数据、方案和结果已固定，以后的变动会逐项列出。',
  } as Readonly<Record<PeriodState, string>>,
  since: (when: string) => `自 ${when}`,
  moves: {
    checking: '开始核对',
    approved: '核定',
    sealed: '封存',
    back: (state: string) => `退回${state}`,
    reopen: '解除封存',
    reason: '原因',
    history: '状态记录',
    line: (from: string, to: string, when: string, reason: string) => `${when}　${from} → ${to}${reason ? `（${reason}）` : ''}`,
  },
  seal: {
    do: '封存本期',
    despite: '仍然封存',
    cancel: '先不封存',
    done: (period: string, hash: string) => `${period}已封存，校验码 ${hash}。`,
    hash: '校验码',
    same: '封存以来没有变化。',
    changed: (units: number) => `封存以来有 ${units} 个单位的结果发生变化`,
    added: '封存后增加的表',
    gone: '封存时采用、现已不用的表',
    scheme: '方案的变动',
    columns: { unit: '单位', sealed: '封存时', now: '现在', change: '变化', node: '指标', cause: '原因' },
    causes: { data: '数据更正', scheme: '方案变动', program: '程序计算', correction: '数据更正', rules: '规则变化' },
    whenSealed: (open: number, missing: number) =>
      open + missing === 0 ? '封存时意见已全部处理，数据齐全。' : `封存时尚有意见 ${open} 条未处理、数据 ${missing} 项未报。`,
  },
  objections: {
    title: '县区意见',
    none: '还没有县区意见。',
    open: (n: number) => `待处理 ${n} 条`,
    all: (n: number) => `共 ${n} 条`,
    raise: '登记意见',
    columns: {
      unit: '单位',
      node: '指标',
      text: '意见',
      evidence: '佐证材料',
      via: '来源',
      decision: '处理',
      reason: '理由',
      day: '日期',
    },
    via: { sheet: '核对单', typed: '手工登记' },
    undecided: '待处理',
    outcomes: OUTCOME,
    decide: '处理意见',
    decideAgain: '重新处理',
    reason: '处理理由',
    reasonHint: '理由会显示在该项数据旁；采纳的，请另行更正数据。',
    save: '保存',
    beside: (outcome: string, reason: string) => `县区意见${outcome}：${reason}`,
    besideOpen: '县区对此项有意见，待处理',
  },
  sheets: {
    title: '核对单',
    one: '导出该县区核对单',
    all: (n: number) => `导出全部核对单（${n} 份）`,
    hint: '县区填好意见后，把文件直接放入本页即可读回，放入两次不会重复登记。',
  },
  sample: {
    title: '抽查名单',
    size: '抽取数量',
    byNumber: '共抽',
    byShare: '每层按比例',
    byEach: '每层各抽',
    leastOne: '每层至少 1 个',
    seed: '随机种子',
    draw: '抽取',
    save: '导出名单',
    counts: (n: number, strata: number, notRated: number) =>
      `抽取 ${n} 个支部，分 ${strata} 层${notRated > 0 ? `；另有 ${notRated} 个支部没有星级，不在抽取范围` : ''}。`,
    hint: '同一数据、同一种子，名单相同。填好复核结果后把文件放回本页，计入“市级抽查复核一致率”。',
    columns: { unit: '县(市、区)', township: '乡镇(街道)', branch: '党支部', sector: '领域', star: '审定星级', score: '总分' },
  },
  /** Steps of the record. */
  step: {
    stated: (period: string, state: string, reason: string | null) => `${period}改为“${state}”${reason ? `（${reason}）` : ''}`,
    sealed: (period: string) => `${period}封存`,
    raised: (unit: string, period: string, text: string) => `登记${unit}${period}意见：${text}`,
    decided: (outcome: string, reason: string) => `处理意见：${outcome}，${reason}`,
    recorded: (file: string, rows: number) => `由“${file}”登记 ${rows} 个支部的复核结果`,
  },
};

export type ReviewWords = typeof reviewZh;
