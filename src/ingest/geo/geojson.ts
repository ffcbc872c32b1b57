/**
 * Reads GeoJSON that came from anywhere: what is not areas, not finite or too much is left out and said, as a code with
 * what goes into its sentence. Never throws. Winding, closing points and a third coordinate do not matter.
 */
import type { GeoFault, GeoFaultCode, GeoFeature, ParsedGeo, Polygon, Position } from '../../model/geo';
import { codeOf, nameOf } from './keys';

export interface GeoLimits {
  readonly characters: number;
  readonly features: number;
  readonly points: number;
}

export const GEO_LIMITS: GeoLimits = { characters: 20_000_000, features: 5_000, points: 1_000_000 };

/** Metres on Earth stay far below; differences of larger numbers would lose the shape. */
const FURTHEST = 1e9;
/** GeometryCollections within each other; deeper is no map. */
const DEEPEST = 8;

type Json = Readonly<Record<string, unknown>>;
const isObject = (v: unknown): v is Json => typeof v === 'object' && v !== null && !Array.isArray(v);
const own = (o: Json, key: string): unknown => (Object.prototype.hasOwnProperty.call(o, key) ? o[key] : undefined);

/** All areas of a text, with what was wrong. `features` is empty where a fault says that nothing was read. */
export function parseGeoJson(text: string, limits: GeoLimits = GEO_LIMITS): ParsedGeo {
  const nothing = (code: GeoFaultCode, params: GeoFault['params'] = {}): ParsedGeo => ({
    features: [],
    plane: 'lonlat',
    faults: [{ code, params }],
  });
  if (text.length > limits.characters) return nothing('tooLarge', { limit: limits.characters, found: text.length });
  let root: unknown;
  try {
    root = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return nothing('notJson');
  }
  if (!isObject(root)) return nothing('notGeoJson', { type: Array.isArray(root) ? 'array' : typeof root });
  const type = own(root, 'type');
  if (type === 'Topology') return nothing('topoJson');
  const listed = own(root, 'features');
  const raw: readonly unknown[] | null =
    type === 'FeatureCollection'
      ? Array.isArray(listed)
        ? listed
        : null
      : type === 'Feature'
        ? [root]
        : typeof type === 'string' && GEOMETRIES.has(type)
          ? [{ geometry: root }]
          : null;
  if (!raw) return nothing('notGeoJson', { type: typeof type === 'string' ? type.slice(0, 40) : '' });
  if (raw.length > limits.features) return nothing('tooManyFeatures', { limit: limits.features, found: raw.length });

  const reader = new Reader(limits.points);
  const features: GeoFeature[] = [];
  for (const item of raw) {
    const polygons: Polygon[] = [];
    if (isObject(item)) reader.geometry(own(item, 'geometry'), polygons, 0);
    if (reader.points > limits.points) return nothing('tooManyPoints', { limit: limits.points, found: reader.points });
    if (!polygons.length || !isObject(item)) {
      reader.count('emptyFeature');
      continue;
    }
    const properties = own(item, 'properties');
    const named = isObject(properties) ? properties : {};
    features.push({ name: nameOf(named), code: codeOf(named, own(item, 'id')), polygons });
  }
  const faults = [...reader.faults(), ...nameFaults(features)];
  if (!features.length) return { features: [], plane: 'lonlat', faults: [...faults, { code: 'noAreas', params: {} }] };
  const degrees = features.filter(inDegrees).length;
  const plane = degrees === features.length ? 'lonlat' : 'metres';
  if (plane === 'metres' && degrees > 0) faults.push({ code: 'mixedCoordinates', params: { count: degrees } });
  return { features, plane, faults };
}

const GEOMETRIES = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]);

/** Collects polygons and counts what it leaves out. */
class Reader {
  points = 0;
  private readonly counts = new Map<GeoFaultCode, number>();
  private readonly skipped = new Map<string, number>();

  constructor(private readonly most: number) {}

  geometry(value: unknown, into: Polygon[], depth: number): void {
    if (!isObject(value)) return;
    const type = own(value, 'type');
    const coordinates = own(value, 'coordinates');
    if (type === 'Polygon') this.polygon(coordinates, into);
    else if (type === 'MultiPolygon') {
      if (Array.isArray(coordinates)) for (const part of coordinates as unknown[]) this.polygon(part, into);
    } else if (type === 'GeometryCollection' && depth < DEEPEST) {
      const parts = own(value, 'geometries');
      if (Array.isArray(parts)) for (const part of parts as unknown[]) this.geometry(part, into, depth + 1);
    } else {
      const name = typeof type === 'string' && GEOMETRIES.has(type) ? type : '?';
      this.skipped.set(name, (this.skipped.get(name) ?? 0) + 1);
    }
  }

  count(code: GeoFaultCode): void {
    this.counts.set(code, (this.counts.get(code) ?? 0) + 1);
  }

  faults(): GeoFault[] {
    return [
      ...[...this.skipped].map(([type, count]): GeoFault => ({ code: 'typeSkipped', params: { type, count } })),
      ...[...this.counts].map(([code, count]): GeoFault => ({ code, params: { count } })),
    ];
  }

  /** Without its outer ring a polygon is nothing; a bad hole is only no hole. */
  private polygon(value: unknown, into: Polygon[]): void {
    if (!Array.isArray(value) || this.points > this.most) return;
    const rings: (readonly Position[])[] = [];
    for (const [i, part] of (value as unknown[]).entries()) {
      const ring = this.ring(part);
      if (ring) rings.push(ring);
      else if (i === 0) return;
    }
    if (rings.length) into.push(rings);
  }

  private ring(value: unknown): Position[] | null {
    if (!Array.isArray(value)) {
      this.count('badCoordinates');
      return null;
    }
    this.points += value.length;
    if (this.points > this.most) return null;
    const ring: Position[] = [];
    for (const item of value as unknown[]) {
      const [x, y] = Array.isArray(item) ? (item as unknown[]) : [];
      if (!inRange(x) || !inRange(y)) {
        this.count('badCoordinates');
        return null;
      }
      const last = ring.at(-1);
      if (!last || last[0] !== x || last[1] !== y) ring.push([x, y]);
    }
    const [first, last] = [ring[0], ring.at(-1)];
    if (ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1]) ring.pop();
    if (ring.length >= 3) return ring;
    this.count('shortRing');
    return null;
  }
}

const inRange = (v: unknown): v is number => typeof v === 'number' && Math.abs(v) <= FURTHEST;

const inDegrees = (f: GeoFeature): boolean =>
  f.polygons.every((p) => p.every((ring) => ring.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90)));

function nameFaults(features: readonly GeoFeature[]): GeoFault[] {
  const times = new Map<string, number>();
  for (const { name } of features) if (name !== null) times.set(name, (times.get(name) ?? 0) + 1);
  const nameless = features.filter((f) => f.name === null).length;
  return [
    ...(nameless ? [{ code: 'noName', params: { count: nameless } } as const] : []),
    ...[...times].flatMap(([name, count]): GeoFault[] => (count > 1 ? [{ code: 'sameName', params: { name, count } }] : [])),
  ];
}
