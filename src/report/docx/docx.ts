/**
 * Papers of the meeting pack as Word files, laid out as GB/T 9704-2012 has official papers. This file and those beside it
 * (`docx-*`) are the only ones that know the library; it is large, so the app imports this file when a paper is asked for.
 */
import {
  Document,
  Footer,
  Header,
  ImageRun,
  Packer,
  PageNumber,
  PageOrientation,
  TextRun,
  type ISectionOptions,
  type Paragraph,
  type Table,
} from 'docx';
import type { Scene } from '../../charts/scene';
import { sceneSvg } from '../../charts/scene-svg';
import { A4, chars, EDGES, footOf, GRID, headerAt, LINE, typeArea, widthOf, type Foot } from './page';
import { rewriting, type Lang } from './parts';
import { tableOf } from './table';
import { paragraph, runsIn, type Runs } from './text';
import type { Block, Imprint, Paper, Section } from '../pack/paper';
import { stamped } from '../pack/stamped';

/** A PNG of a scene for programs that don't draw SVG. `width`: in CSS pixels, as it is printed; more pixels than that are sharper. */
export type Paint = (scene: Scene, width: number) => Promise<Uint8Array>;

/** The name that stands as author in the file; no person's. */
const AUTHOR = '党建考评看板';

/** The paper as a .docx. The same paper, imprint and pictures give the same bytes. */
export async function docxOf(paper: Paper, imprint: Imprint, paint: Paint, lang: Lang = 'zh-CN'): Promise<Uint8Array> {
  const foot = footOf(imprint.foot);
  const runs = runsIn(lang);
  const images = await picturesOf(paper, paint);
  const sections = paper.sections.map((section, i) => ({
    properties: pageOf(section, foot),
    // Later sections have the same edges as the first.
    ...(i === 0 ? edges(imprint, foot, runs) : {}),
    children: contentOf(section, { runs, lang, images, width: typeArea(section.orientation).width }),
  }));
  const file = new Document({
    title: paper.name,
    creator: AUTHOR,
    lastModifiedBy: AUTHOR,
    evenAndOddHeaderAndFooters: true,
    sections,
  });
  return stamped(new Uint8Array(await Packer.toArrayBuffer(file)), imprint.at, rewriting(lang));
}

function pageOf({ orientation }: Section, foot: Foot): NonNullable<ISectionOptions['properties']> {
  const edge = EDGES[orientation];
  return {
    page: {
      // Upright in both: the library turns it.
      size: { ...A4, orientation: orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE },
      margin: { ...edge, header: headerAt[orientation], footer: foot.at[orientation], gutter: 0 },
    },
    grid: GRID[orientation],
  };
}

/** The mark above and the page number below: outside, one character in, so that the two sides of a sheet differ. */
function edges(imprint: Imprint, foot: Foot, runs: Runs): Pick<ISectionOptions, 'headers' | 'footers'> {
  const mark = [imprint.mark, imprint.draft].filter(Boolean).join('\u3000');
  const header = (): Header => new Header({ children: [paragraph('mark', runs(mark))] });
  const footer = (odd: boolean): Footer =>
    new Footer({
      children: [
        paragraph('number', [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })], {
          alignment: odd ? 'right' : 'left',
          indent: odd ? { right: chars(1) } : { left: chars(1) },
        }),
        ...(imprint.foot
          ? [
              paragraph('foot', runs(imprint.foot, { size: foot.size }), {
                spacing: { line: foot.line, lineRule: 'exact', before: 0, after: 0 },
              }),
            ]
          : []),
      ],
    });
  return {
    ...(mark ? { headers: { default: header(), even: header() } } : {}),
    footers: { default: footer(true), even: footer(false) },
  };
}

interface Setting {
  readonly runs: Runs;
  readonly lang: Lang;
  readonly images: ReadonlyMap<Block, ImageRun>;
  /** Of the type area. */
  readonly width: number;
}

function contentOf(section: Section, setting: Setting): (Paragraph | Table)[] {
  const { runs } = setting;
  const empty = { spacing: { after: LINE } };
  const head = [
    ...(section.annex ? [paragraph('annex', runs(section.annex), empty)] : []),
    ...(section.title ? [paragraph('title', runs(section.title), section.subtitle ? {} : empty)] : []),
    ...(section.subtitle ? [paragraph('subtitle', runs(section.subtitle), empty)] : []),
  ];
  const { blocks } = section;
  const body = blocks.flatMap((block, i) =>
    drawn(block, setting, { broken: blocks[i - 1]?.kind === 'pageBreak', signed: blocks[i + 1]?.kind === 'signature' }),
  );
  // A section must have a paragraph that it can end in.
  return head.length + body.length > 0 ? [...head, ...body] : [paragraph('gap', [])];
}

