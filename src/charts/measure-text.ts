/** How wide a text is: measured by the browser's canvas on screen, estimated where there is none; and fitting by ellipsis. */
import { FONT } from './scene';

/** The width in pixels of a text at a size, in the charts' family. */
export type MeasureText = (text: string, size: number, weight?: 400 | 600) => number;

const WIDE = /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** The same answer on every machine: wide characters 1 em, all others 0.55 em (bold 0.58). For tests and papers. */
export const estimateText: MeasureText = (text, size, weight = 400) => {
  let em = 0;
  for (const c of text) em += WIDE.test(c) ? 1 : weight === 600 ? 0.58 : 0.55;
  return em * size;
};

/** Measures by a canvas and remembers: labels repeat on every redraw. Falls back to the estimate without a 2d context. */
export function canvasMeasure(canvas: HTMLCanvasElement): MeasureText {
  const context = canvas.getContext('2d');
  if (!context) return estimateText;
  const known = new Map<string, number>();
  return (text, size, weight = 400) => {
    const key = `${weight} ${text}`;
    let em = known.get(key);
    if (em === undefined) {
      // Widths scale with the size; measuring at one large size keeps one entry per text and avoids hinting.
      context.font = `${weight} 100px ${FONT}`;
      em = context.measureText(text).width / 100;
      if (known.size > 5000) known.clear();
      known.set(key, em);
    }
    return em * size;
  };
}

/** The text, or as much of its beginning as fits with an ellipsis; '' when not even one character does. */
export function fitText(text: string, width: number, size: number, measure: MeasureText, weight: 400 | 600 = 400): string {
  if (measure(text, size, weight) <= width) return text;
  const characters = [...text];
  for (let n = characters.length - 1; n > 0; n--) {
    const cut = `${characters.slice(0, n).join('').trimEnd()}…`;
    if (measure(cut, size, weight) <= width) return cut;
  }
  return '';
}
