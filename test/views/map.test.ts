/** The pure parts of the map's view: what is shown of whom, tiles that change places, the outline of the lit county, hostile names. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeGeoMap } from '../../src/charts/geo-map/place';
import { sceneSvg } from '../../src/charts/scene-svg';
import { placeTileMap, type MapUnit } from '../../src/charts/tile-map/place';
import { mapWords } from '../../src/i18n/map';
import { parseGeoJson } from '../../src/ingest/geo/geojson';
import type { CityMap } from '../../src/model/city-map';
import type { UnitId } from '../../src/model/unit';
import { movedTo, type Spots } from '../../src/state/map.svelte';
import { standard, standsAt } from '../../src/views/map/arranged';
import { rangeText } from '../../src/views/map/figures';
import { geoData, strangers, tileData } from '../../src/views/map/geo';
import { ARROWS, extent, neighbour, spotAt } from '../../src/views/map/grid';
import { frame } from '../charts/sample';
import { cityMap } from '../support/city-map';

const w = mapWords['zh-CN'];
const [a, b, c, d] = ['a', 'b', 'c', 'd'] as UnitId[] as [UnitId, UnitId, UnitId, UnitId];
const unit = (id: UnitId, name: string, value: number | null): MapUnit => ({
  ...{ unit: id, name, value },
  text: value === null ? '没有得分' : value.toFixed(2),
});
const HOSTILE = ['<img src=x onerror="alert(1)">', '"><script>alert(1)</script>', "';</svg>&amp;"];

/** A map whose areas belong to `units` in turn; null: to nobody. */
function mapOf(units: readonly (UnitId | null)[], names: readonly (string | null)[] = units): CityMap {
  const geo = parseGeoJson(cityMap(names.map((name) => (name === null ? {} : { name }))));
  const areas = geo.features.map((f, i) => ({ ...f, unit: units[i] ?? null, foreign: false }));
  return { seq: 1, file: 'x.geojson', plane: geo.plane, areas, faults: geo.faults, problem: null };
}
const asked = { title: '得分', w, part: false, most: 400 };

describe('a county and its areas', () => {
  test('areas of one county are one; a county without an area is listed, an area without a county is told by name', () => {
    const data = geoData(mapOf([a, a, null], ['甲', '甲', '邻县']), [unit(a, '甲县', 1), unit(b, '乙县', 2)], asked);
    expect(data.units.map((u) => u.polygons?.length ?? null)).toEqual([2, null]);
    expect(data.unmatched.map((u) => u.name)).toEqual(['邻县']);
    const { table } = placeGeoMap(data, frame(900));
    expect(table.rows).toEqual([
      ['甲县', '1.00'],
      ['乙县', `2.00 (${w.noShape})`],
      ['邻县', w.unmatched],
    ]);
  });

  test('of a group, the other counties stay on the map as outlines that do not claim to be nobody', () => {
    const data = geoData(mapOf([a, b]), [unit(a, '甲县', 1)], { ...asked, part: true });
    expect(data.unmatched).toHaveLength(1);
    expect(data.words.unmatched).toBe(w.unmatchedOrOthers);
  });

  test('strangers are named once, the nameless counted, those said to be none of ours asked no more', () => {
    const map = mapOf([a, null, null, null, null], ['甲县', '邻县', '邻县', null, '外县']);
    const areas = map.areas.map((x) => (x.name === '外县' ? { ...x, foreign: true } : x));
    expect(strangers({ ...map, areas })).toEqual({ names: ['邻县'], nameless: 1 });
  });

  test('a map is no higher than the window allows, and as high as its shape asks where that is less', () => {
    const units = [unit(a, '甲县', 1), unit(b, '乙县', 2), unit(c, '丙县', 3)];
    const high = (most: number) => placeGeoMap(geoData(mapOf([a, b, c]), units, { ...asked, most }), frame(1200)).height;
    expect(high(300)).toBeLessThanOrEqual(302);
    expect(high(5_000)).toBeGreaterThan(302);
    expect(high(5_000)).toBe(high(6_000));
  });
});

describe('hostile names', () => {
  test('of areas and counties are text in the picture of a map and of tiles, never markup', () => {
    const units = [unit(a, HOSTILE[0] ?? '', 1), unit(b, HOSTILE[1] ?? '', null)];
    const pictures = [
      sceneSvg(placeGeoMap(geoData(mapOf([a, b, null], HOSTILE), units, asked), frame(1200))),
      sceneSvg(placeTileMap(tileData([], units, HOSTILE[2] ?? '', w), frame(1200))),
    ];
    for (const svg of pictures) {
      expect(svg).not.toMatch(/<(?:img|script|b)\b/i);
      expect(svg.match(/<\/svg>/g)).toHaveLength(1);
      expect(svg).toContain('&lt;');
    }
  });
});

