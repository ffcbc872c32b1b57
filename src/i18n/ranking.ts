/** The words that only the ranking screen needs, in both languages: loaded with it. */
import type { Locale } from './format';

export interface RankingWords {
  readonly course: string;
  readonly onBefore: string;
  readonly onYear: string;
  readonly sinceYear: string;
  readonly slope: (now: string, then: string) => string;
  readonly noThen: (period: string) => string;
  readonly slopeWords: {
    readonly change: string;
    readonly unnamed: (n: number) => string;
    readonly more: (n: number) => string;
    readonly nothing: string;
  };
  readonly absent: string;
  readonly notRanked: string;
  readonly top: string;
  readonly all: (n: number) => string;
  readonly first: (n: number) => string;
  readonly map: string;
  readonly sure: string;
  readonly weigh: {
    readonly open: string;
    readonly title: string;
    readonly hint: string;
    readonly edge: (left: string, right: string) => string;
    readonly undo: string;
    readonly redo: string;
    readonly reset: string;
    readonly save: string;
    readonly said: (n: number) => string;
    readonly unchanged: string;
    readonly under: string;
    readonly note: string;
    readonly unranked: string;
  };
}

export const rankingWords: Readonly<Record<Locale, RankingWords>> = {
  'zh-CN': {
    course: '看哪种变化',
    onBefore: '与上期比',
    onYear: '与去年同期比',
    sinceYear: '较去年同期',
    slope: (now, then) => `${now}与${then}的名次`,
    noThen: (period) => `${period}没有数据，不能比较。`,
    slopeWords: {
      change: '变化',
      unnamed: (n) => `另有 ${n} 个单位未标名`,
      more: (n) => `另有 ${n} 个单位没有名次`,
      nothing: '两期中有一期没有名次，不能比较',
    },
    absent: '当期不在考核名册',
    notRanked: '未参加排名',
    top: '看前几名',
    all: (n) => `全部 ${n} 个`,
    first: (n) => `前 ${n} 名`,
    map: '地图',
    sure: '稳健区间',
    weigh: {
      open: '试调权重',
      title: '名次与得分',
      hint: '拖动两块之间的竖线，或选中竖线后按左右方向键，每次 0.5 分；只是试算，不影响正式结果。',
      edge: (left, right) => `${left}与${right}之间的分值`,
      undo: '撤销',
      redo: '重做',
      reset: '恢复原权重',
      save: '到“方案”页保存为新版本',
      said: (n) => (n === 0 ? '名次没有变化' : `${n} 个单位的名次有变化`),
      unchanged: '现在是正在使用的权重',
      under: '试调后的名次与得分',
      note: '单位名称后的箭头为与正式名次相比的升降',
      unranked: '未参加排名',
    },
  },
  en: {
    course: 'Which change',
    onBefore: 'On the period before',
    onYear: 'On the year before',
    sinceYear: 'On the year',
    slope: (now, then) => `Ranks in ${now} and ${then}`,
    noThen: (period) => `There are no figures of ${period} to compare with.`,
    slopeWords: {
      change: 'Change',
      unnamed: (n) => `${n} more units without a name`,
      more: (n) => `${n} more units without a rank`,
      nothing: 'One of the two periods has no ranks',
    },
    absent: 'not in the roster then',
    notRanked: 'not ranked',
    top: 'How many',
    all: (n) => `All ${n}`,
    first: (n) => `First ${n}`,
    map: 'Map',
    sure: 'Safe range',
    weigh: {
      open: 'Try weights',
      title: 'Ranks and points',
      hint: 'Drag the bars between the parts, or focus one and press left or right, half a point a step. Only a trial: the results in force stay.',
      edge: (left, right) => `Marks between ${left} and ${right}`,
      undo: 'Undo',
      redo: 'Redo',
      reset: 'Back to the weights in force',
      save: 'Save as a version on the scheme screen',
      said: (n) => (n === 0 ? 'No rank changes' : `${n} ranks change`),
      unchanged: 'These are the weights in force',
      under: 'Ranks and points under these weights',
      note: 'The arrow after a name is the change against the rank in force',
      unranked: 'not ranked',
    },
  },
};
