/** Two pictures as one, side by side: for papers, where a page has room for one. */
import type { Scene } from './scene';

/** @param gap pixels between them. The table is the first one's, then the second's below an empty row. */
export function beside(a: Scene, b: Scene, gap: number): Scene {
  const [first = '', ...others] = b.table.columns;
  return {
    width: a.width + gap + b.width,
    height: Math.max(a.height, b.height),
    title: `${a.title}；${b.title}`,
    marks: [
      { kind: 'group', x: 0, y: 0, marks: a.marks },
      { kind: 'group', x: a.width + gap, y: 0, marks: b.marks },
    ],
    table: { columns: a.table.columns, rows: [...a.table.rows, [], [first, ...others], ...b.table.rows] },
  };
}
