/** What every chart is placed into: the width it may take, its type size, and how texts are measured and written. */
import type { Formats } from '../i18n/format';
import { INK } from './palette';
import type { MeasureText } from './measure-text';
import type { Scene } from './scene';

export interface Frame {
  /** Pixels. */
  readonly width: number;
  /** Body size of type in pixels: 13 on screen, 20 and more on a projector. Row heights follow it. */
  readonly size: number;
  readonly measure: MeasureText;
  readonly f: Formats;
}

/** The scene of a chart that has nothing to show: it says why. */
export function emptyScene(frame: Frame, title: string, why: string): Scene {
  const height = Math.round(frame.size * 5);
  return {
    width: frame.width,
    height,
    title,
    empty: why,
    table: { columns: [], rows: [] },
    marks: [{ kind: 'text', x: frame.width / 2, y: height / 2, text: why, size: frame.size, fill: INK.soft, anchor: 'middle' }],
  };
}
