/** Pictures as one, for papers and slides, where there is room for one: side by side, one below the other, with a heading. */
import { INK } from './palette';
import type { Scene } from './scene';

/** @param gap pixels between them. The table is the first one's, then the second's below an empty row. */
export const beside = (a: Scene, b: Scene, gap: number): Scene => ({
  ...both(a, b, a.width + gap, 0),
  width: a.width + gap + b.width,
  height: Math.max(a.height, b.height),
});

export const stacked = (a: Scene, b: Scene, gap: number): Scene => ({
  ...both(a, b, 0, a.height + gap),
  width: Math.max(a.width, b.width),
  height: a.height + gap + b.height,
});

function both(a: Scene, b: Scene, x: number, y: number): Pick<Scene, 'title' | 'marks' | 'table'> {
  const width = Math.max(a.table.columns.length, b.table.columns.length);
  const wide = (row: readonly string[]): string[] => [...row, ...Array<string>(width - row.length).fill('')];
  return {
    title: `${a.title}；${b.title}`,
    marks: [
      { kind: 'group', x: 0, y: 0, marks: a.marks },
      { kind: 'group', x, y, marks: b.marks },
    ],
    table: { columns: wide(a.table.columns), rows: [...a.table.rows, [], b.table.columns, ...b.table.rows].map(wide) },
  };
}

/** A picture below its own title, which a page of text would not give it. */
export function titled(scene: Scene, size: number): Scene {
  const top = size * 1.9;
  return {
    ...scene,
    height: scene.height + top,
    marks: [
      { kind: 'text', x: 0, y: size * 0.8, text: scene.title, size, fill: INK.text, weight: 600 },
      { kind: 'group', x: 0, y: top, marks: scene.marks },
    ],
  };
}
