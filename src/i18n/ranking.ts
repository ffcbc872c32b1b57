/** The words that only the ranking screen needs, in both languages: loaded with it. */
import type { Locale } from './format';

export interface RankingWords {
  readonly course: string;
  readonly onBefore: string;
  readonly onYear: string;
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
}

export const rankingWords: Readonly<Record<Locale, RankingWords>> = {
  'zh-CN': {
    course: '看哪种变化',
    onBefore: '与上期比',
    onYear: '与去年同期比',
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
  },
  en: {
    course: 'Which change',
    onBefore: 'On the period before',
    onYear: 'On the year before',
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
  },
};
