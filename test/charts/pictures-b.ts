/** Pictures of funnel, timeline, pace, tile map and geographic map: one named function → one SVG in test/output. */
import { beside, stacked, titled } from '../../src/charts/beside';
import { placeBullet } from '../../src/charts/bullet/place';
import { placeFunnel } from '../../src/charts/funnel/place';
import { placeGeoMap } from '../../src/charts/geo-map/place';
import { placePace } from '../../src/charts/pace/place';
import type { Scene } from '../../src/charts/scene';
import { placeTileMap } from '../../src/charts/tile-map/place';
import { placeTimeline } from '../../src/charts/timeline/place';
import { frame, units } from './sample';
import { funnel, geoMap, pace, paceWithMissing, tileMap, timeline, timelineOfCases } from './sample-b';

const projector = frame(1800, 24);
const alike = <T extends { value: number | null; text: string }>(u: T): T => ({ ...u, value: 88, text: '88.00' });

/** Shares of four sections beside their means; one that is not there, one without a mean, one beyond the ends. */
const bullet = {
  ...{ title: '甲县各部分得分率与均值', own: '本单位', mean: '均值' },
  rows: [
    { name: '政治建设与理论武装', share: 0.999, mean: 0.72 },
    { name: '干部队伍', share: null, mean: 0.5 },
    { name: '基层党组织', share: 0.31, mean: null },
    { name: '人才', share: 0, mean: 1 },
  ],
};

