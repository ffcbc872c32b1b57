/** Moving the focus among a chart's marks by arrow keys: to the nearest in that direction, as the eye would go. */

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Where a mark is: the middle of its box. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/**
 * The nearest spot in a direction, distance across counting three times; -1 when there is none.
 *
 * @param key one of the four arrow keys
 */
export function nearest(spots: readonly Spot[], from: number, key: string): number {
  const direction = DIRECTIONS[key];
  const here = spots[from];
  if (!direction || !here) return -1;
  let best = -1;
  let least = Infinity;
  spots.forEach((spot, i) => {
    const [dx, dy] = [spot.x - here.x, spot.y - here.y];
    const along = dx * direction[0] + dy * direction[1];
    const across = Math.abs(dx * direction[1]) + Math.abs(dy * direction[0]);
    if (i === from || along < 1 || along + across * 3 >= least) return;
    least = along + across * 3;
    best = i;
  });
  return best;
}

/** Moves the focus from one actionable mark to the next. Returns whether the key was one to travel by. */
export function travel(root: Element, event: KeyboardEvent): boolean {
  if (!(event.key in DIRECTIONS) || event.ctrlKey || event.altKey || event.metaKey) return false;
  const stops = [...root.querySelectorAll<SVGElement>('[data-action]')];
  const spots = stops.map((s) => {
    const box = s.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
  stops[
    nearest(
      spots,
      stops.findIndex((s) => s === event.target),
      event.key,
    )
  ]?.focus();
  return true;
}
