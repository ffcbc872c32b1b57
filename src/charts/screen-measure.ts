/** The page's one text measurer, made when the first chart is drawn: its memory of widths is worth sharing. */
import { canvasMeasure, type MeasureText } from './measure-text';

let shared: MeasureText | undefined;

/** Measures with the fonts of this machine. Only where there is a document. */
export function screenMeasure(): MeasureText {
  return (shared ??= canvasMeasure(document.createElement('canvas')));
}
