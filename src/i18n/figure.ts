/** The words of the tools above every chart, in both languages. */
import type { Locale } from './format';

export interface FigureTools {
  readonly as: string;
  readonly picture: string;
  readonly table: string;
  readonly save: string;
  readonly saveAs: (kind: string) => string;
  readonly span: string;
  readonly from: string;
  readonly to: string;
  readonly all: string;
}

export const figureTools: Readonly<Record<Locale, FigureTools>> = {
  'zh-CN': {
    as: '看图或看表',
    picture: '图',
    table: '表',
    save: '存为',
    saveAs: (kind) => `把这幅图存为 ${kind}`,
    span: '看哪几期（在图上横向拖动也可）',
    from: '从',
    to: '到',
    all: '全部',
  },
  en: {
    as: 'Picture or table',
    picture: 'Chart',
    table: 'Table',
    save: 'Save',
    saveAs: (kind) => `Save this chart as ${kind}`,
    span: 'Which periods (or drag across the chart)',
    from: 'From',
    to: 'To',
    all: 'All',
  },
};
