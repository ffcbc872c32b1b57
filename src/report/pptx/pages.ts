/**
 * What stands where on the slides, before any file is written: the pack's slides as pages of placed texts, tables and
 * pictures. What does not go on one page goes on in the next; nothing is left out and nothing overflows.
 */
import type { Scene } from '../../charts/scene';
import type { Pack, PaperTable, Slide } from '../pack/paper';
import { heightOf, lineWidth, portions, sizeFor, wrapped, type Box } from './fit';
import { TABLE_SIZES, tableIn, tablePages, type LaidTable } from './table';

/** 16:9, in inches. */
export const PAGE = { w: 13.333, h: 7.5 } as const;
/** Where the layouts have their titles; a page's own title stands in the same place. */
export const TITLE_BOX: Readonly<Record<Layout, Box>> = {
  opening: { x: 1.2, y: 1.75, w: 11, h: 1.9 },
  content: { x: 0.6, y: 0.36, w: 12.13, h: 0.94 },
  closing: { x: 1.2, y: 2.4, w: 10.93, h: 2.2 },
};
/** Between the line under the title and the foot. */
export const BODY: Box = { x: 0.6, y: 1.6, w: 12.13, h: 5.1 };
export const FOOT: Box = { x: 0.6, y: 6.92, w: 11.2, h: 0.44 };
const SUBTITLE: Box = { x: 1.2, y: 4.1, w: 11, h: 1.9 };

const TITLE_SIZES: Readonly<Record<Layout, readonly number[]>> = {
  opening: [46, 42, 38, 34, 30, 26, 22, 18],
  content: [32, 30, 28, 26, 24, 22, 20, 18],
  closing: [48, 44, 40, 36, 32, 28, 24, 20, 18],
};
const TEXT_SIZES = [28, 26, 24, 22, 20] as const;
/** Room for the mark before each of several sentences, in parts of the size. */
export const INDENT = 1;
const GAP = 0.35;
/** Widths of the text where a picture or a table stands beside it. */
const BESIDE = [3.8, 4.6, 5.4, 6.4, 7.2] as const;
/** A picture smaller than this, in square inches, is not seen from the back row: it gets a slide of its own. */
const LEAST_PICTURE = 14;

export type Layout = 'opening' | 'content' | 'closing';

/** Each paragraph with a mark before it · without · below a title. */
export type TextLook = 'list' | 'plain' | 'soft';

export type Part =
  | {
      readonly kind: 'text';
      readonly box: Box;
      readonly paragraphs: readonly string[];
      readonly size: number;
      readonly look: TextLook;
    }
  | { readonly kind: 'table'; readonly box: Box; readonly table: LaidTable }
  | { readonly kind: 'picture'; readonly box: Box; readonly scene: Scene };

export interface Page {
  readonly layout: Layout;
  readonly title: string;
  readonly titleSize: number;
  readonly parts: readonly Part[];
  readonly notes: readonly string[];
}

/** The pages of a pack: one a slide, more where its text or its table takes them. */
export const pagesOf = ({ title, slides }: Pick<Pack, 'title' | 'slides'>): Page[] =>
  slides.flatMap((slide) => {
    const notes = slide.notes.map((s) => clean(s.text));
    const pages = slide.kind === 'title' ? opening(clean(title), slide) : slide.kind === 'end' ? closing(slide) : content(slide);
    // What is to be said is said once, with the first.
    return pages.map((page, i): Page => ({ ...page, notes: i === 0 ? notes : [] }));
  });

type Bare = Omit<Page, 'notes'>;

function opening(packTitle: string, slide: Slide): Bare[] {
  const own = clean(slide.title);
  const lines = [...(own === '' || own === packTitle ? [] : [own]), ...textsOf(slide)];
  const { text, size, rest } = titleFor(packTitle, 'opening');
  const small = sizeFor(lines, SUBTITLE, TEXT_SIZES);
  const under: Part[] =
    small === null || lines.length === 0 ? [] : [{ kind: 'text', box: SUBTITLE, paragraphs: lines, size: small, look: 'soft' }];
  const more = [...(rest ? [packTitle] : []), ...(small === null ? lines : [])];
  return [
    { layout: 'opening', title: text, titleSize: size, parts: under },
    ...pagesUnder(own || packTitle, bodies(more, slide.table, slide.scene)),
  ];
}

