/** The words of the comparison's pictures, in both languages: loaded with that screen. */
import type { Locale } from './format';

export interface CompareWords {
  readonly dots: string;
  readonly dotsNote: (shown: number) => string;
  readonly axis: string;
  readonly unnamed: (n: number) => string;
  readonly absent: (n: number) => string;
  readonly gap: string;
  readonly rest: (n: number) => string;
  readonly remainder: string;
  readonly difference: string;
  readonly lineByLine: string;
  readonly bothPoints: (a: string, b: string) => string;
  readonly sameGroup: string;
  readonly nobody: string;
}

export const compareWords: Readonly<Record<Locale, CompareWords>> = {
  'zh-CN': {
    dots: '得分率：差距最大的指标',
    dotsNote: (shown) => `横轴为得分占分值的比例，竖线为平均；列出差距最大的 ${shown} 项`,
    axis: '得分率',
    unnamed: (n) => `另有 ${n} 个单位未标名`,
    absent: (n) => `${n} 个单位没有得分`,
    gap: '差距来自哪里',
    rest: (n) => `其余 ${n} 项`,
    remainder: '舍入差',
    difference: '相差（分）',
    lineByLine: '逐项对照',
    bothPoints: (a, b) => `${a} 分对 ${b} 分`,
    sameGroup: '同组',
    nobody: '没有可比的得分',
  },
  en: {
    dots: 'Share of marks: where they are furthest apart',
    dotsNote: (shown) => `Points as a share of full marks, tick: the mean; the ${shown} indicators furthest apart`,
    axis: 'Share of full marks',
    unnamed: (n) => `${n} more units without a name`,
    absent: (n) => `${n} units without points`,
    gap: 'Where the gap comes from',
    rest: (n) => `${n} more`,
    remainder: 'Rounding',
    difference: 'Difference (points)',
    lineByLine: 'Line by line',
    bothPoints: (a, b) => `${a} against ${b} points`,
    sameGroup: 'Its group',
    nobody: 'No points to compare',
  },
};
