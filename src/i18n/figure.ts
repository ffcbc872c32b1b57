/** The words of the tools above every chart, in both languages. */
import type { Locale } from './format';

export interface FigureTools {
  readonly as: string;
  readonly picture: string;
  readonly table: string;
  readonly save: string;
  readonly saveAs: (kind: string) => string;
}

export const figureTools: Readonly<Record<Locale, FigureTools>> = {
  'zh-CN': { as: '看图或看表', picture: '图', table: '表', save: '存为', saveAs: (kind) => `把这幅图存为 ${kind}` },
  en: { as: 'Picture or table', picture: 'Chart', table: 'Table', save: 'Save', saveAs: (kind) => `Save this chart as ${kind}` },
};
