/** Where the tiles of a tile map stand: where the user put them, all others where there is room. */

export interface TilePlace {
  readonly column: number;
  readonly row: number;
}

/** Further out than this a place is a slip of the hand: the map would be all gaps. */
const FURTHEST = 60;

/**
 * A place for every unit, counted from 0. Units that have one keep it; where two claim one, or it is not a whole
 * number between 0 and 59, the later one is moved to the first free place, as are units without one: nobody is
 * dropped. Without any given place the arrangement is nearly square, row by row in the order given. Empty rows and
 * columns before the first are taken off.
 *
 * @param given by unit, in the order of the roster
 * @param columns of the default arrangement; by default the root of the number of units, rounded up
 * @returns places in the same order, and the indices of those that were moved off the place they claimed
 */
export function arrange(
  given: readonly (TilePlace | undefined)[],
  columns = Math.ceil(Math.sqrt(given.length)),
): { places: TilePlace[]; moved: number[] } {
  const taken = new Set<string>();
  const key = (p: TilePlace) => `${p.column},${p.row}`;
  const moved: number[] = [];
  const kept = given.map((place, i) => {
    if (!place) return undefined;
    if (!inRange(place.column) || !inRange(place.row) || taken.has(key(place))) {
      moved.push(i);
      return undefined;
    }
    taken.add(key(place));
    return place;
  });
  const set = kept.flatMap((p) => (p ? [p] : []));
  const [left, top] = set.length ? [least(set.map((p) => p.column)), least(set.map((p) => p.row))] : [0, 0];
  const right = set.length ? Math.max(...set.map((p) => p.column)) : 0;
  const wide = Math.max(1, columns, right - left + 1);
  let next = 0;
  const free = (): TilePlace => {
    for (; ; next++) {
      const place = { column: left + (next % wide), row: top + Math.floor(next / wide) };
      if (taken.has(key(place))) continue;
      taken.add(key(place));
      return place;
    }
  };
  const places = kept.map((p) => p ?? free()).map((p) => ({ column: p.column - left, row: p.row - top }));
  return { places, moved };
}

const inRange = (n: number): boolean => Number.isInteger(n) && n >= 0 && n < FURTHEST;
const least = (ns: readonly number[]): number => Math.min(...ns);
