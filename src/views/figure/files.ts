/** A chart as a file: its table as CSV, its picture as SVG or PNG, each as it is shown. */
import type { Scene } from '../../charts/scene';
import { sceneSvg } from '../../charts/scene-svg';
import { csv, textField } from '../../model/csv';
import type { FileKind } from './kinds';

/** Sharp on paper and on a projector. */
const PNG_SCALE = 3;
/** Browsers refuse larger canvases, or give an empty one. */
const MOST_PIXELS = 64_000_000;

/** A figure as it is printed, with its sign and percent sign: no formula, though it may begin like one. */
const FIGURE = /^[+-]\d+(\.\d+)?%?$/;

/** The table behind a scene as CSV, printed figures as they are. */
export const sceneCsv = ({ table }: Scene): string =>
  csv([table.columns, ...table.rows].map((row) => row.map((cell) => (FIGURE.test(cell) ? cell : textField(cell)))));

/** A scene as a file's bytes. @throws Error where the browser cannot draw the picture. */
export async function fileOf(scene: Scene, kind: FileKind): Promise<Blob> {
  if (kind === 'csv') return new Blob([sceneCsv(scene)], { type: 'text/csv;charset=utf-8' });
  const svg = new Blob([sceneSvg(scene)], { type: 'image/svg+xml;charset=utf-8' });
  return kind === 'svg' ? svg : pngOf(svg, scene);
}

async function pngOf(svg: Blob, { width, height }: Scene): Promise<Blob> {
  const scale = Math.min(PNG_SCALE, Math.sqrt(MOST_PIXELS / (width * height)));
  const url = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) =>
      canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('the picture could not be drawn'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** A title as a file's name: what file systems refuse is left out. */
export const fileName = (title: string, kind: FileKind): string =>
  `${
    title
      .replace(/[\\/:*?"<>|\u0000-\u001f]+/g, ' ')
      .trim()
      .slice(0, 80) || 'chart'
  }.${kind}`;
