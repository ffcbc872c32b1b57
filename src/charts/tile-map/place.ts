/**
 * Units as equal squares, arranged as they lie or as the user set them: every unit is seen alike, however small its
 * ground. Toned by classes of about equally many units; the figure stands in every tile, a missing one is hatched.
 */
import type { UnitId } from '../../model/unit';
import { emptyScene, type Frame } from '../frame';
import { fitText } from '../measure-text';
import { INK, tone } from '../palette';
import type { Mark, Scene } from '../scene';
import { arrange, type TilePlace } from './arrange';
import { classOf, quantileClasses } from './classes';
import { hatchRect } from './hatch';
import { toneLegend, type ToneWords } from './legend';
import { wrapText } from './wrap';

/** A unit and its figure on a map. */
export interface MapUnit {
  readonly unit: UnitId;
  readonly name: string;
  /** null: no figure; `text` says why, in a word: `未报送`. */
  readonly value: number | null;
  readonly text: string;
  /** A further line of the tooltip. */
  readonly note?: string;
}

export interface TileUnit extends MapUnit {
  /** Where the user put it, counted from 0; absent: where there is room. */
  readonly at?: TilePlace;
}

export interface TileMapWords extends ToneWords {
  /** Head of the figures' column in the table: `得分`. */
  readonly value: string;
  /** Said when units had to be moved off the place they claimed: `2 个单位的位置重复或越界，已移到空位`. */
  moved(n: number): string;
}

export interface TileMapData {
  readonly title: string;
  /** In the order of the roster. */
  readonly units: readonly TileUnit[];
  readonly words: TileMapWords;
}

/**
 * Actions: `unit:<unit>` (a tile). Keys: `<unit>`. The deeper a tile, the greater its figure. Wider than the frame
 * where an arrangement has more columns than tiles of a readable size fit.
 */
export function placeTileMap(data: TileMapData, frame: Frame): Scene {
  const { f, size, measure } = frame;
  const { units, words } = data;
  if (!units.length) return emptyScene(frame, data.title, f.words.noData);

  const { places, moved } = arrange(units.map((u) => u.at));
  const columns = Math.max(...places.map((p) => p.column)) + 1;
  const rows = Math.max(...places.map((p) => p.row)) + 1;
  // At least four characters a line, at most two lines of nine: beyond, a tile only gets emptier.
  const side = Math.round(Math.max(size * 4.6, Math.min(size * 9.6, frame.width / columns)));
  const figures = units.flatMap((u) => (u.value === null ? [] : [{ value: u.value, text: u.text }]));
  const classes = quantileClasses(figures);
  const width = Math.max(frame.width, columns * side);

  const marks: Mark[] = units.flatMap((u, i) => tile(u, places[i] ?? { column: 0, row: 0 }));
  const legend = toneLegend(classes, units.length - figures.length, words, width, frame);
  let bottom = rows * side + size * 0.9;
  marks.push({ kind: 'group', x: 0, y: bottom, marks: legend.marks });
  bottom += legend.height;
  if (moved.length) {
    marks.push({ kind: 'text', x: 0, y: bottom + size * 0.6, text: words.moved(moved.length), size: size * 0.9, fill: INK.soft });
    bottom += size * 1.5;
  }
  return {
    width,
    height: Math.ceil(bottom),
    title: data.title,
    marks,
    table: { columns: [f.words.unit, words.value], rows: units.map((u) => [u.name, u.text]) },
  };

  function tile(u: TileUnit, at: TilePlace): Mark[] {
    const x = at.column * side + 1;
    const y = at.row * side + 1;
    const inner = side - 2;
    const room = inner - size * 0.8;
    const small = side < size * 6.4 ? size * 0.85 : size;
    const toned = u.value === null ? undefined : classOf(classes, u.value);
    const title = [u.name, `${words.value} ${u.text}`, u.note].filter(Boolean).join('\n');
    // What is written and hatched on a tile is only to be read: the tile below takes the pointer.
    const drawn: Mark[] = [
      {
        kind: 'rect',
        x,
        y,
        width: inner,
        height: inner,
        fill: toned ? tone(toned.depth) : INK.paper,
        stroke: INK.line,
        key: u.unit,
        unit: u.unit,
        title,
        action: `unit:${u.unit}`,
        lit: { fill: 'none', stroke: INK.text, strokeWidth: size / 4.5 },
      },
    ];
    const lines = wrapText(u.name, room, small < size ? 2 : 3, small, measure);
    const weight = toned ? 600 : 400;
    // A figure cut short would be another figure: it is written smaller first.
    const figureSize = Math.max(size * 0.7, Math.min(size, (size * room) / Math.max(1, measure(u.text, size, weight))));
    const figure = fitText(u.text, room + 0.5, figureSize, measure, weight);
    const textTop = y + size * 0.4;
    const figureY = y + inner - size * 0.95;
    if (!toned) {
      // Hatched between name and word only: letters on lines are hard to read.
      const from = textTop + lines.length * small * 1.2 + size * 0.15;
      const to = figureY - size * 0.7;
      if (to > from)
        drawn.push({ kind: 'path', d: hatchRect(x, from, inner, to - from, size * 0.5), stroke: INK.line, unit: u.unit });
    }
    lines.forEach((text, i) => {
      drawn.push({
        kind: 'text',
        x: x + size * 0.4,
        y: textTop + small * (0.65 + i * 1.2),
        text,
        size: small,
        fill: INK.text,
      });
    });
    drawn.push({
      kind: 'text',
      x: x + size * 0.4,
      y: figureY,
      text: figure,
      size: figureSize,
      weight,
      fill: toned ? INK.text : INK.soft,
    });
    return drawn;
  }
}
