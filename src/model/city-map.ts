/** The map of a city 边界图: areas with the counties they belong to, and the tiles that stand for counties without one. */
import type { GeoFault, ParsedGeo, Polygon } from './geo';
import type { Problem } from './problem';
import type { UnitId } from './unit';

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
