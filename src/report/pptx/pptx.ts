/**
 * The slides of a meeting pack as a presentation (.pptx): native text, native tables, pictures as SVG with a PNG for
 * programs that don't know it. Layout and cutting are in `pptx-pages.ts`; here it is written.
 */
import type PptxGenJS from 'pptxgenjs';
import type { Scene } from '../../charts/scene';
import { sceneSvg } from '../../charts/scene-svg';
import type { Imprint, Pack } from '../pack/paper';
import { PARAGRAPH_GAP, PITCH } from './fit';
import { CREATOR, FONT_NAME, mending, PICTURE_NAME, withSvg } from './mend';
import { clean, FOOT, footSize, INDENT, PAGE, pagesOf, TITLE_BOX, type Layout, type Page, type Part } from './pages';
import { CELL_MARGIN, NOTE_SIZE, type LaidTable } from './table';
import { stamped } from '../pack/stamped';

/** As in `app.css`, without `#`. The red is for identity alone, never for what is good or bad. */
const COLOUR = {
  ground: 'FAF8F4',
  ink: '26221D',
  soft: '665F56',
  line: 'CFC8BC',
  head: 'EFEAE0',
  red: '8F1D1D',
} as const;

/** Pixels of a PNG for an inch of the slide: those of a projector with 1920 across. */
const PIXELS = 144;

/**
 * The bytes of the presentation; the same pack gives the same bytes. Every picture's PNG comes from `paint`, so that the
 * library has nothing to load or to draw.
 * @param paint A scene as PNG, so many pixels wide.
 */
export async function pptxOf(
  pack: Pick<Pack, 'title' | 'slides' | 'imprint'>,
  paint: (scene: Scene, width: number) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const { default: Presentation } = await import('pptxgenjs');
  const file = new Presentation();
  const language = languageOf(pack.title);
  file.defineLayout({ name: 'wide', width: PAGE.w, height: PAGE.h });
  file.layout = 'wide';
  file.title = clean(pack.title);
  file.author = CREATOR;
  file.company = '';
  file.subject = '';
  file.theme = { headFontFace: FONT_NAME, bodyFontFace: FONT_NAME };
  for (const layout of ['opening', 'content', 'closing'] as const) file.defineSlideMaster(masterOf(layout));

  const pages = pagesOf(pack);
  const pictures = new Map<number, string>();
  for (const [i, page] of pages.entries()) {
    const slide = file.addSlide({ masterName: page.layout });
    slide.addText([{ text: page.title, options: { ...titleText(page), lang: language } }], { placeholder: 'title' });
    for (const part of page.parts) {
      if (part.kind === 'picture') {
        pictures.set(i + 1, svgOf(part.scene));
        const png = await paint(part.scene, Math.round(part.box.w * PIXELS));
        addPicture(slide, part, png);
      } else if (part.kind === 'table') addTable(slide, part, language);
      else addText(slide, part, language);
    }
    addFoot(slide, pack.imprint, language);
    // Their text is written in its place later, in paragraphs.
    slide.addNotes(' ');
  }
  const written = await file.write({ outputType: 'uint8array' });
  if (!(written instanceof Uint8Array)) throw new Error('pptx: the library gave no bytes');
  const notes = pages.map((page) => page.notes);
  return stamped(withSvg(written, pictures), pack.imprint.at, mending(pictures, notes, language));
}

/** The file speaks one language, that of its title; it is for spelling aids only. */
const languageOf = (title: string): string => (/\p{Script=Han}/u.test(title) ? 'zh-CN' : 'en-US');

/** One name of a font: slides are shown by programs that don't read a list of them. */
const svgOf = (scene: Scene): string => sceneSvg(scene).replace(/font-family="[^"]*"/, `font-family="${FONT_NAME}"`);

/** A layout: ground, the red of the house, a place for the title and for the number. */
function masterOf(layout: Layout): PptxGenJS.SlideMasterProps {
  const rect = (x: number, y: number, w: number, h: number, color: string): { rect: PptxGenJS.ShapeProps } => ({
    rect: { x, y, w, h, fill: { color }, line: { type: 'none' } },
  });
  const { x, y, w, h } = TITLE_BOX[layout];
  const decor = {
    opening: [rect(0, 0, 0.45, PAGE.h, COLOUR.red), rect(x, y + h + 0.18, 1.6, 0.05, COLOUR.red)],
    content: [rect(0, 0, PAGE.w, 0.14, COLOUR.red), rect(x, y + h + 0.08, w, 0.012, COLOUR.line)],
    closing: [rect(0, 0, PAGE.w, 0.14, COLOUR.red), rect(0, PAGE.h - 0.06, PAGE.w, 0.06, COLOUR.red)],
  }[layout];
  return {
    title: layout,
    background: { color: COLOUR.ground },
    objects: [
      ...decor,
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            ...{ x, y, w, h, margin: 0 },
            fontFace: FONT_NAME,
            fontSize: 28,
            bold: true,
            color: COLOUR.ink,
            align: layout === 'closing' ? 'center' : 'left',
            valign: layout === 'opening' ? 'bottom' : 'middle',
          },
          text: '',
        },
      },
    ],
    slideNumber: {
      ...{ x: PAGE.w - 1.4, y: FOOT.y, w: 0.8, h: FOOT.h, margin: 0 },
      ...{ fontFace: FONT_NAME, fontSize: 12, color: COLOUR.soft, align: 'right', valign: 'middle' },
    },
  };
}

