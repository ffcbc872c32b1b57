/** Writes a scene as a standalone SVG file: white ground, fonts named, nothing interactive. For downloads, papers and tests. */
import { FONT, type Mark, type Paint, type Scene } from './scene';

/** The SVG text of a scene; coordinates to 2 decimals, ending in a newline. The same scene gives the same text. */
export function sceneSvg(scene: Scene): string {
  const { width, height } = scene;
  const size = `width="${num(width)}" height="${num(height)}" viewBox="0 0 ${num(width)} ${num(height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${escape(FONT)}">`,
    `<title>${escape(scene.title)}</title>`,
    `<rect width="${num(width)}" height="${num(height)}" fill="#ffffff"/>`,
    ...scene.marks.flatMap(draw),
    '</svg>',
    '',
  ].join('\n');
}

function draw(mark: Mark): string[] {
  if (mark.hit) return [];
  switch (mark.kind) {
    case 'group':
      return [`<g transform="translate(${num(mark.x)},${num(mark.y)})">`, ...mark.marks.flatMap(draw), '</g>'];
    case 'rect': {
      const round = mark.radius ? ` rx="${num(mark.radius)}"` : '';
      const box = `x="${num(mark.x)}" y="${num(mark.y)}" width="${num(mark.width)}" height="${num(mark.height)}"`;
      return [`<rect ${box}${round}${paint(mark)}/>`];
    }
    case 'circle':
      return [`<circle cx="${num(mark.x)}" cy="${num(mark.y)}" r="${num(mark.r)}"${paint(mark)}/>`];
    case 'path':
      return [`<path d="${mark.d.replace(/-?\d+\.\d+(?:e-?\d+)?/g, (n) => num(Number(n)))}"${paint(mark)}/>`];
    case 'text': {
      const anchor = mark.anchor && mark.anchor !== 'start' ? ` text-anchor="${mark.anchor}"` : '';
      const weight = mark.weight === 600 ? ' font-weight="600"' : '';
      // 0.35 em below the middle is where the baseline stands: viewers differ on dominant-baseline.
      const at = `x="${num(mark.x)}" y="${num(mark.y + mark.size * 0.35)}"`;
      return [`<text ${at} font-size="${num(mark.size)}" fill="${mark.fill}"${anchor}${weight}>${escape(mark.text)}</text>`];
    }
  }
}

function paint({ fill, stroke, strokeWidth, dash }: Paint): string {
  const line = stroke ? ` stroke="${stroke}" stroke-width="${num(strokeWidth ?? 1)}"` : '';
  return ` fill="${fill ?? 'none'}"${line}${dash ? ` stroke-dasharray="${dash}"` : ''}`;
}

/** At most two decimals, never `-0`. */
const num = (v: number): string => String(Math.round(v * 100) / 100 + 0);

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => ENTITIES[c] ?? c);
