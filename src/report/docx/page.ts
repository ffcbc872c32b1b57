/** Measures of an official paper by GB/T 9704-2012, in twentieths of a point as the file holds them. */
import type { Section } from '../pack/paper';

/** Twentieths of a point in a millimetre. */
const MM = 1440 / 25.4;
const mm = (length: number): number => Math.round(length * MM);

export type Orientation = Section['orientation'];

/** A4, upright. */
export const A4 = { width: mm(210), height: mm(297) };

/** 3号, in points; the character grid is reckoned from it. */
export const BODY_SIZE = 16;
/** From one line to the next: 22 of them fill the type area. */
export const LINE = 578;
/** From one character to the next in the grid, in points: 28 at 16 pt would be 158 mm, two more than there are. */
const PITCH = 15.79;
/**
 * The grid as the file has it: `charSpace` is the difference to the font size in 1/4096 point. Pages on their side hold tables;
 * their width is no whole number of characters, and LibreOffice would move what is on them by the rest.
 */
export const GRID = {
  portrait: { type: 'linesAndChars', linePitch: LINE, charSpace: Math.round((PITCH - BODY_SIZE) * 4096) },
  landscape: { type: 'lines', linePitch: LINE },
} as const satisfies Readonly<
  Record<Orientation, { readonly type: string; readonly linePitch: number; readonly charSpace?: number }>
>;
/**
 * What is taken from each character instead. Not every program can have a grid that is narrower than its characters:
 * LibreOffice gives each of them two places, 14 to a line. So the page says the grid, as whoever looks at its settings
 * expects, and text is set that much closer, off the grid: 28 × 15.7 pt fit in a line, 29 do not.
 */
export const CLOSER = -6;
/** The width of a number of characters. */
export const chars = (count: number): number => Math.round(count * (BODY_SIZE * 20 + CLOSER));

export interface Edges {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** A page on its side is the upright one turned, its top where upright pages are bound; so the type area is the same. */
export const EDGES: Readonly<Record<Orientation, Edges>> = {
  portrait: { top: mm(37), right: mm(26), bottom: mm(35), left: mm(28) },
  landscape: { top: mm(28), right: mm(37), bottom: mm(26), left: mm(35) },
};

/** What the margins leave. */
export function typeArea(orientation: Orientation): { readonly width: number; readonly height: number } {
  const { top, right, bottom, left } = EDGES[orientation];
  const [width, height] = orientation === 'portrait' ? [A4.width, A4.height] : [A4.height, A4.width];
  return { width: width - left - right, height: height - top - bottom };
}

/** From the upper edge to the mark. */
export const headerAt: Readonly<Record<Orientation, number>> = { portrait: mm(20), landscape: mm(12) };

/** The page number's line, and how far below the type area it begins: its dashes are then 7 mm below. */
export const NUMBER_LINE = 360;
const NUMBER_GAP = mm(7) - NUMBER_LINE / 2;
/** Below this a printer may cut. */
const SAFE = mm(5);

export interface Foot {
  /** Points. */
  readonly size: number;
  readonly line: number;
  /** From the lower edge to the end of the foot, by orientation. */
  readonly at: Readonly<Record<Orientation, number>>;
}

/** Sizes of a foot in points, the wanted one first. */
const FOOT_SIZES = [9, 7.5, 6] as const;
/** Fonts that stand in for 宋体 have wider letters. */
const WIDER = 1.1;

/** How a text fits below the page number. A foot grows upwards, so its lines are counted; too many would shorten the page. */
export function footOf(text: string): Foot {
  const height = (size: number, o: Orientation): number => linesOf(text, typeArea(o).width / (size * 20 * WIDER)) * lineOf(size);
  const room = (o: Orientation): number => EDGES[o].bottom - NUMBER_GAP - NUMBER_LINE;
  const fits = (size: number): boolean => ORIENTATIONS.every((o) => height(size, o) <= room(o) - SAFE);
  const size = FOOT_SIZES.find(fits) ?? 6;
  const at = (o: Orientation): number => Math.max(SAFE, Math.round(room(o) - height(size, o)));
  return { size, line: lineOf(size), at: { portrait: at('portrait'), landscape: at('landscape') } };
}

const lineOf = (size: number): number => size * 24;
const ORIENTATIONS = ['portrait', 'landscape'] as const;

/** How many lines a text takes, that many characters wide; a word of letters and figures goes to the next line as a whole. */
function linesOf(text: string, width: number): number {
  let lines = 0;
  let left = 0;
  for (const word of text.match(/[!-~]+|[^]/gu) ?? []) {
    const wide = widthOf(word);
    if (wide > left) {
      // One that is longer than a line is broken.
      lines += Math.ceil(wide / width);
      left = width * Math.ceil(wide / width);
    }
    left -= wide;
  }
  return lines;
}

/** Characters that are as wide as they are high. */
const WIDE = /[\u2014-\u2027\u2030\u203b\u2103\u2190-\u2bff\u2e80-\uffef]|[\u{20000}-\u{3ffff}]/gu;

/** The width of a text in characters of the grid: a letter or figure takes half of one. */
export function widthOf(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  return wide + ([...text].length - wide) / 2;
}
