/** The fonts that papers name. None is embedded: who opens a paper without one of them sees it in the fallback beside it. */

export interface Font {
  readonly name: string;
  /** Comes with most systems or with Office; the file gives it as another name of the font. */
  readonly fallback: string;
}

/** By what they are for, as GB/T 9704-2012 has them. */
export const FONTS = {
  /** 小标宋: titles. */
  title: { name: '方正小标宋简体', fallback: 'SimSun' },
  /** 仿宋: the body, headings of the third and fourth level, tables. */
  body: { name: '仿宋_GB2312', fallback: 'FangSong' },
  /** 楷体: headings of the second level, what stands below a title. */
  kai: { name: '楷体_GB2312', fallback: 'KaiTi' },
  /** 黑体: headings of the first level, the mark of an annex, heads of tables. */
  hei: { name: '黑体', fallback: 'SimHei' },
  /** 宋体: page numbers and the foot. */
  song: { name: '宋体', fallback: 'SimSun' },
  /**
   * Letters and figures. Those of 仿宋_GB2312 are thin and wide apart, so offices set them in Times New Roman; its figures are
   * half a character wide, two of them fill one place of the character grid.
   */
  latin: { name: 'Times New Roman', fallback: 'Liberation Serif' },
} as const satisfies Readonly<Record<string, Font>>;

export type FontUse = keyof typeof FONTS;
