/** Where the label of an area stands best: the point inside it that is furthest from its edges. */
import { ringArea, type Shape } from './project';

export interface LabelPoint {
  readonly x: number;
  readonly y: number;
  /** Distance to the nearest edge in pixels; 0 or below: the area has no inside to speak of. */
  readonly room: number;
}

interface Cell extends LabelPoint {
  readonly half: number;
  /** The furthest any point of the cell can be from the edges. */
  readonly best: number;
}

/**
 * The visual centre of a shape, to a pixel: cells of a grid are halved while one of them may still hold a better point
 * (after Mapbox's polylabel). At most 400 cells are looked at, so a coastline of many points stays quick.
 */
export function labelPoint(shape: Shape): LabelPoint {
  const outer = shape[0] ?? [];
  const xs = outer.map((p) => p[0]);
  const ys = outer.map((p) => p[1]);
  const [left, right] = [least(xs), -least(xs.map((x) => -x))];
  const [top, bottom] = [least(ys), -least(ys.map((y) => -y))];
  const side = Math.max(1, Math.min(right - left, bottom - top));
  const cellAt = (x: number, y: number, half: number): Cell => {
    const room = edgeDistance(shape, x, y);
    return { x, y, room, half, best: room + half * Math.SQRT2 };
  };
  let found = cellAt((left + right) / 2, (top + bottom) / 2, 0);
  const [cx, cy] = centroid(shape);
  const middle = cellAt(cx, cy, 0);
  if (middle.room > found.room) found = middle;
  let cells: Cell[] = [];
  // A long thin area would ask for a cell per width of its length: no more than 60 along a side to begin with.
  const step = Math.max(side, (right - left) / 60, (bottom - top) / 60);
  for (let x = left; x < right; x += step)
    for (let y = top; y < bottom; y += step) cells.push(cellAt(x + step / 2, y + step / 2, step / 2));
  for (let looked = cells.length; cells.length && looked < 400;) {
    cells = cells.filter((c) => c.best > found.room + 1);
    cells.sort((a, b) => a.best - b.best);
    const cell = cells.pop();
    if (!cell) break;
    if (cell.room > found.room) found = cell;
    const h = cell.half / 2;
    for (const [dx, dy] of QUARTERS) {
      const next = cellAt(cell.x + dx * h, cell.y + dy * h, h);
      if (next.room > found.room) found = next;
      cells.push(next);
      looked++;
    }
  }
  return { x: found.x, y: found.y, room: found.room };
}

const QUARTERS = [
  [-1, -1],
  [1, -1],
  [-1, 1],
  [1, 1],
] as const;

/** Whether a point is inside (even-odd). */
export function inside(shape: Shape, x: number, y: number): boolean {
  return edgeDistance(shape, x, y) > 0;
}

/** Distance to the nearest edge, above 0 inside and below 0 outside. */
function edgeDistance(shape: Shape, x: number, y: number): number {
  let within = false;
  let nearest = Infinity;
  for (const ring of shape) {
    let a = ring.at(-1);
    for (const b of ring) {
      if (a) {
        if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) within = !within;
        const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
        const length = dx * dx + dy * dy;
        const t = length ? Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / length)) : 0;
        nearest = Math.min(nearest, Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy));
      }
      a = b;
    }
  }
  if (nearest === Infinity) return 0;
  return within ? nearest : -nearest;
}

function centroid(shape: Shape): readonly [number, number] {
  const ring = shape[0] ?? [];
  const area = ringArea(ring);
  const first = ring[0] ?? [0, 0];
  if (Math.abs(area) < 1e-9) return first;
  let [x, y] = [0, 0];
  let a = ring.at(-1) ?? first;
  for (const b of ring) {
    const cross = a[0] * b[1] - b[0] * a[1];
    x += (a[0] + b[0]) * cross;
    y += (a[1] + b[1]) * cross;
    a = b;
  }
  return [x / (6 * area), y / (6 * area)];
}

const least = (values: readonly number[]): number => values.reduce((m, v) => Math.min(m, v), Infinity);
