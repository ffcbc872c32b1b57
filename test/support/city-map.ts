/**
 * An invented map: so many areas on a jittered grid whose borders fit, somewhere in the empty sea. It is test data only,
 * and not beside the sample city: a user has a real map or none, and an invented one on offer would be taken for real.
 */

export interface Area {
  readonly name?: string;
  readonly adcode?: string | number;
}

/** Where the grid begins, and how wide a cell is, in degrees. */
const [WEST, SOUTH, CELL] = [-30, 10, 0.4];

/** GeoJSON text with one polygon per area, row by row. The same areas and seed give the same text. */
export function cityMap(areas: readonly Area[], seed = 1): string {
  const columns = Math.ceil(Math.sqrt(areas.length * 1.4));
  /** A corner is moved by its own hash, so that all areas around it agree. */
  const corner = (c: number, r: number): [number, number] => {
    const jitter = (k: number): number => (mixed(seed * 7919 + c * 104_729 + r * 1_299_709 + k) - 0.5) * CELL * 0.6;
    return [round(WEST + c * CELL + jitter(1)), round(SOUTH - r * CELL + jitter(2))];
  };
  const features = areas.map((properties, i) => {
    const [c, r] = [i % columns, Math.floor(i / columns)];
    const ring = [corner(c, r), corner(c + 1, r), corner(c + 1, r + 1), corner(c, r + 1), corner(c, r)];
    return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}

const round = (x: number): number => Math.round(x * 1e4) / 1e4;

/** 0 to 1 from a whole number, spread like chance. */
function mixed(n: number): number {
  let x = Math.imul(n ^ (n >>> 15), 0x2c1b3c6d);
  x = Math.imul(x ^ (x >>> 12), 0x297a2d39);
  return ((x ^ (x >>> 15)) >>> 0) / 2 ** 32;
}
