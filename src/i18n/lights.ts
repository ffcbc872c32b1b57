/** The words of lights and cards, in both languages: loaded with the parts that show them. */
import { lightsEn } from './en/lights';
import type { Locale } from './format';
import { lightsZh, type LightWords } from './zh/lights';

export { redIsBest, type ColourName, type FigureOf, type UnlitWhy } from './light-words';
export type { LightWords } from './zh/lights';

export const lightWords: Readonly<Record<Locale, LightWords>> = { 'zh-CN': lightsZh, en: lightsEn };
