/** The words of the search over everything, in both languages: loaded with it. */
import type { Locale } from './format';

export interface FindWords {
  readonly title: string;
  readonly hint: string;
  readonly unit: string;
  readonly indicator: string;
  readonly measure: string;
  readonly screen: string;
  readonly branches: (text: string) => string;
  readonly branch: string;
  readonly none: string;
  readonly results: (n: number) => string;
}

export const findWords: Readonly<Record<Locale, FindWords>> = {
  'zh-CN': {
    title: '查找',
    hint: '单位、指标、页面；可用汉字、拼音或首字母',
    unit: '单位',
    indicator: '考核指标',
    measure: '台账指标',
    screen: '页面',
    branches: (text) => `在支部名单中查找“${text}”`,
    branch: '支部',
    none: '没有找到。',
    results: (n) => `${n} 个结果`,
  },
  en: {
    title: 'Find',
    hint: 'Counties, indicators, screens; by characters, pinyin or initials',
    unit: 'County',
    indicator: 'Scored indicator',
    measure: 'Measure',
    screen: 'Screen',
    branches: (text) => `Look for “${text}” among the branches`,
    branch: 'Branch',
    none: 'Nothing found.',
    results: (n) => `${n} results`,
  },
};
