/** What the tones of a map mean, in words: a swatch per class with its limits, and one hatched for missing figures. */
import type { Frame } from '../frame';
import { INK, tone } from '../palette';
import type { Mark } from '../scene';
import type { ToneClass } from './classes';
import { hatchRect } from './hatch';

/** The words of a map's legend. */
export interface ToneWords {
  /** `底色越深，数值越高`. */
  readonly deeper: string;
  /** The limits of a class: `82.10 至 85.30`. */
  range(from: string, to: string): string;
  /** How many units a class holds: `3 个`. */
  count(n: number): string;
  /** What the hatching means: `未报送`. */
  readonly missing: string;
}

/**
 * Swatches one after another, wrapped to a width, and the sentence that reads them, from (0, 0).
 *
 * @param missing how many units have no figure
 * @param outlined what a broken outline without a tone means; absent: there is none
 * @param stacked one under another
 * @returns marks, and how high they are
 */
export function toneLegend(
  classes: readonly ToneClass[],
  missing: number,
  words: ToneWords,
  width: number,
  { size, measure }: Frame,
  { outlined, stacked = false }: { outlined?: string; stacked?: boolean } = {},
): { marks: Mark[]; height: number } {
  const small = size * 0.9;
  const box = size * 1.3;
  const lineHeight = size * 1.6;
  const entries = [
    ...classes.map((c) => ({
      text: `${c.from === c.to ? c.from : words.range(c.from, c.to)} · ${words.count(c.count)}`,
      depth: c.depth,
    })),
    ...(missing ? [{ text: `${words.missing} · ${words.count(missing)}`, depth: null }] : []),
    ...(outlined ? [{ text: outlined, depth: undefined }] : []),
  ];
  const marks: Mark[] = [];
  let [x, y] = [0, 0];
  for (const { text, depth } of entries) {
    const wide = box + size * 0.4 + measure(text, small);
    if (x > 0 && (stacked || x + wide > width)) [x, y] = [0, y + lineHeight];
    const at = { x: x + 0.5, y: y + 0.5, width: box, height: size };
    if (depth === undefined) marks.push({ kind: 'rect', ...at, fill: '#ffffff', stroke: INK.line, dash: '3 3' });
    else marks.push({ kind: 'rect', ...at, fill: depth === null ? INK.paper : tone(depth), stroke: INK.line });
    if (depth === null)
      marks.push({ kind: 'path', d: hatchRect(at.x, at.y, at.width, at.height, size * 0.35), stroke: INK.line });
    marks.push({ kind: 'text', x: x + box + size * 0.4, y: y + size * 0.5 + 0.5, text, size: small, fill: INK.text });
    x += wide + size * 1.2;
  }
  if (classes.length > 1) {
    if (x > 0 && (stacked || x + measure(words.deeper, small) > width)) [x, y] = [0, y + lineHeight];
    marks.push({ kind: 'text', x, y: y + size * 0.5 + 0.5, text: words.deeper, size: small, fill: INK.soft });
  }
  return { marks, height: y + lineHeight };
}