describe('pointing at a county', () => {
  test('finds its area or tile, which is outlined while it is lit and hides nothing; labels and hatching let the pointer through', () => {
    const none = [unit(a, '甲县', 1), unit(b, '乙县', null)];
    for (const scene of [
      placeGeoMap(geoData(mapOf([a, b]), none, asked), frame(900)),
      placeTileMap(tileData([], none, '', w), frame(900)),
    ]) {
      const touched = scene.marks.filter((m) => m.key !== undefined || m.title !== undefined || m.action !== undefined);
      expect(touched.map((m) => [m.unit, m.action, m.lit?.fill])).toEqual([
        [a, 'unit:a', 'none'],
        [b, 'unit:b', 'none'],
      ]);
      expect(touched.every((m) => m.title !== undefined)).toBe(true);
      expect(sceneSvg(scene)).toBe(sceneSvg({ ...scene, marks: scene.marks.map((m) => ({ ...m, lit: { stroke: '#000000' } })) }));
    }
  });
});

describe('tiles', () => {
  // a b
  // c .
  const spots: Spots = new Map([
    [a, { column: 0, row: 0 }],
    [b, { column: 1, row: 0 }],
    [c, { column: 0, row: 1 }],
  ]);
  const seen = (s: Spots | undefined) => [...(s ?? [])].map(([u, p]) => `${u}${p.column}${p.row}`).join(' ');

  test('move to a free spot, or change places with whoever is there', () => {
    expect(seen(movedTo(spots, a, { column: 1, row: 1 })?.spots)).toBe('a11 b10 c01');
    const swap = movedTo(spots, a, { column: 1, row: 0 });
    expect([seen(swap?.spots), swap?.with]).toEqual(['a10 b00 c01', b]);
    expect(movedTo(spots, a, { column: 0, row: 0 })).toBeNull();
    expect(movedTo(spots, d, { column: 0, row: 0 })).toBeNull();
  });

  test('put before the first column or row move the others on; a column left empty at the edge is gone', () => {
    expect(seen(movedTo(spots, b, { column: -1, row: 0 })?.spots)).toBe('a10 b00 c11');
    expect(seen(movedTo(spots, a, { column: 0, row: -1 })?.spots)).toBe('a00 b11 c02');
    const one: Spots = new Map([[a, { column: 0, row: 0 }]]);
    expect(seen(movedTo(one, a, { column: 5, row: 3 })?.spots)).toBe('a00');
    expect(movedTo(spots, b, { column: 40, row: 0 })).toBeNull();
  });

  test('however they are moved, nobody is lost and no two stand on one spot', () => {
    const moves = fc.array(
      fc.tuple(fc.constantFrom(a, b, c), fc.integer({ min: -2, max: 42 }), fc.integer({ min: -2, max: 42 })),
    );
    fc.assert(
      fc.property(moves, (all) => {
        let now = spots;
        for (const [u, column, row] of all) now = movedTo(now, u, { column, row })?.spots ?? now;
        const places = [...now.values()].map((p) => `${p.column},${p.row}`);
        expect([now.size, new Set(places).size]).toEqual([3, 3]);
        expect(Math.min(...[...now.values()].map((p) => p.column))).toBe(0);
      }),
    );
  });

  test('stand as saved, new counties where there is room; without a saving as they come, nearly a square', () => {
    expect(seen(standsAt([a, b, c], [[b, 1, 1]]))).toBe('a10 b00 c01');
    expect(seen(standard([a, b, c, d]))).toBe('a00 b10 c01 d11');
    // The tile map draws them on the same spots.
    const data = tileData(
      [
        [b, 2, 0],
        [a, 0, 1],
      ],
      [unit(a, '甲', 1), unit(b, '乙', 2)],
      '',
      w,
    );
    expect(data.units.map((u) => u.at)).toEqual([
      { column: 0, row: 1 },
      { column: 2, row: 0 },
    ]);
  });

  test('are met under the pointer, in a grid with a free ring around them', () => {
    // 2 + 2 columns and rows of 10 pixels each.
    const box = { left: 100, top: 200, width: 40, height: 40 } as DOMRectReadOnly;
    expect(extent(spots)).toEqual({ columns: 4, rows: 4 });
    expect(spotAt(spots, box, 115, 215)).toEqual({ column: 0, row: 0 });
    expect(spotAt(spots, box, 101, 239)).toEqual({ column: -1, row: 2 });
    expect(spotAt(spots, box, 141, 215)).toBeNull();
    expect(spotAt(spots, box, 115, 199)).toBeNull();
  });

  test('an arrow leads to the nearest tile that way, the one in line first', () => {
    const way = (key: string) => ARROWS[key] ?? { column: 0, row: 0 };
    expect(neighbour(spots, a, way('ArrowRight'))).toBe(b);
    expect(neighbour(spots, a, way('ArrowDown'))).toBe(c);
    expect(neighbour(spots, b, way('ArrowDown'))).toBe(c);
    expect(neighbour(spots, a, way('ArrowUp'))).toBeNull();
  });
});

test('the range names the highest and the lowest, up to three that are alike, and says when all are', () => {
  const join = (names: readonly string[]) => names.join('、');
  expect(rangeText([unit(a, '甲', 3), unit(b, '乙', 1), unit(c, '丙', 1), unit(d, '丁', null)], join, w)).toBe(
    '最高 3.00（甲），最低 1.00（乙、丙）',
  );
  // 1.001 and 1.004 are printed alike, so they are alike.
  expect(rangeText([unit(a, '甲', 1.001), unit(b, '乙', 1.004)], join, w)).toBe('各县区均为 1.00');
  expect(rangeText([unit(a, '甲', 1)], join, w)).toBe('');
  expect(rangeText([], join, w)).toBe('');
});
