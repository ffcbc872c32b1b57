/** Areas of a map: polygons with the name and the code a file gave them, and what can be wrong with such a file. */

/** Longitude and latitude in degrees, or metres to the east and north. */
export type Position = readonly [number, number];
/** Rings without the repeated last point: the outer one, then holes. */
export type Polygon = readonly (readonly Position[])[];

export interface GeoFeature {
  /** From the usual keys; null: none had one. */
  readonly name: string | null;
  /** 行政区划代码 or another id, as text. */
  readonly code: string | null;
  readonly polygons: readonly Polygon[];
}

export type GeoFaultCode =
  /** Nothing is read. {limit} characters, features or points; {found} */
  | 'tooLarge'
  | 'tooManyFeatures'
  | 'tooManyPoints'
  /** Nothing is read: no JSON; TopoJSON; JSON that is no GeoJSON ({type}); no area in it. */
  | 'notJson'
  | 'topoJson'
  | 'notGeoJson'
  | 'noAreas'
  /** {count} geometries of a type without area ({type}) are left out. */
  | 'typeSkipped'
  /** {count} rings with coordinates that are no finite numbers, or out of all range, are left out. */
  | 'badCoordinates'
  /** {count} rings of fewer than three different points are left out. */
  | 'shortRing'
  /** {count} features have nothing left to draw. */
  | 'emptyFeature'
  /** {count} features have no name. */
  | 'noName'
  /** {name} is on {count} features. */
  | 'sameName'
  /** {count} features look like degrees, the others are metres: the file mixes two systems. */
  | 'mixedCoordinates';

export interface GeoFault {
  readonly code: GeoFaultCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface ParsedGeo {
  readonly features: readonly GeoFeature[];
  /** lonlat: every coordinate is within ±180 and ±90. metres: at least one is not. */
  readonly plane: 'lonlat' | 'metres';
  readonly faults: readonly GeoFault[];
}
