/** Which marks of a tall scene lie in a stretch of it: only those need be on the page. */
import type { Mark } from './scene';

/** From where to where, downwards; null: unknown, so always there. */
export type Stretch = readonly [top: number, bottom: number] | null;

/** The vertical room of a mark. Paths are read where they are lines and curves by absolute pairs. */
export function stretchOf(m: Mark): Stretch {
  switch (m.kind) {
    case 'rect':
      return [m.y, m.y + m.height];
    case 'circle':
      return [m.y - m.r, m.y + m.r];
    case 'text':
      return [m.y - m.size, m.y + m.size];
    case 'path': {
      if (m.d.length > 1000 || /[^MLCZ\d\s,.e-]/.test(m.d)) return null;
      const ys = (m.d.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).flatMap((n, i) => (i % 2 === 1 ? [Number(n)] : []));
      return ys.length > 0 ? [Math.min(...ys), Math.max(...ys)] : null;
    }
    case 'group': {
      const inner = m.marks.map(stretchOf).filter((s) => s !== null);
      if (inner.length === 0) return null;
      return [m.y + Math.min(...inner.map((s) => s[0])), m.y + Math.max(...inner.map((s) => s[1]))];
    }
  }
}

export const meets = (a: Stretch, b: Stretch): boolean => a === null || b === null || (a[0] <= b[1] && a[1] >= b[0]);