function closing(slide: Slide): Bare[] {
  const title = clean(slide.title);
  if (slide.sentences.length > 0 || slide.table || slide.scene) return content(slide);
  const { text, size, rest } = titleFor(title, 'closing');
  return [
    { layout: 'closing', title: text, titleSize: size, parts: [] },
    ...(rest ? pagesUnder(text, bodies([title], null, null)) : []),
  ];
}

function content(slide: Slide): Bare[] {
  const title = clean(slide.title);
  const { text, rest } = titleFor(title, 'content');
  // A title that is too long for its place is cut there, and stands in full below.
  const table = slide.table && clean(slide.table.title) === title ? { ...slide.table, title: '' } : slide.table;
  const bare = bodies([...(rest ? [title] : []), ...textsOf(slide)], table, slide.scene);
  return pagesUnder(text, bare.length > 0 ? bare : [[]]);
}

const pagesUnder = (title: string, bare: readonly (readonly Part[])[]): Bare[] =>
  bare.map((parts, i) => {
    const { text, size } = titleFor(i === 0 ? title : continued(title), 'content');
    return { layout: 'content', title: text, titleSize: size, parts };
  });

/** As tables that go over several pages have it in Chinese, and in English. */
const continued = (title: string): string => (/\p{Script=Han}/u.test(title) ? `${title}（续）` : `${title} (cont.)`);

/** A title as it goes into its place, and whether something of it is left. */
function titleFor(title: string, layout: Layout): { readonly text: string; readonly size: number; readonly rest: boolean } {
  const box = TITLE_BOX[layout];
  const sizes = TITLE_SIZES[layout];
  // Rather somewhat smaller than with a word or two on a line of their own.
  const near = sizes.filter((size) => size >= 0.7 * (sizes[0] ?? 0));
  const size = near.find((s) => wrapped(title, lineWidth(box.w, s)).length === 1) ?? sizeFor([title], box, sizes);
  if (size !== null) return { text: title, size, rest: false };
  const [smallest = 18] = sizes.slice(-1);
  const [lines = []] = portions([title], { w: box.w - 1.2, h: box.h }, smallest);
  return { text: `${lines.join('')}…`, size: smallest, rest: true };
}

/** The bodies of one slide's pages. */
function bodies(texts: readonly string[], table: PaperTable | null, scene: Scene | null): Part[][] {
  // A picture that has nothing to show says why.
  if (scene?.empty !== undefined) return bodies([...texts, clean(scene.empty)], table, null);
  if (table && scene) return [...bodies(texts, table, null), [pictureIn(scene, BODY)]];
  if (table) return withTable(texts, table) ?? [...textPages(texts), ...tableAlone(table)];
  if (scene) return withPicture(texts, scene) ?? [...textPages(texts), [pictureIn(scene, BODY)]];
  return textPages(texts);
}

function textPages(texts: readonly string[]): Part[][] {
  if (texts.length === 0) return [];
  const whole = textIn(texts, BODY);
  if (whole) return [[whole]];
  const ways = TEXT_SIZES.map((size) => ({ size, pages: portions(texts, BODY, size, INDENT) }));
  const { size, pages } = ways.reduce((a, b) => (b.pages.length < a.pages.length ? b : a));
  return pages.map((paragraphs) => [{ kind: 'text', box: BODY, paragraphs, size, look: 'list' }]);
}

const tableAlone = (table: PaperTable): Part[][] => tablePages(clear(table), BODY).map((t) => [placed(t, BODY)]);

const placed = (table: LaidTable, box: Box): Part => ({
  kind: 'table',
  box: { ...box, h: table.titleHeight + table.height },
  table,
});

