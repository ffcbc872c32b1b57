/** A text in a few lines: names of eighteen characters fit where one line would be cut. */
import { fitText, type MeasureText } from '../measure-text';

/**
 * Breaks a text into at most `lines` lines of a width: Latin text at spaces where it can, Chinese anywhere. Only the
 * last line is cut, by an ellipsis. Lines that not one character fits into are left out.
 */
export function wrapText(
  text: string,
  width: number,
  lines: number,
  size: number,
  measure: MeasureText,
  weight: 400 | 600 = 400,
): string[] {
  const out: string[] = [];
  let rest = [...text];
  while (rest.length && out.length < lines) {
    const all = rest.join('');
    if (out.length === lines - 1 || measure(all, size, weight) <= width) {
      out.push(fitText(all, width, size, measure, weight));
      break;
    }
    let n = rest.length;
    while (n > 0 && measure(rest.slice(0, n).join(''), size, weight) > width) n--;
    if (n < 1) break;
    const space = rest.slice(0, n + 1).lastIndexOf(' ');
    const end = space > 0 ? space : n;
    out.push(rest.slice(0, end).join(''));
    rest = [...rest.slice(end).join('').trimStart()];
  }
  return out.filter(Boolean);
}
