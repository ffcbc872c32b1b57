/** A map and an arrangement of tiles in a city of three counties: the real files in, the real engine, the real journal. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseGeoJson } from '../../src/ingest/geo/geojson';
import { Roster } from '../../src/model/roster';
import type { Unit, UnitId, UnitLevel } from '../../src/model/unit';
import { isMap } from '../../src/pipeline/map';
import { matchAreas } from '../../src/pipeline/map-match';
import { Names } from '../../src/pipeline/names';
import type { Pipeline } from '../../src/pipeline/pipeline';
import { MemoryStore } from '../../src/workspace/store';
import { cityMap, type Area } from '../support/city-map';
import { City, file, roster, standing, talent, UNITS } from './small-city';

const city = new City();
afterAll(() => city.close());
const ROWS = ['甲县,100,80,80,76', '乙县,100,60,60,60', '丙县,100,50,50,25'];
const MAP = cityMap([{ name: '甲县' }, { name: '乙' }, { name: '丙县' }, { name: '邻县' }]);

let pipeline: Pipeline;
let store: MemoryStore;
beforeAll(async () => {
  ({ pipeline, store } = await city.open());
});

async function loaded(): Promise<Pipeline> {
  store = new MemoryStore();
  await pipeline.open(Promise.resolve(store));
  await pipeline.drop([roster(), talent(ROWS)]);
  return pipeline;
}
const said = (p: Pipeline) => p.snapshot.notices.map((n) => [n.code, n.params] as const);
const units = (p: Pipeline) => p.snapshot.map?.areas.map((a) => [a.name, a.unit]);
const MATCHED = [
  ['甲县', UNITS.甲县],
  ['乙', UNITS.乙县],
  ['丙县', UNITS.丙县],
  ['邻县', null],
];

describe('a dropped map', () => {
  test('is matched by name, one area without a county; its text is kept as a source and not in the journal', async () => {
    const p = await loaded();
    await p.drop([file('县区.geojson', MAP)]);
    expect(said(p)).toEqual([['map.taken', { areas: 4, matched: 3, counties: 3 }]]);
    expect(units(p)).toEqual(MATCHED);
    const [entry] = (await store.entries()).filter((e) => e.kind === 'map.adopted');
    if (entry?.kind !== 'map.adopted') throw new Error('no step');
    expect(JSON.stringify(entry)).not.toContain('coordinates');
    expect(await (await store.source(entry.source.hash))?.text()).toBe(MAP);
  });

  test('in one drop with the roster and before it by name is matched to it; a .json that is GeoJSON is a map, a scheme stays a scheme', async () => {
    store = new MemoryStore();
    await pipeline.open(Promise.resolve(store));
    const scheme = pipeline.snapshot.scheme?.id;
    await pipeline.drop([file('0县区.json', MAP), roster(), talent(ROWS)]);
    expect(units(pipeline)).toEqual(MATCHED);
    expect(pipeline.snapshot.scheme?.id).toBe(scheme);
    await pipeline.drop([file('方案.json', '{"kaoping": 1}')]);
    expect(pipeline.snapshot.notices.every((n) => n.code.startsWith('scheme.'))).toBe(true);
    expect(units(pipeline)).toEqual(MATCHED);
  });

  test('is read again from the record, taken back and brought back, and changes no figure', async () => {
    const p = await loaded();
    const before = standing(p, '甲县');
    await p.drop([file('县区.geojson', MAP)]);
    expect(standing(p, '甲县')).toEqual(before);
    await p.open(Promise.resolve(store));
    expect(units(p)).toEqual(MATCHED);
    await p.undo(p.snapshot.map?.seq ?? 0);
    expect(p.snapshot.map).toBeNull();
    await p.redo();
    expect(units(p)).toEqual(MATCHED);
  });

  test('takes the place of the one before; dropped twice it is one step', async () => {
    const p = await loaded();
    await p.drop([file('旧.geojson', MAP)]);
    await p.drop([file('新.geojson', cityMap([{ name: '甲县' }]))]);
    const steps = p.snapshot.steps.length;
    await p.drop([file('新2.geojson', cityMap([{ name: '甲县' }]))]);
    expect(p.snapshot.steps).toHaveLength(steps);
    expect(p.snapshot.map?.file).toBe('新.geojson');
    await p.undo(p.snapshot.map?.seq ?? 0);
    expect(p.snapshot.map?.file).toBe('旧.geojson');
  });

  test('whose area the user names as a county, or as none of ours, follows at once', async () => {
    const p = await loaded();
    await p.drop([file('县区.geojson', cityMap([{ name: '甲县' }, { name: '乙州' }, { name: '邻县' }]))]);
    await p.nameUnit('乙州', UNITS.乙县);
    await p.nameUnit('邻县', null);
    expect(p.snapshot.map?.areas.map((a) => [a.unit, a.foreign])).toEqual([
      [UNITS.甲县, false],
      [UNITS.乙县, false],
      [null, true],
    ]);
  });

  test.each<[string, File, string]>([
    ['no JSON', file('a.geojson', '{"type": "FeatureCollection", '), 'map.notJson'],
    ['TopoJSON', file('a.json', '{"type": "Topology", "objects": {}}'), 'map.topoJson'],
    ['points only', file('a.json', '{"type": "Point", "coordinates": [1, 2]}'), 'map.noAreas'],
    ['no GeoJSON', file('a.geojson', '[1, 2]'), 'map.noAreas'],
    ['a table by its content', file('a.geojson', '单位,得分\n甲县,1\n'), 'map.notJson'],
    ['another city', file('a.geojson', cityMap([{ name: '远县' }, { name: '遥县' }])), 'map.noneMatched'],
    [
      'more than 5,000 areas',
      file('a.geojson', cityMap(Array.from({ length: 5_001 }, () => ({ name: '甲县' })))),
      'map.tooLarge',
    ],
    ['nothing', file('a.geojson', ''), 'map.notJson'],
  ])('of %s is refused with its reason, and the map in use stays', async (_, bad, code) => {
    const p = await loaded();
    await p.drop([file('县区.geojson', MAP)]);
    const [steps, map] = [p.snapshot.steps, p.snapshot.map];
    await p.drop([bad]);
    expect(p.snapshot.notices.map((n) => [n.code, n.level, n.place.file])).toEqual([[code, 'error', bad.name]]);
    expect(p.snapshot.steps).toEqual(steps);
    expect(p.snapshot.map).toEqual(map);
  });

  test('written in GB18030 is read as it was meant', async () => {
    const p = await loaded();
    // 甲县 is BC D7 CF D8 in GB18030; as UTF-8 that is no text.
    const [head = '', tail = ''] = cityMap([{ name: '@' }]).split('@');
    const bytes = [new TextEncoder().encode(head), new Uint8Array([0xbc, 0xd7, 0xcf, 0xd8]), new TextEncoder().encode(tail)];
    await p.drop([new File(bytes, '县区.geojson')]);
    expect(units(p)).toEqual([['甲县', UNITS.甲县]]);
  });

  test('whose source is gone leaves the figures standing, and says so', async () => {
    const p = await loaded();
    await p.drop([file('县区.geojson', MAP)]);
    const entries = await store.entries();
    const bare = new MemoryStore();
    const kept = new Map<never, Blob>();
    for (const e of entries)
      if (e.kind === 'table.accepted') kept.set(e.source.hash as never, (await store.source(e.source.hash)) ?? new Blob());
    await bare.append(entries, kept);
    // Another page: this one has read the map already.
    const { pipeline: other } = await city.open(bare);
    expect(other.snapshot.phase).toBe('ready');
    expect(other.snapshot.map?.problem?.code).toBe('storage.sourceMissing');
    expect(standing(other, '甲县')[1]).toBe(1);
    await other.close();
  });
});

describe('arranged tiles', () => {
  test('are a step of the record: kept, taken back, brought back, and reset by an empty arrangement', async () => {
    const p = await loaded();
    const places = [[UNITS.乙县, 0, 0] as const, [UNITS.甲县, 2, 1] as const];
    const { book } = p.snapshot;
    await p.note([{ kind: 'tiles.arranged', places }]);
    expect(p.snapshot.tiles).toEqual(places);
    // No figure hangs on it: nothing was scored anew.
    expect(p.snapshot.book).toBe(book);
    await p.open(Promise.resolve(store));
    expect(p.snapshot.tiles).toEqual(places);
    await p.note([{ kind: 'tiles.arranged', places: [] }]);
    expect(p.snapshot.tiles).toEqual([]);
    await p.undo(p.snapshot.steps.at(-1)?.seq ?? 0);
    expect(p.snapshot.tiles).toEqual(places);
    await p.undo(p.snapshot.steps.at(-1)?.seq ?? 0);
    expect(p.snapshot.tiles).toEqual([]);
    await p.redo();
    expect(p.snapshot.tiles).toEqual(places);
  });
});

describe('which county an area is', () => {
  const unit = (
    id: string,
    name: string,
    level: UnitLevel = 'county',
    aliases: string[] = [],
    code: string | null = id,
  ): Unit => ({
    ...{ id: id as UnitId, code, level, parent: null, group: null, aliases, from: null, to: null },
    names: [{ name, from: null, to: null }],
  });
  const known = new Roster([
    unit('990100', '示例市', 'city'),
    unit('990101', '甲县'),
    unit('990102', '乙区', 'county', ['老乙城']),
    unit('u3', '丁县', 'county', [], null),
    unit('u4', '丁区', 'county', [], null),
  ]);
  const of = (areas: readonly Area[], confirmed: readonly (readonly [string, UnitId | null])[] = []) =>
    matchAreas(parseGeoJson(cityMap(areas)).features, known, new Names(new Map(confirmed), known)).map((a) => a.unit);

  test.each<[string, Area, string | null]>([
    ['its name', { name: '甲县' }, '990101'],
    ['its name with blanks and marks', { name: '甲 县（盖章）' }, '990101'],
    ['its alias', { name: '老乙城' }, '990102'],
    ['its name without 县', { name: '甲' }, '990101'],
    ['its name after the city', { name: '示例市甲县' }, '990101'],
    ['its code', { name: 'X', adcode: 990102 }, '990102'],
    ['its code of twelve digits', { adcode: '990102000000' }, '990102'],
    ['its code, though the name says nothing', { adcode: '990101' }, '990101'],
    ['nobody: 甲区 is not 甲县', { name: '甲区' }, null],
    ['nobody: 丁 is two counties', { name: '丁' }, null],
    ['nobody: the city itself is no county', { name: '示例市', adcode: 990100 }, null],
    ['nobody: no name and no code', {}, null],
  ])('is known by %s', (_, area, expected) => {
    expect(of([area])).toEqual([expected]);
  });

  test('a stem counts only where nobody claims the county by its whole name, and for one area alone', () => {
    expect(of([{ name: '甲' }, { name: '甲县' }])).toEqual([null, '990101']);
    expect(of([{ name: '甲' }, { name: '甲' }])).toEqual([null, null]);
    // Two areas of one whole name are one county in two parts.
    expect(of([{ name: '甲县' }, { name: '甲县' }])).toEqual(['990101', '990101']);
  });

  test('what the user confirmed stands before the roster', () => {
    expect(
      of(
        [{ name: '甲县' }, { name: '远县' }],
        [
          ['甲县', null],
          ['远县', 'u3' as UnitId],
        ],
      ),
    ).toEqual([null, 'u3']);
  });
});

test('a file is a map by its ending, or as .json by its type; anything else is not', async () => {
  const is = (name: string, text: string) => isMap(file(name, text));
  expect(await is('a.GeoJSON', 'x')).toBe(true);
  expect(await is('a.json', '\ufeff{"type":"FeatureCollection","features":[]}')).toBe(true);
  expect(await is('a.json', '{"kaoping":1}')).toBe(false);
  expect(await is('a.json', '{"type":"scheme"}')).toBe(false);
  expect(await is('a.json', '{')).toBe(false);
  expect(await is('a.csv', '{"type":"Feature"}')).toBe(false);
});
