/**
 * The map in use 边界图: the areas of the GeoJSON the user gave, each with the county it belongs to. Its text is kept
 * among the sources; it is read again only when another map, roster or confirmed name calls for it.
 */
import type { GeoFault, ParsedGeo, Polygon } from '../model/geo';
import type { Problem } from '../model/problem';
import type { SourceInfo } from '../model/table';
import type { UnitId } from '../model/unit';
import type { Workspace } from '../workspace/replay';
import { asProblem } from './intake';
import type { Shelf } from './shelf';

/** An area of the map. */
export interface MapArea {
  /** The county it shows; null: none that we know of. */
  readonly unit: UnitId | null;
  /** The user said that it is none of ours: nothing is asked of it any more. */
  readonly foreign: boolean;
  readonly name: string | null;
  readonly code: string | null;
  readonly polygons: readonly Polygon[];
}

export interface CityMap {
  /** Its journal entry; undoing it brings back the map before it. */
  readonly seq: number;
  readonly file: string;
  readonly plane: ParsedGeo['plane'];
  readonly areas: readonly MapArea[];
  /** What of the file could not be used. */
  readonly faults: readonly GeoFault[];
  /** Why its source could not be had; there are no areas then. */
  readonly problem: Problem | null;
}

/** A unit's tile: unit, column, row, counted from 0. */
export type TileSpot = readonly [unit: UnitId, column: number, row: number];

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
