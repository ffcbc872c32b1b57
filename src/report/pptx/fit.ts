/**
 * How much room text takes on a slide: measured by counting characters, since no canvas is at hand where the file is
 * written and the font of the reader is not known. It rounds up, so that text stays in its box in every program.
 */

/** Of a slide, in inches. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Points in an inch. */
export const PT = 72;
/** The pitch of lines, in parts of the size: written as an exact pitch, so that no font makes it higher. */
export const PITCH = 1.3;
/** Between paragraphs, in parts of the size. */
export const PARAGRAPH_GAP = 0.5;
/** Left free at the end of lines: programs differ on how they set punctuation there. */
const SLACK = 0.97;

/** What may not begin a line stays with what is before it, what may not end one with what follows. */
const TOKEN = /\s+|[（“‘《〈【「『]*(?:[!-\u024f]+|[^\s!-\u024f])[，。、；：！？）”’》〉】」』…％‰℃]*/gu;

/** The width of a text, in parts of its size: Han and full-width signs 1, Latin about 0.55. */
export function ems(text: string): number {
  let sum = 0;
  for (const c of text) sum += c >= '\u0250' ? 1 : /[A-Z]/.test(c) ? 0.7 : /[mw%@—]/.test(c) ? 0.9 : c === ' ' ? 0.35 : 0.57;
  return sum;
}

/** The lines that a text breaks into at a width in parts of its size. Latin words stay whole where they can. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const end = (): void => {
    lines.push(line);
    line = '';
    used = 0;
  };
  for (const [i, part] of text.split('\n').entries()) {
    if (i > 0) end();
    for (const [token] of part.matchAll(TOKEN)) {
      const wide = ems(token);
      if (used > 0 && used + wide > width && token.trim() !== '') end();
      if (wide <= width) {
        line += token;
        used += wide;
        continue;
      }
      for (const c of token) {
        if (used > 0 && used + ems(c) > width) end();
        line += c;
        used += ems(c);
      }
    }
  }
  end();
  return lines;
}

/** How many parts of the size go on a line of so many inches. */
export const lineWidth = (inches: number, size: number): number => ((inches * PT) / size) * SLACK;

/** The height of paragraphs one below the other, in inches. `indent`: in parts of the size. */
export function heightOf(paragraphs: readonly string[], inches: number, size: number, indent = 0): number {
  const lines = paragraphs.reduce((sum, p) => sum + wrapped(p, lineWidth(inches, size) - indent).length, 0);
  return ((lines * PITCH + Math.max(0, paragraphs.length - 1) * PARAGRAPH_GAP) * size) / PT;
}

/** The first of the sizes at which the paragraphs go into the box; null where none is small enough. */
export function sizeFor(
  paragraphs: readonly string[],
  { w, h }: Pick<Box, 'w' | 'h'>,
  sizes: readonly number[],
  indent = 0,
): number | null {
  return sizes.find((size) => heightOf(paragraphs, w, size, indent) <= h) ?? null;
}

/** The paragraphs in portions that go into the box at a size; one that is too long for it goes on in the next. */
export function portions(paragraphs: readonly string[], { w, h }: Pick<Box, 'w' | 'h'>, size: number, indent = 0): string[][] {
  const width = lineWidth(w, size) - indent;
  const most = Math.max(1, Math.floor((h * PT) / (size * PITCH)));
  const whole = paragraphs.flatMap((p) => inParts(p, width, most));
  return inPages(whole, (page) => page.length === 1 || heightOf(page, w, size, indent) <= h);
}

/** Items in as few pages as they take, of the same length where that goes; one page, maybe empty, at least. */
export function inPages<T>(items: readonly T[], fits: (page: readonly T[]) => boolean): T[][] {
  const pages: T[][] = [[]];
  for (const item of items) {
    const page = pages.at(-1) ?? [];
    if (page.length === 0 || fits([...page, item])) page.push(item);
    else pages.push([item]);
  }
  const each = Math.ceil(items.length / pages.length);
  const even = pages.map((_, i) => items.slice(i * each, (i + 1) * each));
  return even.every((page) => page.length > 0 && fits(page)) ? even : pages;
}

/** A text in parts of at most so many lines each; a part ends with a sentence where there is one to end. */
export function inParts(text: string, width: number, most: number): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  for (;;) {
    const lines = wrapped(rest, width);
    if (lines.length <= most) return [...parts, rest];
    const head = rest.slice(0, lengthOf(rest, lines.slice(0, most).join('').length));
    const stop = Math.max(...['。', '；', '\n'].map((sign) => head.lastIndexOf(sign))) + 1;
    const end = stop > head.length / 2 ? stop : head.length;
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
}

/** How long the beginning of a text is that has so many characters without its line breaks. */
function lengthOf(text: string, characters: number): number {
  let i = 0;
  for (let left = characters; left > 0; i++) if (text[i] !== '\n') left--;
  return i;
}
