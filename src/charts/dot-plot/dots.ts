/** How dots of one row keep apart: in lanes above each other, or with their labels beside them on one line. */

/**
 * The lane of every dot, from 0: in the order of x each takes the first lane where it is `apart` from the one before.
 * Equal places take lanes in the order given.
 */
export function lanesOf(xs: readonly number[], apart: number): number[] {
  const lanes = new Array<number>(xs.length).fill(0);
  const ends: number[] = [];
  const order = xs.map((x, i) => ({ x, i })).sort((a, b) => a.x - b.x || a.i - b.i);
  for (const { x, i } of order) {
    const free = ends.findIndex((end) => x - end >= apart - 1e-9);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = x;
    lanes[i] = lane;
  }
  return lanes;
}

/**
 * On which side of its dot each label stands, off the ticks at `ticks` where that can be; null where they do not all
 * fit on one line between the ends.
 */
export function labelSides(
  dots: readonly { readonly x: number; readonly width: number }[],
  radius: number,
  gap: number,
  ends: readonly [number, number],
  ticks: readonly number[] = [],
): ('left' | 'right')[] | null {
  const taken = [...dots.map(({ x }) => [x - radius, x + radius] as const), ...ticks.map((x) => [x - 1, x + 1] as const)];
  const free = (from: number, to: number) => from >= ends[0] && to <= ends[1] && taken.every(([a, b]) => to <= a || from >= b);
  const order = dots.map((d, i) => ({ ...d, i })).sort((a, b) => b.x - a.x);
  if (order.some((d, k) => k > 0 && (order[k - 1]?.x ?? d.x) - d.x < 2 * radius)) return null;
  const sides = new Array<'left' | 'right'>(dots.length);
  for (const { x, width, i } of order) {
    const right = [x + radius + gap, x + radius + gap + width] as const;
    const left = [x - radius - gap - width, x - radius - gap] as const;
    if (free(...right)) sides[i] = 'right';
    else if (free(...left)) sides[i] = 'left';
    else return ticks.length ? labelSides(dots, radius, gap, ends) : null;
    taken.push(sides[i] === 'right' ? right : left);
  }
  return sides;
}
