/** The counties with their areas, and what of a map and a roster found no partner. */
import type { GeoMapData } from '../../charts/geo-map/data';
import type { MapUnit, TileMapData } from '../../charts/tile-map/place';
import type { MapWords } from '../../i18n/map';
import type { CityMap, MapArea, TileSpot } from '../../model/city-map';
import type { UnitId } from '../../model/unit';

/** Areas of a map by county; those of several features together. */
export function polygonsOf(map: CityMap): ReadonlyMap<UnitId, MapArea['polygons']> {
  const by = new Map<UnitId, MapArea['polygons']>();
  for (const { unit, polygons } of map.areas) if (unit !== null) by.set(unit, [...(by.get(unit) ?? []), ...polygons]);
  return by;
}

/**
 * @param most how high the map may be, in pixels
 * @param part some counties of the city are left out of `units`: their areas are outlines like those of no county
 */
export function geoData(
  map: CityMap,
  units: readonly MapUnit[],
  { title, w, part, most }: { readonly title: string; readonly w: MapWords; readonly part: boolean; readonly most: number },
): GeoMapData {
  const by = polygonsOf(map);
  const shown = new Set(units.map((u) => u.unit));
  return {
    title,
    most,
    plane: map.plane,
    units: units.map((u) => ({ ...u, polygons: by.get(u.unit) ?? null })),
    unmatched: map.areas
      .filter((a) => a.unit === null || !shown.has(a.unit))
      .map((a) => ({ name: nameOf(a), polygons: a.polygons })),
    words: {
      ...toneWords(w),
      listed: w.listed,
      noShape: w.noShape,
      rest: w.rest,
      unmatched: part ? w.unmatchedOrOthers : w.unmatched,
    },
  };
}

export function tileData(tiles: readonly TileSpot[], units: readonly MapUnit[], title: string, w: MapWords): TileMapData {
  const at = new Map(tiles.map(([unit, column, row]) => [unit, { column, row }]));
  return {
    title,
    units: units.map((u) => {
      const spot = at.get(u.unit);
      return spot ? { ...u, at: spot } : u;
    }),
    words: { ...toneWords(w), moved: w.moved },
  };
}

/** Names, each once, of areas that nobody has been said to be; those of no name are counted. */
export function strangers(map: CityMap): { readonly names: readonly string[]; readonly nameless: number } {
  const open = map.areas.filter((a) => a.unit === null && !a.foreign);
  return {
    names: [...new Set(open.flatMap((a) => a.name ?? []))],
    nameless: open.filter((a) => a.name === null).length,
  };
}

const nameOf = (a: MapArea): string => a.name ?? a.code ?? '—';

const toneWords = (w: MapWords) => ({ value: w.points, deeper: w.deeper, range: w.range, count: w.count, missing: w.none });
