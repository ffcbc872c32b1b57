/** The words of the map, in both languages: loaded with it. */
import { mapEn } from './en/map';
import type { Locale } from './format';
import { mapZh, type MapWords } from './zh/map';

export type { MapWords } from './zh/map';

export const mapWords: Readonly<Record<Locale, MapWords>> = { 'zh-CN': mapZh, en: mapEn };
