/** What a picture says that shows only the first of many, in both languages. */
import type { Locale } from './format';

export const cutWords: Readonly<Record<Locale, (n: number) => string>> = {
  'zh-CN': (n) => `另有 ${n} 个单位未画出，可切换为表格查看`,
  en: (n) => `${n} more units are not drawn; the table has them all`,
};
