/** Parts of a paper's file that the docx library has no words for: styles, the font table, settings. As XML. */
import { FONTS, type FontUse } from './fonts';
import { BODY_SIZE, chars, CLOSER, LINE, NUMBER_LINE } from './page';
import type { Rewrite } from '../pack/stamped';

export type Lang = 'zh-CN' | 'en';

/** Styles of paragraphs, by the ids that paragraphs bear. Those that Word knows have the names it knows them by. */
export const STYLE = {
  title: 'Title',
  subtitle: 'Subtitle',
  annex: 'Annex',
  1: 'Heading1',
  2: 'Heading2',
  3: 'Heading3',
  4: 'Heading4',
  body: 'BodyText',
  to: 'Salutation',
  attachment: 'Attachment',
  signature: 'Signature',
  tableTitle: 'TableTitle',
  cell: 'TableText',
  note: 'TableNote',
  picture: 'Picture',
  gap: 'Gap',
  mark: 'Header',
  number: 'PageNumberLine',
  foot: 'Footer',
} as const;

interface Look {
  readonly id: string;
  readonly name: string;
  readonly font?: FontUse;
  /** Points. */
  readonly size?: number;
  /** Inside `w:pPr`, in the order of its schema: first what comes before the grid, then what comes after. */
  readonly before?: string;
  readonly after?: string;
  /** Next paragraph's style when somebody writes on. */
  readonly next?: string;
  /** Inside `w:rPr`, after the font. */
  readonly color?: string;
  /** Not one of those that Word knows by name. */
  readonly custom?: true;
  /** Text as wide as it is, not closer as on the lines of 28. */
  readonly natural?: boolean;
}

const spacing = (line: number, rule: 'exact' | 'auto', above = 0, below = 0): string =>
  `<w:spacing w:before="${above}" w:after="${below}" w:line="${line}" w:lineRule="${rule}"/>`;
/** Two characters; the width is for programs that don't count in characters. */
const INDENT = `<w:ind w:firstLine="${chars(2)}" w:firstLineChars="200"/>`;
const jc = (value: 'both' | 'center' | 'left' | 'right'): string => `<w:jc w:val="${value}"/>`;
const outline = (level: number): string => `<w:outlineLvl w:val="${level - 1}"/>`;
const KEEP = '<w:keepNext/>';
const SINGLE = spacing(240, 'auto');

const heading = (level: 1 | 2 | 3 | 4, font: FontUse): Look => ({
  id: STYLE[level],
  name: `heading ${level}`,
  font,
  before: KEEP,
  after: INDENT + outline(level),
  next: STYLE.body,
});

const LOOKS: readonly Look[] = [
  // Of 22 pt a line is higher than of 16; the empty line below is by space, which a page's top swallows.
  { id: STYLE.title, name: 'Title', font: 'title', size: 22, before: KEEP, after: spacing(720, 'exact') + jc('center') },
  { id: STYLE.subtitle, name: 'Subtitle', font: 'kai', before: KEEP, after: jc('center') },
  { id: STYLE.annex, custom: true, name: 'Annex Mark', font: 'hei', before: KEEP, after: jc('left') },
  heading(1, 'hei'),
  heading(2, 'kai'),
  heading(3, 'body'),
  heading(4, 'body'),
  { id: STYLE.body, name: 'Body Text', after: INDENT },
  { id: STYLE.to, name: 'Salutation', next: STYLE.body },
  { id: STYLE.attachment, custom: true, name: 'Attachment List', after: jc('left') },
  { id: STYLE.signature, name: 'Signature' },
  { id: STYLE.tableTitle, custom: true, name: 'Table Title', font: 'hei', size: 14, before: KEEP, after: jc('center') },
  { id: STYLE.cell, custom: true, name: 'Table Text', size: 12, natural: true, after: SINGLE },
  { id: STYLE.note, custom: true, name: 'Table Note', size: 10.5, natural: true, after: spacing(240, 'auto', 40) },
  { id: STYLE.picture, custom: true, name: 'Picture', natural: true, after: spacing(240, 'auto', 120, 120) + jc('center') },
  { id: STYLE.gap, custom: true, name: 'Gap', size: 1, natural: true, after: spacing(20, 'exact') },
  { id: STYLE.mark, name: 'header', font: 'hei', size: 14, natural: true, after: spacing(400, 'exact') + jc('right') },
  {
    id: STYLE.number,
    custom: true,
    name: 'Page Number Line',
    font: 'song',
    size: 14,
    natural: true,
    after: spacing(NUMBER_LINE, 'exact'),
  },
  {
    ...{ id: STYLE.foot, name: 'footer', font: 'song', size: 9, color: '404040' },
    natural: true,
    after: jc('center'),
  },
];

