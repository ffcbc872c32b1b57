/** A text over several lines: broken between words and between Chinese characters, cut by an ellipsis in the last line. */
import { fitText, type MeasureText } from './measure-text';

/** A Latin word or one other character, with the closing punctuation and spaces that must not begin a line. */
const PIECE = /(?:[\u0021-\u024f]+|[^])[，。；：、！？）》”]*\s*/gu;

/**
 * @param lines how many there may be; default 2
 * @returns at least one line, none wider than `width`
 */
export function wrapText(
  text: string,
  width: number,
  size: number,
  measure: MeasureText,
  lines = 2,
  weight: 400 | 600 = 400,
): string[] {
  const rows = [''];
  for (const piece of text.match(PIECE) ?? []) {
    const last = rows.at(-1) ?? '';
    const fits = measure((last + piece).trimEnd(), size, weight) <= width;
    if (last === '' || fits || rows.length >= lines) rows[rows.length - 1] = last + piece;
    else rows.push(piece);
  }
  return rows.map((row) => fitText(row.trimEnd(), width, size, measure, weight));
}