const titleText = ({ layout, titleSize }: Page): PptxGenJS.TextPropsOptions => ({
  fontFace: FONT_NAME,
  fontSize: titleSize,
  bold: true,
  color: COLOUR.ink,
  align: layout === 'closing' ? 'center' : 'left',
  lineSpacing: titleSize * PITCH,
});

function addText(slide: PptxGenJS.Slide, { box, paragraphs, size, look }: Part & { kind: 'text' }, lang: string): void {
  slide.addText(
    paragraphs.map((text, i) => ({
      text,
      options: {
        ...(look === 'list' ? { bullet: { characterCode: '25AA', indent: size * INDENT } } : {}),
        breakLine: i < paragraphs.length - 1,
        paraSpaceAfter: i < paragraphs.length - 1 ? size * PARAGRAPH_GAP : 0,
      },
    })),
    {
      ...{ ...box, margin: 0, valign: 'top', align: 'left', objectName: 'text' },
      ...{
        fontFace: FONT_NAME,
        fontSize: size,
        color: look === 'soft' ? COLOUR.soft : COLOUR.ink,
        lineSpacing: size * PITCH,
        lang,
      },
    },
  );
}

function addPicture(slide: PptxGenJS.Slide, { box, scene }: Part & { kind: 'picture' }, png: Uint8Array): void {
  slide.addImage({ ...box, data: `image/png;base64,${base64(png)}`, altText: clean(scene.title), objectName: PICTURE_NAME });
}

function addTable(slide: PptxGenJS.Slide, { box, table }: Part & { kind: 'table' }, lang: string): void {
  const { title, titleSize, titleHeight, widths, rows, size } = table;
  if (titleHeight > 0)
    slide.addText(title, {
      ...{ ...box, h: titleHeight, margin: 0, valign: 'top', align: 'center', objectName: 'caption' },
      ...{ fontFace: FONT_NAME, fontSize: titleSize, bold: true, color: COLOUR.ink, lineSpacing: titleSize * PITCH, lang },
    });
  slide.addTable(
    rows.map((row) => cellsOf(row, table, lang)),
    {
      ...{ x: box.x, y: box.y + titleHeight, w: box.w, h: table.height, objectName: 'table' },
      ...{ colW: [...widths], rowH: rows.map((r) => r.height), fontFace: FONT_NAME, fontSize: size },
    },
  );
}

type Margins = [number, number, number, number];
const MARGINS: Margins = [CELL_MARGIN.above, CELL_MARGIN.side, CELL_MARGIN.above, CELL_MARGIN.side];

function cellsOf({ kind, cells }: LaidTable['rows'][number], { columns, size }: LaidTable, lang: string): PptxGenJS.TableCell[] {
  const none: PptxGenJS.BorderProps = { type: 'none' };
  const line: PptxGenJS.BorderProps = { type: 'solid', pt: kind === 'head' ? 1 : 0.5, color: COLOUR.line };
  const of = (fontSize: number): PptxGenJS.TableCellProps => ({
    ...{ fontFace: FONT_NAME, fontSize, lineSpacing: fontSize * PITCH, lang, margin: MARGINS },
    ...{ valign: 'middle', color: kind === 'note' ? COLOUR.soft : COLOUR.ink },
  });
  if (kind === 'note')
    return cells.map(({ text }) => ({
      text,
      options: { ...of(NOTE_SIZE), align: 'left', colspan: columns.length, border: [none, none, none, none] },
    }));
  return cells.map(({ text, bold = false }, i) => ({
    text,
    options: {
      ...of(size),
      bold,
      align: columns[i]?.align ?? 'left',
      border: [none, none, line, none],
      ...(kind === 'head' ? { fill: { color: COLOUR.head } } : {}),
    },
  }));
}

/** On every slide itself and not on the layout, so that a slide taken into another file keeps its marks. */
function addFoot(slide: PptxGenJS.Slide, { mark, draft, foot }: Imprint, lang: string): void {
  const runs = [mark, draft, foot].map(clean).filter((t) => t !== '');
  if (runs.length === 0) return;
  const size = footSize(runs.join('　·　'));
  slide.addText(
    runs.flatMap((text, i) => [
      ...(i > 0 ? [{ text: '　·　' }] : []),
      { text, options: text === clean(draft) ? { bold: true, color: COLOUR.ink } : {} },
    ]),
    {
      ...{ ...FOOT, margin: 0, valign: 'middle', align: 'left', objectName: 'foot' },
      ...{ fontFace: FONT_NAME, fontSize: size, color: COLOUR.soft, lineSpacing: size * 1.25, lang },
    },
  );
}

/** In portions: a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}
