/** Hatching, so that a minus is seen without its tone. */
import { segment } from '../scene';

/** Lines at 45° inside a box, `step` apart. */
export function hatch({ x, y, width, height }: { x: number; y: number; width: number; height: number }, step: number): string {
  let d = '';
  for (let t = step; t < width + height; t += step) {
    const x1 = Math.max(0, t - height);
    const x2 = Math.min(t, width);
    if (x2 > x1) d += segment(x + x1, y + Math.min(height, t), x + x2, y + t - x2);
  }
  return d;
}
