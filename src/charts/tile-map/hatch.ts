/** Hatching, the sign of a missing figure: parallel lines inside a shape, which read without colour and on any printer. */

/** A closed line of points; the last need not repeat the first. */
export type Ring = readonly (readonly [number, number])[];

/**
 * Lines at 45° inside rings, holes left free (even-odd), as path data.
 *
 * @param gap between lines, in pixels
 */
export function hatch(rings: readonly Ring[], gap: number): string {
  // Along a line x + y = c, found where each edge crosses it; pairs of crossings are inside.
  let low = Infinity;
  let high = -Infinity;
  for (const ring of rings)
    for (const [x, y] of ring) {
      low = Math.min(low, x + y);
      high = Math.max(high, x + y);
    }
  let d = '';
  for (let c = Math.ceil(low / gap) * gap; c < high; c += gap) {
    const xs = rings.flatMap((ring) => crossings(ring, c)).sort((a, b) => a - b);
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const [from = 0, to = 0] = [xs[i], xs[i + 1]];
      if (to - from > 0.1) d += `M${at(from)},${at(c - from)}L${at(to)},${at(c - to)}`;
    }
  }
  return d;
}

/** The same of a rectangle. */
export const hatchRect = (x: number, y: number, width: number, height: number, gap: number): string =>
  hatch(
    [
      [
        [x, y],
        [x + width, y],
        [x + width, y + height],
        [x, y + height],
      ],
    ],
    gap,
  );

function crossings(ring: Ring, c: number): number[] {
  const xs: number[] = [];
  let before = ring.at(-1);
  for (const point of ring) {
    if (before) {
      const [a, b] = [before[0] + before[1] - c, point[0] + point[1] - c];
      // Half open, so that a line through a corner counts once.
      if (a < 0 !== b < 0) xs.push(before[0] + ((point[0] - before[0]) * a) / (a - b));
    }
    before = point;
  }
  return xs;
}

const at = (v: number): number => Math.round(v * 100) / 100;
