/**
 * What the library leaves to be mended in a presentation: pictures get their SVG beside the PNG, notes their paragraphs,
 * shapes numbers that are theirs alone, and nothing names another program than this one.
 */
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { Rewrite } from '../pack/stamped';

/** Whose work it is, in the file's properties. */
export const CREATOR = '党建考评看板';
export const FONT_NAME = 'Microsoft YaHei';
/** The name that a picture's shape has in a slide, by which it is found again. */
export const PICTURE_NAME = 'picture';

const SVG_ID = 'rIdSvg';
const svgPath = (slide: string): string => `ppt/media/picture-${slide}.svg`;

/** The file with SVG files added, by the number of the slide, and without its empty folders. Not packed: that is the next step's. */
export function withSvg(file: Uint8Array, pictures: ReadonlyMap<number, string>): Uint8Array {
  const entries: Zippable = {};
  for (const [path, bytes] of Object.entries(unzipSync(file))) if (!path.endsWith('/')) entries[path] = bytes;
  for (const [slide, svg] of pictures) entries[svgPath(String(slide))] = strToU8(svg);
  return zipSync(entries, { level: 0 });
}

/** Mends the text of the parts; `pictures` as in `withSvg`, `notes` of each slide. */
export function mending(pictures: ReadonlyMap<number, string>, notes: readonly (readonly string[])[], language: string): Rewrite {
  return (path, xml) => {
    const slide = /^ppt\/slides\/(?:_rels\/)?slide(\d+)\.xml/.exec(path)?.[1];
    if (slide !== undefined && path.endsWith('.rels')) return pictures.has(Number(slide)) ? withRelation(xml, slide) : xml;
    if (slide !== undefined) return numbered(pictures.has(Number(slide)) ? withBlip(xml) : xml);
    const note = /^ppt\/notesSlides\/notesSlide(\d+)\.xml$/.exec(path)?.[1];
    if (note !== undefined) return withNotes(xml, notes[Number(note) - 1] ?? [], language);
    if (path.startsWith('ppt/slideLayouts/') && path.endsWith('.xml')) return numbered(xml);
    if (path === '[Content_Types].xml')
      return xml.replace(/<Override PartName="\/ppt\/slideMasters\/slideMaster(?!1\.xml)[^>]*>/g, '');
    if (path === 'ppt/theme/theme1.xml') return withFonts(xml);
    if (path === 'docProps/app.xml') return properties(notes.length);
    return xml;
  };
}

const withRelation = (xml: string, slide: string): string =>
  xml.replace(
    '</Relationships>',
    `<Relationship Id="${SVG_ID}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="../media/picture-${slide}.svg"/></Relationships>`,
  );

/** Programs that know SVG draw it, the others the PNG. */
const withBlip = (xml: string): string =>
  xml.replace(
    /(<p:cNvPr [^>]*name="picture".*?<a:blip r:embed="[^"]*">)/s,
    `$1<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${SVG_ID}"/></a:ext></a:extLst>`,
  );

/** Numbers of shapes from 2 on; the library gives a table one that a text may have too. */
function numbered(xml: string): string {
  let next = 1;
  return xml.replace(/(<p:cNvPr id=")\d+"/g, (_, tag: string) => `${tag}${next++}"`);
}

/** The library writes all notes as one run; here each is a paragraph. */
function withNotes(xml: string, notes: readonly string[], language: string): string {
  const paragraphs = notes
    .flatMap((n) => n.split('\n'))
    .map((n) => `<a:p><a:r><a:rPr lang="${language}"/><a:t>${escaped(n)}</a:t></a:r></a:p>`);
  return xml.replace(
    /(name="Notes Placeholder 2".*?<a:lstStyle\/>).*?(<\/p:txBody>)/s,
    (_, before: string, after: string) =>
      `${before}${paragraphs.join('') || `<a:p><a:endParaRPr lang="${language}"/></a:p>`}${after}`,
  );
}

/** What somebody types into the file later has the same font. */
const withFonts = (xml: string): string =>
  xml
    .replaceAll('<a:ea typeface=""/>', `<a:ea typeface="${FONT_NAME}"/>`)
    .replace(/(<a:font script="Hans" typeface=")[^"]*/g, `$1${FONT_NAME}`);

const properties = (slides: number): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${CREATOR}</Application><Slides>${slides}</Slides><Notes>${slides}</Notes></Properties>`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
