/** Where every county's tile stands, as the tile map would place it. */
import { arrange } from '../../charts/tile-map/arrange';
import type { TileSpot } from '../../model/city-map';
import type { UnitId } from '../../model/unit';
import type { Spots } from '../../state/map.svelte';

/** The tiles as they were saved; counties without a spot where there is room. */
export function standsAt(units: readonly UnitId[], tiles: readonly TileSpot[]): Spots {
  const at = new Map(tiles.map(([unit, column, row]) => [unit, { column, row }]));
  const { places } = arrange(units.map((u) => at.get(u)));
  return new Map(units.flatMap((u, i) => (places[i] ? [[u, places[i]] as const] : [])));
}

/** The tiles as they come: nearly a square, in the order of the roster. */
export const standard = (units: readonly UnitId[]): Spots => standsAt(units, []);
