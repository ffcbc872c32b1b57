/** One named function → one picture. `pictures.test.ts` holds each against its SVG in test/output; a person can open those. */
import { placeHeatTable } from '../../src/charts/heat-table/place';
import type { Scene } from '../../src/charts/scene';
import { placeSparkline } from '../../src/charts/sparkline/place';
import { placeStackedBars } from '../../src/charts/stacked-bars/place';
import { placeTrend } from '../../src/charts/trend/place';
import { frame, heatTable, noise, periods, stackedBars, trend, units } from './sample';

const spark = (values: (number | null)[], inverted = false): Scene =>
  placeSparkline({ title: '总分', values, width: 96, height: 22, inverted }, '没有可以显示的数据');

export const pictures: Readonly<Record<string, () => Scene>> = {
  stackedBars: () => placeStackedBars(stackedBars(), frame()),
  stackedBarsInColumns: () => placeStackedBars(stackedBars('columns'), frame()),
  stackedBarsOnProjector: () => placeStackedBars(stackedBars(), frame(1800, 24)),
  stackedBarsBelowZero: () => {
    const data = stackedBars();
    const rows = data.rows.slice(0, 3).map((r, i) => {
      const parts = r.parts.map((p, k) => (k === 3 ? { ...p, points: i === 0 ? 14 : -6 } : p));
      return { ...r, parts, total: parts.reduce((t, p) => t + (p.points ?? 0), 0) };
    });
    return placeStackedBars({ ...data, rows }, frame());
  },
  stackedBarsOfNothing: () => placeStackedBars({ ...stackedBars(), rows: [] }, frame()),
  trendOfTotals: () => placeTrend(trend('total', [units[2]!.id, units[7]!.id]), frame()),
  trendOfRanks: () => placeTrend(trend('rank', [units[2]!.id]), frame()),
  trendOfAll: () => placeTrend(trend('rank'), frame(640)),
  trendOfOnePeriod: () => {
    const all = trend('total');
    return placeTrend(
      { ...all, periods: periods.slice(0, 1), lines: all.lines.map((l) => ({ ...l, points: l.points.slice(0, 1) })) },
      frame(),
    );
  },
  trendOfNothing: () => placeTrend({ ...trend('total'), lines: [] }, frame()),
  sparkline: () => spark(periods.map((_, t) => 70 + 20 * noise(t))),
  sparklineWithGap: () => spark([9, 8, null, null, 5, 4, 2], true),
  sparklineOfNothing: () => spark([null, null]),
  heatTableByLost: () => placeHeatTable(heatTable('lost'), frame(1100)),
  heatTableByMean: () => placeHeatTable(heatTable('mean'), frame(1100)),
  heatTableOfAll: () => placeHeatTable(heatTable('mean', 12), frame(1100)),
  heatTableOfNothing: () => placeHeatTable({ ...heatTable('lost'), rows: [] }, frame()),
};