function textIn(paragraphs: readonly string[], box: Box): (Part & { readonly kind: 'text' }) | null {
  const { look, indent } = lookOf(paragraphs);
  const size = sizeFor(paragraphs, box, TEXT_SIZES, indent);
  return size === null ? null : { kind: 'text', box, paragraphs, size, look };
}

/** One sentence needs no mark before it. */
const lookOf = (paragraphs: readonly string[]): { readonly look: TextLook; readonly indent: number } =>
  paragraphs.length > 1 ? { look: 'list', indent: INDENT } : { look: 'plain', indent: 0 };

/** A body cut in two: text at the left or above, the other box for a table or a picture. */
function cuts(texts: readonly string[]): { readonly text: Part & { readonly kind: 'text' }; readonly other: Box }[] {
  const beside = BESIDE.flatMap((w) => {
    const text = textIn(texts, { ...BODY, w });
    return text ? [{ text, other: { ...BODY, x: BODY.x + w + GAP, w: BODY.w - w - GAP } }] : [];
  });
  const { look, indent } = lookOf(texts);
  const above = TEXT_SIZES.flatMap((size) => {
    const h = heightOf(texts, BODY.w, size, indent);
    const left = BODY.h - h - GAP;
    const box = { ...BODY, h };
    return left > 1.2
      ? [
          {
            text: { kind: 'text', box, paragraphs: texts, size, look } as const,
            other: { ...BODY, y: BODY.y + h + GAP, h: left },
          },
        ]
      : [];
  });
  return [...beside, ...above];
}

/** Text and table on one page; null where they don't go together. */
function withTable(texts: readonly string[], table: PaperTable): Part[][] | null {
  if (texts.length === 0) return null;
  const ways = cuts(texts).flatMap(({ text, other }) =>
    TABLE_SIZES.flatMap((size) => {
      const laid = tableIn(clear(table), other, size);
      return laid ? [{ parts: [text, placed(laid, other)], worth: text.size + 2 * size }] : [];
    }),
  );
  return best(ways);
}

/** Text and picture on one page; null where the picture would be too small. */
function withPicture(texts: readonly string[], scene: Scene): Part[][] | null {
  if (texts.length === 0) return null;
  const ways = cuts(texts).flatMap(({ text, other }) => {
    const picture = pictureIn(scene, other);
    const area = picture.box.w * picture.box.h;
    return area >= LEAST_PICTURE ? [{ parts: [text, picture], worth: area * text.size }] : [];
  });
  return best(ways);
}

const best = (ways: readonly { readonly parts: Part[]; readonly worth: number }[]): Part[][] | null => {
  const [first, ...others] = ways;
  return first ? [others.reduce((a, b) => (b.worth > a.worth ? b : a), first).parts] : null;
};

/** A picture as large as it goes into a box, in its own proportions: at the top, in the middle of the width. */
function pictureIn(scene: Scene, box: Box): Part {
  const scale = Math.min(box.w / scene.width, box.h / scene.height);
  const [w, h] = [scene.width * scale, scene.height * scale];
  return { kind: 'picture', box: { x: box.x + (box.w - w) / 2, y: box.y, w, h }, scene };
}

const textsOf = (slide: Slide): string[] => slide.sentences.map((s) => clean(s.text)).filter((t) => t !== '');

const clear = (table: PaperTable): PaperTable => ({
  title: clean(table.title),
  columns: table.columns.map((c) => ({ ...c, title: clean(c.title) })),
  rows: table.rows.map((cells) => cells.map((c) => ({ ...c, text: clean(c.text) }))),
  notes: table.notes.map(clean),
});

/** Without characters that an XML file can't hold. */
export const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
    .trim();

/** The size of the foot: 12 points, less only where its text takes more than two lines. */
export const footSize = (text: string): number =>
  [12, 11, 10, 9, 8].find((s) => wrapped(text, lineWidth(FOOT.w, s)).length <= 2) ?? 8;
