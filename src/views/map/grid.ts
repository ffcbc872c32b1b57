/** The grid on which tiles are arranged: a free ring around them, so that a tile can be put on any side. */
import type { UnitId } from '../../model/unit';
import type { Spot, Spots } from '../../state/map.svelte';

/** Free columns and rows around the tiles. */
export const RING = 1;

/** How many columns and rows the grid shows, the ring with them. */
export function extent(spots: Spots): { readonly columns: number; readonly rows: number } {
  const all = [...spots.values()];
  const most = (of: (s: Spot) => number): number => all.reduce((m, s) => Math.max(m, of(s) + 1), 0) + 2 * RING;
  return { columns: most((s) => s.column), rows: most((s) => s.row) };
}

/** The spot under a point of the grid; null outside it. */
export function spotAt(spots: Spots, box: DOMRectReadOnly, x: number, y: number): Spot | null {
  const { columns, rows } = extent(spots);
  const column = Math.floor(((x - box.left) / box.width) * columns) - RING;
  const row = Math.floor(((y - box.top) / box.height) * rows) - RING;
  const inside = column >= -RING && row >= -RING && column < columns - RING && row < rows - RING;
  return inside ? { column, row } : null;
}

/** The way an arrow key points. */
export const ARROWS: Readonly<Record<string, Spot>> = {
  ArrowLeft: { column: -1, row: 0 },
  ArrowRight: { column: 1, row: 0 },
  ArrowUp: { column: 0, row: -1 },
  ArrowDown: { column: 0, row: 1 },
};

/** The tile next to one in a direction: the nearest that lies that way, one in line before one aside; null where none does. */
export function neighbour(spots: Spots, unit: UnitId, way: Spot): UnitId | null {
  const from = spots.get(unit);
  if (!from) return null;
  let best: { readonly unit: UnitId; readonly far: number } | null = null;
  for (const [other, s] of spots) {
    const [dx, dy] = [s.column - from.column, s.row - from.row];
    const along = dx * way.column + dy * way.row;
    if (along <= 0) continue;
    const aside = Math.abs(dx * way.row) + Math.abs(dy * way.column);
    const far = along + aside * 3;
    if (!best || far < best.far) best = { unit: other, far };
  }
  return best?.unit ?? null;
}