export const pictures: Readonly<Record<string, () => Scene>> = {
  bullet: () => placeBullet(bullet, frame(360)),
  bulletOnProjector: () => placeBullet(bullet, projector),
  bulletOfNothing: () => placeBullet({ ...bullet, rows: bullet.rows.map((r) => ({ ...r, share: null })) }, frame(360)),
  besideEachOther: () => {
    const one = titled(placeBullet(bullet, frame(360)), 14);
    return beside(one, one, 20);
  },
  belowEachOther: () => {
    const one = titled(placeBullet(bullet, frame(360)), 14);
    return stacked(one, one, 20);
  },
  funnel: () => placeFunnel(funnel(), frame()),
  funnelByUnit: () => placeFunnel(funnel(12), frame()),
  funnelOfOneUnit: () => placeFunnel(funnel(1), frame()),
  funnelOfThree: () => placeFunnel(funnel(3), frame(640)),
  funnelOfMany: () => placeFunnel(funnel(300), frame()),
  funnelWithMissing: () => {
    const data = funnel(3);
    return placeFunnel(
      {
        ...data,
        stages: data.stages.map((s, i) => (i === 2 ? { ...s, count: null } : s)),
        units: data.units!.map((u, k) => ({ ...u, counts: u.counts.map((c, i) => (i === 2 && k === 1 ? null : c)) })),
      },
      frame(),
    );
  },
  funnelOfTies: () => {
    const data = funnel();
    return placeFunnel({ ...data, stages: data.stages.map((s) => ({ ...s, count: 40 })) }, frame());
  },
  funnelThatGrows: () => {
    const data = funnel();
    return placeFunnel({ ...data, stages: data.stages.map((s, i) => ({ ...s, count: [0, 5, 3, 9, 0, 2][i]! })) }, frame());
  },
  funnelOfLongNames: () => placeFunnel(funnel(6, true), frame()),
  funnelOnProjector: () => placeFunnel(funnel(12), projector),
  funnelOfNothing: () => placeFunnel({ ...funnel(), stages: [] }, frame()),

  timelineOfCases: () => placeTimeline(timelineOfCases(), frame()),
  timelineOfOne: () => placeTimeline(timeline(1), frame()),
  timelineOfFive: () => placeTimeline(timeline(5), frame()),
  timelineOfSixty: () => placeTimeline(timeline(60), frame()),
  timelineOfThousand: () => placeTimeline(timeline(1000), frame()),
  timelineOfTies: () => {
    const data = timeline(1);
    const one = data.items[0]!;
    return placeTimeline({ ...data, items: ['丙', '甲', '乙'].map((label) => ({ ...one, id: label, label })) }, frame());
  },
  timelineOfLongNames: () => placeTimeline(timeline(8, true), frame()),
  timelineOnProjector: () => placeTimeline(timeline(12), projector),
  timelineInNarrowFrame: () => placeTimeline(timelineOfCases(), frame(520)),
  timelineOfNothing: () => placeTimeline(timeline(0), frame()),

  pace: () => placePace(pace('lines'), frame()),
  paceOfFirstQuarter: () => placePace(pace('lines', 5, 1), frame()),
  paceOfWholeYear: () => placePace(pace('lines', 5, 4), frame()),
  paceOfSelected: () => placePace({ ...pace('lines', 12), selected: [units[2]!.id, units[7]!.id] }, frame()),
  paceOfOne: () => placePace(pace('lines', 1), frame()),
  paceOfThree: () => placePace(pace('lines', 3), frame(640)),
  paceOfMany: () => placePace(pace('lines', 300), frame()),
  paceWithMissing: () => placePace(paceWithMissing('lines'), frame()),
  paceOfTies: () => {
    const data = pace('lines', 4);
    return placePace({ ...data, lines: data.lines.map((l) => ({ ...l, values: [0.2, 0.5, 0.7] })) }, frame());
  },
  paceOfLongNames: () => placePace(pace('lines', 6, 3, true), frame()),
  paceOnProjector: () => placePace(pace('lines', 12), projector),
  paceOfNothing: () => placePace({ ...pace('lines'), lines: [] }, frame()),
  paceBullets: () => placePace(pace('bullets', 12), frame()),
  paceBulletsOfOne: () => placePace(pace('bullets', 1), frame()),
  paceBulletsOfThree: () => placePace(pace('bullets', 3), frame(640)),
  paceBulletsOfMany: () => placePace(pace('bullets', 300), frame()),
  paceBulletsWithMissing: () => placePace(paceWithMissing('bullets'), frame()),
  paceBulletsOfTies: () => {
    const data = pace('bullets', 4);
    return placePace({ ...data, lines: data.lines.map((l) => ({ ...l, values: [0.2, 0.5, 0.75] })) }, frame());
  },
  paceBulletsFarAhead: () => {
    const data = pace('bullets', 4);
    return placePace({ ...data, lines: data.lines.map((l, i) => ({ ...l, values: [0.2, 0.5, i ? 0.6 : 5.2] })) }, frame());
  },
  paceBulletsOfLongNames: () => placePace(pace('bullets', 6, 3, true), frame()),
  paceBulletsOnProjector: () => placePace(pace('bullets', 12), projector),
  paceBulletsOfNothing: () => placePace({ ...pace('bullets'), lines: [] }, frame()),

  tileMap: () => placeTileMap(tileMap(12), frame()),
  tileMapArranged: () => {
    const at = [
      [2, 0],
      [3, 0],
      [1, 1],
      [2, 1],
      [3, 1],
      [4, 1],
      [0, 2],
      [1, 2],
      [3, 2],
      [3, 2],
      [2, 3],
      [99, 0],
    ];
    const data = tileMap(12);
    return placeTileMap(
      { ...data, units: data.units.map((u, i) => ({ ...u, at: { column: at[i]![0]!, row: at[i]![1]! } })) },
      frame(),
    );
  },
  tileMapOfOne: () => placeTileMap(tileMap(1), frame()),
  tileMapOfThree: () => placeTileMap(tileMap(3), frame(640)),
  tileMapOfMany: () => placeTileMap(tileMap(300, { missing: true }), frame(1200)),
  tileMapWithMissing: () => placeTileMap(tileMap(12, { missing: true }), frame()),
  tileMapOfTies: () => placeTileMap({ ...tileMap(6), units: tileMap(6).units.map(alike) }, frame()),
  tileMapOfLongNames: () => placeTileMap(tileMap(20, { long: true, missing: true }), frame(640)),
  tileMapOnProjector: () => placeTileMap(tileMap(12, { missing: true }), projector),
  tileMapOfNothing: () => placeTileMap(tileMap(0), frame()),

  geoMap: () => placeGeoMap(geoMap(12), frame()),
  geoMapOfOne: () => placeGeoMap(geoMap(1), frame()),
  geoMapOfThree: () => placeGeoMap(geoMap(3), frame(560)),
  geoMapOfMany: () => placeGeoMap(geoMap(300, { missing: true }), frame(1200)),
  geoMapWithMissing: () => {
    const data = geoMap(12, { missing: true });
    return placeGeoMap({ ...data, units: data.units.map((u, i) => (i > 9 ? { ...u, polygons: null } : u)) }, frame());
  },
  geoMapOfTies: () => placeGeoMap({ ...geoMap(6), units: geoMap(6).units.map(alike) }, frame()),
  geoMapOfLongNames: () => placeGeoMap(geoMap(12, { long: true, missing: true }), frame()),
  geoMapBelow: () => placeGeoMap(geoMap(60, { missing: true }), frame(600)),
  geoMapOnProjector: () => placeGeoMap(geoMap(12, { missing: true }), projector),
  geoMapOfNothing: () => placeGeoMap({ ...geoMap(1), units: [], unmatched: [] }, frame()),
};
