/** Beside or under a map: what the tones mean, and the units whose names had no room or that have no area. */
import type { Frame } from '../frame';
import { fitText } from '../measure-text';
import { INK, tone } from '../palette';
import type { Mark } from '../scene';
import { hatchRect } from '../tile-map/hatch';
import type { ToneClass } from '../tile-map/classes';
import { classOf } from '../tile-map/classes';
import type { GeoUnit, GeoMapWords } from './data';

export interface Listed {
  readonly unit: GeoUnit;
  /** Its number on the map; null: none. */
  readonly number: number | null;
}

export interface ListPart {
  readonly head: string;
  readonly entries: readonly Listed[];
}

/** How many columns a width holds of the lists' widest entry, at most twenty characters of a name, and how wide they are. */
export function columnsOf(
  parts: readonly ListPart[],
  width: number,
  { size, measure }: Pick<Frame, 'size' | 'measure'>,
): { columns: number; columnWidth: number } {
  const small = size * 0.9;
  const natural = Math.max(
    size * 8,
    ...parts.flatMap((p) =>
      p.entries.map(
        ({ unit: u }) => Math.min(measure(`000 ${u.name}`, small), small * 20) + measure(u.text, small, 600) + size * 3,
      ),
    ),
  );
  const columnWidth = Math.min(width, natural);
  return { columns: Math.max(1, Math.floor((width + size * 1.5) / (columnWidth + size * 1.5))), columnWidth };
}

/**
 * Lists one under another in as many columns as a width holds, at most `lines` lines in each; what is beyond is
 * counted. From (0, 0).
 *
 * @returns marks, and how high they are
 */
export function placeLists(
  parts: readonly ListPart[],
  classes: readonly ToneClass[],
  words: GeoMapWords,
  width: number,
  lines: number,
  { size, measure }: Frame,
): { marks: Mark[]; height: number } {
  const small = size * 0.9;
  const lineHeight = size * 1.55;
  const marks: Mark[] = [];
  const { columns, columnWidth } = columnsOf(parts, width, { size, measure });
  let y = 0;
  let left = lines;
  let beyond = 0;
  for (const part of parts) {
    if (!part.entries.length) continue;
    const rows = Math.min(Math.ceil(part.entries.length / columns), Math.max(0, left - 1));
    if (!rows) {
      beyond += part.entries.length;
      continue;
    }
    const head = fitText(part.head, width, small, measure, 600);
    marks.push({ kind: 'text', x: 0, y: y + lineHeight / 2, text: head, size: small, weight: 600, fill: INK.soft });
    y += lineHeight;
    part.entries.forEach((entry, i) => {
      if (i >= rows * columns) beyond++;
      else marks.push(...row(entry, Math.floor(i / rows) * (columnWidth + size * 1.5), y + ((i % rows) + 0.5) * lineHeight));
    });
    y += rows * lineHeight + size * 0.5;
    left -= rows + 1.5;
  }
  if (beyond) {
    marks.push({ kind: 'text', x: 0, y: y + lineHeight / 2, text: words.rest(beyond), size: small, fill: INK.soft });
    y += lineHeight;
  }
  return { marks, height: y };

  function row({ unit: u, number }: Listed, x: number, at: number): Mark[] {
    const toned = u.value === null ? undefined : classOf(classes, u.value);
    const box = { x: x + 0.5, y: at - size * 0.45, width: size * 1.3, height: size * 0.9 };
    const touch = { key: u.unit, unit: u.unit, title: [u.name, `${words.value} ${u.text}`, u.note].filter(Boolean).join('\n') };
    const from = x + size * 1.8;
    const figure = measure(u.text, small, 600);
    const label = number === null ? u.name : `${number} ${u.name}`;
    const name = fitText(label, columnWidth - size * 1.8 - figure - size * 0.6, small, measure);
    return [
      { kind: 'rect', ...box, fill: toned ? tone(toned.depth) : INK.paper, stroke: INK.line, ...touch },
      ...(toned
        ? []
        : [{ kind: 'path', d: hatchRect(box.x, box.y, box.width, box.height, size * 0.35), stroke: INK.line } as const]),
      { kind: 'text', x: from, y: at, text: name, size: small, fill: INK.text, ...touch, action: `unit:${u.unit}` },
      {
        kind: 'text',
        x: x + columnWidth,
        y: at,
        text: u.text,
        size: small,
        weight: toned ? 600 : 400,
        fill: toned ? INK.text : INK.soft,
        anchor: 'end',
        unit: u.unit,
      },
    ];
  }
}
