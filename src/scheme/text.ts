/** Text in a scheme 方案文字: one string in the scheme's own language, or one per language of the app. */
import * as v from 'valibot';
import type { Text } from '../model/text';

export type SchemeText = string | Text;

const oneLanguage = v.pipe(v.string(), v.minLength(1));
const twoLanguages = v.strictObject({ zh: oneLanguage, en: oneLanguage });
export const anyText = v.union([oneLanguage, twoLanguages]);

/** Chosen by what is there, so that a fault names the key at fault and not "string or object". */
export const text: v.GenericSchema<unknown, SchemeText> = v.lazy((input) =>
  input === undefined ? anyText : typeof input === 'object' ? twoLanguages : oneLanguage,
);

/** The text in a language of the app; a text in one language serves every locale. */
export function titleOf(t: SchemeText, locale: string): string {
  return typeof t === 'string' ? t : locale.startsWith('zh') ? t.zh : t.en;
}
