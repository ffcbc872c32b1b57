/** Reading and placing geography: odd and hostile files never throw, winding never floods the map, labels stand inside. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GEO_LIMITS, parseGeoJson } from '../../src/ingest/geo/geojson';
import type { Polygon, Position } from '../../src/model/geo';
import { inside, labelPoint } from '../../src/charts/geo-map/label-point';
import { placeGeoMap } from '../../src/charts/geo-map/place';
import { equalArea, fit, project, ringArea } from '../../src/charts/geo-map/project';
import { sceneSvg } from '../../src/charts/scene-svg';
import { numbers, overlaps, textBoxes } from './geometry';
import { frame } from './sample';
import { geoMap } from './sample-b';

const square = (x: number, y: number, side: number): Position[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];
const closed = (ring: Position[]) => [...ring, ring[0]!];
const feature = (properties: unknown, geometry: unknown, id?: unknown) => ({
  type: 'Feature',
  properties,
  geometry,
  ...(id !== undefined && { id }),
});
const polygon = (...rings: Position[][]) => ({ type: 'Polygon', coordinates: rings.map(closed) });
const read = (v: unknown) => parseGeoJson(JSON.stringify(v));
const collection = (...features: unknown[]) => read({ type: 'FeatureCollection', features });
const codes = (p: ReturnType<typeof parseGeoJson>) => p.faults.map((f) => f.code);

describe('parseGeoJson()', () => {
  it('reads polygons, multipolygons and collections of them, without the closing point', () => {
    const parsed = collection(
      feature({ name: '甲县' }, polygon(square(106, 29, 1), square(106.2, 29.2, 0.1))),
      feature(
        { 名称: '乙县' },
        { type: 'MultiPolygon', coordinates: [[closed(square(107, 29, 1))], [closed(square(109, 29, 1))]] },
      ),
      feature({ NAME: '丙县', adcode: 519901 }, { type: 'GeometryCollection', geometries: [polygon(square(108, 29, 1))] }),
    );
    expect(parsed.faults).toEqual([]);
    expect(parsed.plane).toBe('lonlat');
    expect(parsed.features.map((f) => [f.name, f.code, f.polygons.map((p) => p.map((r) => r.length))])).toEqual([
      ['甲县', null, [[4, 4]]],
      ['乙县', null, [[4], [4]]],
      ['丙县', '519901', [[4]]],
    ]);
  });
  it('reads a lone feature and a lone geometry, behind a byte order mark too', () => {
    expect(read(feature({ 县: '甲县' }, polygon(square(1, 1, 1)), 7)).features).toMatchObject([{ name: '甲县', code: '7' }]);
    expect(codes(parseGeoJson(`\ufeff${JSON.stringify(polygon(square(1, 1, 1)))}`))).toEqual(['noName']);
  });
  it('takes coordinates beyond degrees for metres, and says where a file mixes both', () => {
    const metres = feature({ name: '甲' }, polygon(square(500000, 3200000, 900)));
    expect(collection(metres).plane).toBe('metres');
    expect(codes(collection(metres, feature({ name: '乙' }, polygon(square(106, 29, 1)))))).toEqual(['mixedCoordinates']);
  });
  it('says what it leaves out: points, bad numbers, short rings, nothing left, names missing and twice', () => {
    const parsed = collection(
      feature({ name: '甲' }, polygon(square(1, 1, 1))),
      feature({ name: '甲' }, polygon(square(3, 1, 1))),
      feature({}, polygon(square(5, 1, 1))),
      feature({ name: '点' }, { type: 'Point', coordinates: [1, 1] }),
      feature(
        { name: '坏' },
        {
          type: 'Polygon',
          coordinates: [
            [
              ['1', 2],
              [3, null],
              [4, 5],
            ],
          ],
        },
      ),
      feature(
        { name: '短' },
        {
          type: 'Polygon',
          coordinates: [
            [
              [1, 1],
              [2, 2],
              [1, 1],
            ],
          ],
        },
      ),
      feature({ name: '空' }, null),
      null,
    );
    expect(parsed.features).toHaveLength(3);
    expect(parsed.faults).toEqual([
      { code: 'typeSkipped', params: { type: 'Point', count: 1 } },
      { code: 'emptyFeature', params: { count: 5 } },
      { code: 'badCoordinates', params: { count: 1 } },
      { code: 'shortRing', params: { count: 1 } },
      { code: 'noName', params: { count: 1 } },
      { code: 'sameName', params: { name: '甲', count: 2 } },
    ]);
  });
  it('refuses what is no GeoJSON, TopoJSON and too much, each by its code', () => {
    const none = (text: string, limits = GEO_LIMITS) => codes(parseGeoJson(text, limits));
    expect(none('{')).toEqual(['notJson']);
    expect(none('[]')).toEqual(['notGeoJson']);
    expect(none('{"type":"FeatureCollection"}')).toEqual(['notGeoJson']);
    expect(none('{"type":"Topology"}')).toEqual(['topoJson']);
    expect(none('{"type":"FeatureCollection","features":[]}')).toEqual(['noAreas']);
    expect(none('123456', { ...GEO_LIMITS, characters: 5 })).toEqual(['tooLarge']);
    const two = JSON.stringify({ type: 'FeatureCollection', features: [1, 2].map((x) => feature({}, polygon(square(x, 1, 1)))) });
    expect(none(two, { ...GEO_LIMITS, features: 1 })).toEqual(['tooManyFeatures']);
    expect(none(two, { ...GEO_LIMITS, points: 9 })).toEqual(['tooManyPoints']);
  });
  it('stands collections nested a hundred thousand deep, and 1e308', () => {
    const deep = '{"type":"GeometryCollection","geometries":['.repeat(100000);
    const parsed = parseGeoJson(deep + ']}'.repeat(100000));
    expect([parsed.features.length, parsed.faults.length > 0]).toEqual([0, true]);
    expect(codes(collection(feature({}, polygon(square(1e308, 0, 1e308)))))).toContain('badCoordinates');
  });
  it('never throws, and what it reads can be placed in finite numbers without texts on each other', () => {
    const number = fc.oneof(
      fc.double({ min: -200, max: 200, noNaN: true }),
      fc.constantFrom(0, 1e-300, 1e9, -1e9, 1e300),
      fc.integer(),
    );
    const odd = fc.oneof(fc.constant(null), fc.string(), fc.constant({}), fc.constant([]));
    const point = fc.oneof(
      { weight: 20, arbitrary: fc.array(number, { minLength: 2, maxLength: 3 }) },
      { weight: 1, arbitrary: odd },
    );
    const ring = fc.array(point, { maxLength: 7 });
    const rings = fc.oneof({ weight: 9, arbitrary: fc.array(ring, { maxLength: 3 }) }, { weight: 1, arbitrary: odd });
    const shape = fc.oneof(
      fc.record({ type: fc.constantFrom('Polygon', 'Point', 'x'), coordinates: rings }),
      fc.record({ type: fc.constant('MultiPolygon'), coordinates: fc.array(rings, { maxLength: 3 }) }),
    );
    const any = fc.oneof(
      shape,
      fc.record({ type: fc.constant('GeometryCollection'), geometries: fc.array(shape, { maxLength: 3 }) }),
      odd,
    );
    const features = fc.array(
      fc.record({
        type: fc.constant('Feature'),
        properties: fc.oneof(fc.dictionary(fc.constantFrom('name', '__proto__', 'NAME'), fc.oneof(fc.string(), number)), odd),
        geometry: any,
      }),
      { maxLength: 6 },
    );
    const units = geoMap(6).units;
    fc.assert(
      fc.property(features, (list) => {
        const parsed = collection(...list);
        if (!parsed.features.length) expect(parsed.faults.length).toBeGreaterThan(0);
        const data = {
          ...geoMap(6),
          plane: parsed.plane,
          units: units.map((u, i) => ({ ...u, polygons: parsed.features[i]?.polygons ?? null })),
          unmatched: [],
        };
        const scene = placeGeoMap(data, frame());
        expect(numbers(scene).filter((n) => !Number.isFinite(n))).toEqual([]);
        expect(overlaps(textBoxes(scene))).toEqual([]);
      }),
      { numRuns: 150 },
    );
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parseGeoJson(text)).toMatchObject({ features: [], faults: [{}] });
      }),
      { numRuns: 200 },
    );
  });
});

describe('placing on the plane', () => {
  const flip = (polygons: readonly Polygon[] | null) => polygons?.map((p) => p.map((r) => [...r].reverse())) ?? null;
  it('draws the same map whichever way rings run, so none floods it', () => {
    const data = geoMap(6);
    const turned = {
      ...data,
      units: data.units.map((u) => ({ ...u, polygons: flip(u.polygons) })),
      unmatched: data.unmatched.map((u) => ({ ...u, polygons: flip(u.polygons)! })),
    };
    const sets = (d: typeof data) =>
      placeGeoMap(d, frame()).marks.flatMap((m) =>
        m.kind === 'path' ? [[...(m.d.match(/[\d.]+,[\d.]+/g) ?? [])].sort().join(' ')] : [],
      );
    expect(sets(turned)).toEqual(sets(data));
  });
  it('turns outer rings clockwise on screen and holes against them', () => {
    const [shape] = fit(project([[[square(0, 0, 10), square(2, 2, 2)]]], 'metres'), { x: 0, y: 0, width: 100, height: 100 });
    expect(shape![0]!.map((r) => Math.round(ringArea(r)))).toEqual([10000, -400]);
  });
  it('keeps areas in their ratio: a degree square at 60° is half of one at the equator', () => {
    const area = (lat: number) => {
      const to = equalArea(0, lat);
      return Math.abs(ringArea(square(-0.05, lat - 0.05, 0.1).map(to)));
    };
    expect(area(60) / area(0)).toBeCloseTo(0.5, 4);
  });
  it('has north up', () => {
    const [south, north] = fit(project([[[square(106, 29, 1)]], [[square(106, 31, 1)]]], 'lonlat'), {
      x: 0,
      y: 0,
      width: 100,
      height: 100,
    });
    expect(Math.max(...north![0]![0]!.map((p) => p[1]))).toBeLessThan(Math.min(...south![0]![0]!.map((p) => p[1])));
  });
  it('finds the middle of a square, and a point inside a horseshoe whose centroid is outside', () => {
    expect(labelPoint([square(0, 0, 100)])).toMatchObject({ x: 50, y: 50, room: 50 });
    const horseshoe: Position[] = [
      [0, 0],
      [90, 0],
      [90, 100],
      [60, 100],
      [60, 20],
      [30, 20],
      [30, 100],
      [0, 100],
    ];
    const at = labelPoint([horseshoe]);
    expect(inside([horseshoe], at.x, at.y)).toBe(true);
    expect(at.room).toBeGreaterThan(13);
  });
  it('keeps a label out of a hole', () => {
    const at = labelPoint([square(0, 0, 100), square(30, 30, 40)]);
    expect(at.x < 30 || at.x > 70 || at.y < 30 || at.y > 70).toBe(true);
  });
  it('prints every unit: on its area, or by a number that the list explains, or in the list only', () => {
    for (const n of [12, 60, 300]) {
      const data = geoMap(n);
      const scene = placeGeoMap(data, frame(1200));
      const shown = textBoxes(scene).map((b) => b.text);
      const bare = new Set(shown.map((t) => t.replace(/^\d+ /, '')));
      expect(data.units.filter((u) => !bare.has(u.name)).map((u) => u.name)).toEqual([]);
      const alone = shown.filter((t) => /^\d+$/.test(t));
      expect(alone.filter((t) => !shown.some((s) => s.startsWith(`${t} `)))).toEqual([]);
    }
  });
  it('lists units without an area under their own head, with their figures', () => {
    const shown = textBoxes(
      placeGeoMap({ ...geoMap(3), units: geoMap(3).units.map((u, i) => (i ? u : { ...u, polygons: null })) }, frame()),
    ).map((b) => b.text);
    expect(shown).toEqual(expect.arrayContaining(['边界图中没有的单位', '云溪县', '81.73']));
  });
  it('is the same text on every run', () => {
    expect(sceneSvg(placeGeoMap(geoMap(6), frame()))).toBe(sceneSvg(placeGeoMap(geoMap(6), frame())));
  });
});
