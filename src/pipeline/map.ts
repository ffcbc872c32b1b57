/**
 * The map in use 边界图: the areas of the GeoJSON the user gave, each with the county it belongs to. Its text is kept
 * among the sources; it is read again only when another map, roster or confirmed name calls for it.
 */
import type { CityMap } from '../model/city-map';
import type { ParsedGeo } from '../model/geo';
import type { SourceInfo } from '../model/table';
import type { Workspace } from '../workspace/replay';
import { asProblem } from './intake';
import type { Shelf } from './shelf';

const TYPES = /^(?:FeatureCollection|Feature|(?:Multi)?(?:Point|LineString|Polygon)|GeometryCollection|Topology)$/;

/** Whether a dropped file is a map: by its ending, or a `.json` by what it says of itself. */
export async function isMap(file: File): Promise<boolean> {
  if (/\.(?:geojson|topojson)$/i.test(file.name)) return true;
  if (!/\.json$/i.test(file.name)) return false;
  try {
    const root: unknown = JSON.parse((await file.text()).replace(/^\ufeff/, ''));
    return typeof root === 'object' && root !== null && 'type' in root && TYPES.test(String(root.type));
  } catch {
    return false;
  }
}

/** Reads the map in force when it is asked for, once. */
export class MapShelf {
  readonly #bytes: (source: SourceInfo) => Promise<Blob>;
  #read: { readonly hash: string; readonly geo: ParsedGeo } | null = null;

  constructor(bytes: (source: SourceInfo) => Promise<Blob>) {
    this.#bytes = bytes;
  }

  /** The map of the record with its areas matched to the roster; null where there is none. Never rejects. */
  async of({ map }: Workspace, { names, roster }: Pick<Shelf, 'names' | 'roster'>): Promise<CityMap | null> {
    if (!map) return null;
    const { seq, source } = map;
    try {
      const { mapText, matchAreas, parseMap } = await import('./map-read');
      if (this.#read?.hash !== source.hash)
        this.#read = { hash: source.hash, geo: parseMap(await mapText(await this.#bytes(source))) };
      const { plane, features, faults } = this.#read.geo;
      return { seq, file: source.name, plane, areas: matchAreas(features, roster, names), faults, problem: null };
    } catch (error) {
      // A map that is lost takes no figure with it: everything else goes on.
      return { seq, file: source.name, plane: 'lonlat', areas: [], faults: [], problem: asProblem(error, source.name) };
    }
  }
}
