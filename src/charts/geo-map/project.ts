/**
 * From map coordinates to pixels: degrees by the equal-area projection about the map's own middle, metres as they are,
 * both fitted to a box. All on the plane, so the direction of a ring cannot turn an area into the rest of the world.
 */
import { geoAzimuthalEqualArea } from 'd3-geo';
import type { Polygon, Position } from '../../model/geo';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Plane = 'lonlat' | 'metres';
type Point = readonly [number, number];
/** Rings in pixels: the outer one clockwise on screen, holes the other way, so that holes stay free. */
export type Shape = readonly (readonly Point[])[];

/**
 * Lambert's azimuthal equal-area projection about a middle, as D3 has it: areas keep their ratios, a city keeps its
 * shape. Of D3 only the points' formula is used, not its paths: those take the direction of a ring for its inside.
 */
export function equalArea(lon0: number, lat0: number): (p: Position) => Point {
  const onScreen = geoAzimuthalEqualArea().rotate([-lon0, -lat0]).scale(1).translate([0, 0]);
  return ([lon, lat]) => {
    const [x, y] = onScreen([lon, lat]) ?? [0, 0];
    return [x, -y];
  };
}

export interface Projected {
  /** Shapes in the order given, in units of the plane with y downwards; fitted by `fit`. */
  readonly shapes: readonly (readonly Shape[])[];
  readonly bounds: Box;
}

/** Every area on one plane, about the middle of them all. */
export function project(areas: readonly (readonly Polygon[])[], plane: Plane): Projected {
  const points = areas.flat(3);
  const raw = boundsOf(points);
  const to = plane === 'lonlat' ? equalArea(raw.x + raw.width / 2, raw.y + raw.height / 2) : (p: Position): Point => p;
  const shapes = areas.map((polygons) =>
    polygons.map((rings) =>
      rings.map((ring) =>
        ring.map((p): Point => {
          const [x, y] = to(p);
          return [x, -y];
        }),
      ),
    ),
  );
  return { shapes, bounds: boundsOf(shapes.flat(3)) };
}

/**
 * The shapes in pixels, as large as a box allows and in its middle. Points closer than a third of a pixel are left out,
 * and rings that come to nothing by it; of an area at least its largest ring stays.
 */
export function fit({ shapes, bounds }: Projected, box: Box): Shape[][] {
  const wanted = Math.min(box.width / bounds.width, box.height / bounds.height);
  // Points on one spot have no extent to be fitted.
  const scale = wanted < 1e12 ? wanted : 1;
  const dx = box.x + (box.width - bounds.width * scale) / 2 - bounds.x * scale;
  const dy = box.y + (box.height - bounds.height * scale) / 2 - bounds.y * scale;
  return shapes.map((polygons) => {
    const drawn = polygons.map((rings) =>
      rings
        .map((ring) => thin(ring.map(([x, y]): Point => [x * scale + dx, y * scale + dy])))
        .map((ring, i) => ((i === 0) === ringArea(ring) > 0 ? ring : [...ring].reverse())),
    );
    const size = (s: Shape) => Math.abs(ringArea(s[0] ?? []));
    const seen = drawn
      .filter((s) => size(s) >= 0.3)
      .map((s) => s.filter((ring, i) => i === 0 || Math.abs(ringArea(ring)) >= 0.3));
    if (seen.length) return seen;
    const [first, ...others] = drawn;
    return first ? [others.reduce((best, s) => (size(s) > size(best) ? s : best), first)] : [];
  });
}

/** Twice halved: the signed area of a ring, above 0 where it runs clockwise on screen. */
export function ringArea(ring: readonly Point[]): number {
  let sum = 0;
  let before = ring.at(-1);
  for (const p of ring) {
    if (before) sum += before[0] * p[1] - p[0] * before[1];
    before = p;
  }
  return sum / 2;
}

function thin(ring: readonly Point[]): Point[] {
  const out: Point[] = [];
  for (const p of ring) {
    const last = out.at(-1);
    if (!last || Math.hypot(p[0] - last[0], p[1] - last[1]) >= 0.34) out.push(p);
  }
  return out;
}

/** Not by Math.min(...points): a map may have more points than a call may have arguments. */
function boundsOf(points: readonly Point[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x);
    y1 = Math.max(y1, y);
  }
  return points.length ? { x: x0, y: y0, width: x1 - x0, height: y1 - y0 } : { x: 0, y: 0, width: 0, height: 0 };
}