/** What stands around a block: `broken`: a page break before it; `signed`: a signature after it, which is never alone on a page. */
interface Around {
  readonly broken: boolean;
  readonly signed: boolean;
}

function drawn(block: Block, { runs, lang, images, width }: Setting, { broken, signed }: Around): (Paragraph | Table)[] {
  const own = { ...(broken ? { pageBreakBefore: true } : {}), ...(signed ? { keepNext: true } : {}) };
  switch (block.kind) {
    case 'heading':
      return [paragraph(block.level, runs(block.text), own)];
    case 'text':
      return [paragraph(block.look === 'to' ? 'to' : 'body', runs(block.text), own)];
    case 'sentences': {
      const gap = lang === 'en' ? ' ' : '';
      const text = block.sentences.map((s) => s.text).join(gap);
      return [paragraph('body', [...(block.lead ? runs(block.lead + gap, { bold: true }) : []), ...runs(text)], own)];
    }
    case 'table':
      return tableOf(block.table, width, runs, broken);
    case 'picture': {
      const image = images.get(block);
      return image ? [paragraph('picture', [image], own)] : [];
    }
    case 'attachments':
      return attachmentsOf(block.lead, block.titles, runs, own);
    case 'signature':
      return signatureOf(block.by, block.date, runs, width, broken);
    case 'pageBreak':
      return [];
  }
}

type Own = NonNullable<Parameters<typeof paragraph>[2]>;

/** The lead (附件：) and `1. …` after an empty line; all names begin below each other. */
function attachmentsOf(lead: string, titles: readonly string[], runs: Runs, own: Own): Paragraph[] {
  const before = { spacing: { before: LINE } };
  // One alone has no number.
  if (titles.length === 1) {
    const hanging = chars(widthOf(lead));
    return [
      paragraph('attachment', runs(lead + titles.join('')), { indent: { left: chars(2) + hanging, hanging }, ...before, ...own }),
    ];
  }
  const number = widthOf(`${titles.length}.`) + 0.25;
  const left = chars(2 + widthOf(lead) + number);
  return titles.map((title, i) =>
    paragraph('attachment', runs(`${i === 0 ? lead : ''}${i + 1}.\t${title}`), {
      indent: { left, hanging: chars(i === 0 ? widthOf(lead) + number : number) },
      ...(i === 0 ? { ...before, ...(own.pageBreakBefore ? { pageBreakBefore: true } : {}) } : {}),
      ...(own.keepNext ? { keepNext: true } : {}),
    }),
  );
}

/** Between the date and the right edge, in characters. */
const DATE_IN = 4;

/** Who signs, centred over the date; on one page with it. Two lines above are left for a seal. */
function signatureOf(by: string, date: string, runs: Runs, width: number, pageBreakBefore: boolean): Paragraph[] {
  // What is centred between its left edge and the type area's right one has its middle where the date has it.
  const box = 2 * DATE_IN + widthOf(date);
  const own = { keepNext: true, spacing: { before: 2 * LINE }, ...(pageBreakBefore ? { pageBreakBefore } : {}) };
  return [
    // A name that is longer than that ends at the edge.
    widthOf(by) > box
      ? paragraph('signature', runs(by), { alignment: 'right', ...own })
      : paragraph('signature', runs(by), { alignment: 'center', indent: { left: width - chars(box) }, ...own }),
    paragraph('signature', runs(date), { alignment: 'right', indent: { right: chars(DATE_IN) } }),
  ];
}

/** Twentieths of a point in a CSS pixel: the library measures pictures in these. */
const PIXEL = 15;
/** What a picture leaves of a page's height for its heading and what is said of it. */
const TALLEST = 0.88;

/** All pictures of a paper: drawn first, as the library makes files without waiting. */
async function picturesOf(paper: Paper, paint: Paint): Promise<ReadonlyMap<Block, ImageRun>> {
  const images = new Map<Block, ImageRun>();
  for (const { blocks, orientation } of paper.sections)
    for (const block of blocks)
      if (block.kind === 'picture')
        images.set(block, await pictureOf(block.scene, block.share, orientation, images.size + 1, paint));
  return images;
}

async function pictureOf(
  scene: Scene,
  share: number,
  orientation: Section['orientation'],
  id: number,
  paint: Paint,
): Promise<ImageRun> {
  const area = typeArea(orientation);
  const scale = Math.min((area.width * Math.min(share, 1)) / scene.width, (area.height * TALLEST) / scene.height) / PIXEL;
  const transformation = { width: Math.floor(scene.width * scale), height: Math.floor(scene.height * scale) };
  return new ImageRun({
    type: 'svg',
    data: new TextEncoder().encode(sceneSvg(scene)),
    transformation,
    fallback: { type: 'png', data: await paint(scene, transformation.width) },
    // The library counts through all papers of a session; a paper counts its own.
    altText: { id: String(id), name: `${id}`, description: scene.title },
  });
}