/** Figures of 宋体 are wanted in page numbers; elsewhere letters and figures are Times New Roman. */
const fontXml = (use: FontUse): string => {
  const latin = use === 'song' ? FONTS.song.name : FONTS.latin.name;
  return `<w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${FONTS[use].name}" w:cs="${FONTS.latin.name}"/>`;
};
/** The schema has the space between characters before the size. */
const closer = (by: number): string => `<w:spacing w:val="${by}"/>`;
const sizeXml = (points: number): string => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;

function styleXml({ id, name, font, size, before = '', after = '', next, color, natural, custom }: Look): string {
  const run = [
    font ? fontXml(font) : '',
    color ? `<w:color w:val="${color}"/>` : '',
    natural ? closer(0) : '',
    size ? sizeXml(size) : '',
  ].join('');
  return [
    `<w:style w:type="paragraph"${custom ? ' w:customStyle="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>`,
    ...(next ? [`<w:next w:val="${next}"/>`] : []),
    `<w:qFormat/><w:pPr>${before}${after}</w:pPr>${run ? `<w:rPr>${run}</w:rPr>` : ''}</w:style>`,
  ].join('');
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/**
 * What holds for every paragraph. Grids hold only where nothing else moves a character: no punctuation outside the type
 * area, no space between Chinese and figures, no line left empty to keep two together.
 */
const PARAGRAPHS = [
  '<w:widowControl w:val="0"/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>',
  '<w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>',
  spacing(LINE, 'exact'),
  jc('both'),
].join('');

/** Only Chinese text is set closer: letters would crowd. */
const stylesXml = (lang: Lang): string =>
  [
    `${HEAD}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr>${fontXml('body')}${sizeXml(BODY_SIZE)}`,
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>',
    '<w:pPrDefault/></w:docDefaults>',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>',
    // All in the style itself: LibreOffice passes over some of what is only a document's default, as hanging marks and the
    // size that the character grid is reckoned from.
    `<w:pPr>${PARAGRAPHS}</w:pPr>`,
    `<w:rPr><w:snapToGrid w:val="0"/>${closer(lang === 'en' ? 0 : CLOSER)}${sizeXml(BODY_SIZE)}</w:rPr></w:style>`,
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>',
    '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>',
    ...LOOKS.map(styleXml),
    '</w:styles>',
  ].join('');

const fontEntry = ([use, { name, fallback }]: [string, { readonly name: string; readonly fallback: string }]): string => {
  const chinese = use !== 'latin';
  const kind = chinese ? '<w:charset w:val="86"/><w:family w:val="auto"/>' : '<w:charset w:val="00"/><w:family w:val="roman"/>';
  return `<w:font w:name="${name}"><w:altName w:val="${fallback}"/>${kind}<w:pitch w:val="${chinese ? 'default' : 'variable'}"/></w:font>`;
};

const FONT_TABLE = `${HEAD}<w:fonts ${W}>${Object.entries(FONTS).map(fontEntry).join('')}</w:fonts>`;

/** Punctuation keeps its full width, as the grid wants it; Chinese rules for what may not begin or end a line hold. */
const SETTINGS = '<w:characterSpacingControl w:val="doNotCompress"/>';

/** Changes the parts that the library writes. */
export const rewriting =
  (lang: Lang): Rewrite =>
  (path, xml) => {
    switch (path) {
      case 'word/styles.xml':
        return stylesXml(lang);
      case 'word/fontTable.xml':
        return FONT_TABLE;
      case 'word/settings.xml':
        return xml.replace('<w:compat>', `${SETTINGS}<w:compat>`);
      case 'word/document.xml':
        return endingInPlace(xml);
      default:
        return xml;
    }
  };

const ENDING = /<w:p><w:pPr>(<w:sectPr>[^]*?<\/w:sectPr>)<\/w:pPr><\/w:p>/;

/**
 * The library ends a section with a paragraph of its own, which after a full page would be alone on another. Here the last
 * paragraph of the section ends it.
 */
function endingInPlace(xml: string): string {
  const parts = xml.split(ENDING);
  // Even ones are what stands between endings, odd ones the endings.
  return parts.reduce((whole, part, i) => {
    if (i % 2 === 0) return whole + part;
    const at = whole.indexOf('</w:pPr>', whole.lastIndexOf('<w:p>'));
    return whole.slice(0, at) + part + whole.slice(at);
  });
}
