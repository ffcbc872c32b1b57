/** Pictures of slope, small multiples, dot plot, spine and waterfall: one named function → one SVG in test/output. */
import { placeDotPlot } from '../../src/charts/dot-plot/place';
import type { Scene } from '../../src/charts/scene';
import { placeSlope } from '../../src/charts/slope/place';
import { placeSmallMultiples } from '../../src/charts/small-multiples/place';
import { placeSpine } from '../../src/charts/spine/place';
import { placeWaterfall } from '../../src/charts/waterfall/place';
import { frame } from './sample';
import { dots, grid, gridOfIndicators, slope, spine, waterfall } from './sample-a';

const projector = frame(1800, 24);

export const pictures: Readonly<Record<string, () => Scene>> = {
  slopeOfRanks: () => placeSlope(slope('rank', 12, { selected: [2] }), frame()),
  slopeOfTotals: () => placeSlope(slope('total'), frame()),
  slopeOfOne: () => placeSlope(slope('total', 1), frame()),
  slopeOfThree: () => placeSlope(slope('rank', 3), frame(480)),
  slopeOfMany: () => placeSlope(slope('rank', 300, { missing: true, selected: [7, 20] }), frame()),
  slopeWithMissing: () => placeSlope(slope('rank', 12, { missing: true }), frame()),
  slopeOfTies: () => {
    const data = slope('rank', 6);
    const tied = { value: 1, tied: true };
    return placeSlope({ ...data, lines: data.lines.map((l, i) => ({ ...l, now: i < 4 ? tied : l.now })) }, frame());
  },
  slopeBelowZero: () => {
    const data = slope('total', 6);
    const lower = (e: (typeof data.lines)[number]['now']) =>
      e.value === null ? e : { value: Math.round((e.value - 82) * 100) / 100 };
    return placeSlope({ ...data, lines: data.lines.map((l) => ({ ...l, before: lower(l.before), now: lower(l.now) })) }, frame());
  },
  slopeOfLongNames: () => placeSlope(slope('total', 12, { long: true, missing: true }), frame()),
  slopeOnProjector: () => placeSlope(slope('rank', 12, { selected: [2, 4], missing: true }), projector),
  slopeOfNothing: () => placeSlope({ ...slope('rank'), lines: [] }, frame()),

  smallMultiples: () => placeSmallMultiples(grid(12), frame()),
  smallMultiplesOfIndicators: () => placeSmallMultiples(gridOfIndicators(), frame(1100)),
  smallMultiplesOfOne: () => placeSmallMultiples(grid(1), frame()),
  smallMultiplesOfThree: () => placeSmallMultiples(grid(3, 'rank'), frame()),
  smallMultiplesOfMany: () => placeSmallMultiples(grid(300, 'rank'), frame(1340)),
  smallMultiplesOfTies: () => {
    const data = grid(3);
    const level = data.periods.map(() => 80);
    return placeSmallMultiples({ ...data, panels: data.panels.map((p) => ({ ...p, own: level, others: [level] })) }, frame());
  },
  smallMultiplesBelowZero: () => {
    const data = grid(6);
    const lower = (c: readonly (number | null)[]) => c.map((v) => (v === null ? null : v - 85));
    const others = data.panels.map((p) => lower(p.own));
    return placeSmallMultiples({ ...data, panels: data.panels.map((p, i) => ({ ...p, own: others[i]!, others })) }, frame());
  },
  smallMultiplesOfOnePeriod: () => {
    const data = grid(6);
    const first = data.panels.map((p) => p.own.slice(0, 1));
    const panels = data.panels.map((p, i) => ({ ...p, own: first[i]!, others: first }));
    return placeSmallMultiples({ ...data, periods: data.periods.slice(0, 1), panels }, frame());
  },
  smallMultiplesOfLongNames: () => placeSmallMultiples(grid(7, 'total', true), frame(720)),
  smallMultiplesOnProjector: () => placeSmallMultiples(grid(12), projector),
  smallMultiplesOfNothing: () => placeSmallMultiples({ ...grid(3), panels: [] }, frame()),

  dotPlot: () => placeDotPlot(dots(2), frame()),
  dotPlotOfOne: () => placeDotPlot(dots(1, { missing: true }), frame()),
  dotPlotOfThree: () => placeDotPlot(dots(3), frame(800)),
  dotPlotOfTwelve: () => placeDotPlot(dots(12, { missing: true }), frame(1100)),
  dotPlotOfMany: () => placeDotPlot(dots(300, { selected: [0, 7], missing: true }), frame(1100)),
  dotPlotOfValues: () => placeDotPlot(dots(5, { scale: 'value', missing: true, negative: true }), frame()),
  dotPlotOfTies: () => placeDotPlot(dots(3, { tie: true }), frame()),
  dotPlotBelowZero: () => placeDotPlot(dots(3, { negative: true }), frame()),
  dotPlotOfLongNames: () => placeDotPlot(dots(5, { long: true, missing: true }), frame()),
  dotPlotOnProjector: () => placeDotPlot(dots(6, { missing: true }), projector),
  dotPlotOfNothing: () => placeDotPlot({ ...dots(3), rows: [] }, frame()),

  spine: () => placeSpine(spine(), frame()),
  spineOfOne: () => placeSpine(spine(1), frame()),
  spineInEnglish: () => placeSpine(spine(), frame(480, 13, 'en')),
  spineOfThree: () => placeSpine(spine(3), frame(720)),
  spineOfMany: () => placeSpine(spine(300), frame()),
  spineWithMissing: () => placeSpine(spine(12, { missing: true }), frame()),
  spineOfTies: () => placeSpine(spine(12, { tie: true }), frame()),
  spineBelowZero: () => placeSpine(spine(12, { negative: true }), frame()),
  spineOfLongNames: () => placeSpine(spine(12, { long: true, missing: true }), frame()),
  spineOnProjector: () => placeSpine(spine(12, { missing: true }), projector),
  spineOfNothing: () => placeSpine({ ...spine(), rows: [] }, frame()),

  waterfall: () => placeWaterfall(waterfall(), frame()),
  waterfallOfOne: () => placeWaterfall(waterfall(8, { against: 'mean' }), frame()),
  waterfallOnNarrow: () => placeWaterfall(waterfall(10, { behind: true }), frame(480)),
  waterfallOfThree: () => placeWaterfall(waterfall(2), frame(640)),
  waterfallOfMany: () => placeWaterfall(waterfall(300), frame()),
  waterfallWithMissing: () => placeWaterfall(waterfall(10, { missing: true }), frame()),
  waterfallOfTies: () => {
    const data = waterfall(6);
    return placeWaterfall(
      { ...data, parts: data.parts.map((p) => ({ ...p, points: 0 })), to: { ...data.to, total: data.from.total } },
      frame(),
    );
  },
  waterfallBelowZero: () => placeWaterfall(waterfall(10, { behind: true }), frame()),
  waterfallOfLongNames: () => placeWaterfall(waterfall(10, { long: true, missing: true }), frame()),
  waterfallOnProjector: () => placeWaterfall(waterfall(10), projector),
  waterfallOfNothing: () => placeWaterfall({ ...waterfall(), parts: [] }, frame()),
};
