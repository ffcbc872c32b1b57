/** Text of a paper as runs and paragraphs of the docx library. */
import { Paragraph, Tab, TextRun, type IParagraphOptions } from 'docx';
import { FONTS, type FontUse } from './fonts';
import { STYLE, type Lang } from './parts';

export interface RunLook {
  readonly bold?: boolean;
  /** Points. */
  readonly size?: number;
  readonly font?: FontUse;
}

/** Makes runs of a text; line breaks and tabs where it has them. */
export type Runs = (text: string, look?: RunLook) => TextRun[];

/** What XML can't hold, as it may come with a name out of a table. */
const REFUSED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Runs in a language. Quotation marks and dashes are the same characters in both: the run says whose, so whose width they have. */
export const runsIn =
  (lang: Lang): Runs =>
  (text, { bold, size, font } = {}) =>
    text
      .replace(REFUSED, '')
      .split(/\r\n|[\r\n]/)
      .map(
        (line, i) =>
          new TextRun({
            children: line.split('\t').flatMap((part, tab) => (tab > 0 ? [new Tab(), part] : [part])),
            ...(i > 0 ? { break: 1 } : {}),
            ...(bold ? { bold } : {}),
            ...(size ? { size: size * 2 } : {}),
            font: { ...(font ? { eastAsia: FONTS[font].name } : {}), ...(lang === 'zh-CN' ? { hint: 'eastAsia' } : {}) },
          }),
      );

/** A paragraph in a style, perhaps with something of its own. */
export const paragraph = (
  style: keyof typeof STYLE,
  children: NonNullable<IParagraphOptions['children']>,
  own: Omit<IParagraphOptions, 'style' | 'children' | 'text'> = {},
): Paragraph => new Paragraph({ style: STYLE[style], children, ...own });
